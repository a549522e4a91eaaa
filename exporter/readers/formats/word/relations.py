"""Follow the relations of a Word package: what its pictures, links and embedded parts are."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from exporter.model import Medium
from exporter.readers.content.pictures import medium_of
from exporter.readers.formats.word.package import part
from exporter.readers.formats.word.styles import attribute


class Relation(NamedTuple):
    """What an identifier of a part leads to: a path in the package, or an address outside it."""

    kind: str
    """Last word of its type: `image`, `hyperlink`, `aFChunk` …"""
    target: str
    outside: bool


@dataclass(slots=True)
class Package:
    """A Word file opened for reading, and the bytes of the pictures met in it."""

    name: str
    zip: zipfile.ZipFile
    main: str
    relations: dict[str, Relation] = field(default_factory=dict)
    media: dict[str, Medium] = field(default_factory=dict)
    """Medium by its path."""

    def part(self, path: str) -> Any:
        """Parse a part; None if there is none."""
        return part(self.name, self.zip, path)

    def data(self, path: str) -> bytes:
        """Give the bytes of a part; none where it cannot be unpacked."""
        try:
            return self.zip.read(path)
        except (KeyError, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
            return b""
        except Exception as error:  # zlib.error has no common base with the others
            if type(error).__module__ == "zlib":
                return b""
            raise

    def medium(self, path: str) -> Medium | None:
        """Give a picture of the package; None where its bytes are none that can be shown."""
        if path not in self.media:
            found = medium_of(self.data(path))
            if found is None:
                return None
            self.media[path] = found
        return self.media[path]


def package_of(name: str, opened: zipfile.ZipFile, main: str) -> Package:
    """Read the relations of the main part. Raises SourceError `docx.malformed`."""
    folder, _, file = main.rpartition("/")
    root = part(name, opened, f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    found: dict[str, Relation] = {}
    for one in root if root is not None else ():
        target = attribute(one, "Target") or ""
        outside = attribute(one, "TargetMode") == "External"
        if not outside:
            target = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
        found[attribute(one, "Id") or ""] = Relation((attribute(one, "Type") or "").rpartition("/")[2], target, outside)
    return Package(name, opened, main, found)
