"""Join parts to a Word package through python-docx, the only door to it, and pack it the same way every time."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart

from exporter.characters import clean
from exporter.model import Metadata

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the package, the id and type of its relation to the part above, and the parts below it."""

    name: str
    content_type: str
    relation: str
    id: str
    data: bytes
    pieces: tuple[Piece, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """Relation id and address of each hyperlink."""


def pack(top: Iterable[Piece], metadata: Metadata) -> bytes:
    """Give the bytes of a package: the same parts, the same bytes."""
    package = OpcPackage()
    for piece in top:
        package.load_rel(piece.relation, _part(piece, package, {}), piece.id)
    package.load_rel(CORE, _core(metadata, package), "rCore")
    made = io.BytesIO()
    package.save(made)
    return repack(made.getvalue())


def repack(data: bytes) -> bytes:
    """Pack a package anew without the clock: fixed dates, names in order, the content types first."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name), compresslevel=6)
    return made.getvalue()


def _part(piece: Piece, package: OpcPackage, known: Mapping[str, Part]) -> Part:
    part = Part(PackURI(piece.name), piece.content_type, piece.data, package)  # type: ignore[arg-type]
    for below in piece.pieces:
        part.load_rel(below.relation, _part(below, package, known), below.id)
    for id, address in piece.links:
        part.load_rel(OFFICE + "hyperlink", address, id, is_external=True)
    return part


def _core(metadata: Metadata, package: OpcPackage) -> Part:
    """Write what the source says of itself; what it does not say is left out."""
    part = CorePropertiesPart._new(package)
    core = part.core_properties
    core.title = _short(metadata.title)
    core.subject = _short(metadata.subtitle)
    core.author = _short(metadata.speaker or metadata.signature or metadata.publisher)
    core.identifier = _short(metadata.document_number)
    core.language = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(metadata.language, metadata.language)
    if metadata.date:
        with contextlib.suppress(ValueError):  # a date that is no day stays out of the properties; the text has it
            core.created = core.modified = dt.datetime.fromisoformat(metadata.date).replace(tzinfo=None)
    return part


def _short(text: str | None) -> str:
    return " ".join(clean(text or "").split())[:255]
