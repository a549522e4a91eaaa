"""Write days and months as official English does: 5 March 2025."""

from __future__ import annotations

MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def day_said(year: int, month: int, day: int) -> str:
    """Write a day: `5 March 2025`."""
    return f"{day} {MONTHS[month - 1]} {year}"
