"""Name a sum that says too little by what stands beside it: the works that it paid for, the firms that it is of.

投资8百万元，|改造公路12公里、桥梁3座 pays for both; of 新增企业30家、|注册资本4亿元 the capital is that of the firms.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from exporter.facts.statements.changes import Statement
from exporter.facts.statements.groups import COUNTS
from exporter.facts.statements.sentence import ADDED, Name


def named_beside(text: str, stated: list[Statement]) -> list[Statement]:
    """Name the sums of a sentence that nothing names, by the statements beside them."""
    told: list[Statement] = []
    for at, one in enumerate(stated):
        owner = Name()
        if _is_bare(one):
            owner = _works(text, one, stated[at + 1 :]) or (_firms(text, told[-1], one) if told else owner)
        told.append(dataclasses.replace(one, name=owner + one.name) if owner else one)
    return told


def _is_bare(statement: Statement) -> bool:
    value = statement.value
    bare = value is not None and value.kind == "money" and statement.role == "value"
    return bare and statement.part_of is None and _SUM.fullmatch(statement.name.text) is not None


_SUM = re.compile(
    "(?:计划|协议|合同|项目)?总?投资(?:总?额)?|(?:专项|财政)?资金|注册资[本金]|(?:年|总)?产值|(?:营业|销售)收入|税收|利税"
)


def _works(text: str, paid: Statement, behind: Sequence[Statement]) -> Name:
    """Give the works that the clauses right behind a sum say were done with it; nothing where they are many."""
    if not paid.name.text.endswith(("投资", "资金")):
        return Name()
    things = {one.text: one for one in _done_with(text, paid, behind)}
    named = Name()
    for thing in things.values() if len(things) <= _MANY else ():
        named = named + ("、" if named else "") + thing
    return named


_MANY = 3


def _done_with(text: str, paid: Statement, behind: Sequence[Statement]) -> Iterator[Name]:
    """Find what was built or mended, up to the first clause that says something else."""
    end = paid.end
    for one in behind:
        if _APART.search(text, end, one.start) or one.verb is None or _BUILT.search(one.verb.text) is None:
            return
        if one.value is None or one.value.kind == "money" or one.name.text.endswith(paid.name.text):
            return
        if not one.name.places or min(one.name.places) < paid.end:
            return
        yield one.name
        end = one.end


_APART = re.compile("[；。：;]|，[^，]*，")
_BUILT = re.compile("[建修造筑治购铺装绿硬栽植种疏清拆架埋]|改|实施|完成|整[治修]|配备|添置|更新|启动")


def _firms(text: str, counted: Statement, money: Statement) -> Name:
    """Give the firms or projects counted right before a sum, of which it is told."""
    value = counted.value
    if value is None or value.kind not in COUNTS or _OF_FIRMS.search(counted.name.text) is None:
        return Name()
    if _NEXT.fullmatch(text, counted.end, _opens(money)) is None or counted.name.places[-1:] == (ADDED,):
        return Name()
    return counted.name


def _opens(statement: Statement) -> int:
    places = (*(statement.verb.places if statement.verb else ()), *statement.name.places)
    return min((place for place in places if place >= 0), default=statement.start)


_OF_FIRMS = re.compile("(?:企业|项目|主体|公司|园区|商户|合作社|个体工商户)$")
_NEXT = re.compile("[、，] ?(?:累计|共|实现|可|预计|全年|合计|共计|完成)*")
