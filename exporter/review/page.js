"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const segments = data.segments;
const byId = new Map(segments.map((one) => [one.id, one]));
const rows = document.getElementById("rows");
const author = document.getElementById("author");
const shelf = "exporter-review " + data.name;
const first = new Map(segments.map((one) => [one.id, { en: one.en, status: one.status }]));
const waiting = new Map();

function made(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

// ---------------------------------------------------------------- rows

function chinese(one) {
  const cell = made("div", "zh");
  cell.lang = "zh-Hans";
  let rest = one.zh;
  for (const [quote] of one.figures) {
    const at = quote ? rest.indexOf(quote) : -1;
    if (at < 0) continue;
    cell.append(rest.slice(0, at), made("mark", "", quote));
    rest = rest.slice(at + quote.length);
  }
  cell.append(rest);
  return cell;
}

function row(one) {
  const item = made("li", one.kind);
  item.id = one.id;
  const about = made("div", "about");
  about.append(made("b"), made("span", "by"));
  const english = made("div", "en", one.en);
  english.lang = "en";
  english.contentEditable = "plaintext-only";
  english.setAttribute("role", "textbox");
  english.setAttribute("aria-multiline", "true");
  english.setAttribute("aria-label", "English of " + one.id);
  english.spellcheck = true;
  item.append(about, chinese(one), english, made("div", "below"));
  return item;
}

function tell(one) {
  const item = document.getElementById(one.id);
  const label = item.querySelector(".about b");
  label.textContent = one.status;
  label.className = one.status;
  const where = one.id + (one.line ? " · line " + one.line : "");
  item.querySelector(".by").textContent = where + (one.author ? " · " + one.author : "");
  below(item, one);
}

function below(item, one) {
  const place = item.querySelector(".below");
  const here = item.classList.contains("here");
  place.textContent = "";
  if (one.findings.length) {
    const list = made("ul", "findings");
    for (const finding of one.findings) list.append(made("li", "", finding.message));
    place.append(list);
  }
  if (!here) return;
  const helps = made("div", "helps");
  for (const [zh, en] of one.terms) helps.append(helper(zh + " → " + en, en, one));
  for (const [quote, english] of one.figures) helps.append(made("span", "figure", quote + (english ? " → " + english : "")));
  if (one.ours && one.ours !== one.en) helps.append(helper("by rule 规则译文", one.ours, one, true));
  if (one.mine) helps.append(helper("yours, not saved 您的未存稿: " + one.mine, one.mine, one, true));
  place.append(helps, made("div", "similar"));
}

function helper(label, text, one, whole) {
  const button = made("button", "", label);
  button.type = "button";
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => put(one, text, whole));
  return button;
}

function put(one, text, whole) {
  const cell = document.getElementById(one.id).querySelector(".en");
  const picked = getSelection();
  if (whole) cell.textContent = text;
  else if (picked.rangeCount && cell.contains(picked.anchorNode)) {
    picked.deleteFromDocument();
    picked.getRangeAt(0).insertNode(document.createTextNode(text));
    picked.collapseToEnd();
  } else cell.append((cell.textContent ? " " : "") + text);
  changed(one);
}

// ---------------------------------------------------------------- writing

function english(one) {
  return document.getElementById(one.id).querySelector(".en").innerText.trim();
}

function changed(one) {
  one.en = english(one);
  one.status = one.en ? "draft" : "untranslated";
  shelve(one);
  clearTimeout(waiting.get(one.id));
  waiting.set(one.id, setTimeout(() => keep(one), 350));
  tell(one);
  count();
}

