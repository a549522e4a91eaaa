"""Join parts to a Word package (ECMA-376, part 2), and pack it the same way every time."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from exporter.characters import clean
from exporter.model import Metadata
from exporter.renderers.layout.wording import author_of
from exporter.renderers.word.markup import HEAD, attribute, escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
EPOCH = (1980, 1, 1, 0, 0, 0)
LEVEL = 4
"""Of compression."""


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
    core = Piece("/docProps/core.xml", CORE_TYPE, CORE, "rCore", "".join(_core(metadata)).encode())
    pieces = (*top, core)
    contents: dict[str, bytes] = {"_rels/.rels": _relations("/", pieces)}
    kinds: dict[str, str] = {}
    for piece in _deep(pieces):
        contents[piece.name.lstrip("/")] = piece.data
        kinds[piece.name] = piece.content_type
        if piece.pieces or piece.links:
            folder, name = posixpath.split(piece.name)
            related = _relations(folder, piece.pieces, piece.links)
            contents[f"{folder}/_rels/{name}.rels".lstrip("/")] = related
    return zipped(kinds, contents)


def zipped(kinds: Mapping[str, str], contents: Mapping[str, bytes]) -> bytes:
    """Pack parts without the clock: fixed dates, content types first, the rest by name.

    `kinds` gives the content type of each part by its name, `contents` the bytes of each by its place.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr(_entry("[Content_Types].xml"), _types(kinds), compresslevel=LEVEL)
        for name in sorted(contents):
            new.writestr(_entry(name), contents[name], compresslevel=LEVEL)
    return made.getvalue()


def short(text: str | None) -> str:
    """Give a property as long as Word takes it."""
    return " ".join(clean(text or "").split())[:255]


def _deep(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from _deep(piece.pieces)


def _relations(folder: str, pieces: Iterable[Piece], links: Iterable[tuple[str, str]] = ()) -> bytes:
    """Write the relations of a part in a folder."""
    rows = [(piece.id, piece.relation, posixpath.relpath(piece.name, folder), "") for piece in pieces]
    rows += [(id, OFFICE + "hyperlink", address, ' TargetMode="External"') for id, address in links]
    told = "".join(
        f'<Relationship Id="{attribute(id)}" Type="{attribute(kind)}" Target="{attribute(target)}"{mode}/>'
        for id, kind, target, mode in rows
    )
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{told}</Relationships>"
    ).encode()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _types(parts: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="{attribute(name)}" ContentType="{attribute(kind)}"/>'
        for name, kind in sorted(parts.items())
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _core(metadata: Metadata) -> Iterator[str]:
    """Write what the source says of itself; what it does not say is left out."""
    yield (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    )
    language = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(metadata.language, metadata.language)
    for name, said in (
        ("title", metadata.title),
        ("subject", metadata.subtitle),
        ("creator", author_of(metadata)),
        ("identifier", metadata.document_number),
        ("language", language),
    ):
        yield f"<dc:{name}>{escape(short(said))}</dc:{name}>"
    with contextlib.suppress(ValueError):  # a date that is no day stays out of the properties; the text has it
        day = dt.datetime.fromisoformat(metadata.date or "")
        for name in ("created", "modified"):
            yield f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day:%Y-%m-%dT%H:%M:%SZ}</dcterms:{name}>'
    yield "</cp:coreProperties>"
