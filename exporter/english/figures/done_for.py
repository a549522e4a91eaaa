"""Read what was done for somebody as the source prints it: 为|民营企业|解决|融资难题, solved for enterprises."""

from __future__ import annotations

from dataclasses import replace

from exporter.model import Fact, Stretch


def with_whom(fact: Fact, source: str) -> Fact:
    """Give a fact whose name holds for whom something was done under the words of its clause, verb and all."""
    own = [one for one in fact.account if not one.inherited]
    lead = next((at for at, one in enumerate(own) if _leads(one, source)), len(own))
    words = own[lead : lead + _PARTS]
    if [one.role for one in words] != ["deed", "modifier", "deed", "thing"]:
        return fact
    said = "".join(source[one.span.start : one.span.end] for one in words)
    account = tuple(replace(one, role="thing") if one in words else one for one in fact.account)
    return replace(fact, indicator=said, deed=None, measure="level", account=account)


_PARTS = 4


def _leads(stretch: Stretch, source: str) -> bool:
    return stretch.role == "deed" and source[stretch.span.start : stretch.span.end] in (
        "为",
        "向",
        "对",
        "给",
        "為",
        "對",
        "給",
    )
