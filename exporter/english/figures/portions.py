"""Say how large a part something is of another, or how many times as large as it was."""

from __future__ import annotations

import re
from decimal import Decimal

from exporter.english.figures.amounts import amount_beside
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.starts import stays
from exporter.english.figures.values import period_said
from exporter.english.grammar.headings import prepared
from exporter.english.words.numbers import bounded, plain
from exporter.model import Fact


def shared(fact: Fact, subject: Measurand) -> str | None:
    """Say a share by what has it: services accounted for 42 percent of GDP; None where it moved or is held."""
    found = _SHARE.fullmatch(subject.noun) or _AS_SHARE.fullmatch(subject.noun)
    text = amount_beside(fact, subject) if found else None
    if found is None or text is None or not text.endswith("percent") or subject.aside or subject.done:
        return None
    if stays(fact) or fact.bound in ("at_most", "strive") or _MOVED.search(prepared(fact.quote)):
        return None
    if not _A_SUM.search(found["whole"]):
        return None
    part = Measurand(found["part"].removeprefix("the "), article="the" if _THE.search(found["part"]) else "")
    said = {"target": f"{part.be} targeted to account", "estimate": f"{part.be} estimated to account"}
    return f"{part.full} {said.get(fact.kind, 'accounted')} for {bounded(text, fact.bound)} of {found['whole']}"


_SHARE = re.compile(r"(?:the )?share of (?P<part>(?:(?! in | of the ).)+) in (?P<whole>(?:(?! in ).)+)")
_AS_SHARE = re.compile(r"(?P<part>.+) as a share of (?P<whole>.+)")
_A_SUM = re.compile(
    r"\b(?:GDP|GDP\)|product|economy|expenditure|expenditures|revenue|spending|value(?: added)?|output|exports|imports|"
    r"trade|investment|population|consumption|capacity|income|sales|area|loans|deposits|enterprises)"
    r"(?: of (?:the )?[\w -]+)?$"
)
"""A whole that is an amount, which others have a part of; a child is no part of a school."""
_THE = re.compile(r"^the |\b(?:sector|industry|economy)$")
_MOVED = re.compile(r"(?:提高|提升|增加|上升|扩大|下降|降低|降|升|增|减少|回落|控制)(?:至|到|为|在)")


def times_over(fact: Fact) -> str | None:
    """Say how many times as large as in an earlier year something was: 是2005年的2.1倍, double the 2006 figure."""
    at = period_said(fact.base) if fact.base and fact.base[:1].isdigit() else None
    found = _TIMES.search(prepared(fact.quote))
    if at is None or found is None or fact.change is None or fact.change_bound != "exact" or fact.upper is not None:
        return None
    size = next((one for one in map(Decimal, _EACH.findall(found[0])) if one == fact.change / 100 + 1), None)
    if size is None:
        return None
    what = f"the {at} figure" if at.isdigit() else f"the figure for {at}"
    return f"double {what}" if size == 2 else f"{plain(size)} times {what}"


_TIMES = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{0,20}?年?[^，。；]{0,12}的(?:[0-9.]+倍[、和及]?)+")
_EACH = re.compile(r"([0-9.]+)倍")
