"""Place those who sign a paper and its date, with a seal, without one or with a stamp (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from exporter.model import Block
from exporter.publisher import Seal
from exporter.renderers.layout.forms import is_one, words
from exporter.renderers.layout.joint_signatures import ROOM, SEAL_LINES, rows_for
from exporter.renderers.layout.red_head import Direct
from exporter.renderers.layout.table_widths import PT_PER_MM, measure_of
from exporter.style import Style

SEAL_ROOM: Mapping[Seal, int] = {"none": 1, "sealed": 2, "stamp": 2}
"""Lines above those who sign: a blank one, or room for the seal."""


def closings(blocks: Sequence[Block], style: Style) -> list[tuple[int, Direct]]:
    """Place each signature and its date by the three cases of 7.3.5.

    Without a seal the date starts 2 characters right of the name; with a seal the name is centred
    on the date, which ends 4 characters before the edge; with a signature stamp both end there.
    """
    base, room = style.text["signature"], SEAL_ROOM[style.seal]
    found: list[tuple[int, Direct]] = []
    for at, block in enumerate(blocks):
        names = signers(blocks, at) if is_one(block, "date") else ()
        if names:
            seal = seal_at(names, style)
            if seal == "sealed" and len(names) > 1:
                found += _sealed_together(names, at, block, style)
                continue
            ends, date = stacked_ends([ems_of(words(one)) for one in names], ems_of(words(block)), seal)
            for one, end in enumerate(ends):
                before = SEAL_ROOM[seal] * base.line if one == 0 or seal != "none" else 0.0
                text = replace(base, right=max(0.0, end), before=before, keep_next=True)
                found.append((at - len(names) + one, Direct("signature", text)))
            found.append((at, Direct("signature", replace(base, right=date, before=BELOW_STAMP[seal] * base.line))))
    for places in undated(blocks):
        for place in places:
            before = room * base.line if place == places[0] else 0.0
            found.append((place, Direct("signature", replace(base, right=UNDATED[style.seal], before=before))))
    return found


def _sealed_together(names: Sequence[Block], at: int, date: Block, style: Style) -> Iterator[tuple[int, Direct]]:
    """Place names with a seal on each in rows, the last over the date that all share (7.3.5.1)."""
    base = style.text["signature"]
    em = base.size + base.tracking
    widths, day = [ems_of(words(one)) for one in names], ems_of(words(date))
    rows = rows_for(widths)
    right = measure_of(style) / em - closing_ends(0.0, day, "sealed")[1]
    for row in rows.parted(len(names)):
        lines = ROOM if row[0] == 0 else SEAL_LINES - 1
        for place in row:
            middle = right - day / 2 - (row[-1] - place) * rows.pitch * PT_PER_MM / em
            text = replace(base, align="left", left=max(0.0, middle - widths[place] / 2), right=0, keep_next=True)
            beside = place != row[0]
            own = replace(text, before=0.0 if beside else lines * base.line)
            yield at - len(names) + place, Direct("signature", own, beside=beside)
    yield at, Direct("signature", replace(base, right=closing_ends(0.0, day, "sealed")[1]))


BELOW_STAMP: Mapping[Seal, int] = {"none": 0, "sealed": 0, "stamp": 1}
"""Blank lines between those who sign and the date (7.3.5.3)."""
_PERSON = re.compile(
    r"[\u4e00-\u9fff（）]{0,20}(?:总理|主席|主任|书记|[省市县区州盟旗局厅部院镇乡]长)[\s\u3000]+[\u4e00-\u9fff·\s\u3000]{2,12}"
)

_SPREAD = re.compile(r"(?<=[总省市县区州盟旗局厅部院镇乡主书])[\s\u3000]{1,2}(?=[理长席任记])")
"""The blank inside of a post whose letters stand apart."""


def seal_at(names: Sequence[Block], style: Style) -> Seal:
    """Tell what stands at a signature: a stamp where a person signs by a post, as in an order (7.3.5.3, 10.2)."""
    person = len(names) == 1 and _PERSON.fullmatch(_SPREAD.sub("", words(names[0]))) is not None
    return "stamp" if person and style.seal == "none" else style.seal


UNDATED: Mapping[Seal, float] = {"none": 2.0, "sealed": 4.0, "stamp": 4.0}
"""Characters right of those who sign where no date stands below them."""


def undated(blocks: Sequence[Block]) -> Iterator[range]:
    """Give the places of those who sign together where no date stands below them."""
    for at, (block, after) in enumerate(pairwise((*blocks, None))):
        if is_one(block, "signature") and not is_one(after, "signature", "date"):
            yield range(at - len(signers(blocks, at)), at + 1)


def signers(blocks: Sequence[Block], date: int) -> Sequence[Block]:
    """Give those who sign right above a date, by its place among `blocks`; several where they issue it together."""
    first = date
    while first and is_one(blocks[first - 1], "signature"):
        first -= 1
    return blocks[first:date]


def signatures(blocks: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
    """Give each signature by places among `blocks`: of the text it closes, of its first name, and of its date.

    Between text and name stands no more than a list of attachments; without text above, there is no such place.
    """
    for date, block in enumerate(blocks):
        names = signers(blocks, date) if is_one(block, "date") else ()
        first = text = date - len(names)
        while text and is_one(blocks[text - 1], "attachment"):
            text -= 1
        if names and text:
            yield text - 1, first, date


LAST = 2
"""Lines of the text that stand on the page of the signature at the least (7.3.5.5)."""


def lines_with_signature(blocks: Sequence[Block]) -> dict[int, int | None]:
    """Say how many last lines of a block stay with what follows, by `id` of the block; None: all of them."""
    kept: dict[int, int | None] = {}
    for text, first, date in signatures(blocks):
        kept[id(blocks[text])] = LAST
        kept |= {id(one): None for one in blocks[text + 1 : first]}
        if date + 1 < len(blocks) and is_one(blocks[date + 1], "remark"):
            kept[id(blocks[date])] = None
    return kept


def stacked_ends(names: Sequence[float], date: float, seal: Seal) -> tuple[list[float], float]:
    """Give the white right of each name and of the date, in characters: names without seals begin below each other."""
    if seal != "none":
        return [closing_ends(name, date, seal)[0] for name in names], closing_ends(names[-1], date, seal)[1]
    end, below = closing_ends(max(names), date, seal)
    return [end + max(names) - name for name in names], below


def closing_ends(name: float, date: float, seal: Seal) -> tuple[float, float]:
    """Give the white right of name and date, in characters; that of a long sealed name may be less than none."""
    if seal == "sealed":
        return 4 + (date - name) / 2, 4.0
    if seal == "stamp":
        return 4.0, 4.0
    return (2.0, name - date) if name - date >= 2 else (4 + date - name, 2.0)


def ems_of(text: str) -> float:
    """Give the width of a line with the space between Han and digits (CLREQ)."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.5 for char in text) + GAP * len(MEETING.findall(text))


GAP = 0.25
"""em between Han and Latin or digits."""
MEETING = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])")
"""Where these meet."""
