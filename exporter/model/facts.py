"""Hold the figures of a document as typed data, with the account of each clause."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter import display
from exporter.model.blocks import Bound, EnglishStatus
from exporter.model.source import Span

ChangeKind: TypeAlias = Literal["percent", "percentage_points", "multiple", "absolute", "rank", "none"]
FactKind: TypeAlias = Literal["actual", "target", "estimate"]
PeriodType: TypeAlias = Literal["year", "span", "half", "quarter", "month", "to_date", "point"]
"""`to_date`: from January on; `point`: the state at the end of the period named."""
Measure: TypeAlias = Literal["level", "flow", "change", "share", "rank", "ratio", "completion"]
"""`level`: how large the thing named is; `flow`: what was done or added, with a deed; `change`: only a change is
stated; `completion`: a part of a plan."""
StretchRole: TypeAlias = Literal[
    "agent",
    "deed",
    "thing",
    "modifier",
    "whole",
    "base",
    "among",
    "scope",
    "time",
    "degree",
    "purpose",
    "value",
    "unit",
    "bound",
    "change",
    "licensed",
    "unread",
]
"""What a stretch of a clause does. `licensed`: it changes nothing that the fact says; `unread`: nobody knows."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source and what it does for a figure."""

    span: Span
    role: StretchRole
    inherited: bool = False
    """It stands in another clause, at `span`, and holds for this one too: the verb of a list, a shared modifier."""
    licence: str = ""
    """Of `licensed`: the row of `source/licences.tsv` that allows it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the source as typed data. Contract: `facts --format jsonl`, a field each.

    Numbers are exact (`Decimal`), in the unit printed: 157.3 and 亿元, never 15730000000.
    """

    id: str
    span: Span
    line: int
    """1-based line of its number in the source text; 0 where a hand has added the passage: then `span` is empty."""
    quote: str
    """The source's own text at `span`, unaltered."""
    indicator: str
    value: str | None = None
    """As printed; None where only growth is stated."""
    number: Decimal | None = None
    """`value` normalised; the lower end of a range."""
    upper: Decimal | None = None
    """The upper end of a range."""
    unit: str | None = None
    change: Decimal | None = None
    """Signed. `multiple` counts percent: 增长2倍 is 200, 是…的2.2倍 is 120."""
    change_kind: ChangeKind = "none"
    change_bound: Bound = "exact"
    """Bound of the change: 增长8%以上 is at_least."""
    bound: Bound = "exact"
    """Bound of the value, or of the change where there is no value."""
    qualifier: str | None = None
    """The printed word of the bound: 左右, 以上, 近."""
    period: str | None = None
    """A year `2017`, a span of years `2016-2020`, `2025-H1`, `2025-Q1`, `2025-11`, or months `2025-01/2025-11`."""
    period_type: PeriodType | None = None
    kind: FactKind = "actual"
    scope: str | None = None
    part_of: str | None = None
    """The indicator that this one is a stated part of (其中)."""
    section: str | None = None
    """Number and text of the level-1 heading that it stands under."""
    deed: str | None = None
    """What was done with the thing counted: 新增, 拆除; None for a level."""
    measure: Measure = "level"
    base: str | None = None
    """What a change or a completion is measured from: a period, `previous_year`, `previous_period`, `plan`, `quota`."""
    average: bool = False
    """A mean of several years' rates or sums."""
    among: str | None = None
    """Field of a rank as printed: 全国."""
    currency: str | None = None
    """ISO 4217 code, where the unit is money."""
    sure: bool = True
    """False where time or kind of its section, or a word of its clause, is not settled."""
    account: tuple[Stretch, ...] = ()
    """Tiles its clause in order, a role for every character; what is inherited follows."""
    number_span: Span | None = None
    """Place of the number itself (or of the change, where there is no value)."""
    indicator_en: str | None = None
    value_en: str | None = None
    english: str | None = None
    english_status: EnglishStatus = "untranslated"

    def __repr__(self) -> str:
        said = " ".join(one for one in (self.value, self.unit) if one) or f"change {self.change}"
        return display.line("Fact", self.id, f"{self.indicator}:", said, self.period, f"(line {self.line})")

    def _repr_html_(self) -> str:
        return display.facts_page([self])
