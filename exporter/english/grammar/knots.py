"""Say where English is knotted: deeds heaped on deeds, things said to do what none does."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import Phrase


def is_knotted(phrase: Phrase) -> bool:
    """Say whether a reader would have to untie a phrase before knowing what it says."""
    return any(knot(phrase) for knot in _KNOTS)


def _chained(phrase: Phrase) -> bool:
    """The level of the modernization of the management of reserves: what is of what, three deep."""
    said = phrase.text.removeprefix("building of ")  # which its verb says: build a system of
    return bool(phrase.children) and _CHAIN.search(said) is not None


_CHAIN = re.compile(r"\bof (?:the )?(?:[a-z-]+ ){1,3}of (?:the )?(?:[a-z-]+ ){1,3}of\b")


def _no_doer(phrase: Phrase) -> bool:
    """The precision ensuring implementation: only what acts by itself, or is made to, does what stands before 的."""
    if phrase.rule != "that_does" or len(phrase.children) != 2:
        return False
    thing = phrase.children[1].text
    behind = phrase.text.removeprefix(thing)
    return behind.startswith((" to become ", " to be ")) or not (_SAYS_HOW.match(behind) or _DOERS.search(thing))


_SAYS_HOW = re.compile(
    r" (?:to|of|for|with|covering|concerning|involving|reflecting|affecting|benefiting|integrating) "
)
_DOERS = re.compile(
    r"\b(?:systems?|mechanisms?|institutions?|policies|policy|laws?|regulations|rules|standards|industr(?:y|ies)|"
    r"enterprises?|firms|projects?|products|services|networks?|platforms?|facilities|channels?|markets?|clusters?|"
    r"bases?|centers?|parks?|zones?|teams?|personnel|talent|people|officials|government|department|departments|bodies|"
    r"economy|pattern|framework|model|problems|barriers|factors|obstacles|bottlenecks|issues|places|areas|regions|"
    r"technologies|equipment|chains?|programs?|outlets)$"
)


def _of_no_kind(phrase: Phrase) -> bool:
    """Plan | the building of system: a system of which nobody says what it is for."""
    return phrase.rule == "filled" and _BARE.fullmatch(phrase.text) is not None


_BARE = re.compile(r"[a-z]+ of (?:system|mechanism|structure|framework)")


def _twice(phrase: Phrase) -> bool:
    """干字当头、实干为先: put action first, and put action first."""
    return phrase.rule == "two_actions" and len({one.text for one in phrase.children}) == 1


_KNOTS = (_twice, _chained, _no_doer, _of_no_kind)
