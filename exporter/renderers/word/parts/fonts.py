"""Name the fonts of a Word file: a name for each role, and what Word may take where it is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias, get_args

from exporter.errors import StyleError
from exporter.kept import toml
from exporter.renderers.word.markup import HEAD, NAMESPACES, attribute
from exporter.style import FontRole, Style, TextStyle, data_folder


@dataclass(frozen=True, slots=True)
class WordFont:
    """A font as Word knows it; `bold` says whether it may be made bolder than it is."""

    name: str
    alt: str = ""
    panose: str = ""
    charset: str = "86"
    """Hexadecimal, as in fontTable.xml: 86 is GB 2312, 00 is Western."""
    family: str = "auto"
    pitch: str = "variable"
    bold: bool = True


WordFonts: TypeAlias = Mapping[FontRole, WordFont]


def word_fonts(style: Style) -> WordFonts:
    """Give the Word font of every role: the style's own `word.toml` first, then the brief's, then `styles/word.toml`.

    Raises StyleError `style.invalid` where a file is no TOML, or names a role or key that is none.
    """
    return _fonts(style.folder, style.kind)


def font_table(fonts: WordFonts, keys: Mapping[str, tuple[str, str]] = MappingProxyType({})) -> str:
    """Write fontTable.xml; `keys`: relation and key of each font that the file carries, by its name."""
    unlike = {font.name: font for font in fonts.values()}
    entries = "".join(_entry(font, keys.get(font.name)) for font in unlike.values())
    return f"{HEAD}<w:fonts {NAMESPACES}>{entries}</w:fonts>"


def _entry(font: WordFont, key: tuple[str, str] | None) -> str:
    carried = f'<w:embedRegular r:id="{key[0]}" w:fontKey="{key[1]}"/>' if key else ""
    alt = f'<w:altName w:val="{attribute(font.alt)}"/>' if font.alt else ""
    panose = f'<w:panose1 w:val="{attribute(font.panose)}"/>' if font.panose else ""
    return (
        f'<w:font w:name="{attribute(font.name)}">{alt}{panose}<w:charset w:val="{attribute(font.charset)}"/>'
        f'<w:family w:val="{attribute(font.family)}"/><w:pitch w:val="{attribute(font.pitch)}"/>{carried}</w:font>'
    )


def faces_xml(text: TextStyle, fonts: WordFonts) -> str:
    """Write `w:rFonts` for a text style."""
    latin, chinese = attribute(fonts[text.latin].name), attribute(fonts[text.font].name)
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{chinese}" w:hAnsi="{latin}" w:cs="{latin}"/>'


@cache
def _fonts(folder: Path, kind: str) -> WordFonts:
    styles = data_folder("styles")
    tables = {**_read(styles / "word.toml"), **_read(styles / kind / "word.toml"), **_read(folder / "word.toml")}
    return MappingProxyType({role: tables[role] for role in get_args(FontRole)})


def _read(file: Path) -> dict[str, WordFont]:
    if not file.is_file():
        return {}
    try:
        tables: dict[str, dict[str, Any]] = toml(file)["fonts"]
        return {_role(role): WordFont(**table) for role, table in tables.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StyleError(f"{file}: cannot be read as [fonts.ROLE] tables ({error})", "style.invalid") from None


def _role(name: str) -> str:
    if name not in get_args(FontRole):
        raise KeyError(f"no font role {name}; there are {', '.join(get_args(FontRole))}")
    return name
