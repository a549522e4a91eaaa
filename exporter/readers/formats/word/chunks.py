"""Read the parts that a Word file takes in whole (`w:altChunk`): a page or plain text."""

from __future__ import annotations

from exporter.readers.formats.encoding import decode
from exporter.readers.formats.html.flow import flow
from exporter.readers.formats.word.relations import Package

PAGES = (".html", ".htm", ".xhtml")
LARGEST = 5_000_000
"""Bytes of a part that is read."""


def chunk_lines(package: Package, path: str) -> list[str] | None:
    """Give the lines of a part, those of a table's row parted by tabs; None where it is of another kind."""
    suffix = "." + path.rpartition(".")[2].lower()
    data = package.data(path) if suffix in (*PAGES, ".txt") else b""
    if not data or len(data) > LARGEST:
        return None
    text = decode(data, package.name).text
    if suffix == ".txt":
        return [row.strip() for row in text.splitlines() if row.strip()]
    page = flow(text, package.name)
    lines: list[str] = []
    for one in page.lines:
        if page.boxes[one.box].reason:
            continue
        rows = one.line.grid.rows if one.line.grid else ()
        lines += ["\t".join(cell.line.text if cell.line else "" for cell in row) for row in rows] or [one.line.text]
    return lines
