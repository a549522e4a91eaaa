"""Read the lines of a body as entries: the text with its outline, the parts that close a paper, what is attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from exporter.model import Notice
from exporter.readers.lines.joining import BROKEN_HEADING, rejoined
from exporter.readers.lines.line import Line, join
from exporter.readers.lines.parting import names_apart
from exporter.readers.structure.closing import Parts, closing_parts
from exporter.readers.structure.outline import DEEPEST, outline
from exporter.readers.structure.shapes import Entry


def entries_of(text: str, lines: Sequence[Line], broken: bool) -> tuple[list[Entry], list[Notice]]:
    """Give every line as an entry, and notices of what is wrong with the outline. `broken`: lines were put together."""
    parts = closing_parts(lines)
    entries: list[Entry] = []
    notices: list[Notice] = []
    for kind, group in groupby(enumerate(_kinds(len(lines), parts)), key=itemgetter(1)):
        places = [index for index, _ in group]
        inside = [lines[index] for index in places]
        if kind == "part":
            entries += _parts(inside, (parts.roles[index] for index in places))
        elif kind == "title":
            entries.append(_attached(text, inside))
        else:
            found, said = outline(inside if broken else rejoined(text, inside))
            entries += (_deeper(entry) for entry in found) if kind == "attached" else found
            notices += said
    return entries, notices


def _parts(lines: Sequence[Line], roles: Iterable[str]) -> Iterator[Entry]:
    """Give each part as an entry; those who sign side by side are one each."""
    for line, role in zip(lines, roles, strict=True):
        for one in names_apart(line) if role == "signature" else [line]:
            yield Entry(one, "part", role)


def _kinds(count: int, parts: Parts) -> list[str]:
    """Tell of each of so many lines whether it is a part, of the text, or the title or the text of what is attached."""
    begins = parts.attached[0][0] if parts.attached else count
    kinds = ["text"] * begins + ["attached"] * (count - begins)
    for first, stop in parts.attached:
        kinds[first:stop] = ["title"] * (stop - first)
    for index in parts.roles:
        kinds[index] = "part"
    return kinds


def _attached(text: str, lines: Sequence[Line]) -> Entry:
    """Make one heading of the lines of a title: 附件 and its name stand apart by a space."""
    whole = lines[0]
    for line in lines[1:]:
        whole = join(text, whole, line, BROKEN_HEADING, "\u3000" if len(whole.text) < 6 else "")
    return Entry(whole, "heading", "given", None, len(whole.text), 1)


def _deeper(entry: Entry) -> Entry:
    return replace(entry, level=min(DEEPEST, entry.level + 1)) if entry.level else entry
