"""Make a PDF: drawn straight from its layout, or laid out by an engine of CSS where that is what is asked for.

CSS is asked for by a house style with a sheet of its own, and by text whose letters join or carry marks.
"""

from __future__ import annotations

from exporter.fonts import INVISIBLE
from exporter.model import Document
from exporter.pipeline import Rendered, Renderer
from exporter.renderers.pdf.press_colours import require_cmyk
from exporter.renderers.pdf.shown_text import SHAPED, words_of
from exporter.style import Style, load_style


def render(document: Document, style: Style) -> bytes:
    """Make an archive file: PDF/A-3a and PDF/UA-1 in one, source and model attached.

    Raises FontError `font.missing`, `font.missing_glyph`; where an engine of CSS is needed, PartError
    `engine.pango`, `engine.version` and RenderError too.
    """
    if asks_for_css(document, style):
        from exporter.renderers.pdf.weasyprint import engine

        return engine.render(document, style)
    from exporter.renderers.pdf import tagged

    return tagged.render(document, style)


def bare(document: Document, style: Style) -> bytes:
    """Make the same pages as PDF/A-2a and PDF/UA-1, nothing attached; no engine of CSS is ever loaded."""
    from exporter.renderers.pdf import tagged

    return tagged.bare(document, style)


def press(icc: bytes) -> Renderer:
    """Give the renderer of files for a press: PDF/X-4 in the inks of this profile, without any RGB.

    Raises PartError `icc.invalid` where the bytes are no CMYK profile of a press.
    """
    require_cmyk(icc)

    def print_ready(document: Document, style: Style) -> bytes | Rendered:
        """Make a PDF/X-4, with bleed."""
        if asks_for_css(document, style):
            from exporter.renderers.pdf.weasyprint import engine

            return engine.press(icc)(document, style)
        from exporter.renderers.pdf import tagged

        return tagged.press(icc)(document, style)

    return print_ready


def asks_for_css(document: Document, style: Style) -> bool:
    """Tell whether the pages are to be laid out by an engine of CSS."""
    own = style.css not in ("", load_style("brief").css)
    return own or any(SHAPED.search(INVISIBLE.sub("", said)) for said in words_of(document, style))
