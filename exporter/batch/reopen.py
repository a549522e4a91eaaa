"""Open a file that was just made, as its reader will, before it gets its name."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from exporter.errors import RenderError
from exporter.pdfium import pages_of


def reopen(name: str, data: bytes) -> None:
    """Raise RenderError `render.unreadable` where a PDF, an Office file or JSON would not open again.

    Libraries write what they cannot read back: python-docx a text of more than 10 MB, for one.
    """
    opens = _OPENS.get(name.rpartition(".")[2].lower())
    if opens is None:
        return
    try:
        opens(data)
    except Exception as error:  # whatever a parser makes of a broken file
        reason = str(error) or type(error).__name__
        raise RenderError(
            f"{name}: the file made does not open again ({reason}); please report the document", "render.unreadable"
        ) from None


def _open_package(data: bytes) -> None:
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in package.namelist():
            content = package.read(part)  # checks the CRC
            if part.endswith((".xml", ".rels")):
                etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _open_pdf(data: bytes) -> None:
    if not pages_of(data):
        raise ValueError("it has no page")


def _open_json(data: bytes) -> None:
    import json

    json.loads(data)


_OPENS: dict[str, Callable[[bytes], object]] = {
    "docx": _open_package,
    "xlsx": _open_package,
    "pdf": _open_pdf,
    "json": _open_json,
}
