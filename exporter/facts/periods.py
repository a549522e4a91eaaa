"""Say which year a figure describes, and whether it is a result, a target or an estimate."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.facts.numerals import chinese_number, fold
from exporter.facts.statements import Statement
from exporter.model import Document, FactKind, Heading, Paragraph, plain

SectionKind: TypeAlias = Literal["review", "plan", "mixed"]
"""`mixed`: a document that is no report, whose sentences say themselves what they speak of."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years of a document."""

    reviewed: int | None
    planned: int | None


@dataclass(frozen=True, slots=True)
class Section:
    """What the heading over a passage says of its time."""

    kind: SectionKind
    period: str | None
    """Year, or years of a review of several."""
    title: str | None = None
    span: str | None = None
    """Years that the paragraphs speak of since one began with them (五年来，…)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a sentence that name a time."""

    start: int
    end: int
    period: str
    role: Literal["at", "base", "compared"]
    """`base`: where a change set out (由2011年的…); `compared`: what is compared with (比2011年)."""
    local: bool = False
    """It speaks for its own clause alone, as another mark speaks for the sentence (到2007年，…；五年累计…)."""


def calendar_of(document: Document) -> Calendar:
    """Take the years of a document from its metadata, its headings or its first words; one gives the other."""
    metadata = document.metadata
    reviewed, planned = metadata.year_reviewed, metadata.year_planned
    opening = " ".join(filter(None, (metadata.title, metadata.subtitle, metadata.date)))
    if reviewed is None and planned is None:
        reviewed, planned = _years_of(" ".join(_openings(document)))
    if reviewed is None and planned is None and (dated := _YEAR.search(opening)):
        is_past = metadata.doc_type == "communique"
        reviewed, planned = (int(dated[0]), None) if is_past else (None, int(dated[0]))
    if metadata.doc_type in ("work_report", "other"):
        reviewed = planned - 1 if reviewed is None and planned else reviewed
        planned = reviewed + 1 if planned is None and reviewed else planned
    return Calendar(reviewed, planned)


def _openings(document: Document) -> Iterator[str]:
    """Give the headings, and the first words of the other passages."""
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph)):
            yield plain(block.runs)[: None if isinstance(block, Heading) else 120]


def _years_of(text: str) -> tuple[int | None, int | None]:
    """Find the years that a report says it reviews and plans: 2019年工作回顾, 2020年主要任务."""
    past, ahead = _PAST_YEAR.search(text), _NEXT_YEAR.search(text)
    return (int(past[1]) if past else None), (int(ahead[1]) if ahead else None)


_PAST_YEAR = re.compile(r"((?:19|20)\d{2})年(?:的)?(?:工作|政府工作)?(?:回顾|总结|工作情况)")
_NEXT_YEAR = re.compile(
    r"((?:19|20)\d{2})年(?:的)?(?:经济社会发展)?(?:主要|重点|总体|政府|工作)?(?:目标|任务|工作任务|工作安排|工作重点|工作总体|重点工作)"
)


def first_section(document: Document, calendar: Calendar) -> Section:
    """Give the section that a document begins in, before its first heading."""
    kinds: dict[str, SectionKind] = {"work_report": "review", "communique": "review", "plan": "plan"}
    kind = kinds.get(document.metadata.doc_type, "mixed")
    if kind == "mixed" and _PAST_YEAR.search(" ".join(_openings(document))):
        kind = "review"
    return _section(kind, calendar, None)


def section_under(heading: str, before: Section, calendar: Calendar) -> Section:
    """Give the section that a level-1 heading opens; one that says nothing of time goes on as before."""
    if before.kind == "mixed":
        return Section("mixed", before.period, heading)
    years = [int(year) for year in _YEAR.findall(heading)]
    kind: SectionKind = before.kind
    if _REVIEW.search(heading):
        kind = "review"
    elif _PLAN.search(heading):
        kind = "plan"
    elif years and calendar.planned:
        kind = "plan" if years[0] >= calendar.planned else "review"
    several = _several(heading, calendar) if kind == "review" else None
    section = _section(kind, calendar, heading)
    if several and not years:
        return Section(kind, several, heading)
    if len(years) == 1:
        return Section(kind, str(years[0]), heading)
    return section if kind != before.kind or _REVIEW.search(heading) else Section(kind, before.period, heading)


