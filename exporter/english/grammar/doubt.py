"""Say why a reading of a clause is not to be believed: silence is cheap, error is not.

Chinese marks little of what belongs to what. A reading is believed where its joints are: words that official English
says side by side, things that it says such verbs of, sides of `and` that are alike, verbs that are no nouns.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from exporter.english.glossary.terms import load
from exporter.english.grammar.agents import CAUSING
from exporter.english.grammar.attested import (
    LINK,
    beside,
    first_word,
    is_free,
    is_usual,
    last_word,
)
from exporter.english.grammar.fields import fields
from exporter.english.grammar.ill_matched import is_ill_matched
from exporter.english.grammar.joined_deeds import is_nested, is_unlike
from exporter.english.grammar.knots import is_knotted
from exporter.english.grammar.noun_phrases import miscounted
from exporter.english.grammar.of_its_kind import of_its_kind
from exporter.english.grammar.owners import stands_beside
from exporter.english.grammar.phrases import Phrase, every
from exporter.english.grammar.rivals import has_rival
from exporter.english.grammar.senses import unsettled
from exporter.english.grammar.soundness import is_unsound
from exporter.english.grammar.states import is_state
from exporter.english.words.morphology import MARK, word_set

FREE = 0.3  # of the cost of any reading
DEAR = 0.6  # cost for each character from which a reading is not believed


def doubts(text: str, clause: Phrase, own: Container[str] = ()) -> Iterator[str]:
    """Give the words of a clause whose reading is doubtful, as often as there is a reason.

    `own` holds the user's own terms, whose joints no report can show.
    """
    if clause.children and clause.cost > FREE + DEAR * clause.length:
        yield text
    for start, end in clause.unsaid:
        yield text[start:end]
    listed = set(fields(text, clause))
    for phrase in every(clause):
        known = any(text[slice(*child.place)] in own for child in phrase.children)
        if phrase.children and not known and _is_doubtful(phrase, text, phrase.place in listed):
            yield text[slice(*phrase.place)]
    if _bare_state(clause) or (clause.children and _TWO_OWNERS.search(text)) or clause.disputed:
        yield text
    yield from (text[slice(*verb.place)] for verb in _nouns_as_verbs(text, clause))
    yield from (text[slice(*term.place)] for term in unsettled(clause))


def _is_doubtful(phrase: Phrase, text: str, listed: bool) -> bool:
    reasons = (reason for reason in _REASONS if not (listed and reason is _lopsided))
    return any(reason(phrase) for reason in reasons) or has_rival(phrase, text) or is_unsound(phrase)


_TWO_OWNERS = re.compile(r"的.*[和与及、].*的")
"""A的B和C的D: who knows which of them belong together."""


def strangers(phrase: Phrase) -> int:
    """Count the joints of a name where two words meet that official English never says side by side."""
    return sum(map(_unheard_of, every(phrase)))


# ---------------------------------------------------------------- reasons

_NAMING = frozenset(("compound", "described", "fronted", "among"))
_FREE = word_set(
    "all various new main major key important modern basic special high-standard high-quality comprehensive greater "
    "several two three both our general relevant other some many certain few a "
    "large small outstanding excellent traditional international domestic modern brand-new vibrant first-rate "
    "world-class favorable"
)
"""Words that stand before anything."""
_KIND = re.compile(
    r"^(?:(?!of )[a-z]+ )*(?:areas|fields|aspects|services|industries|sectors|facilities|links|matters|programs|"
    r"departments|problems|issues|challenges|factors|difficulties|phenomena|energy|resources|crops|diseases|"
    r"organizations|groups|measures|methods|channels|crimes|activities|materials)"
    r"(?:$|(?<=areas) of|(?<=fields) of)"
)
"""What is named by a few of its kind: education, medical care, and other services."""


def _unheard_of(phrase: Phrase) -> bool:
    """Two words that official English never says side by side: safety stability, people quality."""
    if phrase.rule not in _NAMING or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    if left.category == "AU" and not right.parts and " and " not in left.text:
        return False  # what stands before 的 is said of all that follows
    if phrase.rule == "among" and not right.children and _KIND.search(right.text):
        return False
    before = left.text if phrase.rule in ("described", "among") else left.other
    if right.text[:1].isupper():
        return phrase.rule == "compound" or len(right.leaves) > 1  # vitality Rongcheng, but a beautiful Shaanxi
    if phrase.rule == "compound" and LINK.search(before):
        return True  # insurance for residents | incentives
    if right.text.startswith("new ") and before.startswith(("high-", "basic")):
        return True  # 高质量新活力 is vitality of high-quality development
    if _only_described(phrase) or (phrase.rule == "compound" and of_its_kind(left, right)):
        return False
    if before[:1].isupper() or before.split()[0] in _FREE or (before.endswith('"') and not left.verbal):
        return False
    one, other = last_word(before), first_word(right.text)
    if not (one and other) or other in beside(one):
        return False
    return not (_plain_pair(left, right) and is_free(one, other)) and not _of_a_kind(left, right)


def _only_described(phrase: Phrase) -> bool:
    """Say whether a word can only be an adjective, and the next only its thing: 美丽宜居 | 乡村."""
    left, right = phrase.children
    return phrase.rule == "described" and _are_plain_terms(left, right) and left.category == "A" and left.length > 2


def _are_plain_terms(*terms: Phrase) -> bool:
    """Say whether each is one term, no verb, and of one meaning."""
    return not any(one.children or one.verbal or one.sense for one in terms)


def _of_a_kind(left: Phrase, right: Phrase) -> bool:
    """What a place, a body or a way is for is told by the thing before it: fishing port economic zones."""
    apart = _are_plain_terms(left, right)
    if apart and left.adjectival and left.length == 2 and not _JOINED.search(right.text):
        return True  # judicial credibility
    return apart and left.category == "N" and left.text not in CAUSING and _KINDS.search(right.text) is not None


_JOINED = re.compile(r" (?:of|and) ")
_KINDS = re.compile(
    r"\b(?:zones|channels|platforms|facilities|bases|parks|centers|funds|enterprises|institutions|products|markets|"
    r"networks|projects|teams|personnel|events|costs|resources|equipment|logistics|debts|burdens|"
    r"infrastructure(?: development)?)$"
)


def _plain_pair(left: Phrase, right: Phrase) -> bool:
    """A kind and a thing, one term each, and no deed: environmental targets, local talent."""
    kind = left.category == "A" or left.adjectival
    apart = not (left.children or right.children or left.verbal or right.verbal) and left.length > 1
    return kind and apart and " of " not in right.text and " and " not in right.text and left.other not in right.text


def _lopsided(phrase: Phrase) -> bool:
    """The right side of `and` holds more than the left: who knows what of it the left shares."""
    if phrase.rule != "join" or len(phrase.children) != 2 or phrase.children[0].category not in ("NK", "NPK"):
        return False
    left, right = phrase.children
    if right.length <= left.length / max(1, len(left.parts)) or right.rule == "described":
        return False  # 改革和高水平开放: what is said of the right is said of it alone
    return last_word(left.text) != last_word(right.text) and not stands_beside((left.text,), right.text)


def _acting(phrase: Phrase) -> bool:
    """A thing said to act on another: education will raise the quality of projects."""
    if phrase.rule != "sentence" or len(phrase.children) != 2:
        return False
    right = phrase.children[1]
    states = right.children if right.rule == "two_actions" else (right,)
    does = right.category == "VP" and not all(is_state(one) or f"{MARK}be " in one.text for one in states)
    return does and _HARMS.match(right.text) is None


_HARMS = re.compile(rf"{MARK}(?:affect|constrain|hinder|restrict|weaken|depend (?:[a-z]+ )*on) ")
"""What things do to others: bottlenecks affect projects."""


def _bare_state(phrase: Phrase) -> bool:
    """A state of nobody: we were democratic."""
    return phrase.category == "I" and not phrase.children and phrase.text.startswith(f"{MARK}be ")


def _heaped(phrase: Phrase) -> bool:
    """A thing of doing something, where what is done holds more than one term: platforms of the completion of."""
    if phrase.rule == "filled":
        filler = phrase.children[0]
        return (filler.category == "VP" and bool(filler.children)) or _COUNTED_DONE.search(filler.text) is not None
    if phrase.rule == "of" and phrase.children[1].text == "problems" and phrase.children[0].parts:
        return True  # 发展与环境的矛盾 lies between the two
    if phrase.rule == "that_does" and phrase.children[0].children[0].text.startswith(f"{MARK}be "):
        return True  # an environment being clean
    return phrase.rule in ("of", "that_does") and bool(_DOING.search(phrase.text))


_COUNTED_DONE = re.compile(
    r"\b(?:people|residents|households|workers|villages) (?:given|lifted|resettled|provided|[a-z]+ed)\b"
)
"""What a statistician counts, which is no thing to have problems or a level: residents given access to water."""
_DOING = re.compile(r" (?:of|for) the (?:completion|building|development|achievement|realization) of ")


_REASONS = (miscounted, _heaped, _unheard_of, is_ill_matched, _lopsided, _acting, is_unlike, is_nested, is_knotted)


def _nouns_as_verbs(text: str, clause: Phrase) -> Iterator[Phrase]:
    """Find verbs that are nouns too (消费, 管理) and stand where a noun may stand: behind another verb or a noun."""
    joints = list(every(clause))
    verbs = [(one.children[0], one.children[1]) for one in joints if one.rule == "with_object"]
    verbs += [(verb.children[1], thing) for verb, thing in verbs if verb.rule == "two_verbs"]
    seconds = {verb.place for verb, thing in verbs if is_usual(verb, thing)}
    terms = sorted((one for one in joints if not one.children), key=lambda one: one.place)
    acting = False
    for term in terms:
        if acting and term.category == "V" and term.verbal and term.place not in seconds:
            yield term
        kinds = {one.kind for one in load().by_zh.get(text[slice(*term.place)], ())}
        acting = acting or bool(kinds & {"verb", "clause", "noun", "indicator", "policy"})
