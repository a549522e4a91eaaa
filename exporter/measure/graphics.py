"""Keep the graphics state of a page as its content is read: where things come to lie, and how they are painted."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from exporter.measure.colours import UNCHOSEN, Colour

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4), as far as it says how things come out."""

    matrix: Matrix = UNMOVED
    fill: Colour = UNCHOSEN
    stroke: Colour = UNCHOSEN
    width: float = 1.0
    mode: int = 0
    font: Any = None
    size: float = 0.0
    opacity: float = 1.0
    masked: bool = False
    blends: bool = False
    overprints: bool = False

    @property
    def live(self) -> bool:
        """Whether what is painted lets through what lies below."""
        return self.opacity < 1 or self.masked or self.blends


def at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Give where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def times(first: Matrix, then: Matrix) -> Matrix:
    """Join two transformations to one."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def scale(matrix: Matrix) -> float:
    """Give how much larger things come out."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def matrix_of(given: Iterable[Any]) -> Matrix:
    """Read six numbers as a transformation."""
    a, b, c, d, e, f = (float(one) for one in given)
    return a, b, c, d, e, f