def section_from(passage: str, section: Section, calendar: Calendar) -> Section:
    """Give the section as the opening words of a passage leave it: 五年来 speaks for what follows, 一年来 ends that."""
    opening = fold(passage[:_HEAD])
    found = [mark for mark in marks(opening, calendar) if mark.role == "at" and mark.start < _HEAD - 16]
    if section.kind == "mixed" or not found:
        return section
    spans = [mark.period for mark in found if "-" in mark.period]
    if section.kind == "plan":
        spans = [
            span for span in spans if calendar.planned and int(span[:4]) >= calendar.planned and _AIMS.search(opening)
        ]
    elif found[0].start > _OPENING:
        return section
    span = spans[0] if spans else None
    return section if span == section.span else dataclasses.replace(section, span=span)


_HEAD = 40
"""Characters at the beginning of a passage that may say which years it speaks of."""
_AIMS = re.compile("目标|要求|任务|实现|努力")


def section_within(sentence: str, section: Section, calendar: Calendar) -> Section:
    """Give the section of a sentence that holds a heading, or says itself that it sets targets."""
    heading = _INLINE.search(sentence)
    if heading and section.kind != "mixed":
        return section_under(heading[1], section, calendar)
    if section.kind == "review" and _TARGETS.search(sentence):
        return dataclasses.replace(_section("plan", calendar, section.title), title=section.title)
    return section


_INLINE = re.compile(r"(?:^|[\s。])([一二三四五六]、[^，。；：]{4,24}?)(?=\s)")
_TARGETS = re.compile(
    "(?:今年|主要|预期|发展)[^，。；]{0,12}目标(?:任务)?(?:是|为|：|建议)|今后五年[^，。；]{0,12}目标"
)


def _section(kind: SectionKind, calendar: Calendar, title: str | None) -> Section:
    year = calendar.planned if kind == "plan" else calendar.reviewed or calendar.planned
    return Section(kind, str(year) if year else None, title)


_YEAR = re.compile(r"(?:19|20)\d{2}")
_REVIEW = re.compile("回顾|总结|过去|取得|成就|成绩|完成情况|执行情况|工作情况|以来|基本情况|一年来|五年来|五年工作$")
_PLAN = re.compile(
    "任务|安排|目标|部署|总体要求|打算|今后|未来|展望|举措|设想|思路|建议|重点工作|主要工作|奋力|加强|建设|推进|努力"
)


# ---------------------------------------------------------------- marks of time in a sentence

