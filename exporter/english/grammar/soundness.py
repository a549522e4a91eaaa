"""Say where the English of a joint is none: a thing done to itself, a verb cut short, a kind in front of two."""

from __future__ import annotations

import re

from exporter.english.grammar.attested import TAIL, bare
from exporter.english.grammar.phrases import SLOT, Phrase
from exporter.english.words.morphology import MARK


def is_unsound(phrase: Phrase) -> bool:
    """Say whether a phrase is English that nobody would write."""
    return any(fault(phrase) for fault in _FAULTS)


_OTHER_VERB = re.compile(r"\b(?!(?:king|spring|thing|everything|building|housing|training|opening)\b)\w{2,}ing\b")
_LATE = re.compile(r" (?:in all respects|across the board|in a coordinated way|with greater \w+|by law)$")


def _how_of_what(phrase: Phrase) -> bool:
    """Strengthen development focusing on improving lives | in all respects: an adverb stands too far from its verb."""
    if phrase.rule != "adverbial" or not _LATE.search(phrase.text):
        return False
    return _OTHER_VERB.search(phrase.text) is not None


_SCOPES = re.compile(r"(?:rural|urban|national|provincial|municipal|regional|local|economic|social)\b")


def _inside(phrase: Phrase) -> bool:
    """能源 | 利用效率: what English says inside a thing it cannot say before it."""
    if phrase.rule != "compound" or phrase.children[1].children or " of " not in phrase.children[1].text:
        return False
    left = phrase.children[0].other
    return left.islower() and not _SCOPES.match(left)


def _of_name(phrase: Phrase) -> bool:
    """栖霞 | 新形象: what is new of a place stands before its name; and kinds of a place are joined by and."""
    if phrase.rule not in ("compound", "described", "fronted"):
        return False
    new = phrase.rule == "compound" and phrase.children[1].text.startswith("new ")
    return (new and phrase.children[0].text.istitle()) or _HEAPED.fullmatch(phrase.text) is not None


_HEAPED = re.compile(r"(?!.*\b(?:and|new|more)\b)(?:[a-z-]+ ){2,}[A-Z][a-z]+")


_STEM = re.compile(rf"{MARK}(?P<verb>[a-z]+) (?P<thing>[^{MARK}]*)")


_CUT_SHORT = re.compile(
    r"(?: (?:with|on|to|for|of|by|from|into|(?<!brought )(?<!ushered )(?<!phased )(?<!moved )(?<!settled )in)$)|\{\}"
)
_COUNTED_DONE = re.compile(r" (?:shut down|built|added|[a-z]+(?<!ne)ed)$")


def _broken(phrase: Phrase) -> bool:
    """Policies will be cooperated with, accelerate capacity shut down: English that is none."""
    if phrase.rule == "sentence":
        return _CUT_SHORT.search(phrase.text) is not None
    thing = phrase.children[1] if phrase.rule == "with_object" else None
    return thing is not None and not thing.children and _COUNTED_DONE.search(thing.text) is not None


def _said_twice(phrase: Phrase) -> bool:
    """Strengthen the strengths, promote promotion: a verb and its own noun."""
    if phrase.rule != "with_object":
        return False
    found = _STEM.search(phrase.text)
    if found is None:
        return False
    stem = bare(found["verb"])[:7]
    head = TAIL.split(f"{found['thing']} ")[0].split()
    return bool(head) and len(stem) > 5 and head[-1].replace(SLOT, "").startswith(stem)


_FOCUS = re.compile(r"\b(?:focus|priority|concentrate|intent)\b")


def _focused_twice(phrase: Phrase) -> bool:
    """重点 | 抓项目: focus on efforts to focus on projects."""
    if phrase.rule not in ("adverbial", "prepositional", "with_action", "two_actions"):
        return False
    left, right = phrase.children
    said = phrase.text != right.text
    return said and _FOCUS.search(left.text) is not None and right.text.startswith(f"{MARK}focus ")


_CAME_OF_IT = re.compile(
    rf"{MARK}(?:yield|achieve|be|show) (?:notable|remarkable|good|obvious|significant|new|initial)"
)


def _deed_as_subject(phrase: Phrase) -> bool:
    """扶贫济困 | 成效显著: what yields results is the deed, not who did it."""
    if phrase.rule != "two_actions" or phrase.children[0].category != "VP":
        return False
    return _CAME_OF_IT.match(phrase.children[1].text) is not None


def _is_on(phrase: Phrase) -> bool:
    """内需 | 对增长的拉动力 不足: what 对 opens belongs to the thing, not to how it is."""
    return phrase.rule == "prepositional" and phrase.children[0].text.startswith("on ") and _IS in phrase.text


def _done_and_does(phrase: Phrase) -> bool:
    """提高 和 转变: be improved and change."""
    if phrase.rule != "two_states":
        return False
    left, right = phrase.children
    return (_BEING.search(left.text) is None) != (_BEING.search(right.text) is None)


_BEING = re.compile(r"\bbe\b")
_IS = f"{MARK}be "


def _twice_at_once(phrase: Phrase) -> bool:
    """Coordinated coordinated development, pragmatic and efficient and clean conduct."""
    heaped = phrase.rule == "two_adjectives" and phrase.text.count(" and ") > 1
    return heaped or _TWICE.search(phrase.text) is not None


_TWICE = re.compile(r"\b([a-z-]{3,}) \1\b|\b([a-z]{7,})[a-z]* \2[a-z]*\b|\b(?!better|more)([a-z]{4,})(?:,| and) \3\b")


def _never_said(phrase: Phrase) -> bool:
    """Build the modernization of defense, take a decisive pace, services for government: what is never said."""
    return phrase.category in ("VP", "I", "S") and _NEVER_SAID.search(phrase.text) is not None


_NEVER_SAID = re.compile(
    r"\bbuild (?:the |an? )?(?:[a-z-]+ ){0,3}(?:modern|industrial|urban|informat|digital)ization\b"
    r"|\btake (?:[a-z-]+ ){0,3}pace\b|\b(?:explore|take|follow) the roads of\b"
    r"|\b(?:services? for|management of) (?:the )?government\b"
)

_FAULTS = (
    _twice_at_once,
    _never_said,
    _is_on,
    _done_and_does,
    _how_of_what,
    _inside,
    _of_name,
    _said_twice,
    _broken,
    _focused_twice,
    _deed_as_subject,
)
