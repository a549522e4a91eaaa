"""Lay a document out as PDF with WeasyPrint: the only module that imports it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exporter.errors import PartError, RenderError
from exporter.fonts import Face, FontBook, book, subset
from exporter.model import Chart, Document, Heading, Run, heading_text
from exporter.renderers import css, svg
from exporter.renderers.html import Html, Inline, Part, deep, lines, note_ids, page, tagged, text, title_of
from exporter.renderers.roles import run_font, run_latin
from exporter.style import FontRole, Style

Used = dict[tuple[FontRole, int], set[str]]
"""Characters to be drawn, by font role and weight."""


def render(document: Document, style: Style) -> bytes:
    """Lay a document out as PDF.

    Raises FontError `font.missing`, `font.missing_glyph`; PartError `engine.pango`; RenderError.
    """
    fonts = book(style.fonts)
    used = _fixed(document, style)
    markup = page(document, style, _inline(document, style, used), "")
    fonts.require(char for chars in used.values() for char in chars)
    faces = _faces(fonts, used)
    sheet = _sheet(style, fonts, faces, used)
    return _write(markup.replace("<style></style>", f"<style>{sheet}</style>", 1), _cut(faces))


def _inline(document: Document, style: Style, used: Used) -> Inline:
    notes = note_ids(document)

    def inline(parts: Sequence[Part], columns: int) -> list[Html]:
        return ["".join(tagged(_run(run, part, style, used), run, notes) for run in part.runs) for part in parts]

    return inline


_LATIN = re.compile(
    r"[!-~\u00a1-\u00a6\u00a8-\u00b6\u00b8-\u1fff]+(?: +[!-~\u00a1-\u00a6\u00a8-\u00b6\u00b8-\u1fff]+)*"
)
_WESTERN = re.compile(r"[^\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+")


def _run(run: Run, part: Part, style: Style, used: Used) -> Html:
    base = style.text[part.role]
    han, latin = run_font(run.role, base), run_latin(run.role, base)
    western = (run.lang or part.lang).lower().startswith("zh")
    pieces: list[Html] = []
    at = 0
    for found in (_LATIN if western else _WESTERN).finditer(run.text):
        pieces.append(_piece(run.text[at : found.start()], han, (base.font, base.weight), used))
        pieces.append(_piece(found[0], latin, (base.font, base.weight), used))
        at = found.end()
    pieces.append(_piece(run.text[at:], han, (base.font, base.weight), used))
    return "".join(pieces)


def _piece(said: str, font: tuple[FontRole, int], base: tuple[FontRole, int], used: Used) -> Html:
    if not said:
        return ""
    used.setdefault(font, set()).update(said)
    inner = lines(text(said))
    return inner if font == base else f'<span class="{_font_class(font)}">{inner}</span>'


def _font_class(font: tuple[FontRole, int]) -> str:
    return f"x-{font[0]}-{font[1]}"


def _fixed(document: Document, style: Style) -> Used:
    """Give the characters that the sheet and the charts draw, not the text."""
    used: Used = {(text.font, text.weight): {" "} for text in style.text.values()}
    number = style.page_number
    used.setdefault((number.font, 400), set()).update(number.form + "0123456789")
    used.setdefault((style.text["contents"].font, style.text["contents"].weight), set()).update(" .0123456789")
    blocks = tuple(deep((*document.blocks, *document.appendix)))
    heads = (heading_text(block) for block in blocks if isinstance(block, Heading) and block.level <= 1)
    used.setdefault((style.text["provenance"].font, 400), set()).update(title_of(document), *heads)
    drawn = [said for block in blocks if isinstance(block, Chart) for said in svg.words(block)]
    if drawn:
        used.setdefault(("sans", 400), set()).update(*drawn)
        used.setdefault(("hei", 400), set()).update(*drawn)
    return used


def _faces(fonts: FontBook, used: Used) -> dict[Face, set[str]]:
    faces: dict[Face, set[str]] = {}
    for (role, weight), chars in used.items():
        for char, face in fonts.assign(chars, role, weight).items():
            faces.setdefault(face, set()).add(char)
    return faces


def _cut(faces: Mapping[Face, set[str]]) -> dict[str, bytes]:
    cut: dict[tuple[object, int], set[str]] = {}
    for face, chars in faces.items():
        cut.setdefault((face.path, face.index), set()).update(chars)
    by_family = {face.family: face for face in faces}
    return {_url(face): subset(face, cut[face.path, face.index]) for face in by_family.values()}


def _url(face: Face) -> str:
    return f"font:{face.family.replace(' ', '-')}"


def _sheet(style: Style, fonts: FontBook, faces: Mapping[Face, set[str]], used: Used) -> str:
    families_used = {face.family for face in faces}
    rules = (f'@font-face{{font-family:"{face.family}";src:url("{_url(face)}")}}' for face in _once(faces))

    def families(role: FontRole, weight: int) -> str:
        chain = fonts.chain(role, weight)
        return ",".join(f'"{face.family}"' for face in chain if face.family in families_used)

    spans = (f".{_font_class(font)}{{font-family:{families(*font)};line-height:0}}" for font in sorted(used))
    drawn = f"svg text{{font-family:{families('sans', 400)}}}"
    return "".join((*rules, css.paged(style, families), *spans, drawn))


def _once(faces: Mapping[Face, set[str]]) -> Iterator[Face]:
    yield from {face.family: face for face in faces}.values()


def _write(markup: Html, files: Mapping[str, bytes]) -> bytes:
    weasyprint = _engine()
    fetcher = _fetcher(files)
    try:
        return bytes(weasyprint.HTML(string=markup, url_fetcher=fetcher, base_url=None).write_pdf())
    except RecursionError as error:
        raise RenderError("the document is nested too deeply to be laid out; flatten it", "render.too_deep") from error


def _engine() -> Any:
    """Load WeasyPrint, or say what it lacks. Raises PartError `engine.pango`."""
    try:
        import weasyprint
    except OSError as error:
        raise PartError(
            f"WeasyPrint cannot load Pango ({str(error).splitlines()[0]}); run apt-get install libpangoft2-1.0-0 "
            "libharfbuzz-subset0 (Debian, Ubuntu) or brew install pango (macOS), or export to pdf-fast",
            "engine.pango",
        ) from None
    return weasyprint


def _fetcher(files: Mapping[str, bytes]) -> Any:
    """Give a fetcher that hands out these files from memory and refuses every other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Closed(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in files:
                raise ValueError("nothing is fetched while a document is laid out")
            return URLFetcherResponse(url, files[url], {"Content-Type": "font/otf"})

    return Closed(allowed_protocols=())
