"""Open an artefact: the model that it was made from, and what it shows to its reader."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exporter import codec, parts, pdfium
from exporter.errors import SourceError
from exporter.model import MODEL_VERSION


@dataclass(frozen=True, slots=True)
class Artefact:
    """What a file of ours holds: its model, and the text on its pages."""

    model: bytes | None
    """JSON; None in a file for the press."""
    shown: str | None
    """None: the file is the model itself."""
    charted: tuple[Decimal, ...] | None = None
    """Figures of its charts, where they stand apart from the text."""
    creator: str = ""
    keywords: str = ""


def opened(name: str, data: bytes) -> Artefact:
    """Open Word, PDF, HTML and JSON files. Raises SourceError `verify.no_model` for a file that is not ours."""
    for starts, open_it in _KINDS:
        if data.lstrip()[: len(starts)].lower() == starts:
            found = open_it(data)
            if found.model is not None or (open_it is _pdf and parts.load(PRESS)(data)):
                return found
    raise SourceError(
        f"{name}: holds no model of ours; verify takes Word, PDF, HTML and JSON files that exporter made",
        "verify.no_model",
    )


PRESS = "exporter.measure.press:is_for_press"


def _word(data: bytes) -> Artefact:
    root = parts.load("exporter.renderers.word.parts.trace:read_trace")(data)
    if root is None:
        return Artefact(None, "")
    model = "".join(element.text or "" for element in root.iter("{urn:exporter:trace:1}part"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        texts = {part: package.read(part).decode("utf-8") for part in package.namelist() if _WORDS.fullmatch(part)}
        listed = "word/numbering.xml" in package.namelist()
    if listed:
        texts["word/document.xml"] = parts.load("exporter.readers.formats.word.printed:numbered")(data)
    shown = "\n".join(_word_text(xml) for part, xml in texts.items() if "/charts/" not in part)
    charted = tuple(number for part, xml in sorted(texts.items()) if "/charts/" in part for number in _charted(xml))
    return Artefact(_whole(model), shown, charted)


_WORDS = re.compile(r"word/(?:document|footnotes|charts/chart\d{1,4})\.xml")


def _whole(tree: str) -> bytes:
    """Give a model written without its heading the heading that `codec.decode` asks for."""
    said = json.loads(tree)
    return json.dumps(said if "format" in said else {"format": codec.FORMAT, "version": MODEL_VERSION, **said}).encode()


def _word_text(xml: str) -> str:
    xml = _RUBY.sub(lambda found: f"{found[2]}<w:t>（</w:t>{found[1]}<w:t>）</w:t>", xml)
    paragraphs = re.split(r"</w:p>", xml)
    return "\n".join(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one))) for one in paragraphs)


_RUBY = re.compile(r"<w:rt>(.*?)</w:rt><w:rubyBase>(.*?)</w:rubyBase>", re.DOTALL)
"""A reading stands above its text, and is read behind it."""


def _charted(xml: str) -> list[Decimal]:
    """Read the figures that a chart of Word draws."""
    return [
        Decimal(number)
        for values in re.findall(r"<c:val>(.*?)</c:val>", xml, re.DOTALL)
        for number in re.findall(r"<c:v>(-?\d[\d.]*)</c:v>", values)
    ]


def _pdf(data: bytes) -> Artefact:
    shown = _running_on(pdfium.text_of(data).split("\f"))
    return Artefact(
        pdfium.attachment(data, "document.json"), shown, creator=pdfium.creator(data), keywords=pdfium.keywords(data)
    )


def _running_on(pages: Sequence[str]) -> str:
    """Join pages without their numbers and running heads, so that what goes over from one to the next is whole."""
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(edge for page in lines[1:] for edge in {*page[:1], *page[-1:]})
    return "\n".join(line for page in lines for line in _inner(page, edges))


def _inner(page: list[str], edges: Counter[str]) -> list[str]:
    first, last = 0, len(page)
    while first < last and _is_furniture(page[first], edges):
        first += 1
    while last > first and _is_furniture(page[last - 1], edges):
        last -= 1
    return page[first:last]


def _is_furniture(line: str, edges: Counter[str]) -> bool:
    return _PAGE_NUMBER.fullmatch(line) is not None or edges[line] > 1


_PAGE_NUMBER = re.compile(r"[—–·\-\s]{0,6}\d{1,4}(?:\s*/\s*\d{1,4})?[—–·\-\s]{0,6}")


def _page(data: bytes) -> Artefact:
    model = parts.load(f"{PAGE}:read_model")(data)
    shown = parts.load(f"{PAGE}:text_of")(data)
    drawn = re.findall(r"<text[^>]*>([^<]*)</text>", data.decode("utf-8", "replace"))
    if drawn:  # a drawing has figures along its axes too
        return Artefact(model, "\n".join((shown, *map(html.unescape, drawn))))
    return Artefact(model, shown, tuple(map(Decimal, parts.load(f"{PAGE}:bars_of")(data))))


PAGE = "exporter.renderers.briefpage"


def _json(data: bytes) -> Artefact:
    return Artefact(data, None)


_KINDS: tuple[tuple[bytes, Callable[[bytes], Artefact]], ...] = (
    (b"pk\x03\x04", _word),
    (b"%pdf", _pdf),
    (b"<!doctype html", _page),
    (b"{", _json),
)
