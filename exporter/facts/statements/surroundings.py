"""Read the words that stand beside the name of a thing counted: who did it, which of the things, what is said of them.

In `A V M 5 N P` a thing N is counted. The words before the number are its deed V where they end in a verb, with the
agent A before it; else they say which of the things are meant, M. What is said of the thing behind it, P, is a
second deed.
"""

from __future__ import annotations

import re

from exporter.facts.numbers.folding import fold
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.groups import is_attributive
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.sentence import Beside, Name, Named, Sentence


def closing_verb(own: Name) -> Name:
    """Give the verbs that the words before a number end in (国务院|制定); nothing where they end in a noun."""
    folded = fold(own.text)
    if folded.endswith("了") and _DONE.search(folded):
        return own[max(folded.rfind("、") + 1, len(own.text) - 3) : -1]
    begin = end = len(folded)
    while (at := _verb_before(folded, end)) < end:
        begin = at
        end = at - 1 if folded[at - 1 : at] in _JOINTS else at
        if end == at:
            break
    return own[begin:]


_DONE = re.compile(r"(?:^|、)[\u4e00-\u9fff]{2}了$")
_LONGEST = 6
_JOINTS = tuple("、和及并或")


def _verb_before(words: str, end: int) -> int:
    """Give where the longest verb that ends at `end` begins; `end` where none does."""
    acts = lexicon().act.words
    return next((end - length for length in range(min(_LONGEST, end), 1, -1) if words[end - length : end] in acts), end)


def beside(sentence: Sentence, reading: Reading, named: Named) -> Beside:
    """Give what a clause says beside its names and their verb."""
    used = {place for name in (*named.names, named.verb or Name()) for place in name.places}
    said = _behind(sentence, reading, used)
    if len(named.names) != 1:
        return Beside(deed=said)  # the words belong to the other names
    before = _left(sentence.whole((reading.subject.start, reading.subject.end)), used)
    related = sentence.text.endswith("的", reading.lead.start, reading.group.lead[1])
    if related or not before:
        return Beside(Name(), before, said)
    own = closing_verb(before)
    agent, modifier = _before(before[: len(before.text) - len(own.text)], own or named.verb)
    return Beside(agent, modifier, said + own)


def _left(words: Name, used: set[int]) -> Name:
    """Give what of some words is in no name, up to the last."""
    kept = [at for at, place in enumerate(words.places) if place not in used]
    left = Name("".join(words.text[at] for at in kept), tuple(words.places[at] for at in kept)).strip(" 、，：\x01")
    return left if len(left.text) > 1 else Name()


def _before(left: Name, verb: Name | None) -> tuple[Name, Name]:
    """Take the words before a number for those who acted, or for what says which of the things are meant."""
    if not left or left.text.endswith(_OPEN):
        return Name(), Name()
    if verb is not None and left.places[-1] < verb.places[0]:
        return (Name(), left) if _LED.match(left.text) else (left, Name())
    return (Name(), left) if _says_which(fold(left.text)) else (Name(), Name())


_OPEN = ("把", "将", "被", "使", "让")
_LED = re.compile("围绕|为|向|对|与|和|从|以|通过|按|针对|在|由|用|经")


def _says_which(words: str) -> bool:
    """Say whether words are a row of names or one name, and no clause of their own."""
    if words.endswith(("等", "的")) or "、" in words:
        return True
    return all(lexicon().act.ahead(words, at) == at for at in range(len(words)))


def _behind(sentence: Sentence, reading: Reading, used: set[int]) -> Name:
    """Give what is said of a thing counted behind it."""
    group = reading.group
    if not is_attributive(sentence.text, group):
        return Name()
    thing, said = noun_phrases.counted(sentence.text, *group.after)
    return _left(sentence.whole(thing, said), used) if said else Name()
