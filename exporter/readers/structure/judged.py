"""Hold the lines of a source while it is found out where the document lies among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from exporter.readers.lines.line import Line
from exporter.readers.lines.paper_parts import ONLY_DATE, front_part, is_body_name
from exporter.readers.lines.recognisers import CAPTION, DATELINE, SUMMARY, LineClass
from exporter.readers.structure.furniture import is_label

CLOCK = re.compile(r"\d{1,2}[:：]\d{2}|(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}")
"""A time of day, or a date as programs write it."""
JUNK = re.compile(r"^[\W\d_]{0,40}$|^<!--|^-->$|^https?://\S+$|^[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}$")
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(slots=True)
class Judged:
    """The lines of a source, what is proved of each, and how much each weighs as text."""

    lines: Sequence[Line]
    lots: list[LineClass | None]
    page: bool
    least: int
    weights: list[int] = field(default_factory=list)

    def text(self, index: int) -> str:
        """Give the text of a line; empty where there is none."""
        return self.lines[index].text if 0 <= index < len(self.lines) else ""


def is_of_head(text: str) -> bool:
    """Tell whether a line goes with the head of a page: a caption, a summary, a dateline, a record."""
    return bool(CAPTION.search(text) or SUMMARY.match(text) or DATELINE.match(text) or is_label(text))


def is_day_of_minutes(here: Judged, index: int) -> bool:
    """Tell a day in the line of the body that gives minutes out, right below their number (GB/T 9704-2012, 10.3)."""
    above = here.text(index - 1), here.text(index - 2)
    return (
        ONLY_DATE.match(here.text(index)) is not None
        and is_body_name(above[0])
        and front_part(above[1]) == "document_number"
    )
