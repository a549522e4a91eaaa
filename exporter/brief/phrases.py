"""Say figures as parts of a sentence in both languages, each run tied to the fact that it was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from exporter.brief.comparing import bound_of
from exporter.brief.tables import BOUNDS_EN
from exporter.brief.wording import digits, figure_zh, rate_zh
from exporter.model import Bound, Fact, Pair, Paragraph, ParagraphRole, Run, Runs


class Said(NamedTuple):
    """The same words in Chinese and in English; English is empty where it is not sure."""

    zh: Runs
    en: Runs


def words(zh: str, en: str) -> Said:
    """Give words that show no figure."""
    return Said((Run(zh),) if zh else (), (Run(en),) if en else ())


def of(fact: Fact, zh: str, en: str) -> Said:
    """Give words that show a figure, tied to its fact."""
    return Said((Run(zh, "figure", target=fact.id, span=fact.span),), (Run(en, "figure", target=fact.id),))


def joined(*parts: Said) -> Said:
    """Put words one behind the other."""
    return Said(tuple(run for part in parts for run in part.zh), tuple(run for part in parts for run in part.en))


def listed(parts: Sequence[Said]) -> Said:
    """List words: 甲、乙、丙; one, two, and three."""
    last = words("、", ", and " if len(parts) > 2 else " and ")
    stops = [*[words("、", ", ")] * (len(parts) - 2), last]
    return joined(*parts[:1], *(said for both in zip(stops, parts[1:], strict=False) for said in both))


def paired(said: Said, role: ParagraphRole = "body") -> Pair:
    """Set a sentence in both languages beside each other."""
    en = (Paragraph(said.en, role, "en"),) if said.en else ()
    return Pair((Paragraph(said.zh, role),), en, "verified" if en else "untranslated")


def rate(fact: Fact) -> tuple[str, str]:
    """Say the growth of a figure without its direction: 8%以上, 8 percent or more; 预计 is said."""
    amount = f"{digits(abs(fact.change or Decimal(0)))} percent"
    english = _BOUNDS_EN.get(bound_of(fact, growth=True), "{}").format(amount)
    if fact.kind == "estimate":
        return f"预计{rate_zh(fact)}", f"an estimated {english}"
    return rate_zh(fact), english


_BOUNDS_EN: Mapping[Bound, str] = {**BOUNDS_EN, "strive": "{} (striven for)"}


def amount(fact: Fact, growth: bool) -> tuple[str, str]:
    """Say a growth, or else a value, as it stands in brackets."""
    if growth:
        zh, en = rate(fact)
        return (f"下降{zh}", f"a fall of {en}") if (fact.change or 0) < 0 else (zh, en)
    before = "an estimated " if fact.kind == "estimate" else "aiming for " if fact.bound == "strive" else ""
    return ("预计" if fact.kind == "estimate" else "") + figure_zh(fact), before + (fact.value_en or "")


def lower_first(text: str) -> str:
    """Take the capital of a sentence away, but not that of a name or an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
