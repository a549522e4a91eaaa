"""Set the head of an official paper: what stands above the mark, the mark, the number, the red rule (7.2, 10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporter.elements import issuers_of
from exporter.model import Block
from exporter.renderers.layout.forms import ABOVE, Form, form_of_head, head_of, is_mark, is_one, printed_by, words
from exporter.renderers.layout.table_widths import PT_PER_MM, measure_of
from exporter.style import Style, TextRole, TextStyle

RED = "#ff0000"
"""Red of the issuing authority's mark and rule; Y 80 % and M 80 % in print (6)."""
RULE = 1.5
"""pt of the red rule: the standard does not say; 0.35 to 0.5 mm are usual."""
RULE_BELOW = 4.0
"""mm from the ink of the document number to the red rule (7.2.7)."""
MARK_TOP = {"paper": 35.0, "minutes": 35.0, "order": 20.0, "letter": 0.0}
"""mm from the head of the type area to the issuing authority's mark (7.2.4, 10.2, 10.3)."""
HEAD = 37.0
"""mm from the edge of the paper to the head of the type area (5.2.1)."""
LETTER_TOP = 30.0
"""mm from the edge of the paper to the mark of a letter (10.1)."""


@dataclass(frozen=True, slots=True)
class Direct:
    """How one paragraph differs from its role: its text style, and what is drawn with it."""

    role: TextRole
    text: TextStyle
    ruled: bool = False
    """A red rule under it."""
    lettered: bool = False
    """The two rules of a letter under it, and itself raised to its place above the type area."""
    beside: bool = False
    """In the line of what stands above it."""
    new_page: bool = False


def red_head(blocks: Sequence[Block], style: Style) -> Iterator[tuple[int, Direct]]:
    """Give the lines of the head, by their place among `blocks`; without a mark, what stands above one all the same."""
    head = head_of(blocks)
    form = form_of_head(head)
    signed = any(is_one(block, "signatory") for block in head)
    ruled = next((at for at in range(len(head) - 1, -1, -1) if not is_one(head[at], *ABOVE)), -1)
    above, empty = above_mark(head, form)
    taken = len(above) + empty
    marks = [block for block in head if is_mark(block, blocks)]
    names, paper = issuers_of(map(words, marks))
    size = joint_size(names, paper, style) if len(names) > 1 and form == "paper" else None
    line = printed_by(blocks, form) if marks else ()
    for at, block in enumerate(head):
        if is_one(block, *ABOVE):
            yield at, _above(block, style, empty and block is above[0])
        elif is_mark(block, blocks):
            yield at, _mark(words(block), style, form, taken if block is marks[0] else -1, size)
        elif marks:
            rule = at == ruled and form in ("paper", "minutes") and not line
            place = _number(block, style, form, signed, rule, is_one(head[at - 1], "document_number"))
            yield at, replace(place, text=replace(place.text, after=2 * style.text["body"].line)) if rule else place

    body = style.text["body"]
    for at, _ in enumerate(line):
        text = replace(body, indent=0, left=1, align="left", before=body.line, after=0, keep_next=True)
        day = replace(text, left=0, right=1, align="right", before=0, after=body.line)
        yield len(head) + at, Direct("body", day if at else text, ruled=bool(at), beside=bool(at))


def above_mark(head: Sequence[Block], form: Form) -> tuple[Sequence[Block], bool]:
    """Give copy number, secrecy and urgency, and whether a paper keeps an empty line for a copy number it has not."""
    above = [block for block in head if is_one(block, *ABOVE)]
    return above, bool(above) and not is_one(above[0], "copy_number") and form == "paper"


def _above(block: Block, style: Style, empty: bool) -> Direct:
    """Set copy number, secrecy or urgency at the edge; the first line stays empty where no copy number stands there."""
    body = style.text["body"]
    font = body if is_one(block, "copy_number") else replace(body, font="hei", latin="sans")
    before = body.line if empty else 0.0
    return Direct("body", replace(font, indent=0, align="left", before=before, after=0, keep_next=True))


def _mark(said: str, style: Style, form: Form, taken: int, joint: float | None = None) -> Direct:
    size = joint or max(22.0, min(44.0, measure_of(style) / max(1, len(said)) * 0.96))
    base = replace(style.text["title"], indent=0, tracking=0, align="center", keep_next=True, color=RED)
    if form == "letter":
        return Direct("title", replace(base, size=size, line=size, before=0, after=0), lettered=True)
    above = mark_down(form, size, style) - taken * style.text["body"].line
    before = max(0.0, above) if taken >= 0 else 0.0
    return Direct("title", replace(base, size=size, line=size * 1.2, before=before, after=0))


def mark_down(form: Form, size: float, style: Style) -> float:
    """Give the pt from the head of the text block to the line of a mark, whose ink begins a little below that."""
    return (MARK_TOP[form] + HEAD - style.page.top) * PT_PER_MM - INK * size


INK = 0.115
"""Share of a mark's size from the top of its line, which is a fifth higher than that, to its ink."""


def joint_size(names: Sequence[str], paper: str, style: Style) -> float:
    """Give the size in pt of the names in a mark of several bodies: the longest and 文件 fit the measure (7.2.4)."""
    across = max(map(len, names)) + (3 if paper else 0)
    return max(16.0, min(40.0, measure_of(style) / across * 0.98, JOINT_HEIGHT / len(names) / 1.2))


JOINT_HEIGHT = 200.0
"""pt: most that the names of those who issue a paper together take of its first page."""


def _number(block: Block, style: Style, form: Form, signed: bool, ruled: bool, beside: bool) -> Direct:
    """Set the number two lines below the mark; with a signatory one character from each side (7.2.5, 7.2.6)."""
    body = style.text["body"]
    text = replace(body, indent=0, align="center", before=2 * body.line, after=body.line, keep_next=True)
    if is_one(block, "signatory"):
        return Direct("body", replace(text, align="right", right=1, before=0), ruled=ruled, beside=beside)
    if form == "letter":
        down = body.size * 7 / 8 - (body.line - body.size) / 2
        return Direct("body", replace(text, align="right", before=down, after=2 * body.line))
    if form == "order":
        return Direct("body", replace(text, after=2 * body.line))
    if signed:
        text = replace(text, align="left", left=1, after=0)
    return Direct("body", text, ruled=ruled)
