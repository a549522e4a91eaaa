"""The page itself: one file of markup, style and script, with nothing from outside."""

from __future__ import annotations

import json
from typing import TypeAlias

Words: TypeAlias = dict[str, str]

_STYLE = """
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 52rem; margin: 2rem auto;
  padding: 0 1rem; color: #222 }
#drop { display: block; border: 2px dashed #888; border-radius: 8px; padding: 2.5rem; text-align: center }
#drop, button, summary { cursor: pointer }
#drop.over, #drop:focus-within { border-color: #14507a; background: #eef4f8 }
button { font: inherit; margin: .2rem; padding: .3rem .8rem }
table { border-collapse: collapse; width: 100% }
td { border-bottom: 1px solid #ddd; padding: .2rem .5rem; vertical-align: top }
.error { color: #a11 } .why { color: #666; white-space: nowrap }
"""
_SCRIPT = """
const $ = (id) => document.getElementById(id);
const add = (parent, kind, text, style) => {
  const made = parent.appendChild(document.createElement(kind));
  if (text) made.textContent = text;
  if (style) made.className = style;
  return made;
};
const say = (text, wrong) => { $("state").textContent = text; $("state").className = wrong ? "error" : ""; };
const asked = async (address, body) => {
  try { return await fetch(address, { method: "POST", body }); }
  catch { say(WORDS.gone, true); return null; }
};
const failed = async (answer) => { const e = (await answer.json()).error; say(e.code + ": " + e.message, true); };
async function read(file) {
  say(WORDS.reading); $("found").replaceChildren();
  const answer = await asked("read?name=" + encodeURIComponent(file.name), file);
  if (answer === null) return;
  if (!answer.ok) return failed(answer);
  show(await answer.json()); say("");
}
function show(found) {
  const here = $("found");
  add(here, "h2", found.said.title || found.name);
  const { title, ...other } = found.said;
  add(here, "p", Object.values(other).join(" · "));
  const make = add(here, "p");
  for (const target of found.targets) {
    const button = add(make, "button", target.label);
    button.onclick = () => download(found.id, target.name);
  }
  for (const notice of found.notices) add(here, "p", notice.message, notice.level === "warning" ? "error" : "why");
  section(here, WORDS.headings, found.headings, (row, one) => {
    add(row, "td", "\\u3000".repeat(one.level - 1) + one.text);
  });
  section(here, WORDS.left_out, found.left_out, (row, one) => {
    add(row, "td", String(one.line), "why"); add(row, "td", one.text); add(row, "td", one.reason, "why");
  });
}
function section(here, title, rows, fill) {
  const part = add(here, "details"); part.open = rows.length < 30;
  add(part, "summary", title + " (" + rows.length + ")");
  const table = add(part, "table");
  for (const one of rows) fill(add(table, "tr"), one);
}
async function download(id, target) {
  say(WORDS.making);
  const answer = await asked("make?id=" + id + "&target=" + target);
  if (answer === null) return;
  if (!answer.ok) return failed(answer);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(answer.headers.get("X-File-Name"));
  link.click(); say(link.download);
}
for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
$("file").onchange = () => $("file").files[0] && read($("file").files[0]);
for (const name of ["dragover", "dragleave", "drop"]) $("drop").addEventListener(name, (event) => {
  event.preventDefault(); $("drop").classList.toggle("over", name === "dragover");
  if (name === "drop" && event.dataTransfer.files[0]) read(event.dataTransfer.files[0]);
});
"""
ENGLISH: Words = {
    "title": "exporter",
    "drop": "Drop a document here, or choose one",
    "local": "Everything stays on this machine.",
    "reading": "Reading …",
    "making": "Making the file …",
    "gone": "The program has ended; start exporter serve again.",
    "headings": "Headings",
    "left_out": "Left out of the document",
}
CHINESE: Words = {
    "title": "exporter",
    "drop": "把文件拖到这里，或点击选择",
    "local": "所有内容都只在这台机器上处理。",
    "reading": "正在读取……",
    "making": "正在制作……",
    "gone": "程序已经结束；请再运行 exporter serve。",
    "headings": "标题",
    "left_out": "没有放进文件的内容",
}


def page(nonce: str, language: str) -> str:
    """Give the page in a language, `zh` or `en`; its script and style bear the nonce."""
    words = CHINESE if language == "zh" else ENGLISH
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{words["title"]}</title>'
        f'<meta name="viewport" content="width=device-width"><style nonce="{nonce}">{_STYLE}</style></head><body>'
        f"<h1>{words['title']}</h1>"
        f'<label id="drop">{words["drop"]}<br><input id="file" type="file"></label><p>{words["local"]}</p>'
        f'<p id="state" role="status"></p><div id="found"></div>'
        f'<script nonce="{nonce}">const WORDS = {json.dumps(dict(words), ensure_ascii=False)};{_SCRIPT}</script>'
        "</body></html>"
    )
