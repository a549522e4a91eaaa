"""Tell what the heads of a table say of a figure that its sentence says by its unit and its time."""

from __future__ import annotations

import re

from exporter.model import Fact


def is_a_head(words: str, fact: Fact) -> bool:
    """Say whether the words of a head tell only of what time or in what unit its numbers are, or name the indicator."""
    bare = words.replace(fact.unit, "") if fact.unit else words
    named = "".join(re.findall(r"\w", fact.indicator))
    if bare == named or (len(bare) > 1 and named.endswith(bare)):
        return True
    if _MONTHS.fullmatch(bare):
        return "/" in (fact.period or "")
    found = _HEAD.fullmatch(bare)
    return found is not None and (fact.period or "")[:4] in words and (found["done"] is None or fact.kind == "actual")


_MONTHS = re.compile(r"(?:\d{4}年)?\d{2,4}月(?:累计)?")
_HEAD = re.compile(
    r"(?:\d{4})?年?[末度底]?(?:绝对[数值额量]|实际|(?P<done>执行数?|完成数?|决算数?)|[一-鿿]{1,2}元|万?[吨人户辆台件套])?"
    r"|比?[上去]年?(?:同期|末)?(?:增长|增减|±)?(?:幅度)?"
)
"""The head of a column that says of what year or in what unit its numbers are."""
