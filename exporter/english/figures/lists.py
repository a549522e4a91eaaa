"""Give a figure the verb that its list or clause says of it, or say that it may have one: 新增甲15家、乙216家."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from exporter.english.figures.amounts import is_pieces, kind_of
from exporter.english.figures.deeds import ADDS, LIGHT, peeled
from exporter.english.figures.starts import before_number, sentence_start
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import prepared
from exporter.facts.numbers.numerals import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact

_LEVEL = re.compile("达|有|为|是|突破|超|至|到|保持|稳定|共|总数|数量|总量")
_EACH = re.compile("均|分别")
"""What says a level of a number, and of each of several numbers."""
_GREW = re.compile("(?:突破|达到?|增至|增加到|增长到|超过|升至)")
"""What says a level, so that a verb of adding before it was said of another number: 新增5家、累计达到61家."""


def told_whole(fact: Fact, before: Sequence[Fact], source: str) -> Fact:
    """Give a figure with the verb that stands elsewhere in its list or clause, and without one that is not its own."""
    if fact.deed in ADDS and _is_a_level(fact):
        return replace(fact, deed=None)
    if fact.deed in _KINDS and kind_of(fact) == "person" and load().preferred(prepared(fact.indicator)) is not None:
        return replace(fact, deed=None)
    if fact.deed in (None, "完成") and _is_completed(fact, source):
        return replace(fact, deed="完成" if is_pieces(fact) else "建成")
    shared = _shared(fact, before, source)
    return fact if shared is None else replace(fact, deed=shared)


_KINDS = frozenset(("注册", "执业", "持证"))
"""Verbs that tell in a listed name who is meant: 注册护士."""


def raised(english: str, fact: Fact, before: Sequence[Fact], source: str) -> str:
    """Say of all that there are of something that they were added to, as their list does: 新增47家、总数达1771家."""
    if not before or fact.measure != "level" or fact.change is not None or not is_pieces(fact):
        return english
    added = before[-1]
    name, whole = _ADDED.sub("", prepared(added.indicator)), prepared(fact.indicator)
    more = added.change_kind == "absolute" and added.change is not None and added.change > 0
    adds = more or added.deed in ADDS or name != prepared(added.indicator)
    alike = added.kind == fact.kind and whole.startswith(name)
    if not (adds and alike) or not _ALL_TOLD.search(fold(before_number(fact))) or not _is_next(added, fact, source):
        return english
    return _REACHES.sub(lambda found: _RISES[found[0]], english, count=1)


_ADDED = re.compile("^(?:新增|净增)(?=..)")
_ALL_TOLD = re.compile("(?:累计|总[数量]|合计|突破|达)[到至超近约过了]*$")
_RISES: Mapping[str, str] = MappingProxyType(
    {
        "reached": "increased to",
        "stood at": "increased to",
        "exceeded": "increased to more than",
        "targeted to be": "targeted to increase to",
        "targeted to reach": "targeted to increase to",
    }
)
_REACHES = re.compile("|".join(_RISES))


def _is_a_level(fact: Fact) -> bool:
    """Say whether a level is said of a number, and the verb of adding of another before it."""
    before = fold(before_number(fact))
    own = before.rpartition(fact.deed or "")[2] if fact.deed and fact.deed in before else before
    return _GREW.search(own) is not None and (own is before or re.search("[0-9]", own) is not None)


def _is_completed(fact: Fact, source: str) -> bool:
    """Say whether 完成 stands in the clause, as its deed or as saying no more than the number."""
    works = _WORKS if is_pieces(fact) else _LINES if kind_of(fact) == "length" else None
    if works is None or fact.change is not None or not works.search(prepared(fact.indicator)):
        return False
    own = (one for one in fact.account if one.role in ("licensed", "deed") and not one.inherited)
    return any("完成" in source[one.span.start : one.span.end] for one in own)


_WORKS = re.compile("(?:项目|工程|任务|活动|行动|演出|培训|调查|检查|整改|搬迁|治理|修复|改造|课题|整治|诊断|普查)$")
"""What is carried out, so that it can be completed; 完成 before other things belongs to more than was read."""


_LINES = re.compile("(?:路|路”|管网|管线|管道|线路|堤防|渠道|步道|绿道)$")
"""What is completed by its length."""


def _shared(fact: Fact, before: Sequence[Fact], source: str) -> str | None:
    """Give the verb of a list that a thing stands in, where it has none and no level is said of it."""
    if fact.deed is not None or not before or fact.number is None or not is_pieces(fact):
        return None
    if fact.change is not None or _LEVEL.search(fact.quote) or _EACH.search(fact.quote):
        return None
    if _SO_FAR.match(prepared(fact.quote).lstrip("、，")):
        return None
    if peeled(prepared(fact.indicator)) is not None or not _is_next(before[-1], fact, source):
        return None
    last = before[-1]
    verb = last.deed or _verb_in_name(last)
    if verb is None:
        return _shared(last, before[:-1], source)
    leads = fold(last.quote).lstrip().find(verb)
    own = 0 <= leads <= _LEAD and verb not in LIGHT and kind_of(last) == kind_of(fact)
    return verb if own and last.measure in ("level", "flow") and last.change is None else None


def _verb_in_name(fact: Fact) -> str | None:
    """Give the verb that a name begins with: 办理|政协提案."""
    name = prepared(fact.indicator)
    found = peeled(name)
    if found is None or not name.startswith(found[1]):
        return None
    return found[1] if all(match.start or match.end <= len(found[1]) for match in load().find(name)) else None


_SO_FAR = re.compile("(?:累计|总[数量]|合计)[0-9]")
"""What says of a number alone that it is all there are: 新增5家、累计61家."""
_LEAD = 4
"""How far from the beginning of its clause a verb may stand that a whole list shares."""


def _is_next(last: Fact, fact: Fact, source: str) -> bool:
    """Say whether a figure stands right behind another, parted from it by the mark of a list."""
    between = source[last.span.end : fact.span.start].strip()
    opened = between or source[fact.span.start - 1 : fact.span.start]
    return opened in ("、", "和", "与", "及") and last.span.end <= fact.span.start


_SIZES = frozenset(("area", "length", "power", "mass", "volume"))


def may_share(fact: Fact, before: Sequence[Fact], source: str) -> bool:
    """Say whether a thing counted may share what was done in its list.

    新增甲15家、乙216家; 新增公路9公里，其中高速3公里.
    """
    if fact.deed is not None or fact.measure not in ("level", "flow") or not source or fact.number is None:
        return False
    if _is_of_its_own(fact):
        return False
    if _OWN_ADDITION.match(prepared(fact.indicator)) and source[fact.span.start - 1] in "，；。\n":
        return False  # 建成住房350套，新增岗位190个
    if before and _is_acted_on(fact, before[-1], source):
        return True
    if _LEVEL.search(fact.quote) or fact.period_type == "point":
        return False
    start = sentence_start(fact, source)
    listed = [one for one in before if one.span.start >= start]
    if is_pieces(fact) and any(one.deed is not None for one in listed):
        return True
    return bool(listed) and (is_pieces(fact) or kind_of(fact) in _SIZES) and _follows(fact, listed[-1], source)


def _is_of_its_own(fact: Fact) -> bool:
    """Say whether jobs are told, to which nothing in the list was done, or all there are: 新增就业, 累计|14个."""
    known = canonical(prepared(fact.indicator))
    jobs = known is not None and known.quantity == "flow" and _JOBS.search(fact.indicator) is not None
    if jobs or _ITS_OWN_VERB.match(prepared(fact.quote)) is not None:
        return True
    return _IN_ALL.match(prepared(fact.quote).lstrip("、，")) is not None


_ITS_OWN_VERB = re.compile("(?:完成|取得)[^，。；、]{5,}[0-9]")
_JOBS = re.compile("(?:新增|再|转移)就业$")
_IN_ALL = re.compile("(?:累计|总数|总量)(?:达到?|增至)?[0-9]")
_OWN_ADDITION = re.compile("(?:新增|净增)..")


def _follows(fact: Fact, last: Fact, source: str) -> bool:
    """Say whether a thing stands right behind one that something was done to, and nothing of its own was."""
    last_done, own = _done(last), _done(fact)
    beside = source[last.span.end : fact.span.start].strip() in ("、", "") and source[fact.span.start - 1] == "、"
    part = fact.part_of is not None and last_done in ADDS
    if beside and own is None and fact.kind == "target" and kind_of(fact) in _SIZES and kind_of(last) == kind_of(fact):
        return canonical(prepared(fact.indicator)) is None  # a size is planned by a verb, read or not
    return own is None and last_done is not None and last_done not in LIGHT and (beside or part)


def _is_acted_on(fact: Fact, last: Fact, source: str) -> bool:
    """Say whether a mere thing stands beside one whose name says what was done to it: 汽车以旧换新4万辆、家电9万台."""
    mere = len(prepared(fact.indicator)) <= _BARE and _done(fact) is None
    return mere and _ENDS_IN_AN_ACT.search(prepared(last.indicator)) is not None and _is_next(last, fact, source)


_BARE = 4
"""Longest name of a mere thing, in characters."""
_ENDS_IN_AN_ACT = re.compile("(?:换新|改造|治理|整治|修复|更新|加装|硬化|安装|推广|报废|回收)$")
"""What ends a name that says what was done to a thing, and may say it of the next thing too."""


def _done(fact: Fact) -> str | None:
    found = peeled(prepared(fact.indicator))
    return fact.deed or (found[1] if found else None)
