"""Turn the codes of symbol fonts (Wingdings, Symbol …) into the characters that they show."""

from __future__ import annotations

import csv
from functools import cache

from exporter.readers.lines.repair import UNREADABLE
from exporter.style import data_folder


def symbol(font: str | None, code: int) -> str:
    """Give the character that a symbol font shows for a code; □ for one that is not known.

    Word moves such codes to the private U+F000 to U+F0FF. A font that is not listed draws text.
    """
    shown = _tables().get((font or "").casefold())
    bare = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if shown is not None and bare < 0x100:
        return shown.get(bare, UNREADABLE)
    if 0xE000 <= code <= 0xF8FF:
        return _tables()["wingdings"].get(bare, UNREADABLE) if font is None else UNREADABLE
    return chr(code)


def is_symbolic(font: str | None) -> bool:
    """Tell whether text in a font is codes and not letters."""
    return font is not None and font.casefold() in _tables()


def shown(text: str, font: str | None) -> str:
    """Give the characters that a text in a symbol font shows; blanks stay blanks."""
    return "".join(one if one.isspace() else symbol(font, ord(one)) for one in text)


@cache
def _tables() -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    with (data_folder("source") / "readers" / "symbols.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            first = int(row["code"], 16)
            for offset, character in enumerate(row["characters"]):
                found.setdefault(row["font"].casefold(), {})[first + offset] = character
    return found
