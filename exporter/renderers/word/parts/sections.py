"""Write the page: its size and margins, the running head, and the page number at the foot."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.renderers.layout.sheets import A3, Sheet
from exporter.renderers.word.markup import (
    CHINESE,
    HEAD,
    NAMESPACES,
    PT,
    escape,
    field,
    paragraph,
    pinned,
    text_run,
    twips,
)
from exporter.renderers.word.parts.fonts import WordFonts
from exporter.style import PageNumber, Style

ORIENTATIONS = (("default", ""), ("even", "even"), ("first", "first"))


@dataclass(frozen=True, slots=True)
class Furniture:
    """A header or footer: its place (`default`, `even`, `first`) and its part."""

    kind: str
    """`header` or `footer`."""
    place: str
    xml: str
    sideways: bool = False
    """Of a page on its side."""

    @property
    def name(self) -> str:
        """Name of its part, without folder and suffix."""
        return f"{self.kind}-{self.place}" + ("-side" if self.sideways else "")

    @property
    def relation(self) -> str:
        """Id of its relation to the document."""
        return f"r{self.kind.title()}{self.place.title()}" + ("Side" if self.sideways else "")


def furniture(style: Style, fonts: WordFonts, title: str, letter: bool = False) -> tuple[Furniture, ...]:
    """Give the headers and footers that a style asks for; the first page of a running head has none.

    The first page of a letter has a red rule at its foot, and no number (GB/T 9704-2012, 10.1); a cover has no number.
    """
    number = style.page_number
    parts = [Furniture("footer", "default", _footer(number, fonts, "right"))]
    if style.page.mirrored:
        parts.append(Furniture("footer", "even", _footer(number, fonts, "left")))
    if letter:
        return (*parts, Furniture("footer", "first", part_xml("ftr", _letter_foot(style))))
    if style.kind == "brief" and style.house.cover:
        return (*parts, Furniture("footer", "first", part_xml("ftr", paragraph("Footer", ""))))
    if style.running_head and title:
        parts.append(Furniture("footer", "first", _footer(number, fonts, "right")))
        parts.append(Furniture("header", "first", part_xml("hdr", paragraph("Header", ""))))
        parts.append(Furniture("header", "default", _head(style, title)))
        if style.page.mirrored:
            parts.append(Furniture("header", "even", _head(style, title)))
    return tuple(parts)


def section(style: Style, parts: tuple[Furniture, ...], sheet: Sheet = "upright", opens: bool = True) -> str:
    """Write a section's properties in twips: the page of the style, or a sheet for what is wider.

    `opens`: the document begins with it, and its first page has a head and foot of its own.
    """
    there = [part for part in parts if part.sideways == (sheet == "landscape") and (opens or part.place != "first")]
    references = "".join(
        f'<w:{part.kind}Reference w:type="{part.place}" r:id="{part.relation}"/>'
        for part in sorted(there, key=lambda part: (part.kind != "header", part.place))
    )
    first = "<w:titlePg/>" if any(part.place == "first" for part in there) else ""
    return f"<w:sectPr>{references}{_paper(style, sheet)}{first}</w:sectPr>"


def _paper(style: Style, sheet: Sheet) -> str:
    """Write size and margins of a sheet: what lies on its side has its head at the left of the page (8)."""
    page = style.page
    if sheet == "landscape":
        side = (page.top + page.bottom) / 2
        edges, size = (page.inside, side, page.outside, side), (page.height, page.width)
    else:
        edges = (page.top, page.outside, page.bottom, page.inside)
        size = (A3 if sheet == "a3" else page.width, page.height)
    top, right, bottom, left = map(twips, edges)
    turned = "" if sheet == "upright" else ' w:orient="landscape"'
    return (
        f'<w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{twips(edges[0] / 2)}" w:footer="{_foot(style)}" w:gutter="0"/>'
    )


def _foot(style: Style) -> int:
    """Give the distance of the footer from the edge, in twips, so that the number stands `below` the last line's ink.

    The last line of a full page ends half a line gap above the text block's foot; the dash of
    the number stands in the middle of its own line.
    """
    return max(0, twips(dash(style) - style.page_number.size / 2 * 25.4 / 72))


def dash(style: Style) -> float:
    """Give the distance in mm from the foot of the paper to the dash of the number."""
    body = style.text["body"]
    ink = style.page.bottom + (body.line - body.size) / 2 * 25.4 / 72
    return ink - style.page_number.below


def _footer(number: PageNumber, fonts: WordFonts, side: str) -> str:
    return part_xml("ftr", paragraph("Footer", number_xml(number, fonts), _placed(number, side)))


def number_xml(number: PageNumber, fonts: WordFonts) -> str:
    """Write the page number as it is printed, a field between what stands around it."""
    letters = pinned(fonts[number.font].name) + CHINESE
    content = ""
    for index, piece in enumerate(number.form.replace("{pages}", "{page}\0").split("{page}")):
        if index:
            pages = piece.startswith("\0")
            content += field("NUMPAGES" if pages else "PAGE", "1", letters)
        content += text_run(piece.lstrip("\0"), letters)
    return content


def _placed(number: PageNumber, side: str) -> str:
    if number.place == "center":
        return '<w:jc w:val="center"/>'
    indent = f'w:{side}Chars="{round(number.indent * 100)}" w:{side}="{round(number.indent * number.size * PT)}"'
    return f'<w:ind {indent}/><w:jc w:val="{side}"/>'


def _letter_foot(style: Style) -> str:
    """Write the rules of a letter, 170 mm wide and 20 mm above the foot of the paper: thin over thick.

    Each is one of its own: programs differ in which of a double rule's lines is the upper one.
    """
    frame = (
        f'<w:framePr w:w="{twips(170)}" w:h="20" w:hRule="exact" w:hSpace="0" w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="page" w:xAlign="center" w:y="{twips(style.page.height - 20)}"/>'
    )
    rule = (
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="FF0000"/>'
        '<w:bottom w:val="single" w:sz="18" w:space="0" w:color="FF0000"/></w:pBdr>'
    )
    line = '<w:spacing w:line="20" w:lineRule="exact"/>'
    return paragraph("Footer", "", frame + rule + line) + paragraph("Footer", "")


def _head(style: Style, title: str) -> str:
    color = style.accent.lstrip("#").upper()
    rule = style.rule.lstrip("#").upper()
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{rule}"/></w:pBdr>'
    letters = f'<w:color w:val="{color}"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
    text = f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{escape(title)}</w:t></w:r>'
    return part_xml("hdr", paragraph("Header", text, border))


def part_xml(kind: str, content: str) -> str:
    """Write the part of a header (`hdr`) or footer (`ftr`)."""
    return f"{HEAD}<w:{kind} {NAMESPACES}>{content}</w:{kind}>"
