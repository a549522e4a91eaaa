"""Read a web page: its lines with their places in the HTML, its tables, and which of it is the document."""

from __future__ import annotations

import re

from exporter.model import Document, Source
from exporter.readers.assemble import assemble
from exporter.readers.formats.encoding import decode
from exporter.readers.formats.html.flow import flow
from exporter.readers.formats.html.main_text import main_text

_CHARSET = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:-]{2,30})", re.IGNORECASE)


def read(source: Source) -> Document:
    """Read HTML. Raises SourceError `source.*`, `html.too_deep`."""
    declared = _CHARSET.search(source.data[:8192])
    decoded = decode(source.data, source.name, declared[1].decode("ascii") if declared else None)
    page = flow(decoded.text, source.name)
    lines, known, first = main_text(page)
    return assemble(source, decoded.text, lines, decoded.encoding, decoded.notices, known=known, first=first)
