"""Give an item of a list whose items commas part the verb that the list began with: 建成|大棚700亩，|冷库3万平方米.

A clause is such an item where it is nothing but a thing and its number, right behind one of which a verb is said, and
both numbers measure the same. What tells how much there is, and not what was done, says so: by its words (总数, 达到),
by its thing (在校学生, 森林面积) or by another measure (学校20所，学生3万人).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from exporter.facts.numbers.folding import fold
from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.groups import PASSED, THINGS
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.sentence import Name, Named, Sentence
from exporter.facts.statements.surroundings import acts_among


def listed_past_comma(sentence: Sentence, reading: Reading, named: Named, stated: Sequence[Statement]) -> Named:
    """Give a bare thing and its number the verb of the one before the comma: 获得金牌1枚，|奖牌5枚."""
    last = stated[-1] if stated else None
    if last is None or last.verb is None or last.value is None or named.verb or len(named.names) != 1:
        return named
    name, quantity = named.names[0], reading.group.quantities[-1]
    goes_on = _is_bare(sentence.text, reading, name) and _is_next(sentence.text, reading, last)
    alike = _measure_alike((last.name, last.value), (name, quantity))
    if not goes_on or not alike or not _governs(last) or not _may_be_done(name, quantity, last):
        return named
    return dataclasses.replace(named, verb=last.verb)


def _is_bare(text: str, reading: Reading, name: Name) -> bool:
    """Say whether a clause is nothing but a name and its one number, 其中 before them or not."""
    group, lead = reading.group, reading.lead
    if reading.change or lead.role != "value" or lead.tail or len(group.quantities) > 1 or reading.subject.scope:
        return False
    if group.quantities[0].qualifier in PASSED or not name or min(name.places) < group.lead[0]:
        return False
    first, last = min(name.places), max(name.places) + 1
    opening = text[group.lead[0] : min(first, group.quantities[0].start)].strip(" \x01")
    behind = text[max(last, group.quantities[0].end) :].lstrip(" \x01")
    return opening in _OPENINGS and (not behind or behind[0] in _CLOSINGS)


_OPENINGS = frozenset(("", "其中"))
_CLOSINGS = frozenset("，。；、（：")


def _is_next(text: str, reading: Reading, last: Statement) -> bool:
    """Say whether nothing but a comma stands between an item and the one before."""
    group = reading.group
    ends = max((last.end, *(place + 1 for place in last.name.places)))
    return group.fresh and not group.anew and text[ends : group.lead[0]].strip(" \x01") == "，"


def _measure_alike(one: tuple[Name, Quantity], other: tuple[Name, Quantity]) -> bool:
    """Say whether two things are measured alike: both counted, both by area, or each by what it can hold or do."""
    (first, before), (second, quantity) = one, other
    if before.form != "plain" or quantity.form != "plain":
        return False
    same = before.kind == quantity.kind and before.kind in _ALIKE
    given = before.kind == quantity.kind == "money" and all(_GIVEN.search(one.text) for one in (first, second))
    same = same or given
    return same or (_CAPACITY.search(first.text) is not None and _CAPACITY.search(second.text) is not None)


_ALIKE = THINGS | {"area", "length", "mass", "volume", "power"}
_GIVEN = re.compile("(?:补[贴助偿]|津贴|救助金?|保障金|奖[金励]|资金|贷款)$")
"""Money that is given, each item of a list by the verb of the first: 发放|救灾补助3万元，|取暖补贴5万元."""
_CAPACITY = re.compile("(?:能力|容量|里程|产能|库容|床位|泊位)$")


def _governs(last: Statement) -> bool:
    """Say whether the verb of a statement stands before its thing and says that something was done."""
    assert last.verb is not None, "asked of one with a verb"
    before = last.verb.places[-1] < min(last.name.places, default=-1) and len(last.verb.text) <= _LONGEST
    return before and last.change is None and (last.verb.text == "完成" or last.verb.text not in lexicon().light.words)


_LONGEST = 4
"""Characters of a verb that a list shares; a longer one holds who was asked: 提请常委会审议."""


def _may_be_done(name: Name, quantity: Quantity, last: Statement) -> bool:
    """Say whether a thing is not there by its own words, nor has something done to it by a verb of its own."""
    assert last.verb is not None and last.value is not None, "asked of a number with a verb"
    folded = fold(name.text)
    if _OF_A_LEVEL.search(folded) or folded in lexicon().relative.words:
        return False
    listed = last.verb.places[0] < last.start and _CAPACITY.search(folded) is not None
    pieces = quantity.unit == last.value.unit and quantity.kind == "count" and not last.verb.text.endswith("增")
    if canonical(name.text) is not None and canonical(last.name.text) is None and not (listed or pieces):
        return False
    given = quantity.kind == "money" and _GIVEN.search(folded) is not None
    return listed or given or last.verb.text.endswith(_CARRYING_OUT) or not any(acts_among(folded))


_OF_A_LEVEL = re.compile(
    "^(?:[在现总户]|受[益惠]|累计|人均|平均|每|全部|合计|毕业|剩余|其余|原有|共有|年[末底])"
    "|(?:总[数量额]|[率量]|余额|存栏|出栏|收入|产值|面积|人数)$"
)
"""What is there, and how much of it in all, or a rate: |在校学生, 企业|总数."""
_CARRYING_OUT = ("完成", "实施", "开展")
"""Verbs of works, whose own name says what is done: 完成|人工造林35万亩，|封山育林36万亩."""
