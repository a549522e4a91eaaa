"""Read a share that a place has of a larger one: 新能源汽车产量占全国44%."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from exporter.english.figures.measurand import Measurand
from exporter.english.figures.subjects import subject_of
from exporter.english.grammar.headings import Names, prepared
from exporter.english.words.numbers import SPELLED
from exporter.model import Fact

_OF_A_TOTAL = re.compile(
    r"(?P<part>[^占]{2,24}(?:[量额值]|出口|进口|投资|收入|规模|装机|面积|总产|利润|存栏|出栏|就业))"
    r"占(?P<whole>全国|全省|全市|全球|世界)(?:的?(?:总量)?的?(?:比[重例]|份额))?"
)
_WHOLES: Mapping[str, str] = MappingProxyType(
    {"全国": "national", "全省": "provincial", "全市": "city", "全球": "world", "世界": "world"}
)


def of_total(text: str, names: Names) -> Measurand | None:
    """Read a measure and the larger place that it is a part of."""
    found = _OF_A_TOTAL.fullmatch(prepared(text))
    part = subject_of(found["part"], names) if found is not None else None
    if found is None or part is None or part.done or part.loose or part.aside:
        return None
    noun = f"share of {part.full} in the {_WHOLES[found['whole']]} total"
    return Measurand(noun, "", "the", dropped=part.dropped, doubtful=part.doubtful)


def accounted_for(subject: Measurand, value: str) -> str | None:
    """Say of a share of a total what it is a share of: exports accounted for 44 percent of the national total."""
    found = _SHARE.fullmatch(subject.noun)
    return f"{found['part']} accounted for {value} of the {found['total']}" if found is not None else None


_SHARE = re.compile(r"share of (?P<part>.+) in the (?P<total>\w+ total)")


def fraction_said(fact: Fact) -> str | None:
    """Write a part that is printed as a fraction: 占全国1/4, 三分之一."""
    if fact.unit is not None or fact.number is None or fact.upper is not None or not _PRINTED.search(fact.quote):
        return None
    part = Fraction(fact.number).limit_denominator(_FINEST)
    if part >= 1 or abs(Decimal(part.numerator) / part.denominator - fact.number) > _NEAR:
        return None
    word = _PARTS.get(part.denominator)
    if word is None or part == Fraction(1, 2):
        return "half" if part == Fraction(1, 2) else None
    return f"{SPELLED[part.numerator]}-{word}{'' if part.numerator == 1 else 's'}"


_FINEST = 12
_NEAR = Decimal("0.001")
_PRINTED = re.compile(r"分之|[0-9]/[0-9]|一半|半数")
_PARTS: Mapping[int, str] = MappingProxyType(
    {
        3: "third",
        4: "quarter",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        12: "twelfth",
    }
)
