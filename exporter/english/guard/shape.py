"""Find what goes wrong in typing and copying: words that stand twice, an open bracket, half of a sentence missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.english.guard.finding import Finding

SHORT = 0.34
"""English words for each Han character below which a sentence is not all there: of official ones, one in a thousand."""
LONG = 3.2
"""And above which it says more than its source."""
FEW = 12
"""Han characters from which the length of a sentence says something."""


def shape(zh: str, en: str) -> Iterator[Finding]:
    """Report English whose form shows that it is not a whole sentence, once."""
    if (found := _TWICE.search(en)) and not _MAY_DOUBLE.fullmatch(found[1]):
        yield Finding("text.twice", f"{found[1]!r} stands twice; say it once", zh, found[0])
    if (sentence := _said_again(en)) and not _said_again(zh):
        yield Finding("text.twice", f"{sentence!r} stands twice; say it once", zh, sentence)
    plain = _ITEM.sub(" ", en)
    for opening, closing in ("()", "[]", "“”"):
        if plain.count(opening) != plain.count(closing) and zh.count(opening) == zh.count(closing):
            yield Finding("text.bracket", f"{opening} and {closing} do not pair", zh, en)
    if found := _ODD_NUMBER.search(en):
        yield Finding("figure.broken", f"{found[0]!r} is no number; write it as 30,000", zh, found[0])
    if found := _MARKS.search(en):
        yield Finding("text.twice", f"{found[0]!r} is no mark; write one", zh, found[0])
    words, han = len(_WORD.findall(en)), len(_HAN.findall(zh))
    if han >= FEW and not SHORT <= words / han <= (LONG if "“" not in zh else 2 * LONG):
        yield Finding("text.length", f"{words} words of English for {han} characters of Chinese; render it whole", zh)
    if words >= _SENTENCE and not _LITTLE.search(en) and zh.endswith(("。", "！", "；")):
        yield Finding("answer.language", "no English sentence; write it in English", zh)


def _said_again(text: str) -> str | None:
    """Give a sentence that stands twice in a text."""
    seen: set[str] = set()
    for one in _SENTENCES.split(text):
        said = " ".join(one.lower().split())
        if len(said) >= _WHOLE and said in seen:
            return one.strip()
        seen.add(said)
    return None


_TWICE = re.compile(r"\b([A-Za-z]+)\s+\1\b", re.IGNORECASE)
_MAY_DOUBLE = re.compile(r"had|that|is|one|[A-Z]|so|very|step|more|two|many", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?。！？](?:\s|$)")
_WHOLE = 12
"""Characters of a sentence that nobody says twice."""
_ITEM = re.compile(r"(?<![\w(.])[\da-z]{1,2}\)")
"""The number of an item in a list: 1) deepen reform."""
_MARKS = re.compile(r"([,;:!?])\s?\1|[,;:][.,;:]")
_ODD_NUMBER = re.compile(r"[０-９]+|\d,\d{1,2}(?![\d,])|\d,\d{4,}")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’.-]*|\d[\d,.]*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = 6
"""Words from which a sentence has a little word."""
_LITTLE = re.compile(
    r"\b(?:the|an?|of|and|to|in|for|on|by|with|at|as|from|or|is|are|was|were|be|been|has|have|had|will|would|can|shall|should|must|"
    r"we|our|us|it|its|they|their|this|that|these|those|not|no|all|more|into|over|up|per|than|which|who|if|but|so|"
    r"percent|less|[a-z]{2,}ed|[a-z]{3,}ing)\b",
    re.IGNORECASE,
)
