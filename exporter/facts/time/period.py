"""Hold a stretch of time as the contract writes it: a year, a span, a half, a quarter, a month, months to date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exporter.model import PeriodType


@dataclass(frozen=True, slots=True)
class Period:
    """Years `first` to `last`, or a part of `last`: `H1`, `Q3`, `11` (a month), `01/11` (months)."""

    first: int
    last: int
    part: str = ""
    point: bool = False
    """The state at its end is meant (年末, 截至11月底)."""
    fiscal: bool = False
    """One year that begins in one and ends in the next: 2018-19年度."""

    def __str__(self) -> str:
        if self.part:
            return "/".join(f"{self.last}-{piece}" for piece in self.part.split("/"))
        return str(self.last) if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def is_span(self) -> bool:
        """Several years."""
        return self.first != self.last and not self.fiscal

    @property
    def kind(self) -> PeriodType | None:
        """The contract's `period_type`; None for months that do not begin with January."""
        if self.point:
            return "point"
        if not self.part:
            return "year" if self.first == self.last else "span"
        if "/" in self.part:
            return "to_date" if self.part.startswith("01/") else None
        return "half" if self.part[0] == "H" else "quarter" if self.part[0] == "Q" else "month"

    @property
    def end(self) -> Period:
        """Its last year, where it is a span; else the period itself."""
        return Period(self.last, self.last) if self.is_span else self


def year(number: int) -> Period:
    """Give a single year."""
    return Period(number, number)


def months(number: int, first: int, last: int) -> Period:
    """Give months of a year; one month where both are the same."""
    return Period(number, number, f"{first:02}" if first == last else f"{first:02}/{last:02}")


def five_years(ordinal: int) -> Period:
    """Give the years of a five-year plan: 14 is 2021-2025. The third began in 1966, three years late."""
    first = 1953 + 5 * (ordinal - 1) + (3 if ordinal > 2 else 0)
    return Period(first, first + 4)


def parse(text: str | None) -> Period | None:
    """Read what `str` of a period wrote; None for anything else."""
    found = _WRITTEN.fullmatch(text or "")
    if not found:
        return None
    first = int(found["year"])
    if found["last"]:
        return Period(first, int(found["last"]))
    return Period(first, first, (found["part"] or "") + (f"/{found['until']}" if found["until"] else ""))


_WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:-(?P<last>\d{4})|-(?P<part>H[12]|Q[1-4]|[01]\d)(?:/(?P=year)-(?P<until>[01]\d))?)?"
)
