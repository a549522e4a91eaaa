"""Tell numbers that count paragraphs, or parts of a sentence, from those of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from exporter.readers.lines.numbering import han_numeral
from exporter.readers.structure.shapes import Entry


def without_paragraph_numbers(entries: list[Entry]) -> list[Entry]:
    """Numbers that run through a whole text past its headings count its paragraphs: they are no headings."""
    counted = [entry for entry in entries if entry.kind == "arabic" and entry.number]
    values = [entry.number.value for entry in counted if entry.number]
    steps = sum(1 for one, other in pairwise(values) if 1 <= other - one <= 2)
    if len(values) < 12 or steps < 0.9 * (len(values) - 1):
        return entries
    return [replace(entry, shape="item") if entry.kind == "arabic" else entry for entry in entries]


def without_parts_of_sentences(entries: Sequence[Entry]) -> list[Entry]:
    """Numbers whose fellows stand inside a paragraph count parts of its text: they are no headings.

    （一）…；（二）…； and on a line of its own （三）…; 一是…。二是…。 in one paragraph.
    """
    done: list[Entry] = []
    for entry in entries:
        if entry.shape in ("heading", "run_in") and entry.number and entry.kind in _MARKS:
            above = done[-1] if done else None
            if _is_told_in(entry, above) or _marked(entry, 1).search(entry.line.text, entry.cut):
                entry = replace(entry, shape="paragraph")
        done.append(entry)
    return done


def _is_told_in(entry: Entry, above: Entry | None) -> bool:
    """Tell whether the number before an entry's is inside of the paragraph above, or opens one that is a part too."""
    if above is None or entry.number is None or above.shape != "paragraph":
        return False
    if above.number and above.kind == entry.kind:
        return above.number.value == entry.number.value - 1
    return entry.number.value > 1 and _marked(entry, -1).search(above.line.text, 1) is not None


_MARKS = {"han_paren": "[（(]{}[）)]", "count": "(?<![一二三四五六七八九十]){}(?:是|要)", "ordinal": "第{}[，,、：:]"}


def _marked(entry: Entry, step: int) -> re.Pattern[str]:
    """Give what finds the number before or behind an entry's own, written as its own is."""
    value = (entry.number.value if entry.number else 0) + step
    return re.compile(_MARKS[entry.kind].format(han_numeral(value)))
