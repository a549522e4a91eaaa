"""Build the structure tree of a PDF while its pages are drawn (ISO 32000-1, 14.7): elements, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from exporter.model import Run
from exporter.renderers.layout.structure import LOOSE, ROOT, Element
from exporter.renderers.pdf.tagged.file import File, references, text


@dataclass(slots=True, eq=False)
class Node:
    """An element and its kids, in reading order."""

    element: Element
    parent: Node | None
    kids: list[Kid] = field(default_factory=list)
    page: int | None = None
    """Index of the first page that shows it."""
    name: str = ""
    """What other elements know it by."""
    box: tuple[float, ...] = ()
    """Edges of a figure on its page."""
    number: int = 0
    """Of its object."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked content of a page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation, by the number of its object."""

    page: int
    number: int


Kid: TypeAlias = Node | Marked | Annotated

_KEPT = frozenset({"TH", "TD", "TR", "Document"})
"""Elements that are kept where they hold nothing."""


class Tree:
    """The structure of a document: elements that are given, and those that runs of text make."""

    def __init__(self, elements: Sequence[Element], pages: int) -> None:
        self.marked: list[list[Node]] = [[] for _ in range(pages)]
        self.annotated: list[Node] = []
        self._nodes: list[Node] = []
        self._inline: dict[tuple[int, int, str], Node] = {}
        self._loose: dict[str, Node] = {}
        for at, element in enumerate(elements):
            parent = None if element.parent == LOOSE else self._nodes[element.parent]
            node = Node(element, parent, name=f"{element.kind}-{at}" if element.kind in ("TH", "Note") else "")
            self._nodes.append(node)
            if parent is not None:
                parent.kids.append(node)
            elif at != ROOT:
                self._loose[element.note] = node

    def node(self, place: int) -> Node:
        """Give the node of an element."""
        return self._nodes[place]

    def inline(self, owner: Node, run: Run, kinds: tuple[str, ...], lang: str = "") -> Node:
        """Give the innermost node of a run in its paragraph, made where it is met first."""
        node = owner
        for kind in kinds:
            key = (id(owner), id(run), kind)
            if key not in self._inline:
                self._inline[key] = Node(Element(kind, ROOT, lang), node)
                node.kids.append(self._inline[key])
            node = self._inline[key]
        return node

    def hang(self, note: str, under: Node) -> None:
        """Hang a note of the page foot where it is marked first."""
        node = self._loose.pop(note, None)
        if node is not None:
            node.parent = under
            under.kids.append(node)

    def mark(self, node: Node, page: int) -> int:
        """Give the number of a new marked-content sequence of an element."""
        mcid = len(self.marked[page])
        self.marked[page].append(node)
        node.kids.append(Marked(page, mcid))
        if node.page is None:
            node.page = page
        return mcid

    def annotate(self, node: Node, page: int, number: int) -> int:
        """Take an annotation into an element, and give its key in the parent tree."""
        node.kids.append(Annotated(page, number))
        if node.page is None:
            node.page = page
        self.annotated.append(node)
        return len(self.marked) + len(self.annotated) - 1

    def write(self, file: File, pages: Sequence[int]) -> int:
        """Write the tree, and give the number of its root; `pages` are the numbers of the pages' objects."""
        root = file.reserve()
        top = self._nodes[ROOT]
        for node in self._loose.values():
            node.parent = top
            top.kids.append(node)
        nodes = list(_alive(top))
        for node in nodes:
            node.number = file.reserve()
        for node in nodes:
            file.put(node.number, _body(node, root, pages))
        rows = [references(node.number for node in marked) for marked in self.marked]
        numbers = "".join(f"{at} {file.add(row)} 0 R " for at, row in enumerate(rows))
        more = (f"{len(rows) + at} {node.number} 0 R " for at, node in enumerate(self.annotated))
        named = sorted((node for node in nodes if node.name), key=lambda node: node.name)
        names = "".join(f"({node.name}){node.number} 0 R" for node in named)
        limits = f"/IDTree<</Names[{names}]>>" if named else ""
        tree = file.add(f"<</Nums[{numbers}{''.join(more)}]>>")
        count = len(rows) + len(self.annotated)
        said = f"/K[{top.number} 0 R]/ParentTree {tree} 0 R/ParentTreeNextKey {count}{limits}"
        file.put(root, f"<</Type/StructTreeRoot{said}>>")
        return root


def _alive(node: Node) -> Iterator[Node]:
    """Give an element and all under it that hold something; the others are taken out of their parents' kids."""
    under = [(kid, list(_alive(kid))) if isinstance(kid, Node) else (kid, []) for kid in node.kids]
    node.kids = [kid for kid, found in under if found or not isinstance(kid, Node)]
    if node.kids or node.element.kind in _KEPT:
        yield node
        for _, found in under:
            yield from found


def _body(node: Node, root: int, pages: Sequence[int]) -> str:
    element = node.element
    said = [f"<</Type/StructElem/S/{element.kind}/P {node.parent.number if node.parent else root} 0 R"]
    if node.page is not None:
        said.append(f"/Pg {pages[node.page]} 0 R")
    if node.kids:
        said.append(f"/K[{' '.join(_kid(kid, node.page, pages) for kid in node.kids)}]")
    if element.lang:
        said.append(f"/Lang{text(element.lang)}")
    if element.said:
        said.append(f"/Alt{text(element.said)}")
    if node.name:
        said.append(f"/ID({node.name})")
    attributes = _attributes(node)
    return "".join((*said, f"/A{attributes}>>" if attributes else ">>"))


def _kid(kid: Kid, page: int | None, pages: Sequence[int]) -> str:
    match kid:
        case Node():
            return f"{kid.number} 0 R"
        case Marked():
            same = kid.page == page
            return str(kid.mcid) if same else f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mcid}>>"
        case Annotated():
            return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>"


def _attributes(node: Node) -> str:
    element = node.element
    if node.box:
        return f"<</O/Layout/BBox[{' '.join(f'{edge:.2f}' for edge in node.box)}]>>"
    said = f"/ColSpan {element.columns}" if element.columns > 1 else ""
    said += f"/RowSpan {element.rows}" if element.rows > 1 else ""
    said += "/Scope/Column" if element.kind == "TH" else ""
    said += f"/Headers[{''.join(f'(TH-{place})' for place in element.heads)}]" if element.heads else ""
    return f"<</O/Table{said}>>" if said else ""
