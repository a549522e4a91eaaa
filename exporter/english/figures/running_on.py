"""Say whether a clause goes on where a figure was read to begin or to end: 57个村|近10万人的饮水问题."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import kind_of
from exporter.english.figures.courses import ends_course, is_course_start
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.starts import is_right_behind_its_thing, tight_between
from exporter.english.grammar.headings import prepared
from exporter.model import Fact, Stretch


def runs_on(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether the clause goes on behind what was read of it, to another figure: 57个村|近10万人的饮水问题."""
    if _is_measured_twice(fact, source):
        return True
    clause = [one for one in fact.account if not one.inherited]
    own = [one.span for one in clause if one.licence != "another figure"]
    if not own or not source:
        return False
    starts = {clause[0].span.start, min(own).start}
    ends = {clause[-1].span.end, max(one.end for one in own)}
    quote = prepared(fact.quote)
    end = max(one.end for one in own)
    behind = prepared(source[end - 1 : end + 40])
    more = (_AND_MORE.match(behind) or _MEASURE.match(behind[1:])) is not None
    arrived = ends_course(fact, source) and (subject.settled or not subject.done)
    begun = (
        all(_touch(source, place) for place in starts)
        and not arrived
        and not is_right_behind_its_thing(fact, min(own).start)
        and not _is_led_up_to(fact, source, min(starts))
    )
    return begun or (
        all(_touch(source, place) for place in ends) and not more and not _goes_on_well(fact, quote, source, end)
    )


def _is_measured_twice(fact: Fact, source: str) -> bool:
    """Read 实施了57个165公里的道路项目: how long the roads are is lost with its number."""
    if fact.number_span is None:
        return False
    behind = tight_between(source, fact.number_span.start, fact.number_span.start + 32)
    return _TWO_MEASURES.match(behind) is not None


_TWO_MEASURES = re.compile("[0-9.]+万?[个条座处项栋][0-9.]+万?(?:公里|米|平方公里|亩|平方米|千瓦)的")


def _goes_on_well(fact: Fact, quote: str, source: str, end: int) -> bool:
    """Say whether what follows is the other end of a change that is dated by itself, or one more of a list."""
    behind = prepared(source[fact.span.end : fact.span.end + 24])
    return is_course_start(quote, behind) or _ONE_MORE.match(prepared(source[end : end + 24])) is not None


_SO_MANY = r"\d+(?:\.\d+)?[万亿]?多?[个家所条座处项支名人户套张辆台件场次公亩吨]"
_ONE_MORE = re.compile(rf"(?:和|及|以及){_SO_MANY}")
"""Another number of other things, behind the last and: 3个产业园|和9个强镇."""
_AND_MORE = re.compile(rf"[和及][\u4e00-\u9fff“”]{{2,20}}{_SO_MANY}[\u4e00-\u9fff]{{0,3}}(?:[，。；、]|$)")
_AND_BEFORE = re.compile(rf"{_SO_MANY}[\u4e00-\u9fff]{{0,3}}(?:和|及|以及).?$")
"""Other things with a number of their own, before or behind an and: 学校12所|和医院3家."""


def _is_led_up_to(fact: Fact, source: str, start: int) -> bool:
    """Say whether what stands before a figure is a thing with a number of its own, or how much it costs."""
    at = fact.number_span.start if fact.number_span is not None else start
    if _AND_BEFORE.search(prepared(source[max(0, start - 12) : start + 2])):
        return True
    before = prepared(source[max(0, at - 24) : at])
    if _MEASURE.match(prepared(fact.quote)) is not None and _COUNTED.search(before) is not None:
        return True
    if any(pattern.search(before) is not None for pattern in (_AND_THIS, _WORTH, _BY_KINDS)):
        return True
    done = fact.deed is not None and fact.deed in fact.quote
    if fact.deed == "完成" and kind_of(fact) == "area":
        return False  # which only says how far the work went
    return done and _COST.search(prepared(source[max(0, start - 24) : start])) is not None


def is_of_the_figure_before(stretch: Stretch, source: str) -> bool:
    """Say whether a stretch is the thing that the figure before counts: 14条|道路和|53条巷道."""
    start, end = stretch.span.start, stretch.span.end
    joined = source[end - 1 : end] in ("和", "及")
    return (
        joined and not stretch.inherited and _NUMBERED.search(prepared(source[max(0, start - 12) : start])) is not None
    )


_NUMBERED = re.compile(rf"{_SO_MANY}$")
_AND_THIS = re.compile(rf"{_SO_MANY}[\u4e00-\u9fff“”]{{2,16}}(?:和|及|以及)$")
_MEASURE = re.compile(r"[约近共]?\d+(?:\.\d+)?[万千]?多?(?:公里|千米|米|平方米|人|名|亩|公顷)(?=[，。；、）)\n]|$)")
"""A second number of the same things in another unit: 农村公路17条|32公里, 636户|1443人."""
_COUNTED = re.compile(r"\d+(?:\.\d+)?[万千]?多?(?:条|户|座|个|处|栋|宗|所|家庭)$")
_BY_KINDS = re.compile(r"[0-9一二三四五六七八九十]+大?类$")
"""How many kinds of things there are of which so many are counted: 12类|45件民生实事."""
_COST = re.compile(r"(?:^|[，。；])(?:累计|共|总)?(?:投资|投入|筹资|统筹)(?:约|近|超)?\d+(?:\.\d+)?[万亿]+元(?:资金)?$")
"""How much was spent, told right before what was done with it: 投资3亿元|新建道路9公里."""
_WORTH = re.compile(r"投资(?:约|近|超)?\d+(?:\.\d+)?[万亿]+元的$")
"""How much a work costs, told in front of how many there are: 总投资30亿元的|8个项目."""


def _touch(source: str, place: int) -> bool:
    """Say whether two words stand side by side at a place, with no mark or line between."""
    return (
        source[place - 1 : place].isalnum()
        and source[place : place + 1].isalnum()
        and not _BREAK.search(source, max(0, place - 2), place)
    )


_BREAK = re.compile(r"\\[rn]$")
"""A line break that a text spells out."""
