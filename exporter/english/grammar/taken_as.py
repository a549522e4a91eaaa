"""Say what is made of something: 把渔业作为重要任务 → make fisheries an important task."""

from __future__ import annotations

import re

from exporter.english.grammar.objects import with_the
from exporter.english.grammar.phrases import Phrase, replace
from exporter.english.grammar.verb_phrases import verb_of
from exporter.english.words.morphology import MARK, is_plural, singular, with_article


def grasped(left: Phrase, right: Phrase) -> Phrase:
    """把 | 依法行政: what is taken as something stands before it is said as what."""
    held = right.gerund() if right.category == "VP" else with_the(right)
    return replace(right, category="BAO", text=held, cost=left.cost + right.cost, length=left.length + right.length)


def taken_as(left: Phrase, right: Phrase) -> Phrase | None:
    """(把 依法行政) | 作为 + 履职准则 → make law-based administration the criterion for performing duties."""
    found = _AS.fullmatch(right.text)
    if found is None:
        return None
    head, rest = found["head"], found["rest"]
    one_of_many = _ONE_OF_MANY.match(head) is not None
    if is_plural(head) and " and " not in head and not head.endswith("means"):
        thing = with_article(singular(head), "a" if one_of_many or not found["article"] else "the") + rest
    elif found["article"] or " and " in head:
        thing = right.text[3:]
    else:
        thing = with_article(head, "a" if one_of_many else "the") + rest
    return verb_of(left, right, "VP", f"{MARK}make {left.text} {thing}", 0.2)


_ONE_OF_MANY = re.compile(r"(?:important|major|key|powerful|strong|effective|solid|new|basic) ")
_AS = re.compile(r"as (?P<article>(?:the|an?|our) )?(?P<head>.+?)(?P<rest>(?: (?:of|for|to|in|on) .*)?)")
