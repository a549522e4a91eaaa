"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const segments = data.segments;
const byId = new Map(segments.map((one) => [one.id, one]));
const rows = document.getElementById("rows");
const author = document.getElementById("author");
const shelf = "exporter-review " + data.name;
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
  const field = here ? place.querySelector(".remark") : null; // somebody may be writing in it
  for (const child of [...place.children]) if (child !== field) child.remove();
  if (one.findings.length) {
    const list = made("ul", "findings");
    for (const finding of one.findings) list.append(made("li", isDoubt(finding) ? "look" : "", finding.message));
    place.prepend(list);
  }
  if (!here) {
    if (one.note) place.append(made("p", "note", "Remark 备注: " + one.note));
    return;
  }
  if (!field) place.append(remark(one));
  const helps = made("div", "helps");
  for (const [zh, en] of one.terms) helps.append(helper(zh + " → " + en, en, one));
  for (const [quote, english] of one.figures) helps.append(made("span", "figure", quote + (english ? " → " + english : "")));
  if (one.wholeEn && one.base !== one.id) helps.append(helper("whole 全句译文: " + one.wholeEn, one.wholeEn, one, true));
  if (one.ours && one.ours !== one.en) helps.append(helper("by rule 规则译文", one.ours, one, true));
  if (one.mine) helps.append(helper("yours, not saved 您的未存稿: " + one.mine, one.mine, one, true));
  place.append(helps, made("div", "joints"), made("div", "similar"));
}

// A remark goes with the sentence; one that begins with ! and says why overrules the guard in all but figures.
function remark(one) {
  const label = made("label", "remark", "Remark 备注 ");
  const field = made("input");
  field.value = one.note || "";
  field.maxLength = 500;
  field.placeholder = "! and why: overrules a finding, but not of figures 以 ! 开头并说明理由，可否决提示（数字除外）";
  field.addEventListener("input", (event) => { event.stopPropagation(); noted(one, field.value); });
  label.append(field);
  return label;
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
  typing = null;
  const picked = getSelection();
  if (whole) cell.textContent = text;
  else if (picked.rangeCount && cell.contains(picked.anchorNode)) {
    picked.deleteFromDocument();
    picked.getRangeAt(0).insertNode(document.createTextNode(text));
    picked.collapseToEnd();
  } else cell.append((cell.textContent ? " " : "") + text);
  changed(one);
}
