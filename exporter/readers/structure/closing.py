"""Find what closes an official paper, from attachments to imprint, and what is attached behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from exporter.model import Block, Paragraph, ParagraphRole, plain
from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.paper_parts import (
    back_part,
    can_sign,
    closes_imprint,
    is_body_name,
    is_person,
    name_of_attachment,
)
from exporter.readers.lines.recognisers import ADDRESSEE, APPENDIX, SALUTATION, is_prose
from exporter.readers.structure.attached import TITLE, attached, renewed
from exporter.readers.structure.layout import is_addressed

SIGNERS = 8
"""Most lines of a joint signature."""
LISTED = 40
"""Most lines of a list of attachments."""
BROKEN = 18
"""Shortest line, in characters, that a page may have broken inside a name."""
_BEHIND: tuple[ParagraphRole, ...] = ("attachment", "remark", "copied_to", "issued", "note")
"""Parts that stand behind the date."""
FIRST_LABEL = re.compile(r"^附\s?件\s?[1一]?\s?$")
_OPEN_ITEM = re.compile(r"^\d{1,2}\s?[.．、]|^[（(]\d{1,2}[）)]")


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines that close a paper, by index; and of what it issues, each title's first line and the one after it."""

    roles: dict[int, ParagraphRole]
    attached: tuple[tuple[int, int], ...] = ()


def closing_parts(lines: Sequence[Line]) -> Parts:
    """Find the parts among the lines of a body."""
    texts = [line.text if line.grid is None else "" for line in lines]
    roles: dict[int, ParagraphRole] = {}
    ends: list[int] = []
    for index, text in enumerate(texts):
        if index not in roles and back_part(text) == "date":
            stop = _around_date(lines, texts, index, roles)
            ends += [stop] if stop else []
    for index in (*(index for index, text in enumerate(texts) if FIRST_LABEL.match(text)), len(texts)):
        _list_above(texts, index, roles)  # what is issued lists what it attaches, and nobody signs below
    _imprint(texts, roles)
    if not ends:
        _undated(lines, texts, roles)
    begins = min((at for at in (*ends[:1], renewed(texts)) if at), default=0)
    return Parts(roles, attached(lines, texts, begins) if begins else ())


def names_of_attachments(texts: Sequence[str]) -> tuple[str, ...]:
    """Give the names in the lines of a list of attachments; a line without number goes on with the name above it."""
    names: list[str] = []
    numbered = any(_OPEN_ITEM.match(text) for text in texts)
    for above, text in zip(["", *texts], texts, strict=False):
        found = list(name_of_attachment(text))
        broken = numbered or len(above) >= BROKEN
        if names and found and broken and not _OPEN_ITEM.match(text) and back_part(text) != "attachment":
            names[-1] += found.pop(0)
        names += found
    return tuple(re.sub(r"[。；;]$", "", name) for name in names)


def names_listed(lines: Sequence[Line]) -> tuple[str, ...]:
    """Give the names of what the lines of a body say is attached."""
    roles = closing_parts(lines).roles
    return names_of_attachments([line.text for at, line in enumerate(lines) if roles.get(at) == "attachment"])


def with_addressee(blocks: Sequence[Block]) -> list[Block]:
    """Give the blocks, the one among the first that says whom the text is for marked as such."""
    done = list(blocks)
    for index, block in enumerate(done[:3]):
        if isinstance(block, Paragraph) and block.role == "body":
            text = plain(block.runs)
            spoken = SALUTATION.match(text) and text.endswith(("：", ":")) and len(text) < 40
            if ADDRESSEE.match(text) or spoken or (index == 0 and is_addressed(text)):
                done[index] = replace(block, role="addressee")
                break
    return done


# ---------------------------------------------------------------- around the date


def _around_date(lines: Sequence[Line], texts: Sequence[str], at: int, roles: dict[int, ParagraphRole]) -> int:
    """Mark the parts around a date that closes a paper, and give the line after them; 0 if it closes none."""
    first = at
    while first > 0 and at - first < SIGNERS and _signs(lines, texts, first - 1, first == at):
        first -= 1
    tail = _back(texts, at + 1)
    if first == at and not (tail > at + 1 or tail == len(texts)):
        return 0
    if first < at and not _is_signed(texts, first, at, tail):
        return 0
    roles[at] = "date"
    roles.update(dict.fromkeys(range(first, at), "signature"))
    _list_above(texts, first, roles)
    for index in range(at + 1, tail):
        roles[index] = back_part(texts[index]) or "attachment"
    return tail


