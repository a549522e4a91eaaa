// ---------------------------------------------------------------- a page from disk

// From disk there is no guard: what can be told by itself is told, and the rest when the file is taken back.
function plainly(one) {
  if (!one.en) return [];
  const found = [];
  if (/[\u3400-\u9fff]/.test(one.en.replace(/\([^()]*\)/g, ""))) found.push({ code: "text.han", message: "Chinese is left over" });
  const said = amounts(one.en);
  const wanted = one.figures.flatMap(([, english]) => amounts(english));
  const known = new Set([...wanted, ...amounts(one.zh), ...one.figures.flatMap(([quote]) => amounts(quote))].map(([number]) => number));
  for (const [number, unit] of wanted) {
    const units = said.filter(([other]) => other === number).map(([, other]) => other);
    if (!units.length) found.push({ code: "figure.missing", message: number + " is not said" });
    else if (unit && !units.includes(unit)) found.push({ code: "figure.unit", message: number + " is " + unit + " in the source" });
  }
  for (const [number] of said) if (!known.has(number)) found.push({ code: "figure.foreign", message: number + " stands nowhere in the source" });
  const told = [ways(one.zh, FELL_ZH, ROSE_ZH), ways(one.en, FELL, ROSE)];
  if (told[0] && told[1] && told[0] !== told[1]) found.push({ code: "meaning.direction", message: "the source says that it " + told[0] });
  return found;
}

// Numbers of a text, each with the scale or unit behind it: 15.73 billion, 8 percent.
function amounts(text) {
  return [...text.matchAll(/(\d+(?:[.,]\d+)*)(?:[ -](trillion|billion|million|percentage point|percent))?/g)]
    .map(([, number, unit]) => [number.replace(/,/g, ""), unit || ""]);
}

const ROSE_ZH = /增长|增加|提高|上升|上涨/, FELL_ZH = /下降|减少|降低|回落|下跌/;
const ROSE = /\b(?:up|rose|rise[ns]?|increase[ds]?|gr[eo]w(?:s|n|th)?)\b/i, FELL = /\b(?:down|fell|falls?|fallen|decrease[ds]?|decline[ds]?|drop(?:s|ped)?|reduce[ds]?)\b/i;

// Which way a text tells of, where it tells of one alone.
function ways(text, fell, rose) {
  return fell.test(text) === rose.test(text) ? "" : fell.test(text) ? "fell" : "rose";
}
