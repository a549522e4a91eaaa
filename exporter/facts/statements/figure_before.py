"""Name a number by the figures told before it: what a plan is completed by, what a rank is of, what a part is of."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements.changes import Statement, as_ranked
from exporter.facts.statements.groups import THINGS
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.sentence import Name, Named, Sentence


def of_the_last(sentence: Sentence, reading: Reading, named: Named, stated: Sequence[Statement]) -> Named:
    """Name what a plan is completed by, and what a rank is of: the growth alone before it, 投资增长20%，|居第一位."""
    group = reading.group
    if not stated or len(named.names) != 1:
        return named
    if _completes(sentence, reading, stated[-1]):
        return dataclasses.replace(named, names=(stated[-1].name,), subjects=named.subjects or named.names)
    if group.quantities[0].form != "rank" or named.names != (stated[-1].name,):
        return named
    named = dataclasses.replace(named, verb=stated[-1].verb)
    if _IN_THE_WORLD.search(sentence.text, *group.lead):
        return named  # which is of size, and not of a year
    return dataclasses.replace(named, names=(as_ranked(stated[-1]),), subjects=named.subjects or named.names)


_IN_THE_WORLD = re.compile("世界|全球|国际")


def _completes(sentence: Sentence, reading: Reading, before: Statement) -> bool:
    """Say whether a number is how much of its plan the sum right before it is: 完成投资50亿元，|占任务的|102%."""
    bare = reading.lead.role == "completion" and reading.subject.end <= reading.subject.start
    money = before.value is not None and before.value.kind == "money" and before.role == "value"
    return bare and money and sentence.text[before.end : reading.group.lead[0]].strip() in ("，", "")


def like_wholes(stated: Sequence[Statement]) -> list[Statement]:
    """Give parts the whole that is measured as they are: 项目17个，总投资9亿元，其中|省项目5个."""
    done: list[Statement] = []
    wholes: list[tuple[Name, Quantity]] = []
    for one in stated:
        done.append(_of_like(one, wholes) if one.part_of else one)
        if one.value and one.part_of is None:
            wholes.append((one.name, one.value))
    return done


def _of_like(part: Statement, wholes: Sequence[tuple[Name, Quantity]]) -> Statement:
    if part.value is None or not wholes or wholes[-1][0] != part.part_of:
        return part
    of_a_rate = wholes[-1][1].kind == "percent" and part.value.kind == "money"
    if wholes[-1][1].kind == part.value.kind or not (of_a_rate or part.value.kind in THINGS):
        return part
    alike = next((name for name, value in reversed(wholes) if value.unit == part.value.unit), None)
    return dataclasses.replace(part, part_of=alike) if alike or of_a_rate else part
