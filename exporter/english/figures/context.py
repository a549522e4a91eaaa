"""Say whether a sentence loses what the words around its figure give: the span, the list, the place it speaks of.

Each law here is about Chinese that tells a thing once for several figures, and English that tells it of one; what
neighbours in a list share is told in `neighbors`.
"""

from __future__ import annotations

import re

from exporter.english.figures.amounts import kind_of
from exporter.english.figures.bases import loses_its_base
from exporter.english.figures.counts import STANDS, is_counted_otherwise
from exporter.english.figures.cuts import begins_inside, splits_a_term
from exporter.english.figures.deeds import deed_of
from exporter.english.figures.headed import loses_its_head
from exporter.english.figures.manners import is_manner
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.neighbors import SIDES, shares_with_neighbors
from exporter.english.figures.other_levels import is_of_another_level
from exporter.english.figures.owners import owner_is_lost
from exporter.english.figures.restrictions import is_restricted
from exporter.english.figures.starts import (
    before_number,
    begins_above,
    clause_start,
    sentence_start,
    tight_between,
    words_of,
)
from exporter.english.figures.years import loses_its_years
from exporter.english.grammar.headings import Names, prepared
from exporter.facts.numbers.folding import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact


def loses_context(fact: Fact, subject: Measurand, english: str, source: str, names: Names) -> bool:
    """Say whether what is true in its place would be read as another thing where the sentence stands alone."""
    return (
        loses_its_years(fact, subject, english, source)
        or _is_one_of_several(fact, source)
        or _is_of_a_row(fact)
        or _shares_the_thing(fact)
        or _names_another_kind(fact)
        or _is_of_one_zone(fact, english)
        or _is_turned_round(fact, subject, source)
        or _shares_a_manner(fact, source)
        or is_of_another_level(fact, english, source, names)
        or splits_a_term(fact)
        or begins_inside(fact, source)
        or loses_its_base(fact, english, source)
        or is_counted_otherwise(fact, subject, source)
        or _is_its_own_whole(english)
        or _is_from_another(fact)
        or begins_above(fact, source, canonical(prepared(fact.indicator)) is not None)
        or owner_is_lost(fact, source, names)
        or loses_its_head(fact, english, source)
        or is_restricted(fact, english, source)
        or shares_with_neighbors(fact, source)
        or _is_named_in_turn(fact, source)
        or _lacks_the_work(fact, source)
        or _is_capacity_in_a_row(fact, source)
        or _is_owned_by_who_did_it(fact, english, source)
        or _is_online_trade(fact, source)
        or _shares_a_group(fact, source)
        or _is_of_each(fact, english, source)
    )


def _is_of_each(fact: Fact, english: str, source: str) -> bool:
    """Say whether each of several places is told to have so many: 支持各县错位发展，做强1—2个主导产业."""
    if kind_of(fact) != "count" or re.search(r"\b(?:each|every|per|respective)\b", english):
        return False
    return _EACH_PLACE.search(tight_between(source, sentence_start(fact, source), fact.span.end)) is not None


_EACH_PLACE = re.compile("(?:支持|推动|引导|鼓励|指导|要求|帮助)(?:各|每个?)(?:县|市|区|乡镇|镇|村|地|街道|园区|校)")


def _shares_a_group(fact: Fact, source: str) -> bool:
    """Say whether villages or bodies of a kind open the first of two sides: 20户以上自然村光纤和|5G网络通达率分别达."""
    if "分别" not in fact.quote:
        return False
    things = [one.span.start for one in fact.account if one.role == "thing" and not one.inherited]
    found = _GROUPS.match(tight_between(source, clause_start(fact, source), min(things, default=fact.span.start)))
    return found is not None and found[1] not in fact.indicator


_GROUPS = re.compile(
    "[^，。；、和与及]*(?:及?以上)?[^，。；、和与及]{0,6}?(自然村|行政村|建制村|社区|学校|医院|园区)[^，。；]{2,}[和、与及]$"
)


def _is_owned_by_who_did_it(fact: Fact, english: str, source: str) -> bool:
    """Say whether who did something would be told as whose the things are: 公安机关|破获|案件620起."""
    own = [one for one in fact.account if not one.inherited]
    deeds = [one.span.start for one in own if one.role == "deed"]
    who = (words_of(one, source) for one in own if one.role == "modifier" and one.span.end in deeds)
    doers = _A_DOER if canonical(prepared(fact.indicator)) is not None else _ANY_DOER
    return " by " not in english and any(map(doers.search, who))


_A_DOER = re.compile("(?:机关|法院|检察院|部门|公安|机构|委员会|办公室|政府)$")
_ANY_DOER = re.compile(
    f"{_A_DOER.pattern}|(?:运动员|健儿|选手|代表队|学生|师生|企业|农民|农户|群众|城|园区?|开发区|高新区|示范区|新区|基地|小镇)$"
)


