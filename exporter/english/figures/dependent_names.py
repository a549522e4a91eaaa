"""Say whether the name of a figure depends on what was spoken of before: 投资, 上缴税金, 日均办件量.

A name stands alone where it is a listed indicator, which is that of the whole place, or where a word of its own says
of what it is. One that consists of verbs, of measures and of how things are reckoned is of whoever was named before.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from exporter.english.figures.deeds import ADDS
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import prepared
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact
from exporter.style import data_folder

_SHORT = 3
"""Longest name of a rate, in characters, that does not say of what it is: 普惠率."""
_ADDED = re.compile("(?:新增|新建|新?引进|新?开工(?:建设)?|新入库|新?签约|实施|谋划|储备|竣工|建成|(?:建成)?投产)")
"""What was done may be all there is to say of projects and enterprises."""
_WORKS = ("项目", "工程", "人口")
_LONGEST = 6
"""Characters of the longest word that is looked for in a name."""


def is_dependent(fact: Fact) -> bool:
    """Say whether a figure is of what its name does not say, and its clause names no owner of it either."""
    name = prepared(fact.indicator)
    if fact.part_of is not None or (fact.scope is not None and fact.scope in fact.quote):
        return len(name) < 2
    if fact.deed is not None and _A_PLACE.fullmatch(name):
        return False
    if name in _general():
        return not (name in _WORKS and _ADDED.fullmatch(fact.deed or ""))
    if _OF_A_PORT.search(name) is not None or (fact.deed in _WON and says_no_kind(name)):
        return True
    if canonical(name) is not None:
        return False
    if (fact.deed is None and _OF_SOME_BODY.fullmatch(name)) or _OFFSHOOTS.fullmatch(name):
        return True
    if len(name) <= _SHORT and name.endswith("率") and load().preferred(name) is None:
        return True
    name = _SHARE_OF_ALL.sub("", name) or name
    added = fact.change_kind != "rank" and (fact.deed is None or fact.deed in ADDS)
    return added and _names_no_thing(name.removeprefix(prepared(fact.deed or "")) or name)


def says_no_kind(name: str) -> bool:
    """Say whether a name of what is counted is general: 项目, 集聚区."""
    return len(name) < _KIND or name in _general() or _OF_ANY_KIND.fullmatch(name) is not None


_KIND = 2
_OF_ANY_KIND = re.compile(
    "(?:首批|重点|重大)?(?:项目|工程|行动|活动|方案|集聚区|企业|任务|措施|政策|单位|事项|专项|平台|基地|地区)"
)


@lru_cache(maxsize=4096)
def _names_no_thing(name: str) -> bool:
    """Say whether all words of a name are general nouns, measures, verbs and reckonings."""
    ends = {0}
    for end in range(1, len(name) + 1):
        words = ((start, name[start:end]) for start in range(max(0, end - _LONGEST), end) if start in ends)
        if any((word in _general() and word not in _PEOPLE) or _is_modifier(word) for _, word in words):
            ends.add(end)
    return len(name) in ends and name not in _WORKS


_WON = ("入选", "新入选", "入围")
"""What was come to is named before: 实施“甲计划”，首批|入选|企业31家."""
_A_PLACE = re.compile("[省市县区镇乡村]|县市区?|县区|乡镇|行政村")
"""Places of one kind, of which something is told."""
_SHARE_OF_ALL = re.compile("占全[国省市县区](?:总量|总数|总额)?的?(?:比重|比例|份额)?$")
_OF_A_PORT = re.compile("^(?!.*(?:港|机场|民航|航空|口岸|铁路|水运)).*吞吐量$")
"""What passes through a port or an airport, which is not named."""
_PEOPLE = ("人", "户", "家")
"""What ends many names of who is meant: 纳税人."""


def _is_modifier(word: str) -> bool:
    """Say whether a word tells how a thing is reckoned, or what was done to it, and not what it is."""
    terms = load().by_zh.get(word, ())
    return _RECKONED.fullmatch(word) is not None or (
        len(word) > 1 and bool(terms) and all(term.kind in ("verb", "adverb") for term in terms)
    )


_RECKONED = re.compile(
    "年度?|月|日|总|累计|当年|全年|亩均|户均|每亩|新增?|年均|人均|平均|入园|入驻|各类?|网上|线上|本地|申报|上缴|计划|无害化|合同|转诊|办件|载重|直接|综合|实际|主要|到位|国际|国内"
)
"""How a thing is reckoned, which does not say of whom it is."""
BODIES = "集群|片区|园区|开发区|公司|景区|基地|产业园|新区|高新区|经开区|医院|学校|机场|港口|企业|合作社|小镇"
"""Words for places and firms of which figures may be told."""
NAMED_BODIES = (
    "示范区|自治区|试验区|工业园|集团|港|银行|大学|学院|保税区|口岸|电站|农场|牧场|工厂|市场|项目|工程|"
    "度假区|风景区|滑雪场|煤矿|油田|酒店"
)
"""What else ends the name of a place, firm or work."""
_OFFSHOOTS = re.compile(
    "(?:新增|新设|设立)?(?:[一二三四]{1,2}级|全资|控股)*(?:子公司|分公司|分支机构|分院|分校|校区|分店|分行)"
)
"""What is of a firm or school that is named elsewhere."""
_OF_SOME_BODY = re.compile(
    f"(?:入园企业|入驻企业|园区企业|{BODIES})"
    "(?:总|年|实现)*(?:产值|收入|投资|税收|利税|面积|吞吐量|产能|就业|增加值|规模|营收|销售收入|资产|利润)"
)
"""What is told of one body that was named before, and not of all bodies of its kind."""


@cache
def _general() -> frozenset[str]:
    """Load the names that say nothing without what they are of: 投资, 面积."""
    return frozenset((data_folder("source") / "bare_names.tsv").read_text("utf-8").split()[1:])
