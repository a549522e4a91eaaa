"""Find the words of a sentence that name a time, and say which time they mean in their document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.facts.numbers.numerals import chinese_number
from exporter.facts.time.period import Period, five_years, year
from exporter.facts.time.within import NUMBER, PART, TO, read_part

MarkRole: TypeAlias = Literal["at", "base", "compared", "passing"]
"""`base`: where a change set out (由2011年的…); `compared`: what is compared with (比2011年); `passing`: a plan or
a year that is named and dates nothing (编制“十五五”规划)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence takes for granted of its time."""

    reviewed: int | None = None
    planned: int | None = None
    ahead: bool = False
    """It stands among plans."""
    focus: Period | None = None
    """The time that its section or paragraph speaks of."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a sentence that name a time."""

    start: int
    end: int
    period: Period
    role: MarkRole
    local: bool = False
    """It speaks for its own clause alone (到2007年，…；五年累计…)."""
    towards: bool = False
    """It says by when (到2020年)."""
    word: str = ""
    """Which kind of word it is: a name of `_WORDS`."""


def marks(text: str, setting: Setting) -> tuple[Mark, ...]:
    """Find the words of a folded sentence that name a time, in order."""
    if not _SIGN.search(text):
        return ()
    found: list[Mark] = []
    titles = [title.span() for title in _TITLE.finditer(text)] if "《" in text else []
    for word in _MARK.finditer(text):
        if any(start < word.start() < end for start, end in titles):
            continue
        period = _READERS[str(word.lastgroup)](word[0], setting, found)
        if period and word.lastgroup == "year" and setting.reviewed and _LATER_ON.match(text, word.end()):
            period = Period(period.first, max(period.first, setting.reviewed))
        if period is not None:
            found.append(_mark(word, text, period, found))
    return tuple(found)


_LATER_ON = re.compile("[^，。；]{1,16}以来")
"""What happened then is not dated, what came of it is: 2007年|合作医疗开展以来."""
_SIGN = re.compile("[年五届月季目]")
_TITLE = re.compile("《[^》]{0,80}》")
_YEAR = r"(?:(?:19|20)\d{2}|[一二][零一二三四五六七八九]{3})"
_ORDINAL = "(?:十[一二三四五六]?|[一二三四五六七八九])"
_COUNT = r"(?:二十|十[一二三四五六七八九]?|[一二两三四五六七八九]|\d{1,2})"
_WORDS = {
    "range": rf"(?<!\d){_YEAR}年?{TO}{_YEAR}(?:年|学年|雪季|榨季)",
    "both": "今明两年",
    "year": rf"(?<!\d){_YEAR}(?:/\d\d|/[零一二三四五六七八九]{{2}})?(?:年度?|(?:财政|课税)年度)"
    rf"(?:以来|来)?(?:的?(?:{PART}))?",
    "relative": rf"(?:今年|去年|上年|前年|明年|本年|来年)度?(?:以来|来)?(?:的?(?:{PART}))?",
    "plan": rf"(?<![三第\d十])(?:[“‘「\"]{_ORDINAL}五[”’」\"]|十[一二三四五六]?五(?=时期|期间|规划|以来|末|期末|收官))"
    r"(?:时期|期间|规划期间?|以来)?(?:期?末|[前后][一二三四]年)?",
    "ordinal": rf"第{_ORDINAL}个五年(?:计划|规划)(?:时期|期间)?(?:的?第[一二三四五]年)?",
    "ahead": rf"(?:今后|未来|往后|下)(?:的|一个)?{_COUNT}个?年",
    "count": rf"(?<![第\d十续二三四五六七八九])(?:过去|近|这|前|最近|几)?的?{_COUNT}年"
    r"(?:来|以来|间|内|累计|时间里|共|(?=净增|新增|增[长加]|投资))"
    rf"|(?:过去|近|最近|这)的?{_COUNT}年",
    "term": "本届政府(?:任期|成立|以来)?",
    "whole": "全年|年内",
    "now": "(?:截[至止])?(?:目前|今)|当前|现阶段|现时|[至迄]今",
    "part": rf"(?<![每\d一二三四五六七八九十个整半前后代纪周期])(?:{PART})",
}
_MARK = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _WORDS.items()))


def _mark(word: re.Match[str], text: str, period: Period, found: Sequence[Mark]) -> Mark:
    before = text[max(0, word.start() - 6) : word.start()]
    name = str(word.lastgroup)
    role: MarkRole = "at"
    if name != "range" and _BASE.search(before) and not _SINCE.match(text, word.end() - 1):
        role = "base"
    elif _COMPARED.search(before) or _VERSUS.match(text, word.end()):
        role = "compared"
    elif _passes(name, word, text, before):
        role = "passing"
    counted = name == "count" and any(mark.role == "at" for mark in found)
    local = counted or (name == "part" and _MONTH.match(word[0]) is not None and not _opens(text, word))
    return Mark(word.start(), word.end(), period, role, local, before.endswith(("到", "至")), name)


_BASE = re.compile(r"(?:由|从|自)(?:[“‘]?)$")
_SINCE = re.compile("[年末底]?(?:起|开始|以来|以后|至今)")
_COMPARED = re.compile(
    r"(?:比|较|与|同|(?<!关)于|超|(?<![一二三四五六七八九十])是|为|按|相当于|超过|高出|从?[^，；。]{0,2}相比)(?:上述)?[“‘]?$"
)
_VERSUS = re.compile("年?(?:的[0-9.]+倍|相比|同期相比|为基期|(?:不变|可比)?价格?|的?水平|(?:的)?基础上)")
_MONTH = re.compile(rf"{NUMBER}月")


