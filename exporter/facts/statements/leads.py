"""Read what stands before a number: the subject, and the words that say how the number belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from exporter.facts.statements.closed_classes import FISCAL_YEAR, YEAR, TailClass, lexicon

Role: TypeAlias = Literal["value", "change", "base", "share", "comparison", "completion"]
"""`value`: what the subject is; `change`: how it changed; `base`: where a change set out; `share`: a part in a whole;
`completion`: a part of a plan (完成预算的98%); `comparison`: the distance to another (高于全国2.3个百分点)."""


class TailWord(NamedTuple):
    """A word behind the subject, and what it does."""

    start: int
    end: int
    kind: TailClass
    word: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a number, read from its end: `start` to `end` are the subject in the folded sentence."""

    start: int
    end: int
    role: Role
    sign: int = 0
    """1 up, -1 down, 0 where no word says."""
    arrived: bool = False
    """A word of change with 到, 至 or 为: the number is where it arrived."""
    each: bool = False
    apart: bool = False
    average: bool = False
    soft: bool = False
    """The word of change is as often part of a subject: 风貌提升26.4万户."""
    growth: bool = False
    """The subject ends in a noun of change: 增速, 涨幅."""
    compared: int = -1
    """Where a comparison begins (比上年), or -1."""
    whole: tuple[int, int] | None = None
    """Of a share: what it is a share of."""
    since: tuple[int, int] | None = None
    """What a change is measured from, where the words say it: 比上年, 由2012年的."""
    tail: tuple[TailWord, ...] = ()
    """Words between the subject and the number, the last first."""


def read_lead(text: str, start: int, end: int) -> Lead:
    """Read the lead at `start` to `end` of a folded sentence; the subject may come out empty."""
    base = _BASE.search(text, max(start, end - 24), end)
    tail, last = _tail(text, start, base.start() if base else end)
    words = [word.kind for word in tail]
    told = last
    last = _before_other(text, start, last)
    if since := _SET_OUT.search(text, max(start, last - 8), last):
        last = since.start()
    compared = _compared(text, start, last)
    subject_end, each = _before_each(text, start, compared if compared >= 0 else last)
    sign, arrived = _movement(words)
    if not sign and compared >= 0 and (earlier := _EARLIER.match(text, compared)):
        sign = -1 if earlier[0][0] in "低慢少" else 1
    moved = [word.end for word in tail if word.kind in _MOVES]
    subject_end = moved[0] if base and moved and compared < 0 else subject_end  # 增速|由3%回升至5%
    role = _role(text, [word for word in words if word != "adverb"], base is not None, arrived, compared, (start, last))
    whole = None if role == "change" else _whole(text, start, subject_end)
    return Lead(
        start,
        subject_end,
        "share" if whole and role == "value" else role,
        sign,
        arrived,
        each or "each" in words,
        "apart" in words,
        "average" in words,
        _SOFT.search(text, max(start, end - 3), end) is not None,
        bool(moved),
        compared,
        whole,
        _since(base.span() if base else None, compared, last, told),
        tuple(tail),
    )


def _since(base: tuple[int, int] | None, compared: int, last: int, told: int) -> tuple[int, int] | None:
    """Give the words that say what a change is measured from."""
    if base or last < told:
        return base or (last, told)
    return (compared, last) if 0 <= compared < last else None


_SET_OUT = re.compile("(?:由|从)(?:上年|去年|(?:19|20)[0-9]{2}年)的?$")
"""When a change set out that itself was a change: 利润由上年|下降2%转为增长8%."""


def _before_other(text: str, start: int, last: int) -> int:
    """Give the end of a subject before a comparison without a number: 收入增速高于经济增速、|突破3万元."""
    found = _OTHER.search(text, start, last)
    return found.start() if found else last


_OTHER = re.compile(r"(?:增速|增幅)?(?:高|低|快|慢)于[^，、\d]{2,14}、$")


