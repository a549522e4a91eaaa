"""Resolve what paragraphs and runs of a Word file take from their styles: heading level, numbering, letters."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from exporter.readers.formats.word.numbering import Level, Numbering
from exporter.readers.formats.word.package import part

if TYPE_CHECKING:
    from lxml.etree import _Element

CHAIN = 12
"""Longest chain of styles that are based on one another."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters are set; None: left to the style below."""

    hidden: bool | None = None
    struck: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    raised: str | None = None
    """`superscript`, `subscript`, `baseline`."""
    font: str | None = None

    def over(self, below: Letters) -> Letters:
        """Give these letters with what they leave open taken from those below."""
        return Letters(*(own if own is not None else other for own, other in zip(_all(self), _all(below), strict=True)))


PLAIN = Letters()


@dataclass(frozen=True, slots=True)
class Properties:
    """What the styles say of a paragraph."""

    level: int | None = None
    """Heading level, 0 for the title; None: none said."""
    numbering: tuple[str, Numbering, int] | None = None
    contents: bool = False
    """A line of the table of contents."""
    letters: Letters = PLAIN
    style: str = ""
    """Name of its style."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style, with what it leaves to the one it is based on as None."""

    name: str
    based_on: str | None
    level: int | None
    numbering: tuple[str, int] | None
    letters: Letters = PLAIN


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles and numberings of a document."""

    styles: dict[str, Style] = field(default_factory=dict)
    characters: dict[str, Style] = field(default_factory=dict)
    numberings: dict[str, Numbering] = field(default_factory=dict)
    default: str | None = None

    def paragraph(self, element: _Element) -> Properties:
        """Resolve the properties of a paragraph."""
        own = child(element, "pPr")
        chain = list(_chain(self.styles, attribute(child(own, "pStyle"), "val") or self.default))
        level = outline_level(own)
        number = number_of(own)
        for style in chain:
            level = style.level if level is None else level
            number = style.numbering if number is None else number
        numbering = self.numberings.get(number[0]) if number else None
        letters = PLAIN
        for style in chain:
            letters = letters.over(style.letters)
        contents = any(re.match(r"(?:toc|目录)\s?\d?", style.name, re.IGNORECASE) for style in chain)
        numbered = (number[0], numbering, number[1]) if number and numbering and numbering.levels else None
        return Properties(level, numbered, contents, letters, chain[0].name if chain else "")

    def run(self, properties: _Element | None) -> Letters:
        """Resolve how the letters of a run are set, by itself and by its character style."""
        if properties is None:
            return PLAIN
        found = letters_of(properties)
        for style in _chain(self.characters, attribute(child(properties, "rStyle"), "val")):
            found = found.over(style.letters)
        return found


def _chain(styles: dict[str, Style], key: str | None) -> Iterator[Style]:
    for _ in range(CHAIN):
        style = styles.get(key or "")
        if style is None:
            return
        yield style
        key = style.based_on


def letters_of(properties: _Element | None) -> Letters:
    """Read `w:rPr`."""
    if properties is None or not len(properties):
        return PLAIN
    found = {local(one): one for one in properties}
    fonts = found.get("rFonts")
    struck = (_switched(found.get("strike")), _switched(found.get("dstrike")))
    return Letters(
        _switched(found.get("vanish")),
        True if True in struck else struck[0] if struck[0] is not None else struck[1],
        _switched(found.get("b")),
        _switched(found.get("i")),
        attribute(found.get("vertAlign"), "val"),
        attribute(fonts, "ascii") or attribute(fonts, "hAnsi"),
    )


def _switched(toggle: _Element | None) -> bool | None:
    if toggle is None:
        return None
    return (attribute(toggle, "val") or "1") not in ("0", "false", "off")


def _all(letters: Letters) -> tuple[Any, ...]:
    return letters.hidden, letters.struck, letters.bold, letters.italic, letters.raised, letters.font


def styles_of(name: str, package: zipfile.ZipFile, folder: str) -> Styles:
    """Read the styles and numberings of a package."""
    root = part(name, package, f"{folder}/styles.xml")
    found: dict[str, Style] = {}
    characters: dict[str, Style] = {}
    default = None
    for one in root if root is not None else ():
        key = attribute(one, "styleId")
        if local(one) != "style" or not key:
            continue
        if attribute(one, "type") == "character":
            characters[key] = _style(one)
        if attribute(one, "type") not in (None, "paragraph"):
            continue
        found[key] = _style(one)
        if attribute(one, "default") in ("1", "true"):
            default = key
    return Styles(found, characters, _numberings(part(name, package, f"{folder}/numbering.xml")), default)


def _style(element: _Element) -> Style:
    name = attribute(child(element, "name"), "val") or ""
    own = child(element, "pPr")
    level = outline_level(own)
    heading = re.match(r"(?:heading|标题|標題)\s?(\d)$", name, re.IGNORECASE)
    if level is None and heading:
        level = int(heading[1])
    if name.lower() in ("title", "标题", "文档标题", "大标题"):
        level = 0
    based_on = attribute(child(element, "basedOn"), "val")
    letters = letters_of(child(element, "rPr"))
    if name.lower() in ("strong", "要点"):  # whatever letters a house sets it in
        letters = replace(letters, bold=True)
    return Style(name, based_on, level, number_of(own), letters)


def outline_level(properties: _Element | None) -> int | None:
    """Give the heading level that paragraph properties set: 1 to 9, or None (body text, Word's level 9, is none)."""
    value = attribute(child(properties, "outlineLvl"), "val")
    return int(value) + 1 if value and re.fullmatch("[0-7]", value) else None


def number_of(properties: _Element | None) -> tuple[str, int] | None:
    """Give the numbering and level that paragraph properties refer to."""
    numbering = child(properties, "numPr")
    key = attribute(child(numbering, "numId"), "val")
    level = attribute(child(numbering, "ilvl"), "val") or "0"
    if numbering is None or key is None:
        return None
    return key, int(level) if re.fullmatch("[0-8]", level) else 0


def _numberings(root: _Element | None) -> dict[str, Numbering]:
    abstract: dict[str, tuple[Level, ...]] = {}
    found: dict[str, Numbering] = {}
    for one in root if root is not None else ():
        if local(one) == "abstractNum":
            abstract[attribute(one, "abstractNumId") or ""] = _levels(one)
        elif local(one) == "num":
            base = attribute(child(one, "abstractNumId"), "val") or ""
            found[attribute(one, "numId") or ""] = Numbering(base, abstract.get(base, ()), tuple(_restarts(one)))
    return found


def _levels(element: _Element) -> tuple[Level, ...]:
    levels: dict[int, Level] = {}
    for one in element:
        index = attribute(one, "ilvl") or ""
        if local(one) != "lvl" or not re.fullmatch("[0-8]", index):
            continue
        start = attribute(child(one, "start"), "val") or "1"
        levels[int(index)] = Level(
            attribute(child(one, "numFmt"), "val") or "decimal",
            attribute(child(one, "lvlText"), "val") or "",
            int(start) if re.fullmatch(r"\d{1,6}", start) else 1,
            child(one, "isLgl") is not None,
            letters_of(child(one, "rPr")).font,
        )
    return tuple(levels.get(index, Level()) for index in range(max(levels, default=-1) + 1))


def _restarts(element: _Element) -> Iterator[tuple[int, int]]:
    for one in element:
        level = attribute(one, "ilvl") or ""
        start = attribute(child(one, "startOverride"), "val") or ""
        if local(one) == "lvlOverride" and re.fullmatch("[0-8]", level) and re.fullmatch(r"\d{1,6}", start):
            yield int(level), int(start)


# ---------------------------------------------------------------- XML


def local(element: _Element) -> str:
    """Give an element's name without its namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: _Element | None, name: str) -> _Element | None:
    """Give the first child of a name, or None."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def attribute(element: _Element | None, name: str) -> str | None:
    """Give an attribute by its name without namespace, or None."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)
