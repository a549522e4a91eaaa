"""Write a document as data: its model as JSON."""

from __future__ import annotations

from exporter import codec
from exporter.model import Document
from exporter.style import Style


def render_json(document: Document, style: Style) -> bytes:
    """Write the whole model as versioned JSON; the style plays no part."""
    return codec.encode(document)
