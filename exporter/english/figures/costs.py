"""Say what works cost in all beside how many there are, as their clause does: 新开工30个项目，|总投资50亿元."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.figures.amounts import kind_of
from exporter.english.figures.starts import sentence_start, tight_between
from exporter.english.grammar.headings import prepared
from exporter.english.words.numbers import bounded
from exporter.model import Fact


def with_their_works(works: Fact, cost: Fact, source: str) -> Fact:
    """Give the cost of works the sentence that says how many there are, where that is sure and it is theirs alone."""
    if works.english is None or cost.value_en is None or not _is_theirs(works, cost, source):
        return cost
    amount = bounded(cost.value_en, cost.bound)
    return replace(
        cost,
        english=f"{works.english.removesuffix('.')}, with a total investment of {amount}.",
        english_status="verified",
    )


def _is_theirs(works: Fact, cost: Fact, source: str) -> bool:
    """Say whether a sum stands right behind one number of works, of which its clause counts no others."""
    if works.english_status != "verified" or cost.english_status == "verified" or not cost.sure:
        return False
    if kind_of(works) != "count" or works.number is None or works.change is not None or works.part_of is not None:
        return False
    if cost.deed is not None or cost.change is not None or cost.upper is not None or cost.bound not in _BOUNDS:
        return False
    if (works.kind, works.period) != (cost.kind, cost.period) or not _WORKS.search(prepared(works.indicator)):
        return False
    beside = source[works.span.end : cost.span.start].strip() in ("", "，", "、", ",")
    alone = _COUNTED.search(tight_between(source, sentence_start(works, source), works.span.start)) is None
    told = _COST.fullmatch(prepared(cost.quote).strip("、，")) is not None
    return beside and alone and told and _SAYS_A_COST.search(works.english or "") is None


_BOUNDS = ("exact", "over", "nearly", "about")
_WORKS = re.compile("(?:项目|工程)$")
_COST = re.compile(
    "(?:计划|估算)?总投资(?:额|规模)?(?:约|近|超过?|达到?|为)*[0-9.]+[^，。；、0-9]{0,3}元(?:以上|左右)?"
)
_COUNTED = re.compile("[0-9一二两三四五六七八九十百]+[多余]?[个项]|其中")
_SAYS_A_COST = re.compile(r"\binvestment\b|, ")
