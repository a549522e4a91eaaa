"""Name the targets beside which the source has another figure in brackets: 增长8%以上（市级增长7.5%）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import Said, in_turn, words
from exporter.brief.places import place_of
from exporter.english.figures.subjects import SCOPES
from exporter.model import Fact, Origin

NEAR = 120
"""Characters behind a figure within which its bracket ends."""
_OF_A_LEVEL = re.compile(rf"({'|'.join(SCOPES)})(?:增长)?(\d+(?:\.\d+)?)[%％]")
_TAG = re.compile(r"<[^<>]*>")
_BRACKET = re.compile(r"[^，,。；;、（(]{0,4}[（(]([^（()）]*\d[^（()）]*)[）)]")


def bracketed(facts: Sequence[Fact], origin: Origin | None) -> Said:
    """Quote what the source puts in brackets behind targets, where that holds a figure too; nothing for none."""
    found = [(fact, said) for fact in facts if origin and (said := _bracket(fact, origin.text))]
    if not found or origin is None:
        return words("", "")
    zh = "；".join(f"{name_zh(fact)}（{said}）" for fact, said in found)
    names = in_turn([f"{name_en(fact)}{_in_english(said)}" for fact, said in found])
    places = dict.fromkeys(place_of(fact.span.start, origin, fact.line)[1] for fact, _ in found)
    en = f" In brackets the source gives another figure for {names} ({'; '.join(places)})."
    return words(f"原文括号内另有数：{zh}。", en)


def _in_english(said: str) -> str:
    """Give the figure of another level of accounts: 市级增长7.5% → (city level: 7.5 percent); nothing for another."""
    found = _OF_A_LEVEL.fullmatch(said)
    return f" ({SCOPES[found[1]]}: {found[2]} percent)" if found else ""


def _bracket(fact: Fact, text: str) -> str:
    """Give what stands in brackets right behind a figure and holds another; nothing for none."""
    behind = _TAG.sub("", text[fact.span.end : fact.span.end + NEAR])
    found = _BRACKET.match("".join(behind.split()))
    return found[1] if found else ""
