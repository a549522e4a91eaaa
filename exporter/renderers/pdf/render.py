"""Make a PDF: drawn straight from its layout, or laid out by an engine of CSS where that is what is asked for.

CSS is asked for by a house style with a sheet of its own, and by text whose letters join or carry marks.
"""

from __future__ import annotations

from exporter.fonts import INVISIBLE, book
from exporter.model import Document, Notice
from exporter.pipeline import Rendered, Renderer
from exporter.renderers.fonts.last_resort import last_resort
from exporter.renderers.pdf.press_colours import require_cmyk
from exporter.renderers.pdf.shown_text import SHAPED, words_of
from exporter.style import Style, load_style


def render(document: Document, style: Style) -> Rendered:
    """Make an archive file: PDF/A-3a and PDF/UA-1 in one, source and model attached.

    Raises FontError `font.missing`; where an engine of CSS is needed, PartError `engine.pango`, `engine.version` and
    RenderError too.
    """
    said = "".join(words_of(document, style))
    if _is_for_css(said, style):
        from exporter.renderers.pdf.weasyprint import engine

        return Rendered(engine.render(document, style), _boxed(said, style))
    from exporter.renderers.pdf import tagged

    return Rendered(tagged.render(document, style), _boxed(said, style))


def bare(document: Document, style: Style) -> Rendered:
    """Make the same pages as PDF/A-2a and PDF/UA-1, nothing attached; no engine of CSS is ever loaded."""
    from exporter.renderers.pdf import tagged

    return Rendered(tagged.bare(document, style), _boxed("".join(words_of(document, style)), style))


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

        made = tagged.press(icc)(document, style)
        return made if isinstance(made, Rendered) else Rendered(made, _boxed("".join(words_of(document, style)), style))

    return print_ready


def asks_for_css(document: Document, style: Style) -> bool:
    """Tell whether the pages are to be laid out by an engine of CSS."""
    return _is_for_css("".join(words_of(document, style)), style)


def _is_for_css(said: str, style: Style) -> bool:
    if style.css not in ("", load_style("brief").css):
        return True
    joined = set(SHAPED.findall(INVISIBLE.sub("", "".join(set(said)))))
    return bool(joined - set(book(style.fonts).missing(joined)))


def _boxed(said: str, style: Style) -> tuple[Notice, ...]:
    """Say which characters no font on this machine has, and where one is that has them."""
    lost = [char for char in book(style.fonts).missing(said) if last_resort(char) is None]
    if not lost:
        return ()
    named = ", ".join(f"{char} (U+{ord(char):04X})" for char in lost[:12])
    more = f" and {len(lost) - 12} more" if len(lost) > 12 else ""
    advice = "; ".join(dict.fromkeys(map(_advice, lost)))
    said = f"no font has {named}{more}: a box with its number stands for each; {advice}"
    return (Notice("font.missing_glyph", said),)


def _advice(char: str) -> str:
    code = ord(char)
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return "characters of the private area need the font of whoever wrote them: name its folder with --fonts"
    if 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF:
        return "rare Han characters are in fonts-babelstone-han and fonts-hanazono (Debian, Ubuntu)"
    if 0x2000 <= code <= 0x2BFF or 0x1F000 <= code <= 0x1FAFF:
        return "signs and pictures are in fonts-symbola (Debian, Ubuntu)"
    return "name a folder that holds a font of this script with --fonts (fonts-noto-core has most)"
