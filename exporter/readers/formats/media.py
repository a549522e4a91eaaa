"""Tell the format of bytes by what they are, then by their name; refuse what cannot be a document."""

from __future__ import annotations

import re

from exporter.errors import SourceError

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SNIFF = 4096
"""Bytes looked at for markup."""

_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "gzip", "decompress it first"),
    (b"BZh", "bzip2", "decompress it first"),
    (b"\xfd7zXZ\x00", "xz", "decompress it first"),
    (b"\x28\xb5\x2f\xfd", "zstd", "decompress it first"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "unpack it first"),
    (b"Rar!\x1a\x07", "RAR", "unpack it first"),
    (b"\x89PNG\r\n", "PNG image", "run text recognition first"),
    (b"\xff\xd8\xff", "JPEG image", "run text recognition first"),
    (b"GIF8", "GIF image", "run text recognition first"),
    (b"II*\x00", "TIFF image", "run text recognition first"),
    (b"MM\x00*", "TIFF image", "run text recognition first"),
    (b"\x7fELF", "program", "give a document"),
    (b"{\\rtf", "RTF", "save it as .docx"),
    (b"SQLite format 3", "SQLite", "export its text"),
)
_MARKUP = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:p|div|table|span|h[1-6]|br|ul|td|font|center)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_SUFFIXES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".shtml": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".json": "application/json",
}


def media_of(name: str, data: bytes) -> str:
    """Give the media type of bytes that came under a name.

    Raises SourceError: `source.empty`, `source.encrypted`, `source.unsupported`, `source.not_text`.
    """
    if not data:
        raise SourceError(f"{name}: the source is empty (0 bytes); give a file that holds a document", "source.empty")
    for magic, what, advice in _REFUSED:
        if data.startswith(magic):
            raise SourceError(f"{name}: this is {what} data, not a document; {advice}", "source.unsupported")
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(name, data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _ole(name, data)
    return _text(name, data)


def _zip(name: str, data: bytes) -> str:
    if b"word/" in data:
        return WORD
    if name.lower().endswith((".docx", ".docm", ".dotx")):
        raise SourceError(f"{name}: a Word file that is not whole; get it again, or save it anew", "docx.malformed")
    what = "spreadsheet" if b"xl/" in data else "presentation" if b"ppt/" in data else "zip archive"
    raise SourceError(
        f"{name}: this is a {what}, not a Word file; save its text as .docx or .txt", "source.unsupported"
    )


def _ole(name: str, data: bytes) -> SourceError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return SourceError(f"{name}: protected by a password; save a copy without one", "source.encrypted")
    return SourceError(f"{name}: an old Office file (.doc, .wps); save it as .docx", "source.unsupported")


def _text(name: str, data: bytes) -> str:
    suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    known = _SUFFIXES.get(suffix)
    head = data[:SNIFF].replace(b"\x00", b"")
    if known == "application/json" or (known is None and head.lstrip().startswith(b'{"format"')):
        return "application/json"
    if known:
        return known
    return "text/html" if suffix != ".txt" and _MARKUP.search(head) else _txt(suffix, head)


def _txt(suffix: str, head: bytes) -> str:
    """A .txt file that holds a whole page of markup is a web page all the same."""
    if suffix == ".txt" and len(_MARKUP.findall(head)) > 5:
        return "text/html"
    return "text/plain"
