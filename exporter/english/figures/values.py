"""Write what a fact states, apart from what it states it of: an amount, a change, a rank, a ratio of parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from exporter.english.figures.amounts import unit_said
from exporter.english.figures.starts import before_number
from exporter.english.grammar.headings import prepared
from exporter.english.words.dates import MONTHS
from exporter.english.words.morphology import is_plural
from exporter.english.words.numbering import chinese_number
from exporter.english.words.numbers import SPELLED, amount, bounded, ordinal, percent, plain
from exporter.model import Bound, Fact


def value_in_english(fact: Fact, indicator: str | None = None) -> str | None:
    """Render what a fact states: its amount with its bound, or its change where it states no amount.

    Beside an indicator that names what is counted (new urban jobs) the measure word is left out, and an expectancy of
    life is one of years.
    """
    if fact.change_kind == "rank":
        return rank_of(fact)
    if fact.number is None and is_structure(fact):
        return structure_of(fact)
    if fact.number is None or is_change(fact):
        return change_alone(fact)
    counted = indicator is not None and is_plural(indicator)
    text = amount(fact.number, unit_said(fact), upper=fact.upper, counted=counted)
    text = text.removesuffix(" of age") if text and "life expectancy" in (indicator or "").lower() else text
    return text and bounded(text, fact.bound) + pace_of_value(fact)


def is_change(fact: Fact) -> bool:
    """Say whether the value is itself the change: 不良贷款余额减少56.4亿元."""
    return fact.change_kind == "absolute" and fact.change is not None and fact.number == abs(fact.change)


_ORDINALS: Mapping[str, int] = MappingProxyType({"首位": 1, "榜首": 1, "第一": 1, "首": 1, "之首": 1})


def rank_of(fact: Fact) -> str | None:
    """Write a rank: `first place`."""
    number = fact.number if fact.number is not None else fact.change
    if number is None:
        number = Decimal(_ORDINALS.get(fact.value or "", 0))
    whole = number == number.to_integral_value()
    return f"{ordinal(int(number))} place" if 0 < number < 10000 and whole else None


def is_structure(fact: Fact) -> bool:
    """Say whether it is a ratio of parts in print: 2.8∶30.8∶66.4."""
    return fact.change is None and bool(_STRUCTURE.fullmatch(prepared(fact.value or "")))


_STRUCTURE = re.compile(r"\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){1,3}")
"""A ratio in print: 2.8∶30.8∶66.4."""


def structure_of(fact: Fact) -> str:
    """Write a ratio of parts."""
    return re.sub(r"[:：∶]", ":", prepared(fact.value or ""))


def change_alone(fact: Fact) -> str | None:
    """Write a change where there is no level: `up 8 percent`."""
    if fact.base in ("plan", "quota"):
        return change_amount(fact)
    text = change_said(fact)
    if text is None or fact.change is None:
        return None
    return f"growth of {text}" if fact.kind == "target" and fact.change > 0 else change_behind(fact)


def way_of(fact: Fact) -> str:
    """Say which way something changed."""
    return "up" if (fact.change or 0) >= 0 else "down"


def change_said(fact: Fact) -> str | None:
    """Write a change with its bound, pace and base, without direction: at least 5 percent a year from 2020."""
    size, since = change_amount(fact), since_said(fact)
    if size is None or since is None:
        return None
    return (
        bounded(size, _change_bound(fact))
        + _pace_of_change(fact)
        + _terms_of_change(fact)
        + (since or _over_years(fact))
    )


def _over_years(fact: Fact) -> str:
    """Say over how many years something changed where the change has them alone: 达到66%，五年提高6个百分点."""
    found = _IN_YEARS.search(_after(fact)) if fact.number is not None and not is_change(fact) else None
    years = chinese_number(found[1]) if found and not fact.average and fact.base in (None, "previous_year") else None
    return f" over {SPELLED[years]} years" if years and 1 < years < len(SPELLED) else ""


_IN_YEARS = re.compile(
    r"(?<![比较前后近])([二两三四五六七八九十]|[2-9])年(?:来|间)?(?:累计|共)?(?:提高|增长|增加|下降|降低|上升|提升|减少)"
)


def _terms_of_change(fact: Fact) -> str:
    """Say in what terms a change was reckoned: 实际增长 in real terms, 可比增长 in comparable terms."""
    words = _before(fact) if fact.number is None or is_change(fact) else _after(fact)
    if _REAL.search(words):
        return " in real terms"
    if _AT_PRICES.search(words):
        return " at comparable prices"
    return " in comparable terms" if _COMPARABLE.search(words) else ""


_REAL = re.compile("实际(?:年均)?(?:增长|下降|增加)")
_AT_PRICES = re.compile("(?:可比|不变)价")
_COMPARABLE = re.compile("可比|同口径")


def change_behind(fact: Fact) -> str | None:
    """Write a change as it stands behind a level: `up 8 percent`, `unchanged from 2020`."""
    if fact.change == 0 and fact.upper is None:
        since = since_said(fact)
        return None if since is None else f"{_still(fact)}unchanged{since or ' from the previous year'}"
    text = change_said(fact)
    return f"{way_of(fact)} {text}" if text else None


def _still(fact: Fact) -> str:
    return {"about": "basically ", "exact": ""}.get(_change_bound(fact), "almost ")


def since_said(fact: Fact) -> str | None:
    """Say what a change is measured from, where that is not the year before; None for what cannot be said."""
    match fact.base:
        case None | "previous_year":
            return ""
        case "previous_period":
            return f" from the previous {_LAST.get(fact.period_type or '', 'period')}"
        case "year_begun":
            return " from the beginning of the year"
        case "plan" | "quota":
            return None
    at = period_said(fact.base)
    return None if at is None else f" from {at}"


_LAST: Mapping[str, str] = MappingProxyType({"month": "month", "quarter": "quarter", "half": "half year"})


def period_said(period: str) -> str | None:
    """Write a period as a noun: 2025, the 2021–2025 period, the first half of 2025, the first nine months of 2025."""
    if re.fullmatch(r"\d{4}", period):
        return period
    if span := re.fullmatch(r"(\d{4})-(\d{4})", period):
        return f"the {span[1]}–{span[2]} period"
    if part := re.fullmatch(r"(\d{4})-([HQ])([1-4])", period):
        return f"the {ordinal(int(part[3]))} {'half' if part[2] == 'H' else 'quarter'} of {part[1]}"
    if month := re.fullmatch(r"(\d{4})-(\d\d)", period):
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    if months := re.fullmatch(r"(\d{4})-01/\1-(\d\d)", period):
        return f"the first {SPELLED[int(months[2])]} months of {months[1]}"
    if months := re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", period):
        return f"the months from {MONTHS[int(months[2]) - 1]} to {MONTHS[int(months[3]) - 1]} {months[1]}"
    return None


def change_amount(fact: Fact) -> str | None:
    """Write the size of a change, without its direction."""
    if fact.change is None:
        return None
    size = _with_its_zeros(abs(fact.change), fact)
    upper = fact.upper if fact.number is None or is_change(fact) else None
    match fact.change_kind:
        case "percent" | "multiple" if upper is None:
            return percent(size)
        case "percent" if upper is not None:
            return f"{plain(size)} to {percent(abs(upper))}"
        case "percentage_points":
            to = f" to {plain(abs(upper))}" if upper is not None else ""
            return f"{plain(size)}{to} percentage point{'' if size == 1 and not to else 's'}"
        case "absolute":
            return amount(size, unit_said(fact), upper=upper, counted=True)
    return None


def _with_its_zeros(size: Decimal, fact: Fact) -> Decimal:
    """Keep the zeros that are printed (5.0%), and no others (一成半 is 15 percent)."""
    return size if f"{size:f}" in prepared(fact.quote) else Decimal(f"{size.normalize():f}")


def _change_bound(fact: Fact) -> Bound:
    """Give the bound of the change; where there is no value, the fact's own bound is the change's."""
    alone = fact.number is None or is_change(fact)
    return fact.bound if alone and fact.change_bound == "exact" else fact.change_bound


_PACES: Mapping[str, str] = MappingProxyType(
    {
        "年均": " a year on average",
        "平均每年": " a year on average",
        "每年": " a year",
        "每人每年": " per person a year",
        "月均": " a month on average",
        "每月": " a month",
        "每人每月": " per person a month",
        "日均": " a day on average",
        "平均每天": " a day on average",
        "每天": " a day",
    }
)
"""What a mean over some years, months or days is, and no growth or sum of all of them."""
_PACE = re.compile(rf"(?:{'|'.join(sorted(_PACES, key=len, reverse=True))})(?!浓度|值|气温|降水)")


def pace_of_value(fact: Fact) -> str:
    """Say that an amount is that of a year (年均新增就业30万人), or nothing."""
    return _PACES.get(paced(fact), "")


def paced(fact: Fact) -> str:
    """Give the words that say that an amount is that of a year or a month, as they are printed: 每年."""
    found = _PACE.search(_before(fact)) if fact.number is not None else None
    return found[0] if found else ""


def _pace_of_change(fact: Fact) -> str:
    """Say that a change is that of a year (年均增长5%), or nothing."""
    return _pace(_before(fact) if fact.number is None or is_change(fact) else _after(fact))


def _pace(words: str) -> str:
    found = _PACE.search(words)
    return _PACES[found[0]] if found else ""


def _before(fact: Fact) -> str:
    """Give the words of the figure's own clause before its number."""
    return _CLAUSE_END.split(prepared(before_number(fact)))[-1]


_CLAUSE_END = re.compile("[，,；;。]")


def _after(fact: Fact) -> str:
    return "" if fact.number_span is None else prepared(fact.quote[fact.number_span.end - fact.span.start :])
