"""Say of each number that a body prints in digits what became of it: a figure, or why it is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.facts.extract import facts_of
from exporter.facts.numbers.numerals import fold
from exporter.facts.passages import Grid, Passage, parts_of
from exporter.model import Document, Fact

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_REASONS: tuple[tuple[str, str, str], ...] = (
    ("title or slogan", r"[“‘「《][^”’」》]{0,40}$", r"[^“‘「《]{0,40}[”’」》]"),
    ("note mark", r"[〔\[【] ?(?:\d+[-－—])?$", r" ?[〕\]】]"),
    ("date", "", r" ?(?:年|月|日|时|世纪|/\d{2}年)(?!产|均收)|[-－—―~～至]{1,2}(?:\d{1,2}|\d{4})(?: ?年|月|日)"),
    ("date", r"\d ?$|[-－—―~～] ?$", r" ?\d? ?[年日]"),
    ("time past", r"", r" ?多?(?:周年|[个多]?年来|年乃至|年的发展|年改革|多年|年时间|年[^，。；、]{0,4}期|个月)"),
    ("ordinal", r"第 ?$|届$", ""),
    ("part of a name", r"[A-Za-zⅠ-Ⅻ+×#·．.] ?[-—]?$", ""),
    (
        "part of a name",
        "",
        r" ?(?:[A-Za-z+×]|强|号|型|线|国集团|后(?!，)|中[，、。]|级(?!别)|人制|[县乡](?:[“大\d]|$))",
    ),
    ("mark of a list", r"(?:^|[。；：\s（])$", r"[.．、）)](?!\d)"),
    ("number of a table", r"^ ?[-—#]?$", r"$"),
    ("number of a table", r"[表图] ?$", ""),
    ("class", "", r"[^，。；、]{0,6}?(?:及?以[上下内])[^，。；、左右]"),
    ("class", r"(?:超|过|不足|低于|高于|达|近|突破)(?:过|到|了)? ?$", r"[^，。；、]{0,8}的"),
    ("measure of a thing", "", r"[—\-]?\d* ?(?:千伏|kV|英寸|[毫微纳]米|[吨位]级|分钟|小时|天|米|层)"),
    ("base of a rate", r"每 ?$", ""),
    ("part of the speech", "", r" ?[个项]?大?(?:方面|环节|关口|类|讲|句话|年[^，。；、]{0,3}行动)"),
    ("telephone", "", r"(?<=\d{5})|热线"),
)
_PATTERNS = tuple((name, re.compile(before), re.compile(after)) for name, before, after in _REASONS)


def explained(document: Document) -> Iterator[tuple[str, int, int, str]]:
    """Give each number of the body: its passage, where it stands there, and the reason; empty where there is none."""
    facts = facts_of(document)
    covered = _covered(facts)
    said = {printed for fact in facts for printed in _NUMBER.findall(fold(fact.quote))}
    for part in parts_of(document):
        for passage in (part,) if isinstance(part, Passage) else _cells(part):
            folded = fold(passage.text)
            for found in _NUMBER.finditer(folded):
                inside = not covered.isdisjoint(passage.places[found.start() : found.end()])
                reason = "figure" if inside else _reason(folded, found, isinstance(part, Grid))
                if not reason and found[0] in said:
                    reason = "said again"
                yield passage.text, found.start(), found.end(), reason


def _cells(grid: Grid) -> Iterator[Passage]:
    yield grid.caption
    for row in (grid.head, *grid.rows):
        yield from row


def _covered(facts: tuple[Fact, ...]) -> set[int]:
    """Give the places in the source that figures hold: of their values, and of the changes in their words."""
    places: set[int] = set()
    for fact in facts:
        assert fact.number_span
        places.update(range(fact.number_span.start, fact.number_span.end))
        if fact.change is None:
            continue
        amount = abs(fact.change)
        for found in _NUMBER.finditer(fold(fact.quote)):
            said = (amount, amount / 100, amount / 100 + 1, amount / 10)
            if any(abs(float(found[0]) - float(one)) < 1e-6 for one in said):
                places.update(range(fact.span.start + found.start(), fact.span.start + found.end()))
    return places


def _reason(text: str, found: re.Match[str], in_grid: bool) -> str:
    before, after = text[max(0, found.start() - 42) : found.start()], text[found.end() : found.end() + 42]
    for name, lead, tail in _PATTERNS:
        if (not lead.pattern or lead.search(before)) and (not tail.pattern or tail.match(after)):
            return name
    return "number of a table" if in_grid else ""


def tally(document: Document) -> Counter[str]:
    """Count the numbers of a body by what became of them."""
    return Counter(reason or "unexplained" for *_, reason in explained(document))
