"""Read a document that this package has written as JSON."""

from __future__ import annotations

from exporter import codec
from exporter.errors import DocumentError, SourceError
from exporter.model import Document, Source


def read(source: Source) -> Document:
    """Read our own JSON. Raises SourceError with the code of `codec.decode`."""
    try:
        return codec.decode(source.data)
    except DocumentError as error:
        raise SourceError(f"{source.name}: {error.message}", error.code) from None
