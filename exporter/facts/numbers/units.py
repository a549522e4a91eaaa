"""Name the unit behind a figure, and say what it is worth in its base unit.

The table is `source/units.tsv`: a row a unit, with its kind, its base unit, how much of the
base unit one of it is, and its official English in singular and plural (empty for classifiers,
whose English is the thing counted).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, TypeAlias, cast

from exporter.errors import StyleError
from exporter.style import data_folder

UnitKind: TypeAlias = Literal[
    "money",
    "percent",
    "point",
    "times",
    "person",
    "household",
    "count",
    "length",
    "traffic",
    "area",
    "volume",
    "mass",
    "power",
    "energy",
    "data",
    "time",
    "rank",
    "spec",
    "rate",
    "bare",
]
"""`spec` measures describe a thing (500千伏, 12英寸); `rate` is one unit per another; `bare` is a magnitude alone."""

MAGNITUDES: Mapping[str, Decimal] = MappingProxyType(
    {
        "万亿": Decimal(10) ** 12,
        "千亿": Decimal(10) ** 11,
        "百亿": Decimal(10) ** 10,
        "十亿": Decimal(10) ** 9,
        "亿": Decimal(10) ** 8,
        "千万": Decimal(10) ** 7,
        "百万": Decimal(10) ** 6,
        "十万": Decimal(10) ** 5,
        "万": Decimal(10) ** 4,
        "千": Decimal(1000),
        "百": Decimal(100),
    }
)
"""What Chinese puts between a number and its unit, longest first."""

_EXACT = Context(prec=28)
_TRADITIONAL = str.maketrans("萬億畝噸頃個戶圓萬間臺輛條項張萬歐", "万亿亩吨顷个户元万间台辆条项张万欧")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed: `亿元` has the magnitude 10⁸ and the base unit 元, so its factor is 10⁸."""

    text: str
    """As printed: 亿元."""
    kind: UnitKind
    base: str
    """The unit that amounts of this kind are compared in: 元, 平方米, 吨."""
    factor: Decimal
    """How much of the base unit one of this is, magnitude included."""
    magnitude: Decimal
    """What stands between number and unit: 10⁸ for 亿; 1 where nothing does."""
    english: str
    plural: str
    """Official English without the magnitude; empty where the thing counted is the English."""


@lru_cache(maxsize=4096)
def unit_of(text: str) -> Unit | None:
    """Give the unit that a text is, whole: `亿元`, `万公顷`, `个百分点`, `元/吨`, `万`; None if it is none."""
    return _unit_of(text.strip().translate(_TRADITIONAL))


def unit_ahead(text: str, start: int) -> int:
    """Give where the longest unit of the table that stands at `start` ends; `start` itself if none does.

    A magnitude before it is not looked for.
    """
    table, longest = _units()
    for length in range(min(longest.get(text[start : start + 1], 0), len(text) - start), 0, -1):
        if text[start : start + length] in table:
            return start + length
    return start


def base_amount(number: Decimal, unit: str | None) -> Decimal:
    """Give a number in the base unit of its unit, so that 1.2万亿元 and 12000亿元 compare equal."""
    found = unit_of(unit) if unit else None
    return number * found.factor if found else number


@cache
def units() -> tuple[Unit, ...]:
    """Give every unit of the table, without magnitudes, in the order of the table."""
    return tuple(_units()[0].values())


@lru_cache(maxsize=4096)
def _unit_of(text: str) -> Unit | None:
    table, _ = _units()
    if text in table:
        return table[text]
    for word, magnitude in MAGNITUDES.items():
        if text.startswith(word):
            rest = _unit_of(text[len(word) :]) if len(text) > len(word) else _bare("")
            return rest and _scaled(text, rest, magnitude)
    return _per(text) or _counted(text)


def _scaled(text: str, unit: Unit, magnitude: Decimal) -> Unit:
    return Unit(
        text, unit.kind, unit.base, unit.factor * magnitude, unit.magnitude * magnitude, unit.english, unit.plural
    )


def _bare(text: str) -> Unit:
    return Unit(text, "bare", "", Decimal(1), Decimal(1), "", "")


LIVING = frozenset(("person", "household"))
"""Kinds of units that count people, one by one or by their homes."""


def _per(text: str) -> Unit | None:
    """Read one unit per another, or per many of them: 微克/立方米, 公里/百平方公里, /10万人."""
    above, slash, below = text.partition("/")
    top, bottom = (_unit_of(above) if above else _bare(""), _many(below)) if slash and below else (None, None)
    if top is None or bottom is None:
        return None
    people = top.kind in LIVING and bottom.kind in LIVING | {"bare"}
    named = not above or people or (top.kind == "count" and not top.english)
    one, many = ("", "") if named else (top.english, top.plural)
    known = bottom.plural and (named or one)
    english, plural = (f"{name} per {bottom.plural}".strip() if known else "" for name in (one, many))
    factor = _EXACT.divide(top.factor, bottom.factor)
    return Unit(text, "rate", f"{top.base}/{bottom.base}", factor, top.magnitude, english, plural)


def _many(text: str) -> Unit | None:
    """Read the unit that another is taken per, its number included in its English: 10万人 is 100,000 people."""
    found = _NUMBERED.match(text)
    times = Decimal(found[0]) if found else Decimal(1)
    rest = text[found.end() :] if found else text
    unit = _unit_of(rest) if rest else _bare("")
    if unit is None:
        return None
    many = times * unit.magnitude
    said = f"{many:,f} {unit.plural}".strip() if many > 1 else unit.english
    return replace(_scaled(text, unit, times), plural=said if unit.english or unit.kind == "bare" else "")


_NUMBERED = re.compile(r"\d+")


def _counted(text: str) -> Unit | None:
    """Read a classifier with the noun it counts, as printed in tables: 个县, 个村."""
    table, _ = _units()
    if 1 < len(text) <= 6 and text[0] == "个" and "/" not in text:
        return _scaled(text, table["个"], Decimal(1))
    return None


@cache
def _units() -> tuple[Mapping[str, Unit], Mapping[str, int]]:
    """Load the table, and the length of the longest unit that begins with each character."""
    file = data_folder("source") / "units.tsv"
    table: dict[str, Unit] = {}
    longest: dict[str, int] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            try:
                unit = _row(row)
            except (KeyError, TypeError, ValueError, ArithmeticError) as error:
                raise StyleError(f"{file}: {row!r} is no row of the unit table ({error})", "style.invalid") from None
            table[unit.text] = unit
            longest[unit.text[0]] = max(longest.get(unit.text[0], 0), len(unit.text))
    return MappingProxyType(table), MappingProxyType(longest)


def _row(row: Mapping[str, str]) -> Unit:
    above, _, below = row["factor"].partition("/")
    factor = _EXACT.divide(Decimal(above), Decimal(below or "1"))
    kind = cast(UnitKind, row["kind"])
    return Unit(row["unit"], kind, row["base"], factor, Decimal(1), row["english"], row["plural"])
