"""Sort characters into the classes of CLREQ, and say between which classes a line may break.

A class is a number from 0 to 15, so that two neighbours make one byte, and all that is said of a
pair (may a line break here, what kind of gap is it) is a table of 256 for `bytes.translate`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from operator import or_

from exporter.typesetting.lines import Level

HAN, LATIN, DIGIT, SPACE, OPEN, CLOSE, COMMA, STOP = range(8)
MIDDLE, DASH, FULL, CONNECTOR, HALF_CLOSE, HALF_OPEN, SLASH, EXTEND = range(8, 16)

MARKS = frozenset((OPEN, CLOSE, COMMA, STOP))
"""Full-width marks that may lose a half."""


class Classes(dict[str, int]):
    """The class of a character, worked out once for each; the best-known marks are given."""

    def __missing__(self, character: str) -> int:
        found = self[character] = _classify(character)
        return found


@cache
def alphabetic(lang: str) -> bool:
    """Say whether a language is written with an alphabet, not with Han, kana or hangul."""
    return not lang.lower().startswith(("zh", "yue", "ja", "ko"))


@cache
def centred(lang: str) -> bool:
    """Say whether a language sets its stops and commas in the middle of their squares: traditional Chinese."""
    return lang.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))


@cache
def classes(lang: str) -> Classes:
    """Give the classes of a language: in Chinese, quotation marks, dash and ellipsis are full-width."""
    return _classes(alphabetic(lang), centred(lang))


@cache
def _classes(narrow: bool, middle: bool) -> Classes:
    shared = {
        OPEN: "‘“（《〈【「『〔［｛〖〘〚｟",
        CLOSE: "’”）》〉】」』〕］｝〗〙〛｠",
        COMMA: "、，；：",
        STOP: "。！？．",
        MIDDLE: "·・‧",
        DASH: "—―…⋯⸺─",
        CONNECTOR: "-‐–～~－〜+_",
        HALF_CLOSE: ".,;:!?)]}°′″",
        HALF_OPEN: "([{",
        SLASH: "/／",
        LATIN: "%‰℃$¥€£&@#*=|<>\"'\\^`±−×÷\u00a0\u202f\u2011",
        FULL: "％￥＄＋",
        SPACE: " \t\u200b\u3000",
        HAN: "々〇〻",
    }
    if narrow:
        shared[OPEN] = shared[OPEN].translate({ord(mark): None for mark in "‘“"})
        shared[CLOSE] = shared[CLOSE].translate({ord(mark): None for mark in "’”"})
        shared |= {DASH: "─", CONNECTOR: shared[CONNECTOR] + "—―⸺", HALF_CLOSE: ".,;:!?)]}°′″’”…", HALF_OPEN: "([{‘“"}
    if middle:  # no half of them is blank: they give way on both sides
        shared |= {MIDDLE: shared[MIDDLE] + shared[COMMA] + shared[STOP], COMMA: "", STOP: ""}
    return Classes({character: number for number, characters in shared.items() for character in characters})


def _classify(character: str) -> int:
    category = unicodedata.category(character)
    wide = unicodedata.east_asian_width(character) in "WFA"
    if category in ("Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"):
        return EXTEND
    if category == "Zs":
        return SPACE
    if category in ("Ps", "Pi"):
        return OPEN if wide else HALF_OPEN
    if category in ("Pe", "Pf"):
        return CLOSE if wide else HALF_CLOSE
    if character in "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーゝゞヽヾ":  # JIS X 4051: not at a line start
        return MIDDLE
    return _of_letters(character, category, wide)


def _of_letters(character: str, category: str, wide: bool) -> int:
    full = unicodedata.east_asian_width(character) == "F"
    if full and category[0] in "LN":
        return FULL
    if category in ("Co", "Cs", "Cn") or (wide and category[0] not in "LN"):
        return HAN
    if category == "Nd":
        return DIGIT
    if category[0] in "LN":
        return HAN if wide and not _western(character) else LATIN
    return LATIN if ord(character) < 0x2100 else HAN


def _western(character: str) -> bool:
    """Say whether an East Asian "ambiguous" character is a letter of a Western alphabet, or raised: é, α, Я, m³."""
    ambiguous = unicodedata.east_asian_width(character) == "A"
    return ambiguous and (
        unicodedata.category(character)[0] == "L" or "<super>" in unicodedata.decomposition(character)
    )


def pairs(left: bytes, right: bytes) -> bytes:
    """Give a byte for each character and the one after it: class in `left` × 16 + class of the next in `right`."""
    return bytes(map(or_, left.translate(_TIMES_16), right[1:]))


_TIMES_16 = bytes((number << 4) & 0xFF for number in range(256))

_NOT_FIRST = frozenset(
    (CLOSE, COMMA, STOP, MIDDLE, CONNECTOR, HALF_CLOSE, SLASH, EXTEND, SPACE)  # CLREQ 3.1.5, basic
)
_NOT_LAST = frozenset((OPEN, HALF_OPEN))
_IN_WORD = frozenset((LATIN, DIGIT))

NO, YES, POOR, HYPHEN = 0, 1, 2, 3
"""What a place in a paragraph is to a line break: not allowed, allowed, allowed but poor, with a hyphen."""


@cache
def break_table(level: Level) -> bytes:
    """Give for each pair of classes NO, YES or POOR."""
    return bytes(_break(left, right, level) for left in range(16) for right in range(16))


def _break(left: int, right: int, level: Level) -> int:
    if right in _NOT_FIRST or left in _NOT_LAST:
        return NO
    if right == DASH:
        return NO if left == DASH or level == "strict" else POOR
    if left == SLASH and level != "basic":
        return NO
    if left in _IN_WORD and right in (LATIN, DIGIT, HALF_OPEN):
        return NO
    if left == HALF_CLOSE and right in (LATIN, DIGIT, HALF_OPEN):
        return NO
    if left in (CONNECTOR, SLASH) and right == DIGIT:
        return NO
    if left == FULL and right == FULL:
        return NO
    return POOR if {left, right} == {DIGIT, HAN} else YES


ANYWHERE = bytes(right not in _NOT_FIRST and left not in _NOT_LAST for left in range(16) for right in range(16))
"""Where a word that is longer than the line may be broken: only prohibited line starts and ends count."""
NOT_IN_NUMBERS = bytes(may and pair != DIGIT * 16 + DIGIT for pair, may in enumerate(ANYWHERE))
"""Where it is better broken."""


@cache
def forbidden(level: Level, lang: str = "zh-Hans") -> tuple[frozenset[str], frozenset[str]]:
    """Give the characters of the fixed tables that may not begin a line, and those that may not end one."""
    table = classes(lang)
    of = {number: frozenset(character for character, known in table.items() if known == number) for number in range(16)}
    first = _union(of[number] for number in sorted(_NOT_FIRST - {SPACE, EXTEND}))
    last = _union(of[number] for number in sorted(_NOT_LAST))
    if level == "strict":
        first |= of[DASH]
    return first, last if level == "basic" else last | of[SLASH]


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def alone(classes: bytes, last: int) -> int:
    """Find the latest place where a last line may begin that has `last` characters, marks not counted."""
    left = last
    for at in range(len(classes) - 1, max(0, len(classes) - _NEAR) - 1, -1):
        left -= classes[at] in _REAL
        if left == 0 < last:
            return at
    return len(classes)


_REAL = frozenset((HAN, LATIN, DIGIT, FULL))
_NEAR = 200
