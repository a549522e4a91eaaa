"""Put into the file what proves it: the source's hash, the document model, the place of each figure."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import escape

from lxml import etree

from exporter.carried import carried
from exporter.model import MODEL_VERSION, Document
from exporter.printed import printed_only
from exporter.renderers.word.markup import HEAD, attribute
from exporter.style import Style

NAMESPACE = "urn:exporter:trace:1"
ITEM_ID = "{6F1C6C3E-3C1D-5B0E-9C0A-5D1B7E0F2A11}"
PART = 1_000_000
"""Characters of JSON in one element: XML readers refuse texts above ten million bytes."""


def trace_part(document: Document, style: Style, figures: Mapping[str, str]) -> str:
    """Write the custom XML part.

    `figures` gives the bookmark of each figure that the text shows; a figure that it does not
    show has no `bookmark`. Only what is printed is written: no line that was left out, no deleted text.
    """
    document = printed_only(document)
    return (
        f'{HEAD}<trace xmlns="{NAMESPACE}" style="{attribute(style.name)}" model="{MODEL_VERSION}">'
        f"{_source(document)}<figures>{''.join(_figures(document, figures))}</figures>"
        f"<document>{''.join(_parts(document))}</document></trace>"
    )


def style_name(package: bytes) -> str | None:
    """Give the name of the style that a Word file of ours was made in, or None for any other file."""
    root = read_trace(package)
    return None if root is None else root.get("style")


def read_trace(package: bytes) -> etree._Element | None:
    """Find the trace among the custom XML parts of a Word file, whatever an editor renamed it to."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as parts:
            for entry in parts.infolist():
                if re.fullmatch(r"customXml/item\d{1,4}\.xml", entry.filename) and entry.file_size <= MAX_TRACE:
                    root = etree.fromstring(parts.read(entry), _parser())
                    if root.tag == f"{{{NAMESPACE}}}trace":
                        return root
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError, OSError):
        return None
    return None


MAX_TRACE = 100_000_000
"""Bytes of a custom XML part, unpacked."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def properties_part() -> str:
    """Write the part that gives the custom XML its identity."""
    return (
        f'{HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{ITEM_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _source(document: Document) -> str:
    origin = document.origin
    if origin is None:
        return ""
    encoding = f' encoding="{attribute(origin.encoding)}"' if origin.encoding else ""
    return (
        f'<source name="{attribute(origin.name)}" media="{attribute(origin.media)}"{encoding} '
        f'sha256="{attribute(origin.sha256)}" characters="{len(origin.text)}"/>'
    )


def _figures(document: Document, figures: Mapping[str, str]) -> Iterator[str]:
    for fact in document.facts:
        mark = f' bookmark="{attribute(figures[fact.id])}"' if fact.id in figures else ""
        yield f'<figure id="{attribute(fact.id)}" start="{fact.span.start}" end="{fact.span.end}"{mark}/>'


_ILLEGAL = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _parts(document: Document) -> Iterator[str]:
    text = b"".join(carried(document)).decode("utf-8", "surrogatepass")
    text = _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    for start in range(0, len(text), PART):
        yield f'<part xml:space="preserve">{escape(text[start : start + PART], quote=False)}</part>'
