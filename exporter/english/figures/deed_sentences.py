"""Say what was done to what a figure counts: 1,217 units were offered, coal capacity increased by 120 million tons."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.figures.amounts import (
    PIECES,
    amount_beside,
    are_counted,
    came_to,
    is_one,
    is_pieces,
    kind_of,
)
from exporter.english.figures.counted import counted_so
from exporter.english.figures.deed_senses import as_said_of
from exporter.english.figures.deeds import ADDS, ENDING, LIGHT, Deed, Time, alternatives, deed_of, peeled
from exporter.english.figures.in_other_words import ANOTHER, said_otherwise, with_its_length
from exporter.english.figures.measurand import PERSONS, Measurand
from exporter.english.figures.moved_by import moved_by
from exporter.english.figures.starts import before_number
from exporter.english.figures.subjects import read_object
from exporter.english.figures.values import pace_of_value
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import singular, with_article
from exporter.english.words.numbers import SPELLED, bounded
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact

_MEASURES = frozenset(("count", "person", "household", "area", "volume", "mass", "length", "money", "power"))


def deed_for(fact: Fact, subject: Measurand) -> Deed | None:
    """Give what was done to what is counted: by the fact's verb, else by its indicator."""
    kind, verb = kind_of(fact), fact.deed
    if kind not in _MEASURES and not (kind == "bare" and subject.plural) and not verb:
        return None
    if subject.noun.endswith(" jobs") and are_new_jobs(fact.indicator) and (verb is None or verb in ADDS):
        return Deed("created")
    own = Deed(subject.done) if subject.done else None
    if own is not None and (subject.settled or verb is None or verb in LIGHT or verb in ADDS or verb in _BUILT):
        anew = verb in ADDS and kind in PIECES and "~" not in own.english and not own.english.startswith("newly ")
        return Deed(f"newly {own.english}") if anew else own
    if verb is None or (verb in LIGHT and not (subject.plural and (is_pieces(fact) or kind == "bare"))):
        return None
    deed = deed_of(prepared(verb), read_object)
    if deed is None or (kind == "money" and not deed.money and verb in _NEUTRAL):
        return None
    deed = as_said_of(deed, subject.head)
    if deed.english == "leveraged" and not _FUNDS.search(subject.head):
        return None
    if deed.english == "replaced" and _OF_A_NEW_KIND.match(subject.noun):
        return None  # 更新新能源公交车: what is new took the place of what was old
    if own is not None and verb in ENDING:
        return None  # 减少|使用农药: less of the second, which is not done as well
    if own is not None and "~" not in deed.english + own.english and " " not in own.english:
        return Deed(alternatives([deed.english, own.english])) if _in_a_row(fact) else None
    return _for_them(_fitting(deed, subject)) if _FOR.match(prepared(fact.quote)) else _fitting(deed, subject)


_FOR = re.compile("(?:免费|再|新)?[为给](?=[0-9])")


def _for_them(deed: Deed) -> Deed:
    """Say of those for whom something was held that they had it: 为3万名学生|开展心理测评."""
    held = deed.english.removeprefix("~carry out ")
    return deed if held == deed.english else replace(deed, english=f"provided with {held}")


def are_new_jobs(name: str) -> bool:
    """Say whether the table lists jobs as new (新增就业), by which employment itself need not have grown."""
    known = canonical(prepared(name))
    return known is not None and known.quantity == "flow" and known.english.endswith(" jobs")


def _in_a_row(fact: Fact) -> bool:
    """Say whether the verb stands right before the name that begins with another: 新建|改扩建学校."""
    verb = prepared(fact.deed or "")
    name = prepared(fact.indicator).removeprefix(verb)
    own = peeled(name)
    if own is not None and not name.startswith(own[1]):
        return False
    row = f"{re.escape(verb)}(?:[、和及]|[0-9.]+[万千百]*.)?{re.escape(name[:3])}"
    return re.search(row, prepared(fact.quote)) is not None


_NEUTRAL = LIGHT | {"支持", "安排", "用于", "建设", "新建", "带动", "帮助", "扶持", "引导"}
"""Verbs that say of money no more than that it was there."""


