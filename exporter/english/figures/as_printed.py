"""Take a fact's name back to the words of its clause, which English has its own ways with.

What was done for somebody is read whole, 为|民营企业|解决|融资难题: problems solved for enterprises. A rank of a growth
that is named only by what stood before it (增速) is told with that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exporter.model import Fact, Stretch


def as_printed(fact: Fact, source: str) -> Fact:
    """Give a fact under the words that the source prints for it."""
    if fact.change_kind == "rank" and fact.indicator.endswith(_GROWTH) and source:
        own = _GROWTH in _said(fact.account, source)
        return fact if own else replace(fact, indicator=fact.indicator.removesuffix(_GROWTH))
    return _with_whom(fact, source)


_GROWTH = "增速"


def _with_whom(fact: Fact, source: str) -> Fact:
    own = [one for one in fact.account if not one.inherited]
    lead = next((at for at, one in enumerate(own) if _leads(one, source)), len(own))
    words = own[lead : lead + _PARTS]
    if [one.role for one in words] != ["deed", "modifier", "deed", "thing"]:
        return fact
    account = tuple(replace(one, role="thing") if one in words else one for one in fact.account)
    return replace(fact, indicator=_said(words, source), deed=None, measure="level", account=account)


_PARTS = 4


def _said(stretches: Iterable[Stretch], source: str) -> str:
    return "".join(source[one.span.start : one.span.end] for one in stretches)


def _leads(stretch: Stretch, source: str) -> bool:
    return stretch.role == "deed" and _said((stretch,), source) in ("为", "向", "对", "给", "為", "對", "給")
