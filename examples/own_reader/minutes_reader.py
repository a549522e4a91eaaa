"""Read `.minutes`: a title, then a line a paragraph; a line that begins with `#` is a heading."""

from __future__ import annotations

from exporter import Document
from exporter.editing import document, heading, paragraph
from exporter.errors import SourceError
from exporter.model import Source
from exporter.parts import ReaderPart


def read(source: Source) -> Document:
    """Turn the bytes of minutes into a document. Raises SourceError `source.encoding`."""
    try:
        lines = source.data.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise SourceError(f"{source.name}: minutes are UTF-8; save them as that", "source.encoding") from None
    title, *rest = [line.strip() for line in lines if line.strip()] or [source.name]
    return document(title, *(heading(line[1:].strip()) if line[0] == "#" else paragraph(line) for line in rest))


MINUTES = ReaderPart("text/x-minutes", read, (".minutes",))
