"""Join two neighbouring phrases of a Chinese clause into one, with its English: the transfer grammar.

`RULES` is the whole of it: for each pair of categories the joiners that may apply. A joiner gives the phrase
that covers both, or None. Categories are listed at `Phrase`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from exporter.english.grammar.noun_phrases import (
    INNER,
    adjective_and_noun,
    among,
    attributive,
    compound,
    counted,
    described,
    doing,
    filled,
    for_end,
    fronted,
    fronted_of,
    in_year,
    is_meant,
    more,
    named_as,
    newly,
    noun_and_adjective,
    of,
    of_both,
    qualified,
    that_does,
    to_do,
    two_adjectives,
    two_times,
)
from exporter.english.grammar.phrases import SLOT, Phrase, coordinated, noun, replace
from exporter.english.grammar.verb_phrases import (
    achieves,
    adverb_behind,
    adverb_lost,
    adverbial,
    by_means,
    caused,
    causes,
    described_first,
    done,
    ensures,
    has_been,
    located,
    object_first,
    prepositional,
    sentence,
    still,
    task_of_doing,
    then,
    two_actions,
    two_states,
    two_verbs,
    verb_of,
    with_action,
    with_object,
)
from exporter.english.words.morphology import MARK

Joiner: TypeAlias = Callable[[Phrase, Phrase], Phrase | None]
Rules: TypeAlias = tuple[Joiner, ...]


def raised(phrase: Phrase) -> tuple[Phrase, ...]:
    """Read a phrase as one of a wider category."""
    match phrase.category:
        case "N" | "NC":
            return (replace(phrase, category="NP", cost=phrase.cost + 0.05),)
        case "H" if phrase.other:
            alone = noun(phrase.other, phrase.length, phrase.cost + 0.05)
            alone = replace(alone, place=phrase.place, ends=phrase.ends, children=phrase.children, rule=phrase.rule)
            return (replace(alone, verbal=phrase.verbal, slots=(phrase.text,), unsaid=phrase.unsaid),)
        case "(PP" if phrase.text and (phrase.text.startswith(("through ", "centering ")) or not phrase.verbal):
            return (replace(phrase, category="PP", text=phrase.text.replace(SLOT, phrase.other), other=""),)
    return ()


def _open(left: Phrase, right: Phrase) -> Phrase:
    """以 | 改革: the left side of a pattern and what fills it, a verb phrase by its -ing form."""
    acts = right.category == "VP"
    made = replace(
        right,
        category="(PP",
        text=left.text,
        other=right.gerund() if acts else right.full,
        slots=left.slots,
        verbal=acts,
    )
    return replace(
        made, article="", cost=left.cost + right.cost + (0.4 if acts else 0.1), length=left.length + right.length
    )


def _close(left: Phrase, right: Phrase) -> Phrase | None:
    """(以 改革) | 为动力: the pattern is whole if its two sides belong together."""
    for slot in left.slots:
        side, english, alone = slot.split("\t")
        if side == right.text:
            cost, length = left.cost + right.cost, left.length + right.length
            if INNER in english:
                text = english.replace(INNER, left.other)
                return Phrase("H", text, alone.replace(INNER, left.other), cost=cost, length=length)
            category = "VP" if MARK in english else "PP"
            return Phrase(category, english.replace(SLOT, left.other), cost=cost, length=length)
    return None


def _takes(category: str) -> Joiner:
    """Hold what stands before a function word until what follows it is known."""

    def join(left: Phrase, right: Phrase) -> Phrase:
        return replace(left, category=category, cost=left.cost + right.cost, length=left.length + right.length)

    return join


def _joined(category: str, cost: float) -> Joiner:
    def join(left: Phrase, right: Phrase) -> Phrase | None:
        if right.parts or (" to " in right.text and is_meant(right) and not is_meant(left)):
            return None
        return coordinated(left, right, category, cost)

    return join


def _enumerated(left: Phrase, right: Phrase) -> Phrase:
    """教育、医疗等 with nothing after it."""
    text = f"{', '.join(left.parts) or left.text}, among others"
    return replace(left, category="NP", text=text, other="", cost=left.cost + right.cost + 0.3, length=left.length + 1)


def _with_aside(left: Phrase, right: Phrase) -> Phrase:
    """企业 | （作坊） → enterprises (workshops)."""
    text = f"{left.text} {right.text}"
    return replace(left, text=text, cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def _unsaid(left: Phrase, right: Phrase) -> Phrase:
    """共 | 拆除: a word that English leaves out."""
    return replace(right, cost=left.cost + right.cost + 0.1, length=left.length + right.length)


RULES: Mapping[tuple[str, str], Rules] = {
    ("N", "N"): (compound, newly),
    ("NC", "N"): (compound, newly),
    ("N", "NC"): (compound, of_both),
    ("N", "A"): (attributive,),
    ("NA", "N"): (fronted,),
    ("NA", "H"): (fronted_of,),
    ("A", "N"): (described,),
    ("A", "A"): (two_adjectives,),
    ("A", "K"): (_takes("AK"),),
    ("AK", "A"): (two_adjectives,),
    ("AK", "N"): (adjective_and_noun,),
    ("NK", "A"): (noun_and_adjective,),
    ("A", "NC"): (described,),
    ("A", "U"): (_takes("AU"),),
    ("AU", "NP"): (described,),
    ("NP", "U"): (_takes("NPU"),),
    ("NPU", "NP"): (of,),
    ("VP", "U"): (_takes("VPU"),),
    ("VPU", "NP"): (that_does,),
    ("NP", "J"): (_takes("NPJ"),),
    ("VP", "J"): (_takes("VPJ"),),
    ("NPJ", "NP"): (named_as,),
    ("VPJ", "NP"): (named_as,),
    ("S", "U"): (_takes("SU"),),
    ("SU", "NP"): (doing,),
    ("PP", "U"): (_takes("PPU"),),
    ("PPU", "NP"): (qualified,),
    ("N", "B"): (_with_aside,),
    ("NP", "B"): (_with_aside,),
    ("DN", "B"): (_with_aside,),
    ("NP", "E"): (_takes("NPE"), _enumerated),
    ("NPE", "NP"): (among,),
    ("N", "K"): (_takes("NK"),),
    ("NC", "K"): (_takes("NK"),),
    ("NK", "N"): (_joined("NC", 0.2),),
    ("NP", "K"): (_takes("NPK"),),
    ("NPK", "NP"): (_joined("NP", 0.3),),
    ("N", "H"): (filled,),
    ("NP", "H"): (filled,),
    ("VP", "H"): (filled,),
    ("VP", "N"): (to_do,),
    ("OV", "N"): (to_do,),
    ("NP", "N"): (for_end, newly),
    ("NP", "V"): (object_first,),
    ("NA", "V"): (described_first,),
    ("Q", "A"): (more,),
    ("T", "N"): (in_year,),
    ("T", "NC"): (in_year,),
    ("T", "NP"): (in_year,),
    ("T", "U"): (_takes("TU"),),
    ("TU", "NP"): (in_year,),
    ("T", "K"): (_takes("TK"),),
    ("TK", "T"): (two_times,),
    ("T", "S"): (then,),
    ("T", "VP"): (then,),
    ("M", "N"): (counted,),
    ("V", "NP"): (with_object, done),
    ("V", "VP"): (with_action,),
    ("V", "V"): (two_verbs,),
    ("V", "K"): (_takes("VK"),),
    ("VK", "V"): (two_verbs,),
    ("VP", "K"): (_takes("VPK"),),
    ("VPK", "VP"): (two_actions,),
    ("VP", "VP"): (two_actions, achieves, task_of_doing),
    ("Y", "I"): (still,),
    ("Y", "VP"): (still,),
    ("NP", "S"): (located,),
    ("D", "V"): (adverbial,),
    ("D", "VP"): (adverbial,),
    ("D", "I"): (adverbial,),
    ("I", "K"): (_takes("IK"),),
    ("IK", "I"): (two_states,),
    ("G", "I"): (lambda left, right: verb_of(left, right, "I", right.text, 0.1),),
    ("PP", "VP"): (prepositional,),
    ("PP", "V"): (prepositional,),
    ("VC", "NP"): (causes,),
    ("VCN", "VP"): (caused,),
    ("VCN", "I"): (caused,),
    ("VS", "S"): (ensures,),
    ("NP", "VP"): (sentence, by_means),
    ("D", "DN"): (adverb_lost, adverb_behind),
    **{("Z", category): (_unsaid,) for category in ("A", "N", "NP", "NC", "V", "VP", "I", "DN", "S", "H")},
    ("T", "DN"): (in_year,),
    ("NP", "I"): (sentence, has_been),
    ("(", "NP"): (_open,),
    ("(", "VP"): (_open,),
    ("(PP", ")"): (_close,),
}
"""The grammar: which joiners are tried for a pair of neighbours."""


def _loosely(joiner: Joiner, cost: float) -> Joiner:
    """Allow a joiner where Chinese leaves out what would ask for it, at a cost."""

    def join(left: Phrase, right: Phrase) -> Phrase | None:
        made = joiner(left, right)
        return None if made is None else replace(made, cost=made.cost + cost)

    return join


def _typed(left: Phrase, right: Phrase) -> Phrase | None:
    """工业 | 型 → industry-oriented; 国家 | 级 → country-level."""
    if not left.other or " " in left.other:
        return None
    text = f"{left.other}-{right.text}"
    return Phrase("A", text, text, cost=left.cost + right.cost + 0.3, length=left.length + right.length)


def _adverb_of_noun(left: Phrase, right: Phrase) -> Phrase:
    """大力 | 项目: an adverb that no verb takes."""
    return replace(right, cost=right.cost + 2.0, length=left.length + right.length)


DROPPING: frozenset[Joiner] = frozenset((_unsaid, adverb_lost, _adverb_of_noun))
"""Joiners whose English leaves out the left side."""

_LOOSE: Mapping[tuple[str, str], Rules] = {
    ("NP", "NP"): (_loosely(of, 2.2),),
    ("VP", "NP"): (_loosely(that_does, 1.5),),
    ("PP", "NP"): (_loosely(qualified, 1.0),),
    ("A", "NP"): (_loosely(described, 0.5),),
    ("DN", "H"): (_loosely(filled, 0.5),),
    ("DN", "NP"): (_loosely(of, 2.5),),
    ("N", "X"): (_typed,),
    ("D", "NP"): (_adverb_of_noun,),
}
LOOSE_RULES: Mapping[tuple[str, str], Rules] = {
    pair: (*RULES.get(pair, ()), *_LOOSE.get(pair, ())) for pair in {*RULES, *_LOOSE}
}
"""The grammar for names of figures that it does not cover: Chinese heaps nouns up where English says `of`."""
