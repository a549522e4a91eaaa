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
    if all(_OF_A_LEVEL.fullmatch(said) for _, said in found):
        return _of_levels(found, origin)
    zh = "；".join(f"{name_zh(fact)}（{said}）" for fact, said in found)
    names = in_turn([f"{name_en(fact)}{_in_english(said)}" for fact, said in found])
    places = dict.fromkeys(place_of(fact.span.start, origin, fact.line)[1] for fact, _ in found)
    en = f" In brackets the source gives another figure for {names} ({'; '.join(places)})."
    return words(f"原文括号内另有数：{zh}。", en)


def _of_levels(found: Sequence[tuple[Fact, str]], origin: Origin) -> Said:
    """Say which figures the source gives for another level of accounts, beside those of the whole place."""
    whole = next(
        (word for word in WHOLE if word in origin.text[max(0, found[0][0].span.start - NEAR) : found[0][0].span.start]),
        "",
    )
    zh = "；".join(f"{name_zh(fact)}{said}" for fact, said in found)
    en = "; ".join(f"{name_en(fact)}{_in_english(said)}" for fact, said in found)
    place = place_of(found[0][0].span.start, origin, found[0][0].line)
    of_whole = (f"以上为{whole}数，", ", beside those for the whole place") if whole else ("", "")
    return words(
        f"{of_whole[0]}原文另列：{zh}（{place[0]}）。", f" The source also gives{of_whole[1]}: {en} ({place[1]})."
    )


WHOLE = ("全市", "全县", "全区", "全省")
"""What says of figures that they are those of the whole place."""


def _in_english(said: str) -> str:
    """Give the figure of another level of accounts: 市级增长7.5% → (city level: 7.5 percent); nothing for another."""
    found = _OF_A_LEVEL.fullmatch(said)
    return f" ({SCOPES[found[1]]}: {found[2]} percent)" if found else ""


def _bracket(fact: Fact, text: str) -> str:
    """Give what stands in brackets right behind a figure and holds another; nothing for none."""
    behind = _TAG.sub("", text[fact.span.end : fact.span.end + NEAR])
    found = _BRACKET.match("".join(behind.split()))
    return found[1] if found else ""
