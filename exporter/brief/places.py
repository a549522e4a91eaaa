"""Say where words stand in the source: in which line, and in a very long one, in which of its sentences."""

from __future__ import annotations

import re

from exporter.model import Origin

Said = tuple[str, str]
"""The same in Chinese and in English."""
LONG = 1500
"""Characters of a line in which nobody finds a figure without more to go by."""
_STOP = re.compile("[。！？]")
COUNTED: Said = ("第几句按行内句号、叹号、问号数。", "Sentences are counted by the marks that end them.")
"""How sentences are counted."""


def place_of(at: int, origin: Origin | None, line: int) -> Said:
    """Name the place of a character of the source: 第14行, line 14; 第1行第37句, line 1, sentence 37.

    Where all of the source is one line, only the sentence is named.
    """
    number = None if origin is None else _sentence(at, origin.text)
    if origin is None or number is None:
        return f"第{line}行", f"line {line}"
    if "\n" not in origin.text.strip():
        return f"第{number}句", f"sentence {number}"
    return f"第{line}行第{number}句", f"line {line}, sentence {number}"


def counts_sentences(at: int, origin: Origin | None) -> bool:
    """Tell whether the place of a character is named by its sentence."""
    return origin is not None and _sentence(at, origin.text) is not None


def _sentence(at: int, text: str) -> int | None:
    """Count the sentences of a long line as far as a character; None in a line of usual length."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    if (end if end >= 0 else len(text)) - start <= LONG:
        return None
    return len(_STOP.findall(text, start, at)) + 1
