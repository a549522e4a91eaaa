"""The shapes that charts are drawn with, and how words fit beside them; every engine paints them in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.model import BOUND_SIGNS, Bound, Chart, Series
from exporter.typesetting.labels import by_language, width

WIDTH = 480.0
"""Width of every drawing in its own units; it is scaled to the text."""
SIZE = 7.7
"""Size of its words in the same units."""
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle, `y` its upper edge; all shapes count down from the top left."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Words:
    """A word or number, `y` its base line."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"]
    color: str | None = None
    """That of words of charts where it is None."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    color: str
    radius: float = 2.4


Shape: TypeAlias = Rect | Words | Stroke | Dot


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as shapes, `WIDTH` wide and `height` high."""

    height: float
    shapes: tuple[Shape, ...]


def number(value: Decimal) -> str:
    """Print a value as it was given, without an exponent where that stays short."""
    said = f"{value:f}"
    return said if len(said) <= 24 else f"{value:.6g}"


def figure(value: Decimal, chart: Chart, bound: Bound = "exact", upper: Decimal | None = None) -> str:
    """Print a value, up to its `upper` end where it is a range, with its unit where that is a sign."""
    said = number(value).replace("-", MINUS) + (f"–{number(abs(upper))}" if upper is not None else "")
    return BOUND_SIGNS.get(bound, "") + said + (chart.unit if chart.unit in SIGNS else "")


def ends(series: Sequence[Series]) -> tuple[Decimal, Decimal]:
    """Give the low and the high end of an axis that holds 0 and every value; they are never one."""
    given = (value for row in series for value in (*row.values, *row.uppers))
    values = [value for value in given if value is not None and value.is_finite()]
    low, high = min((Decimal(0), *values)), max((Decimal(0), *values))
    return low, high if high > low else low + 1


def bound_at(series: Series, at: int) -> Bound:
    """Give the bound of a value, by its place; a series need not name any."""
    return series.bounds[at] if at < len(series.bounds) else "exact"


def upper_at(series: Series, at: int) -> Decimal | None:
    """Give the upper end of a value, by its place; None for one that is no range."""
    return series.uppers[at] if at < len(series.uppers) else None


SIGNS = ("%", "‰")


def both(name: str) -> tuple[str, ...]:
    """Part a name that is given in Chinese and in English, or in words too long for one line."""
    parts = by_language(name)
    spaces = [at for at, character in enumerate(name) if character == " "]
    if len(parts) > 1 or wide(name) <= WIDTH * 0.5 - 12 or not spaces:
        return parts
    middle = min(spaces, key=lambda at: abs(2 * at - len(name)))
    return name[:middle], name[middle + 1 :]


def short(name: str, room: float) -> str:
    """Cut a name that is longer than its room; the whole name is in the chart's words and data."""
    if wide(name) <= room:
        return name
    kept = int(len(name) * max(room - SIZE, SIZE) / wide(name))
    return name[: max(kept, 1)] + "…"


def wide(name: str) -> float:
    """Say how wide a name is, in the units of a drawing."""
    return width(name) * SIZE
