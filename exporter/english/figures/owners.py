"""Say whether a sentence tells whose figure it is: a rate of what, the output of which firm."""

from __future__ import annotations

import re
from functools import cache

from exporter.english.figures.starts import clause_start, sentence_start
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import Names, prepared
from exporter.facts.numbers.numerals import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact
from exporter.style import data_folder

_SHORT = 3
"""Longest name of a rate, in characters, that does not say of what it is: 普惠率."""
_ADDED = re.compile("(?:新增|新建|新?引进|新?开工(?:建设)?|新入库|新?签约|实施|谋划|储备|竣工|建成|(?:建成)?投产)")
"""What was done may be all there is to say of projects and enterprises."""
_RECKONED = re.compile(
    "^(?:年度?|月|日|总|累计|当年|全年|亩均|户均|每亩|新增|年均|人均|平均|入园)(?=[\u4e00-\u9fff]{2})"
    "|(?:数量|情况|水平|总量)$"
)
"""How a thing is reckoned, which does not say of whom it is."""


def is_bare(fact: Fact) -> bool:
    """Say whether a name is too general to stand alone."""
    name = prepared(fact.indicator)
    if fact.part_of is not None or fact.scope is not None:
        return len(name) < 2
    if name in _bare():
        return not (name in ("项目", "工程", "人口") and _ADDED.fullmatch(fact.deed or ""))
    if canonical(name) is not None:
        return False
    if fact.deed is None and _OF_SOME_BODY.fullmatch(name):
        return True
    if len(name) <= _SHORT and name.endswith("率") and load().preferred(name) is None:
        return True
    return fact.deed is None and _RECKONED.sub("", name) in _bare()


_BODIES = "集群|园区|开发区|公司|景区|基地|产业园|新区|高新区|经开区|医院|学校|机场|港口|企业|合作社|小镇"
"""Words for places and firms of which figures may be told."""
_OF_SOME_BODY = re.compile(
    f"(?:入园企业|入驻企业|园区企业|{_BODIES})"
    "(?:总|年|实现)*(?:产值|收入|投资|税收|利税|面积|吞吐量|产能|就业|增加值|规模|营收|销售收入|资产|利润)"
)
"""What is told of one body that was named before, and not of all bodies of its kind."""


@cache
def _bare() -> frozenset[str]:
    """Load the names that say nothing without what they are of: 投资, 面积."""
    return frozenset((data_folder("source") / "bare_names.tsv").read_text("utf-8").split()[1:])


_NAMED_BODIES = "示范区|自治区|试验区|工业园|集团|港|银行|大学|学院|保税区|口岸|电站|农场|牧场|工厂|市场|项目|工程"
"""What else ends the name of a place, firm or work."""
_OWNER = re.compile(
    f"(?P<who>[^，；。]{{0,24}}?(?:{_BODIES}|{_NAMED_BODIES}))"
    "(?:（[^）]*）)?(?:自|已|共|现|年|累计|总|占地|位于|坐落|始建|成立|注册|规划|建成|拥有|有|是|入驻|集聚|投产|运行|运营|主体|"
    "[12][0-9]{3}年|，|港?通过能力|去年|今年|开工|全部|全面)"
)
"""A place or firm that a sentence begins with, so that what follows is told of it."""
_OPENING = re.compile(
    "(?:(?:目前|截至|截止|同时|此外|其中|近年来|今年以来|去年以来|据统计|[0-9]{4}年)[^，；。]{0,12}，)+|(?:[0-9]+|[①-⑳]|[（(][0-9]+[）)])[、.．]?"
)
_ACTS = re.compile(
    "(?:推动|推进|加快|支持|建设|打造|实施|做强|做大|深化|依托|加强|强化|培育|引进|完善|围绕|聚焦|以|在|对|为|将|把|与|和|从|到|向|由|"
    "抓|帮助|组织|县域|促进|发展|提升|扩大|鼓励|引导|开展|出台|落实|坚持|持续|继续|大力|积极|全面|扎实|着力|深入|新增|新建|建成|完成|"
    "力争|争取|启动|开工|投资|投入|谋划|我们|[一二三四五六七八九十]是|[0-9]+[个家所座项])"
)
"""What opens a clause of which the government is the subject."""
_DID = re.compile("获评|入选|组织|举办|带动|推动|成为|跻身|新建|改造|实施|[“”]")
_OF_ALL = re.compile("全[国省市县区州旗]|我[国省市县区州旗]")
"""What says that a figure is of the document's own place, whatever was spoken of before."""


