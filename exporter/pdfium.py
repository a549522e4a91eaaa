"""Open a PDF to read its pages, its text and what is attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from exporter.errors import SourceError

BRIEF_OF = "brief"
"""Opens the keywords of a brief: its languages follow, and the hash of its source."""


@contextmanager
def opened(name: str, data: bytes) -> Iterator[Any]:
    """Give the PDF as pypdfium2's document, and close it again.

    Raises SourceError: `pdf.encrypted`, or `pdf.malformed` also for what goes wrong while it is read.
    """
    import pypdfium2

    document: Any = None
    try:
        document = pypdfium2.PdfDocument(data)
        yield document
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(f"{name}: protected by a password; save a copy without one", "pdf.encrypted") from None
        raise SourceError(
            f"{name}: not a sound PDF ({error}); print it to a new PDF and read that", "pdf.malformed"
        ) from None
    finally:
        if document is not None:
            document.close()


def raw() -> Any:
    """Give pdfium's own functions."""
    import pypdfium2.raw

    return pypdfium2.raw


def text_of(data: bytes) -> str:
    """Give the text layer of a PDF, its pages joined by form feeds. Raises as `opened` does."""
    with opened("the PDF", data) as document:
        pages = []
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            pages.append(text.get_text_range(0, text.count_chars()))
            text.close()
            page.close()
        return "\f".join(pages)


def pages_of(data: bytes) -> int:
    """Count the pages of a PDF. Raises as `opened` does."""
    with opened("the PDF", data) as document:
        return len(document)


def creator(data: bytes) -> str:
    """Give the program that a PDF says it was made by, or nothing. Raises as `opened` does."""
    with opened("the PDF", data) as document:
        return str(document.get_metadata_value("Creator"))


def keywords(data: bytes) -> str:
    """Give the keywords of a PDF, or nothing. Raises as `opened` does."""
    with opened("the PDF", data) as document:
        return str(document.get_metadata_value("Keywords"))


def attachment(data: bytes, name: str) -> bytes | None:
    """Give the file that is attached under a name, or None. Raises as `opened` does."""
    with opened("the PDF", data) as document:
        for index in range(document.count_attachments()):
            found = document.get_attachment(index)
            if found.get_name() == name:
                return bytes(found.get_data())
    return None
