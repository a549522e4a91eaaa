"""Metrics as plain as can be, so that widths in tests can be counted by hand: Han 1 em, Latin ½ em."""

from __future__ import annotations

import unicodedata

from exporter.typesetting import Line, Metrics, Settings, Text, compose, of_function


def em(character: str) -> float:
    if character in "“”‘’—…·":
        return 1.0
    if character == " ":
        return 0.25
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5


PLAIN: Metrics = of_function(em, "plain")


def lines_of(
    text: str, characters: float = 10, size: float = 10.0, lang: str = "zh-Hans", **given: object
) -> list[Line]:
    """Set a text in lines of so many characters."""
    settings = Settings(measure=characters * size, **given)  # type: ignore[arg-type]
    return list(compose([Text(text, PLAIN, size, lang=lang)], settings))


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces if not piece.added) + line.tail


def seen(line: Line) -> str:
    """The characters that show on a line, an added hyphen included."""
    return "".join(piece.text for piece in line.pieces)
