"""Read a web page: its lines with their places in the HTML, its tables, and which of it is the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.model import Document, Notice, Source, all_lines
from exporter.readers.assemble import assemble
from exporter.readers.content.looks import with_looks
from exporter.readers.content.pictures import with_pictures
from exporter.readers.formats.encoding import decode
from exporter.readers.formats.html.flow import flow
from exporter.readers.formats.html.main_text import main_text
from exporter.readers.formats.html.page import WebPage
from exporter.readers.formats.html.pictures import shown_of
from exporter.readers.lines.recognisers import is_prose

_CHARSET = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:-]{2,30})", re.IGNORECASE)


def read(source: Source) -> Document:
    """Read HTML. Raises SourceError `source.*`, `html.too_deep`."""
    declared = _CHARSET.search(source.data[:8192])
    decoded = decode(source.data, source.name, declared[1].decode("ascii") if declared else None)
    page = flow(decoded.text, source.name)
    lines, known, first, pictures, embedded = main_text(page)
    notices = (*decoded.notices, *_notices(page, embedded))
    document = assemble(source, decoded.text, lines, decoded.encoding, notices, known=known, first=first)
    shown, media = shown_of(decoded.text, pictures, page.base, document)
    return with_pictures(with_looks(_unfilled(document), page.looks), shown, media)


def _unfilled(document: Document) -> Document:
    """Say so where a page holds scripts but no running text: a browser would fill it in."""
    assert document.origin is not None
    if any(is_prose(line) for line in all_lines(document)) or "<script" not in document.origin.text.lower():
        return document
    told = Notice(
        "source.incomplete", "the page holds no running text; a script fills it in; save it from a browser as it shows"
    )
    return replace(document, notices=(*document.notices, told))


def _notices(page: WebPage, embedded: Sequence[str]) -> Iterator[Notice]:
    shown = [address for address in embedded if address and not address.startswith(("javascript:", "about:"))]
    if shown:
        named = "、".join(dict.fromkeys(address[:60] for address in shown[:4]))
        said = f"{len(shown)} embedded parts of the page are left out ({named}); give their files to read them"
        yield Notice("html.embedded", said, "info")
    if page.formulas:
        said = f"{page.formulas} formulas are written as a line of text, fractions as (a)/(b)"
        yield Notice("formula.linear", said, "info")
    if page.relative:
        yield Notice(
            "link.relative",
            f"{page.relative} links lead to addresses beside the page's own, which it does not give; "
            "their words are kept without them",
            "info",
        )
