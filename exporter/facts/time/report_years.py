"""Say which year a document reviews and which it plans, by all that speaks of it: each witness has its weight."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exporter.facts.numbers.numerals import fold
from exporter.facts.time.hearing import Vote, filed, headings, sentences, stated
from exporter.facts.time.marks import Setting
from exporter.facts.time.naming import plans_in, years_in
from exporter.facts.time.period import Period, year
from exporter.model import Document, Heading, Paragraph, plain


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years of a document, and what says so."""

    reviewed: int | None = None
    planned: int | None = None
    plan: Period | None = None
    """The years of the plan that the document is: 2016-2020 of the thirteenth."""
    sure: bool = True
    witnesses: tuple[str, ...] = ()

    def setting(self, ahead: bool = False, focus: Period | None = None, ordered: bool = True) -> Setting:
        """Give what a sentence takes for granted; where a document does not tell in order, now is the year itself."""
        return Setting(self.reviewed if ordered else self.planned, self.planned, ahead, focus)

    def is_over(self, period: Period | None) -> bool:
        """Say whether a time is over when the plan begins."""
        begins = self.planned or (self.plan.first if self.plan else None)
        return period is not None and begins is not None and period.last < begins

    def is_ahead(self, period: Period | None) -> bool:
        """Say whether a time ends after the year that is reviewed."""
        return period is not None and self.reviewed is not None and period.last > self.reviewed


def calendar_of(document: Document) -> Calendar:
    """Weigh the witnesses; without any both years are None."""
    metadata = document.metadata
    if _CONGRESS.search(metadata.session or ""):
        return Calendar()
    title = fold(" ".join(filter(None, (metadata.title, metadata.subtitle))))
    texts = list(_texts(document))
    plan = _plan_of(title) if metadata.doc_type not in ("work_report", "budget") else None
    if metadata.doc_type == "communique":
        named = years_in(title)
        said = named[0] if named else metadata.year_reviewed
        return Calendar(said, None, plan, said is not None, (f"title {said}",) if said else ())
    votes = [*stated(document), *headings(document), *sentences(texts)] or list(filed(document))
    if not _tells_years(document, votes):
        return Calendar(plan=plan)
    return replace(_weighed(votes), plan=plan)


_CONGRESS = re.compile("中国共产党.*次(?:全国)?代表大会$")
"""Whose reports review five years and plan more: no single year is theirs."""


def with_years(document: Document) -> Document:
    """Give a document whose metadata say which year it reviews and which it plans."""
    calendar = calendar_of(document)
    metadata = replace(document.metadata, year_reviewed=calendar.reviewed, year_planned=calendar.planned)
    return replace(document, metadata=metadata)


def _plan_of(title: str) -> Period | None:
    """Give the years of the plan that a title names: “十三五”生态环境保护规划."""
    found = plans_in(title) if re.search("规划|计划|纲要", title) else None
    return found[0] if found else None


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            yield fold(plain(block.runs))


def year_told(document: Document) -> Period | None:
    """Give the year that the title of a document of figures names: 2023年对外贸易情况."""
    title = fold(document.metadata.title or "")
    years = years_in(title)
    return year(years[0]) if len(years) == 1 and _FIGURES.search(title) else None


_FIGURES = re.compile("情况|指标|数据|公报|统计|收支|运行|一览|报表|决算|预算")
_ENOUGH = 2.5


def _tells_years(document: Document, votes: Iterable[Vote]) -> bool:
    """Say whether a document is one that reviews a year and plans the next; a notice or a news item is not."""
    if document.metadata.doc_type in ("work_report", "budget"):
        return True
    if document.metadata.doc_type in ("plan", "speech", "news", "other"):
        return sum(vote.weight for vote in votes if not vote.said.startswith(("page", "title", "text"))) >= _ENOUGH
    return False


def _weighed(votes: Iterable[Vote]) -> Calendar:
    weights: defaultdict[int, float] = defaultdict(float)
    for vote in votes:
        weights[vote.year] += vote.weight
    if not weights:
        return Calendar()
    ranked = sorted(weights.items(), key=lambda one: -one[1])
    best = ranked[0][0]
    rival = ranked[1][1] if len(ranked) > 1 else 0
    said = tuple(dict.fromkeys(vote.said for vote in votes if vote.year == best))
    return Calendar(best - 1, best, None, ranked[0][1] >= 1.5 * rival + 0.3, said)
