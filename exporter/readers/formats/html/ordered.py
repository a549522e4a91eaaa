"""Count the items of an ordered list of a page, as a browser prints their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from exporter.model import Alteration, Span
from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Ordered:
    """A list that counts: the number of its next item, by what it counts, and in which form."""

    value: int = 1
    step: int = 1
    form: str = "1"

    def next(self, value: str = "") -> str:
        """Count an item, and give what is printed before it."""
        if re.fullmatch(r"-?\d{1,6}", value.strip()):
            self.value = int(value)
        shown, self.value = self.value, self.value + self.step
        return f"{_written(shown, self.form)}."


def ordered(attributes: dict[str, str]) -> Ordered:
    """Begin a list; one that counts down is left without its end, which only its last item tells."""
    start = attributes.get("start", "").strip()
    form = attributes.get("type", "1").strip()
    value = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    return Ordered(value, 1, form if form in ("1", "a", "A", "i", "I") else "1")


def numbered(source: str, line: Line, start: int, end: int, number: str) -> Line:
    """Give a line with the number of its item, which stands in the place of the item's tag."""
    if number_of(line.text) is not None or line.start < end:
        return line
    tag = Alteration(Span(start, line.start), source[start : line.start], number, "list number")
    return replace(line, start=start, text=number + line.text, edits=(tag, *line.edits))


def _written(value: int, form: str) -> str:
    if form in "aA" and value > 0:
        letters = ""
        while value > 0:
            value, rest = divmod(value - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters if form == "a" else letters.upper()
    if form in "iI" and 0 < value < 4000:
        letters = ""
        for size, sign in _ROMAN:
            count, value = divmod(value, size)
            letters += sign * count
        return letters if form == "i" else letters.upper()
    return str(value)
