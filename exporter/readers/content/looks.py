"""Tell runs how the source sets their characters: raised, struck out, with a reading, as a link."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Literal, TypeAlias

from exporter.characters import places
from exporter.model import (
    Alteration,
    Block,
    Document,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Picture,
    Run,
    RunRole,
    Runs,
    Span,
    Table,
    plain,
)

Kind: TypeAlias = Literal["super", "sub", "struck", "ruby", "link", "strong", "emphasis"]
_STRESS = ("strong", "emphasis")
LONG = 4_000
"""Characters of a look that is parted."""


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """How characters `start` to `end` of the source text are set; `value` is a reading or an address."""

    start: int
    end: int
    kind: Kind
    value: str = ""


@dataclass(frozen=True, slots=True)
class _Looks:
    """The looks of a document, sorted, and how far those before each of them reach."""

    looks: Sequence[Look]
    reach: Sequence[int]
    alterations: Sequence[Alteration]

    def within(self, span: Span) -> list[Look]:
        last = bisect_left(self.looks, span.end, key=lambda one: one.start)
        found: list[Look] = []
        for index in range(last - 1, -1, -1):
            if self.reach[index] <= span.start:
                break
            if self.looks[index].end > span.start:
                found.append(self.looks[index])
        return found


def with_looks(document: Document, looks: Sequence[Look]) -> Document:
    """Give the document with each run cut where its look changes; its text stays what it was."""
    if not looks:
        return document
    kept = sorted(part for look in looks for part in _parts(look))
    known = _Looks(kept, list(accumulate((one.end for one in kept), max)), document.alterations)
    blocks, appendix = (tuple(_block(one, known) for one in side) for side in (document.blocks, document.appendix))
    return replace(document, blocks=blocks, appendix=appendix)


def _parts(look: Look) -> Iterator[Look]:
    """Part a long look: one from end to end of a page would have every run look through all before it."""
    for start in range(look.start, look.end, LONG):
        yield replace(look, start=start, end=min(look.end, start + LONG))


def _block(block: Block, looks: _Looks) -> Block:
    match block:
        case Heading(runs=runs):
            return replace(block, runs=_looked(runs, looks, stress=False))
        case Paragraph(runs=runs) | Note(runs=runs):
            return replace(block, runs=_looked(runs, looks))
        case ListBlock(items=items):
            return replace(block, items=tuple(replace(item, runs=_looked(item.runs, looks)) for item in items))
        case Table(rows=rows, caption=caption):
            made = tuple(tuple(replace(c, runs=_looked(c.runs, looks, stress=False)) for c in row) for row in rows)
            return replace(block, rows=made, caption=_looked(caption, looks, stress=False))
        case Picture(caption=caption):
            return replace(block, caption=_looked(caption, looks, stress=False))
        case _:
            return block


def _looked(runs: Runs, looks: _Looks, stress: bool = True) -> Runs:
    """Cut runs by their looks; what is stressed from end to end is set so, not stressed."""
    cut = [piece for run in runs for piece in _cut(run, looks)]
    if all(not found for _, found in cut):
        return runs
    whole = plain(runs).strip()
    if stress:
        stressed = "".join(run.text for run, found in cut if any(one.kind in _STRESS for one in found))
        stress = stressed.strip(" 　：:。") != whole.strip(" 　：:。")
    return tuple(_set(run, found, stress) for run, found in cut)


def _cut(run: Run, looks: _Looks) -> Iterator[tuple[Run, tuple[Look, ...]]]:
    """Give the pieces of a run with the looks of each."""
    found = looks.within(run.span) if run.span and run.text else []
    if not found:
        yield run, ()
        return
    starts, ends = places((run,), looks.alterations)
    own = list(_by_place(found, starts))
    for key, group in groupby(range(len(own)), key=own.__getitem__):
        inside = list(group)
        first, last = inside[0], inside[-1]
        span = Span(starts[first], max(starts[first], ends[last]))
        yield replace(run, text=run.text[first : last + 1], span=span), key


def _by_place(looks: Sequence[Look], places: Sequence[int]) -> Iterator[tuple[Look, ...]]:
    """Give the looks at each place, in order, those alike as one; readings side by side stay apart."""
    coming = sorted(looks, reverse=True)
    here: list[Look] = []
    key: tuple[Look, ...] = ()
    for place in places:
        before = len(here)
        here = [one for one in here if one.end > place]
        changed = len(here) < before
        while coming and coming[-1].start <= place:
            here.append(coming.pop())
            changed = True
        if changed:
            alike = (one if one.kind == "ruby" else Look(0, 0, one.kind, one.value) for one in here if one.end > place)
            key = tuple(sorted(set(alike)))
        yield key


def _set(run: Run, looks: Sequence[Look], stress: bool) -> Run:
    for look in looks:
        if look.kind not in _STRESS or stress:
            run = _SETS[look.kind](run, look)
    return run


def _stressed(run: Run, look: Look) -> Run:
    role: RunRole = "strong" if look.kind == "strong" else "emphasis"
    return replace(run, role=role) if run.role in ("plain", "lead") else run


def _raised(run: Run, look: Look) -> Run:
    if run.role == "mark":
        return run
    return replace(run, raised="super" if look.kind == "super" else "sub")


_SETS: dict[Kind, Callable[[Run, Look], Run]] = {
    "super": _raised,
    "sub": _raised,
    "struck": lambda run, look: replace(run, struck=True),
    "ruby": lambda run, look: replace(run, ruby=look.value),
    "link": lambda run, look: run if run.role == "mark" else replace(run, role="link", target=look.value),
    "strong": _stressed,
    "emphasis": _stressed,
}
