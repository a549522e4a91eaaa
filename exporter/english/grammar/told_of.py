"""Fit what is said of a thing and the thing to each other: strength increases, industries develop rapidly."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.english.grammar.phrases import Phrase, noun, replace
from exporter.english.words.morphology import MARK


def told_of(thing: Phrase, said: str) -> tuple[Phrase, str]:
    """Give a subject and what is said of it as English says it of such a thing."""
    thing, said = _without_echo(thing, said)
    if thing.article == "a" and _SYSTEM.search(thing.text) and not _COMES.search(said):
        thing = replace(thing, article="the")
    for usual, fitting in _unfit_for(thing.text):
        said = usual.sub(fitting, said)
    if not thing.plural and "few" in said:
        said = _FEW.sub("limited", said)
    if task := _TASK.fullmatch(said):
        thing = replace(thing, plural=len(thing.parts) > 1)
        said = f"{task['is']}{task['kind']}tasks" if thing.plural else said
    return thing, _ADVANCED.sub(rf"{MARK}progress\1", said) if "advanced" in said else said


@lru_cache(maxsize=4096)
def _unfit_for(thing: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give what is usually said and does not fit a thing, and what does."""
    return tuple((usual, fitting) for things, usual, fitting in _FITTING if things.search(thing))


def _without_echo(thing: Phrase, said: str) -> tuple[Phrase, str]:
    """Say once what the thing says too: 产业发展 | 迅速 is that industries developed rapidly."""
    if (developed := _DEVELOPED.fullmatch(thing.text)) and (how := _FAST.fullmatch(said) or _DEVELOP.match(said)):
        rest = f" {_HOW[how['how']]}" if how.re is _FAST else said[how.end() :]
        return _of(thing, developed["what"]), f"{MARK}develop{rest}"
    if (done := _LEVEL.fullmatch(thing.text)) and _BETTER.match(said):
        return _of(thing, done["what"]), said  # 管理水平 | 明显提升: management improved
    if (looked := _LOOK.fullmatch(thing.text)) and _NEW_LOOK.match(said):
        return _of(thing, looked["what"]), said
    return thing, said


def _of(thing: Phrase, what: str) -> Phrase:
    return noun(what, thing.length, thing.cost)


_DEVELOPED = re.compile(r"(?:the )?development of (?P<what>.+)")
_DEVELOP = re.compile(rf"{MARK}develop\b(?= )")
_FAST = re.compile(rf"{MARK}be (?P<how>rapid|fast|steady|sound|stable)")
_HOW = {"rapid": "rapidly", "fast": "fast", "steady": "steadily", "sound": "soundly", "stable": "stably"}
_LEVEL = re.compile(
    r"(?:the )?level of (?P<what>(?:(?!high-quality |safe |of |and )[a-z-]+ )*(?:management|governance|services|"
    r"oversight|administration|security|urban and rural development)|(?:services and )?support for [a-z' ]+)"
)
_BETTER = re.compile(rf"{MARK}(?:continue to )?improve\b")
_LOOK = re.compile(r"(?:the )?(?:appearance|look|image) of (?P<what>.+)")
_NEW_LOOK = re.compile(rf"{MARK}take on an? (?:[a-z-]+ )*look")
_ADVANCED = re.compile(rf"{MARK}be( (?:rapidly|smoothly)) advanced(?=$| )")
_SYSTEM = re.compile(r"^(?:[a-z-]+ ){0,3}(?:system|mechanism|economy)\b")
"""What is there already where something is said of it."""
_COMES = re.compile(r"\b(?:built|established|formed|created|put in place|set up|take shape)\b")
_TASK = re.compile(rf"(?P<is>{MARK}(?:be|remain) (?:still )?)an? (?P<kind>(?:[a-z]+ )*)task")
_STRENGTH = re.compile(
    r"^(?:the )?capacity for (?!.* and )"
    r"|\b(?:strength|(?<!conduct and )capacity|ability|vitality|competitiveness|support)$"
)
_GROWING = re.compile(r"\b(?:pressure|difficulty|spending|investment|inputs?|gaps?|risks?)$")
_FITTING = (
    (re.compile(r"\bpace\b"), re.compile("gather pace"), "quicken"),
    (re.compile("strength$"), re.compile("improve"), "increase"),
    (re.compile("^(?:government |the )?conduct$"), re.compile(rf"{MARK}change\b"), f"{MARK}improve"),
    (re.compile(r"\bposition\b"), re.compile(rf"{MARK}(continue to )?grow stronger"), rf"{MARK}\1be strengthened"),
    (_STRENGTH, re.compile(rf"{MARK}be((?: \w+)?) strengthened"), rf"{MARK}increase\1"),
    (_STRENGTH, re.compile(rf"({MARK}(?:continue to )?)grow((?: \w+)?) stronger"), r"\1increase\2"),
    (_GROWING, re.compile("be stepped up"), "increase"),
    (
        re.compile("^(?:(?! on ).)*pressure"),
        re.compile(rf"({MARK}be (?:still )?(?:very |quite |relatively )?)large$"),
        r"\1great",
    ),
)
"""Of which things what is usually said does not fit, and what does."""
_FEW = re.compile(r"\bfew(?: in number)?$")
