"""Read plain text, as files hold it and as programs have taken it from web pages."""

from __future__ import annotations

from exporter.model import Document, Source
from exporter.readers.assemble import assemble
from exporter.readers.formats.encoding import decode
from exporter.readers.lines.line import split


def read(source: Source) -> Document:
    """Read text of any encoding used for Chinese. Raises SourceError `source.*`."""
    decoded = decode(source.data, source.name)
    return assemble(source, decoded.text, split(decoded.text), decoded.encoding, decoded.notices)
