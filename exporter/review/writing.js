// ---------------------------------------------------------------- writing

function english(one) {
  return document.getElementById(one.id).querySelector(".en").innerText.trim();
}

function changed(one) {
  remember(one);
  one.en = english(one);
  one.status = one.en ? "draft" : "untranslated";
  shelve(one);
  clearTimeout(waiting.get(one.id));
  waiting.set(one.id, setTimeout(() => keep(one), 350));
  tell(one);
  count();
}

// A remark is kept with what it is about; it approves nothing, and what a rule said stays the rule's until it is approved.
function noted(one, text) {
  one.note = text.trim();
  shelve(one);
  if (!["draft", "reviewed"].includes(one.status)) return;
  if (one.findings.length && !doubted(one)) one.status = "draft";
  clearTimeout(waiting.get(one.id));
  waiting.set(one.id, setTimeout(() => keep(one), 350));
}

function shelve(one) {
  try {
    const held = JSON.parse(localStorage.getItem(shelf) || "{}");
    held[one.id] = { zh: one.zh, en: one.en, status: one.status, note: one.note, author: one.author, base: one.version };
    localStorage.setItem(shelf, JSON.stringify(held));
  } catch (error) { /* a page from disk may have no shelf; the file that is saved is what counts */ }
}

function unshelve(one) {
  try {
    const held = JSON.parse(localStorage.getItem(shelf) || "{}");
    delete held[one.id];
    localStorage.setItem(shelf, JSON.stringify(held));
  } catch (error) { /* as above */ }
}

async function ask(what, body) {
  const answer = await fetch(what, { method: "POST", body: JSON.stringify(body) });
  return [answer.status, await answer.json()];
}

// One request for a segment at a time: a later one waits, so that no version is written twice.
const turns = new Map();
function keep(one, status) {
  const before = turns.get(one.id) || Promise.resolve();
  const turn = before.then(() => write(one, status));
  turns.set(one.id, turn.catch(() => {}));
  return turn;
}

async function write(one, status) {
  waiting.delete(one.id);
  const wanted = status || (one.status === "reviewed" ? "reviewed" : "draft");
  if (!data.served) {
    const findings = plainly(one);
    const refused = wanted === "reviewed" && findings.length > 0 && findings.every(isDoubt) && one.looked !== one.en;
    return written(one, wanted, { findings, refused, status: wanted, version: one.version + 1 });
  }
  // Without a status nobody approves anew: what is kept as reviewed has been looked at.
  const body = { id: one.id, en: one.en, status: wanted, note: one.note || "", author: author.value, version: one.version, looked: !status || one.looked === one.en };
  try {
    const [code, said] = await ask("keep", body);
    if (code === 409) return conflict(one, said.conflict);
    if (said.error) return say(said.error);
    written(one, wanted, said);
  } catch (error) {
    say("Not saved yet: the command does not answer. 尚未保存，命令没有应答。");
  }
}

function written(one, wanted, said) {
  one.findings = said.findings;
  if (said.refused && doubted(one)) {
    one.looked = one.en;
    say("Look once more: " + one.findings.map((found) => found.message).join(" ") + " Approve again if it is right. 请再看一眼；无误请再次批准。");
  } else if (said.refused || (!data.served && wanted === "reviewed" && (!one.en || (!said.findings.every(isDoubt) && !reasoned(one))))) {
    const how = said.findings[0] && !(one.note || "").startsWith("!") ? " (a remark that begins with ! and says why overrules it, but not in figures 以 ! 开头的备注可否决，数字除外)" : "";
    say("Not approved: " + (said.findings[0] ? said.findings[0].message + how : "there is no English"));
  } else {
    one.version = said.version;
    one.status = one.en ? said.status : "untranslated";
    one.author = author.value;
    if (data.served) unshelve(one); else shelve(one);
    say("");
  }
  tell(one);
  spread(one);
  count();
}

// The same Chinese has one English: what is written for it once stands wherever it stands.
function spread(one) {
  for (const other of segments) {
    if (other === one || other.zh !== one.zh) continue;
    other.version = one.version;
    if (other === here || waiting.has(other.id)) continue;
    const { en, status, note, version, author, findings } = one;
    Object.assign(other, { en, status, note, version, author, findings });
    document.getElementById(other.id).querySelector(".en").textContent = en;
    tell(other);
  }
}

function conflict(one, now) {
  one.version = now.version;
  say(one.id + " was changed in another window (" + (now.author || "?") + "): " + now.en);
  one.findings = [{ code: "conflict", message: "Another window says: " + now.en }];
  tell(one);
}

// A doubt hinders nobody who has looked at it.
function isDoubt(finding) {
  return (finding.code || "").startsWith("look.");
}

function doubted(one) {
  return one.findings.length > 0 && one.findings.every(isDoubt);
}

// The same measure as the guard's: a reason is three characters at the least, and no figure is overruled.
function reasoned(one) {
  return /^!.*[^! ].*[^! ].*[^! ]/.test(one.note || "") && one.findings.every((found) => !(found.code || "").startsWith("figure."));
}

async function approve(one) {
  clearTimeout(waiting.get(one.id));
  one.en = english(one);
  if (!author.value.trim()) { say("Who approves? Give your name first. 请先填写审校人。"); author.focus(); return; }
  remember(one, true);
  await keep(one, "reviewed");
  if (one.status === "reviewed") step(one, 1);
}
