"""Find what is special about the blocks of an official paper, each by its part in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from exporter.model import Block, Heading, Paragraph
from exporter.renderers.layout.closings import (
    BELOW_STAMP,
    SEAL_ROOM,
    UNDATED,
    seal_at,
    signers,
    stacked_ends,
    undated,
)
from exporter.renderers.layout.forms import (
    Form,
    is_chapter,
    is_label,
    is_one,
    issued_titles,
    look_of,
    signed_below,
    words,
)
from exporter.renderers.layout.official_parts import explaining
from exporter.renderers.layout.rosters import Stand, rosters
from exporter.renderers.word.markup import PT
from exporter.renderers.word.official.direct import PLAIN, Direct
from exporter.renderers.word.official.head import FLUSH, at_sides, head, lines_above
from exporter.renderers.word.sizes import ems, shown_ems
from exporter.style import Style, TextStyle


def places_of(blocks: Sequence[Block], style: Style, form: Form) -> dict[int, Direct]:
    """Give what is special about blocks, by `id` of the block."""
    found: dict[int, Direct] = {}
    head(blocks, style, form, found)
    _front(blocks, found, style)
    if (at := signed_below(blocks)) is not None and style.kind == "document":  # alone: a number has it in its line
        after = f'<w:spacing w:after="{round(style.text["body"].line * PT)}"/>'
        found[id(blocks[at])] = Direct(properties=after + _right(1, style))
    _closing(blocks, style, found)
    _attached(blocks, style, found)
    if style.kind == "document":
        found |= {id(blocks[at]): Direct("TableNote") for at in explaining(blocks)}
        found |= {id(blocks[at]): Direct(properties=_listed(stand, style)) for at, stand in rosters(blocks)}
    for block in blocks:
        if is_one(block, "attachment"):
            turned = _turnover(words(block), style.text["body"])
            found[id(block)] = replace(found.get(id(block), PLAIN), properties=turned)
        elif is_chapter(block) and style.kind == "document" and id(block) not in found:
            found[id(block)] = Direct(properties=CENTRED)
        elif isinstance(block, Heading) and not block.run_in and id(block) not in found:
            found |= _by_number(block, look_of(block, style))
        elif is_one(block, "remark") or (is_one(block, "status") and words(block).startswith(("（", "("))):
            found[id(block)] = Direct("Remark")
    return found


def _by_number(heading: Heading, level: int) -> dict[int, Direct]:
    """Set a heading as its number has it (7.3.3), though it stands deeper in the outline: below chapters, say."""
    if level == heading.level:
        return {}
    return {id(heading): Direct(f"Heading{level}", f'<w:outlineLvl w:val="{min(heading.level, 9) - 1}"/>')}


CENTRED = f'<w:ind {FLUSH}/><w:jc w:val="center"/>'


FRONT_ROLES = ("subtitle", "byline", "date", "document_number")
"""Lines that belong to the title when they stand directly under it."""


def _front(blocks: Sequence[Block], found: dict[int, Direct], style: Style) -> None:
    """Set the lines under the title close together, and a date among them like the others."""
    for block, after in pairwise((*blocks, None)):
        if isinstance(block, Heading) and block.level == 0:
            continue
        if not isinstance(block, Paragraph) or block.role not in FRONT_ROLES:
            return
        close = '<w:spacing w:after="0"/>' if isinstance(after, Paragraph) and after.role in FRONT_ROLES else ""
        sides = at_sides(style) if block.role == "document_number" and "\t" in words(block) else ""
        found.setdefault(id(block), Direct("Byline" if block.role == "date" else "", sides or close))


# ---------------------------------------------------------------- foot


def _closing(blocks: Sequence[Block], style: Style, found: dict[int, Direct]) -> None:
    """Set each signature and its date by the three cases of 7.3.5.

    Without a seal the date starts 2 characters right of the name; with a seal the name is centred
    on the date, which ends 4 characters before the edge; with a signature stamp both end there.
    """
    before = f'<w:spacing w:before="{round(SEAL_ROOM[style.seal] * style.text["signature"].line * PT)}"/>'
    for at, (block, after) in enumerate(pairwise((*blocks, None))):
        assert block is not None
        names = signers(blocks, at) if is_one(block, "date") else ()
        if names:
            seal = seal_at(names, style)
            ends, date = stacked_ends([shown_ems(words(one)) for one in names], shown_ems(words(block)), seal)
            for one, end in zip(names, ends, strict=True):
                apart = lines_above(SEAL_ROOM[seal], style) if one is names[0] else ""
                found[id(one)] = Direct(properties=apart + _right(end, style), keep=True)
            below = lines_above(BELOW_STAMP[seal], style) if BELOW_STAMP[seal] else ""
            found[id(block)] = Direct(properties=below + _right(date, style), keep=is_one(after, "remark"))
    for places in undated(blocks):
        for at in places:
            apart = before if at == places[0] else ""
            found[id(blocks[at])] = Direct(properties=apart + _right(UNDATED[style.seal], style))


def _right(characters: float, style: Style) -> str:
    letters = style.text["signature"]
    value = max(0.0, characters)
    return (
        f'<w:ind w:rightChars="{round(value * 100)}" '
        f'w:right="{round(value * (letters.size + letters.tracking) * PT)}"/><w:jc w:val="right"/>'
    )


def _turnover(text: str, letters: TextStyle) -> str:
    """Indent an attachment line so that its second line begins under the first character of the name (7.3.4)."""
    found = re.match(r"(附件?[:：]\s{0,4})?(\d{1,3}[.．、]\s{0,4})?", text)
    label, number = (found[1] or "", found[2] or "") if found else ("", "")
    shown = ems(label + number)
    left = 2 + (shown if label else shown + 3)
    em = (letters.size + letters.tracking) * PT
    spacing = f'<w:spacing w:before="{round(letters.line * PT)}"/>' if label else ""
    return (
        f'{spacing}<w:ind w:leftChars="{round(left * 100)}" w:left="{round(left * em)}" '
        f'w:hangingChars="{round(shown * 100)}" w:hanging="{round(shown * em)}"/>'
    )


def _listed(stand: Stand, style: Style) -> str:
    """Let names stand under each other behind their label (10.3)."""
    body = style.text["body"]
    em, shown = (body.size + body.tracking) * PT, ems(stand.label)
    left = body.indent + shown
    first = f'w:hangingChars="{round(shown * 100)}" w:hanging="{round(shown * em)}"'
    above = lines_above(1, style) if stand.opens else ""
    return (
        f'{above}<w:ind w:leftChars="{round(left * 100)}" w:left="{round(left * em)}" '
        f"{first if stand.hangs else FLUSH}/>"
    )


# ---------------------------------------------------------------- attachments


def _attached(blocks: Sequence[Block], style: Style, found: dict[int, Direct]) -> None:
    """Begin each attachment on a page of its own: its label in Hei at the edge, its title on the third line (7.3.7).

    What a paper issues follows it likewise, under its own title and without a label.
    """
    issued = {id(one) for one in issued_titles(blocks)}
    for above, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if is_label(block):
            found[id(block)] = Direct("AttachmentLabel", new_page=True, keep=True)
        elif id(block) in issued or (is_label(above) and isinstance(block, Heading | Paragraph)):
            spacing = lines_above(1, style, close=is_one(after, "subtitle"))
            found[id(block)] = Direct("AttachmentTitle", spacing, new_page=id(block) in issued)
