"""Give headline figures whose sentence has no proved English, to be said by their parts: name, value, change, year.

A card and a row say no more than these, and each is read from words of its own. Left out is what a clause with more
in it says, a figure that may be another's than the place's, and what a second reading of its sentence does not find.
What a report leaves out of all its figures (`left_out.py`) is said under them, and bars none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from exporter.brief.left_out import blanked, bracket_in, growth_in_other_terms, without
from exporter.brief.names import says_its_deed
from exporter.brief.subjects import known, official, subject
from exporter.brief.yearly import is_yearly
from exporter.english.document import names_of
from exporter.english.figures.owners import owner_is_lost
from exporter.english.figures.restrictions import is_restricted
from exporter.english.figures.starts import sentence_start
from exporter.english.guard.witness import doubts, sentence_around
from exporter.facts.passages import text_of
from exporter.model import Document, Fact

LAST_RANK = 20
"""Place among headline indicators up to which a report without the figure would lack something."""
_BARE = frozenset(("time", "scope", "thing", "value", "unit", "bound", "change", "licensed"))
_SAID = {
    "base": re.compile("(?:同比|[比较]上年(?:同期)?)"),
    "degree": re.compile("预计(?:完成|实现|达到)?|年度目标"),
    "deed": re.compile("新增"),
    "modifier": re.compile(r"城|乡|\[\d{1,3}\]"),
}
"""What a clause may say beside that: the name or the kind of the figure has it, or it is a note's mark."""
_IN_A_NAME = re.compile("(?:规模|限额)以[上下]")
"""A bound that is of a name, and of no figure."""
_DONE = re.compile("完成|实现|达到")
"""Behind 实际: what really came about, and no growth in real terms."""
_SHARED = re.compile("左右|以[上内下]|上下")
"""A bound behind the last figure of a list may be that of the others too."""
_NONE = ("absolute", "rank")
"""Kinds of change that give neither how much a thing is nor how fast it grew."""
_REACHED_FROM = re.compile(r"[由从][^。；;]*\d[^。；;]*到$")
"""A level that was reached from an earlier one: what is told behind it grew since then."""
_STEPS = re.compile("[迈跨站跃登]上")
"""With 台阶 behind the value: a level that was passed."""


def by_parts(document: Document, proved: Iterable[Fact]) -> Iterator[Fact]:
    """Give the figures of headline indicators that no proved fact gives for their kind and year.

    A growth is not how much a thing is, and no more is what it has passed (突破4000亿元): the level may be given too.
    """
    proved = [fact for fact in proved if fact.change_kind not in _NONE]
    taken = {_of_what(fact) for fact in proved}
    levels = {_of_what(fact) for fact in proved if fact.value is not None and fact.bound != "over"}
    names, bracket = names_of(document.metadata, document.terms), bracket_in(document)
    text = blanked(text_of(document), bracket)
    for fact in (_level(without(fact, bracket, document.facts), text, document.facts) for fact in document.facts):
        known_of = _of_what(fact) in (taken if fact.value is None else levels)
        if known_of or not _is_plain(fact) or owner_is_lost(fact, text, names) or is_restricted(fact, "", text):
            continue
        said = _passed(fact, text)
        if said is not None and not is_doubted(said, text):
            yield said


def _of_what(fact: Fact) -> tuple[str, bool, str | None]:
    return subject(fact), fact.kind == "target", fact.period


def is_doubted(fact: Fact, text: str) -> bool:
    """Tell whether a second reading of its sentence does not find a figure, whatever is said of it as a whole."""
    return any(doubts(replace(fact, english=None), sentence_around(text, fact.span)))


def _level(fact: Fact, text: str, every: Sequence[Fact]) -> Fact:
    """Leave out a change that is not the year's, or is told in terms of its own: its clause ends with the level."""
    number = fact.number_span
    if fact.value is None or number is None or fact.change is None:
        return fact
    terms = growth_in_other_terms(fact, text)
    fact = without(fact, terms, every)
    reached = _REACHED_FROM.search(text[sentence_start(fact, text) : number.start])
    if terms is None and is_yearly(fact) and not reached:
        return fact
    behind = (stretch for stretch in fact.account if stretch.span.start >= number.end)
    size = list(takewhile(lambda stretch: stretch.role in ("unit", "bound") and not stretch.inherited, behind))
    end = size[-1].span.end if size else number.end
    return replace(
        fact,
        span=replace(fact.span, end=end),
        quote=fact.quote[: end - fact.span.start],
        account=tuple(stretch for stretch in fact.account if stretch.inherited or stretch.span.end <= end),
        change=None,
        change_kind="none",
        change_bound="exact",
        base=None,
        average=False,
    )


def _is_plain(fact: Fact) -> bool:
    found = known(fact)
    named = found is not None and found.english and found.rank is not None and found.rank <= LAST_RANK
    if not named or fact.english_status != "draft" or not fact.sure or fact.part_of is not None:
        return False
    if fact.bound == fact.change_bound == "exact" and _SHARED.search(_IN_A_NAME.sub("", fact.quote)):
        return False
    return fact.value is None or fact.value_en is not None


def _passed(fact: Fact, text: str) -> Fact | None:
    """Give a fact with its official English name; None where its clause says more than its parts."""
    bound, value = fact.bound, fact.value_en
    for stretch in fact.account:
        words = text[stretch.span.start : stretch.span.end]
        if stretch.role in _BARE or (stretch.role == "modifier" and words in fact.indicator):
            continue
        if stretch.role == "degree" and _STEPS.fullmatch(words) and _has_step(fact, text) and bound == "exact":
            bound, value = "over", f"more than {value}"
        elif stretch.role == "degree" and words == "实际" and _DONE.match(text, stretch.span.end):
            continue
        elif stretch.role not in _SAID or not _SAID[stretch.role].fullmatch(words):
            return None
    if not says_its_deed(fact):
        return None
    name = official(fact)
    return replace(fact, indicator_en=name, deed=None, bound=bound, value_en=_counted(value, name))


def _counted(value: str | None, name: str) -> str | None:
    """Give a number of jobs without those who have them."""
    return value.removesuffix(" people") if value and name.endswith("jobs") else value


def _has_step(fact: Fact, text: str) -> bool:
    said = (text[one.span.start : one.span.end] for one in fact.account if one.role == "licensed")
    return any("台阶" in words for words in said)
