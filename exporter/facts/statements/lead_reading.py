"""Read the words before a group of quantities: what they are about, and whether they say a change."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from exporter.facts.numbers.quantities import REGION, Quantity, quantities
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.completions import completed
from exporter.facts.statements.deeds import counted_deed
from exporter.facts.statements.groups import COUNTS, Group, groups, is_attributive
from exporter.facts.statements.leads import FORMER, Lead, read_lead
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.shares import of_another
from exporter.facts.statements.thresholds import LIMITS, is_threshold, states_time


@dataclass(frozen=True, slots=True)
class Reading:
    """A group with its lead and its subject, read."""

    group: Group
    lead: Lead
    subject: Subject
    change: bool
    """The numbers say how something changed."""


def read_group(text: str, group: Group) -> Reading | None:
    """Read the lead of a group; None if its numbers are no figures."""
    lead = read_lead(text, group.lead[0], _before_place(text, group))
    if is_threshold(text, group, lead):
        return None
    if group.quantities[0].kind == "time" and not states_time(lead, text, group):
        return None
    if lead.soft and group.quantities[0].kind in _COUNTED and not _MEASURED.search(text, lead.start, lead.end):
        lead = dataclasses.replace(lead, end=group.lead[1], role="value", sign=0)
    if _adds(text, group, lead):
        lead = dataclasses.replace(lead, end=group.lead[1], role="value", sign=0)
    if group.quantities[0].form == "still":
        still = _standstill(text, group, lead)
        if still is None:
            return None
        lead = still
    if group.quantities[0].form == "fold":
        lead = dataclasses.replace(lead, role="change", sign=1)
    if group.quantities[0].form == "rank":
        lead = dataclasses.replace(lead, role="value", sign=0, end=_with_growth(text, lead))
    lead = _contributed(group, text, _growing(group, text, lead))
    lead = of_another(text, group, completed(text, group, lead))
    lead = _more_of(text, group, _leading_change(text, group, _multiple(text, group, lead)))
    change = _is_change(group, lead)
    return Reading(group, lead, _subject(text, group, lead, change), change)


def _subject(text: str, group: Group, lead: Lead, change: bool) -> Subject:
    """Cut the subject out of a lead; only a thing counted has any verb for its deed, and a change hardly one."""
    subject = noun_phrases.subject(text, lead.start, lead.end)
    if subject.verb is None and not change and not lead.tail and group.quantities[0].kind in _DONE_WITH:
        verb, noun = counted_deed(text, subject.start, subject.end, _opens_clause(text, group, lead))
        return dataclasses.replace(subject, start=noun, verb=verb)
    causes = subject.verb and text[slice(*subject.verb)] in _CAUSES
    number = group.quantities[0]
    if subject.verb and not causes and (change or number.kind == "percent" or number.form == "rank"):
        return dataclasses.replace(subject, start=subject.verb[0], verb=None)
    return subject


def _opens_clause(text: str, group: Group, lead: Lead) -> bool:
    """Say whether a clause begins where a lead does, and ends with what is counted."""
    opens = lead.start == 0 or text[lead.start - 1] in "，；：。、"
    number = group.quantities[0]
    return opens and number.kind != "money" and number.form != "rank" and not is_attributive(text, group)


def _standstill(text: str, group: Group, lead: Lead) -> Lead | None:
    """Read the lead of 持平; None where it is level with another place or thing and not with an earlier time."""
    if lead.compared >= 0 and not FORMER.search(text, lead.compared, lead.compared + 14):
        return None
    end = lead.compared if lead.compared >= 0 else lead.end
    level = _LEVEL_WITH.search(text, lead.start, group.lead[1])
    end = level.start() if level is not None else end
    return dataclasses.replace(lead, end=end, role="change", sign=1, whole=None)


_LEVEL_WITH = re.compile(
    "[与和同跟](?:[上去前]一?年(?:度|同期|底|末)?|同期|年初|[0-9]{4}年)(?:水平)?(?:基本|大体|总体)?$"
)
"""The earlier time that something is level with: 与上年|持平."""


def _adds(text: str, group: Group, lead: Lead) -> bool:
    """Say whether a verb of change has its object behind the number: 增加|500万|沼气用户."""
    if lead.role != "change" or lead.arrived or group.quantities[0].kind not in _MORE_OR_LESS:
        return False
    opening = noun_phrases.subject(text, lead.start, lead.end)
    return opening.start >= opening.end and is_attributive(text, group)


_MORE_OR_LESS = COUNTS | {"area", "length", "volume"}
"""What there may be more of that is named behind its number."""


def without_classes(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a sentence less those of a class of things: 3岁以下婴幼儿, 110千伏变电站."""
    found = quantities(text)
    if not any(_may_class(text, one) for one in found):
        return found
    classing = [
        one
        for group in groups(text, found)
        if is_threshold(text, group, read_lead(text, *group.lead))
        for one in group.quantities
    ]
    return tuple(one for one in found if not _may_class(text, one) or one not in classing)


def _may_class(text: str, one: Quantity) -> bool:
    within = one.kind == "length" and "内" in text[one.end : one.end + 4]
    return one.kind == "spec" or within or one.qualifier in _PARTING


_PARTING = LIMITS | {"过", "超"}


def _with_growth(text: str, lead: Lead) -> int:
    """Give the end of a subject with the noun of growth that a place speaks of (增速居全国第2位)."""
    found = _GROWTH.match(text, lead.end)
    return found.end() if found else lead.end


