"""Find the numbers of an English text: value, what they are a number of, bound and direction around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import Literal, TypeAlias

from exporter.model import Bound

MentionKind: TypeAlias = Literal["money", "dollars", "percent", "points", "fold", "year", "ordinal", "plain"]
"""`fold`: doubled, two-fold; `dollars` is any currency but the yuan."""
Direction: TypeAlias = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of an English text at `start` to `end`, with its value in full: 148.78 billion is 148780000000."""

    start: int
    end: int
    value: Decimal
    kind: MentionKind
    spelled: bool = False
    """Written in words (three, first), where a translator has more freedom."""
    bound: Bound = "exact"
    unit: str = ""
    """The word that follows it, in lower case."""


def mentions(text: str) -> tuple[Mention, ...]:
    """Find the numbers of an English text, in order."""
    return tuple(_found(text))


def direction(text: str, mention: Mention) -> Direction | None:
    """Say whether the nearest word of change around a number says that it rose or fell; None if there is none."""
    before = _STOP.split(text[max(0, mention.start - 110) : mention.start])[-1]
    after = _PAUSE.split(text[mention.end : mention.end + 36])[0]
    nearest: tuple[int, Direction] | None = None
    for found in _CHANGE.finditer(before):
        nearest = (len(before) - found.end(), "up" if found["up"] else "down")
    following = _CHANGE.search(after)
    if following and (nearest is None or following.start() + 12 < nearest[0]):
        nearest = (following.start(), "up" if following["up"] else "down")
    return nearest[1] if nearest else None


_STOP = re.compile(r"[;:.](?=\s)")
_PAUSE = re.compile(r"[;:,.](?=\s)|\d| and | while ")
_CHANGE = re.compile(
    r"\b(?:(?P<up>up(?! to)|increas\w*|gr[eo]w(?:s|n|th|ing)?|rose|ris(?:e|es|en|ing)|rais(?:e|ed|es|ing)|"
    r"higher(?! than)|climb\w*|surg\w*|soar\w*)"
    r"|(?P<down>down|decreas\w*|declin\w*|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|reduc\w*|cut(?:s|ting)?|"
    r"lower(?:ed|ing|s)?|shrink\w*|shr[au]nk|slash\w*|slid\w*|trimm?\w*))\b",
    re.IGNORECASE,
)


def _listed(*words: str) -> tuple[str, ...]:
    return tuple(" ".join(words).split())


_SCALES = {
    "trillion": Decimal(10) ** 12,
    "billion": Decimal(10) ** 9,
    "million": Decimal(10) ** 6,
    "thousand": Decimal(1000),
    "hundred": Decimal(100),
}
_UNITS = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
    "eighteen nineteen",
)
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
    "sixteenth seventeenth eighteenth nineteenth twentieth",
)
_WORDS: dict[str, Decimal] = {
    **{word: Decimal(value) for value, word in enumerate(_UNITS)},
    **{word: Decimal(10 * value) for value, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{unit}": Decimal(10 * value + one)
        for value, ten in enumerate(_TENS, 2)
        for one, unit in enumerate(_UNITS[1:10], 1)
    },
}
_FOLDS = {"doubled": 2, "double": 2, "doubling": 2, "tripled": 3, "triple": 3, "quadrupled": 4, "twice": 2, "half": 0}

_OTHER_MONEY = r"(?:(?:US|American|Hong Kong|HK)\s)?(?:[Dd]ollars?|[Ee]uros?|[Yy]en)\b"
_PER_THOUSAND = r"per thousand\b(?! (?:people|residents|persons|households|population|urban|rural|permanent))"
_NUMBER = re.compile(
    r"(?P<sign>US\s?\$|HK\s?\$|\$|€|£)?\s?"
    r"(?P<digits>(?<![\d.,A-Za-z])(?<![A-Za-z]-)\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.,A-Za-z])(?<![A-Za-z]-)\d+(?:\.\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|[\s-]?(?P<scale>trillion|billion|million|thousand|hundred)\b)?"
    rf"[\s-]?(?P<unit>%|‰|(?:percentage|basis)[\s-]+points?|percent\b|per\s?cent\b|per mille\b|{_PER_THOUSAND}|"
    rf"fold\b|times\b|(?:RMB\s)?yuan\b|{_OTHER_MONEY})?"
)
_SPELLED = re.compile(
    r"\b(?P<word>" + "|".join(sorted((*_WORDS, *_ORDINALS, *_FOLDS), key=len, reverse=True)) + r")\b"
    r"(?:[\s-](?P<scale>trillion|billion|million|thousand|hundred)\b)?"
    r"[\s-]?(?P<unit>%|percentage[\s-]+points?|percent\b|per\s?cent\b|fold\b|times\b|yuan\b|"
    rf"{_OTHER_MONEY})?",
    re.IGNORECASE,
)


def _found(text: str) -> Iterator[Mention]:
    found = [
        _digits(text, match) for match in _NUMBER.finditer(text) if not _ENUMERATED.match(text, match.start("digits"))
    ]
    found += [_spelled(text, match) for match in _SPELLED.finditer(text)]
    found += [_round(text, match) for match in _ROUND.finditer(text)]
    found.sort(key=lambda mention: mention.start)
    for mention, following in zip_longest(found, found[1:]):
        yield _sharing(text, mention, following)


