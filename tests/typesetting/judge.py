"""Judge composed lines from the outside: every character's box, and what a reader would object to."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exporter.typesetting import Line, Text

FIRST = frozenset("、，；：。！？．’”）》〉】」』〕］·～–,.;:!?)]%％")
LAST = frozenset("‘“（《〈【「『〔［([")
MARKS = frozenset("、，；：。！？’”）》〉】」』〕］‘“（《〈【「『〔［")
UNIT = re.compile(
    "亿元|万元|元|亿|万|%|％|个百分点|平方米|平方公里|公里|公顷|亩|吨|米|万人|人次|人|户|家|个|项|年|月|日|倍"
)
HAN = re.compile("[\u4e00-\u9fff]")
WORD = re.compile("[0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Box:
    """A character as a renderer draws it: from the left to the right edge of its advance."""

    character: str
    left: float
    right: float
    em: float


def boxes(line: Line, runs: Sequence[Text]) -> Iterator[Box]:
    """Give the box of each visible character."""
    for piece in line.pieces:
        run = runs[piece.run]
        x = piece.x
        for character in piece.text:
            advance = run.metrics.advance(character) * run.size
            yield Box(character, x, x + advance, run.size)
            x += advance + piece.spacing


def objections(lines: Sequence[Line], runs: Sequence[Text], measure: float) -> Counter[str]:
    """Count what is wrong in a paragraph, and what it is to be divided by."""
    found: Counter[str] = Counter(lines=len(lines))
    shown = [list(boxes(line, runs)) for line in lines]
    for line, box in zip(lines, shown, strict=True):
        found["full lines"] += not line.last
        found["not flush"] += not line.last and abs(_edge(box[-1], line) - measure) > 0.5
        found.update(_inside(box))
    for line, (left, right) in zip(lines, itertools.pairwise(shown), strict=False):
        if left and right:
            found.update(_at_break(left, right, bool(line.tail)))
    return found


def _edge(final: Box, line: Line) -> float:
    return final.right + line.pieces[-1].after


def _inside(line: Sequence[Box]) -> Iterator[str]:
    for left, right in itertools.pairwise(line):
        if left.character in MARKS and right.character in MARKS:
            yield "pairs"
            if not (left.character in LAST and right.character in FIRST) and right.right - left.left > 1.51 * left.em:
                yield "wide pairs"
        if _mixed(left.character, right.character):
            yield "mixed"
            if not 0.15 <= (right.left - left.right) / left.em <= 0.33:
                yield "mixed gaps out of range"


def _mixed(left: str, right: str) -> bool:
    return bool((HAN.match(left) and WORD.match(right)) or (WORD.match(left) and HAN.match(right)))


def _at_break(line: Sequence[Box], following: Sequence[Box], spaced: bool) -> Iterator[str]:
    left, right = line[-1].character, following[0].character
    ahead = "".join(box.character for box in following[:5])
    if right in FIRST:
        yield "forbidden starts"
    if left in LAST:
        yield "forbidden ends"
    if left.isdigit() and not spaced and re.match(r"[0-9]|[.,][0-9]", ahead):
        yield "numbers split"
    if (left.isdigit() or left in "%％") and UNIT.match(ahead):
        yield "numbers split from units"


def paragraphs(files: Iterable[Path], least: int = 60) -> list[str]:
    """Read the longer lines of text files, half-width spaces run together."""
    return [
        " ".join(line.split())
        for file in files
        for line in _text(file).replace("\\r\\n", "\n").splitlines()
        if len(line.strip()) >= least
    ]


def _text(file: Path) -> str:
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")
