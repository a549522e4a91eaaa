"""Say where deeds that stand side by side, or one in another, are not to be believed."""

from __future__ import annotations

import re

from exporter.english.grammar.agents import AGENTS, ASKING
from exporter.english.grammar.phrases import SLOT, Phrase, every
from exporter.english.grammar.states import is_state
from exporter.english.grammar.verb_phrases import STATE, takes_acts
from exporter.english.words.morphology import MARK, word_set


def is_unlike(phrase: Phrase) -> bool:
    """Two acts side by side that nothing joins and that are not alike in length."""
    if phrase.rule not in ("two_actions", "achieves") or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    if phrase.rule == "achieves" and _CAME_ABOUT.search(phrase.text):
        return False
    if left.rule == "with_object" and ASKING.match(left.text) and left.leaves[-1].text.rpartition(" ")[2] in AGENTS:
        return True  # 吸引企业 | 设立中心: it is they who do it
    if _opens_anew(left, right):
        return False
    plain = all(one.rule in ("", "with_object") for one in phrase.children)
    if plain and left.length == right.length and is_state(left) == is_state(right):
        return False  # 提振市场信心 | 增强社会预期
    acts = [one for one in every(phrase) if one.category == "VP" and one.rule != "two_actions"]
    told = [one.length for one in acts if one.text in phrase.parts]
    if len(phrase.parts) == len(told) > 2 and len(set(told)) == 1:
        return False
    if left.length == 4 and right.length == 3 and right.leaves[0].length in (1, 3):
        return False  # 深化改革促创新: seven characters, as headings have them
    return left.category == "VP" and (left.length != right.length or left.rule != right.rule)


def _opens_anew(left: Phrase, right: Phrase) -> bool:
    """Say whether a deed ends where only another can begin: 精准发力 | 提升质量, 破解难题 | 推动创新."""
    first, second = left.leaves[0], right.leaves[0]
    if left.category != "VP" or left.length != 4 or second.category not in ("V", "VP") or second.length < 2:
        return False
    if not left.children:
        return STATE.search(left.text) is None and not is_state(right)
    does = left.rule == "with_object" and not (first.verbal or takes_acts(first) or second.verbal)
    return does and first.category == "V" and not (is_state(left) or is_state(right))


_CAME_ABOUT = re.compile(rf"^(?:[a-z-]+ )*[a-z-]+ {MARK}be (?:made|achieved) in ")


def is_nested(phrase: Phrase) -> bool:
    """What is done to what is done, or what a thing strives to be: to work hard to work to."""
    if phrase.rule == "to_do":
        return not phrase.text.startswith(("strategies ", "strategy ", "policies "))
    if phrase.rule == "adverbial":
        how, what = phrase.children
        if how.text == "more" and what.category == "VP" and not what.text.startswith(f"{MARK}be "):
            return True  # 更加 | 注重 is one word
        said = how.other or how.text  # 加速 | 构建: built at a faster pace
        return what.category == "I" and said.endswith(" to") and not said.endswith(_OF_THINGS)
    if phrase.rule == "caused" and (is_state(phrase.children[1]) or _as_such(*phrase.children)):
        return False
    if phrase.rule == "achieves" and _CAME_ABOUT.search(phrase.text):
        return _AGAIN.search(phrase.text) is not None
    if phrase.rule == "with_action" and phrase.children[0].text in _FOCUSING:
        return False
    return phrase.rule in _NESTING or _AGAIN.search(phrase.text) is not None


def _as_such(left: Phrase, right: Phrase) -> bool:
    """支持企业 | 开拓国际市场, 推动文旅产业 | 提质增效: what can only be a deed behind the one whose deed it is."""
    supported = ASKING.match(left.text) is not None
    return right.category == "VP" and not right.leaves[0].verbal and (supported or not right.children)


_FOCUSING = (f"{MARK}focus on {SLOT}", f"{MARK}center on {SLOT}")
"""Verbs whose object is as well an act: 聚焦 | 改善民生."""
_OF_THINGS = ("continue to", "need to")
"""What is said of things as well as of those who act: they continue to grow, and need to be raised."""


_AGAIN = re.compile(r"\b(\w{5,}) (?:of|on|for|in) (?:[\w-]+ ){0,3}\1\b|\bin new ways\b")
"""The development of development; and what is done in new ways is mostly innovation itself."""
_NESTING = word_set("with_action object_first by_means for_end caused noun_and_adjective adjective_and_noun achieves")
