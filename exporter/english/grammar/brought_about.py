"""Say what is brought about in a thing as a deed done to it: promote its sound development, take it to a new level."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import SLOT
from exporter.english.words.comparison import comparative
from exporter.english.words.morphology import MARK, participle


def brought_about(helps: str, state: str) -> str | None:
    """Turn `help industries {}`, improve in quality, into `improve the quality of industries`; None where it stays."""
    helped = _HELPS.fullmatch(helps)
    if helped is None:
        return None
    said = state.replace(MARK, "")
    for form, deed in _FORMS:
        if found := form.fullmatch(said):
            return deed(found, helped["thing"])
    return None


_HELPS = re.compile(rf"{MARK}help (?P<thing>.+) {re.escape(SLOT)}")


def _developed(found: re.Match[str], thing: str) -> str | None:
    """Develop in an all-round way: promote all-round development."""
    how = found["how"] or ""
    kind = _KINDS.get(how)
    plain = thing.removeprefix("the development of ")
    return f"{MARK}promote {'the ' if kind else ''}{kind} development of {plain}" if kind is not None else None


_KINDS = {
    "in an all-round way": "all-round",
    "in a coordinated way": "coordinated",
    "in an integrated way": "integrated",
    "in an orderly way": "orderly",
    "in a balanced way": "balanced",
    "in clusters": "cluster-based",
    "in depth": "in-depth",
    "at a faster pace": "faster",
    "soundly": "sound",
    "steadily": "steady",
    "rapidly": "rapid",
    "fast": "rapid",
    "sustainably": "sustainable",
}


def _made(found: re.Match[str], thing: str) -> str:
    return f"{MARK}{found['verb']} {found['what']} in {thing}"


def _moved(found: re.Match[str], thing: str) -> str:
    return f"{MARK}{'take' if found['where'] == 'reach' else 'move'} {thing} {_INTO[found['where']]} {found['what']}"


_INTO = {"reach": "to", "rise to": "to", "enter": "into", "move into": "into", "move toward": "toward", "move to": "to"}


def _bettered(found: re.Match[str], thing: str) -> str:
    return f"{MARK}improve the {found['what']} of {thing}"


def _more_and_better(found: re.Match[str], thing: str) -> str:
    more = "expand" if found["more"] == "expand" else "increase"
    return f"{MARK}{more} the {found['size']} and {MARK}improve the quality of {thing}"


def _grown(found: re.Match[str], thing: str) -> str:
    return f"{MARK}make {thing} {found['how']}"


def _kept_on(found: re.Match[str], thing: str) -> str:
    return f"{MARK}continue to improve {thing}"


def _done(found: re.Match[str], thing: str) -> str | None:
    """Be upgraded, and continue to be developed: what is done to it."""
    active = _VERBS.get(found["done"])
    return f"{MARK}{found['still'] or ''}{active} {thing}" if active else None


_VERBS = {
    participle(verb): verb
    for verb in ("improve", "strengthen", "upgrade", "develop", "deepen", "consolidate", "expand", "advance", "boost")
}


def _settled(found: re.Match[str], thing: str) -> str:
    return f"{MARK}promote steady improvement in {thing}"


def _deepened(found: re.Match[str], thing: str) -> str:
    return f"{MARK}deepen {thing}"


def _kept(found: re.Match[str], thing: str) -> str:
    return f"{MARK}keep {thing} {found['how']} and improving"


def _better(found: re.Match[str], thing: str) -> str:
    return f"{MARK}make {thing} {comparative(found['what'])}"


_FORMS = (
    (re.compile(r"further develop in depth|develop further in depth"), _deepened),
    (re.compile(r"remain (?P<how>stable) with continued improvement"), _kept),
    (re.compile(r"develop(?: (?P<how>.+))?"), _developed),
    (
        re.compile(
            r"(?P<verb>make|achieve) (?P<what>(?:[a-z-]+ ){0,3}"
            r"(?:progress|breakthroughs|headway|strides|results|improvements?|achievements))"
        ),
        _made,
    ),
    (re.compile(r"(?P<where>reach|rise to|enter|move into|move toward|move to) (?P<what>an? .+)"), _moved),
    (re.compile(r"improve in (?P<what>quality|efficiency|quality and efficiency)"), _bettered),
    (
        re.compile(
            r"(?P<more>grow|expand) in (?P<size>quantity|size|scope|number|scale|capacity) and improve in quality"
        ),
        _more_and_better,
    ),
    (re.compile(r"grow (?P<how>(?:bigger|stronger|better)(?:(?:,| and|, and) (?:bigger|stronger|better))*)"), _grown),
    (re.compile(r"(?:continue to improve|keep improving|improve (?:continuously|steadily))"), _kept_on),
    (re.compile(r"(?P<still>continue to )?be (?P<done>[a-z]+)"), _done),
    (re.compile(r"remain stable while improving"), _settled),
    (re.compile(r"become (?:more )?(?P<what>[a-z]+)"), _better),
)
"""What is said to come about in a thing, and how it is told as a deed."""
