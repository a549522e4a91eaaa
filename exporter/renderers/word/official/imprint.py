"""Write the imprint (版记) at the foot of the last page, in a box whose place does not depend on the text above."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import Paragraph
from exporter.renderers.layout.forms import Form, words
from exporter.renderers.layout.imprint_lines import copies_label
from exporter.renderers.word.markup import EMU, MM, PT, paragraph, twips
from exporter.renderers.word.official.direct import Direct
from exporter.renderers.word.sizes import ems
from exporter.style import Style, TextStyle

IMPRINT = "Imprint"
"""Style of the lines of the imprint."""
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_GRAPHIC = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def line_of(line: Paragraph, style: Style) -> Direct:
    """Give what sets a line of the imprint apart: the date of printing ends a character before the edge.

    Copies go on behind their label where they turn.
    """
    em = style.text["body"].size * 14 / 16 * PT
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{round(style.measure * MM - em)}"/></w:tabs>'
    shown = ems(copies_label(line))
    if not shown:
        return Direct(IMPRINT, tab)
    return Direct(
        IMPRINT,
        f'{tab}<w:ind w:leftChars="{round(shown * 100) + 100}" w:left="{round((shown + 1) * em)}" '
        f'w:hangingChars="{round(shown * 100)}" w:hanging="{round(shown * em)}"/>',
    )


def imprint_height(blocks: Sequence[Paragraph], letters: TextStyle, style: Style) -> float:
    """Give the height in pt of the imprint: none if a paper has no imprint."""
    across = style.measure / 25.4 * 72 / letters.size - letters.left - letters.right
    labels = [(ems(words(block)), ems(copies_label(block))) for block in blocks]
    lines = sum(max(1, -int(-(said - shown) // (across - shown))) for said, shown in labels)
    return lines * letters.line + 3 + _below(style) if lines else 0.0


def _below(style: Style) -> float:
    """Give the white between the ink of a page's last line and the foot of the text block."""
    body = style.text["body"]
    return (body.line - body.size) / 2


def imprint_xml(
    written: Sequence[str], blocks: Sequence[Paragraph], letters: TextStyle, style: Style, form: Form
) -> str:
    """Write the imprint's paragraphs as a text box that stands on the foot of the type area."""
    below = _below(style)
    height = imprint_height(blocks, letters, style) * 25.4 / 72
    extent = f'cx="{round(style.measure * EMU)}" cy="{round(height * EMU)}"'
    inside = _table(written, style, form)
    box = (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        f'<wp:docPr id="9001" name="版记"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPE}">'
        f'<wps:wsp {_GRAPHIC}><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" '
        f'bIns="{round(below * 25.4 / 72 * EMU)}" anchor="b"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    return paragraph("Gap", box)


def _table(written: Sequence[str], style: Style, form: Form) -> str:
    """Write the lines between rules as wide as the type area: 0.35 mm first and last, 0.25 mm between (7.4).

    A letter's imprint has no rules (10.1).
    """
    width = twips(style.measure)
    sides = (("top", 8), ("bottom", 8), ("insideH", 6)) if form != "letter" else ()
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>' for side, eighths in sides
    )
    rows = "".join(
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{line}</w:tc></w:tr>"
        for line in written
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
        '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    )
