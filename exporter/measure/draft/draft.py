"""Read a Word file as a draft: its paragraphs with their parts in an official paper, its sections and page numbers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from exporter.measure.draft.cascade import Cascade, Letters, Setting, cascade_of
from exporter.measure.draft.roles import Role, roles_of
from exporter.measure.draft.sections import Section, sections_of
from exporter.model import Document
from exporter.pipeline import source_of
from exporter.readers.formats.word import reader
from exporter.readers.formats.word.package import malformed, open_package, part
from exporter.readers.formats.word.relations import Package, package_of
from exporter.readers.formats.word.styles import attribute, child, local
from exporter.renderers.layout.forms import Form, form_by, is_mark_of_its_own

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARK = 20.0
"""pt: a mark's letters are larger than those of the text."""
_RED = re.compile(r"[C-F][0-9A-F](?:[0-3][0-9A-F]){2}")


def is_red(colour: str) -> bool:
    """Tell whether a colour, RRGGBB, is a red."""
    return _RED.fullmatch(colour) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run: its text, how its letters are set, and where in the file it stands."""

    text: str
    letters: Letters
    element: _Element


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the draft."""

    number: int
    """From 1, in the order of the file."""
    element: _Element
    pieces: tuple[Piece, ...]
    setting: Setting
    roles: tuple[tuple[Role, int, int], ...]
    """What it is, with the stretch of its text: a heading and the text that runs on behind it are two."""
    in_table: bool
    in_box: bool

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def role(self) -> Role | None:
        """What it is, or what it opens with."""
        return self.roles[0][0] if self.roles else None

    @property
    def size(self) -> float:
        """Size of its first letters in pt."""
        return next((piece.letters.size for piece in self.pieces if piece.text.strip()), 16.0)


@dataclass(frozen=True, slots=True)
class Draft:
    """A Word file as a draft of an official paper."""

    package: Package
    root: _Element
    cascade: Cascade
    document: Document
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    facing: bool
    """Even pages have footers of their own."""
    mirrored: bool
    """The left margin is the inner one."""

    @property
    def form(self) -> Form:
        """The form of the paper, by its mark (7 and 10)."""
        mark = next((part.text.strip() for part in self.of("issuer_mark")), "")
        letter = any("函" in part.text for part in self.of("document_number"))
        return form_by(mark, "letter" if letter else self.document.metadata.doc_type)

    def of(self, *roles: Role) -> tuple[Part, ...]:
        """Give the paragraphs of some roles, outside of tables unless they are an imprint's."""
        return tuple(part for part in self.parts if part.role in roles)


def read_draft(name: str, data: bytes) -> Draft:
    """Read a draft. Raises SourceError `docx.*`, `source.encrypted`, `source.empty`."""
    document = reader.read(source_of(name, data, WORD))
    opened = open_package(name, data)
    main = reader.main_part(name, opened)
    root = part(name, opened, main)
    body = child(root, "body")
    if root is None or body is None:
        raise malformed(name, "it has no text part")
    package = package_of(name, opened, main)
    cascade = _cascade(name, opened, main.rpartition("/")[0])
    elements = [one for one in body.iter() if local(one) == "p" and not _fallback(one)]
    pieces = [tuple(_pieces(one, cascade)) for one in elements]
    roles = _marked(pieces, roles_of(document, ["".join(piece.text for piece in one) for one in pieces]))
    parts = tuple(
        Part(
            number,
            one,
            pieces[number - 1],
            cascade.of_paragraph(one),
            roles[number - 1],
            _within(one, "tc"),
            _within(one, "txbxContent"),
        )
        for number, one in enumerate(elements, 1)
    )
    parts = tuple(_addressed(parts))
    return Draft(package, root, cascade, document, parts, tuple(sections_of(body, package)), *_facing(package, main))


Roles: TypeAlias = tuple[tuple[Role, int, int], ...]


