"""Name the kinds of gap between two characters, and in which order they give way (CLREQ 3.2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from exporter.typesetting.break_classes import (
    CLOSE,
    COMMA,
    CONNECTOR,
    DASH,
    DIGIT,
    EXTEND,
    HALF_CLOSE,
    HALF_OPEN,
    HAN,
    LATIN,
    MARKS,
    MIDDLE,
    OPEN,
    SLASH,
    SPACE,
    STOP,
)

PLAIN, INNER, WORD, AT_MIDDLE, AT_BRACKET, AT_COMMA, HAN_LATIN, AT_STOP = range(8)
PAIR, DASHES, EDGE, BLANK, CLUSTER, HALVED = range(8, 14)
"""Between adjacent marks; inside ——; before ——; a space of fixed width; before a mark that joins; beside an interpunct
of half a width."""
RUN_END = 0x10
"""Added to the kind of the gap after the last character of a run."""

SHRINK_ORDER = (WORD, AT_MIDDLE, AT_BRACKET, AT_COMMA, HAN_LATIN, AT_STOP)
"""Gaps that give way, first to last. A `PAIR` gives way with the brackets."""

_IN_WORD = frozenset((LATIN, DIGIT, HALF_CLOSE, HALF_OPEN, SLASH))
_BESIDE = MARKS | {MIDDLE}
"""Marks that stand tight beside each other; one in the middle of its square gives nothing for that itself."""
STRETCHED = frozenset((PLAIN, AT_MIDDLE, AT_BRACKET, AT_COMMA, AT_STOP, EDGE, HALVED))
"""Gaps that all grow alike once spaces have grown to their most."""


def _kind(left: int, right: int) -> int:
    if right == EXTEND:
        return CLUSTER
    if left == SPACE:
        return WORD
    if right == SPACE or CONNECTOR in (left, right):
        return INNER
    if right == DASH:
        return DASHES if left == DASH else EDGE
    if left in _BESIDE and right in _BESIDE and (left in MARKS or right in MARKS):
        return PAIR
    if left in _IN_WORD and right in _IN_WORD:
        return INNER
    if (left == HAN and right in (LATIN, DIGIT)) or (right == HAN and left in (LATIN, DIGIT)):
        return HAN_LATIN
    return _kind_at_mark(left, right)


def _kind_at_mark(left: int, right: int) -> int:
    if left == CLOSE or right == OPEN:
        return AT_BRACKET
    if left == COMMA:
        return AT_COMMA
    if left == STOP:
        return AT_STOP
    return AT_MIDDLE if MIDDLE in (left, right) else PLAIN


KINDS = bytes(_kind(left, right) for left in range(16) for right in range(16))
"""Kind of gap for each pair of classes."""

WEIGHTS = bytes((kind & 0x0F) in STRETCHED or 3 * ((kind & 0x0F) == WORD) for kind in range(32)).ljust(256, b"\0")
"""How much of a loose line's stretching a gap takes, for judging lines: 1, word spaces 3, others 0."""


def _codes(same: frozenset[int], still: frozenset[int]) -> bytes:
    """Map kinds to codes: 0 for those that are stretched alike, 1 for those that stay as tracking has them."""
    return bytes(0 if kind in same else 1 if kind in still else kind for kind in range(RUN_END)) + bytes(
        range(RUN_END, 256)
    )


STRETCHED_CODES = _codes(STRETCHED - {EDGE, HALVED}, frozenset({INNER}))
"""Codes of a line that is stretched."""
_MARK_GAPS = (AT_MIDDLE, AT_BRACKET, AT_COMMA, AT_STOP)
SHRUNK_CODES = tuple(
    _codes(frozenset(), frozenset({PLAIN, INNER, *(kind for kind in _MARK_GAPS if kind not in SHRINK_ORDER[:depth])}))
    for depth in range(len(SHRINK_ORDER) + 1)
)
"""Codes of a line in which the first n of `SHRINK_ORDER` give way; those at 0 leave it as it is."""
NATURAL_CODES = _codes(frozenset(), frozenset({PLAIN, INNER, WORD, *_MARK_GAPS}))
"""Codes of a line that stays as it is, word spaces as the font has them."""


def sums(
    cap: Sequence[float], room: Sequence[float], kinds: bytes, justify: bool
) -> tuple[list[float], list[float], list[int]]:
    """Add up what the gaps before each character can give, take and weigh: nothing in lines that are ragged."""
    if not justify:
        nothing = [0.0] * (len(cap) + 1)
        return nothing, nothing, [0] * (len(cap) + 1)
    weights = accumulate(kinds.translate(WEIGHTS), initial=0)
    return list(accumulate(cap, initial=0.0)), list(accumulate(room, initial=0.0)), list(weights)