def _before_each(text: str, start: int, end: int) -> tuple[int, bool]:
    """Take 分别 and words of time off the end of a subject that a comparison follows: 分别比上年增长, 将比上年增长."""
    found = _EACH.search(text, max(start, end - 6), end)
    return (found.start(), found[1] is not None) if found else (end, False)


_EACH = re.compile("(分别|依次)?(?<=..)(?:将会?|又|也|就|都|预计|确保|力争)?$")
_BASE = re.compile(
    r"(?<![自理])(?:由|从)(?:(?:19|20)?\d{2}年(?:底|末|初|的)*|[去上前]年(?:底|末|同期)?(?:的|末)?|每[名位间家个宗公]?[人户亩顷员生童宅]?[^，。；、\d]{0,3}(?:每[年月天])?|人均"
    r"|每[年月]|原来|现在|现时|目前|当前|过去|年初|原先|最初|当时|近|约|不足|不到|[^，。；]{0,10}(?:年度?|前)(?:底|末|初)?"
    r"|相当于[^，。；\d]{2,14}|的| )*$"
)
_SOFT = re.compile("(?:提升|提高|加快|优化|改善|扩大)了?$")
_COMPARE = re.compile(
    r"(?<![占对可无环同评之])比(?![重例率较价如赛亚邻武从为由缩降达控值特])(?=.)|(?<![比])较(?![大多高好快强低小为完])(?=.)|与(?=[^，]{0,12}(?:相比|持平|同期))"
    r"|按(?=[^，]{0,14}(?:价|口径|计算(?!的)|因素))|扣除(?![比标额限政])|剔除|超(?=[^，、\d]{0,10}(?:计划|目标|进度|预期|任务)$)|(?:高|低|快|慢|优|大|少)于|高出|高过|相对于?|相比"
)


def _tail(text: str, start: int, end: int) -> tuple[list[TailWord], int]:
    """Take words off the end of a lead while they are no part of the subject; the last comes first."""
    words: list[TailWord] = []
    while end > start:
        word = _last_word(text, start, end)
        kind = lexicon().tail.get(word) if word else None
        if text[end - 1] == " ":
            end -= 1
        elif (per := _PER.search(text, max(start, end - 12), end)) is not None:
            end = per.start()
        elif (turned := _TURNED.search(text, max(start, end - 16), end)) is not None:
            words.append(TailWord(turned.start(), end, "adverb", turned[0]))
            end = turned.start()
        elif text[end - 1] in "年月届次期" and (streak := _STREAK.search(text, max(start, end - 12), end)):
            words.append(TailWord(streak.start(), end, "adverb", streak[0]))
            end = streak.start()
        elif text[end - 1] in "来年内间日起始" and (when := _WHEN.search(text, max(start, end - 24), end)):
            end = when.start()
        elif text[end - 1] in "的底末在前今年时日" and (now := _NOW.search(text, max(start, end - 14), end)):
            words.append(TailWord(now.start(), end, "to", now[0]))
            end = now.start()
        elif kind is None or kind == "keep" or (kind in _MOVES and _names(text, start, end - len(word), word, words)):
            break
        else:
            words.append(TailWord(end - len(word), end, kind, word))
            end -= len(word)
    return words, end


_PER = re.compile(r"(?:平均)?每\d[\d.]{0,6}[\u4e00-\u9fff]{1,3}$")
"""An amount that a rate is taken of: 每50公斤."""
_STREAK = re.compile(r"(?:已|已经|实现)?连续 ?[\d一二三四五六七八九十]+ ?(?:年|个月|届|次|期)(?:以上)?$")
"""For how long something went on, which is no figure: 连续5年."""
_TURNED = re.compile(
    "(?:呈现|发生|出现)(?:了|出)?(?:积极|明显|显著|深刻|可喜|喜人|历史性|根本性?|重大|较大|巨大|新)*的?变化，?$"
)
"""What a clause says of its subject before the numbers that show it: 三次产业结构|呈现积极变化，|由…."""
_WHEN = re.compile(
    rf"(?:自|从|在)?(?<![比较与于是])(?:{YEAR}|(?:近|过去)[0-9一二三四五六七八九十几]*年|[今去]年)(?:以来|来)?$"
    rf"|由?(?:{YEAR}|[今明本]年)(?:起|开始)$"
    rf"|[在于]{YEAR}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日$"
    "|在[0-9一二两三四五六七八九十]{1,2}年[间内]$"
    rf"|在?(?:今后|未来)[0-9一二三四五六七八九十几数]+年内?$|(?:从|自){YEAR}(?:到|至){YEAR}(?:的?[0-9一二三四五六七八九十]+年(?:间|里|来)?)?$"
)
_MOVES = ("growth", "fall")


