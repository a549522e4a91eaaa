"""Say that something grew or shrank by an amount that was added to it or taken from it: coal capacity increased by."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.figures.amounts import countable, is_bare, kind_of
from exporter.english.figures.deeds import ADDS, CUTS, IS_CUT, Deed, Time
from exporter.english.figures.measurand import Measurand
from exporter.english.words.numbers import bounded
from exporter.model import Fact

_LESSENS = CUTS | {"减少", "减"}
_EASED = frozenset(("降低", "减轻", "缓解"))
"""What lessens a burden, where a sum of money says by how much."""


def moved_by(fact: Fact, subject: Measurand, time: Time, text: str) -> str | None:
    """Say that something grew or shrank by an amount: 新增煤炭产能, 减少贫困人口."""
    money = kind_of(fact) == "money"
    cut = fact.deed in _LESSENS or (money and (fact.deed in _EASED or subject.done in ("reduced", "eased")))
    if money and (subject.done == "added" or (cut and subject.done)):
        subject = replace(subject, done="")
    elif not cut and not (fact.deed in ADDS and (money or not subject.plural)):
        return None
    if subject.done or (is_bare(text) and not subject.plural):
        return None
    if money and not cut and subject.plural:
        return _newly_there(fact, subject, time, text)
    text = text.removesuffix(" people") if subject.noun.endswith("people living in poverty") else text
    number = countable(subject) and is_bare(text)
    who = f"the number of {subject.text}" if number else subject.full
    done = "cut" if IS_CUT.search(fact.deed or "") else "reduced" if _LIGHTENED.search(subject.head) else ""
    if cut and done:
        said = Deed(done).conjugated(time, subject.plural and not number)
    else:
        verb = "decrease" if cut else "increase"
        said = {"will": f"will {verb}", "estimate": f"is expected to {verb}"}.get(time, f"{verb}d")
    return f"{who} {said} by {bounded(text, fact.bound)}"


def _newly_there(fact: Fact, subject: Measurand, time: Time, text: str) -> str:
    """Say of sums that come and go how much there was anew: 新增减税降费超过1100亿元."""
    who = subject.noun if subject.noun.startswith(("new ", "additional ")) else f"new {subject.noun}"
    if time == "past":
        return f"{who} exceeded {text}" if fact.bound == "over" else f"{who} reached {bounded(text, fact.bound)}"
    return f"{who} are {'targeted' if time == 'will' else 'estimated'} to reach {bounded(text, fact.bound)}"


_LIGHTENED = re.compile(r"\b(?:burdens?|charges|fees|taxes|costs|items requiring approval)\b")
"""What grows less only where somebody makes it less."""
