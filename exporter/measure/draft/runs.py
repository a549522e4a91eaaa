"""Take hold of the letters of a stretch of a paragraph: runs are cut where it begins and ends."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exporter.measure.draft.draft import Draft, Part
from exporter.measure.draft.properties import W
from exporter.style import Style

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Bench:
    """A draft being mended, and the runs that were cut off others, by the run they were cut off."""

    draft: Draft
    style: Style
    cut: dict[_Element, list[_Element]] = field(default_factory=dict)


def runs_of(bench: Bench, part: Part, stretch: tuple[int, int] | None) -> list[_Element]:
    """Give the runs of a stretch; a run that reaches over its end is parted there."""
    start, end = stretch or (0, len(part.text))
    found, at = [], 0
    for piece in part.pieces:
        place = at
        for run in family(bench, piece.element):
            length = len(text_of(run))
            for cut in sorted({start - place, end - place}, reverse=True):
                if 0 < cut < len(text_of(run)):
                    _part_run(bench, piece.element, run, cut)
            place += length
        for run in family(bench, piece.element):
            length = len(text_of(run))
            if at < end and at + length > start and length:
                found.append(run)
            at += length
    return found


def family(bench: Bench, run: _Element) -> list[_Element]:
    """Give a run and the pieces that were cut off it, in their order."""
    pieces = [run, *bench.cut.get(run, ())]
    return sorted(pieces, key=lambda one: one.getparent().index(one))


def _part_run(bench: Bench, origin: _Element, run: _Element, at: int) -> None:
    texts = run.findall(W + "t")
    if len(texts) != 1 or len(text_of(run)) != len(texts[0].text or ""):
        return
    rest = copy.deepcopy(run)
    whole = texts[0].text or ""
    set_text(texts[0], whole[:at])
    set_text(rest.findall(W + "t")[0], whole[at:])
    run.addnext(rest)
    bench.cut.setdefault(origin, []).append(rest)


def text_of(run: _Element) -> str:
    """Give the characters of a run."""
    signs = {W + "tab": "\u3000", W + "br": "\n", W + "cr": "\n"}
    return "".join((one.text or "") if one.tag == W + "t" else signs.get(str(one.tag), "") for one in run)


def set_text(element: _Element, text: str) -> None:
    """Set the characters of a `w:t`."""
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
