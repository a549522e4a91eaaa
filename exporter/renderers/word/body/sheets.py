"""End a section where what follows stands on paper of another size or on its side."""

from __future__ import annotations

from dataclasses import replace

from exporter.renderers.layout.sheets import Sheet, width_on
from exporter.renderers.word.body.writing import Place, Writing
from exporter.renderers.word.markup import paragraph
from exporter.renderers.word.parts.sections import section

_POINT = '<w:spacing w:line="20" w:lineRule="exact"/>'


def on_sheet(sheet: Sheet, parts: list[str], writing: Writing, place: Place) -> Place:
    """Turn to a sheet: what is written so far ends a section, and the place is as wide as the sheet."""
    if sheet != writing.sheet:
        if parts or writing.started:
            _end(parts, writing)
        writing.sheet = sheet
        writing.turned |= sheet == "landscape"
    return replace(place, width=width_on(sheet, writing.style))


def _end(parts: list[str], writing: Writing) -> None:
    """End the section with its last paragraph: one of its own might begin a page."""
    ended = section(writing.style, writing.furniture, writing.sheet, writing.sections == 0)
    writing.sections += 1
    last = parts[-1] if parts else ""
    if last.endswith(GAP):
        parts[-1] = last.removesuffix(GAP) + paragraph("Gap", "", _POINT + ended)
    elif last.endswith("</w:p>"):
        at = last.index("</w:pPr>", last.rindex("<w:p><w:pPr>"))
        parts[-1] = last[:at] + ended + last[at:]
    else:
        parts.append(paragraph("Gap", "", _POINT + ended))


GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
"""What stands between a table and the text below it."""
