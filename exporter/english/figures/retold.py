"""Name what an aim or a share of one is of, where the figure right before told it: 引进企业36户，完成目标的125%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.english.figures.amounts import is_pieces, kind_of, listed_kind
from exporter.english.figures.deeds import deed_of
from exporter.english.figures.measurand import Measurand
from exporter.english.grammar.headings import prepared
from exporter.model import Fact


def of_what_was_told(fact: Fact, subject: Measurand, before: Sequence[Fact], source: str) -> Measurand:
    """Give the subject with what the figure right before says of it: how many were brought in, by how much it grew."""
    last = before[-1] if before else None
    if last is None or last.indicator != fact.indicator or not is_behind(fact, last, source) or subject.done:
        return subject
    if fact.measure == "completion" and fact.deed is None and last.deed is not None and is_pieces(last):
        deed = deed_of(last.deed)
        if "投资" in fact.quote and subject.plural:
            return subject  # projects fulfill a plan of what is to be invested in them, whatever their number
        if deed is None or "~" in deed.english or not subject.plural:
            return subject
        return replace(subject, noun=f"{NUMBER}{subject.noun} {deed.english}", article="the")
    aimed = prepared(source[last.span.end : fact.span.end])
    grows = last.change_kind == "percent" and kind_of(fact) == "percent" and listed_kind(fact) == "money"
    if fact.kind == "target" and last.kind != "target" and grows and _ITS_AIM.search(aimed):
        return replace(subject, noun=f"{GROWTH}{subject.full}", article="the")
    return subject


NUMBER = "number of "
GROWTH = "growth of "
_ITS_AIM = re.compile("^[（(]?(?:年度|全年|年初|预期)?(?:预期)?目标")
"""An aim in brackets behind the growth that it was set for: 增长7%（年度目标6%）."""


def is_behind(fact: Fact, last: Fact, source: str) -> bool:
    """Say whether a figure stands right behind another, with at most a mark between."""
    between = source[last.span.end : fact.span.start].strip()
    return len(between) <= 1 and between not in ("。", "；")
