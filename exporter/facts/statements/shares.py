"""Name a share: a subject with what it is a share of, or what it is measured by."""

from __future__ import annotations

import dataclasses
import re

from exporter.facts.statements.clause_before import name_before
from exporter.facts.statements.coordination import name_parts, parts
from exporter.facts.statements.groups import Group
from exporter.facts.statements.leads import Lead
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.sentence import ADDED, Name, Named, Sentence, one_each
from exporter.facts.statements.sides import joined


def of_another(text: str, group: Group, lead: Lead) -> Lead:
    """Read a number that sets its subject against the level of others: 只有|全国平均水平|的78%."""
    if group.quantities[0].kind not in ("percent", "times") or lead.role != "value" or lead.whole:
        return lead
    found = _AGAINST.search(text, lead.start, group.lead[1]) or _EQUAL_TO.match(text, lead.start, group.lead[1])
    found = found or _STAYS.search(text, lead.start, group.lead[1])
    return dataclasses.replace(lead, end=found.start(), whole=found.span(1), tail=()) if found else lead


_AGAINST = re.compile(
    r"(?:只有|仅有|仅为|只为|仅|只|是|为|达到?|(?=相当于))"
    r"((?:相当于)?[^，。；、\d占是为]{2,20}(?:水平|平均数?|平均值))的 ?$"
)


_EQUAL_TO = re.compile(r"[ 约]*(相当于[^，。；、\d]{2,16}?)的?[ 约近]*$")
"""A clause that sets what was told before against another: 储备为8亿元，相当于|生产总值|21%."""


_STAYS = re.compile("(?:稳定|保持|维持)在(全[国省市县区])的? ?$")
"""A share that is said to stay, of a larger place: 产量|稳定在|全国|1/4."""


def share(sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[Name, ...]) -> Named:
    """Name the subject with what it is a share of: 占|全国面积|的, or is set against: 相当于|全国水平|的."""
    assert lead.whole is not None
    at, end = lead.whole
    own = sentence.cut((subject.start, min(at, subject.end))).without(_STREAK) if subject.start < at else Name()
    of = sentence.cut((at, end))
    if not sentence.text.startswith(_EQUALS, at):
        of = _whole(of, own, sentence.text[at] == "占")
    count = 0 if lead.each else len(group.quantities)
    names = name_parts(sentence, subject.start, min(at, subject.end), count) if own and count != 1 else ()
    if not names:
        spoken = spoken or name_before(sentence, group)
        names = (own,) if own else one_each(spoken, len(group.quantities)) or (Name(),)
    shares = tuple(name + of for name in names)
    return Named(shares, None, shares if lead.role == "base" else tuple(filter(None, names)))


_STREAK = re.compile(r"(?<=..)已?连续[\d一二三四五六七八九十]+年(?:以上)?$")
"""For how long a share has been what it is."""


def _whole(of: Name, own: Name, part: bool) -> Name:
    """Word what a share is a share of."""
    if not part and _PLACE.fullmatch(of.text):
        return Name("占", (ADDED,)) + of + "比重"
    if not part:
        return Name(_EQUALS, (ADDED,) * len(_EQUALS)) + of
    if of.text == "占" and own.text.endswith(_SHARES):
        return Name()
    if of.text.endswith(_SHARES) or own.text.endswith(_SHARES):
        return of
    return of + ("比重" if len(of.text) > 1 else "比")


_PLACE = re.compile("全[国省市县区]")
_EQUALS = "相当于"
_SHARES = ("比重", "比例", "比率", "份额", "占比")


def are_rates(text: str, group: Group, lead: Lead, subject: Subject) -> bool:
    """Say whether one percentage is that of each of several rates, which have no sum: 甲率、乙率|保持在97%以上."""
    if group.quantities[0].kind != "percent" or lead.role != "value":
        return False
    rates = parts(text, subject.start, subject.end, 0)
    alike = all(len(span) == 1 and text[span[0][1] - 1] == "率" for span in rates)
    return len(rates) > 1 and alike and not text.endswith("贡献率", subject.start, subject.end)


def of_each(names: tuple[Name, ...], group: Group, spoken: tuple[Name, ...]) -> tuple[Name, ...]:
    """Name each of a row by what the last prints for all, 甲、乙|占比, or by what was told before: 收入|总量及增速."""
    if spoken and all(name.text in _SIDES for name in names):
        return tuple(joined(spoken[-1], name) for name in names)
    last = names[-1].text
    side = next((one for one in _PARTS if last.endswith(one) and len(last) > len(one)), "")
    if not side or group.quantities[0].kind != "percent" or any(_IS_PART.search(name.text) for name in names[:-1]):
        return names
    return (*(name + names[-1][-len(side) :] for name in names[:-1]), names[-1])


_SIDES = frozenset(("总量", "增速", "总额", "规模", "增量", "总数", "人均", "总产量", "单产"))
"""Sides that say nothing of whose they are."""
_PARTS = ("占比", "比重", "贡献率")
_IS_PART = re.compile(r"(?:[占之]比|比[重例]|率|份额|度|增[速幅])$|\d")
"""What needs no share: a rate, or a share itself."""
