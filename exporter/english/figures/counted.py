"""Join an amount and what it counts or measures: three farms, 2,180 mu of forest, 3 billion yuan in subsidies."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import is_bare, spelled
from exporter.english.figures.measurand import PERSONS, Measurand
from exporter.english.words.morphology import is_plural

_OF_AREA = re.compile(r"(land|forest) area$")
PROBLEM = re.compile(r"(?:problems?|difficult(?:y|ies)) (?:in|of|with) ")
"""What those have of whom so many are counted, so that its name counts nobody."""


def counted_so(text: str, subject: Measurand, one: bool) -> str | None:
    """Join an amount and what it counts: three farms, one farm, 2,180 mu of forest; None for a bare mass."""
    noun = subject.noun.removeprefix("the ")
    if PROBLEM.match(noun):
        return None
    noun = noun.removesuffix(" safety") if re.search(r"\d batch(?:es)?$", text) else noun
    noun, bare, text = _VAGUE.sub("", noun), is_bare(text), spelled(text)
    aside = f" ({subject.aside})" if subject.aside else ""
    if re.search(r"watts?$", text) and noun.endswith(" power"):
        noun = f"{noun} capacity"
    if not bare:
        if text.endswith("yuan") and PERSONS.search(subject.head) is not None:
            return None  # 资助学生600人、30万元: money is of no students
        if _THOSE.search(text) is not None and not noun.endswith("problems"):
            return None  # what so many people have is not they
        if (work := _WORK_ON.fullmatch(noun)) is not None and text[0].isdigit():
            return f"{work[1]} of {text} of {work[2]}{aside}"
        noun = _OF_AREA.sub(r"\1", noun)
        link = "in" if subject.plural and text.endswith("yuan") else "of"
        return f"{text} {link} {noun}{aside}"
    if noun.endswith("talent"):
        return f"{text} {noun.removesuffix('talent')}professional{'' if one else 's'}{aside}"
    if not subject.plural or not (_HAS_MORE_BEHIND.search(noun) or is_plural(noun.rpartition(" and ")[2])):
        return None
    return f"{text} {subject.one if one else noun}{aside}"


_HAS_MORE_BEHIND = re.compile(r"\b(?:of|for|in|on|to|that|at|above|under|with|from|by) |ed\b|\"")
_WORK_ON = re.compile(r"((?:renovation|upgrading|restoration|reinforcement)) of (.+)")
"""Work of which so much was done: renovation of 6,000 square meters of old housing."""
_THOSE = re.compile(r"\d(?: \w+illion)? (?:people|households)$")
_VAGUE = re.compile(r"^(?:various|all kinds of) ")
"""What does not stand behind a number."""
