
(() => {
  "use strict";
  const print = document.getElementById("print");
  print.hidden = false;
  print.addEventListener("click", () => window.print());

  const panel = document.getElementById("panel");
  if (!panel) return;
  const facts = JSON.parse(document.getElementById("facts").textContent);
  const rows = document.getElementById("rows");
  const home = rows.parentNode;
  const room = panel.querySelector(".panel-text");
  let opener = null;
  let lit = [];

  for (const link of document.querySelectorAll("a[data-fact]")) {
    if (link.dataset.fact in facts) link.setAttribute("aria-haspopup", "dialog");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-fact]");
    const asked = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || asked || !Object.hasOwn(facts, link.dataset.fact)) return;
    event.preventDefault();
    open(link, facts[link.dataset.fact]);
  });
  document.getElementById("close").addEventListener("click", () => panel.close());
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
  panel.addEventListener("close", () => {
    if (panel.open) return; // opened anew before the news of its closing came
    darken();
    home.append(rows);
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  });

  function open(link, fact) {
    darken();
    opener = link;
    head(fact);
    room.append(rows);
    light(fact);
    if (!panel.open) panel.showModal();
    const mark = room.querySelector("mark");
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  }

  function head(fact) {
    const title = document.getElementById("panel-title");
    title.replaceChildren(said("zh", "zh-Hans", fact.zh), " ", said("en", "en", fact.en));
    panel.querySelector(".panel-place").replaceChildren(
      said("zh", "zh-Hans", `原文第 ${fact.line} 行`), " ", said("en", "en", `Source, line ${fact.line}`));
    panel.querySelector(".panel-english").textContent = fact.english;
  }

  function said(name, lang, text) {
    const span = document.createElement("span");
    span.className = name;
    span.lang = lang;
    span.textContent = text;
    return span;
  }

  // A row holds one text node; while it is lit, that is cut at the ends of the passage and of its number.
  function light(fact) {
    for (const [at, start, end] of fact.marks) {
      const row = document.getElementById(`row-${at}`);
      const text = row.textContent;
      const number = fact.number.find(([other]) => other === at) || [at, end, end];
      const first = Math.min(Math.max(number[1], start), end);
      const last = Math.min(Math.max(number[2], first), end);
      const mark = document.createElement("mark");
      mark.append(text.slice(start, first));
      if (last > first) mark.append(strong(text.slice(first, last)));
      mark.append(text.slice(last, end));
      row.replaceChildren(text.slice(0, start), mark, text.slice(end));
      row.classList.add("lit");
      lit.push([row, text]);
    }
  }

  function strong(text) {
    const element = document.createElement("strong");
    element.textContent = text;
    return element;
  }

  function darken() {
    for (const [row, text] of lit) {
      row.textContent = text;
      row.classList.remove("lit");
    }
    lit = [];
  }
})();
