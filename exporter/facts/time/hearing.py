"""Hear what title, session, headings and text say of the years of a document; each voice has its weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporter.facts.numbers.numerals import fold
from exporter.facts.time.naming import digits, years_in
from exporter.model import Document, Heading, Paragraph, heading_text, plain


@dataclass(frozen=True, slots=True)
class Vote:
    """A witness for the year of the speech, which is the year planned; the one before is reviewed."""

    year: int
    weight: float
    said: str


def stated(document: Document) -> Iterator[Vote]:
    """Hear the title, the line of the session, and last the day of the page."""
    metadata = document.metadata
    years = years_in(fold(metadata.title or ""))
    if len(years) > 1 and years[1] == years[0] + 1:
        yield Vote(years[1], 4, f"title {years[1]}")
    elif years:
        yield Vote(years[0], 3, f"title {years[0]}")
    spoken = _session(document)
    if spoken:
        held, month = int(spoken[:4]), int(spoken[5:7])
        yield Vote(held, 3 if month < 11 else 1.5, f"session {spoken}")
        if month >= 11:
            yield Vote(held + 1, 1.5, f"session {spoken}")
    if metadata.date and metadata.date != spoken:
        yield Vote(int(metadata.date[:4]), 0.7, f"page {metadata.date}")


def filed(document: Document) -> Iterator[Vote]:
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
            year, month, day = (digits(one) for one in found.groups())
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{year:04}-{month:02}-{day:02}"
    return None


_HEAD = 3000
"""Characters of a source in which the line of a session stands; pages have their menus first."""


def headings(document: Document) -> Iterator[Vote]:
    """Hear the headings: 2025年工作总结 over 2026年工作安排, by their order and their words."""
    texts = [fold(text) for text in _heading_texts(document)]
    named = [(place, text, years_in(text, bare=True)) for place, text in enumerate(texts) if not _COMPARES.search(text)]
    named = [(place, text, years) for place, text, years in named if len(years) == 1]
    seen: set[str] = set()
    for place, text, (one,) in named:
        later = any(other[0] == one + 1 for _, _, other in named[place + 1 :])
        past, ahead = _PAST.search(text) is not None, _AHEAD.search(text) is not None
        opens = place == 0 and len(texts) > 1 and not ahead
        said = f"heading {one}"
        if said not in seen:
            seen.add(said)
            planned = one if not past and not later and not opens else one + 1
            yield Vote(planned, 2.5 if past != ahead else 1.5 if later or opens else 1.0, said)


def _heading_texts(document: Document) -> Iterator[str]:
    """Give the headings, and the short lines that may be some."""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level >= 1:
            text = heading_text(block)
            if len(text) < _LONGEST:
                yield text
        elif isinstance(block, Paragraph) and block.role == "body" and _is_short(plain(block.runs)):
            yield plain(block.runs)


def _is_short(text: str) -> bool:
    return len(text) < _SHORT and not _STOPS.search(text)


_LONGEST = 60
_SHORT = 40
_STOPS = re.compile("[。；，！：—]|会议")
_COMPARES = re.compile("比|到|至|较|以来")
_PAST = re.compile("回顾|总结|成就|完成情况|执行情况|过去|成效|取得|情况|基本")
_AHEAD = re.compile("安排|任务|目标|重点|部署|打算|要求|建议|思路|设想|预算草案|计划")


def sentences(texts: Iterable[str]) -> Iterator[Vote]:
    """Hear the text: 刚刚过去的2025年, 2026年是…之年, and which years it names most."""
    joined = "\n".join(texts)
    for pattern, later, weight in _TELLING:
        for found in list(pattern.finditer(joined))[:1]:
            year = digits(found[1])
            yield Vote(year + later, weight, found[0][:12])
    counts = Counter(years_in(joined))
    if counts:
        most = counts.most_common(2)
        pair = sorted(year for year, _ in most)
        if len(most) == 2 and pair[1] == pair[0] + 1:
            yield Vote(pair[1], 1, f"text {pair[0]}, {pair[1]}")
        elif most[0][1] > 2:
            yield Vote(most[0][0] + 1, 0.5, f"text {most[0][0]}")


_TURN = "开局|起步|攻坚|关键|决胜|收官"
_TARGET = "预期目标|主要目标|总体要求|总体思路|总要求"
_Y = r"((?:19|20)\d{2}|[一二][零一二三四五六七八九]{3})年"
_TELLING = (
    (re.compile(rf"(?:过去的|走过的|回顾){_Y}"), 1, 2.0),
    (re.compile(rf"{_Y}(?:主要|各项)?(?:目标|任务)[^，。；]{{0,12}}(?:如期|圆满|全面)?完成"), 1, 1.5),
    (re.compile(rf"(?m:^|[。！，\n ]){_Y}，?是[^。；]{{0,60}}(?:{_TURN})[^。；]{{0,10}}年"), 0, 0.8),
    (re.compile(rf"{_Y}(?:经济社会发展|政府工作|工作)[^，。；]{{0,14}}(?:{_TARGET})"), 0, 2.0),
    (re.compile(rf"做好{_Y}"), 0, 1.5),
)
