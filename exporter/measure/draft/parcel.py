"""Write a Word file anew with some parts changed or added; every other part keeps its bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from exporter.readers.formats.word.package import part

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Parcel:
    """A package being changed. `main` is the path of the part that holds the text."""

    def __init__(self, name: str, opened: zipfile.ZipFile, main: str) -> None:
        self._name, self._opened, self.main = name, opened, main
        self._trees: dict[str, _Element] = {}
        self._added: dict[str, bytes] = {}

    @property
    def folder(self) -> str:
        """Folder of the main part, with a slash where it has one."""
        folder = self.main.rpartition("/")[0]
        return f"{folder}/" if folder else ""

    def tree(self, path: str) -> Any:
        """Give a part's tree, which may be changed; None where there is no such part."""
        if path not in self._trees:
            found = part(self._name, self._opened, path)
            if found is None:
                return None
            self._trees[path] = found
        return self._trees[path]

    def put(self, path: str, root: _Element) -> None:
        """Take a tree for a part that is there."""
        self._trees[path] = root

    def add(self, file: str, kind: str, xml: str) -> str:
        """Add a WordprocessingML part beside the main one, and give the id of its relation."""
        path = self.folder + file
        self._added[path] = xml.encode("utf-8")
        types = self.tree("[Content_Types].xml")
        etree.SubElement(types, f"{{{TYPES}}}Override", PartName=f"/{path}", ContentType=f"{WORD}.{kind}+xml")
        relations = self._relations()
        taken = {one.get("Id") for one in relations}
        id = next(f"rInspected{number}" for number in range(1, 10_000) if f"rInspected{number}" not in taken)
        etree.SubElement(relations, f"{{{RELATIONS}}}Relationship", Id=id, Type=f"{OFFICE}/{kind}", Target=file)
        return id

    def bytes(self) -> bytes:
        """Give the file: parts in their order, with the times that they had; what is new at the end."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for entry in self._opened.infolist():
                tree = self._trees.pop(entry.filename, None)
                data = self._opened.read(entry) if tree is None else _written(tree)
                package.writestr(entry, data, entry.compress_type)
            rest = {path: _written(tree) for path, tree in self._trees.items()}
            for path, data in (rest | self._added).items():
                package.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def _relations(self) -> Any:
        path = f"{self.folder}_rels/{self.main.rpartition('/')[2]}.rels"
        found = self.tree(path)
        if found is None:
            found = etree.Element(f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS})  # type: ignore[dict-item]
            self.put(path, found)
        return found


def _written(tree: _Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