def _opens(text: str, word: re.Match[str]) -> bool:
    """Say whether a month opens a clause and speaks for it: 12月份，居民消费价格…"""
    return text[word.end() : word.end() + 1] == "，" or word[0].endswith(("底", "末"))


def _passes(name: str, word: re.Match[str], text: str, before: str) -> bool:
    """Say whether a time is only named: a plan that is drawn up, the first year of one, a day of a meeting."""
    if name in ("year", "part", "relative"):
        return "截" not in before and (_DAY.match(text, word.end()) is not None or before.endswith(("“", "《")))
    if _OCCASION.match(text, word.end()):
        return True
    if name in ("plan", "ordinal"):
        bare = not word[0].endswith(("时期", "期间", "期间", "规划期", "以来", "末", "年"))
        return (bare and not _ALONE.match(text, word.end())) or _DRAWN_UP.search(before) is not None
    return False


_OCCASION = re.compile("[^，。；：]{0,24}?(?:之年|第[一二三四五]年|收官|开局|起步)")
_DAY = re.compile(r"\d{1,2}日|[一二三四五六七八九十]{1,3}日")
_ALONE = re.compile("，|(?:全[国省市县区州旗]|我[国省市县区州]|我们|累计|年均|五年)")
_DRAWN_UP = re.compile(
    "(?:编制|实施|谋划|制定|衔接|启动|研究|完成|下达|对接|落实|收官|做好|开启|迈进|迎接)(?:好|了|实施)?[“‘]?$"
)

_Reader: TypeAlias = Callable[[str, Setting, Sequence[Mark]], Period | None]


def _range(word: str, setting: Setting, found: Sequence[Mark]) -> Period:
    first, last = (_year(one) for one in re.findall(_YEAR, word))
    return Period(min(first, last), max(first, last))


def _both(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    return Period(setting.planned, setting.planned + 1) if setting.planned else None


def _named_year(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    printed = re.match(_YEAR, word)
    return _in_year(word, _year(printed[0]), setting) if printed else None


def _relative(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 今年, 去年 … from the year of the speech; 上年 in a review is the year before that reviewed."""
    spoken = setting.planned or (setting.reviewed + 1 if setting.reviewed else None)
    if spoken is None:
        return None
    away = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "来": 1}[word[0]]
    if (setting.planned is None and word[0] in "今本") or (word[0] == "上" and not setting.ahead):
        away -= 1
    return _in_year(word, spoken + away, setting)


def _in_year(word: str, number: int, setting: Setting) -> Period | None:
    if _SINCE_YEAR.search(word) and setting.reviewed and number < setting.reviewed:
        return Period(number, setting.reviewed)
    part = re.search(f"(?:{PART})$", word[2:])
    return read_part(part[0], number) if part else year(number)


_SINCE_YEAR = re.compile("来$")


def _plan(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    ordinal = re.search(f'({_ORDINAL})(?=五[”’」"时期规以末收]|个五年)', word)
    if ordinal is None:
        return None
    period = five_years(int(chinese_number(ordinal[1]) or 1))
    if word.endswith("末"):
        return Period(period.last, period.last, point=True)
    if part := re.search("(前|后|第)([一二三四五])年$", word):
        count = int(chinese_number(part[2]) or 0)
        first = {"前": period.first, "后": period.last - count + 1, "第": period.first + count - 1}[part[1]]
        return Period(first, first + count - 1) if part[1] != "第" else year(first)
    return _until(period, setting)


def _until(period: Period, setting: Setting) -> Period:
    """Let a plan that runs on past the year reviewed end with that year, where results are told."""
    if not setting.ahead and setting.reviewed and period.first <= setting.reviewed < period.last:
        return Period(period.first, setting.reviewed)
    return period


def _ahead(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    return Period(setting.planned, setting.planned + _count(word) - 1) if setting.planned else None


def _past_years(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 五年来, 过去五年, 三年累计: years that end with the year reviewed, or with the year named before."""
    count = _count(word) if "届" not in word else 5
    focus = setting.focus
    if focus and focus.is_span and focus.last - focus.first + 1 == count:
        return focus
    named = next((mark.period.last for mark in reversed(found) if mark.role == "at" and not mark.period.is_span), None)
    last = named or (focus.last if focus and setting.ahead else setting.reviewed)
    return Period(last - count + 1, last) if last and count < 80 else None


def _whole(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    return year(number) if (number := _at_year(setting, found)) else None


def _now(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 目前: the state when the speech is held, at the end of the year reviewed."""
    return Period(setting.reviewed, setting.reviewed, point=True) if setting.reviewed else None


def _bare_part(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    number = _at_year(setting, found)
    return read_part(word, number) if number else None


def _at_year(setting: Setting, found: Sequence[Mark]) -> int | None:
    """Give the year that a part of a year belongs to: the one named last, or the one spoken of."""
    named = next((mark.period.last for mark in reversed(found) if mark.role == "at"), None)
    if named or setting.focus:
        return named or (setting.focus.last if setting.focus else None)
    return setting.planned if setting.ahead else setting.reviewed


def _year(word: str) -> int:
    return int(word) if word.isascii() else int(chinese_number(word) or 0)


def _count(word: str) -> int:
    found = re.search(f"{_COUNT}(?=个?年)", word)
    if not found:
        return 1
    return int(found[0]) if found[0].isascii() else int(chinese_number(found[0]) or 1)


_READERS: dict[str, _Reader] = {
    "range": _range,
    "both": _both,
    "year": _named_year,
    "relative": _relative,
    "plan": _plan,
    "ordinal": _plan,
    "ahead": _ahead,
    "count": _past_years,
    "term": _past_years,
    "whole": _whole,
    "now": _now,
    "part": _bare_part,
}
