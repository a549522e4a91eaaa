"""Set the head of an official paper in Word: what stands above the mark, the mark, the number, the red rule."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import Block, Heading
from exporter.renderers.layout.forms import Form, head_of, is_mark, is_one, words
from exporter.renderers.layout.red_head import LETTER_TOP, above_mark, mark_down, mark_size
from exporter.renderers.layout.signatories import lefts
from exporter.renderers.layout.table_widths import characters_of
from exporter.renderers.word.markup import PT, twips
from exporter.renderers.word.official.direct import Direct
from exporter.renderers.word.sizes import ems
from exporter.style import Style

FLUSH = 'w:firstLineChars="0" w:firstLine="0"'

LETTER_RULE = 170.0
"""mm: width of a letter's rules."""
RULE_BELOW = 7
"""pt below the line of the document number: its ink then ends 4 mm above the red rule (7.2.7)."""
RED = "FF0000"


def head(blocks: Sequence[Block], style: Style, form: Form, found: dict[int, Direct]) -> None:
    """Set copy number, secrecy, urgency, the mark, the number and the red rule, where the document opens with them."""
    head = head_of(blocks)
    above, empty = above_mark(head, form)
    for block in above:
        name = "CopyNumber" if is_one(block, "copy_number") else "Secrecy"
        found[id(block)] = Direct(name, lines_above(1, style) if empty and block is above[0] else "")
    taken = len(above) + empty
    marks = [block for block in head if is_mark(block, blocks)]
    for block in marks:
        found[id(block)] = _mark(block, block is marks[0], taken, style, form)
    title = blocks[len(head)] if len(head) < len(blocks) else None
    titled = isinstance(title, Heading) and title.level == 0
    rows = [block for block in head if is_one(block, "signatory")]
    opening, below = lefts(rows[0], style) if rows else (0.0, None)
    for row in rows if marks else ():
        apart = lines_above(2, style, close=True) if row is rows[0] else '<w:spacing w:after="0"/>'
        left = opening if row is rows[0] or below is None else below
        found[id(row)] = Direct(properties=f"{apart}{_from_left(left, style)}")
    for block in head:
        if is_one(block, "document_number") and marks:
            found[id(block)] = _number(block, style, form, 2 if titled else 1, 0 if rows else 2, below)
            if title and form == "minutes" and is_one(title, "byline") and "\t" in words(title):
                found[id(block)] = Direct(properties=lines_above(2, style, close=True))
                found[id(title)] = _number(title, style, form, 1, above=1)
            elif titled:  # of the white below and above, some programs take the larger
                found[id(title)] = Direct(properties='<w:spacing w:before="0"/>')


def _mark(block: Block, first: bool, taken: int, style: Style, form: Form) -> Direct:
    size = mark_size(ems(words(block)), style)
    letters = f'<w:spacing w:val="0"/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    line = round(size * 1.2 * PT)
    if form == "letter":
        frame = (
            f'<w:framePr w:w="{twips(LETTER_RULE)}" w:hSpace="0" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" '
            f'w:xAlign="center" w:y="{twips(LETTER_TOP) + round(size * 0.045 * PT)}"/>'
        )
        rule = f'<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="3" w:color="{RED}"/></w:pBdr>'
        return Direct(
            "IssuingMark", f'{frame}{rule}<w:spacing w:line="{round(size * PT)}" w:lineRule="exact"/>', letters
        )
    above = mark_down(form, size, style) - taken * style.text["body"].line
    before = max(0, round(above * PT)) if first else 0
    spacing = f'<w:spacing w:before="{before}" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    if isinstance(block, Heading) and block.level == 0:  # an order's title is its mark, and stays its title
        return Direct("Title", spacing, f'<w:color w:val="{RED}"/>{letters}', above=taken)
    return Direct("IssuingMark", spacing, letters, above=taken)


def _number(block: Block, style: Style, form: Form, below: int, above: int = 2, names: float | None = None) -> Direct:
    """Set the number two lines below the mark; with a signatory one character from each side (7.2.5, 7.2.6).

    `below`, `above`: blank lines; a title has two above it (7.3.1). `names`: the white left of a row of them beside
    the number, which stands under another.
    """
    text, line = style.text["body"], style.text["body"].line
    under = round((2 if form in ("letter", "order") else below) * line * PT)
    if form == "letter":
        down = text.size * 7 / 8 - (line - text.size) / 2
        return Direct(properties=f'<w:spacing w:before="{round(down * PT)}" w:after="{under}"/><w:jc w:val="right"/>')
    spacing = f'<w:spacing w:before="{round(above * line * PT)}" w:after="{under}"/>'
    if form == "order":
        return Direct(properties=spacing)
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="{RULE_BELOW}" w:color="{RED}"/></w:pBdr>'
    if "\t" not in words(block):
        return Direct(properties=rule + spacing)
    return Direct(properties=rule + at_sides(style, names, spacing))


def at_sides(style: Style, names: float | None = None, spacing: str = "") -> str:
    """Put a number one character from the left edge, and who signs one from the right (7.2.6)."""
    em = style.text["body"].size + style.text["body"].tracking
    side, end = ("right", characters_of(style) - 1) if names is None else ("left", names)
    tab = f'<w:tabs><w:tab w:val="{side}" w:pos="{round(end * em * PT)}"/></w:tabs>'
    return f'{tab}{spacing}<w:ind w:firstLineChars="100" w:firstLine="{round(em * PT)}"/><w:jc w:val="left"/>'


def _from_left(characters: float, style: Style) -> str:
    letters = style.text["body"]
    left = round(characters * (letters.size + letters.tracking) * PT)
    return f'<w:ind w:leftChars="{round(characters * 100)}" w:left="{left}" {FLUSH}/><w:jc w:val="left"/>'


def lines_above(count: int, style: Style, close: bool = False) -> str:
    """Write so many blank lines above a paragraph; `close`: what follows stands right below it."""
    after = ' w:after="0"' if close else ""
    return f'<w:spacing w:before="{round(count * style.text["body"].line * PT)}"{after}/>'
