"""Turn Word's automatic numbering back into the numbers that it prints: 一、, （一）, 1., ①."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from exporter.readers.formats.word.symbols import shown
from exporter.readers.lines.numbering import han_numeral

LEVELS = 9
TICKS = "☐☑☒✓✔✗✘□■√"
"""Bullets that say something: a box to be ticked, ticked or not."""
BULLETS = "•·●○◆◇▪▫–—-*➢"
"""Bullets of text fonts: printed as they are."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: how its numbers look, and what stands around them."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    legal: bool = False
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering that paragraphs refer to: its levels, and the key of the counters it shares with others."""

    counters: str
    levels: tuple[Level, ...]
    restarts: tuple[tuple[int, int], ...] = ()
    """Levels that begin anew with this numbering, and at what number."""


@dataclass(slots=True)
class Counters:
    """The numbers reached so far, for each numbering of a document, in the order of its paragraphs."""

    reached: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)


def printed(counters: Counters, key: str, numbering: Numbering, level: int) -> str:
    """Count a paragraph of a numbering and give the number that Word prints before it."""
    level = min(max(0, level), len(numbering.levels) - 1)
    reached = counters.reached.setdefault(numbering.counters, [None] * LEVELS)
    if key not in counters.begun:
        counters.begun.add(key)
        for one, start in numbering.restarts:
            if 0 <= one < LEVELS:
                reached[one] = start - 1
    before = reached[level]
    reached[level] = numbering.levels[level].start if before is None else before + 1
    for deeper in range(level + 1, LEVELS):
        reached[deeper] = None
    return _text(numbering, level, reached)


def _text(numbering: Numbering, level: int, reached: list[int | None]) -> str:
    own = numbering.levels[level]
    if own.form == "bullet":
        sign = shown(own.text, own.font)
        said = TICKS if own.font else TICKS + BULLETS
        return sign if len(sign) == 1 and sign in said else "•"

    def number(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        shown = numbering.levels[index] if index < len(numbering.levels) else own
        if own.legal and index < level:
            shown = replace(shown, form="decimal")
        value = reached[index] if index < LEVELS else None
        return number_text(shown.form, value if value is not None else shown.start)

    text = re.sub(r"%([1-9])", number, own.text)
    return text + " " if text and text[-1].isascii() and text[-1].isalnum() else text


def number_text(form: str, value: int) -> str:
    """Write a number in one of Word's forms (`w:numFmt`); an unknown one in plain digits."""
    writer = _FORMS.get(form)
    return writer(value) if writer else str(value)


def _digits(value: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(abs(value)))


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 0 < value <= 20 else str(value)


def _letters(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 % 50 + 1) if value > 0 else ""


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        text += letters * count
    return text


_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda value: "",
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalFullWidth2": lambda value: str(value).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda value: f"（{value}）",
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "ideographDigital": _digits,
    "ideographTraditional": lambda value: "甲乙丙丁戊己庚辛壬癸"[(value - 1) % 10],
    "ideographEnclosedCircle": lambda value: f"（{han_numeral(value)}）",
} | dict.fromkeys(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "taiwaneseDigital",
        "koreanCounting",
    ),
    han_numeral,
)
