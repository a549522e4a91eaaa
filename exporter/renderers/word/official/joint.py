"""Set what several bodies share: the mark of a paper that they issue together, and their names over its date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporter.elements import issuers_of
from exporter.model import Block, Paragraph
from exporter.renderers.layout.closings import closing_ends, signers
from exporter.renderers.layout.forms import Form, head_of, is_one, words
from exporter.renderers.layout.joint_signatures import ROOM, SEAL_LINES, rows_for
from exporter.renderers.layout.red_head import BESIDE, joint_size, mark_down
from exporter.renderers.word.markup import MM, PT, paragraph, text_run, twips
from exporter.renderers.word.sizes import ems, shown_ems
from exporter.style import Style

MARK, SIGNATURE = "IssuingMark", "Signature"


def joint_parts(blocks: Sequence[Block], style: Style, form: Form) -> dict[int, str]:
    """Give what each block is that several bodies share, by `id` of the block: a mark, or names with seals."""
    found: dict[int, str] = {}
    marks = [block for block in head_of(blocks) if is_one(block, "issuer_mark")] if form == "paper" else []
    if len(issuers_of(map(words, marks))[0]) > 1:
        found |= {id(one): "mark" for one in marks}
    for at, block in enumerate(blocks):
        names = signers(blocks, at) if style.seal == "sealed" and is_one(block, "date") else ()
        if len(names) > 1:
            found |= {id(one): f"names {at}" for one in names}
    return found


def joint_heights(blocks: Sequence[Block], taken: Mapping[int, int], style: Style, form: Form) -> dict[int, float]:
    """Give the pt that a mark or names of several bodies take up, by `id` of the first of them; of the others none.

    `taken`: lines above a mark that the document has, by `id` of its first name.
    """
    parts, line = joint_parts(blocks, style, form), style.text["body"].line
    heights: dict[int, float] = dict.fromkeys(parts, 0.0)
    for kind in dict.fromkeys(parts.values()):
        members = [one for one in blocks if parts.get(id(one)) == kind]
        if kind == "mark":
            names, paper = issuers_of(map(words, members))
            size = joint_size(names, paper, style)
            high = mark_down("paper", size, style) - taken[id(members[0])] * line + len(names) * size * 1.2
        else:
            rows = len(rows_for([ems(words(one)) for one in members]).parted(len(members)))
            high = (ROOM + 1 + (rows - 1) * SEAL_LINES) * line
        heights[id(members[0])] = high
    return heights


def joint_mark(marks: Sequence[Paragraph], taken: int, style: Style, font: str) -> str:
    """Write the names one under the other, as wide as the longest, and 文件 right of their middle (7.2.4).

    `taken`: lines above the mark that the document has. The first name stands where a single mark does.
    """
    names, paper = issuers_of(words(one) for one in marks)
    across, size = max(ems(name) for name in names), joint_size(names, paper, style)
    before = round((mark_down("paper", size, style) - taken * style.text["body"].line) * PT)
    written = "".join(_line(_spread(name, across, size, font), size) for name in names)
    widths = [round((across + 0.2) * size * PT)] + ([round(BESIDE * size * PT)] if paper else [])
    beside = _line(text_run(paper, _letters(size), font), size) if paper else ""
    cells = [_cell(widths[0], written), *([_cell(widths[1], beside)] if paper else [])]
    room = f'<w:spacing w:before="0" w:after="0" w:line="{max(20, before)}" w:lineRule="exact"/>'
    return paragraph("Gap", "", room) + _table(widths, [cells], '<w:jc w:val="center"/>')


def _line(content: str, size: float) -> str:
    spacing = f'<w:spacing w:before="0" w:line="{round(size * 1.2 * PT)}" w:lineRule="exact"/>'
    return paragraph(MARK, content, f"<w:keepNext/>{spacing}")


def _spread(name: str, across: float, size: float, font: str) -> str:
    """Space the characters of a name so that it is as wide as the longest."""
    apart = (across - ems(name)) * size / max(1, len(name) - 1)
    return text_run(name[:-1], _letters(size, apart), font) + text_run(name[-1:], _letters(size), font)


def _letters(size: float, apart: float = 0.0) -> str:
    return (
        f'<w:spacing w:val="{round(apart * PT)}"/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    )


# ---------------------------------------------------------------- signatures


def joint_signature(names: Sequence[Paragraph], date: Paragraph, style: Style, font: str, own_line: float = 0.0) -> str:
    """Write names in rows with room for a seal on each, the last one over the date that all share (7.3.5.1).

    `own_line`: pt from line to line in this paper, where that is not the style's.
    """
    letters = style.text["signature"]
    line = own_line or letters.line
    high = f' w:line="{round(own_line * PT)}" w:lineRule="exact"' if own_line else ""
    em = (letters.size + letters.tracking) * 25.4 / 72
    rows = rows_for([ems(words(one)) for one in names])
    width, pitch = rows
    middle = style.measure - (closing_ends(0.0, shown_ems(words(date)), "sealed")[1] + shown_ems(words(date)) / 2) * em
    written = []
    for row in rows.parted(len(names)):
        cells: list[Paragraph | None] = [*[None] * (width - len(row)), *(names[at] for at in row)]
        after = 0 if row[-1] == len(names) - 1 else (SEAL_LINES - 1) * line
        written.append([_cell(twips(pitch), _name(one, after, font, high)) for one in cells])
    edge = f'<w:tblInd w:w="{round((middle + pitch / 2 - width * pitch) * MM)}" w:type="dxa"/>'
    room = f'<w:spacing w:line="{round(ROOM * line * PT)}" w:lineRule="exact"/>'
    return paragraph("Gap", "", "<w:keepNext/>" + room) + _table([twips(pitch)] * width, written, edge)


def _name(one: Paragraph | None, after: float, font: str, high: str) -> str:
    place = (
        f'<w:spacing w:after="{round(after * PT)}"{high}/><w:ind w:rightChars="0" w:right="0"/><w:jc w:val="center"/>'
    )
    return paragraph(SIGNATURE, text_run(words(one), "", font) if one else "", "<w:keepNext/>" + place)


# ---------------------------------------------------------------- tables


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def _table(widths: Sequence[int], rows: Sequence[Sequence[str]], place: str) -> str:
    written = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(row)}</w:tr>" for row in rows)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    jc, indent = (place, "") if place.startswith("<w:jc") else ("", place)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{jc}{indent}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{written}</w:tbl>"
    )
