"""Find the parts that a Chinese official document has beside its text, and place each as GB/T 9704-2012 has it.

Only what the document itself prints is placed: no mark, no seal and no imprint is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.model import Block, Heading, Paragraph, Table
from exporter.renderers.layout.closings import closings, ems_of
from exporter.renderers.layout.forms import is_chapter, is_label, is_one, issued_titles, look_of, signed_below, words
from exporter.renderers.layout.red_head import Direct, red_head
from exporter.renderers.layout.roles import front_length, heading_role, paragraph_role
from exporter.renderers.layout.rosters import rosters
from exporter.style import Style


def placed_apart(blocks: Sequence[Block], style: Style) -> dict[int, Direct]:
    """Give what is special about blocks, by their place among `blocks`."""
    return {
        **dict(_front(blocks, style)),
        **dict(_signed_below(blocks, style)),
        **dict(red_head(blocks, style)),
        **dict(closings(blocks, style)),
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


def _signed_below(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Set the number below the title at the left of its line, and who signs at the right (7.2.6)."""
    at = signed_below(blocks) if style.kind == "document" else None
    if at is not None:
        number = replace(style.text["body"], indent=0, align="left", left=1, before=0, after=0, keep_next=True)
        signed = replace(number, left=0, align="right", right=1, after=style.text["body"].line)
        if is_one(blocks[at - 1], "document_number"):
            yield at - 1, Direct("body", number)
        yield at, Direct("body", signed, beside=is_one(blocks[at - 1], "document_number"))


def _attachments(blocks: Sequence[Block], style: Style) -> list[tuple[int, Direct]]:
    """Let the second line of an attachment begin under the first character of its name (7.3.4)."""
    body = style.text["body"]
    found = []
    for at, block in enumerate(blocks):
        if is_one(block, "attachment"):
            opening = _ATTACHMENT.match(words(block))
            label, number = (opening[1] or "", opening[2] or "") if opening else ("", "")
            shown = ems_of(label + number)
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
        elif isinstance(block, Heading) and not block.run_in and (level := look_of(block, style)) != block.level:
            yield at, Direct(heading_role(level), style.text[heading_role(level)])


def _rosters(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Let names stand under each other behind their label (10.3)."""
    body = style.text["body"]
    for at, stand in rosters(blocks) if style.kind == "document" else ():
        shown = ems_of(stand.label)
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
