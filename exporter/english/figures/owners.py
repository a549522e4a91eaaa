"""Say whether whose figure it is was told before it: in its sentence, in its paragraph, or in the heading above."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import is_pieces
from exporter.english.figures.dependent_names import BODIES, NAMED_BODIES
from exporter.english.figures.honors import is_honored
from exporter.english.figures.schemes import gave_the_jobs, is_of_a_scheme, is_of_an_industry, is_of_the_clause_before
from exporter.english.figures.starts import sentence_start, tight
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import Names, prepared
from exporter.english.words.morphology import word_set
from exporter.facts.numbers.numerals import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact

_WON = "入选|荣获|获|被|列入"
"""Words of an award or a list that a place or a firm came to."""
_OWNER = re.compile(
    f"(?P<who>[^，；。]{{0,24}}?(?:{BODIES}|{NAMED_BODIES}))”?"
    "(?:（[^）]*）)?(?:自|已|共|现|年|累计|总|占地|位于|坐落|始建|成立|注册|规划|建成|拥有|有|是|入驻|集聚|投产|运行|运营|主体|开通|提前|完成|接待|成功|"
    f"{_WON}|[12][0-9]{{3}}年|[一二三四五六七八九十][条座期]|，|港?通过能力|去年|今年|开工|全部|全面)"
)
"""A place or firm that a clause begins with, so that what follows is told of it."""
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
_OF_ALL = re.compile("全社会|全[国省市县区州旗]|我[国省市县区州旗]")
"""What says that a figure is of the document's own place, whatever was spoken of before."""


def owner_is_lost(fact: Fact, source: str, names: Names) -> bool:
    """Say whether a place, firm, work or group that was spoken of before may own the figure, and is not said."""
    if not source or _OF_ALL.match(prepared(fact.quote)):
        return False
    if is_honored(fact):
        return False
    start = sentence_start(fact, source)
    sentence = source[start : fact.span.start]
    before = source[source.rfind("\n", 0, start) + 1 : start].rpartition("\\r\\n")[2]
    said = f"{fact.indicator}{fact.part_of or ''}{fact.scope or ''}"
    if _is_of_what_was_told(fact, sentence, before, said):
        return True
    if fact.change_kind == "rank" or _is_done_by_the_government(fact):
        return False
    if is_of_the_clause_before(fact, sentence):
        return True
    part = _PART_OF_THE_PLACE.match(_folded(sentence))
    if part is not None and part[0] not in names and part[0][-2:] not in said:
        return True
    listed = canonical(prepared(fact.indicator)) is not None
    own = _owner(sentence, names) or _subject_before(sentence, names)
    if own is not None and not (listed and _AWARD.search(_folded(sentence).partition("，")[0])):
        return own[-2:] not in said
    if listed or _starts_anew(source[start : fact.span.end]):
        return False
    owner = _owner(f"{_last(before)}，", names)
    return owner is not None and owner[-2:] not in said


def _is_a_yearly_effect(fact: Fact, sentence: str) -> bool:
    """Say whether a figure is what a work told before it brings each year: 水库建成，每年节约用水310万立方米."""
    return "，" in _folded(sentence) and _BROUGHT.match(prepared(fact.quote)) is not None


_BROUGHT = re.compile("(?:每年|年)可?(?:减轻|减少|节约|节省|增加|新增|创造|带动|实现|产|创)")


def _is_of_what_was_told(fact: Fact, sentence: str, before: str, said: str) -> bool:
    """Say whether a figure, even of what was done, is of a group, a scheme or a place told before it."""
    told = f"{_last(before)}。{sentence}"
    return (
        _is_named_in_full(fact, told)
        or _is_some_of_them(fact, told)
        or _is_a_part(fact, sentence)
        or _is_under_a_body(before, said)
        or is_of_a_scheme(fact, sentence)
        or gave_the_jobs(fact, sentence)
        or _is_a_yearly_effect(fact, sentence)
        or is_of_an_industry(fact, before.rpartition("。")[2] + sentence)
        or _is_of_what_was_headed(before, said)
        or _is_visited_there(fact, told, sentence)
        or _COSTLY.match(_folded(sentence)) is not None
    )


def _is_under_a_body(before: str, said: str) -> bool:
    """Say whether the words that head a paragraph name parks or firms, whose figures follow: 抓园区建设招商。…."""
    head = before.partition("。")[0]
    found = _HEADED.search(head) if len(head) <= _SHORT_HEAD else None
    return found is not None and found[0] not in said


def _is_of_what_was_headed(before: str, said: str) -> bool:
    """Say whether the sentence before only names a part of the place, of which this one tells: 新城区建设全面加快。."""
    head = _folded(_last(before))
    found = _HEADS_A_PART.match(head)
    return (found is not None and found[1][-2:] not in said) or _GIVEN.match(head) is not None


def _is_visited_there(fact: Fact, told: str, sentence: str) -> bool:
    """Say whether visitors are told behind a resort that won something: 青山景区获评…，接待游客…."""
    if _OF_VISITORS.search(prepared(fact.indicator)) is None:
        return False
    return _RESORT.search(tight(told)) is not None or _SITE.match(tight(sentence)) is not None