def _sharing(text: str, mention: Mention, following: Mention | None) -> Mention:
    """Give a number the unit and scale that it shares with the next: from 50 to 75 percent, 2 to 3 billion."""
    if following is None or mention.kind not in ("plain", "dollars"):
        return mention
    if text[mention.end : following.start].strip(" $US") not in ("to", "and", "or", "-", "–", "—"):
        return mention
    kind = following.kind if following.kind in ("percent", "points", "money", "dollars") else mention.kind
    scale = _SCALE_WORD.search(text[following.start : following.end])
    own = _SCALE_WORD.search(text[mention.start : mention.end])
    value = (
        mention.value * _SCALES[scale[0]] if scale and not own and mention.value < following.value else mention.value
    )
    return replace(mention, kind=kind, value=value)


_ENUMERATED = re.compile(r"\d{1,2}\)(?= )")
"""The number of an item in a list: 1) deepen reform."""
_SCALE_WORD = re.compile(r"trillion|billion|million|thousand")


def _digits(text: str, match: re.Match[str]) -> Mention:
    value = Decimal(match["digits"].replace(",", "")) * _SCALES.get(match["scale"] or "", Decimal(1))
    if match["unit"] in ("‰", "per mille", "per thousand"):
        value /= 10
    if (match["unit"] or "").startswith("basis"):
        value /= 100
    kind = "ordinal" if match["ordinal"] else _kind(match["unit"], match["sign"])
    if kind == "plain" and not match["scale"] and re.fullmatch(r"(?:19|20)\d\d", match["digits"]):
        kind = "year"
    return Mention(
        match.start("digits"), match.end(), value, kind, False, _bound(text, match), _next(text, match.end())
    )


def _spelled(text: str, match: re.Match[str]) -> Mention:
    word = match["word"].lower()
    kind = _kind(match["unit"], None)
    if word in _FOLDS:
        value = Decimal(_FOLDS[word] or "0.5")
        kind = "fold"
    elif word in _ORDINALS:
        value, kind = Decimal(_ORDINALS.index(word) + 1), "ordinal"
    else:
        value = _WORDS[word] * _SCALES.get((match["scale"] or "").lower(), Decimal(1))
    return Mention(match.start(), match.end(), value, kind, True, _bound(text, match), _next(text, match.end()))


_ROUND = re.compile(r"(?:(?<=the )|(?<=\ba ))(trillion|billion|million)\b")


def _round(text: str, match: re.Match[str]) -> Mention:
    """Read a million that no number stands before: passed the million mark."""
    return Mention(match.start(), match.end(), _SCALES[match[0]], "plain", True, _bound(text, match))


def _kind(unit: str | None, sign: str | None) -> MentionKind:
    if sign:
        return "dollars"
    unit = (unit or "").lower()
    if unit.startswith(("percentage", "basis")):
        return "points"
    if unit in ("%", "‰") or unit.startswith("per"):
        return "percent"
    if unit.endswith(("fold", "times")):
        return "fold"
    if unit.endswith(("dollar", "dollars", "euro", "euros", "yen")):
        return "dollars"
    return "money" if unit.endswith("yuan") else "plain"


_BOUND_WORDS: Mapping[Bound, str] = {
    "at_least": "at least|no (?:less|fewer|lower) than|not (?:be )?less than|a minimum of|minimum|or (?:more|higher)",
    "at_most": "no (?:more|higher|greater) than|not (?:exceed(?:ing)?|to exceed|(?:rise )?above|(?:be )?more than)|"
    "below|under|less than|fewer than|within|up to|at most|lower than|a maximum of|a ceiling of|at or below",
    "nearly": "nearly|almost|close to|approach(?:ing|ed|es)?|just under|just short of",
    "over": "over(?: the age of)?|more than|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|above|in excess of|greater than|"
    "higher than|upwards of|topp(?:ed|ing)|pass(?:ed|ing)(?: the)?|broken? through|broke|past",
    "about": "around|about|approximately|some|roughly",
}
_BEFORE: Mapping[Bound, re.Pattern[str]] = {
    bound: re.compile(rf"\b(?:{words})\W*(?:(?:US|an?other|an additional|some|the)\W+)?$", re.IGNORECASE)
    for bound, words in _BOUND_WORDS.items()
}
"""What stands before a number, at its end."""
_AFTER = re.compile(
    r"\W{0,2}(?:(?P<over>(?:or|and) (?:more|over|higher|above|older)|-?plus\b|mark\b|odd\b|\+)"
    r"|(?P<under>(?:or|and) (?:less|lower|fewer|below|under))|(?P<about>or so\b))",
    re.IGNORECASE,
)


def _bound(text: str, match: re.Match[str]) -> Bound:
    start = match.start()
    before = text[max(0, start - 30) : start]
    for bound, pattern in _BEFORE.items():
        if pattern.search(before):
            return bound
    after = _AFTER.match(text, match.end())
    if after is None:
        return "exact"
    return "at_least" if after["over"] else "at_most" if after["under"] else "about"


def _next(text: str, end: int) -> str:
    found = re.compile(r"[\s-]?([A-Za-z]+(?:\s[a-z]+)?)").match(text, end)
    return found[1].lower() if found else ""
