"""Read the lines of a body as entries: the text with its outline, the parts that close a paper, what is attached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from exporter.model import Notice
from exporter.readers.lines.joining import BROKEN_HEADING, rejoined
from exporter.readers.lines.line import Line, join
from exporter.readers.lines.mending import apply
from exporter.readers.lines.paper_parts import front_part, is_body_name, is_count, is_spaced_name
from exporter.readers.lines.parting import names_apart
from exporter.readers.lines.recognisers import ADDRESSEE, ADOPTED
from exporter.readers.lines.repair import spaced_letters
from exporter.readers.structure.closing import Parts, closing_parts
from exporter.readers.structure.layout import IMPRINT
from exporter.readers.structure.outline import DEEPEST, outline
from exporter.readers.structure.shapes import Entry
from exporter.readers.structure.signatures import whole_copies, whole_names

_Outlined: TypeAlias = Callable[[Sequence[Line]], tuple[list[Entry], list[Notice]]]


def entries_of(text: str, lines: Sequence[Line], broken: bool) -> tuple[list[Entry], list[Notice]]:
    """Give every line as an entry, and notices of what is wrong with the outline. `broken`: lines were put together."""
    lines = whole_copies(text, whole_names(text, lines))
    return _entries(
        text, lines, closing_parts(lines), lambda inside: outline(inside if broken else rejoined(text, inside))
    )


def annex_entries(text: str, lines: Sequence[Line], free: bool) -> tuple[list[Entry], list[Notice]]:
    """Give every line of an annex as an entry: its text, who signs it, and the imprint. `free`: as in `outline`."""
    lines = whole_copies(text, whole_names(text, lines))
    roles = closing_parts(lines).roles
    kept = (*IMPRINT, *(("signature", "date") if "date" in roles.values() else ()))
    parts = Parts({at: role for at, role in roles.items() if role in kept})
    entries, notices = _entries(text, lines, parts, lambda inside: outline(rejoined(text, inside), free))
    if entries and _is_below_title(entries[0].line.text):  # its title stands above
        entries[0] = Entry(entries[0].line, "part", "subtitle")
    elif entries and front_part(entries[0].line.text) == "document_number":
        entries = _addressed(entries)
    return entries, notices


def _entries(text: str, lines: Sequence[Line], parts: Parts, outlined: _Outlined) -> tuple[list[Entry], list[Notice]]:
    """Give the parts, the titles, and the text between them, as `outlined` gives it."""
    entries: list[Entry] = []
    notices: list[Notice] = []
    for kind, group in groupby(enumerate(_kinds(len(lines), parts)), key=itemgetter(1)):
        places = [index for index, _ in group]
        inside = [lines[index] for index in places]
        if kind == "part":
            entries += _parts(text, inside, (parts.roles[index] for index in places))
        elif kind == "title":
            entries.append(_attached(text, inside))
        else:
            found, said = outlined(inside)
            entries += (_deeper(entry) for entry in _addressed(found)) if kind == "attached" else found
            notices += said
    return entries, notices


def _parts(text: str, lines: Sequence[Line], roles: Iterable[str]) -> Iterator[Entry]:
    """Give each part as an entry; those who sign side by side are one each, their letters together."""
    for line, role in zip(lines, roles, strict=True):
        for one in names_apart(line) if role == "signature" else [line]:
            spaced = role == "signature" and is_spaced_name(one.text)
            yield Entry(apply(text, one, spaced_letters(one.text)) if spaced else one, "part", role)


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
    """Give what is attached, a first line that says whom it is for (国务院：), whose it is or when it was passed."""
    first, rest = entries[0], entries[1:]
    if rest and front_part(first.line.text) == "document_number":
        return [Entry(first.line, "part", "document_number"), *_addressed(rest)]
    if ADOPTED.fullmatch(first.line.text) or _is_below_title(first.line.text):
        return [Entry(first.line, "part", "subtitle"), *rest]
    if rest and is_body_name(first.line.text) and rest[0].line.text.endswith(("。", "：", ":")):
        return [Entry(first.line, "part", "byline"), *rest]
    return [Entry(first.line, "part", "addressee") if ADDRESSEE.match(first.line.text) else first, *rest]


_STATUS = re.compile(r"[（(][\u4e00-\u9fff]{0,6}(?:稿|试行|暂行|草案|修订|修正)[）)]")
"""What a paper below whose title it stands still is: （征求意见稿）."""


def _is_below_title(text: str) -> bool:
    return _STATUS.fullmatch(text) is not None or is_count(text)


def _deeper(entry: Entry) -> Entry:
    return replace(entry, level=min(DEEPEST, entry.level + 1)) if entry.level else entry