_OF_VISITORS = re.compile("游客|旅游|门票|客流")
_RESORT = re.compile(
    f"(?:^|[，。；])[^，。；]{{2,12}}(?:景区|度假区|滑雪场|古镇|古城|乐园|小镇)(?:{_WON}|成为|跻身|晋升|开放|开园)"
)
_SITE = re.compile(
    "[^，。；、]{2,12}(?:景区|度假区|遗址|故居|纪念馆|博物馆|公园|文化园)(?:顺利|成功|正式)*(?:通过|晋级|升级|开放|开园|建成)[^。；]*，"
)
_HEADS_A_PART = re.compile(
    "[\u4e00-\u9fff]{0,4}?(新城区?|新区|老城区?|园区|开发区|高新区|经开区|港区|景区|镇区|旧城|组团|片区|核心区|起步区)"
    "(?:建设|改造|开发|发展|功能|面貌|品位|品质|管理|路网)[^，0-9]{0,16}$"
)
_COSTLY = re.compile(
    "(?:总|计划)?(?:投资|占地)[0-9.]+[^，。；]{1,16}的[^。；]{2,60}?(?:项目|工程|基地|产业园|中心|厂)，"
)
"""One work, told by what it costs, of which the rest of its sentence tells."""
_GIVEN = re.compile("^[^，0-9]{2,14}(?:援助|捐赠|捐助|义举|社会责任)[^，0-9]{0,10}$")
"""A sentence that says who gave what the next ones list: 东湖公司无私援助彰显社会责任。."""
_ZONES = "开发区|高新区|经开区|自贸区|自贸港|保税区|新区"
_PART_OF_THE_PLACE = re.compile(f"[\u4e00-\u9fff]{{2,8}}?(?:新片区|片区|组团|{_ZONES})(?!的?(?:建设|发展|开发|改革))")
"""What a sentence on a part of the place begins with, whose figures follow."""
_SHORT_HEAD = 18
_HEADED = re.compile(f"园区|{_ZONES}")


def _is_a_part(fact: Fact, sentence: str) -> bool:
    """Say whether a number stands in a row of parts whose whole only the first names: 共41个，其中甲17个，乙9个."""
    if fact.part_of is not None or fact.deed is not None or fact.number is None or not is_pieces(fact):
        return False
    before = fold(sentence)
    return "其中" in before and _COUNTED.search(before.partition("其中")[0]) is not None


_COUNTED = re.compile("[0-9零一二三四五六七八九十百千万]+[多余]?[个家项件所座名人]，$")


def _is_some_of_them(fact: Fact, before: str) -> bool:
    """Say whether bare projects are some of those that were told before: 千万元以上项目47个，新开工项目22个."""
    name = prepared(fact.indicator).removeprefix(prepared(fact.deed or "新开工"))
    return name in ("项目", "工程") and re.search(f"[\u4e00-\u9fff]{{2}}{name}[0-9]", fold(before)) is not None


def _last(text: str) -> str:
    """Give the last sentence of a text, without its mark."""
    text = text.rstrip("。；; ")
    return text[max((text.rfind(mark) for mark in "。；;"), default=-1) + 1 :]


def _is_named_in_full(fact: Fact, before: str) -> bool:
    """Say whether what a figure names was named before with what it is of: 少数民族的学生, then 中等学校学生."""
    if fact.scope is not None or fact.part_of is not None:
        return False
    name = prepared(fact.indicator).removeprefix(prepared(fact.deed or "")).removesuffix("将")
    text, head = tight(before), name[-2:]
    if name.startswith("事故") and _ACCIDENTS.search(text):
        return True
    if len(name) < 2 or head not in text or canonical(name) is not None:
        return False
    theirs = f"的{head}" in text and "的" not in name
    return (theirs and head in _GROUPED and len(name) <= _SHORT_NAME) or _is_longer_before(name, text)


_ACCIDENTS = re.compile("(?:生产|安全|交通|火灾|矿山)[^，。；]{0,4}事故")
"""Accidents of one kind that were told before: 未发生重大生产安全事故，|事故起数下降."""
_GROUPED = word_set("工资 报酬 学费 学生 住宅 住房 教师 职工 人员 人口 群众 用户 企业 车辆 床位")
"""What is counted of a place as well as of a group in it."""
_SHORT_NAME = 6


def _is_longer_before(name: str, text: str) -> bool:
    """Say whether a name stands in a text with a noun right before it, that it lacks: 农民|工资性收入, 职工|住宅."""
    at = text.find(name)
    while at >= 0:
        word = text[max(0, at - 2) : at]
        if word.endswith("的"):
            return True
        terms = load().by_zh.get(word, ())
        if terms and all(term.kind in ("noun", "place", "institution") for term in terms):
            return True
        at = text.find(name, at + len(name))
    return False


def _is_done_by_the_government(fact: Fact) -> bool:
    """Say whether the clause begins with what was done, so that who speaks did it."""
    if fact.deed is None or prepared(fact.deed) in _BY_OTHERS:
        return False
    return 0 <= prepared(fact.quote).find(prepared(fact.deed)) <= _MANNER


_BY_OTHERS = ("接待", "销售", "生产", "出口", "收入")
"""What resorts and firms do, and no government."""
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


def _subject_before(sentence: str, names: Names) -> str | None:
    """Give the owner that the clause right before a figure begins with: a body, or some of the places."""
    text = tight(sentence)
    some = _SOME.match(text.rstrip("，").rpartition("，")[2]) if text.endswith("，") else None
    if some is not None:
        return some[0]
    clauses = _folded(sentence).rstrip("，、").split("，")
    if _AWARD.search(clauses[-1]) is not None:
        return None
    return _owner(f"{clauses[-1]}，", names) if len(clauses) > 1 else None


_AWARD = re.compile(_WON)
_SOME = re.compile(
    "[0-9]+多?余?个[^，。；、]{0,4}(?:县市区?|县|市|区|乡镇|镇|乡|村|地区|城市)"
    f"(?![^，、]*(?:{_WON}|跻身|上榜|成为|开展|通过))"
)
