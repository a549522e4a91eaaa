// ---------------------------------------------------------------- undo

// What a segment was before each act: typing in it at one time, approval, and each cut.
const past = new Map();
let typing = null;

function remember(one, act) {
  if (!act && typing === one) return;
  typing = act ? null : one;
  push(one, { id: one.id, en: one.en, status: one.status });
}

function push(one, was) {
  if (!past.has(one.base)) past.set(one.base, []);
  past.get(one.base).push(was);
}

async function undo(one) {
  const was = (past.get(one.base) || []).pop();
  typing = null;
  if (!was) {
    await turns.get(one.id); // the answer to the undo before this one would wipe what is said
    return say("Nothing to undo here. 没有可撤销的。");
  }
  if (was.cuts) return recut(one, was.cuts);
  const back = byId.get(was.id);
  if (!back) return undo(one);
  clearTimeout(waiting.get(back.id));
  document.getElementById(back.id).querySelector(".en").textContent = back.en = was.en;
  back.status = was.en ? "draft" : "untranslated";
  await keep(back, was.status === "reviewed" ? "reviewed" : "draft");
  if (was.status === "verified" || was.status === "machine") { back.status = was.status; tell(back); count(); }
}

// ---------------------------------------------------------------- parts

function family(one) { return segments.filter((other) => other.base === one.base); }

// Offer the places of this row at which its segment may be cut, as buttons.
function offer(one) {
  const place = document.getElementById(one.id).querySelector(".joints");
  const kin = family(one);
  const start = kin.slice(0, kin.indexOf(one)).reduce((sum, other) => sum + other.zh.length, 0);
  const free = one.joints.filter((at) => at > start && at < start + one.zh.length);
  place.textContent = free.length ? "cut behind 在此处切分: " : "nowhere to cut 没有可切分处";
  for (const at of free) {
    const button = made("button", "", one.whole.slice(Math.max(start, at - 6), at) + " ✂ " + one.whole.slice(at, at + 4));
    button.type = "button";
    button.addEventListener("click", () => cut(one, [...one.cuts, at].sort((a, b) => a - b)));
    place.append(button, " ");
  }
  const first = place.querySelector("button");
  if (first) first.focus();
}

function together(one) {
  if (one.cuts.length) cut(one, []); else say("This segment is whole. 本句没有切分。");
}

function cut(one, cuts) {
  push(one, { cuts: one.cuts });
  return recut(one, cuts);
}

async function recut(one, cuts) {
  for (const other of family(one)) if (waiting.has(other.id)) { clearTimeout(waiting.get(other.id)); await keep(other); }
  await Promise.all(family(one).map((other) => turns.get(other.id)));
  if (!data.served) return replaceRows(one, apart(one, cuts));
  const [code, said] = await ask("cut", { id: one.base, cuts });
  if (code !== 200) return say(said.error);
  replaceRows(one, said.rows);
}

// From disk the page cuts by itself; the parts keep what was written in them for as long as the page is open.
const keptParts = new Map();
function apart(one, cuts) {
  const whole = joined(family(one));
  for (const other of family(one)) keptParts.set(other.base + other.zh, other);
  const ends = [...cuts, one.whole.length];
  return ends.map((end, at) => {
    const zh = one.whole.slice(at ? ends[at - 1] : 0, end);
    const known = keptParts.get(one.base + zh);
    const row = { ...whole, ...(known || { en: "", status: "untranslated", findings: [], ours: "", author: "", version: 0 }) };
    const held = one.figures.filter(([quote]) => zh.includes(quote));
    if (!cuts.length) return { ...whole, id: one.base, zh, cuts, en: whole.en || one.wholeEn };
    return { ...row, id: one.base + "." + (at + 1), zh, cuts, figures: held, wholeEn: whole.en };
  });
}

// The English of all parts as that of their segment.
function joined(kin) {
  const [first] = kin;
  if (kin.length === 1) return first;
  const full = kin.every((one) => one.en);
  return {
    ...first, id: first.base, zh: first.whole, en: full ? kin.map((one) => one.en).join(" ") : "",
    status: !full ? "untranslated" : kin.every((one) => one.status === "reviewed") ? "reviewed" : "draft",
    figures: kin.flatMap((one) => one.figures), findings: [],
  };
}

function wholes() {
  const kin = new Map();
  for (const one of segments) kin.set(one.base, [...(kin.get(one.base) || []), one]);
  return [...kin.values()].map(joined);
}

function replaceRows(one, rowsNow) {
  const kin = family(one);
  const at = segments.indexOf(kin[0]);
  const before = document.getElementById(kin[0].id);
  const shown = rowsNow.map((now) => row(now));
  before.before(...shown);
  here = null;
  for (const other of kin) {
    byId.delete(other.id);
    for (const item of rows.querySelectorAll("[id='" + other.id + "']")) if (!shown.includes(item)) item.remove();
  }
  segments.splice(at, kin.length, ...rowsNow);
  for (const now of rowsNow) { byId.set(now.id, now); tell(now); }
  count();
  shown[0].querySelector(".en").focus();
}
