"""Tell the two ends of a change apart where one clause gives both: 从2020年的53%|提高到58%, 比1957年的5亿元|增长8%.

The end that was reached is told of the day of the sentence. The one it began from is told only where its own words
date it.
"""

from __future__ import annotations

import re

from exporter.english.figures.starts import sentence_start
from exporter.english.grammar.headings import prepared
from exporter.model import Fact

_MOVES = (
    "(?:稳步|大幅|逐步|进一步|快速|已|又)?"
    "(?:提高|提升|增加|增长|上升|扩大|跃升|攀升|拓展|发展|增|升|下降|降低|减少|缩小|缩短|压缩|压减|回落|降|减|调整|优化)"
)
_TO = re.compile(f"{_MOVES}(?:到|至|为)")
_BY = re.compile("(?:增长|增加|提高|上升|下降|降低|减少)")
_FROM = re.compile("(?:.*[^比相])?[从由](?=[^从由]*$)|比|较")
_DATED = re.compile(
    "[12][0-9]{3}年|上年|去年|前年|[一二]九[〇零一二三四五六七八九]{2}年|二[〇零][〇零一二三四五六七八九]{2}年"
)


def ends_course(fact: Fact, source: str) -> bool:
    """Say whether a level is what something came to, from another told before it, that needs nothing of it: 提高到58%.

    By how much it changed since then, and at what pace the first was told (每月700元), is not said of the second.
    """
    if _TO.match(prepared(fact.quote)) is None or fact.deed is not None:
        return False
    paced = _PACE.search(source[sentence_start(fact, source, "，、") : fact.span.start])
    return fact.change is None and (paced is None or paced[0] in fact.indicator or "/" in (fact.unit or ""))


_PACE = re.compile("每|人均|户均|日均|平均")


def is_course_start(quote: str, rest: str) -> bool:
    """Say whether a figure is what something came from, as its own words date it: 从2020年的53%; `rest` follows."""
    found = _FROM.match(quote)
    if found is None or _DATED.search(quote[found.end() - 1 :]) is None:
        return False
    return (_BY if quote[0] in "比较" else _TO).match(rest) is not None