function shelve(one) {
  try {
    const held = JSON.parse(localStorage.getItem(shelf) || "{}");
    held[one.id] = { zh: one.zh, en: one.en, status: one.status, author: one.author, base: one.version };
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
  if (!data.served) return written(one, wanted, { findings: plainly(one), status: wanted, version: one.version + 1 });
  const body = { id: one.id, en: one.en, status: wanted, note: one.note || "", author: author.value, version: one.version };
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
  if (said.refused || (!data.served && wanted === "reviewed" && (said.findings.length || !one.en))) {
    say("Not approved: " + (said.findings[0] ? said.findings[0].message : "there is no English"));
  } else {
    one.version = said.version;
    one.status = one.en ? said.status : "untranslated";
    one.author = author.value;
    if (data.served) unshelve(one); else shelve(one);
    say("");
  }
  tell(one);
  count();
}

function conflict(one, now) {
  one.version = now.version;
  say(one.id + " was changed in another window (" + (now.author || "?") + "): " + now.en);
  one.findings = [{ code: "conflict", message: "Another window says: " + now.en }];
  tell(one);
}

// From disk there is no guard: what can be told by itself is told, and the rest when the file is taken back.
function plainly(one) {
  if (!one.en) return [];
  const found = [];
  if (/[\u3400-\u9fff]/.test(one.en.replace(/\([^()]*\)/g, ""))) found.push({ message: "Chinese is left over" });
  const digits = (text) => (text.match(/\d+(?:[.,]\d+)*/g) || []).map((one) => one.replace(/,/g, ""));
  const said = new Set(digits(one.en));
  const known = new Set(one.figures.flatMap(([quote, english]) => digits(english)).concat(digits(one.zh)));
  for (const [, english] of one.figures) for (const number of digits(english)) if (!said.has(number)) found.push({ message: number + " is not said" });
  for (const number of said) if (!known.has(number)) found.push({ message: number + " stands nowhere in the source" });
  return found;
}

async function approve(one) {
  clearTimeout(waiting.get(one.id));
  one.en = english(one);
  if (!author.value.trim()) { say("Who approves? Give your name first. 请先填写审校人。"); author.focus(); return; }
  await keep(one, "reviewed");
  if (one.status === "reviewed") step(one, 1);
}

// ---------------------------------------------------------------- moving about

let here = null;
function enter(one) {
  if (here === one) return;
  const last = here;
  here = one;
  if (last) { const item = document.getElementById(last.id); item.classList.remove("here"); below(item, last); }
  const item = document.getElementById(one.id);
  item.classList.add("here");
  below(item, one);
}

function step(one, way) {
  let item = document.getElementById(one.id);
  do { item = way > 0 ? item.nextElementSibling : item.previousElementSibling; } while (item && item.hidden);
  if (!item) return;
  item.querySelector(".en").focus();
  item.scrollIntoView({ block: "center" });
}

async function similar(one) {
  if (!data.served) return;
  const [, said] = await ask("similar", { id: one.id });
  const place = document.getElementById(one.id).querySelector(".similar");
  if (!place) return;
  place.textContent = said.suggestions.length ? "" : "nothing similar in the memory 记忆库中没有相似的句子";
  for (const found of said.suggestions) {
    const line = made("div");
    line.append(helper(Math.round(found.score) + " % " + found.en, found.en, one, true));
    for (const [was, is] of found.differs) line.append(" ", made("del", "", was), made("ins", "", is));
    place.append(line);
  }
}

function back(one) {
  const was = first.get(one.id);
  document.getElementById(one.id).querySelector(".en").textContent = was.en;
  changed(one);
}

document.addEventListener("keydown", (event) => {
  if (!here) return;
  const act = event.ctrlKey && event.key === "Enter" ? () => approve(here)
    : event.altKey && event.key === "ArrowDown" ? () => step(here, 1)
    : event.altKey && event.key === "ArrowUp" ? () => step(here, -1)
    : event.altKey && event.key.toLowerCase() === "z" ? () => back(here)
    : event.altKey && event.key.toLowerCase() === "m" ? () => similar(here) : null;
  if (act) { event.preventDefault(); act(); }
});
rows.addEventListener("focusin", (event) => enter(byId.get(event.target.closest("li").id)));
rows.addEventListener("input", (event) => changed(byId.get(event.target.closest("li").id)));

// ---------------------------------------------------------------- filters, progress, the file

const byStatus = document.getElementById("by-status");
const bySection = document.getElementById("by-section");
const byFinding = document.getElementById("by-finding");
const byText = document.getElementById("by-text");

function options(select, values) {
  select.append(new Option("all 全部", ""));
  for (const value of new Set(values)) if (value) select.append(new Option(value.slice(0, 40), value));
}

function filter() {
  const words = byText.value.trim().toLowerCase();
  for (const one of segments) {
    const kept = (!byStatus.value || one.status === byStatus.value) && (!bySection.value || one.section === bySection.value)
      && (!byFinding.checked || one.findings.length > 0) && (!words || (one.zh + one.en).toLowerCase().includes(words));
    document.getElementById(one.id).hidden = !kept;
  }
}
for (const control of [byStatus, bySection, byFinding]) control.addEventListener("change", filter);
byText.addEventListener("input", filter);

function count() {
  const held = {};
  for (const one of segments) held[one.status] = (held[one.status] || 0) + 1;
  const said = Object.entries(held).map(([status, number]) => number + " " + status).join(", ");
  const wrong = segments.filter((one) => one.findings.length).length;
  document.getElementById("progress").textContent = segments.length + " segments: " + said + (wrong ? "; " + wrong + " with findings" : "");
  document.getElementById("share").value = (held.reviewed || 0) / Math.max(1, segments.length);
}

function say(text) { document.getElementById("told").textContent = text; }

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}

