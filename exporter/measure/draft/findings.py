"""Say what a finding is: a check, the paragraphs it speaks of, and how each is mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from exporter.measure.checks import Check
from exporter.measure.draft.draft import Part, shown

MendKind: TypeAlias = Literal[
    "font", "size", "color", "align", "first", "right", "line", "around", "before", "down", "new_page", "rule", "words",
    "sections", "page_numbers",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mend:
    """One correction: of a stretch of a paragraph's letters, of a paragraph, or (part 0) of all sections."""

    kind: MendKind
    part: int
    value: str | float = ""
    stretch: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was judged, and what mends it; a finding without a mend is for a person."""

    check: Check
    mends: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One paragraph under one rule: what was found, whether that is right, and what mends it."""

    part: Part
    found: str
    right: bool
    mends: tuple[Mend, ...] = ()


def judged(clause: str, what: str, expected: str, cases: Sequence[Case], unit: str = "") -> Finding:
    """Judge a rule over all paragraphs that it speaks of; without one it is not applicable."""
    if not cases:
        return unjudged(clause, what, expected, unit)
    wrong = [case for case in cases if not case.right]
    told = "、".join(dict.fromkeys(case.found for case in wrong or cases))
    numbers = tuple(case.part.number for case in wrong)
    check = Check(clause, what, expected, told, unit, not wrong, shown([case.part for case in wrong]), numbers)
    return Finding(check, tuple(mend for case in wrong for mend in case.mends))


def unjudged(clause: str, what: str, expected: str = "", unit: str = "") -> Finding:
    """Say that a file has nothing that a rule speaks of."""
    return Finding(Check(clause, what, expected, None, unit, None))


def measured(
    clause: str, what: str, expected: float, found: float | None, within: float, unit: str, mends: Iterable[Mend] = ()
) -> Finding:
    """Judge a measure of the whole file."""
    right = None if found is None else abs(found - expected) <= within
    value = None if found is None else round(found, 2)
    finding = Finding(Check(clause, what, round(expected, 2), value, unit, right))
    return finding if right is not False else replace(finding, mends=tuple(mends))
