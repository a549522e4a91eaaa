"""Find lists of fields, whose sides may be of any length: nobody takes one for part of the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.english.grammar.phrases import Phrase, every


def fields(text: str, clause: Phrase) -> Iterator[tuple[int, int]]:
    """Give the places where the sides of such a list are joined: 安全生产、自然灾害防治、社会稳定 等 | 领域."""
    lists = [one for one in every(clause) if _AREAS.search(one.text) and one.rule in ("join", "among")]
    for joint in (one for phrase in lists for one in every(phrase) if one.rule == "join" and len(one.children) == 2):
        last = joint.children[1].leaves[-1]
        whole = last.length > 2 or not joint.children[1].children or joint.children[1].rule == "among"
        if whole and text[joint.children[1].place[0] - 1] == "、":
            yield joint.place


_AREAS = re.compile(
    r" and (?:other )?(?:[a-z]+ )?(?:areas|fields|aspects)$|, and other problems in (?:areas|fields|aspects)$"
)