function asXliff() {
  const units = segments.map((one) => {
    const done = one.status === "reviewed" || one.status === "verified";
    const state = { verified: "final", reviewed: "signed-off" }[one.status] || "needs-review-translation";
    const target = one.en ? `<target xml:lang="en-US" state="${state}">${escaped(one.en)}</target>` : "";
    const note = one.status === "reviewed" && one.author ? `<note from="exporter">approved by ${escaped(one.author)}</note>` : "";
    return `<trans-unit id="${one.id}" resname="${one.kind}" xml:space="preserve"${done && one.en ? ' approved="yes"' : ""}>`
      + `<source xml:lang="zh-CN">${escaped(one.zh)}</source>${target}<note from="exporter status">${one.status}</note>${note}</trans-unit>`;
  });
  return '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="'
    + escaped(data.name) + '" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>\n' + units.join("\n") + "\n</body></file></xliff>\n";
}

document.getElementById("give").addEventListener("click", () => {
  const link = made("a");
  link.href = URL.createObjectURL(new Blob([asXliff()], { type: "application/x-xliff+xml" }));
  link.download = data.name.replace(/\.[^.]*$/, "") + ".reviewed.xlf";
  link.click();
});
author.addEventListener("change", () => { try { localStorage.setItem("exporter-reviewer", author.value); } catch (error) { /* not kept */ } });

// ---------------------------------------------------------------- the start

document.getElementById("title").textContent = data.title;
const shelter = document.createDocumentFragment();
for (const one of segments) shelter.append(row(one));
rows.append(shelter);
try {
  author.value = localStorage.getItem("exporter-reviewer") || "";
  const held = JSON.parse(localStorage.getItem(shelf) || "{}");
  for (const [id, kept] of Object.entries(held)) {
    const one = byId.get(id);
    if (!one || one.zh !== kept.zh || one.en === kept.en) continue;
    if (data.served && kept.base !== one.version) { one.mine = kept.en; continue; }
    Object.assign(one, { en: kept.en, status: kept.status === "reviewed" && data.served ? "draft" : kept.status, author: kept.author || "" });
    document.getElementById(id).querySelector(".en").textContent = one.en;
    if (data.served) keep(one);
  }
} catch (error) { /* nothing is on the shelf */ }
for (const one of segments) tell(one);
options(byStatus, ["untranslated", "draft", "machine", "verified", "reviewed"]);
options(bySection, segments.map((one) => one.section));
count();