_BUILT = frozenset(("新建", "新建成", "建成"))
"""Verbs of what is built, beside which a name may say more: 新建|改扩建学校."""


_OF_A_NEW_KIND = re.compile("new-energy |clean-energy |electric |energy-efficient ")
_PRIZE = re.compile(r"(?:prizes?|awards?|medals?|nominations?|titles?|honors?|championships?)$", re.IGNORECASE)


def _fitting(deed: Deed, subject: Measurand) -> Deed:
    """Fit a deed to its object: prizes are won."""
    if deed.english in ("recognized", "selected", "approved") and _PRIZE.search(subject.head):
        return replace(deed, english="won")
    if deed.english in ("won", "newly won") and not _PRIZE.search(subject.head):
        done = (
            "granted" if subject.head.endswith("patents") else "made" if subject.head.endswith("achievements") else ""
        )
        return replace(deed, english=done or "obtained")
    if deed.english == "built" and subject.head.endswith("construction projects"):
        return replace(deed, english="completed")
    kind = subject.head.rpartition(" ")[2]
    alike = _AREAS if kind in _AREAS.split("|") else re.escape(kind)
    if deed.english.startswith("selected for ") and re.search(rf"\b(?:{alike})\b", deed.english):
        return replace(deed, english=deed.english.replace("selected for", "selected as"))
    return deed


_AREAS = "counties|cities|districts|towns|villages"
"""Places of one kind or another, of which one may be named as the other."""


def hides_a_verb(fact: Fact, subject: Measurand) -> bool:
    """Say whether the fact has a verb that its sentence must say and cannot."""
    if not fact.deed or fact.deed in LIGHT or (kind_of(fact) == "money" and fact.deed in _NEUTRAL):
        return False
    return deed_for(fact, subject) is None


def acted_on(fact: Fact, subject: Measurand, deed: Deed) -> str | None:
    """Say what was done to what is counted: 1,217 units were offered; greening increased by 2,180 mu."""
    text = amount_beside(fact, subject)
    if text is None:
        return None
    time: Time = "will" if fact.kind == "target" else "estimate" if fact.kind == "estimate" else "past"
    by = moved_by(fact, subject, time, text)
    if by is not None:
        return by
    subject = _before_deed(fact, subject, deed)
    if _is_given(fact, subject, deed):
        return f"{subject.full} {deed.conjugated(time, subject.plural)} to {bounded(text, fact.bound)}"
    if kind_of(fact) == "money" and (spent := _spent(fact, subject, deed, time, text)):
        return spent
    if deed.english == "promoted" and kind_of(fact) == "area" and not PERSONS.search(subject.head):
        return f"{subject.full} {deed.conjugated(time, subject.plural)} over {bounded(text, fact.bound)}"
    one = is_one(fact)
    counted = counted_so(bounded(text, fact.bound), subject, one)
    if counted is None:
        return None
    counted = with_its_length(fact, counted)
    if fact.deed in _ADVANCING and deed.english == subject.done:
        verb = deed.infinitive()
        return f"work to {verb} {counted} {Deed('advanced').conjugated(time, False)}" if verb else None
    plural = not one and (kind_of(fact) in PIECES or (subject.plural and kind_of(fact) != "money"))
    if time == "will" and (fact.bound == "strive" or _is_striven_for(fact)):
        return _striven_for(deed, counted, plural)
    return said_otherwise(fact, deed, time, counted) or _done_to(fact, deed, time, counted, plural)


_BY_OTHERS = re.compile("(?:newly )?(?:approved|recognized|selected|named|listed|certified)")
"""What others do, whom one can only strive to have it from."""


def _is_striven_for(fact: Fact) -> bool:
    """Say whether a clause opens with efforts for what its bound cannot tell: 力争建成1—2座."""
    return (fact.deed or "")[:2] not in ("力争", "争取") and _EFFORTS.match(prepared(before_number(fact))) is not None


_EFFORTS = re.compile("(?:全年|年内|今年)?(?:力争|争取)(?:全年|年内|今年)?")


