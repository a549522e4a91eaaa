"""Read the lines of a body as entries: the text with its outline, the parts that close a paper, what is attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from exporter.model import Notice, ParagraphRole
from exporter.readers.lines.joining import BROKEN_HEADING, rejoined
from exporter.readers.lines.line import Line, join
from exporter.readers.lines.parting import names_apart
from exporter.readers.lines.recognisers import ADDRESSEE
from exporter.readers.structure.closing import Parts, closing_parts
from exporter.readers.structure.outline import DEEPEST, outline
from exporter.readers.structure.shapes import Entry
from exporter.readers.structure.signatures import whole_names


def entries_of(text: str, lines: Sequence[Line], broken: bool) -> tuple[list[Entry], list[Notice]]:
    """Give every line as an entry, and notices of what is wrong with the outline. `broken`: lines were put together."""
    lines = whole_names(text, lines)
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
            entries += (_deeper(entry) for entry in _addressed(found)) if kind == "attached" else found
            notices += said
    return entries, notices


IMPRINT: tuple[ParagraphRole, ...] = ("copied_to", "issued")


def annex_entries(text: str, lines: Sequence[Line], free: bool) -> tuple[list[Entry], list[Notice]]:
    """Give every line of an annex as an entry: its text, who signs it, and the imprint. `free`: as in `outline`."""
    lines = whole_names(text, lines)
    found_roles = closing_parts(lines).roles
    dated = "date" in found_roles.values()
    kept = (*IMPRINT, *(("signature", "date") if dated else ()))
    roles = {at: role for at, role in found_roles.items() if role in kept}
    entries: list[Entry] = []
    notices: list[Notice] = []
    for signed, group in groupby(range(len(lines)), key=lambda at: at in roles):
        places = list(group)
        inside = [lines[at] for at in places]
        if signed:
            entries += _parts(inside, (roles[at] for at in places))
        else:
            found, said = outline(rejoined(text, inside), free)
            entries += found
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


def _addressed(entries: Sequence[Entry]) -> list[Entry]:
    """Give what is attached, a first line that says whom it is for as such: 国务院：."""
    first, rest = entries[0], entries[1:]
    return [Entry(first.line, "part", "addressee") if ADDRESSEE.match(first.line.text) else first, *rest]


def _deeper(entry: Entry) -> Entry:
    return replace(entry, level=min(DEEPEST, entry.level + 1)) if entry.level else entry
