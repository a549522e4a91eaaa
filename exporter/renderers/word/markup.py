"""Write WordprocessingML by hand: text, runs and paragraphs as strings, with everything in them escaped."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.characters import clean

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    f'xmlns:w="{MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)

MM = 1440 / 25.4
"""Twips in a millimetre."""
PT = 20
"""Twips in a point."""
EMU = 36000
"""English metric units in a millimetre."""

_BREAKS = re.compile(r"(\r\n|[\r\n\u2028\u2029]|\t)")
_AMBIGUOUS = re.compile(r"[\u00a7-\u00f7\u02c7\u0391-\u0451\u2010-\u2027\u2030-\u205e\u2100-\u27bf]")
"""Characters that both Chinese and Latin fonts have: quotes, dashes, dots, circled and Roman numbers."""
_QUOTES = "[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]+"
_BESIDE_LATIN = re.compile(f"(?<=[!-~]){_QUOTES}|^{_QUOTES}(?=[!-~])|\u00b7")
"""Quotes and dashes after Latin, or before it at the start, and dots: LibreOffice sets these in the Latin font."""
CHINESE = '<w:lang w:val="zh-CN"/>'
"""Latin letters of a run that are set in the Chinese font."""


def escape(text: str) -> str:
    """Escape text for an element; what XML cannot hold is left out."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Escape text for a double-quoted attribute, line ends as spaces."""
    return escape(" ".join(text.split())).replace('"', "&quot;")


def twips(millimetres: float) -> int:
    """Turn mm into twentieths of a point."""
    return round(millimetres * MM)


def text_run(text: str, properties: str = "", chinese: str = "", after: str = "") -> str:
    """Write text as one or more `w:r`; line ends and tabs become `w:br` and `w:tab`.

    `properties` are the children of `w:rPr` but for the fonts; `chinese` is the Chinese font of the
    paragraph, or empty for text in another language; `after` is the character before the text.
    Quotes, dashes and dots are pinned to the Chinese font.
    """
    if not text:
        return ""
    if not chinese or not _AMBIGUOUS.search(text):
        return _run(text, properties, "")
    hint = '<w:rFonts w:hint="eastAsia"/>'
    pieces: list[str] = []
    here = len(after)
    joined = after + text
    for found in _BESIDE_LATIN.finditer(joined, here):
        pieces.append(_run(joined[here : found.start()], properties, hint))
        pieces.append(_run(found[0], _spoken(properties), pinned(chinese)))
        here = found.end()
    pieces.append(_run(joined[here:], properties, hint))
    return "".join(pieces)


def paragraph(style: str, content: str, properties: str = "", mark: str = "") -> str:
    """Write a `w:p` of a style; `properties` are further children of `w:pPr`, `mark` those of its own `w:rPr`."""
    mark_xml = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}{mark_xml}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """Write a complex field with the result that is shown until it is refreshed."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{inside}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{inside}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{inside}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{inside}<w:t>{escape(result)}</w:t></w:r>"
        f'<w:r>{inside}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _run(text: str, properties: str, fonts: str) -> str:
    if not text:
        return ""
    inside = _ordered(properties, fonts)
    return f"<w:r>{inside}{_text(text)}</w:r>"


@lru_cache(maxsize=512)
def _ordered(properties: str, fonts: str) -> str:
    """Put `w:rFonts` where the schema wants it: after `w:rStyle`, before everything else."""
    if not properties and not fonts:
        return ""
    style, rest = "", properties
    if properties.startswith("<w:rStyle"):
        end = properties.index("/>") + 2
        style, rest = properties[:end], properties[end:]
    if fonts and rest.startswith("<w:rFonts"):
        fonts = ""
    return f"<w:rPr>{style}{fonts}{rest}</w:rPr>"


def _text(text: str) -> str:
    if not _BREAKS.search(text):
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return "".join(_piece(piece) for piece in _BREAKS.split(text) if piece)


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if _BREAKS.fullmatch(piece):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def _spoken(properties: str) -> str:
    """Say that Latin letters, too, are Chinese here: where the font is missing, its stand-in is chosen by language."""
    if "<w:lang w:eastAsia=" in properties:
        return properties.replace("<w:lang w:eastAsia=", '<w:lang w:val="zh-CN" w:eastAsia=')
    return properties if "<w:lang" in properties else properties + CHINESE


def pinned(font: str) -> str:
    """Give every kind of letter the Chinese font."""
    name = attribute(font)
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:hint="eastAsia"/>'
