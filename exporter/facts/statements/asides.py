"""Take bracketed asides out of a sentence, and read those that give a figure anew: 4%（包括村办工业为6%）."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from exporter.facts.numbers.quantities import quantities
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.sentence import Sentence


def taken_out(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Hide asides that hold a quantity, or a clause; say where those with quantities stood."""
    if "（" not in text:
        return text, []
    asides = list(_ASIDE.finditer(text))
    found = [one.span() for one in asides if _DIGIT.search(one[0]) and quantities(one[0][1:-1])]
    for start, end in (*found, *(one.span() for one in asides if _is_apart(text, one) and one.span() not in found)):
        text = text[:start] + "\x01" * (end - start) + text[end:]
    return text, found


def _is_apart(text: str, aside: re.Match[str]) -> bool:
    """Say whether an aside is a clause, or lists the names of the things counted before it: 2个（甲园、乙园）."""
    return "，" in aside[0] or ("、" in aside[0] and text[aside.start() - 1 : aside.start()] in _COUNTERS)


_COUNTERS = frozenset("个家座项处所名条种件支户镇乡村")
_ASIDE = re.compile(r"（[^（）]{2,80}）")
_DIGIT = re.compile(r"[\d一二三四五六七八九十百]")


def counted_anew(sentence: Sentence, before: Statement | None, inside: Sequence[Statement]) -> Iterator[Statement]:
    """Give the figures of an aside; one that only counts more or less in is the figure before it, measured anew."""
    for one in inside:
        number, scope = one.value, _INCLUDES.search(sentence.text, sentence.text.rfind("（", 0, one.end), one.end)
        alike = before is not None and (before.changed or before.value)
        if before is None or scope is None or number is None or not alike or number.kind != alike.kind:
            aimed = before is not None and _is_growth_aimed_at(sentence.text, before, one)
            yield _grown(one, before) if aimed and before else one
            continue
        name = before.name + sentence.whole(scope.span()) + "）"
        sign = -1 if before.change is not None and before.change < 0 else 1
        grown = before.change is not None and before.value is None and number.number is not None
        yield dataclasses.replace(
            before,
            name=name,
            value=None if grown else number,
            change=number.number * sign if grown and number.number is not None else None,
            change_kind=before.change_kind if grown else "none",
            changed=number if grown else None,
            start=one.start,
            end=one.end,
            readings=one.readings,
        )


def _is_growth_aimed_at(text: str, before: Statement, one: Statement) -> bool:
    """Say whether an aside gives the growth that was aimed at, beside the growth that came: 增长14%（年度目标7%）."""
    percent = one.value is not None and one.value.kind == "percent" and one.change is None
    aim = _AIM.match(text, max(0, text.rfind("（", 0, one.end)), one.end)
    return percent and before.change_kind == "percent" and aim is not None


_AIM = re.compile("（(?:年度|全年|年初|年)?(?:预期|计划|调控)?(?:目标|计划)(?:值|为|是)?")


def _grown(one: Statement, before: Statement) -> Statement:
    """Give a number as a growth that goes the way of the one before it."""
    assert one.value is not None and before.change is not None, "a growth has a number"
    amount = one.value.number
    change = None if amount is None else -amount if before.change < 0 else amount
    return dataclasses.replace(one, value=None, change=change, change_kind="percent", changed=one.value)


_INCLUDES = re.compile(r"（(?:不|未)?(?:包括|包含|含)[^，；（）\d]{2,14}?(?=(?:则?为|是|增长|达到)? ?(?:百分之|\d))")
