"""Say a thing of its kind as English does: the garment industry, employment of graduates, development of industries."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import SLOT, Phrase
from exporter.english.words.morphology import singular, word_set


def of_its_kind(left: Phrase, right: Phrase) -> tuple[str, str] | None:
    """Give article and English of a noun behind the noun that says of what kind it is; None for another."""
    if left.parts or left.children or not left.other:
        return None
    if right.text == "industrial development" and left.adjectival:
        return "", f"development of {left.other} industries"  # 文化 | 产业发展
    if right.text == "industries" and not right.children and _is_goods(left):
        return "the", f"{left.other} industry"
    if left.text.istitle() and right.plural and not right.children:
        if right.length == 1 and right.text in _GENERIC:
            return "", left.text + _GENERIC[right.text]  # 石家庄 | 市
        if right.text.rpartition(" ")[2] in _ONE_EACH:
            return "the", f"{left.other} {singular(right.text)}"
    if right.text == "strategies" and not (right.children or left.adjectival):
        return "the", f"{left.other} strategy"  # 城镇化 | 战略
    if strong := _STRONG.fullmatch(right.text):
        return "a", f"{strong['place']} strong in {left.full}"  # 能源 | 强省
    if right.text in _FOR_WHOM and left.text.rpartition(" ")[2] in _PERSONS and not left.adjectival:
        return "", f"{right.text} {_FOR_WHOM[right.text]} {left.full}"
    return None


_GENERIC = {"cities": "", "counties": " County", "districts": " District", "provinces": " Province"}
"""Kinds of places behind the name of one."""
_ONE_EACH = word_set("areas clusters ports hubs zones centers regions corridors belts airports headquarters")
"""What a place that is named has but one of: the Zhengzhou metropolitan area."""
_STRONG = re.compile(r"strong (?P<place>province|city|county|district|town|country)")


def _is_goods(noun: Phrase) -> bool:
    """Say whether a noun names one kind of goods or work, which has one industry: garments, tourism."""
    return not (noun.adjectival or noun.verbal or _MANY.search(noun.text)) and noun.category == "N"


_MANY = re.compile(
    r"\b(?:enterprises|households|projects|advantages?|features?|regions?|parks?|poverty|brands?|county|city|province|district|town)$|[A-Z]"
)
_PERSONS = word_set("graduates workers veterans migrants students youths residents people farmers")
_FOR_WHOM = {
    "employment": "of",
    "reemployment": "of",
    "training": "for",
    "skills training": "for",
    "vocational training": "for",
    "benefits": "for",
    "housing": "for",
    "services": "for",
    "medical insurance": "for",
    "pension insurance": "for",
}
"""What is done for persons, or is theirs, and stands before them."""


def system_of(left: Phrase, pattern: str) -> str | None:
    """物流 | 体系 → logistics system, where its kind is told in a word or two."""
    short = pattern == f"a system of {SLOT}" and _OF_ONE_KIND.fullmatch(left.text) is not None
    return f"{left.other} system" if short and left.other and not left.parts else None


_OF_ONE_KIND = re.compile(r"[a-z-]+(?: (?!and |of )[a-z-]+)?")


def in_the_system(filler: str, right: Phrase) -> str:
    """Name a system of which something is said with its article: its performance, but the building of a system."""
    return filler if right.text.startswith("building") else _ONE_SYSTEM.sub("the ", filler)


_ONE_SYSTEM = re.compile(r"^an? (?=(?:[a-z]+ )?(?:system|mechanism) (?:of|for) )")
