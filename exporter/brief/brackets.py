"""Name the targets beside which the source has another figure in brackets: 增长8%以上（市级增长7.5%）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import Said, words
from exporter.brief.places import place_of
from exporter.model import Fact, Origin

NEAR = 120
"""Characters behind a figure within which its bracket ends."""
_TAG = re.compile(r"<[^<>]*>")
_BRACKET = re.compile(r"[^，,。；;、（(]{0,4}[（(]([^（()）]*\d[^（()）]*)[）)]")


def bracketed(facts: Sequence[Fact], origin: Origin | None) -> Said:
    """Quote what the source puts in brackets behind targets, where that holds a figure too; nothing for none."""
    found = [(fact, said) for fact in facts if origin and (said := _bracket(fact, origin.text))]
    if not found or origin is None:
        return words("", "")
    zh = "；".join(f"{name_zh(fact)}（{said}）" for fact, said in found)
    place = place_of(found[0][0].span.start, origin, found[0][0].line)
    *others, last = [name_en(fact) for fact, _ in found]
    names = f"{', '.join(others)} and {last}" if others else last
    en = f" In brackets the source gives another figure for {names} ({place[1]})."
    return words(f"原文括号内另有数：{zh}。", en)


def _bracket(fact: Fact, text: str) -> str:
    """Give what stands in brackets right behind a figure and holds another; nothing for none."""
    behind = _TAG.sub("", text[fact.span.end : fact.span.end + NEAR])
    found = _BRACKET.match("".join(behind.split()))
    return found[1] if found else ""
