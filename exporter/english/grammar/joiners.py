"""Join phrases of any kind: series, what stands in quotation marks or brackets, what is left unsaid."""

from __future__ import annotations

from exporter.english.grammar.attested import TAIL
from exporter.english.grammar.ends import is_meant
from exporter.english.grammar.noun_phrases import INNER
from exporter.english.grammar.objects import in_work_on, with_the
from exporter.english.grammar.owners import stands_beside
from exporter.english.grammar.phrases import SLOT, Joiner, Phrase, coordinated, replace
from exporter.english.words.morphology import MARK


def opening_quote(left: Phrase, right: Phrase) -> Phrase:
    """以 | 改革: the left side of a pattern and what fills it, a verb phrase by its -ing form."""
    acts = right.category == "VP"
    made = replace(
        right,
        category="(PP",
        text=left.text,
        other=right.gerund() if acts else with_the(right),
        slots=left.slots,
        verbal=acts,
    )
    return replace(
        made, article="", cost=left.cost + right.cost + (0.4 if acts else 0.1), length=left.length + right.length
    )


def closing_quote(left: Phrase, right: Phrase) -> Phrase | None:
    """(以 改革) | 为动力: the pattern is whole if its two sides belong together."""
    for slot in left.slots:
        side, english, alone = slot.split("\t")
        if side == right.text and not stands_beside(left.parts, english):
            cost, length = left.cost + right.cost, left.length + right.length
            if INNER in english:
                text = english.replace(INNER, left.other)
                return Phrase("H", text, alone.replace(INNER, left.other), cost=cost, length=length)
            category = "S" if english.startswith("there ") else "VP" if MARK in english else "PP"
            return Phrase(category, in_work_on(english, left.other), cost=cost, length=length)
    return None


def takes(category: str) -> Joiner:
    """Hold what stands before a function word until what follows it is known."""

    def join(left: Phrase, right: Phrase) -> Phrase:
        return replace(left, category=category, cost=left.cost + right.cost, length=left.length + right.length)

    return join


def side_by_side(category: str, cost: float) -> Joiner:
    """Give what joins two phrases of a category with "and" between, at a cost."""

    def join(left: Phrase, right: Phrase) -> Phrase | None:
        if right.parts or (" to " in right.text and is_meant(right) and not is_meant(left)):
            return None
        first, second = (right, left) if _reaches_over(left, right) else (left, right)
        return coordinated(first, second, category, cost)

    return join


def _reaches_over(left: Phrase, right: Phrase) -> bool:
    """Say whether English of the left would take in the right: support for public wellbeing | social management."""
    plain = " and " not in left.text + right.text and not left.parts
    return plain and TAIL.search(left.text) is not None and " " in right.text and TAIL.search(right.text) is None


def enumerated(left: Phrase, right: Phrase) -> Phrase:
    """教育、医疗等 with nothing after it."""
    text = f"{', '.join(left.parts) or left.text}, among others"
    return replace(left, category="NP", text=text, other="", cost=left.cost + right.cost + 0.3, length=left.length + 1)


def with_aside(left: Phrase, right: Phrase) -> Phrase:
    """企业 | （作坊） → enterprises (workshops)."""
    text = f"{left.text} {right.text}"
    return replace(left, text=text, cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def unsaid(left: Phrase, right: Phrase) -> Phrase:
    """共 | 拆除: a word that English leaves out."""
    return replace(right, cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def two_heads(left: Phrase, right: Phrase) -> Phrase | None:
    """网络 (建设 和 应用): what is done twice to one thing, building and application of it."""
    of = f" of {SLOT}"
    if not (left.text.endswith(of) and right.text.endswith(of)):
        return None
    first, second = left.text.removesuffix(of), right.text.removesuffix(of).removeprefix("the ")
    made = replace(right, text=f"{first} and {second}{of}", other="", cost=left.cost + right.cost + 0.2)
    return replace(made, length=left.length + right.length)
