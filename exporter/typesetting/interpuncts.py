"""Set the interpunct of a name as wide as half a character (GB/T 15834-2011, 5.1.7): 阿卜杜拉·买买提.

Its picture stands in the middle of a square: a quarter of that is taken from either side. In traditional text it keeps
its square; where a space stands beside it, it parts what it stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.typesetting.break_classes import centred
from exporter.typesetting.gaps import AT_MIDDLE, HALVED, PAIR
from exporter.typesetting.lines import Text

BLANK = 0.25
"""Share of its advance that is taken from either side."""
_DOT = re.compile("[·・‧]")


def interpuncts(text: str, runs: Sequence[Text], starts: Sequence[int], kinds: bytearray) -> Iterator[int]:
    """Give the places of interpuncts that stand tight between what they part."""
    if not _DOT.search(text):
        return
    for run, start in zip(runs, starts, strict=False):
        for found in _DOT.finditer(run.text) if not centred(run.lang) else ():
            at = start + found.start()
            beside = kinds[at - 1 : at + 1] if at + 1 < len(text) else kinds[at - 1 : at]
            if at and all(kind in (AT_MIDDLE, HALVED, PAIR) for kind in beside):
                yield at


def narrowed(at: int, kinds: bytearray, advance: Sequence[float], base: list[float], cap: list[float]) -> None:
    """Take the blank on either side of an interpunct; it gives no more."""
    for gap in (at - 1, at):
        base[gap] -= BLANK * advance[at]
        if kinds[gap] == AT_MIDDLE:
            kinds[gap], cap[gap] = HALVED, 0.0
