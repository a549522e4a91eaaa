"""Set the head of an official paper: what stands above the mark, the mark, the number, the red rule (7.2, 10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from exporter.elements import issuers_of
from exporter.model import Block
from exporter.renderers.layout.forms import ABOVE, Form, form_of_head, head_of, is_mark, is_one, printed_by, words
from exporter.renderers.layout.signatories import lefts
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
    raised: float = 0.0
    """pt by which it stands higher than below what is above it, and beside that."""
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
    together = Together(names, paper, style) if len(names) > 1 and form == "paper" else None
    line = printed_by(blocks, form) if marks else ()
    body = style.text["body"]
    left = _lefts(head, style)
    for at, block in enumerate(head):
        if is_one(block, *ABOVE):
            yield at, _above(block, style, empty and block is above[0])
        elif is_mark(block, blocks):
            yield at, _mark(words(block), style, form, taken if block is marks[0] else -1, together)
        elif marks:
            rule = at == ruled and form in ("paper", "minutes") and not line
            place = _number(block, style, form, signed, rule, head[at - 1], left.get(at))
            yield at, replace(place, text=replace(place.text, after=2 * style.text["body"].line)) if rule else place

    for at, _ in enumerate(line):
        text = replace(body, indent=0, left=1, align="left", before=body.line, after=0, keep_next=True)
        day = replace(text, left=0, right=1, align="right", before=0, after=body.line)
        yield len(head) + at, Direct("body", day if at else text, ruled=bool(at), beside=bool(at))


def _lefts(head: Sequence[Block], style: Style) -> Mapping[int, float]:
    """Give the white left of each row of names, by its place in the head; none where they stand in one."""
    rows = [at for at, block in enumerate(head) if is_one(block, "signatory")]
    if len(rows) < 2:
        return {}
    opening, below = lefts(head[rows[0]], style)
    return {rows[0]: opening, **dict.fromkeys(rows[1:], below)}


def above_mark(head: Sequence[Block], form: Form) -> tuple[Sequence[Block], bool]:
    """Give copy number, secrecy and urgency, and whether a paper keeps an empty line for a copy number it has not.

    Secrecy stands on the second line (7.2.2); urgency alone on the first (7.2.3).
    """
    above = [block for block in head if is_one(block, *ABOVE)]
    return above, bool(above) and is_one(above[0], "secrecy") and form == "paper"


def _above(block: Block, style: Style, empty: bool) -> Direct:
    """Set copy number, secrecy or urgency at the edge; the first line stays empty where no copy number stands there."""
    body = style.text["body"]
    font = body if is_one(block, "copy_number") else replace(body, font="hei", latin="sans")
    before = body.line if empty else 0.0
    return Direct("body", replace(font, indent=0, align="left", before=before, after=0, keep_next=True))


class Together(NamedTuple):
    """The mark of several bodies: their names, and 文件 beside them or nothing."""

    names: Sequence[str]
    paper: str
    style: Style

    @property
    def size(self) -> float:
        """Give the size of its letters in pt."""
        return joint_size(self.names, self.paper, self.style)

    def placed(self, said: str, base: TextStyle) -> Direct:
        """Set a name as wide as the longest, or 文件 right of the middle of all (7.2.4)."""
        size, across = self.size, max(map(len, self.names))
        left = (measure_of(self.style) - (across + (BESIDE if self.paper else 0)) * size) / 2
        if said == self.paper:
            at = (left + (across + BESIDE - len(said)) * size) / size
            return Direct("title", replace(base, align="left", left=at), raised=(len(self.names) + 1) / 2 * base.line)
        apart = (across - len(said)) * size / max(1, len(said) - 1)
        return Direct("title", replace(base, align="left", tracking=apart, left=left / (size + apart)))


BESIDE = 2.4
"""Characters that 文件 takes beside the names, with the white before it."""


def _mark(said: str, style: Style, form: Form, taken: int, together: Together | None) -> Direct:
    size = together.size if together else mark_size(len(said), style)
    base = replace(style.text["title"], indent=0, tracking=0, align="center", keep_next=True, color=RED)
    if form == "letter":
        return Direct("title", replace(base, size=size, line=size, before=0, after=0), lettered=True)
    above = mark_down(form, size, style) - taken * style.text["body"].line
    before = max(0.0, above) if taken >= 0 else 0.0
    base = replace(base, size=size, line=size * 1.2, before=before, after=0)
    return together.placed(said, base) if together else Direct("title", base)


def mark_down(form: Form, size: float, style: Style) -> float:
    """Give the pt from the head of the text block to the line of a mark, whose ink begins a little below that."""
    return (MARK_TOP[form] + HEAD - style.page.top) * PT_PER_MM - INK * size


INK = 0.115
"""Share of a mark's size from the top of its line, which is a fifth higher than that, to its ink."""


def mark_size(across: float, style: Style) -> float:
    """Give the size in pt of a mark of so many characters: it fits the measure (7.2.4)."""
    return max(22.0, min(44.0, measure_of(style) / max(1.0, across) * 0.96))


def joint_size(names: Sequence[str], paper: str, style: Style) -> float:
    """Give the size in pt of the names in a mark of several bodies: the longest and 文件 fit the measure (7.2.4)."""
    across = max(map(len, names)) + (3 if paper else 0)
    return max(16.0, min(40.0, measure_of(style) / across * 0.98, JOINT_HEIGHT / len(names) / 1.2))


JOINT_HEIGHT = 200.0
"""pt: most that the names of those who issue a paper together take of its first page."""


def _number(
    block: Block, style: Style, form: Form, signed: bool, ruled: bool, above: Block, left: float | None
) -> Direct:
    """Set the number two lines below the mark; with a signatory one character from each side (7.2.5, 7.2.6).

    `left`: the white left of a row of those who sign, the first of which stands where the number does alone.
    """
    body = style.text["body"]
    beside, first = is_one(above, "document_number"), not is_one(above, "document_number", "signatory")
    before = 2 * body.line if first else 0.0
    text = replace(body, indent=0, align="center", before=before, after=body.line, keep_next=True)
    if is_one(block, "signatory"):
        after = body.line if ruled or beside else 0.0
        at_left = replace(text, align="left", left=left or 0.0, after=after)
        own = at_left if left is not None else replace(text, align="right", right=1, before=0)
        return Direct("body", own, ruled=ruled, beside=beside)
    if form == "letter":
        down = body.size * 7 / 8 - (body.line - body.size) / 2
        return Direct("body", replace(text, align="right", before=down, after=2 * body.line))
    if form == "order":
        return Direct("body", replace(text, after=2 * body.line))
    if signed:
        text = replace(text, align="left", left=1, after=0)
    return Direct("body", text, ruled=ruled)