def _is_online_trade(fact: Fact, source: str) -> bool:
    """Say whether trade is that of the way of trading told before it: 跨境电商综试区全覆盖，进出口额突破500亿元."""
    name = prepared(fact.indicator)
    before = fold(source)[sentence_start(fact, source) : fact.span.start]
    told = _WAY_OF_TRADE.search(before)
    return _TRADED.fullmatch(name) is not None and told is not None and "，" in before


_TRADED = re.compile("(?:外贸)?(?:进出口|出口|进口)[额值]?|(?:年)?(?:销售|交易|零售|成交)总?额")
_WAY_OF_TRADE = re.compile("(?:跨境电[商子]|市场采购|综合?保(?:税)?区|保税|综试区|海外仓|易货贸易|电商)[^。；]*?，")


def _is_capacity_in_a_row(fact: Fact, source: str) -> bool:
    """Say whether a capacity stands bare behind what was added or given up: 退出水泥产能6万吨、|玻璃产能超过2万吨."""
    name = prepared(fact.indicator)
    if fact.deed is not None or _CAPACITY.search(name) is None or not prepared(fact.quote).startswith(name):
        return False
    before = fold(source)[sentence_start(fact, source) : fact.span.start]
    return before.endswith(("，", "、")) and _ADDED_OR_CUT.search(before) is not None


_CAPACITY = re.compile("(?:能力|容量|产能|库容)$")
_ADDED_OR_CUT = re.compile(
    "(?:新增|净增|退出|淘汰|压减|化解|关停|去除)[^，。；0-9]*[0-9][^，。；]*(?:，[^，。；0-9]*[0-9][^，。；]*)*[，、]$"
)


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


def _shares_the_thing(fact: Fact) -> bool:
    """Read 会展活动数量和财政支出均压减三成: the spending is that on what the first of the two counts."""
    found = _COUNT_AND.search(prepared(fact.quote))
    return found is not None and found[1].startswith(prepared(fact.indicator)[:4])


_COUNT_AND = re.compile("(?:数量|次数|场次|个数)[和及与、]([\u4e00-\u9fff]{2,8})(?:均|都|分别)")


def _names_another_kind(fact: Fact) -> bool:
    """Read 甲乙高铁和丙丁等4条高速公路: what is named first is none of those that are counted."""
    found, name = _A_WORK_AND.search(prepared(before_number(fact))), prepared(fact.indicator)
    return found is not None and _OF_ONE_KIND.search(name) is not None and found[1] not in name


_A_WORK_AND = re.compile("(高铁|铁路|机场|大桥|隧道|地铁|水库|电站|高速|港口)[和及与、][^，。；]*等$")
_OF_ONE_KIND = re.compile("(?:公路|铁路|高铁|机场|水库|电站|大桥|隧道|地铁|线路)$")


def _is_of_one_zone(fact: Fact, english: str) -> bool:
    """Say whether a zone that the place has one of is told as if there were several: 新片区新设企业41家."""
    return _ZONE.match(prepared(fact.indicator)) is not None and _ZONES.search(english) is not None


_ZONE = re.compile("新片区|新区|自贸试验区|自贸区|自贸港|综保区|高新区|经开区")
_ZONES = re.compile(r"\b(?:new areas|pilot free trade zones?|free trade zones|development zones|industrial zones)\b")


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


_WHOLE_AGAIN = re.compile(r"Of (?:the )?(?P<whole>[^,]+), (?:.* )?(?:in|of) (?:the )?(?P=whole)\b")


def _is_its_own_whole(english: str) -> bool:
    return _WHOLE_AGAIN.match(english) is not None


_APART = re.compile("(?:高出|高于|超出|快于|多于|好于|大于|低于|慢于|少于|小于)")


def _is_from_another(fact: Fact) -> bool:
    """Say whether a change is a distance to another thing: 快于全国1.8个百分点 is no growth by so much."""
    return fact.change is not None and _APART.match(fact.quote) is not None


def _is_named_in_turn(fact: Fact, source: str) -> bool:
    """Read 3个区、5个县获评强区、强县: of the names in a row each is that of one of the things counted in a row."""
    clause = re.split("[，。；]", source[clause_start(fact, source) : fact.span.end + _ROW])[0]
    return _NAMES.search(fact.deed or "") is not None and len(_COUNTED.findall(prepared(clause))) > 1


_NAMES = re.compile("(?:评|入选|列入|命名|认定|授予|成为).*、")
_COUNTED = re.compile("[0-9]+[个家所条座处项支名]")
_ROW = 40
"""Characters behind a figure in which its clause may go on."""


def _lacks_the_work(fact: Fact, source: str) -> bool:
    """Read 3个镇和9个村规划编制工作完成: what is done is done with the work that is named behind the last."""
    behind = [one.span.start for one in fact.account if one.role == "deed" and one.span.start >= fact.span.end]
    return bool(behind) and _A_WORK.search(prepared(source[fact.span.end : min(behind)])) is not None


_A_WORK = re.compile("(?:工作|任务|编制|规划|试点|手续)$")
