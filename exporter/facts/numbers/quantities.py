"""Find the quantities of a sentence: each number with its unit and its bound."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.facts.numbers import bounds, lookalikes
from exporter.facts.numbers.numerals import CHINESE, Numeral, chinese_number, numeral_at
from exporter.facts.numbers.tails import far_end, tail_of
from exporter.facts.numbers.units import UnitKind, unit_of
from exporter.model import Bound

Form: TypeAlias = Literal["plain", "range", "ratio", "share", "half", "rank", "fold", "still"]
"""`rank` is 首位 or 第三位; `fold` is 翻一番; `still` is 持平."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of a folded sentence; offsets count its characters."""

    start: int
    """Where it begins, with a word of bound before it (超过, 近)."""
    end: int
    """Where it ends, with a word of bound behind it (以上, 左右)."""
    number_start: int
    number_end: int
    """Where the value as printed ends: 500多 of 500多万台."""
    number: Decimal | None
    upper: Decimal | None
    unit: str | None
    kind: UnitKind
    form: Form
    bound: Bound = "exact"
    qualifier: str | None = None
    unit_end: int = 0
    """Where number and unit end, before a word of bound behind them."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a folded sentence, in order."""
    names = lookalikes.quoted(text)
    found = list(_numbers(text, names))
    if _RANK_SIGN.search(text):
        found += (rank for rank in _ranks(text) if not _inside(rank.number_start, names))
        found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def is_numeric(text: str) -> bool:
    """Say quickly whether a folded text may hold a quantity."""
    return _CANDIDATE.search(text) is not None or _RANK_SIGN.search(text) is not None


_CANDIDATE = re.compile(
    rf"(?=[\d百千零一二两三四五六七八九十万亿半翻基大持])(?:\d|[百千]分之|{CHINESE}分之|[零一二两三四五六七八九十百千万亿]{{2,}}(?:点[零一二三四五六七八九]+)?"
    r"|[零一二两三四五六七八九十]点[零一二三四五六七八九]+|(?<=[为至到])零(?=[，。；、])"
    r"|[一二两三四五六七八九](?=[成倍])"
    r"|(?<=[过近])半(?=[，；。、的数以])|一半(?=[，；。、以])|翻[了近将]{0,3}[一两二三四]番|(?:基本|大体|大致)?(?<![支保主维坚])持平(?![稳衡均台安])|零增长)"
)
"""Where a quantity may begin; the characters ahead are looked at first, which is three times as fast."""
_RANK_SIGN = re.compile(r"第[\d一二三四五六七八九十]|[首榜]位|榜首")
_FOLD = re.compile(r"翻[了]?(?P<nearly>将?近)?了?([一两二三四])番(?P<over>多)?")
_STILL = re.compile(r"(?P<about>基本|大体|大致)?(?P<word>持平|零增长)")


