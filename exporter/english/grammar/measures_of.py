"""Say a measure, or money for an end, of a thing that words stand behind: revenue of services above the size."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import word_set


def measured(left: Phrase, right: Phrase) -> Phrase | None:
    """光伏扶贫电站 | 总装机容量 → total installed capacity of solar power stations for poverty alleviation.

    A noun with words behind it stands before no other in English.
    """
    if left.children or _BEHIND.match(left.other or left.text) is None or " of " in right.text or left.verbal:
        return None
    head = right.text.rpartition(" ")[2]
    link = "of" if head in _OF else "for" if head in _FOR else None
    if link is None or right.slots:
        return None
    article = "the" if link == "of" and head in _COUNTED else right.article
    cost = left.cost + right.cost + _COST
    length = left.length + right.length
    return Phrase("NP", f"{right.text} {link} {left.full}", "", article, right.plural, cost, length)


_COST = 0.3
_BEHIND = re.compile(r"[^\"]*[a-z] (?:of|for|in|with|from|above|under) ")
_OF = word_set("revenue revenues income profits output capacity value coverage scale sales exports area length")
"""What is measured of a thing."""
_COUNTED = word_set("value area length scale coverage")
_FOR = word_set("funds subsidies allowances tasks renovation training workshops standards")
"""What is given or done for a thing."""
