"""Give a bare noun the kind that stands before it in its sentence: 制造业增加值增长9%，|采矿业|增长4%.

An industry has no number by itself: what it has is its output, its value added or what is invested in it, which the
first of a row prints for all. So has a grade of goods the quality that is measured. 一产 alone means its value added.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from exporter.facts.statements.changes import Statement
from exporter.facts.statements.groups import COUNTS
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.sentence import Name, Named


def of_their_kind(reading: Reading, named: Named, stated: Sequence[Statement], whole: Name | None) -> Named:
    """Name industries and grades with what is measured of them, or of the `whole` that they are parts of."""
    if not named.names or named.verb is not None or named.subjects:
        return named
    if any(word.word in _MADE for word in reading.lead.tail) and reading.group.quantities[0].kind in _BY_SIZE:
        return dataclasses.replace(named, names=tuple(_output(name) for name in named.names))
    before = stated[-1] if stated else None
    owner = _per_head(before.name if before else whole)
    if owner and all(_INCOMES.fullmatch(name.text) for name in named.names):
        return dataclasses.replace(named, names=tuple(owner + name for name in named.names))
    if grades := _of_grades(named, before.name if before else None):
        return dataclasses.replace(named, names=grades)
    if not _has_a_size(reading) or not all(_INDUSTRY.fullmatch(name.text) for name in named.names):
        return named
    measure = _measure_of(before) if before is not None else _measure_in(whole)
    if measure:
        return dataclasses.replace(named, names=tuple(name + measure for name in named.names))
    of_accounts = all(_OF_ACCOUNTS.fullmatch(name.text) for name in named.names)
    return dataclasses.replace(named, names=tuple(name + "增加值" for name in named.names)) if of_accounts else named


def _output(goods: Name) -> Name:
    return goods if goods.text.endswith(("产量", "产")) else goods + "产量"


_MADE = ("增产", "减产")
_BY_SIZE = COUNTS | {"mass", "energy", "volume", "length"}
"""Goods of which more or less was made: 钢|增产|78万吨."""


def _of_grades(named: Named, before: Name | None) -> tuple[Name, ...]:
    """Name grades with the quality that is measured of them, theirs or that of the one before: |一等品|吸水性."""
    found = [_GRADE.search(name.text) for name in named.names]
    of_before = _GRADE.search(before.text) if before else None
    shared = before[: of_before.start()] + before[of_before.end() :] if before and of_before else Name()
    names: list[Name] = []
    for name, grade in zip(named.names, found, strict=True):
        quality = name[: grade.start()] + name[grade.end() :] or shared if grade else Name()
        if grade is None or not quality:
            return ()
        names.append(name[grade.start() : grade.end()] + quality)
    return tuple(names)


def _per_head(name: Name | None) -> Name:
    """Give whose income by head a sum is told with: 居民人均|可支配收入."""
    found = _PER_HEAD.fullmatch(name.text) if name else None
    return name[: found.end("whose")] if name and found else Name()


def _has_a_size(reading: Reading) -> bool:
    """Say whether a number is how much there is in money, or by how much that grew."""
    kind = reading.group.quantities[0].kind
    grew = reading.change and kind in ("percent", "times")
    return grew or (kind == "money" and reading.lead.role == "value")


def _measure_of(before: Statement) -> Name:
    """Give the measure that the one before prints for its industry."""
    alike = before.verb is None and before.role in ("value", "change")
    return _measure_in(before.name) if alike else Name()


def _measure_in(name: Name | None) -> Name:
    found = _MEASURED.fullmatch(name.text) if name else None
    return name[found.start("measure") :] if name and found else Name()


_INDUSTRY = re.compile("(?:[\u4e00-\u9fff]{2,12}|[产农林牧渔工商])业|[一二三]产")
_OF_ACCOUNTS = re.compile("[一二三]产|第[一二三]产业")
"""Industries of national accounts, of which nothing but value added is told without a word."""
_MEASURED = re.compile(
    "[\u4e00-\u9fff]{0,16}(?:产?业|[一二三]产)(?P<measure>增加值|总产值|产值|投资|营业收入|销售收入)"
)
_GRADES = "(?:[特优一二三]等|合格)品"
_GRADE = re.compile(f"^{_GRADES}|(?<=[率性度量值]){_GRADES}$")
_SOURCES = "(?:工资性收入|(?:家庭)?经营性?净收入|财产性?净收入|转移性?净收入)"
_INCOMES = re.compile(_SOURCES)
"""Where an income comes from, which is by head where the income is."""
_PER_HEAD = re.compile(f"(?P<whose>[\u4e00-\u9fff]*人均)(?:可支配收入|纯收入|{_SOURCES})")
