"""Show the shares of the three sectors of industry as one bar of a hundred for each year that a report states."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from exporter.brief.languages import label, language_of
from exporter.brief.options import Languages
from exporter.brief.phrases import joined, noted, of, words
from exporter.brief.subjects import known
from exporter.brief.wording import digits
from exporter.english.document import names_of
from exporter.english.figures.owners import owner_is_lost
from exporter.english.figures.restrictions import is_restricted
from exporter.facts.passages import text_of
from exporter.model import Chart, Document, Fact, Paragraph, Series

STRUCTURE = "三次产业结构"
SECTORS = (("第一产业", "Primary industry"), ("第二产业", "Secondary industry"), ("第三产业", "Tertiary industry"))
ROUNDED = Decimal("0.2")
"""What shares that are rounded may lack of a hundred, or have more."""
MOST = 3
"""Years that are shown at the most."""
_FOREIGN = frozenset(("agent", "modifier", "whole", "among", "purpose", "unread"))
"""Roles of words that say that a structure is not, or not only, that of the place."""


def structures(document: Document, year: str) -> tuple[Fact, ...]:
    """Give the structure of each year that the report states, the earliest first; none without that of `year`."""
    text, names = text_of(document), names_of(document.metadata, document.terms)
    found: dict[str, list[Fact]] = {}
    for fact in document.facts:
        if not _is_structure(fact) or owner_is_lost(fact, text, names) or is_restricted(fact, "", text):
            continue
        found.setdefault(fact.period or "", []).append(fact)
    once = {period: facts[0] for period, facts in found.items() if len({shares_of(fact) for fact in facts}) == 1}
    return tuple(once[period] for period in sorted(once)[-MOST:]) if year in once else ()


def _is_structure(fact: Fact) -> bool:
    meant = known(fact)
    if (
        meant is None
        or meant.name != STRUCTURE
        or fact.kind == "target"
        or not fact.sure
        or fact.part_of
        or fact.bound != "exact"
    ):
        return False
    own = all(stretch.role not in _FOREIGN for stretch in fact.account)
    return own and _YEAR.fullmatch(fact.period or "") is not None and len(shares_of(fact)) == len(SECTORS)


_YEAR = re.compile(r"\d{4}")


def shares_of(fact: Fact) -> tuple[Decimal, ...]:
    """Give the shares of a ratio in percent; none where they do not make a hundred."""
    said = _ratio(fact)
    if not _RATIO.fullmatch(said):
        return ()
    shares = tuple(map(Decimal, said.split(":")))
    return shares if abs(sum(shares, Decimal(-100))) <= ROUNDED else ()


def _ratio(fact: Fact) -> str:
    """Give the ratio in the digits of the source, 4.0 as 4.0."""
    return "".join(unicodedata.normalize("NFKC", fact.value or "").replace("∶", ":").split())


_RATIO = re.compile(r"\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+")


def heading(facts: Sequence[Fact]) -> tuple[str, str]:
    """Say the share of the tertiary industry in the last year."""
    last = facts[-1]
    share = digits(shares_of(last)[-1])
    foreseen = ("预计", " (estimate)") if last.kind == "estimate" else ("", "")
    return (
        f"三次产业结构：{last.period}年第三产业{foreseen[0]}占{share}%",
        f"Sectors of industry: tertiary {share}% in {last.period}{foreseen[1]}",
    )


def shares_chart(facts: Sequence[Fact], languages: Languages) -> Chart:
    """Draw a bar for each year, its sectors side by side; values are percent, as stated."""
    years = tuple(label(*_year(fact), languages) for fact in facts)
    columns = zip(*map(shares_of, facts), strict=True)
    series = tuple(Series(label(*names, languages), values) for names, values in zip(SECTORS, columns, strict=True))
    alt = label(_alt(facts, 0), _alt(facts, 1), languages)
    return Chart("shares", years, series, "%", (), alt, language_of(languages))


def _year(fact: Fact) -> tuple[str, str]:
    foreseen = ("（预计）", " (estimate)") if fact.kind == "estimate" else ("", "")
    return f"{fact.period}年{foreseen[0]}", f"{fact.period}{foreseen[1]}"


def _alt(facts: Sequence[Fact], at: int) -> str:
    """Say every share in words, in the first language or in the second."""
    colon, stop, end = (("：", "；", "。"), (": ", "; ", "."))[at]
    each = (
        ", ".join(f"{names[at]} {digits(share)}%" for names, share in zip(SECTORS, shares_of(fact), strict=True))
        for fact in facts
    )
    return stop.join(f"{_year(fact)[at]}{colon}{said}" for fact, said in zip(facts, each, strict=True)) + end


def stated(facts: Sequence[Fact]) -> Paragraph:
    """Say the ratios as the source states them, each tied to its fact."""
    said = words("原文：", " As stated: ")
    for at, fact in enumerate(facts):
        ratio = _ratio(fact)
        zh, en = _year(fact)
        said = joined(said, words("；", "; ") if at else words("", ""), of(fact, f"{zh}{ratio}", f"{ratio} in {en}"))
    return noted(joined(said, words("。", ".")))
