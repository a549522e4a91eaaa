"""Resolve how paragraphs and letters of any Word file are set: by defaults, theme, styles, numbering, themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from exporter.readers.formats.word.styles import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

Layer: TypeAlias = Mapping[str, str]
"""Properties that one place says, by name; what it does not say is left to the place below."""
CHAIN = 12
"""Longest chain of styles that are based on one another."""
SIZE, PT = 10.0, 20
"""pt: letters of which nothing is said (ECMA-376, 17.3.2.38); twips to a point."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters are set: fonts by slot (None: nobody says which), size and spacing in pt, colour as RRGGBB."""

    han: str | None
    latin: str | None
    size: float
    spacing: float
    color: str


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: indents in characters or in pt, spacing in pt."""

    said: Layer = field(default_factory=dict)

    @property
    def align(self) -> str:
        """`left`, `center`, `right` or `both`."""
        return {"start": "left", "end": "right"}.get(self.said.get("align", "left"), self.said.get("align", "left"))

    @property
    def line(self) -> tuple[str, float]:
        """Rule and pitch: pt for `exact` and `atLeast`, a multiple of the font's own for `auto`."""
        rule, value = self.said.get("lineRule", "auto"), _number(self.said.get("line"), 240)
        return rule, value / 240 if rule == "auto" else value / PT

    @property
    def page_break(self) -> bool:
        """Begins on a new page."""
        return self.said.get("pageBreakBefore") == "1"

    def indent(self, side: str, size: float) -> float:
        """Give an indent in characters of `size`: of `left`, `right`, or `first` (negative where it hangs)."""
        if side != "first":
            return self._characters(side, size)
        hanging = self._characters("hanging", size)
        return -hanging if hanging else self._characters("firstLine", size)

    def around(self, side: str, line: float) -> float:
        """Give the space `before` or `after` in pt, a line being `line` high."""
        if self.said.get(f"{side}Autospacing") in ("1", "true", "on"):
            return 14.0
        lines = _number(self.said.get(f"{side}Lines"), 0)
        return lines / 100 * line if lines else _number(self.said.get(side), 0) / PT

    def _characters(self, name: str, size: float) -> float:
        by_characters = _number(self.said.get(f"{name}Chars"), 0)
        return by_characters / 100 if by_characters else _number(self.said.get(name), 0) / PT / size


@dataclass(frozen=True, slots=True)
class Cascade:
    """The defaults, styles and numberings of a file."""

    letters: Layer
    setting: Layer
    styles: Mapping[str, tuple[str | None, Layer, Layer]]
    """Style → the one it is based on, its paragraph's properties, its letters'."""
    default: str | None
    theme: Mapping[str, str]
    levels: Mapping[tuple[str, str], Layer]
    """Numbering and level → indents."""

    def of_paragraph(self, element: _Element) -> Setting:
        """Resolve how a paragraph is set."""
        own = setting_layer(child(element, "pPr"))
        styled = [layer for _, layer, _ in self._chain(own.get("style") or self.default)]
        found: dict[str, str] = dict(self.setting)
        for layer in reversed(styled):
            found |= layer
        number = {**found, **own}.get("number")
        found |= self.levels.get((number, {**found, **own}.get("level", "0")), {}) if number else {}
        return Setting({**found, **own})

    def of_run(self, paragraph: _Element, run: _Element) -> Letters:
        """Resolve how the letters of a run are set."""
        own = letters_layer(child(run, "rPr"))
        style = attribute(child(child(paragraph, "pPr"), "pStyle"), "val") or self.default
        found: dict[str, str] = dict(self.letters)
        for _, _, layer in reversed(list(self._chain(style))):
            found |= layer
        for _, _, layer in reversed(list(self._chain(own.get("style")))):
            found |= layer
        found |= own
        return Letters(
            self._font(found.get("han")),
            self._font(found.get("latin")),
            _number(found.get("size"), SIZE * 2) / 2,
            _number(found.get("spacing"), 0) / PT,
            found.get("color", "auto").upper().replace("AUTO", "000000"),
        )

    def _font(self, said: str | None) -> str | None:
        return self.theme.get(said[1:]) if said and said.startswith("+") else said

    def _chain(self, key: str | None) -> Iterator[tuple[str | None, Layer, Layer]]:
        for _ in range(CHAIN):
            style = self.styles.get(key or "")
            if style is None:
                return
            yield style
            key = style[0]


