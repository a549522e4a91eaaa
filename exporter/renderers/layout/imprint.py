"""Set the imprint of a paper on the foot of its last page, between its rules (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from exporter.model import Align, Paragraph, Runs
from exporter.renderers.layout.forms import Form
from exporter.renderers.layout.frame import Frame, set_text
from exporter.renderers.layout.imprint_lines import copies_label, printer_and_day
from exporter.renderers.layout.items import Fill, Ink, Laid, Sheet, shifted, stacked
from exporter.renderers.layout.table_widths import text_height
from exporter.style import TextStyle
from exporter.typesetting import Strip

SIZE = 14.0
"""pt: 4号."""
LINE = 22.0
THICK, THIN = 0.35 * 72 / 25.4, 0.25 * 72 / 25.4
"""pt of the first and last rule, and of those between."""
BLACK = "#000000"


LAST = 2
"""Lines of the text that go to the next page with the imprint: no page has nothing else."""


class Imprint(NamedTuple):
    """The imprint as it is drawn, from the top of its first rule, and its height."""

    inks: Sequence[Ink]
    height: float


def imprint_of(lines: Sequence[Paragraph], frame: Frame, form: Form) -> Imprint:
    """Set the imprint; that of a letter has no rules (10.1)."""
    return Imprint(*_laid(lines, frame, ruled=form != "letter"))


def with_room(laid: Sequence[Laid], imprint: Imprint, frame: Frame) -> list[Laid]:
    """Give the lines of a paper with room for the imprint behind the last of them, which stay with it."""
    start = max(0, len(laid) - LAST)
    kept = (one._replace(strip=replace(one.strip, keep_next=True)) for one in laid[start:])
    return [*laid[:start], *kept, Laid(Strip(imprint.height + _below(frame)))]


def with_imprint(sheets: Sequence[Sheet], imprint: Imprint, frame: Frame) -> tuple[Sheet, ...]:
    """Give the pages with the imprint on the foot of the last; below notes there is no room, and a page follows."""
    foot = text_height(frame.style) - _below(frame)
    placed = tuple((foot - imprint.height, ink) for ink in imprint.inks)
    last = sheets[-1]
    if last.notes:
        return (*sheets, Sheet(placed, foot))
    return (*sheets[:-1], last._replace(inks=(*last.inks, *placed), depth=foot))


def _below(frame: Frame) -> float:
    """Give the white below the ink of a page's last line."""
    body = frame.style.text["body"]
    return (body.line - body.size) / 2


def _laid(lines: Sequence[Paragraph], frame: Frame, ruled: bool) -> tuple[list[Ink], float]:
    """Set the lines one below the other, and give their inks from the top of the first rule, and their height."""
    body = frame.style.text["body"]
    letters = replace(
        body, size=SIZE, line=LINE, tracking=0, indent=0, left=1, right=1, align="left", before=0, after=0
    )
    inks: list[Ink] = []
    down = 0.0
    for at, line in enumerate(lines):
        if ruled:
            inks.append(Fill(0.0, down, frame.measure, THIN if at else THICK, BLACK))
        height = 0.0
        for runs, align in _sides(line):
            strips = list(_set(runs, align, line, frame, letters))
            for laid, top in zip(strips, stacked(strips), strict=False):
                inks += shifted(laid.inks, down=down + top)
            height = max(height, stacked(strips)[-1])
        down += height
    if ruled:
        inks.append(Fill(0.0, down, frame.measure, THICK, BLACK))
        down += THICK
    return inks, down


def _sides(line: Paragraph) -> Iterator[tuple[Runs, Align]]:
    """Part who prints from the day of printing, which stands at the right."""
    found = printer_and_day(line)
    if found is None:
        yield line.runs, "left"
        return
    if found[0]:
        yield (replace(line.runs[0], text=found[0]),), "left"
    yield (replace(line.runs[0], text=found[1]),), "right"


def _set(runs: Runs, align: Align, line: Paragraph, frame: Frame, letters: TextStyle) -> Iterator[Laid]:
    shown = float(len(copies_label(line)))
    own = replace(letters, align=align, left=letters.left + shown, indent=-shown)
    return set_text(runs, "body", line.lang, frame._replace(running=False), (), own)