def _names(text: str, start: int, end: int, word: str, words: list[TailWord]) -> bool:
    """Say whether a noun of growth names what moved: 增速|回落2个百分点; or is all there is: 把|增长预期目标|定在7%."""
    moved = (kinds := {one.kind for one in words}) & {"up", "down"} and "to" not in kinds
    return bool(moved) or (word.endswith(("目标", "预期")) and not text[start:end].strip(" 、，把将"))


_NOW = re.compile(
    rf"[到至](?:{FISCAL_YEAR}|(?:19|20)[0-9]{{2}}年[底末]?|去年[底末]?|今年(?:\d{{1,2}}月[底末份]?)?|现在|目前|现时|今日|本年度)的?$"
)
"""When a change arrived, before the number: 增加|到2012年末的|17.6万亿元."""


def _last_word(text: str, start: int, end: int) -> str:
    tail = lexicon().tail
    for length in range(min(lexicon().longest_tail, end - start), 0, -1):
        if text[end - length : end] in tail:
            return text[end - length : end]
    return ""


def _compared(text: str, start: int, end: int) -> int:
    found = _COMPARE.search(text, start, end)
    return found.start() if found else -1


def _movement(words: list[TailClass]) -> tuple[int, bool]:
    """Give the sign of the word of change, and whether 到, 至 or 为 stands behind it."""
    for noun, sign in (("growth", 1), ("fall", -1)):
        if noun in words:
            return sign, False
    arrived = False
    for word in words:
        arrived = arrived or word == "to"
        if word in ("up", "more"):
            return 1, arrived
        if word in ("down", "less"):
            return -1, arrived
    return 0, False


def _role(text: str, words: list[TailClass], base: bool, arrived: bool, compared: int, span: tuple[int, int]) -> Role:
    start, end = span
    if not base and compared >= 0 and text.startswith(_BEYOND, compared):
        return "change" if _EARLIER.match(text, compared) else "comparison"
    if base or (compared == start and not words and end > start):
        return "base"
    if arrived:
        return "value"
    if compared >= 0 and words and words[0] in ("more", "less"):
        return "change" if FORMER.search(text, compared, end) else "comparison"
    if any(word in ("up", "down", "growth", "fall") for word in words):
        return "change"
    return "value"


_BEYOND = ("超", "高于", "低于", "快于", "慢于", "优于", "高出", "大于", "少于")
_EARLIER = re.compile(
    r"[高低快慢多少大]于(?:上年|去年|前年|同期(?=水平|的|\d|百|近|约|$)|年初|上个|上半年|(?:19|20)\d{2}年)"
)
FORMER = re.compile(
    r"[上去前今]年|同期|年[初底末]|[\d零一二三四五六七八九]年|上[月届个半季]|五年|原来|过去|以前|之前|[年度]预算"
)
"""What is compared with where the distance is a change: an earlier time, not another place or thing."""


def _whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find what a share is a share of: 占|全国集体林地面积|的."""
    at = text.rfind("占", start, end)
    if at < 0 or _OCCUPY.match(text, at) or _SEIZE.search(text, max(start, at - 1), at):
        return None
    return at, end


_OCCUPY = re.compile(r"占(?:地(?!方)|比|用|领|据|道|有率|补|优|股)")
_SEIZE = re.compile(r"[侵抢强挤独圈抵霸征]$")
