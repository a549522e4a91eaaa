"""Write the character styles of a Word file: what stands out in a paragraph, links, headings that open one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.model import RunRole
from exporter.renderers.layout.roles import run_font
from exporter.renderers.word.markup import attribute
from exporter.renderers.word.parts.fonts import WordFonts, faces_xml
from exporter.style import Style, TextRole, TextStyle


def character_styles(style: Style, fonts: WordFonts, headings: Sequence[TextRole]) -> Iterator[str]:
    """Give the styles of runs; `headings` are the roles of headings that may open a paragraph, by level."""
    kai = attribute(fonts["kai"].name)
    accent = style.accent.lstrip("#").upper()
    body = style.text["body"]
    yield _character("Strong", "Strong", _standing_out("strong", body, fonts) or "<w:b/><w:bCs/>")
    yield _character("Emphasis", "Emphasis", f'<w:rFonts w:eastAsia="{kai}"/>')
    yield _character("Lead", "段首语", _standing_out("lead", body, fonts), own=True)
    for level, role in enumerate(headings, 1):
        letters = style.text[role]
        heavy = "<w:b/><w:bCs/>" if letters.weight >= 600 and fonts[letters.font].bold else ""
        color = f'<w:color w:val="{letters.color.lstrip("#").upper()}"/>' if letters.color != body.color else ""
        yield _character(f"RunIn{level}", f"段内标题 {level}", faces_xml(letters, fonts) + heavy + color, own=True)
    yield _character("Hyperlink", "Hyperlink", f'<w:color w:val="{accent}"/><w:u w:val="single"/>')
    yield _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>')


def _standing_out(role: RunRole, body: TextStyle, fonts: WordFonts) -> str:
    """Write how a phrase looks that stands out: in a face of its own, or heavier."""
    font, weight = run_font(role, body)
    if weight >= 600:
        return "<w:b/><w:bCs/>"
    return faces_xml(replace(body, font=font), fonts) if font != body.font else ""


def _character(id: str, name: str, properties: str, own: bool = False) -> str:
    custom = ' w:customStyle="1"' if own else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
    )