def _signs(lines: Sequence[Line], texts: Sequence[str], index: int, nearest: bool) -> bool:
    text, line = texts[index], lines[index]
    if line.grid is not None or (line.level is not None and 0 < line.level < 9) or back_part(text):
        return False
    if number_of(text) is not None:
        return False
    return can_sign(text) if nearest else is_body_name(text) or is_person(text)


def _is_signed(texts: Sequence[str], first: int, at: int, tail: int) -> bool:
    """A body or a person with a post signs anywhere; any other short line only where the paper ends below its date."""
    if is_body_name(texts[at - 1]) or is_person(texts[at - 1]):
        return True
    ended = first > 0 and texts[first - 1][-1:] in "。！？；：）"
    return ended and (tail >= len(texts) or tail > at + 1 or APPENDIX.match(texts[tail]) is not None)


def _back(texts: Sequence[str], start: int) -> int:
    """Give the line after remark, attachments and imprint that follow a date."""
    index = start
    while index < len(texts):
        part = back_part(texts[index])
        if part in _BEHIND and not _labels_what_is_attached(texts, index):
            index = _listed(texts, index + 1) if part == "attachment" else index + 1
        else:
            break
    return index


def _labels_what_is_attached(texts: Sequence[str], index: int) -> bool:
    """Tell the label of an attachment, 附件：, from that of a list of several: no number stands below it."""
    alone = _is_label_alone(texts[index]) and index + 2 < len(texts)
    return alone and number_of(texts[index + 1]) is None and back_part(texts[index + 1]) is None


def _list_above(texts: Sequence[str], first: int, roles: dict[int, ParagraphRole]) -> None:
    """Mark the list of attachments that stands above a signature."""
    for top in range(first - 1, max(-1, first - LISTED), -1):
        if back_part(texts[top]) == "attachment" or _is_label_alone(texts[top]):
            if all(_is_listed(texts[index]) for index in range(top + 1, first)):
                roles.update(dict.fromkeys(range(top, first), "attachment"))
            return
        if is_prose(texts[top]) and not _OPEN_ITEM.match(texts[top]):
            return


def _is_listed(text: str) -> bool:
    """Tell whether a line between 附件： and a signature can be a name of the list or the rest of one."""
    return len(text) <= TITLE + 20 and not (is_prose(text) and text[-1] in "。！？；") and back_part(text) is None


def _is_label_alone(text: str) -> bool:
    return re.match(r"^附\s{0,4}件\s?[：:]$", text) is not None


def _listed(texts: Sequence[str], start: int) -> int:
    """Give the line after the items of a list of attachments: numbered in order, or going on with the one above."""
    index, last = start, 1
    while index < len(texts) and index - start < LISTED:
        text = texts[index]
        number = number_of(text)
        if number and number.kind in ("arabic", "arabic_paren") and number.value in (last, last + 1):
            last = number.value
        elif number or not _goes_on(texts, index):
            break
        index += 1
    return index


def _goes_on(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line is the rest of the name above it: short, and another numbered name follows."""
    text = texts[index]
    if len(text) > TITLE or is_prose(text) or back_part(text) or is_body_name(text):
        return False
    below = number_of(texts[index + 1]) if index + 1 < len(texts) else None
    return below is not None and below.kind == "arabic" and below.value > 1


def _imprint(texts: Sequence[str], roles: dict[int, ParagraphRole]) -> None:
    """Mark copies and printing at the very end, wherever the signature stands, and copies right above a printing."""
    for index in range(len(texts) - 1, -1, -1):
        part = "issued" if index and closes_imprint(texts[index], texts[index - 1]) else back_part(texts[index])
        if part is None or part not in _BEHIND[1:]:
            if index not in roles:
                break
        else:
            roles[index] = part


def _undated(lines: Sequence[Line], texts: Sequence[str], roles: dict[int, ParagraphRole]) -> None:
    """Mark attachments and signature at the end of a paper without a date."""
    stop = len(texts)
    while stop > 0 and stop - 1 in roles:
        stop -= 1
    first = stop
    while first > 0 and stop - first < SIGNERS and is_body_name(texts[first - 1]) and not number_of(texts[first - 1]):
        first -= 1
    ended = first > 0 and (texts[first - 1][-1:] in "。！？" or back_part(texts[first - 1]) == "attachment")
    first = first if ended or _listed_above(texts, first) else stop
    roles.update(dict.fromkeys(range(first, stop), "signature"))
    _list_above(texts, first, roles)


def _listed_above(texts: Sequence[str], first: int) -> bool:
    found: dict[int, ParagraphRole] = {}
    _list_above(texts, first, found)
    return bool(found)
