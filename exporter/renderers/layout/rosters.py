"""Say where the names of a roster stand: under each other behind their label, as 10.3 of GB/T 9704-2012 has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.model import Block, Paragraph
from exporter.renderers.layout.forms import is_one, words
from exporter.renderers.layout.wording import ROLL

_LABELLED = re.compile(r"([\u4e00-\u9fff](?:[\u4e00-\u9fff\u3000 ]{0,4}[\u4e00-\u9fff])?：)[\u4e00-\u9fff]")
_NAMED = re.compile(r"[\u4e00-\u9fff·]{2,8}(?:[\u3000 ]{1,4}[\u4e00-\u9fff（）、]{2,24}){1,3}")
"""A name and its post behind a gap, and no more."""


class Stand(NamedTuple):
    """Where a line of a roster begins."""

    label: str
    """The label whose width its names stand in by."""
    hangs: bool
    """It has the label itself, and its further lines begin behind that."""
    opens: bool
    """A blank line stands above it."""


def rosters(blocks: Sequence[Block]) -> Iterator[tuple[int, Stand]]:
    """Give the lines of rosters by their place: who took part in a meeting, and names below the first of a label."""
    label, last, told = "", -2, False
    for at, block in enumerate(blocks):
        said = words(block) if is_one(block, "body") else ""
        if roll := _roll(block):
            yield at, Stand(roll, True, told)
            label, told = "", False
            continue
        if (found := _LABELLED.match(said)) and _NAMED.fullmatch(said, found.end(1)):
            label, last = found[1], at
        elif label and last == at - 1 and _NAMED.fullmatch(said):
            yield at, Stand(label, False, False)
            last = at
        told = told or said.endswith("。")


def _roll(block: Block) -> str:
    """Give the label before those who took part, which minutes set in letters of its own; empty if there is none."""
    if not isinstance(block, Paragraph) or not block.runs or block.runs[0].role != "strong":
        return ""
    found = ROLL.match(words(block))
    return found[1] if found and found[1] == block.runs[0].text.strip() else ""
