"""Write the page: its size and margins, the running head, and the page number at the foot."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.renderers.word.markup import HEAD, NAMESPACES, PT, attribute, escape, field, paragraph, text_run, twips
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

    @property
    def relation(self) -> str:
        """Id of its relation to the document."""
        return f"r{self.kind.title()}{self.place.title()}"


def furniture(style: Style, fonts: WordFonts, title: str, letter: bool = False) -> tuple[Furniture, ...]:
    """Give the headers and footers that a style asks for; the first page of a running head has none.

    The first page of a letter has a red rule at its foot, and no number (GB/T 9704-2012, 10.1).
    """
    number = style.page_number
    parts = [Furniture("footer", "default", _footer(number, fonts, "right"))]
    if style.page.mirrored:
        parts.append(Furniture("footer", "even", _footer(number, fonts, "left")))
    if letter:
        return (*parts, Furniture("footer", "first", _part("ftr", _letter_foot(style))))
    if style.running_head and title:
        parts.append(Furniture("footer", "first", _footer(number, fonts, "right")))
        parts.append(Furniture("header", "first", _part("hdr", paragraph("Header", ""))))
        parts.append(Furniture("header", "default", _head(style, title)))
        if style.page.mirrored:
            parts.append(Furniture("header", "even", _head(style, title)))
    return tuple(parts)


def section(style: Style, parts: tuple[Furniture, ...]) -> str:
    """Write the section's properties: A4 or what the style says, in twips."""
    page = style.page
    references = "".join(
        f'<w:{part.kind}Reference w:type="{part.place}" r:id="{part.relation}"/>'
        for part in sorted(parts, key=lambda part: (part.kind != "header", part.place))
    )
    first = "<w:titlePg/>" if any(part.place == "first" for part in parts) else ""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.outside)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.inside)}" w:header="{twips(page.top / 2)}" w:footer="{_foot(style)}" w:gutter="0"/>'
        f"{first}</w:sectPr>"
    )


def _foot(style: Style) -> int:
    """Give the distance of the footer from the edge, in twips, so that the number stands `below` the last line's ink.

    The last line of a full page ends half a line gap above the text block's foot; the dash of
    the number stands in the middle of its own line.
    """
    body, number = style.text["body"], style.page_number
    ink = style.page.bottom + (body.line - body.size) / 2 * 25.4 / 72
    dash = number.size / 2 * 25.4 / 72
    return max(0, twips(ink - number.below - dash))


def _footer(number: PageNumber, fonts: WordFonts, side: str) -> str:
    name = attribute(fonts[number.font].name)
    letters = f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:hint="eastAsia"/>'
    content = ""
    for index, piece in enumerate(number.form.replace("{pages}", "{page}\0").split("{page}")):
        if index:
            pages = piece.startswith("\0")
            content += field("NUMPAGES" if pages else "PAGE", "1", letters)
        content += text_run(piece.lstrip("\0"), letters)
    return _part("ftr", paragraph("Footer", content, _placed(number, side)))


def _placed(number: PageNumber, side: str) -> str:
    if number.place == "center":
        return '<w:jc w:val="center"/>'
    indent = f'w:{side}Chars="{round(number.indent * 100)}" w:{side}="{round(number.indent * number.size * PT)}"'
    return f'<w:ind {indent}/><w:jc w:val="{side}"/>'


def _letter_foot(style: Style) -> str:
    """Write the rule of a letter, 170 mm wide and 20 mm above the foot of the paper."""
    frame = (
        f'<w:framePr w:w="{twips(170)}" w:h="20" w:hRule="exact" w:hSpace="0" w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="page" w:xAlign="center" w:y="{twips(style.page.height - 20)}"/>'
    )
    rule = '<w:pBdr><w:top w:val="thinThickSmallGap" w:sz="24" w:space="0" w:color="FF0000"/></w:pBdr>'
    line = '<w:spacing w:line="20" w:lineRule="exact"/>'
    return paragraph("Footer", "", frame + rule + line) + paragraph("Footer", "")


def _head(style: Style, title: str) -> str:
    color = style.accent.lstrip("#").upper()
    rule = style.rule.lstrip("#").upper()
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{rule}"/></w:pBdr>'
    letters = f'<w:color w:val="{color}"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
    text = f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{escape(title)}</w:t></w:r>'
    return _part("hdr", paragraph("Header", text, border))


def _part(kind: str, content: str) -> str:
    return f"{HEAD}<w:{kind} {NAMESPACES}>{content}</w:{kind}>"