def _numbers(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[Quantity]:
    position = 0
    while found := _CANDIDATE.search(text, position):
        start = found.start()
        quantity = None
        if not _inside(start, names):
            quantity = _read(text, start)
        if quantity:
            yield quantity
        position = max(quantity.end, start + 1) if quantity else _past(text, found.end())


def _inside(position: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= position < end for start, end in ranges)


def _past(text: str, position: int) -> int:
    """Step over the rest of a number that is no quantity."""
    while text[position : position + 1] in _DIGIT_MARKS:
        position += 1
    return position


_DIGIT_MARKS = frozenset("0123456789.·-")


def _read(text: str, start: int) -> Quantity | None:
    if text[start] == "翻":
        return _doubling(text, start)
    return _standstill(text, start) or _quantity(text, start)


def _standstill(text: str, start: int) -> Quantity | None:
    """Read 持平 and 零增长: a change of nothing."""
    found = _STILL.match(text, start)
    if found is None:
        return None
    bound: Bound = "about" if found["about"] else "exact"
    at, end = found.start("word"), found.end()
    return Quantity(start, end, at, end, Decimal(0), None, "%", "percent", "still", bound, found["about"], end)


def _doubling(text: str, start: int) -> Quantity | None:
    found = _FOLD.match(text, start)
    times = chinese_number(found[2]) if found else None
    if found is None or times is None:
        return None
    bound: Bound = "nearly" if found["nearly"] else "over" if found["over"] else "exact"
    word, end = found["nearly"] or found["over"], found.end()
    return Quantity(start, end, found.start(2), found.end(2), times, None, "番", "times", "fold", bound, word, end)


def _quantity(text: str, start: int) -> Quantity | None:
    """Read the quantity whose number begins at `start`; None where the number is a name or stands bare."""
    whole = start
    start += text.startswith("一半", start)
    numeral = numeral_at(text, start)
    if numeral is None or lookalikes.is_name(text, numeral):
        return None
    tail = tail_of(text, numeral)
    if numeral.form in ("plain", "range") and not lookalikes.counts(text, numeral, tail.unit, tail.end):
        return None
    if _MINUS.search(text[max(0, start - 5) : start]):
        start, numeral = start - 1, dataclasses.replace(numeral, number=_negative(numeral))
        whole = start
    if (upper := far_end(text, numeral, tail)) is not None:
        numeral, tail = upper
    before = (bounds.BEFORE_HALF if numeral.form == "half" else bounds.BEFORE).search(text[max(0, start - 5) : start])
    after = bounds.AFTER.match(text, tail.end)
    bound, word = bounds.bound_of(numeral, before, after, tail.over)
    return Quantity(
        start - len(before[0]) if before else whole,
        after.end() if after else tail.end,
        start,
        tail.printed,
        numeral.number,
        numeral.upper,
        tail.unit,
        _kind(numeral, tail.unit),
        numeral.form,
        bound,
        word,
        tail.end,
    )


_MOVED = "[长涨升高扩增加大跌落滑缩窄降低减少]"
"""Ends of words that say which way something went."""
_MINUS = re.compile(
    f"(?:(?:[率为速幅额值是至到达差余的从由约]|{_MOVED}|同比|[（ ])[-—–]|[率为速幅额值至到达差约长涨升高]负)$"
)


def _negative(numeral: Numeral) -> Decimal | None:
    return None if numeral.number is None else -numeral.number


def _kind(numeral: Numeral, unit: str | None) -> UnitKind:
    if numeral.form in ("share", "half"):
        return "percent"
    found = unit_of(unit) if unit else None
    return found.kind if found else "bare"


_RANK = re.compile(
    r"第(?P<place>\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?(?=[，；、。）！和]|$|的好)|(?P<first>首位|榜首)"
)
REGION = r"[\u4e00-\u9fff]{0,3}[东西南北中三](?:部|角)?(?:地区|片区)?"
"""A part of a country or a province, in which something may be ranked too: 苏北, 长三角, 西部地区."""
_NEXT_RANK = re.compile(rf"[、和]|、{REGION}")
"""What parts a rank from the next one: 全省第3位|、苏北|第1位."""
_RANK_LEAD = re.compile(r"[居列排名跃升]|保持|进至|全[国省市区县州球]|世界|[省市]内|各[省市区县]|国际|同类")


def _ranks(text: str) -> Iterator[Quantity]:
    """Find places in a ranking: 位居全省第三位, 跃至首位."""
    last = -2
    for found in _RANK.finditer(text):
        lead = text[max(0, found.start() - 14) : found.start()]
        follows = last > 0 and _NEXT_RANK.fullmatch(text, last, found.start()) is not None
        if not follows and not _RANK_LEAD.search(_CLAUSE_END.split(lead)[-1]):
            continue
        last = found.end()
        place = found["place"]
        number = Decimal(1) if place is None else Decimal(place) if place.isascii() else chinese_number(place)
        start, end = found.span()
        yield Quantity(start, end, start, end, number, None, None, "rank", "rank", unit_end=end)


_CLAUSE_END = re.compile("[，；。、：]")
