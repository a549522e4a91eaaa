"""Put fonts into a Word file where their licence allows it: cut to the text, obfuscated as ECMA-376 (part 4) says."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from exporter.errors import FontError
from exporter.fonts import Face, book
from exporter.model import Document, Notice, all_lines
from exporter.renderers.word.parts.fonts import WordFont, WordFonts
from exporter.renderers.word.parts.outlines import with_true_type
from exporter.style import FontRole, Style

CHINESE: tuple[FontRole, ...] = ("fangsong", "kai", "hei", "song", "biaosong")
"""Roles that not every machine has; Latin faces are everywhere."""
RESTRICTED, PREVIEW, EDITABLE, NO_SUBSET, BITMAPS = 0x0002, 0x0004, 0x0008, 0x0100, 0x0200
"""Bits of `fsType` (OpenType, OS/2)."""
ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "—“”‘’…·、。，；：？！（）《》〈〉【】〔〕％"
"""Characters that a font has whatever the text says: page numbers, and what people add first."""
KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font in the package: the name that the text knows it by, its key, its bytes as they are stored."""

    name: str
    key: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Embedded:
    """The names of a file's fonts, those of ours that it carries, and what it does not carry and why."""

    fonts: WordFonts
    files: tuple[FontFile, ...]
    notices: tuple[Notice, ...]


def embedded(document: Document, style: Style, fonts: WordFonts) -> Embedded:
    """Give the fonts that a file is to carry: text is then set in them by their own names.

    What may not be embedded, or Word cannot, stays a name, with a warning `font.embedding`. Raises FontError
    `font.embedding` where nothing can be embedded.
    """
    text = "".join(all_lines(document)) + ALWAYS
    named: dict[FontRole, WordFont] = dict(fonts)
    files: dict[str, FontFile] = {}
    notices: list[Notice] = []
    for role, face in _faces(style):
        refused = "no file for it is on this machine" if face is None else _refused(face)
        if face is None or refused:
            told = f"{fonts[role].name} is not in the Word file: {refused}"
            notices.append(Notice("font.embedding", f"{told}; the reader's machine must have it"))
            continue
        file = _file(face, text)
        files[file.name] = file
        named[role] = replace(fonts[role], name=file.name, alt=fonts[role].name)
    if not files:
        raise FontError("; ".join(one.message for one in notices), "font.embedding")
    return Embedded(MappingProxyType(named), tuple(files.values()), tuple(notices))


def _faces(style: Style) -> Iterator[tuple[FontRole, Face | None]]:
    faces, used = book(style.fonts).faces, {text.font for text in style.text.values()}
    for role in CHINESE:
        if role in used:
            yield role, next((face for face in faces if face.role == role and face.weight == 400), None)


def _refused(face: Face) -> str:
    """Say why a font may not be embedded, or why Word does not take it; empty: it may."""
    with _opened(face) as font:
        bits = font["OS/2"].fsType
        if bits & RESTRICTED and not bits & EDITABLE:
            return f"the licence of {face.path.name} does not allow it (fsType {bits:#06x})"
        if bits & PREVIEW and not bits & EDITABLE:
            return f"the licence of {face.path.name} allows it only in files that nobody edits (fsType {bits:#06x})"
        if bits & BITMAPS:
            return f"the licence of {face.path.name} allows bitmaps alone (fsType {bits:#06x})"
        if bits & NO_SUBSET and "glyf" not in font:
            return f"{face.path.name} has PostScript outlines that may not be cut, and Word embeds TrueType alone"
    return ""


def _file(face: Face, text: str) -> FontFile:
    with _opened(face) as font:
        name = font["name"].getBestFamilyName() or face.path.stem
        if not font["OS/2"].fsType & NO_SUBSET:
            _cut(font, text)
            if "glyf" not in font:
                with_true_type(font)
        written = io.BytesIO()
        font.save(written, reorderTables=False)
    data = written.getvalue()
    digest = hashlib.sha256(data).hexdigest()[:32].upper()
    key = "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:]))
    return FontFile(name, f"{{{key}}}", obfuscated(data, key))


def obfuscated(data: bytes, key: str) -> bytes:
    """Hide, or show again, the head of a font: its first 32 bytes are mixed with the key, last byte first."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(one ^ other for one, other in zip(data[:32], mask, strict=True)) + data[32:]


def _opened(face: Face) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(face.path, fontNumber=face.index, recalcTimestamp=False, lazy=True)


def _cut(font: Any, text: str) -> None:
    from fontTools.subset import Options, Subsetter

    options = Options()
    options.hinting, options.notdef_outline, options.name_IDs, options.name_languages = False, True, ["*"], ["*"]
    cutter = Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
