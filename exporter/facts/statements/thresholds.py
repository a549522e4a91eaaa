"""Tell numbers that only describe what is spoken of, and lengths of time that are figures, from those that are not."""

from __future__ import annotations

import dataclasses
import re

from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.groups import COUNTS, OF_NOUN, Group, is_attributive
from exporter.facts.statements.leads import Lead


def is_threshold(text: str, group: Group, lead: Lead) -> bool:
    """Say whether a quantity only describes what is spoken of: 1000万元以上项目, 投资超10亿元的项目, 500千伏线路."""
    last = group.quantities[-1]
    if last.form in ("rank", "fold", "ratio") or lead.role == "base":
        return False
    if last.kind == "length" and _WITHIN.match(text, last.end):
        return True
    attributive = is_attributive(text, group)
    if not attributive:
        return last.qualifier in LIMITS and _NEXT.match(text, last.end) is not None
    if _NATION.match(text, last.end):
        return True
    if last.kind in ("spec", "time"):
        return True
    if last.bound in ("exact", "nearly", "about") or last.qualifier in ("多", "余"):
        return False
    if last.kind not in COUNTS and last.kind != "percent":
        return last.kind != "money" or not _GIVEN.search(text, max(0, last.start - 4), last.start)
    if last.qualifier in LIMITS and _is_counted_again(text, group):
        return True
    if last.qualifier in LIMITS and not _is_done(text, group, lead):
        opening = noun_phrases.subject(text, lead.start, group.lead[1])
        return not text[opening.start : opening.end] or not noun_phrases.is_verbal(text[opening.start : opening.end])
    return last.qualifier not in LIMITS and OF_NOUN.match(text, last.end) is not None and lead.end > lead.start


_WITHIN = re.compile(" ?(?:以|之|范围)?内(?:的)?(?=[\u4e00-\u9fff]{2})")
"""How far from where what is spoken of lies: 50米|内换乘比例."""
_NATION = re.compile(" ?(?:的发展中|的大国|的人口大国|中国人)")
"""A nation that is named with its people: 14亿人口|的发展中大国."""


def _is_counted_again(text: str, group: Group) -> bool:
    """Say whether a further number counts the thing behind a number: 20层以上|高层|13栋."""
    behind = group.after[1]
    return text[behind : behind + 1].isdigit() and text[behind - 1] not in "、和及 "


def _is_done(text: str, group: Group, lead: Lead) -> bool:
    """Say whether a verb stands at once before a number: 新组建|3家以上实验室."""
    start = group.quantities[0].start
    before = text[max(lead.start, start - 4) : start].rstrip()
    return lead.arrived or any(before[-n:] in lexicon().act.words for n in (4, 3, 2) if len(before) >= n)


_GIVEN = re.compile("(?:设立|组建|安排|投入|发放|筹集|争取|落实|投放|审批|批准|批出|拨出|拨付|获批|派发|预留|提供)了?$")
"""What is done with a sum itself, so that it describes nothing else: 设立超500亿元区域基金."""
LIMITS = frozenset(("以上", "及以上", "以下", "及以下", "以内", "之内"))
"""Words of bound behind a number, which part a class where a noun follows them."""
_NEXT = re.compile(r" ?[\d一二三四五六七八九]")


def with_bound_of_deed(text: str, group: Group) -> Group:
    """Give a number the bound that stands before the verb of what it counts: 至少|新建|3个公园."""
    number = group.quantities[-1]
    found = _AT_LEAST.search(text, group.lead[0], number.start) if number.bound == "exact" else None
    if found is None or number.form != "plain" or lexicon().act.ahead(text, found.end(), number.start) == found.end():
        return group
    members = (dataclasses.replace(one, bound="at_least", qualifier=found[1]) for one in group.quantities)
    return dataclasses.replace(group, quantities=tuple(members))


_AT_LEAST = re.compile("(至少|最少|不少于)(?=[^，。；、的]{2,12}$)")


def states_time(lead: Lead, text: str, group: Group) -> bool:
    """Say whether a length of time is a figure (压缩至5个工作日) and not a measure of the telling (用3年时间)."""
    if group.quantities[0].bound in ("at_most", "at_least") and not is_attributive(text, group):
        return True
    if lead.sign or lead.arrived or lead.role in ("base", "comparison") or lead.end < group.lead[1]:
        return True
    return _TIMED.search(text, max(lead.start, lead.end - 4), lead.end) is not None


_TIMED = re.compile("(?:天数|时间|时限|周期|寿命|年限|期限|时长|日数|工期|年龄)$")
