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
            yield one
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


_INCLUDES = re.compile(r"（(?:不|未)?(?:包括|包含|含)[^，；（）\d]{2,14}?(?=(?:则?为|是|增长|达到)? ?(?:百分之|\d))")
