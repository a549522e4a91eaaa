"""Write the page number of a sheet on its side, where it stands on any other sheet (GB/T 9704-2012, 8)."""

from __future__ import annotations

from exporter.renderers.word.markup import EMU, attribute, paragraph
from exporter.renderers.word.parts.fonts import WordFonts
from exporter.renderers.word.parts.sections import Furniture, dash, number_xml, part_xml
from exporter.style import Style


def sideways(style: Style, fonts: WordFonts) -> tuple[Furniture, ...]:
    """Give the feet of a page on its side: the number stands where it stands on any other sheet (8)."""
    facing = (("default", "right"), ("even", "left")) if style.page.mirrored else (("default", "right"),)
    return tuple(Furniture("footer", place, _side_foot(style, fonts, side), True) for place, side in facing)


SIDE_ROOM = (10.0, 60.0)
"""mm: a box that holds the number of a page on its side, across its line and along it."""


def _side_foot(style: Style, fonts: WordFonts, side: str) -> str:
    """Write the number in a box at the left edge, at its foot on odd pages, at its head on even.

    What is the foot of an upright page is the left edge of one on its side, and its right edge the foot.
    """
    page, number = style.page, style.page_number
    across, along = SIDE_ROOM
    left = dash(style) - across / 2
    indent = page.outside + number.indent * number.size * 25.4 / 72
    centred = number.place == "center"
    top = (page.width - along) / 2 if centred else page.width - indent - along if side == "right" else indent
    justified = f'<w:jc w:val="{"center" if centred else side}"/>'
    inside = paragraph("Footer", number_xml(number, fonts), justified)
    box = text_box(inside, f"页码 {side}", (left, top), (across, along), number=9100 + (side == "left"))
    return part_xml("ftr", paragraph("Footer", box))


SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def text_box(inside: str, name: str, at: tuple[float, float], size: tuple[float, float], number: int) -> str:
    """Write a box whose text runs from its head to its foot, at a place of the page; all in mm."""
    (left, top), (width, height) = at, size
    extent = f'cx="{round(width * EMU)}" cy="{round(height * EMU)}"'
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="3" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{round(left * EMU)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top * EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{attribute(name)}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{SHAPE}"><wps:wsp xmlns:wps="{SHAPE}"><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
