"""Say those clauses of a line that can be said, with a sign for the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from exporter.english.grammar.clauses import NO_NAMES, Names, clauses_of, prepared
from exporter.english.grammar.headings import Rendering, english_of, lowered
from exporter.english.grammar.styling import Tense

LEFT_OUT = "[…]"
"""What stands for clauses that have no English."""


def task_of(text: str, tense: Tense, names: Names = NO_NAMES) -> Rendering:
    """Render a heading; of one that tells what is to be done as much as can be said."""
    whole = english_of(text, "heading", tense, names=names)
    if tense == "past" or whole.status in ("verified", "reviewed"):
        return whole
    part = in_part(prepared(text), lambda one: english_of(one, "heading", tense, names=names), ", ")
    return part if part.text else whole


def in_part(text: str, rendered: Callable[[str], Rendering], joint: str) -> Rendering:
    """Render the clauses of a prepared text, LEFT_OUT for others; nothing where that is less than half of it.

    The first clause is always said, since it often names whose the others are (三产调方向，不断提高水平), and what only
    says where or why is not said without what it is said of.
    """
    groups = ["，".join(group) for group in _groups(clauses_of(text))]
    said = [rendered(group) for group in groups]
    sure = [one.text if one.status == "verified" else None for one in said]
    held = sum(len(group) for group, one in zip(groups, sure, strict=True) if one)
    if 2 * held < len(text) or len(groups) < 2 or not sure[0]:
        return Rendering(None, "untranslated", (text,))
    return Rendering("".join(_with_gaps(sure, joint)), "verified")


def _groups(clauses: Sequence[str]) -> list[list[str]]:
    """Put what only says where, why or whereby before what it is said of."""
    groups: list[list[str]] = []
    for place, one in enumerate(clauses):
        if place and _OPENING.match(clauses[place - 1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


_OPENING = re.compile("在|受|随着|作为|从|对|由于|面对|为|按|根据|因|虽|尽管|如|当|以|围绕|通过|把|将")


def _with_gaps(said: Sequence[str | None], joint: str) -> Iterator[str]:
    """Give what is said, joined, and one sign for each stretch of what is not."""
    for place, one in enumerate(said):
        before = said[place - 1] if place else None
        if one:
            yield (joint if before else " " if place else "") + (lowered(one) if place else one)
        elif before:
            yield f" {LEFT_OUT}"
