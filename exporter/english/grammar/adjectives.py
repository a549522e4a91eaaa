"""Join adjectives to nouns and to each other."""

from __future__ import annotations

from exporter.english.grammar.noun_phrases import PLACES, noun_of
from exporter.english.grammar.owners import SOME, theirs
from exporter.english.grammar.phrases import BEHIND, Phrase, replace
from exporter.english.grammar.senses import as_meant
from exporter.english.words.comparison import comparative
from exporter.english.words.morphology import joined


def described(left: Phrase, right: Phrase) -> Phrase | None:
    """重要 | 领域 → important areas; an adjective that follows its noun (for all) is kept behind."""
    if left.text.startswith(BEHIND):
        return noun_of(left, right, f"{right.text} {left.text[1:]}", right.article, 0.1, "")
    left = as_meant(left, right)
    if left.text in SOME and (owned := theirs(left.text, right.text)):
        return noun_of(left, right, owned, "the", 0.1, "", plural=right.plural)
    if left.text == "various" and not right.plural:
        left = replace(left, text="all kinds of")
    determiner = left.text.endswith("'s") or left.text.split()[0] in _DETERMINERS
    article = "" if determiner else right.article
    if article == "the" and not right.plural and left.text in _DEGREES:
        article = "a"
    if right.text[:1].isupper() and not article and not right.plural:
        article = "a"  # a beautiful Cixi
    other = f"{left.text} {right.other}" if right.other and not determiner and not right.adjectival else ""
    text, kind = f"{left.text} {right.text}", right.category if other else "NP"
    return noun_of(left, right, text, article, 0.1, other, category=kind, described=True, slots=right.slots)


_DEGREES = frozenset(("first-rate", "high-standard", "higher-standard", "world-class", "high-quality", "better", "new"))
"""What is said of one among others: a first-rate business environment."""
_DETERMINERS = frozenset(
    ("all", "various", "every", "each", "several", "some", "many", "more", "no", "both", "our", "a", "an")
)


def attributive(left: Phrase, right: Phrase) -> Phrase | None:
    """Hold a noun and the adjective after it, until the noun that both describe is known."""
    if not left.other or right.text.startswith(BEHIND):
        return None
    made = replace(right, category="NA", other=left.other, parts=(left.full,), length=left.length + right.length)
    return replace(made, cost=left.cost + right.cost + (1.3 if left.verbal else 0.4))


def two_adjectives(left: Phrase, right: Phrase) -> Phrase | None:
    """平稳 较快 → steady, relatively fast; joined by 和: with and."""
    if left.text.startswith(BEHIND) or right.text.startswith(BEHIND):
        return None
    parts = (*(left.parts or (left.text,)), right.text)
    text = joined(parts) if left.category == "AK" else f"{left.text}, {right.text}"
    cost, length = left.cost + right.cost + 0.2, left.length + right.length
    return Phrase("A", text, text, cost=cost, length=length, parts=parts if left.category == "AK" else ())


def more(left: Phrase, right: Phrase) -> Phrase | None:
    """更 | 直接 → more direct."""
    if right.text.startswith((BEHIND, "more ")):
        return None
    text = comparative(right.text)
    return Phrase("A", text, text, cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def adjective_and_noun(left: Phrase, right: Phrase) -> Phrase | None:
    """专项 和 部门, before a noun that both describe → special and departmental."""
    if not right.other or left.text.startswith(BEHIND) or right.described:
        return None
    text = f"{left.text} and {right.other}"
    return Phrase("A", text, text, cost=left.cost + right.cost + 0.9, length=left.length + right.length)


def noun_and_adjective(left: Phrase, right: Phrase) -> Phrase | None:
    """科技 和 专项, before a noun that both describe."""
    if not left.other or right.text.startswith(BEHIND):
        return None
    text = f"{left.other} and {right.text}"
    return Phrase("A", text, text, cost=left.cost + right.cost + 0.9, length=left.length + right.length)


def of_some(left: Phrase, right: Phrase) -> Phrase | None:
    """(部分 河流) | 水质 → water quality of some rivers."""
    if left.rule != "described" or left.children[0].text not in SOME or right.children or right.verbal:
        return None
    things = left.children[1]
    where = {things.text.rpartition(" ")[2], right.text.rpartition(" ")[2]} & PLACES
    if things.children or not things.plural or where:
        return None
    return noun_of(left, right, f"{right.text} of {left.text}", right.article or "the", 0.05, "")
