"""Place the names of several bodies that seal a paper together, in rows over its date (GB/T 9704-2012, 7.3.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SEAL_LINES = 5
"""Lines from one row of names to the next, so that seals of 42 mm do not touch."""
ROOM = 2
"""Lines above the first row: the seal begins within a line of the text."""
_PITCHES = ((8, 3, 46.0), (11, 2, 62.0), (99, 1, 78.0))
"""Characters of the longest name, names in a row, and mm from one to the next."""


class Rows(NamedTuple):
    """How many names stand in a row, and how far they are apart."""

    across: int
    pitch: float
    """mm."""

    def parted(self, names: int) -> list[range]:
        """Give the places of the names of each row; a shorter last row stands at the right."""
        return [range(start, min(names, start + self.across)) for start in range(0, names, self.across)]


def rows_for(widths: Sequence[float]) -> Rows:
    """Give the rows for names of these widths, in characters."""
    return next(Rows(min(count, len(widths)), pitch) for most, count, pitch in _PITCHES if max(widths) <= most)
