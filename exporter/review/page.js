// ---------------------------------------------------------------- moving about

let here = null;
function enter(one) {
  if (here === one) return;
  const last = here;
  here = one;
  typing = null;
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
    const alike = found.numbers ? "but for numbers 仅数字不同 " : Math.round(found.score) + " % ";
    line.append(helper(alike + found.en, found.en, one, true));
    if (found.by) line.append(made("span", "by", " " + found.by));
    for (const [was, is] of found.differs) line.append(" ", made("del", "", was), made("ins", "", is));
    place.append(line);
  }
}

// With Alt some keyboards write another character (ß for S on a Mac): then the key's place says which letter it is.
function typedLetter(event) {
  return (/^[a-z]$/i.test(event.key) ? event.key : event.code.replace("Key", "")).toLowerCase();
}

function toRemark(one) {
  const field = document.getElementById(one.id).querySelector(".remark input");
  if (field) field.focus();
}

document.addEventListener("keydown", (event) => {
  if (!here) return;
  const letter = event.altKey ? typedLetter(event) : "";
  const act = (event.ctrlKey || event.metaKey) && event.key === "Enter" ? () => approve(here)
    : event.altKey && event.key === "ArrowDown" ? () => step(here, 1)
    : event.altKey && event.key === "ArrowUp" ? () => step(here, -1)
    : { z: () => undo(here), s: () => offer(here), j: () => together(here), m: () => similar(here), r: () => toRemark(here) }[letter];
  if (act) { event.preventDefault(); act(); }
});
rows.addEventListener("focusin", (event) => enter(byId.get(event.target.closest("li").id)));
rows.addEventListener("input", (event) => changed(byId.get(event.target.closest("li").id)));

// ---------------------------------------------------------------- filters, progress, the file

document.getElementById("small").hidden = data.served;

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
  const units = wholes().map((one) => {
    const done = one.status === "reviewed" || one.status === "verified";
    const state = { verified: "final", reviewed: "signed-off" }[one.status] || "needs-review-translation";
    const target = one.en ? `<target xml:lang="en-US" state="${state}">${escaped(one.en)}</target>` : "";
    const signed = one.status === "reviewed" && one.author ? "approved by " + one.author : "";
    const said = one.note && signed ? `${one.note} (${signed})` : one.note || signed;
    const note = said ? `<note from="exporter">${escaped(said)}</note>` : "";
    const rule = one.mark && one.status === "verified" ? `<note from="exporter rule">${one.mark}</note>` : "";
    return `<trans-unit id="${one.id}" resname="${one.kind}" xml:space="preserve"${done && one.en ? ' approved="yes"' : ""}>`
      + `<source xml:lang="zh-CN">${escaped(one.zh)}</source>${target}<note from="exporter status">${one.status}</note>${note}${rule}</trans-unit>`;
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
    if (!one || one.zh !== kept.zh || (one.en === kept.en && (kept.note || "") === (one.note || ""))) continue;
    if (data.served && kept.base !== one.version) { one.mine = kept.en; continue; }
    Object.assign(one, { en: kept.en, note: kept.note || one.note, status: kept.status === "reviewed" && data.served ? "draft" : kept.status, author: kept.author || "" });
    document.getElementById(id).querySelector(".en").textContent = one.en;
    if (data.served) keep(one);
  }
} catch (error) { /* nothing is on the shelf */ }
for (const one of segments) tell(one);
options(byStatus, ["untranslated", "draft", "machine", "verified", "reviewed"]);
options(bySection, segments.map((one) => one.section));
count();
