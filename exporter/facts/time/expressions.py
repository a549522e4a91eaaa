"""Find the words of a sentence that name a time, and say which years they mean in their document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.facts.numbers.numerals import chinese_number

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
    towards: bool = False
    """It says by when (到2020年)."""


_TENS = {"": 2001, "一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}

_MARK = re.compile(
    r"(?P<from>(?:19|20)\d{2})年?(?:[-—–~～－]{1,2}|至|到)(?P<to>(?:19|20)\d{2})年"
    r"|(?P<year>(?:19|20)\d{2}(?=年|/\d{2}))(?:/\d{2})?(?:财政|课税)?年?度?(?P<since>以来)?"
    r"|(?P<spelled>[一二][零一二三四五六七八九]{3}(?=年|/))(?:/[零一二三四五六七八九]{2})?(?:财政|课税)?年?度?"
    r"|(?P<both>今明两年)"
    r"|(?P<word>今年|去年|上年|前年|明年|本年|来年)"
    r"|(?<![三第])[“‘「]?十(?P<plan>[一二三四五六]?)五[”’」]?(?=时期|期间|以来|末|期末|规?划?前|收官|规划|这五年|累计|五年|，|前)(?:时期|期间|以来|规划)?(?P<last>期?末)?(?:前(?P<first>[一二三四])年)?"
    r"|(?P<ahead>今后|未来|下)(?:的|一个)?(?P<more>[一二两三四五六七八九十]|\d{1,2})个?年"
    r"|(?:过去|近|这|前|最近|几)?(?:的)?(?P<years>[一二两三四五六七八九十]|\d{1,2})年(?:来|间|累计|时间里|(?<!第.年)(?<!续.年)(?=增长|增加))|(?<=[长升强好显进大快展实富的])的(?P<those>[三四五])年(?=。)|(?:过去|这|近)(?:的)?(?P<past>[三四五])年|(?P<term>本届政府(?:任期|成立|以来)?)"
)
_COMPARED = re.compile(r"(?:比|较|与|同|于|超|是|为|按|相当于|从?[^，；。]{0,2}相比)(?:上述)?$")
_BASE = re.compile(r"(?:由|从|自)$")


def marks(text: str, calendar: Calendar, section: Section | None = None) -> tuple[Mark, ...]:
    """Find the words of a folded sentence that name a time, in order."""
    if not any(sign in text for sign in "年五届/"):
        return ()
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
        begins = 0 if word["those"] and text.startswith(("这是", "是")) else word.start()
        found.append(Mark(begins, word.end(), period, role, local, before.endswith(("到", "至"))))
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
    if word["both"]:
        return f"{calendar.planned}-{calendar.planned + 1}" if calendar.planned else None
    if word["spelled"]:
        return str(chinese_number(word["spelled"]))
    if word["word"]:
        return _relative(word["word"], calendar)
    if word["plan"] is not None:
        return _until(_five_years(word), calendar)
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


def _until(period: str | None, calendar: Calendar) -> str | None:
    """Let a plan that runs on past the year reviewed end with that year, if it was the plan of that year."""
    if period and "-" in period and calendar.reviewed and int(period[:4]) <= calendar.reviewed < int(period[5:]):
        return f"{period[:4]}-{calendar.reviewed}" if int(period[:4]) < calendar.reviewed else str(calendar.reviewed)
    return period


def _past_years(word: re.Match[str], calendar: Calendar) -> str | None:
    """Read 五年来, 过去五年, 本届政府: years that end with the year reviewed."""
    count = _count(word["years"] or word["past"] or word["those"] or "五")
    if calendar.reviewed is None:
        return None
    return str(calendar.reviewed) if count == 1 else f"{calendar.reviewed - count + 1}-{calendar.reviewed}"


def _count(word: str) -> int:
    if word.isascii():
        return int(word)
    return int(chinese_number(word) or 5)


OPENING = 6
"""Characters before the first mark of a sentence or passage that speaks for what follows it."""
