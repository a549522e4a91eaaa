"""Write a figure as an entry where prose would be stiff: `Shareholding reform (target): 50 enterprises`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from exporter.english.figures.amounts import amount_beside, is_bare, is_one
from exporter.english.figures.counted import PROBLEM
from exporter.english.figures.deed_sentences import hides_a_verb
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.values import change_alone, change_behind, is_change, pace_of_value
from exporter.english.words.numbers import bounded
from exporter.facts.numbers.folding import fold
from exporter.model import Fact

COUNTERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "家": ("organization", "organizations"),
        "处": ("site", "sites"),
        "所": ("institution", "institutions"),
        "项": ("item", "items"),
        "件": ("item", "items"),
        "宗": ("case", "cases"),
        "起": ("case", "cases"),
        "例": ("case", "cases"),
        "笔": ("transaction", "transactions"),
        "套": ("unit", "units"),
        "台": ("unit", "units"),
        "批": ("batch", "batches"),
        "种": ("kind", "kinds"),
        "轮": ("round", "rounds"),
    }
)
"""What a measure word says of something that is named without being counted: 污染治理121家."""


def entry(fact: Fact, subject: Measurand, when: str) -> str | None:
    """Write an entry instead of prose: the subject, what kind of figure it is, and the figure."""
    if fact.change_kind == "rank" or fact.measure == "completion" or hides_a_verb(fact, subject):
        return None
    value = change_alone(fact) if fact.number is None or is_change(fact) else _entry_value(fact, subject)
    if value is None:
        return None
    kind = {"target": "goal" if fact.bound == "strive" else "target", "estimate": "estimate"}.get(fact.kind, "")
    note = f" ({(kind + (' for' if when and kind else '')) + when.replace(' in ', ' ')})".replace("( ", "(")
    change = None if fact.number is None or is_change(fact) else change_behind(fact)
    after = f", {change}" if change and fact.change_kind != "none" else ""
    done = f" {subject.done}" if subject.done and not subject.done.startswith("~") else ""
    title = f"{subject.noun}{done}{f', {subject.aside}' if subject.aside else ''}"
    return f"{title}{note if note != ' ()' else ''}: {value}{after}"


def _entry_value(fact: Fact, subject: Measurand) -> str | None:
    text = amount_beside(fact, subject)
    if text is None:
        return None
    if is_bare(text) and (not subject.plural or PROBLEM.match(subject.noun)):
        word = COUNTERS.get(fold(fact.unit or "").lstrip("万亿千百"), ("", ""))[not is_one(fact)]
        if word.startswith("organization") and "enterprise" in subject.noun:
            word = word.replace("organization", "enterprise")
        text = f"{text} {word}".strip()
    return bounded(text, fact.bound) + pace_of_value(fact)