_FIVE_YEARS = {
    "一": 1953,
    "二": 1958,
    "三": 1966,
    "四": 1971,
    "五": 1976,
    "六": 1981,
    "七": 1986,
    "八": 1991,
    "九": 1996,
}
_TENS = {"": 2001, "一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}

_MARK = re.compile(
    r"(?P<from>(?:19|20)\d{2})年?(?:[-—–~～－]{1,2}|至|到)(?P<to>(?:19|20)\d{2})年"
    r"|(?P<year>(?:19|20)\d{2}(?=年|/\d{2}))(?:/\d{2})?(?:财政|课税)?年?度?(?P<since>以来)?"
    r"|(?P<spelled>[一二][零一二三四五六七八九]{3}(?=年|/))(?:/[零一二三四五六七八九]{2})?(?:财政|课税)?年?度?"
    r"|(?P<word>今年|去年|上年|前年|明年|本年|来年)"
    r"|(?<![三第])[“‘「]?十(?P<plan>[一二三四五六]?)五[”’」]?(?=时期|期间|以来|末|期末|规?划?前|收官|规划|这五年|累计|五年|，|前)(?:时期|期间|以来|规划)?(?P<last>期?末)?(?:前(?P<first>[一二三四])年)?"
    r"|(?P<ahead>今后|未来|下)(?:的|一个)?(?P<more>[一二两三四五六七八九十]|\d{1,2})个?年"
    r"|(?:过去|近|这|前|最近|几)?(?:的)?(?P<years>[一二两三四五六七八九十]|\d{1,2})年(?:来|间|累计|时间里)|(?:过去|这|近)(?:的)?(?P<past>[三四五])年|(?P<term>本届政府(?:任期|成立|以来)?)"
)
_COMPARED = re.compile(r"(?:比|较|与|同|于|超|是|为|按|相当于|从?[^，；。]{0,2}相比)(?:上述)?$")
_BASE = re.compile(r"(?:由|从|自)$")


def marks(text: str, calendar: Calendar, section: Section | None = None) -> tuple[Mark, ...]:
    """Find the words of a folded sentence that name a time, in order."""
    found: list[Mark] = []
    titles = [title.span() for title in _TITLE.finditer(text)]
    for word in _MARK.finditer(text):
        if any(start < word.start() < end for start, end in titles):
            continue
        period = _period(word, calendar)
        if period is None:
            continue
        local = word.lastgroup == "years" and bool(found)
        if local:
            period = _ending(found, period)
        if word["word"] == "上年" and section and section.kind == "review" and calendar.reviewed:
            period = str(calendar.reviewed - 1)
        before = text[max(0, word.start() - 4) : word.start()]
        role: Literal["at", "base", "compared"] = "at"
        if _BASE.search(before) and not text.startswith(("起", "开始", "以来"), word.end() + 1):
            role = "base"
        elif _COMPARED.search(before) or _VERSUS.match(text, word.end()):
            role = "compared"
        found.append(Mark(word.start(), word.end(), period, role, local))
    return tuple(found)


def _ending(found: Sequence[Mark], period: str) -> str:
    """Let a number of years end with the year that the sentence named before (到2007年，五年累计)."""
    last = next((mark.period[-4:] for mark in reversed(found) if mark.role == "at"), period[-4:])
    count = int(period[-4:]) - int(period[:4])
    return f"{int(last) - count}-{last}" if count else last


_TITLE = re.compile("《[^》]{0,80}》")
_VERSUS = re.compile(r"年?(?:的[\d.]+倍|相比|同期相比|为基期|价格|的?水平|不变价)")


def _period(word: re.Match[str], calendar: Calendar) -> str | None:
    group = word.lastgroup
    if word["from"]:
        return f"{word['from']}-{word['to']}"
    if word["year"]:
        return f"{word['year']}-{calendar.reviewed}" if word["since"] and calendar.reviewed else word["year"]
    if word["spelled"]:
        return str(chinese_number(word["spelled"]))
    if word["word"]:
        return _relative(word["word"], calendar)
    if word["plan"] is not None:
        return _five_years(word)
    if group == "more" and calendar.planned:
        return f"{calendar.planned}-{calendar.planned + _count(word['more']) - 1}"
    return _past_years(word, calendar)


def _relative(word: str, calendar: Calendar) -> str | None:
    """Read 今年, 去年 … from the year of the speech."""
    year = calendar.planned or (calendar.reviewed + 1 if calendar.reviewed else None)
    if year is None:
        return None
    away = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1}[word]
    if calendar.planned is None and word in ("今年", "本年"):
        away = -1
    return str(year + away)


def _five_years(word: re.Match[str]) -> str | None:
    start = _TENS.get(word["plan"])
    if start is None:
        return None
    if word["last"]:
        return str(start + 4)
    return f"{start}-{start + (_count(word['first']) if word['first'] else 5) - 1}"


