"""Say where a verb is said of a thing of which official English never says it."""

from __future__ import annotations

import re

from exporter.english.grammar.attested import LINK, WORD, bare, last_word, objects
from exporter.english.grammar.phrases import SLOT, Phrase
from exporter.english.words.morphology import MARK

_FREE_VERB = 120  # different things said of a verb, from which it may be said of any


def is_ill_matched(phrase: Phrase) -> bool:
    """A verb that official English never says of such a thing, where either may be something else as well."""
    if phrase.rule == "two_actions" and phrase.children[0].category == "VPK":
        return any(_is_unusual(one) for one in (phrase.children[0].children[0], phrase.children[1]))
    return _is_unusual(phrase) and not _is_plain(*phrase.children)


def _is_plain(verb: Phrase, thing: Phrase) -> bool:
    """Say whether a word can only be a verb, and what is behind it only its object: 克服 | 官僚主义."""
    first = thing.leaves[0]
    acts = (
        first.verbal
        or first.category in ("V", "VP", "VC", "VS", "I", "D")
        or thing.rule in ("that_does", "with_action")
    )
    verbs = verb.leaves if verb.rule == "two_verbs" else (verb,)
    alone = all(one.category in ("V", "K") and not (one.children or one.verbal or one.sense) for one in verbs)
    return alone and verb.length > 1 and not (acts or thing.parts)


def _is_unusual(phrase: Phrase) -> bool:
    """Say whether official English says a verb of no such thing: consume transformation."""
    if phrase.rule != "with_object" or len(phrase.children) != 2:
        return False
    verb, thing = phrase.children
    if "develop new " in phrase.text and "innovate" in verb.text:
        return False
    said = [things for word in WORD.findall(verb.text) if (things := objects(bare(word)))]
    if _OF_ANY.fullmatch(verb.text) or thing.text[:1].isupper() or not said or max(map(len, said)) >= _FREE_VERB:
        return False
    for part in thing.parts or (thing.text,):
        pieces = LINK.split(part)
        heads = {last_word(pieces[0]), last_word(pieces[-1])}
        if not any(heads & one for one in said):
            return True
    return False


_OF_ANY = re.compile(rf"{MARK}(?:lack|affect|constrain|hinder|restrict|depend (?:[a-z]+ )*on) {re.escape(SLOT)}")
"""Verbs of what anything may want or suffer."""
