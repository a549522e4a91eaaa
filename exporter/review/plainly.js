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
    if (!units.length && inWords(number, one.en)) continue;
    if (!units.length) found.push({ code: "figure.missing", message: number + " is not said" });
    else if (unit && !units.includes(unit)) found.push({ code: "figure.unit", message: number + " is " + unit + " in the source" });
  }
  // Of numbers that the source writes in characters (千万元, 十八大) this page knows no value: they are a doubt.
  const foreign = /[一二三四五六七八九十百千两]/.test(one.zh) ? "look.number" : "figure.foreign";
  for (const [number] of said) if (!known.has(number)) found.push({ code: foreign, message: number + " stands nowhere in the source" });
  for (const [, month] of one.zh.matchAll(/(?<!\d)(\d{1,2})月/g)) {
    const other = MONTHS.find((name) => new RegExp("\\b" + name + "\\b").test(one.en));
    if (other && !one.en.includes(MONTHS[month - 1])) found.push({ code: "figure.month", message: month + "月 is said as " + other });
  }
  const bounds = [ways(one.zh, MOST_ZH, LEAST_ZH), ways(one.en, MOST, LEAST)];
  if (bounds[0] && bounds[1] && bounds[0] !== bounds[1]) found.push({ code: "figure.bound", message: "the source says the other bound" });
  const told = [ways(one.zh, FELL_ZH, ROSE_ZH), ways(one.en, FELL, ROSE)];
  if (told[0] && told[1] && told[0] !== told[1]) found.push({ code: "meaning.direction", message: "the source says that it " + told[0] });
  return found;
}

// Numbers of a text, each with the scale or unit behind it: 15.73 billion, 8 percent.
function amounts(text) {
  return [...text.matchAll(/(\d+(?:[.,]\d+)*)(?:[ -](trillion|billion|million|percentage point|percent))?/g)]
    .map(([, number, unit]) => [number.replace(/,/g, ""), unit || ""]);
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function inWords(number, english) {
  return number in WORDS && new RegExp("\\b" + WORDS[number] + "\\b", "i").test(english);
}

const LEAST_ZH = /不低于|不少于|以上/, MOST_ZH = /不超过|不高于|以内|以下/;
const LEAST = /\b(?:at least|no (?:less|fewer) than|or (?:more|above))\b/i, MOST = /\b(?:at most|no more than|or (?:less|below))\b/i;
const ROSE_ZH = /增长|增加|提高|上升|上涨/, FELL_ZH = /下降|减少|降低|回落|下跌/;
const ROSE = /\b(?:up|rose|rise[ns]?|increase[ds]?|gr[eo]w(?:s|n|th)?)\b/i, FELL = /\b(?:down|fell|falls?|fallen|decrease[ds]?|decline[ds]?|drop(?:s|ped)?|reduce[ds]?)\b/i;

// Which way a text tells of, where it tells of one alone.
function ways(text, fell, rose) {
  return fell.test(text) === rose.test(text) ? "" : fell.test(text) ? "fell" : "rose";
}
