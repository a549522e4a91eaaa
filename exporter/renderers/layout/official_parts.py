"""Find the parts that a Chinese official document has beside its text, and place each as GB/T 9704-2012 has it.

Only what the document itself prints is placed: no mark, no seal and no imprint is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, TypeAlias

from exporter.model import Block, Heading, Paragraph, Table
from exporter.renderers.layout.forms import is_chapter, is_label, is_one, issued_titles, look_of, words
from exporter.renderers.layout.red_head import Direct, red_head
from exporter.renderers.layout.roles import front_length, heading_role, paragraph_role
from exporter.renderers.layout.rosters import rosters
from exporter.style import Style

Seal: TypeAlias = Literal["none", "sealed", "stamp"]
SEAL_ROOM: Mapping[Seal, int] = {"none": 1, "sealed": 2, "stamp": 2}
"""Lines above those who sign: a blank one, or room for the seal."""


def placed_apart(blocks: Sequence[Block], style: Style) -> dict[int, Direct]:
    """Give what is special about blocks, by their place among `blocks`."""
    return {
        **dict(_front(blocks, style)),
        **dict(red_head(blocks, style)),
        **dict(_closings(blocks, style)),
        **dict(_attachments(blocks, style)),
        **dict(_chapters(blocks, style)),
        **dict(_attached(blocks, style)),
        **dict(_under_tables(blocks, style)),
        **dict(_rosters(blocks, style)),
    }


def _front(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Set the lines under the title close together."""
    for at in range(front_length(blocks) - 1 if style.kind == "document" else 0):
        block, below = blocks[at], blocks[at + 1]
        if isinstance(block, Paragraph) and isinstance(below, Paragraph):
            role = paragraph_role(block.role, front=True, english=False)
            yield at, Direct(role, replace(style.text[role], after=0.0))


def _closings(blocks: Sequence[Block], style: Style) -> list[tuple[int, Direct]]:
    """Place each signature and its date by the three cases of 7.3.5.

    Without a seal the date starts 2 characters right of the name; with a seal the name is centred
    on the date, which ends 4 characters before the edge; with a signature stamp both end there.
    """
    base, room = style.text["signature"], SEAL_ROOM[style.seal]
    found: list[tuple[int, Direct]] = []
    for at, block in enumerate(blocks):
        names = signers(blocks, at) if is_one(block, "date") else ()
        if names:
            seal = seal_of(names, style)
            ends, date = stacked_ends([_ems(words(one)) for one in names], _ems(words(block)), seal)
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


BELOW_STAMP: Mapping[Seal, int] = {"none": 0, "sealed": 0, "stamp": 1}
"""Blank lines between those who sign and the date (7.3.5.3)."""
_PERSON = re.compile(
    r"[\u4e00-\u9fff（）]{0,20}(?:总理|主席|主任|书记|[省市县区州盟旗局厅部院镇乡]长)[\s\u3000]+[\u4e00-\u9fff·\s\u3000]{2,12}"
)


def seal_of(names: Sequence[Block], style: Style) -> Seal:
    """Tell what stands at a signature: a stamp where a person signs by a post, as in an order (7.3.5.3, 10.2)."""
    person = len(names) == 1 and _PERSON.fullmatch(words(names[0])) is not None
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


def _attachments(blocks: Sequence[Block], style: Style) -> list[tuple[int, Direct]]:
    """Let the second line of an attachment begin under the first character of its name (7.3.4)."""
    body = style.text["body"]
    found = []
    for at, block in enumerate(blocks):
        if is_one(block, "attachment"):
            opening = _ATTACHMENT.match(words(block))
            label, number = (opening[1] or "", opening[2] or "") if opening else ("", "")
            shown = _ems(label + number)
            left = 2 + (shown if label else shown + 3)
            before = body.line if label else 0.0
            found.append((at, Direct("body", replace(body, left=left, indent=-shown, before=before))))
    return found


def _attached(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Begin each attachment, and what a paper issues, on a page of its own (7.3.7)."""
    if style.kind == "brief":
        return
    title, body = style.text["title"], style.text["body"]
    label = replace(body, font="hei", latin="sans", indent=0, align="left", keep_next=True)
    issued = {id(one) for one in issued_titles(blocks)}
    for at, block in enumerate(blocks):
        if is_label(block):
            yield at, Direct("body", label, new_page=True)
        elif id(block) in issued or (at and is_label(blocks[at - 1]) and isinstance(block, Heading | Paragraph)):
            close = at + 1 < len(blocks) and is_one(blocks[at + 1], "subtitle")
            headed = replace(title, before=body.line, after=0.0 if close else title.after)
            yield at, Direct("title", headed, new_page=id(block) in issued)


_ATTACHMENT = re.compile(r"(附件?[:：]\s{0,4})?(\d{1,3}[.．、]\s{0,4})?")


def _chapters(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Set headings of chapters and sections in the middle of their line, those below them as their number has it."""
    for at, block in enumerate(blocks):
        if style.kind == "document" and is_chapter(block) and isinstance(block, Heading):
            role = heading_role(block.level)
            yield at, Direct(role, replace(style.text[role], indent=0, align="center"))
        elif isinstance(block, Heading) and not block.run_in and (level := look_of(block, style)) < block.level:
            yield at, Direct(heading_role(level), style.text[heading_role(level)])


def _rosters(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Let names stand under each other behind their label (10.3)."""
    body = style.text["body"]
    for at, stand in rosters(blocks) if style.kind == "document" else ():
        shown = _ems(stand.label)
        before = body.line if stand.opens else body.before
        indent = -shown if stand.hangs else 0.0
        yield at, Direct("body", replace(body, left=body.indent + shown, indent=indent, before=before))


def _under_tables(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Set what explains a table, right under it, in the size of the table."""
    if style.kind == "brief":
        return
    under = replace(style.text["table"], align="justify", left=TABLE_LEFT, indent=0, before=2, after=2)
    yield from ((at, Direct("note", under)) for at in explaining(blocks))


def explaining(blocks: Sequence[Block]) -> Iterator[int]:
    """Give the places of what explains a table, right under it."""
    found = False
    for at, block in enumerate(blocks):
        found = isinstance(block, Table) or (found and explains_table(block))
        if found and not isinstance(block, Table):
            yield at


def explains_table(block: Block) -> bool:
    """Tell a paragraph that explains a table, by its first word."""
    return is_one(block, "body") and _EXPLAINS.match(words(block)) is not None


TABLE_LEFT = 0.4
"""Characters by which a table's text stands in from its edge."""
_EXPLAINS = re.compile(
    r"[(（]?(?:备注|附注|注释|注|说明|资料来源|数据来源|来源)\s{0,2}\d{0,2}\s{0,2}[:：.．、]|\d{1,2}[.．、]\s{0,2}(?:本表|表中)"
)


def _ems(text: str) -> float:
    """Give the width of a line with the space between Han and digits (CLREQ)."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.5 for char in text) + GAP * len(MEETING.findall(text))


GAP = 0.25
"""em between Han and Latin or digits."""
MEETING = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])")
"""Where these meet."""
