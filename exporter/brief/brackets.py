"""Name the targets beside which the source has another figure in brackets: 增长8%以上（市级增长7.5%）."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import Said, in_turn, joined, of, words
from exporter.brief.places import Places
from exporter.english.figures.subjects import SCOPES
from exporter.model import Document, Fact

NEAR = 120
"""Characters behind a figure within which its bracket ends."""
_OF_A_LEVEL = re.compile(rf"({'|'.join(SCOPES)})(?:增长)?(\d+(?:\.\d+)?)[%％]")
_OWN = ("city level", "county level", "district level", "provincial level")
_TAG = re.compile(r"<[^<>]*>")
_BRACKET = re.compile(r"[^，,。；;、（(]{0,4}[（(]([^（()）]*\d[^（()）]*)[）)]")


def bracketed(facts: Sequence[Fact], document: Document, places: Places) -> Said:
    """Quote what the source puts in brackets behind targets, where that holds a figure too; nothing for none.

    A figure that is a fact of the document too is tied to it.
    """
    text = document.origin.text if document.origin else ""
    found = [(fact, said) for fact in facts if (said := _bracket(fact, text))]
    if not found:
        return words("", "")
    if all(_OF_A_LEVEL.fullmatch(said) for _, said in found):
        return _of_levels(found, document, places)
    zh = "；".join(f"{name_zh(fact)}（{said}）" for fact, said in found)
    names = in_turn([f"{name_en(fact)}{_in_english(said)}" for fact, said in found])
    told = dict.fromkeys(places.of(fact.span.start)[1] for fact, _ in found)
    en = f" In brackets the source gives another figure for {names} ({'; '.join(told)})."
    return words(f"原文括号内另有数：{zh}。", en)


def at_own_level(fact: Fact, document: Document, frame: tuple[str, str] = ("；{}", "; {}")) -> Said:
    """Say behind a target what the source aims at for another level of accounts, in its bracket; nothing for none."""
    said = _OF_A_LEVEL.fullmatch(_bracket(fact, document.origin.text)) if document.origin else None
    if said is None:
        return words("", "")
    own = _own(fact, said, document.facts)
    return _tied(own, frame[0].format(said[0]), frame[1].format(f"{LEVELS[said[1]]}: {said[2]} percent"))


def _own(fact: Fact, said: re.Match[str], every: Sequence[Fact]) -> Fact | None:
    """Find the fact of the figure that stands in the bracket of another."""
    return next(
        (
            one
            for one in every
            if 0 <= one.span.start - fact.span.end <= NEAR and one.scope == said[1] and str(one.change) == said[2]
        ),
        None,
    )


def _tied(fact: Fact | None, zh: str, en: str) -> Said:
    return words(zh, en) if fact is None else of(fact, zh, en)


APART = "（{}）", " ({})"
"""Frames of what stands in brackets of its own, in both languages."""


def _of_levels(found: Sequence[tuple[Fact, str]], document: Document, places: Places) -> Said:
    """Say which figures the source gives for a government's own level, beside those of the whole place."""
    start, text = found[0][0].span.start, document.origin.text if document.origin else ""
    near = text[max(0, start - NEAR) : start]
    whole = next((word for word in WHOLE if word in near), "")
    levels = [level for _, said in found if (level := _OF_A_LEVEL.fullmatch(said))]
    zh, en = places.of(start)
    alike = len({level[1] for level in levels}) == 1
    own = f"{'what it calls ' * (SCOPES[levels[0][1]] in _OWN)}{LEVELS[levels[0][1]]}"
    targets = f"targets for {own}" if alike else "targets for other levels"
    told = [
        _tied(
            _own(fact, level, document.facts),
            f"{name_zh(fact)}{level[0]}",
            f"{name_en(fact)}{_in_english(level[0], alike)}",
        )
        for (fact, _), level in zip(found, levels, strict=True)
    ]
    opening = f" The targets in {en} are for {WHOLE[whole]}; the source" if whole else " The source"
    return joined(
        words(f"{f'{zh}的目标为{whole}数，' * bool(whole)}原文另列：", f"{opening} also gives {targets}: "),
        *(part for at, one in enumerate(told) for part in ([words("；", "; ")] if at else []) + [one]),
        words("。", ".") if whole else words(f"（{zh}）。", f" ({en})."),
    )


WHOLE: Mapping[str, str] = MappingProxyType(
    {
        "全市": "the whole city",
        "全县": "the whole county",
        "全区": "the whole district",
        "全省": "the whole province",
    }
)
"""What says of figures that they are those of the whole place."""
LEVELS: Mapping[str, str] = MappingProxyType(
    {
        word: f"the {english.removesuffix(' level').replace('provincial', 'province')}'s own level"
        if english in _OWN
        else english
        for word, english in SCOPES.items()
    }
)
"""Names of a government's own accounts, without those below it, for readers who take the city for all of it."""


def _in_english(said: str, named: bool = False) -> str:
    """Give the figure of another level: 市级增长7.5% → (the city's own level: 7.5 percent); nothing for another.

    `named`: the level is named already.
    """
    found = _OF_A_LEVEL.fullmatch(said)
    if found is None:
        return ""
    return f" {found[2]} percent" if named else f" ({LEVELS[found[1]]}: {found[2]} percent)"


def _bracket(fact: Fact, text: str) -> str:
    """Give what stands in brackets right behind a figure and holds another; nothing for none."""
    behind = _TAG.sub("", text[fact.span.end : fact.span.end + NEAR])
    found = _BRACKET.match("".join(behind.split()))
    return found[1] if found else ""
