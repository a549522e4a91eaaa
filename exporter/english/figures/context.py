"""Say whether a sentence loses what the words around its figure give: the span, the list, the place it speaks of.

Each law here is about Chinese that tells a thing once for several figures, and English that tells it of one; what
neighbours in a list share is told in `neighbors`.
"""

from __future__ import annotations

import re

from exporter.english.figures.bases import loses_its_base
from exporter.english.figures.counts import STANDS, is_counted_otherwise
from exporter.english.figures.cuts import begins_inside, splits_a_term
from exporter.english.figures.deeds import deed_of, is_manner
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.neighbors import SIDES, shares_with_neighbors
from exporter.english.figures.owners import owner_is_lost
from exporter.english.figures.restrictions import is_restricted
from exporter.english.figures.starts import (
    begins_above,
    clause_start,
    full_sentence_start,
    last_in,
    line_start,
    sentence_start,
    stays,
    tight,
    tight_between,
    words_of,
)
from exporter.english.grammar.headings import Names, prepared
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact


def loses_context(fact: Fact, subject: Measurand, english: str, source: str, names: Names) -> bool:
    """Say whether what is true in its place would be read as another thing where the sentence stands alone."""
    return (
        _is_level_of_a_span(fact, subject, source)
        or _is_one_of_several(fact, source)
        or _is_of_a_row(fact)
        or _is_turned_round(fact, subject, source)
        or _shares_a_manner(fact, source)
        or _is_of_another_place(fact, names)
        or splits_a_term(fact)
        or begins_inside(fact, source)
        or loses_its_base(fact, english, source)
        or is_counted_otherwise(fact, subject, source)
        or _is_its_own_whole(english)
        or _is_from_another(fact)
        or begins_above(fact, source, canonical(prepared(fact.indicator)) is not None)
        or _adds_up_to_a_year(fact, english, source)
        or _shares_a_pace(fact, english, source)
        or _is_since_then(fact, english, source)
        or _is_told_of_another_time(fact, source)
        or owner_is_lost(fact, source, names)
        or is_restricted(fact, english, source)
        or shares_with_neighbors(fact, source)
    )


_PERCENT = ("%", "％", "‰")
_SPAN = re.compile(r"\d{4}-\d{4}")
_SUMMED = re.compile("累计|(?<!公)共(?!同|享|建)|总计|合计|[三四五两十]年|每年|年均|年平均|新增|增加|净增|以来")


