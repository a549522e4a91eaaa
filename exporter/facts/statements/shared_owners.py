"""Find whose traffic or money a row is told of, where only its first name says so: 铁路|客运量和货运量."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Stretches of a sentence that make a name together."""


def with_owner(text: str, names: Sequence[Spans]) -> tuple[Spans, ...]:
    """Give each name of a row the owner of the first, where it has the same kind of traffic or money."""
    owner = _OWNER.match(text, *names[0][0])
    if owner is None or owner.lastgroup is None:
        return tuple(names)
    owned = _OWNED[owner.lastgroup]
    return (names[0], *((owner.span(), *name) if owned.match(_said(text, name)) else name for name in names[1:]))


_OWNER = re.compile(
    "(?P<land>(?:公路|道路|铁路|水路|水运)(?:运输)?)(?=旅客|货物|[客货]运|周转|客货)"
    "|(?P<port>(?:民航|航空|机场|空港|(?:沿海|内河|沿江)?港口)(?:运输)?)(?=旅客|货[物邮]|[客货]运|集装箱|周转|吞吐)"
    "|(?P<bank>(?:(?:银行业)?金融机构|全部金融机构|银行业?)(?:本外币|人民币)?(?:各项)?)(?=存款|贷款|存贷)"
)
_OWNED = {
    "land": re.compile("(?:旅客|货物|[客货]运|周转)(?!.*吞吐)"),
    "port": re.compile("旅客|货[物邮]|[客货]运|集装箱|周转|吞吐"),
    "bank": re.compile("(?:各项)?[存贷]款"),
}


def _said(text: str, name: Spans) -> str:
    return "".join(text[start:end] for start, end in name)
