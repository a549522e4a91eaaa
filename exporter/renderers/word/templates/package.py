"""Open Word files of others through python-docx, the only door to it, and save what was changed in them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Mapping
from itertools import count
from typing import Any

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from exporter.errors import SourceError
from exporter.model import Metadata
from exporter.renderers.layout.wording import author_of
from exporter.renderers.word.parts.package import OFFICE, Piece, short, zipped


def open_document(data: bytes) -> Any:
    """Open the bytes of a document with python-docx. Raises SourceError `template.malformed`."""
    try:
        opened = docx.Document(io.BytesIO(data))
        body, styles = opened.element.body, opened.styles.element
    except Exception as error:  # the library raises whatever it meets: KeyError, AttributeError, lxml's
        raise _malformed(f"{type(error).__name__}: {error}") from None
    if body is None or styles is None or not len(opened.sections):
        raise _malformed("it has no body, styles or page")
    return opened


def try_out(data: bytes) -> None:
    """Open a document and save it to nowhere. Raises SourceError `template.malformed` where that fails."""
    opened = open_document(data)
    try:
        _zipped(opened.part.package)
    except Exception as error:  # parts without a name, relations without a target …
        raise _malformed(f"{type(error).__name__}: {error}") from None


def furniture_elements(opened: Any) -> tuple[Any, ...]:
    """Give the root of every header and footer of an opened document."""
    parts = (rel.target_part for rel in opened.part.rels.values() if not rel.is_external)
    return tuple(part.element for part in parts if part.content_type.endswith(("header+xml", "footer+xml")))


def part_element(document: Any, kind: str) -> Any:
    """Parse the part of a kind (`numbering`, `footnotes`) that the document has, or give None."""
    part = _related(document, kind)
    return None if part is None else parse_xml(part.blob)


def put_element(document: Any, kind: str, element: Any) -> None:
    """Write a changed part back."""
    part = _related(document, kind)
    blob = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    if hasattr(part, "_element"):
        part._element = parse_xml(blob)
    else:
        part._blob = blob


def attach(document: Any, piece: Piece) -> None:
    """Add a part below the document part, under a name that is free; its relation keeps its id."""
    names = {part.partname for part in document.package.iter_parts()}
    document.load_rel(piece.relation, _part(piece, document.package, names), piece.id)


def drop(document: Any, wanted: Callable[[str, bytes], bool]) -> None:
    """Take out the parts below the document for which `wanted` holds, given the relation's type and the bytes."""
    for id, relation in list(document.rels.items()):
        if not relation.is_external and wanted(relation.reltype, relation.target_part.blob):
            del document.rels[id]


def link(document: Any, links: Mapping[str, str]) -> None:
    """Add the relations of hyperlinks: ids by address."""
    for address, id in links.items():
        document.load_rel(OFFICE + "hyperlink", address, id, is_external=True)


def save(opened: Any, metadata: Metadata) -> bytes:
    """Give the bytes of an opened document, with its title and author as the document says them."""
    core = opened.core_properties
    core.title = short(metadata.title) or core.title
    core.author = short(author_of(metadata)) or core.author
    return _zipped(opened.part.package)


def _zipped(package: Any) -> bytes:
    parts = {str(part.partname): part for part in package.iter_parts()}
    contents = {"_rels/.rels": package.rels.xml}
    for name, part in parts.items():
        contents[name.lstrip("/")] = part.blob
        if len(part.rels):
            contents[part.partname.rels_uri.lstrip("/")] = part.rels.xml
    return zipped({name: part.content_type for name, part in parts.items()}, contents)


def _related(document: Any, kind: str) -> Any:
    found = (rel.target_part for rel in document.rels.values() if rel.reltype == OFFICE + kind and not rel.is_external)
    return next(found, None)


def _malformed(why: str) -> SourceError:
    return SourceError(f"the template cannot be opened ({why}); save it again from Word", "template.malformed")


def _part(piece: Piece, package: Any, taken: Collection[str]) -> Part:
    free = (re.sub(r"\d*(\.\w+)$", rf"{number}\1", piece.name) for number in count(1))
    name = piece.name if piece.name not in taken else next(name for name in free if name not in taken)
    part = Part(PackURI(name), piece.content_type, piece.data, package)
    for below in piece.pieces:
        part.load_rel(below.relation, _part(below, package, taken), below.id)
    for id, address in piece.links:
        part.load_rel(OFFICE + "hyperlink", address, id, is_external=True)
    return part