def _is_level_of_a_span(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether a level is dated to several years, which no word sums up, and in which it did not stay."""
    if not _SPAN.fullmatch(fact.period or "") or fact.number is None or stays(fact):
        return False
    if fact.measure not in ("level", "flow", "share", "ratio"):
        return False
    if _SPAN.fullmatch(fact.base or ""):
        return False  # what is compared with years is their sum
    if fact.unit in _PERCENT:
        return True
    until = fact.number_span.start if fact.number_span else fact.span.end
    clause = source[clause_start(fact, source) : until].replace("增加值", "")
    return fact.deed is None and not subject.done and not _SUMMED.search(clause)


_AMOUNT = re.compile("[约近超]?[0-9〇零一二三四五六七八九十百千万亿.]+")


def _is_one_of_several(fact: Fact, source: str) -> bool:
    """Say whether several amounts are told of several things, and this one of them all: A和B达到4亿元、3亿元."""
    if fact.number is None or not SIDES.search(prepared(fact.indicator)):
        return False
    others = (one for one in fact.account if one.licence == "another figure")
    return any(_AMOUNT.match(words_of(one, source)) for one in others)


_NAMED_IN_A_ROW = re.compile("、[^、]+等")


def _is_of_a_row(fact: Fact) -> bool:
    """Say whether a total is told of some that were named: 新增甲、乙等文明城市12个，总数22个."""
    return fact.deed is None and _NAMED_IN_A_ROW.search(prepared(fact.indicator)) is not None


def _is_turned_round(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether what a thing did was read as what it is: 118家企业|退出融资平台, 受理205家企业|上市申请."""
    own = [one for one in fact.account if not one.inherited]
    things = [one.span.start for one in own if one.role == "thing"]
    behind = [
        words_of(one, source) for one in own if one.role == "modifier" and one.span.start > max(things, default=0)
    ]
    if not things or not behind:
        return False
    return (bool(subject.done) and fact.deed is None) or any(map(_ASKED.search, behind))


_ASKED = re.compile("(?:申请|申报|诉求|投诉|业务|手续|报告|请求)$")
"""What somebody hands in, of whom so many are counted."""


def _shares_a_manner(fact: Fact, source: str) -> bool:
    """Say whether how the thing before was done is kept for this one, or its name for another verb.

    基本建成500万套，新开工700万套; 存栏47万头、出栏62万头.
    """
    shared = [words_of(one, source) for one in fact.account if one.inherited and one.role == "modifier"]
    own = [words_of(one, source) for one in fact.account if not one.inherited and one.role == "thing"]
    if not shared or not own:
        return False
    return any(is_manner(words) for words in shared) or (
        deed_of(own[0]) is not None and any(STANDS.search(words) for words in shared)
    )


_WHOLES = re.compile("(?:全|我)([国省市县])")


def _is_of_another_place(fact: Fact, names: Names) -> bool:
    """Say whether a figure is of a whole that is not the document's own: 全国 in the report of a province."""
    found = _WHOLES.fullmatch(fact.scope or "")
    kinds = {name[-1] for name in names if name[-1:] in "国省市县区州盟旗镇乡"}
    return found is not None and bool(kinds) and found[1] not in kinds


_WHOLE_AGAIN = re.compile(r"Of (?:the )?(?P<whole>[^,]+), (?:.* )?(?:in|of) (?:the )?(?P=whole)\b")


def _is_its_own_whole(english: str) -> bool:
    return _WHOLE_AGAIN.match(english) is not None


_APART = re.compile("(?:高出|高于|超出|快于|多于|好于|大于|低于|慢于|少于|小于)")


def _is_from_another(fact: Fact) -> bool:
    """Say whether a change is a distance to another thing: 快于全国1.8个百分点 is no growth by so much."""
    return fact.change is not None and _APART.match(fact.quote) is not None


def _adds_up_to_a_year(fact: Fact, english: str, source: str) -> bool:
    """Say whether a sum of years would be told as that of the last: 到2016年，…；投资累计达到600亿元."""
    if fact.number is None or fact.unit in _PERCENT or not _ONE_YEAR.fullmatch(fact.period or ""):
        return False
    if " increased to " in english or "累计" not in prepared(source[clause_start(fact, source) : fact.span.end]):
        return False
    said = tight_between(source, full_sentence_start(fact, source), fact.span.start)
    return f"到{fact.period}年" in said or _OF_THE_YEAR.search(said) is None


def _is_told_of_another_time(fact: Fact, source: str) -> bool:
    """Say whether words of the passage speak of the past where a target was read, or of other years than were read."""
    if fact.kind == "target":
        before = tight_between(source, line_start(fact, source), fact.span.end)
        last = last_in(_PAST_OR_PLANNED, before)
        return last is not None and last["past"] is not None
    span = _SPAN.fullmatch(fact.period or "")
    if span is None:
        return False
    told = _SO_MANY_YEARS.search(tight_between(source, sentence_start(fact, source), fact.span.start))
    first, last_year = map(int, span[0].split("-"))
    return told is not None and _COUNT[told[1]] != last_year - first + 1


_PAST_OR_PLANNED = re.compile(
    "(?P<past>过去[一三五]年|[一三四五]年(?:来|[^，。；]{0,4}共)|比前[三五]年)|今年|明年|[12][0-9]{3}年|未来|今后|将|要|力争|确保|目标|预期"
)
_SO_MANY_YEARS = re.compile("([2-9二三四五六七八两])年来，")
_COUNT = {char: 2 + place % 8 for place, char in enumerate("23456789二三四五六七八九")} | {"两": 2}


def _shares_a_pace(fact: Fact, english: str, source: str) -> bool:
    """Say whether a list is told at a pace that only its first names: 平均每年新增就业9万人、转移就业8万人."""
    if fact.average or fact.number is None or _PACED.search(english):
        return False
    before = source[clause_start(fact, source) : fact.span.start]
    return "、" in before and _EACH.search(before) is not None and fact.unit not in _PERCENT


_EACH = re.compile("每[年月日天]|年均|月均|日均")
_PACED = re.compile(r"\ba (?:year|month|day)\b|\bon average\b|\beach (?:year|month|day)\b")


_ONE_YEAR = re.compile(r"\d{4}")
_OF_THE_YEAR = re.compile("[12][0-9]{3}年(?!以来)|全年|去年|今年(?!以来)|当年|年内|一年来|这一年")


def _is_since_then(fact: Fact, english: str, source: str) -> bool:
    """Say whether a sentence speaks of several years, and one of them is given: 2018年以来，…; 五年来，…; 建成后，…."""
    if _WITHIN.search(tight_between(source, full_sentence_start(fact, source), fact.span.end)):
        return True
    if _changes_over_years(fact, source) or _is_since_another(fact, english, source):
        return True
    if not _ONE_YEAR.fullmatch(fact.period or "") or fact.change_kind in ("percent", "rank"):
        return False
    until = fact.number_span.start if fact.number_span else fact.span.end
    said = tight_between(source, full_sentence_start(fact, source), until)
    return _SEVERAL_YEARS.search(said) is not None and _OWN_YEAR.search(tight(fact.quote)) is None


def _is_since_another(fact: Fact, english: str, source: str) -> bool:
    """Say whether the sentence counts from a year that its period ends with, or leaves out: 从2015年开始，补偿900人."""
    said = tight_between(source, full_sentence_start(fact, source), fact.span.end)
    *_, last = (None, *_FROM.finditer(said))
    if last is None or fact.change is not None or _OWN_YEAR.search(said, last.end()):
        return False
    period = fact.period or ""
    return not period.startswith(last[1]) or (period == last[1] and period in english)


_FROM = re.compile("[从自]?([12][0-9]{3})年(?:开始|起)")
_WITHIN = re.compile("[1-9一二两三四五][—－~～至到-]{1,2}[2-9二三四五六]年(?:之?内|时间)")
"""A span that ends in one year or another: 1—2年内."""


def _changes_over_years(fact: Fact, source: str) -> bool:
    """Say whether a change with no base stands in a passage on several years: 这五年，…。城镇化率提高4个百分点."""
    if fact.change is None or fact.average or not _ONE_YEAR.fullmatch(fact.period or ""):
        return False
    if any(one.role == "base" for one in fact.account):
        return False
    before = tight_between(source, line_start(fact, source), fact.span.end)
    last = last_in(_YEARS_OR_YEAR, before) or last_in(_YEARS_OR_YEAR, tight(prepared(fact.section or "")))
    return last is not None and last["several"] is not None


_YEARS_OR_YEAR = re.compile(
    "(?P<several>(?:过去|这|近|前|[^0-9第])[三四五]年(?:来|间|，|里|中|，|是)|[“‘][一二三四五六七八九十]+五[”’](?:时期|期间|以来)|[0-9]{4}年以来)|"
    "[12][0-9]{3}年|全年|去年|今年|当年|年末|年底|一年来|上年|同比"
)
_SEVERAL_YEARS = re.compile(
    "[0-9]{4}年以来|[二三四五十两几][多余]?年(?:来|间|时间)|(?:建成|投产|达产|完成|实施|运营)后，"
)
_OWN_YEAR = re.compile("[12][0-9]{3}年(?!以来)|全年|去年|今年|当年|年末|年底|目前")