def _striven_for(deed: Deed, counted: str, plural: bool) -> str:
    """Say what is to be done if it can be: efforts will be made to add three farms."""
    verb = deed.infinitive() if _BY_OTHERS.match(deed.english) is None else None
    anew = "another " if deed.english in ANOTHER and plural else ""
    said = f"to {verb} {anew}{counted}" if verb else f"for {counted} to {deed.conjugated('base', plural)}"
    return f"efforts will be made {said}"


def _done_to(fact: Fact, deed: Deed, time: Time, counted: str, plural: bool) -> str | None:
    """Say what was done to so many: a total of 1,217 units were offered; all 20 projects were completed."""
    one, exact, said = is_one(fact), fact.bound == "exact", deed.conjugated(time, plural)
    summed = counted[0].isdigit() and not one and kind_of(fact) != "percent" and not pace_of_value(fact)
    small = counted.partition(" ")[0] in SPELLED[2:]
    if plural and _ALL_OF_THEM.search(said):
        return f"all {counted} {_ALL_OF_THEM.sub('', said)}" if (summed or small) and exact else None
    if one:
        said = _AS_SEVERAL.sub(lambda found: f"as {with_article(singular(found[1]), 'a')}", said)
    if deed.english in ANOTHER and summed and plural and exact:
        return f"another {counted} {said.replace('newly ', '')}"
    more = "another " if _MORE.search(before_number(fact)) and exact else "a total of "
    return f"{more if summed else ''}{counted} {said}"


_ADVANCING = frozenset(("推进", "推动", "加快", "加快推进"))
"""Verbs of what goes on, and need not come to its end: 推进3座水库建设."""
_AS_SEVERAL = re.compile(r"\bas (\w+s)\b")
"""What several people were made, of whom each was made one."""
_MORE = re.compile("又有?$")
"""What is told of as many more: 又有80万户农村危房得到改造."""
_FUNDS = re.compile(
    r"\b(?:funds?|funding|investment|capital|money|loans?|bonds|subsidies|assistance|aid|costs?|grants?)\b"
)


def _spent(fact: Fact, subject: Measurand, deed: Deed, time: Time, text: str) -> str | None:
    """Say what was invested in, or how much investment there was that is said to be completed: 交通完成投资8亿元."""
    if deed.english == "invested" and not _FUNDS.search(subject.noun):
        return _invested(fact, subject, time, text)
    invested = subject.noun.endswith(" investment") or subject.noun.startswith("investment in ")
    if deed.english == "completed" and invested and fact.bound != "strive":
        return came_to(fact, replace(subject, done=""), text)
    return None


def _invested(fact: Fact, subject: Measurand, time: Time, text: str) -> str:
    """Say what was invested in: 20 million yuan was invested in technological upgrading."""
    said = Deed("invested").conjugated(time, False)
    if time == "will" and fact.bound == "strive":
        return f"efforts will be made to invest {text} in {subject.noun}"
    total = "a total of " if text[0].isdigit() and fact.bound == "exact" else ""
    return f"{total}{bounded(text, fact.bound)} {said} in {subject.noun}"


_ALL_OF_THEM = re.compile(r" in full\b|\bfully (?=completed)")
"""What is said of all things that were counted, and of none how far: 20项工程全面完成."""


def _is_given(fact: Fact, subject: Measurand, deed: Deed) -> bool:
    """Say whether those are counted whom something was given: 发放租赁补贴8000户."""
    given = deed.english in ("distributed", "granted", "provided", "issued") and fact.bound != "strive"
    given = given and not _WHO.search(prepared(fact.indicator))
    return given and kind_of(fact) in ("person", "household") and not subject.done and not are_counted(subject)


_WHO = re.compile("[员师工警]$")
"""What ends the name of those who are themselves given: 配备保洁员40名."""


def _before_deed(fact: Fact, subject: Measurand, deed: Deed) -> Measurand:
    """Keep in the noun what its indicator says was done, where the sentence says something else."""
    if (
        subject.done
        and deed.english.removeprefix("newly ") != subject.done.removeprefix("newly ")
        and not deed.english.endswith(f" or {subject.done}")
    ):
        return replace(subject, noun=replace(subject, aside="").text, done="")
    if (fact.unit or "").endswith("套") and subject.noun.endswith("housing projects"):
        return replace(subject, noun=subject.noun.removesuffix(" projects"))
    return subject