def owner_is_lost(fact: Fact, source: str, names: Names) -> bool:
    """Say whether the sentence, or the paragraph, speaks before of a place, firm or work that is left out."""
    if not source or fact.change_kind == "rank" or _is_done_by_the_government(fact):
        return False
    if _OF_ALL.match(prepared(fact.quote)):
        return False
    start = sentence_start(fact, source)
    said = f"{fact.indicator}{fact.part_of or ''}{fact.scope or ''}"
    own = _owner(source[start : fact.span.start], names)
    if own is not None:
        return own[-2:] not in said
    if canonical(prepared(fact.indicator)) is not None or _starts_anew(source[start : fact.span.end]):
        return False
    before = source[source.rfind("\n", 0, start) + 1 : start].rstrip("。；")
    last = max((before.rfind(mark) for mark in "。；"), default=-1) + 1
    owner = _owner(f"{before[last:]}，", names) if before else None
    return owner is not None and owner[-2:] not in said


def _is_done_by_the_government(fact: Fact) -> bool:
    """Say whether the clause begins with what was done, so that who speaks did it."""
    return fact.deed is not None and 0 <= prepared(fact.quote).find(prepared(fact.deed)) <= _MANNER


_MANNER = 4
"""Characters of manner and time that may stand before a verb at the head of its clause."""


def _starts_anew(sentence: str) -> bool:
    """Say whether a sentence has a subject of its own: the government, or the whole place."""
    text = _folded(sentence)
    return _ACTS.match(text) is not None or _OF_ALL.match(text) is not None


def _folded(text: str) -> str:
    text = fold(re.sub(r"\\[rn]|\s+", "", text)).replace(",", "，")
    return _OPENING.sub("", text, count=1) if _OPENING.match(text) else text


def _owner(text: str, names: Names) -> str | None:
    """Give what a sentence begins with, where that is a place, a firm or a work other than the document's own."""
    found = _OWNER.match(_folded(text))
    if found is None or _ACTS.match(found["who"]) or _DID.search(found["who"]):
        return None
    return None if found["who"] in names else found["who"]


_RESTRICTED = re.compile(
    "（[^）]{0,24}(?:不含|不包括|口径|剔除|扣除|下同)[^）]{0,24}）|应当|如果|假如|倘若|按(?!可比)[^，。]{0,14}(?:计算|口径)"
    "|用[0-9至到—～-]{1,6}年(?:左右)?的?时间|对[^，。]{4,40}的(?:投入|支持)(?:力度)?，[^，。]*(?:支出|投入)"
    "|(?:未(?!来|成年|婚)|不再|没有|尚未|并未|拟|计划)(?=[^，。]*、[^，。]*分别)"
)
_GROUPS = re.compile("限额以上|限上|规模以上|规上")


def is_restricted(fact: Fact, english: str, source: str) -> bool:
    """Say whether words before a figure in its sentence set bounds to it that its name lacks: （不含三县，下同）."""
    start = sentence_start(fact, source)
    before = fold(source[start : fact.span.end])
    if _RESTRICTED.search(before) is not None or ("按可比" in before and "comparable terms" not in english):
        return True
    clause = clause_start(fact, source)
    said = fold(source[clause : fact.span.end]).strip()
    if said.startswith("对") and "对" not in fact.indicator and "、" in said:
        return True
    return _GROUPS.match(said) is not None and not _GROUPS.search(fact.indicator)