_MEASURED = re.compile("(?:面积|里程|长度|人数|寿命|总量|产量|单产)$")
"""What is measured, and so can only have become more: 人均绿地面积|提高0.8平方米."""
_CAUSES = frozenset(("带动", "推动", "拉动"))
_GROWTH = re.compile("(?:增速|增幅|涨幅|降幅|增长率)")
_COUNTED = COUNTS | {"length", "area", "volume", "traffic"}
_DONE_WITH = _COUNTED | {"mass", "money"}


def _multiple(text: str, group: Group, lead: Lead) -> Lead:
    """Read what a multiple is a multiple of, where that is an earlier time: 是|2011年的|3.14倍."""
    found = _TIMES_OF.search(text, lead.start, group.lead[1]) if group.quantities[0].kind == "times" else None
    if not found:
        return lead
    return dataclasses.replace(lead, end=min(lead.end, found.start()), compared=found.start())


_TIMES_OF = re.compile(
    r"(?:是|为|达到|到|相当于)(?:[^，。；是为]{0,8}(?:年|上个|前|同期|时|五年|初)[^，。；]{0,6})的? ?$"
)


def _leading_change(text: str, group: Group, lead: Lead) -> Lead:
    """Read a percentage whose verb stands before its object: 精简|会议|41%."""
    if group.quantities[0].kind != "percent" or lead.role != "value" or lead.arrived or lead.end < group.lead[1]:
        return lead
    opening = noun_phrases.subject(text, lead.start, lead.end)
    start = opening.verb[0] if opening.verb else opening.start
    after = lexicon().verb.ahead(text, start, lead.end)
    kind = lexicon().tail.get(text[start:after]) if start < after < lead.end and text[after] not in "到至为" else None
    if kind not in ("up", "down"):
        return lead
    return dataclasses.replace(lead, start=after, role="change", sign=1 if kind == "up" else -1)


def _growing(group: Group, text: str, lead: Lead) -> Lead:
    """Read a percentage whose noun of growth stands behind it: 保持20%以上的|增长."""
    first = group.quantities[0]
    if first.kind != "percent" or lead.role != "value" or not GROWTH_BEHIND.match(text, group.quantities[-1].end):
        return lead
    return dataclasses.replace(lead, role="change", sign=1)


def _contributed(group: Group, text: str, lead: Lead) -> Lead:
    """Read the points that something adds to a growth, which are no change of it: 消费|拉动经济增长|3.2个百分点."""
    if group.quantities[0].kind != "point" or lead.role != "change" or not _ADDS_TO.search(text, *group.lead):
        return lead
    end = group.lead[1]
    return dataclasses.replace(lead, end=end, role="value", sign=0, compared=-1, since=None, tail=())


_ADDS_TO = re.compile("(?:拉动|带动|推动|拉低|拉高)[^，。；]{2,14}(?:增长|上涨|增速|回升)(?:约)?$")
GROWTH_BEHIND = re.compile(
    "的?(?:高速|较快|快速|正|同比|稳定|平稳|中高速|年均)?(?:增长|增速|增幅)(?:速度)?(?=[，。；、）]|$)"
)


def _more_of(text: str, group: Group, lead: Lead) -> Lead:
    """Read an amount whose verb of change stands before its object: 比上年增加|投资|12亿元."""
    found = _MORE_OF.search(text, lead.start, group.lead[1]) if lead.role == "base" and lead.compared >= 0 else None
    if not found:
        return lead
    return dataclasses.replace(lead, start=found.start(2), end=found.end(2), role="change", sign=_SIGNS[found[1][0]])


_MORE_OF = re.compile(r"(增加|多增|多|增|减少|少)了?([\u4e00-\u9fff]{2,8})$")
_SIGNS = {"增": 1, "多": 1, "减": -1, "少": -1}


def _before_place(text: str, group: Group) -> int:
    """Give where the lead of a rank ends: before the verb that places it (位居全省|第三)."""
    start, end = group.lead
    found = _PLACED.search(text, start, end) if group.quantities[0].form == "rank" else None
    return found.start() if found else end


MOVED_BY = r"(?:上升|提升|前移|跃升|升|前进)了?共? ?[\d一二三四五六七八九十两]+ ?位"
"""By how many places a rank has moved."""
_PLACED = re.compile(
    rf"(?:连续[\d一二三四五六七八九十两]+年)?共?{MOVED_BY}(?:至|到|，稳?居)|"
    r"时隔[^，。；]{1,8}[年月](?:重返|重回|再次[^，。；]{0,4}|跃居|位居|位列)|(?:重返|重回)(?=[全国世])|(?:由|从)[^，。；]{0,14}(?:上升|跃升|提升|前移|进位|升)(?:到|至|为)?|"
    r"(?:已?连续[\d一二三四五六七八九十 ]+[年次个月季度]+)?(?:稳|仍|跃|继续|首次)?"
    r"(?:位?居|位处|位?列|排名(?=[第全居列世国亚各])|排在|名列|跃[居升至]*|升至|上升|提升|跻身|进至|进位|蝉联|前移)"
    rf"|分[居列](?=[全国省市世各东中西华第])|(?<=[位名一二三四五六七八九十])、{REGION}$"
    r"|并列|(?:稳定|继续|连续|始终)?(?:保持)?(?:在)?(?:全[国省市球县区]|世界|同类城市)(?:各[省市区县]+)?$"
)


def _is_change(group: Group, lead: Lead) -> bool:
    first = group.quantities[0]
    if first.form == "still":
        return True
    if first.form in ("rank", "ratio") or lead.role in ("base", "completion"):
        return False
    if first.form == "fold" or lead.role in ("change", "comparison"):
        return True
    return first.kind == "times" and lead.compared >= 0