def _marked(pieces: Sequence[Sequence[Piece]], roles: Sequence[Roles]) -> list[Roles]:
    """Take large red lines above the text for the issuing authority's mark, whatever they say."""
    found = list(roles)
    for at, (runs, role) in enumerate(zip(pieces, roles, strict=True)):
        if role and role[0][0] in ("addressee", "body"):
            break
        letters = [piece.letters for piece in runs if piece.text.strip()]
        red = bool(letters) and all(is_red(one.color) and one.size >= MARK for one in letters)
        if red or _is_mark(runs, next(filter(None, roles[at + 1 :]), ()), role):
            found[at] = (("issuer_mark", 0, sum(len(piece.text) for piece in runs)),)
    return found


def _is_mark(runs: Sequence[Piece], below: Roles, role: Roles) -> bool:
    """Tell the mark of an order or of minutes, of any colour, by its words and the number right below it."""
    said = "".join(piece.text for piece in runs).strip()
    return (
        bool(role and below) and (role[0][0], below[0][0]) == ("title", "document_number") and is_mark_of_its_own(said)
    )


def _addressed(parts: Sequence[Part]) -> Iterator[Part]:
    """Take a line at the edge between title and indented text for the addressee, whatever mark it ends with."""
    named = any(one.role == "addressee" for one in parts)
    texts = [one for one in parts if one.text.strip() and one.role not in _ABOVE]
    titled = any(one.role == "title" for one in parts)
    first = texts[0] if titled and len(texts) > 1 and not named else None
    for one in parts:
        taken = one is first and _at_the_edge(one) and not _at_the_edge(texts[1])
        yield replace(one, roles=(("addressee", 0, len(one.text)),)) if taken else one


_ABOVE = ("title", "front", "document_number", "issuer_mark", "copy_number", "secrecy", "urgency", "signatory")


def _at_the_edge(one: Part) -> bool:
    """Tell a short line without indent that ends in no mark of a sentence."""
    text, setting = one.text, one.setting
    indent = setting.indent("left", one.size) + setting.indent("first", one.size)
    flush = abs(indent) < 0.5 and text == text.lstrip() and setting.align in ("left", "both")
    return flush and len(text) <= LONGEST_ADDRESSEE and text.rstrip()[-1] not in "。！？；"


LONGEST_ADDRESSEE = 80
"""Characters."""


def _cascade(name: str, opened: zipfile.ZipFile, folder: str) -> Cascade:
    theme = next((one for one in opened.namelist() if one.startswith(f"{folder}/theme/theme")), "")
    return cascade_of(
        part(name, opened, f"{folder}/styles.xml"),
        part(name, opened, theme) if theme else None,
        part(name, opened, f"{folder}/numbering.xml"),
    )


def _facing(package: Package, main: str) -> tuple[bool, bool]:
    settings = package.part(f"{main.rpartition('/')[0]}/settings.xml")
    switches = (child(settings, name) for name in ("evenAndOddHeaders", "mirrorMargins"))
    even, mirrored = (one is not None and attribute(one, "val") not in ("0", "false", "off") for one in switches)
    return even, mirrored


def _within(element: _Element, name: str) -> bool:
    return any(local(one) == name for one in element.iterancestors())


def _fallback(element: _Element) -> bool:
    return _within(element, "Fallback")


def _pieces(paragraph: _Element, cascade: Cascade) -> Iterator[Piece]:
    """Give the runs of a paragraph that are its own, not those of a box anchored in it, nor what was deleted."""
    for run in paragraph.iter():
        if local(run) != "r" or next((one for one in run.iterancestors() if local(one) == "p"), None) is not paragraph:
            continue
        if _within(run, "del") or _within(run, "moveFrom"):
            continue
        text = "".join(_character(one) for one in run)
        if text:
            yield Piece(text, cascade.of_run(paragraph, run), run)


def _character(element: _Element) -> str:
    name = local(element)
    return (element.text or "") if name == "t" else {"tab": "\u3000", "br": "\n", "cr": "\n"}.get(name, "")


def shown(parts: Sequence[Part]) -> str:
    """Name the first of some paragraphs by its words."""
    text = next((part.text.strip() for part in parts if part.text.strip()), "")
    return text if len(text) <= 16 else f"{text[:15]}…"
