"""Tell what to look at twice in English: where it departs from what is known of the same Chinese, or has no like there.

Whoever rewrites what a rule has proved, or somebody approved, may well be right; every word that is another may also
be a slip. So it is shown before the sentence is approved, and hinders nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from exporter.english.glossary.terms import load
from exporter.english.grammar.styling import Tense
from exporter.english.guard.finding import Finding
from exporter.english.guard.official import unofficial
from exporter.english.guard.omitted import omitted
from exporter.english.guard.opposites import fewer_denials
from exporter.english.guard.renderings import LOOK, doubts
from exporter.english.guard.roles import reordered
from exporter.english.guard.tense import other_tense

_WORD = re.compile(r"\d[\d,.]*\d|\w+(?:['’-]\w+)*|[%$€£]")
_ARTICLES = frozenset(("a", "an", "the"))


def second_looks(zh: str, english: str, known: str | None = None, tense: Tense | None = None) -> tuple[Finding, ...]:
    """Give what a reviewer should look at twice before approving.

    `known` is English that is proved or approved of the same Chinese; `tense` that of the passage it stands in.
    """
    departed = tuple(departures(known, english)) if known else ()
    return departed or tuple(_doubts(zh, english, tense))


def _doubts(zh: str, english: str, tense: Tense | None) -> Iterator[Finding]:
    """Give what is doubted: of whole clauses and terms first, of single words only where there is nothing else."""
    found = (
        *other_tense(zh, english, tense),
        *unofficial(zh, english),
        *fewer_denials(zh, english),
        *reordered(zh, english, load()),
        *omitted(zh, english),
    )
    yield from found or doubts(zh, english)


def departures(known: str, english: str) -> Iterator[Finding]:
    """Report each stretch of words that is another than in the English known of the same Chinese."""
    was, now = _words(known), _words(english)
    match = SequenceMatcher(None, [word.lower() for word in was], [word.lower() for word in now], autojunk=False)
    for tag, start, end, first, last in match.get_opcodes():
        if tag != "equal":
            before, here = " ".join(was[start:end]), " ".join(now[first:last])
            yield Finding(f"{LOOK}departs", _MESSAGES[tag].format(before=before, here=here), "", here)


_MESSAGES = {
    "replace": "{here!r} stands where the known English says {before!r}",
    "delete": "{before!r} of the known English is not said",
    "insert": "{here!r} is not in the known English",
}


def _words(english: str) -> list[str]:
    return [word for word in _WORD.findall(english) if word.lower() not in _ARTICLES]
