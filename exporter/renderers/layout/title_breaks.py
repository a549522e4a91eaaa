"""Break a long title by its meaning: find how wide its lines should be so that no word is cut (GB/T 9704, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from math import ceil

_GOOD = re.compile(
    r"(?<=关于)|(?<=关于印发)|(?<=、)|(?<=，)|(?<=：)|(?<=[和与及])|(?<=[省市县区厅局委部院会室])(?=[^省市县区厅局委部院会室）])"
    r"|(?<=人民政府)|(?<=办公室)|(?<=》)|(?=《)|(?=的(?:通知|决定|意见|报告|批复|函|公告|通报|决议|公报|方案|规定|办法|说明))"
    r"|(?=(?:通知|决定|意见|报告|实施方案|工作方案|统计公报|政府工作报告)$)|(?=国民经济|社会发展|计划|（)|(?<=）)|(?<=\d年)|\s"
    r"|(?=进一步|切实|全面|加强|加快|推进|促进|做好|深化|完善|健全|实施|开展|建立|支持|规范|调整|印发|执行|贯彻)"
)
"""Seams of a title: after 关于, a body's name, a mark; before a verb of such papers, 《, and the kind of paper."""
_BAD = re.compile(r"(?<=[0-9A-Za-z.])(?=[0-9A-Za-z.%年月日])|(?<=[（《“])|(?=[，。、：；）》”])|(?=的)")


LONGEST = 120
"""Characters; a longer one is no title, and is broken like other text."""


def line_width(text: str, capacity: float, ems: Callable[[str], float]) -> float | None:
    """Give the width in em that the lines of a title should have, or None where it fits on one line.

    `ems` tells how wide text is; `capacity` is the widest line there is. Lines come out level or wider above
    than below, broken where the title has a seam; without a seam they are level.
    """
    whole = ems(text)
    if whole <= capacity or len(text) > LONGEST:
        return None
    count = ceil(whole / capacity)
    ends = [0.0, *accumulate(ems(char) for char in text)]
    seams, bad = _places(_GOOD, text), _places(_BAD, text)
    return min(
        (width for width in ends if whole / count <= width <= capacity),
        key=lambda width: _cost(width, ends, seams, bad, whole / count),
        default=capacity,
    )


def _places(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    return frozenset(found.end() for found in pattern.finditer(text))


def _cost(width: float, ends: list[float], seams: frozenset[int], bad: frozenset[int], level: float) -> float:
    """Weigh lines of a width: every break off a seam costs, and so does every step away from level lines."""
    cost = (width - level) * 0.4
    start = 0
    for index in range(1, len(ends)):
        if index + 1 < len(ends) and ends[index + 1] - ends[start] > width + 0.01:
            cost += 10.0 if index in bad else 0.0 if index in seams else 3.0
            start = index
    return cost