def _past_years(word: re.Match[str], calendar: Calendar) -> str | None:
    """Read 五年来, 过去五年, 本届政府: years that end with the year reviewed."""
    count = _count(word["years"] or word["past"] or "五")
    if calendar.reviewed is None:
        return None
    return str(calendar.reviewed) if count == 1 else f"{calendar.reviewed - count + 1}-{calendar.reviewed}"


def _several(heading: str, calendar: Calendar) -> str | None:
    """Give the years of a section that reviews several."""
    found = [mark.period for mark in marks(heading, calendar) if "-" in mark.period]
    return found[0] if found else None


def _count(word: str) -> int:
    if word.isascii():
        return int(word)
    return int(chinese_number(word) or 5)


# ---------------------------------------------------------------- the time of a statement


def span_of(found: Sequence[Mark], span: str | None, section: Section) -> str | None:
    """Give the years that a passage speaks of behind a sentence: one that begins with years sets them."""
    if section.kind == "plan" or not found or found[0].start > _OPENING:
        return span
    return found[0].period if "-" in found[0].period else None


_OPENING = 6
"""Characters before the first mark of a sentence that speaks for those behind it."""


def period_of(
    statement: Statement, at: int, found: Sequence[Mark], section: Section, span: str | None, text: str
) -> str | None:
    """Give the year or years of a statement whose number stands at `at` of its sentence.

    `span`: years that the paragraph speaks of (五年来), for sums and yearly averages.
    """
    if statement.role == "base":
        return _base_period(statement, at, found, section, span)
    before = [m for m in found if m.start <= at and m.role == "at" and not (m.local and m.start < statement.clause)]
    period = before[-1].period if before else _unsaid(section)
    if before and "-" in before[-1].period:
        span = before[-1].period
    whole = span or (period if period and "-" in period else None)
    if whole and (statement.average or _SUM.search(text, statement.start, at)):
        return whole
    level = statement.role in ("value", "share", "rank") and (statement.arrived or section.kind == "plan")
    if period and "-" in period and (level or not before):
        return period.partition("-")[2]
    return period


def _unsaid(section: Section) -> str | None:
    """Give the time of a statement that names none: the section's, or the years of the plan it stands in."""
    return section.span if section.kind == "plan" and section.span else section.period


_SUM = re.compile("累计|(?<!公)共|合计|总计")


def _base_period(
    statement: Statement, at: int, found: Sequence[Mark], section: Section, span: str | None
) -> str | None:
    own = [mark for mark in found if mark.role == "base" and mark.start <= at]
    if own:
        return own[-1].period
    compared = [mark for mark in found if mark.role == "compared" and mark.start <= at]
    if compared:
        return compared[-1].period
    spans = [mark.period for mark in found if mark.start <= at and "-" in mark.period]
    years = spans[-1] if spans else span or section.period
    return str(int(years[:4]) - 1) if years else None


def kind_of(
    statement: Statement, at: int, period: str | None, section: Section, calendar: Calendar, text: str
) -> FactKind:
    """Say whether a statement is a result, a target or an estimate."""
    if statement.role == "base":
        return "actual"
    if statement.estimate and section.kind != "plan":
        return "estimate"
    year = int(period[-4:]) if period and period[-4:].isdigit() else None
    if section.kind == "plan":
        past = year is not None and calendar.planned is not None and year < calendar.planned
        return "actual" if past or _DONE.search(text, max(0, at - 12), at) else "target"
    if section.kind == "review":
        ahead = year is not None and calendar.reviewed is not None and year > calendar.reviewed
        return "target" if ahead or statement.strive else "actual"
    aims = statement.strive or _AIM.search(text, 0, at) is not None
    ahead = year is not None and calendar.planned is not None and year >= calendar.planned
    return "target" if aims or (ahead and _TOWARDS.search(text, 0, at)) else "actual"


_DONE = re.compile("目前|截至|现有|已(?:完成|达|建成|开工|投入|落实|有)")
_AIM = re.compile(r"目标|力争|争取|确保|到20\d{2}年|要(?![素求点])|将|计划|建议")
_TOWARDS = re.compile("到|将|会|要")
