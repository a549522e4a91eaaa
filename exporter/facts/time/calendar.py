"""Say which year a document reviews and which it plans, by all that speaks of it: each witness has its weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exporter.facts.numbers.numerals import chinese_number, fold
from exporter.facts.time.expressions import Setting
from exporter.facts.time.period import Period, five_years
from exporter.model import Document, Heading, Paragraph, Table, heading_text, plain


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


@dataclass(frozen=True, slots=True)
class Vote:
    """A witness for the year of the speech, which is the year planned; the one before is reviewed."""

    year: int
    weight: float
    said: str


def calendar_of(document: Document) -> Calendar:
    """Weigh the witnesses; without any both years are None."""
    metadata = document.metadata
    title = fold(" ".join(filter(None, (metadata.title, metadata.subtitle))))
    texts = list(_texts(document))
    plan = _plan_of(title) if metadata.doc_type not in ("work_report", "budget") else None
    if metadata.doc_type == "communique":
        found = _YEAR.search(title)
        said = _digits(found[0]) if found else metadata.year_reviewed
        return Calendar(said, None, plan, said is not None, (f"title {said}",) if said else ())
    votes = [*_stated(document, title), *_headings(document), *_sentences(texts)] or list(_filed(document))
    if not _tells_years(document, votes):
        return Calendar(plan=plan)
    return replace(_weighed(votes), plan=plan)


def with_years(document: Document) -> Document:
    """Give a document whose metadata say which year it reviews and which it plans."""
    calendar = calendar_of(document)
    metadata = replace(document.metadata, year_reviewed=calendar.reviewed, year_planned=calendar.planned)
    return replace(document, metadata=metadata)


_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?=年(?!远景))|(?<![一二三四五六七八九十零])[一二][零一二三四五六七八九]{3}(?=年(?!远景))"
)
_ORDINAL = "(十[一二三四五六]?|[一二三四五六七八九])"
_PLAN_NAME = re.compile(rf"[“‘「\"]{_ORDINAL}五[”’」\"]|第{_ORDINAL}个五年")


def _plan_of(title: str) -> Period | None:
    """Give the years of the plan that a title names: “十三五”生态环境保护规划."""
    found = plans_in(title) if re.search("规划|计划|纲要", title) else None
    return found[0] if found else None


def plans_in(text: str) -> list[Period]:
    """Give the years of the five-year plans that a folded text names, in order."""
    return [five_years(int(chinese_number(found[1] or found[2]) or 1)) for found in _PLAN_NAME.finditer(text)]


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            yield fold(plain(block.runs))
        elif not isinstance(block, Table):
            continue


def _digits(word: str) -> int:
    return int(word) if word.isascii() else int(chinese_number(word) or 0)


def years_in(text: str) -> list[int]:
    """Give the years that a folded text names, in order."""
    return [_digits(found[0]) for found in _YEAR.finditer(text)]


def _stated(document: Document, title: str) -> Iterator[Vote]:
    """Hear the title, the line of the session, and last the day of the page."""
    metadata = document.metadata
    years = years_in(fold(metadata.title or ""))
    if len(years) > 1 and years[1] == years[0] + 1:
        yield Vote(years[1], 4, f"title {years[1]}")
    elif years:
        yield Vote(years[0], 3, f"title {years[0]}")
    spoken = _session(document)
    if spoken:
        year, month = int(spoken[:4]), int(spoken[5:7])
        yield Vote(year, 3 if month < 11 else 1.5, f"session {spoken}")
        if month >= 11:
            yield Vote(year + 1, 1.5, f"session {spoken}")
    if metadata.date and metadata.date != spoken:
        yield Vote(int(metadata.date[:4]), 0.7, f"page {metadata.date}")


def _filed(document: Document) -> Iterator[Vote]:
    """Take the years of the metadata, where nothing else says any."""
    metadata = document.metadata
    if metadata.year_planned:
        yield Vote(metadata.year_planned, 2, f"planned {metadata.year_planned}")
    if metadata.year_reviewed:
        yield Vote(metadata.year_reviewed + 1, 2, f"reviewed {metadata.year_reviewed}")


_SESSION_DAY = re.compile(
    r"((?:19|20)\d{2}|[一二][零一二三四五六七八九]{3}) ?年 ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3}) ?日[^。！？]{0,40}?(?:会议|大会|全会)"
)


def _session(document: Document) -> str | None:
    """Give the day of the session, from the head of the source as printed or the day of the speech."""
    if document.metadata.speech_date:
        return document.metadata.speech_date
    head = document.origin.text[:_HEAD] if document.origin else ""
    for text in (document.metadata.subtitle or "", document.metadata.title or "", head):
        if found := _SESSION_DAY.search(fold(text)):
            year, month, day = (_digits(one) for one in found.groups())
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{year:04}-{month:02}-{day:02}"
    return None


_HEAD = 3000
"""Characters of a source in which the line of a session stands; pages have their menus first."""


def _headings(document: Document) -> Iterator[Vote]:
    """Hear the headings: 2025年工作总结 over 2026年工作安排, by their order and their words."""
    named = [
        (text, years)
        for block in document.blocks
        if isinstance(block, Heading) and block.level >= 1
        if len(text := fold(heading_text(block))) < 60
        and len(years := years_in(text)) == 1
        and not _COMPARES.search(text)
    ]
    seen: set[str] = set()
    for place, (text, years) in enumerate(named):
        year, later = years[0], any(other[0] == years[0] + 1 for _, other in named[place + 1 :])
        past, ahead = _PAST.search(text) is not None, _AHEAD.search(text) is not None
        if past != ahead or later:
            planned = year if ahead and not past and not later else year + 1
            said = f"heading {year}"
            if said not in seen:
                seen.add(said)
                yield Vote(planned, 2.5 if past != ahead else 1.5, said)


_COMPARES = re.compile("比|到|至|较|以来")
_PAST = re.compile("回顾|总结|成就|完成情况|执行情况|过去|成效|取得|情况|基本")
_AHEAD = re.compile("安排|任务|目标|重点|部署|打算|要求|建议|思路|设想|预算草案|计划")


def _sentences(texts: Iterable[str]) -> Iterator[Vote]:
    """Hear the text: 刚刚过去的2025年, 2026年是…之年, and which years it names most."""
    joined = "\n".join(texts)
    for pattern, later, weight in _TELLING:
        for found in list(pattern.finditer(joined))[:1]:
            year = _digits(found[1])
            yield Vote(year + later, weight, found[0][:12])
    counts = Counter(years_in(joined))
    if counts:
        most = counts.most_common(2)
        pair = sorted(year for year, _ in most)
        if len(most) == 2 and pair[1] == pair[0] + 1:
            yield Vote(pair[1], 1, f"text {pair[0]}, {pair[1]}")
        elif most[0][1] > 2:
            yield Vote(most[0][0] + 1, 0.5, f"text {most[0][0]}")


_Y = r"((?:19|20)\d{2}|[一二][零一二三四五六七八九]{3})年"
_TELLING = (
    (re.compile(rf"(?:过去的|走过的|回顾){_Y}"), 1, 2.0),
    (re.compile(rf"{_Y}(?:主要|各项)?(?:目标|任务)[^，。；]{{0,12}}(?:如期|圆满|全面)?完成"), 1, 1.5),
    (
        re.compile(
            rf"(?:^|[。！，\n ]){_Y}，?是[^。；]{{0,60}}(?:开局|起步|攻坚|关键|决胜|收官)[^。；]{{0,10}}年", re.M
        ),
        0,
        0.8,
    ),
    (
        re.compile(
            rf"{_Y}(?:经济社会发展|政府工作|工作)[^，。；]{{0,14}}(?:预期目标|主要目标|总体要求|总体思路|总要求)"
        ),
        0,
        2.0,
    ),
    (re.compile(rf"做好{_Y}"), 0, 1.5),
)


def _tells_years(document: Document, votes: Iterable[Vote]) -> bool:
    """Say whether a document is one that reviews a year and plans the next; a notice or a news item is not."""
    if document.metadata.doc_type in ("work_report", "budget"):
        return True
    if document.metadata.doc_type in ("plan", "speech", "news", "other"):
        return sum(vote.weight for vote in votes if not vote.said.startswith("page")) >= 2
    return False


def _weighed(votes: Iterable[Vote]) -> Calendar:
    weights: Counter[int] = Counter()
    for vote in votes:
        weights[vote.year] += vote.weight  # type: ignore[assignment]
    if not weights:
        return Calendar()
    ranked = sorted(weights.items(), key=lambda one: -one[1])
    best = ranked[0][0]
    rival = ranked[1][1] if len(ranked) > 1 else 0
    said = tuple(dict.fromkeys(vote.said for vote in votes if vote.year == best))
    return Calendar(best - 1, best, None, ranked[0][1] >= 1.5 * rival + 0.3, said)
