"""Let only a sound Word package in: no bomb, no macro, no entity, nothing fetched from elsewhere."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from exporter.errors import SourceError

MAX_PACKED = 25_000_000
MAX_UNPACKED = 100_000_000
MAX_PARTS = 2000
TEMPLATE_TYPES = (b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
HARMLESS = ("/hyperlink", "/attachedTemplate")
"""Relations that may point outside the file: nothing is fetched for them."""


def read_template(path: str | Path) -> bytes:
    """Read a template from a file, and check it.

    Raises SourceError `source.not_found`, `source.unreadable`, or what `checked` raises.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such template; check the path", "source.not_found") from None
    except (OSError, ValueError) as error:
        raise SourceError(
            f"{path}: the template cannot be read ({error}); check the path", "source.unreadable"
        ) from None
    return checked(data, Path(path).name)


def checked(data: bytes, name: str = "template") -> bytes:
    """Give the bytes of a Word template or document back as a document, or refuse them.

    Raises SourceError: `template.malformed`, `template.too_large`, `template.macros`,
    `template.encrypted`, `template.external`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_directory(package, data, name)
            parts = {entry.filename: package.read(entry) for entry in package.infolist() if not entry.is_dir()}
    except SourceError:
        raise
    except Exception as error:  # BadZipFile, zlib.error, and whatever else a broken archive makes of itself
        raise _malformed(name, f"{type(error).__name__}: {error}") from None
    _check_parts(parts, name)
    return _as_document(parts)


def _check_directory(package: zipfile.ZipFile, data: bytes, name: str) -> None:
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise SourceError(f"{name}: the template is encrypted; save it without a password", "template.encrypted")
    if len(data) > MAX_PACKED or len(entries) > MAX_PARTS or sum(one.file_size for one in entries) > MAX_UNPACKED:
        raise SourceError(
            f"{name}: more than {MAX_UNPACKED // 1_000_000} MB unpacked or {MAX_PARTS} parts; give a plain template",
            "template.too_large",
        )
    if len(set(names)) != len(names):
        raise _malformed(name, "two parts have one name")


def _check_parts(parts: dict[str, bytes], name: str) -> None:
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or any("vbaProject" in part for part in parts):
        raise SourceError(f"{name}: the template has macros; save it as .dotx or .docx", "template.macros")
    if not any(kind in types for kind in TEMPLATE_TYPES):
        raise _malformed(name, "it is no Word file")
    for part, data in parts.items():
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in data[:2000].upper():
            raise _malformed(name, f"{part} declares a document type")
        if part.endswith(".rels"):
            parts[part] = _relations(data, part, name)


def _relations(data: bytes, part: str, name: str) -> bytes:
    """Check relations, and leave out where the template itself came from."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise _malformed(name, f"{part}: {error}") from None
    for relation in list(root):
        kind = relation.get("Type", "")
        if relation.get("TargetMode") == "External" and not kind.endswith(HARMLESS):
            raise SourceError(
                f"{name}: {part} points outside the file (a linked picture or object); embed it", "template.external"
            )
        if kind.endswith("/attachedTemplate"):
            root.remove(relation)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _as_document(parts: dict[str, bytes]) -> bytes:
    """Pack the parts again as a document."""
    made = io.BytesIO()
    types = parts["[Content_Types].xml"].replace(*TEMPLATE_TYPES)
    with zipfile.ZipFile(made, "w") as package:
        for name, data in {**parts, "[Content_Types].xml": types}.items():
            package.writestr(name, _ATTACHED.sub(b"", data) if name.endswith("settings.xml") else data)
    return made.getvalue()


_ATTACHED = re.compile(rb"<(?:\w{1,9}:)?attachedTemplate\b[^>]{0,300}/>")


def _malformed(name: str, why: str) -> SourceError:
    return SourceError(f"{name}: not a sound Word template ({why}); save it again from Word", "template.malformed")
