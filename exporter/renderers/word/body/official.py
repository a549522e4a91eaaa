"""Find the parts that a Chinese official document has beside its text, and set each where GB/T 9704-2012 puts it.

Only what the document itself prints is set: nothing is added, no mark, no seal, no imprint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from exporter.model import Block, Heading, Paragraph, heading_text, plain
from exporter.renderers.word.markup import PT, twips
from exporter.renderers.word.sizes import ems
from exporter.style import Style, TextStyle


@dataclass(frozen=True, slots=True)
class Direct:
    """How one paragraph differs from its style, by its part in the document."""

    style: str = ""
    """Another style than that of its role, or empty."""
    properties: str = ""
    """Children of `w:pPr` from `w:framePr` on, in the order of the schema."""
    letters: str = ""
    """Children of `w:rPr` for its text, which then is one run."""
    keep: bool = False
    """Stays on the page of what follows."""


PLAIN = Direct()


def parts(blocks: Sequence[Block], style: Style) -> dict[int, Direct]:
    """Give what is special about blocks, by `id` of the block."""
    found: dict[int, Direct] = {}
    _red_head(blocks, style, found)
    _front(blocks, found)
    _closing(blocks, style, found)
    _imprint(blocks, found)
    for block in blocks:
        if _is(block, "attachment"):
            found[id(block)] = Direct(properties=_turnover(_text(block), style.text["body"]))
        elif _is(block, "status") and _text(block).startswith(("（", "(")):
            found[id(block)] = Direct("Remark")
    return found


# ---------------------------------------------------------------- head


MARK_TOP = 35.0
"""mm from the head of the type area to the issuing authority's mark (7.2.4)."""
RULE_BELOW = 11
"""pt from the document number to the red rule: 4 mm (7.2.7)."""


def _red_head(blocks: Sequence[Block], style: Style, found: dict[int, Direct]) -> None:
    """Set the authority's mark, the number and the red rule, where the document opens with a mark (7.2.4 to 7.2.7)."""
    first, second = (*blocks[:2], None, None)[:2]
    if first is None or second is None or not _is(second, "document_number") or not _is_mark(first):
        return
    line = style.text["body"].line
    size = max(22.0, min(44.0, style.measure / 25.4 * 72 / max(1.0, ems(_text(first))) * 0.96))
    letters = f'<w:spacing w:val="0"/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    top = f'<w:spacing w:before="{twips(MARK_TOP)}" w:line="{round(size * 1.2 * PT)}" w:lineRule="exact"/>'
    found[id(first)] = Direct("IssuingMark", top, letters)
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="{RULE_BELOW}" w:color="FF0000"/></w:pBdr>'
    found[id(second)] = Direct(
        properties=f'{rule}<w:spacing w:before="{round(2 * line * PT)}" w:after="{round(line * PT)}"/>'
    )


def _is_mark(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and bool(re.fullmatch(r".{2,40}文件", _text(block)))


FRONT_ROLES = ("subtitle", "byline", "date", "document_number")
"""Lines that belong to the title when they stand directly under it."""


def _front(blocks: Sequence[Block], found: dict[int, Direct]) -> None:
    """Set the lines under the title close together, and a date among them like the others."""
    for block, after in pairwise((*blocks, None)):
        if isinstance(block, Heading) and block.level == 0:
            continue
        if not isinstance(block, Paragraph) or block.role not in FRONT_ROLES:
            return
        close = '<w:spacing w:after="0"/>' if isinstance(after, Paragraph) and after.role in FRONT_ROLES else ""
        found.setdefault(id(block), Direct("Byline" if block.role == "date" else "", close))


# ---------------------------------------------------------------- foot


def _closing(blocks: Sequence[Block], style: Style, found: dict[int, Direct]) -> None:
    """Set each signature and its date by the three cases of 7.3.5.

    Without a seal the date starts 2 characters right of the name; with a seal the name is centred
    on the date, which ends 4 characters before the edge; with a signature stamp both end there.
    """
    lines = {"none": 1, "sealed": 3, "stamp": 2}[style.seal]  # one blank line, or room for the seal
    before = f'<w:spacing w:before="{round(lines * style.text["signature"].line * PT)}"/>'
    for block, after in pairwise(blocks):
        if _is(block, "signature") and _is(after, "date"):
            name, date = _ends(ems(_text(block)), ems(_text(after)), style.seal)
            found[id(block)] = Direct(properties=before + _right(name, style), keep=True)
            found[id(after)] = Direct(properties=_right(date, style))


def _ends(name: float, date: float, seal: Literal["none", "sealed", "stamp"]) -> tuple[float, float]:
    """Give the right indents of name and date in characters."""
    if seal == "sealed":
        return 4 + (date - name) / 2, 4.0
    if seal == "stamp":
        return 4.0, 4.0
    if name - date >= 2:
        return 2.0, name - date
    return 4 + date - name, 2.0


def _right(characters: float, style: Style) -> str:
    letters = style.text["signature"]
    value = max(0.0, characters)
    return (
        f'<w:ind w:rightChars="{round(value * 100)}" '
        f'w:right="{round(value * (letters.size + letters.tracking) * PT)}"/><w:jc w:val="right"/>'
    )


def _turnover(text: str, letters: TextStyle) -> str:
    """Indent an attachment line so that its second line begins under the first character of the name (7.3.4)."""
    found = re.match(r"(附件[:：]\s{0,4})?(\d{1,3}[.．、]\s{0,4})?", text)
    label, number = (found[1] or "", found[2] or "") if found else ("", "")
    shown = ems(label + number)
    left = 2 + (shown if label else shown + 3)
    em = (letters.size + letters.tracking) * PT
    spacing = f'<w:spacing w:before="{round(letters.line * PT)}"/>' if label else ""
    return (
        f'{spacing}<w:ind w:leftChars="{round(left * 100)}" w:left="{round(left * em)}" '
        f'w:hangingChars="{round(shown * 100)}" w:hanging="{round(shown * em)}"/>'
    )


_IMPRINT = re.compile(r"抄送[:：].{1,400}|.{2,60}\d{1,2}日印发")


def _imprint(blocks: Sequence[Block], found: dict[int, Direct]) -> None:
    """Find copies and printing, which stand at the foot of the last page (7.4)."""
    for block in reversed(blocks):
        if not isinstance(block, Paragraph) or not _IMPRINT.fullmatch(_text(block)):
            return
        found[id(block)] = Direct(IMPRINT)


IMPRINT = "Imprint"
"""Style of the lines of the imprint."""


def imprint_xml(lines: Sequence[str], style: Style) -> str:
    """Write the imprint between its rules, on the foot of the type area where pages have one.

    Rules of 0.35 mm first and last, 0.25 mm between (7.4): 8 and 6 eighths of a point.
    """
    width = twips(style.measure)
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
        for side, eighths in (("top", 8), ("bottom", 8), ("insideH", 6))
    )
    foot = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="margin" '
        'w:tblpXSpec="center" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>'
    )
    rows = "".join(
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{line}</w:tc></w:tr>"
        for line in lines
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>{foot if style.page.lines else ""}'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
    )


def _is(block: Block | None, role: str) -> bool:
    return isinstance(block, Paragraph) and block.role == role


def _text(block: Block) -> str:
    if isinstance(block, Heading):
        return heading_text(block).strip()
    return plain(block.runs).strip() if isinstance(block, Paragraph) else ""
