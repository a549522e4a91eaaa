"""Say where words stand in the source: in which line, and in a very long one, in which of its sentences."""

from __future__ import annotations

import re

from exporter.model import Origin

LONG = 1500
"""Characters of a line in which nobody finds a figure without more to go by."""
_STOP = re.compile("[。！？]")
COUNTED = ("句数按行内句末标点计。", "Sentences are counted by their closing marks.")
"""How sentences are counted."""


def place_of(at: int, origin: Origin | None, line: int) -> tuple[str, str]:
    """Name the place of a character of the source in both languages: 第14行, line 14; 第1行第37句, line 1, sentence 37.

    Where all of the source is one line, only the sentence is named.
    """
    if origin is None or not counts_sentences(at, origin):
        return f"第{line}行", f"line {line}"
    number = len(_STOP.findall(origin.text, _line(at, origin.text)[0], at)) + 1
    if "\n" not in origin.text.strip():
        return f"第{number}句", f"sentence {number}"
    return f"第{line}行第{number}句", f"line {line}, sentence {number}"


def counts_sentences(at: int, origin: Origin | None) -> bool:
    """Tell whether the place of a character is named by its sentence."""
    start, end = _line(at, origin.text) if origin else (0, 0)
    return end - start > LONG


def _line(at: int, text: str) -> tuple[int, int]:
    """Give the ends of the line that a character stands in."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)
