"""Tell which lines that hold words of a page are told by the document all the same: they stand inside of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import back_part
from exporter.readers.lines.recognisers import is_prose

_ENDED = re.compile(r"[。！？；][”’）]?$")
_NAMES = re.compile(
    r"(?:主办|承办|协办|主管|指导|支持|监制|编审|校对|审核|初审|终审|撰稿|技术支持|备案)(?:单位|编?号)?[：:]\s*\S"
)
"""Who does what: of an event that a paper tells of, or of a page."""


def told(lines: Sequence[Line], reasons: Mapping[int, str]) -> Iterator[int]:
    """Give the lines, among those with a reason to be the page's, that are the document's.

    A sentence is, where others stand above it and below it text goes on or a paper closes, or where it has a number;
    so are a heading with a number, and who does what, above text that goes on. A page speaks above its text or below,
    and what opens with a word that ends documents has to have numbers or a closing below it.
    """
    begun, above = False, ""
    behind = _behind(lines, reasons)
    for index, line in enumerate(lines):
        if index not in reasons:
            begun = begun or is_sentence(line.text) or _opens(line.text)
            above = line.text
        elif begun and _is_told(line.text, above, behind[index]):
            yield index


def is_sentence(text: str) -> bool:
    """Tell whether a line is running text that ends as sentences do."""
    return is_prose(text) and _ENDED.search(text) is not None


def _opens(text: str) -> bool:
    """Tell the first heading of a text by its number."""
    number = number_of(text)
    return number is not None and number.value == 1 and number.kind in ("part", "chapter", "han", "han_paren")


class _Behind(NamedTuple):
    """What stands below a line."""

    below: Literal["", "text", "paper"]
    """No text, sentences, or numbers and what closes a paper too."""
    line: str
    """The next line that is the document's; empty if none is."""


def _is_told(text: str, above: str, behind: _Behind) -> bool:
    if number_of(text) is not None:
        return behind.below != "" or is_sentence(text)
    if is_sentence(text) and not page_words().end.match(text):
        return behind.below != ""
    named = _NAMES.match(text) is not None and _is_of_text(above) and _is_of_text(behind.line)
    return (named and behind.below != "") or (is_sentence(text) and behind.below == "paper")


def _behind(lines: Sequence[Line], reasons: Mapping[int, str]) -> dict[int, _Behind]:
    """Say what stands below each line with a reason, before a word of the page ends the document."""
    found: dict[int, _Behind] = {}
    here = _Behind("", "")
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text
        if index in reasons:
            found[index] = here
            ends = page_words().end.match(text) and not is_sentence(text) and not _NAMES.match(text)
            here = here._replace(below="") if ends else here
        elif back_part(text) is not None or (number_of(text) is not None and is_sentence(text)):
            here = _Behind("paper", text)
        else:
            here = _Behind(here.below or ("text" if is_sentence(text) else ""), text)
    return found


def _is_of_text(text: str) -> bool:
    """Tell a sentence, a number, or what names somebody; an empty line is none."""
    return is_sentence(text) or number_of(text) is not None or re.search(r"[：:]", text) is not None
