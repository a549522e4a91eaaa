"""Give a sentence that 其中 opens the whole that it parts: the one thing that the sentence before was about."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.sentence import ADDED, Name


def whole_of(stated: Sequence[Statement]) -> Statement | None:
    """Give what a sentence was about, placed nowhere in the next; nothing where it told of two things."""
    if len({one.name.text for one in stated}) != 1:
        return None
    name = stated[0].name.text
    return dataclasses.replace(stated[0], name=Name(name, (ADDED,) * len(name)))


def parts_of(whole: Statement, stated: Sequence[Statement]) -> tuple[Statement, ...]:
    """Take the whole from what is not measured as it is: a rate is no part of a population, nor is a growth."""
    return tuple(
        one if one.part_of != whole.name or _is_like(one.value, whole.value) else dataclasses.replace(one, part_of=None)
        for one in stated
    )


def _is_like(part: Quantity | None, whole: Quantity | None) -> bool:
    return part is not None and whole is not None and part.kind == whole.kind
