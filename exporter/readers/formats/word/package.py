"""Open a Word file's package with care: its directory is checked before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from exporter.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PARTS = 2_000
MAX_UNPACKED = 60_000_000
"""Bytes of all parts together, unpacked."""
MAX_RATIO = 200
"""Unpacked to packed bytes of one part of more than a megabyte."""


def open_package(name: str, data: bytes) -> zipfile.ZipFile:
    """Open a package whose directory holds no threat.

    Raises SourceError: `docx.malformed`, `docx.too_large`, `source.encrypted`.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        infos = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise malformed(name, str(error)) from None
    if len(infos) > MAX_PARTS:
        raise _too_large(name, f"{len(infos)} parts, at most {MAX_PARTS} are read")
    if sum(info.file_size for info in infos) > MAX_UNPACKED or sum(info.compress_size for info in infos) > len(data):
        raise _too_large(name, f"it unpacks to more than {MAX_UNPACKED // 1_000_000} MB")
    seen: set[str] = set()
    for info in infos:
        _check(name, info, seen)
    return package


def part(name: str, package: zipfile.ZipFile, path: str) -> _Element | None:
    """Parse a part of a package, or give None if there is none. Raises SourceError `docx.malformed`."""
    from lxml import etree

    if path not in package.NameToInfo:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        data = package.read(path)
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
            raise malformed(name, f"{path} holds a document type or entities, which Word never writes")
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise malformed(name, f"{path}: {error}") from None
    except RuntimeError as error:  # what zipfile raises for a part that is encrypted against its directory
        raise malformed(name, f"{path}: {error}") from None
    except Exception as error:  # zlib.error has no common base with the others
        if type(error).__module__ == "zlib":
            raise malformed(name, f"{path}: {error}") from None
        raise


def malformed(name: str, why: str) -> SourceError:
    """Give the error for a package that is broken."""
    return SourceError(f"{name}: not a sound Word file ({why}); open it in Word and save it anew", "docx.malformed")


def _too_large(name: str, why: str) -> SourceError:
    return SourceError(f"{name}: {why}; save only its text, or split it", "docx.too_large")


def _check(name: str, info: zipfile.ZipInfo, seen: set[str]) -> None:
    path = info.filename
    if info.flag_bits & 0x1:
        raise SourceError(f"{name}: protected by a password; save a copy without one", "source.encrypted")
    if path.startswith(("/", "\\")) or ".." in path.split("/") or "\\" in path or "\x00" in path:
        raise malformed(name, f"a part has the path {path[:80]!r}")
    if path.lower() in seen:
        raise malformed(name, f"the part {path[:80]!r} is there twice")
    seen.add(path.lower())
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise malformed(name, f"the part {path[:80]!r} is packed in a way that Word does not use")
    if info.file_size > 1_000_000 and info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise _too_large(name, f"the part {path[:80]} unpacks to {info.file_size // 1_000_000} MB")
