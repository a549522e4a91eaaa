"""Join two neighbouring phrases of a Chinese clause into one, with its English: the transfer grammar.

`RULES` is the whole of it: for each pair of categories the joiners that may apply. A joiner gives the phrase
that covers both, or None. Categories are listed at `Phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from exporter.english.grammar.adjectives import (
    adjective_and_noun,
    attributive,
    described,
    more,
    noun_and_adjective,
    of_some,
    two_adjectives,
)
from exporter.english.grammar.adverbs import adverb_behind, adverb_lost, adverbial, still
from exporter.english.grammar.ends import for_end, to_do
from exporter.english.grammar.joiners import (
    closing_quote,
    enumerated,
    opening_quote,
    side_by_side,
    takes,
    two_heads,
    unsaid,
    with_aside,
)
from exporter.english.grammar.measures_of import measured
from exporter.english.grammar.noun_phrases import (
    among,
    compound,
    counted,
    filled,
    fronted,
    fronted_of,
    newly,
    owned,
    within,
)
from exporter.english.grammar.of_what import of, of_both
from exporter.english.grammar.phrases import SLOT, Joiner, Phrase, noun, replace, widened
from exporter.english.grammar.relative_clauses import doing, named_as, qualified, that_does
from exporter.english.grammar.taken_as import grasped, taken_as
from exporter.english.grammar.times_of import in_year, two_times
from exporter.english.grammar.troubles import TROUBLES, deed_needs, held
from exporter.english.grammar.verb_pairs import achieves, task_of_doing, two_actions, two_states, two_verbs
from exporter.english.grammar.verb_phrases import (
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
    then,
    verb_of,
    with_action,
    with_object,
)
from exporter.english.words.morphology import MARK, singular, word_set

Rules: TypeAlias = tuple[Joiner, ...]


RAISED = frozenset(("N", "NC", "H", "(PP"))
"""Categories of which some phrases are read as one of a wider."""


def raised(phrase: Phrase) -> tuple[Phrase, ...]:
    """Read a phrase as one of a wider category."""
    match phrase.category:
        case "N" | "NC":
            return (widened(phrase, "NP", 0.05),)
        case "H" if phrase.other:
            alone = noun(phrase.other, phrase.length, phrase.cost + 0.05)
            alone = replace(alone, place=phrase.place, ends=phrase.ends, children=phrase.children, rule=phrase.rule)
            return (replace(alone, verbal=phrase.verbal, slots=(phrase.text,), unsaid=phrase.unsaid),)
        case "(PP" if phrase.text and (phrase.text.startswith(("through ", "centering ")) or not phrase.verbal):
            acts = "VP" if MARK in phrase.text else "PP"
            one = _ONE.search(phrase.text) is not None
            filler = singular(phrase.other) if one else phrase.other
            if one and filler not in _PLACES and not filler.istitle():
                return ()
            return (replace(phrase, category=acts, text=phrase.text.replace(SLOT, filler), other=""),)
    return ()


_ONE = re.compile(rf"\ban? (?:[a-z-]+ )?{re.escape(SLOT)}")
"""A pattern that names one place: build a safer {}."""
_PLACES = word_set("province city county district town village campus community")

RULES: Mapping[tuple[str, str], Rules] = {
    ("N", "N"): (compound, measured, newly, owned, within),
    ("NC", "N"): (compound, newly),
    ("N", "NC"): (compound, of_both),
    ("N", "A"): (attributive,),
    ("NA", "N"): (fronted,),
    ("NA", "H"): (fronted_of,),
    ("A", "N"): (described,),
    ("A", "A"): (two_adjectives,),
    ("A", "K"): (takes("AK"),),
    ("AK", "A"): (two_adjectives,),
    ("AK", "N"): (adjective_and_noun,),
    ("NK", "A"): (noun_and_adjective,),
    ("A", "NC"): (described,),
    ("A", "U"): (takes("AU"),),
    ("AU", "NP"): (described,),
    ("NP", "U"): (takes("NPU"),),
    ("NPU", "NP"): (of,),
    ("VP", "U"): (takes("VPU"),),
    ("VPU", "NP"): (that_does,),
    ("NP", "J"): (takes("NPJ"),),
    ("VP", "J"): (takes("VPJ"),),
    ("NPJ", "NP"): (named_as,),
    ("VPJ", "NP"): (named_as,),
    ("S", "U"): (takes("SU"), held("SUT")),
    ("SU", "NP"): (doing,),
    ("PP", "U"): (takes("PPU"),),
    ("PPU", "NP"): (qualified,),
    ("N", "B"): (with_aside,),
    ("NP", "B"): (with_aside,),
    ("DN", "B"): (with_aside,),
    ("NP", "E"): (takes("NPE"), enumerated),
    ("NPE", "NP"): (among,),
    ("N", "K"): (takes("NK"),),
    ("NC", "K"): (takes("NK"),),
    ("NK", "N"): (side_by_side("NC", 0.2),),
    ("NP", "K"): (takes("NPK"),),
    ("NPK", "NP"): (side_by_side("NP", 0.3),),
    ("H", "K"): (takes("HK"),),
    ("HK", "H"): (two_heads,),
    ("N", "H"): (filled,),
    ("NP", "H"): (filled,),
    ("VP", "H"): (filled,),
    ("VP", "N"): (to_do,),
    ("OV", "N"): (to_do,),
    ("NP", "N"): (for_end, newly, of_some),
    ("NP", "V"): (object_first,),
    ("NA", "V"): (described_first,),
    ("Q", "A"): (more,),
    ("T", "N"): (in_year,),
    ("T", "NC"): (in_year,),
    ("T", "NP"): (in_year,),
    ("T", "U"): (takes("TU"),),
    ("TU", "NP"): (in_year,),
    ("T", "K"): (takes("TK"),),
    ("TK", "T"): (two_times,),
    ("T", "S"): (then,),
    ("T", "VP"): (then,),
    ("M", "N"): (counted,),
    ("V", "NP"): (with_object, done),
    ("V", "VP"): (with_action,),
    ("V", "V"): (two_verbs,),
    ("V", "K"): (takes("VK"),),
    ("VK", "V"): (two_verbs,),
    ("VP", "K"): (takes("VPK"),),
    ("VPK", "VP"): (two_actions,),
    ("VP", "VP"): (two_actions, achieves, task_of_doing, deed_needs),
    **TROUBLES,
    ("Y", "I"): (still,),
    ("Y", "VP"): (still,),
    ("NP", "S"): (located,),
    ("D", "V"): (adverbial,),
    ("D", "VP"): (adverbial,),
    ("D", "I"): (adverbial,),
    ("I", "K"): (takes("IK"),),
    ("IK", "I"): (two_states,),
    ("G", "I"): (lambda left, right: verb_of(left, right, "I", right.text, 0.1),),
    ("PP", "VP"): (prepositional,),
    ("PP", "V"): (prepositional,),
    ("VC", "NP"): (causes,),
    ("VCN", "VP"): (caused,),
    ("VCN", "I"): (caused,),
    ("VS", "S"): (ensures,),
    ("BA", "NP"): (grasped,),
    ("BA", "VP"): (grasped,),
    ("BAO", "PP"): (taken_as,),
    ("NP", "VP"): (sentence, by_means),
    ("D", "DN"): (adverb_lost, adverb_behind),
    **{("Z", category): (unsaid,) for category in ("A", "N", "NP", "NC", "V", "VP", "I", "DN", "S", "H")},
    ("T", "DN"): (in_year,),
    ("NP", "I"): (sentence, has_been),
    ("(", "NP"): (opening_quote,),
    ("(", "VP"): (opening_quote,),
    ("(PP", ")"): (closing_quote,),
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


DROPPING: frozenset[Joiner] = frozenset((unsaid, adverb_lost, _adverb_of_noun))
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