def cascade_of(styles: _Element | None, theme: _Element | None, numbering: _Element | None) -> Cascade:
    """Read the parts of a file that say how its text is set."""
    defaults = child(styles, "docDefaults")
    letters = letters_layer(child(child(defaults, "rPrDefault"), "rPr"))
    setting = setting_layer(child(child(defaults, "pPrDefault"), "pPr"))
    found: dict[str, tuple[str | None, Layer, Layer]] = {}
    default = None
    for one in styles if styles is not None else ():
        key = attribute(one, "styleId")
        if local(one) != "style" or not key:
            continue
        based = attribute(child(one, "basedOn"), "val")
        found[key] = (based, setting_layer(child(one, "pPr")), letters_layer(child(one, "rPr")))
        if attribute(one, "default") in ("1", "true") and attribute(one, "type") in (None, "paragraph"):
            default = key
    return Cascade(letters, setting, found, default, _theme(theme), dict(_levels(numbering)))


_SLOTS = {"han": "eastAsia", "latin": "ascii"}


def letters_layer(properties: _Element | None) -> Layer:
    """Read `w:rPr`; a font of the theme is written `+minorEastAsia`."""
    found: dict[str, str] = {}
    for one in properties if properties is not None else ():
        name, value = local(one), attribute(one, "val")
        if name == "rFonts":
            for slot, said in _SLOTS.items():
                theme = attribute(one, f"{said}Theme")
                plain = attribute(one, said)
                if theme or plain:
                    found[slot] = f"+{theme}" if theme else plain or ""
        elif name in ("sz", "color", "spacing", "rStyle") and value:
            found[{"sz": "size", "rStyle": "style"}.get(name, name)] = value
    return found


def setting_layer(properties: _Element | None) -> Layer:
    """Read `w:pPr`."""
    found: dict[str, str] = {}
    for one in properties if properties is not None else ():
        name, value = local(one), attribute(one, "val")
        if name in ("ind", "spacing"):
            said = {str(key).rpartition("}")[2]: str(given) for key, given in one.attrib.items()}
            found |= {key.replace("start", "left").replace("end", "right"): given for key, given in said.items()}
            if name == "ind":
                _hang(found, said)
        elif name == "pageBreakBefore":
            found[name] = "0" if value in ("0", "false", "off") else "1"
        elif name in ("jc", "pStyle") and value:
            found[{"jc": "align", "pStyle": "style"}[name]] = value
        elif name == "numPr":
            found["number"] = attribute(child(one, "numId"), "val") or ""
            found["level"] = attribute(child(one, "ilvl"), "val") or "0"
    return found


def _hang(found: dict[str, str], said: Layer) -> None:
    """A first line that is said anew takes the place of one that hangs, and the other way round."""
    for name, other in (("firstLine", "hanging"), ("hanging", "firstLine")):
        if any(key.startswith(name) for key in said):
            found.setdefault(other, "0")
            found.setdefault(f"{other}Chars", "0")
    for name in ("firstLine", "hanging", "left", "right"):
        if name in said:
            found.setdefault(f"{name}Chars", "0")


def _theme(root: _Element | None) -> dict[str, str]:
    """Give the theme's fonts by the names that styles use: `minorEastAsia`, `majorHAnsi` …"""
    found: dict[str, str] = {}
    for one in root.iter() if root is not None else ():
        kind = {"majorFont": "major", "minorFont": "minor"}.get(local(one))
        if kind is None:
            continue
        script = {attribute(font, "script"): attribute(font, "typeface") for font in one if local(font) == "font"}
        han = attribute(child(one, "ea"), "typeface") or script.get("Hans")
        latin = attribute(child(one, "latin"), "typeface")
        found |= {f"{kind}EastAsia": han} if han else {}
        found |= {f"{kind}{slot}": latin for slot in ("HAnsi", "Ascii")} if latin else {}
    return found


def _levels(root: _Element | None) -> Iterator[tuple[tuple[str, str], Layer]]:
    abstract: dict[str, dict[str, Layer]] = {}
    for one in root if root is not None else ():
        if local(one) == "abstractNum":
            abstract[attribute(one, "abstractNumId") or ""] = {
                attribute(level, "ilvl") or "0": setting_layer(child(level, "pPr"))
                for level in one
                if local(level) == "lvl"
            }
        elif local(one) == "num":
            for level, layer in abstract.get(attribute(child(one, "abstractNumId"), "val") or "", {}).items():
                yield (attribute(one, "numId") or "", level), layer


def _number(said: str | None, otherwise: float) -> float:
    try:
        return float(said) if said else otherwise
    except ValueError:
        return otherwise
