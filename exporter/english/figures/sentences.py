"""Write a fact as an English sentence, every part of it by rule.

Where prose would be stiff or would guess, the sentence is an entry: `Shareholding reform (target): 50 enterprises.`
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from exporter.english.figures.alignment import open_words
from exporter.english.figures.amounts import is_pieces
from exporter.english.figures.as_printed import as_printed
from exporter.english.figures.bases import with_base
from exporter.english.figures.context import loses_context
from exporter.english.figures.counts import as_reached
from exporter.english.figures.deed_sentences import deed_for
from exporter.english.figures.entries import entry
from exporter.english.figures.fitness import is_unfit
from exporter.english.figures.in_other_words import as_built
from exporter.english.figures.lists import may_share, raised, told_whole
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.naming import named
from exporter.english.figures.neighbors import ranks_another, ranks_its_growth
from exporter.english.figures.openings import opened
from exporter.english.figures.prose import sentence_body
from exporter.english.figures.relations import is_relation, relation_of
from exporter.english.figures.retold import of_what_was_told
from exporter.english.figures.running_on import runs_on
from exporter.english.figures.sayings import with_sayings
from exporter.english.figures.standing import stands_alone
from exporter.english.figures.subjects import NO_NAMES, SCOPES
from exporter.english.figures.values import value_in_english
from exporter.english.figures.when import dated, when_said
from exporter.english.figures.wholes import among, group_of, is_listed_part, of_whole
from exporter.english.grammar.headings import Names
from exporter.english.words.morphology import sentence_case
from exporter.model import EnglishStatus, Fact


def fact_in_english(
    fact: Fact, year: str | None = None, names: Names = NO_NAMES, source: str = "", before: Sequence[Fact] = ()
) -> Fact:
    """Fill `indicator_en`, `value_en`, `english`; `verified` only where the whole clause is said.

    `source` is the text that the fact's account speaks of, `before` the facts of the text before it. What is read
    with doubt, or leaves a word of the clause open, is a `draft`.

    `year` is what a reader takes for granted (the year reviewed, or planned); a fact of another period names it.
    Without it the year that the fact's section names stands for it; none is taken for granted where it is empty.
    """
    if is_relation(fact):
        return _related(fact, year, names, source)
    told, fact = fact, told_whole(as_reached(with_base(as_printed(fact, source), source)), before, source)
    subject = named(fact, names)
    indicator = subject.text if subject else None
    value = value_in_english(fact, indicator)
    subject = subject and of_what_was_told(fact, subject, before, source)
    grown = subject is not None and ranks_its_growth(fact, subject, before, source)
    if subject is not None and grown:
        subject = replace(subject, noun=f"growth of {subject.full}", article="the")
    english = sentence(fact, subject, year, source) if subject and value and not _is_distance(fact) else None
    if english and fact.part_of and fact.change_kind != "rank" and not is_listed_part(fact):
        english = of_whole(fact.part_of, english, names) or english
    if english and (group := group_of(fact, source)):
        english = among(group, english, names)
    english = english and raised(english, told, before, source)
    shares = english is not None and (
        (not grown and ranks_another(fact, before, source))
        or (not (subject and subject.done) and may_share(fact, before, source))
    )
    return replace(
        told,
        indicator_en=indicator,
        value_en=value,
        english=english and opened(english),
        english_status="draft" if shares else _status(fact, subject, english, source, names, year),
    )


def _status(
    fact: Fact, subject: Measurand | None, english: str | None, source: str, names: Names, year: str | None
) -> EnglishStatus:
    if english is None or subject is None:
        return "untranslated"
    if (
        not fact.sure
        or _is_of_years_to_come(fact, year)
        or subject.loose
        or subject.doubtful
        or _AS_ENTRY.search(english)
    ):
        return "draft"
    if is_unfit(fact, subject, english) or runs_on(fact, subject, source) or open_words(fact, subject, english, source):
        return "draft"
    if not stands_alone(fact, subject, source) or loses_context(fact, subject, english, source, names):
        return "draft"
    return "verified"


def _is_of_years_to_come(fact: Fact, year: str | None) -> bool:
    """Say whether what is told as done is dated beyond the year that the document looks back on."""
    ends = re.findall(r"\d{4}", fact.period or "")
    return fact.kind == "actual" and bool(year and ends) and ends[-1] > year and "-" in (fact.period or "")


_AS_ENTRY = re.compile(r"[^\d]: ")
"""An entry instead of a sentence: what could not be said by rule."""


def _related(fact: Fact, year: str | None, names: Names, source: str) -> Fact:
    relation, when, value = relation_of(fact, names), when_said(fact, year, source), value_in_english(fact)
    if relation is None:
        return replace(fact, indicator_en=None, value_en=value, english=None, english_status="untranslated")
    english = f"{sentence_case(relation.said)}{when}." if when is not None else None
    status = _status(fact, relation.subject, english, source, names, year)
    return replace(fact, indicator_en=relation.indicator, value_en=value, english=english, english_status=status)


def sentence(fact: Fact, subject: Measurand, year: str | None = None, source: str = "") -> str | None:
    """Write the sentence of a fact, or None if a part of it cannot be said by rule."""
    when = when_said(fact, year, source, deed_for(fact, subject) is not None)
    scope = _scope(fact)
    if when is None or scope is None:
        return None
    if scope and fact.change_kind != "rank":
        subject = _within(subject, scope, is_pieces(fact))
    prose = sentence_body(fact, as_built(fact, _of_each(subject, fact)))
    prose = prose and with_sayings(prose, fact)
    if prose and fact.kind == "estimate" and year and (fact.period or "").endswith(year):
        prose = _OF_A_PAST_YEAR.sub(lambda found: f"{found[1]} to have {_DONE[found[2]]}", prose)
    if prose and fact.kind == "target" and year and (fact.period or year)[:4] < year:
        prose = _OF_A_GONE_YEAR.sub(lambda found: _WAS[found[0]], prose)
        prose = prose.replace("will be kept", f"{subject.was} targeted to be kept")
    if prose is not None and "~" not in prose:
        return dated(_once(prose), when, fact)
    listed = entry(fact, subject, when)
    return f"{sentence_case(listed)}." if listed and "~" not in listed else None


def _of_each(subject: Measurand, fact: Fact) -> Measurand:
    """Say of incomes that are told by their level that they are those of one person: 城乡居民收入分别完成2.7万元."""
    if fact.number is None or fact.measure == "change" or not subject.noun.startswith("incomes of "):
        return subject
    return replace(subject, noun=f"per capita income of {subject.noun.removeprefix('incomes of ')}")


def _once(prose: str) -> str:
    """Leave out what the name of a figure says already: income per capita, life expectancy."""
    prose = _EACH_TWICE.sub("", prose) if "per capita" in prose else prose
    prose = prose.replace(" a day on average", "") if "average daily" in prose else prose
    return prose.replace(" of age", "") if "life expectancy" in prose else prose


_EACH_TWICE = re.compile(r" per person(?= a year|$)")


def _is_distance(fact: Fact) -> bool:
    """Tell a distance to another's rate (高于全市平均4.2个百分点), which is no level of the indicator's own."""
    return fact.value is not None and fact.unit in ("个百分点", "个基点") and fact.change != fact.number


_DONE: Mapping[str, str] = MappingProxyType({"grow": "grown", "fall": "fallen", "rise": "risen", "be": "been"})
_WAS: Mapping[str, str] = MappingProxyType({"is targeted": "was targeted", "are targeted": "were targeted"})
_OF_A_GONE_YEAR = re.compile("|".join(_WAS))
"""The aim of a year that is over."""
_OF_A_PAST_YEAR = re.compile(rf"\b((?:is|are) (?:estimated|expected)) to ({'|'.join(_DONE)})\b")
"""An estimate of the year reviewed, which is over or nearly so."""
_WHOLE = re.compile(r"^(?:全(?:国|省|市|县|区|州|盟|旗|镇|乡|社会)|我[国省市县区]|本[省市县区])$")
"""The place itself, which an English sentence of its report takes for granted."""


def _scope(fact: Fact) -> str | None:
    if not fact.scope or _WHOLE.match(fact.scope):
        return ""
    return SCOPES.get(fact.scope)


def _within(subject: Measurand, scope: str, pieces: bool) -> Measurand:
    """Say the accounting scope: before what is counted (city-level maker spaces), behind it, or in brackets."""
    if pieces and scope.endswith(" level") and subject.plural and not subject.article:
        return replace(subject, noun=f"{scope.replace(' ', '-')} {subject.noun}")
    if scope.endswith((" area", " level")) and not subject.aside:
        return replace(subject, noun=f"{subject.noun} {'in' if scope.endswith('area') else 'at'} the {scope}")
    return replace(subject, aside=scope)
