"""Find where that begins which is said of things counted, and what it is to them: 16个受灾县|对口帮扶.

A verb between two nouns says what those counted did, or modifies the second. It modifies where the phrase ends in a
thing that is counted as the first is (5个城中村改造|项目) or where it names a work as often as it says one. Behind a
preposition before the number, no noun can close the clause, so that any verb says what was done for those counted.
What is said is the deed of those counted, or helps to name them: 受益|农民.
"""

from __future__ import annotations

import re

from exporter.facts.numbers.folding import fold
from exporter.facts.numbers.units import LIVING
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.groups import COUNTS, TO, Group
from exporter.facts.statements.matcher import words
from exporter.facts.statements.sentence import Name, Sentence


def predicate_from(text: str, start: int, end: int, led: bool) -> int:
    """Give where that begins which is said of the things counted at `start` to `end`; `end` where nothing is.

    `led`: a preposition stands before their number (为|87万名老年人|发放津贴).
    """
    if lexicon().act.ahead(text, start, end) > start:
        return end
    for at in range(start + 1, end - 1):
        after = max(lexicon().act.ahead(text, at, end), _COMING.ahead(text, at, end))
        if after > at and (_done_for(text, start, at, after, end) if led else _did(text, start, at, after, end)):
            return _before_manner(text, start, at)
    return end


def _done_for(text: str, start: int, at: int, after: int, end: int) -> bool:
    """Say whether a verb is what is done for those before it."""
    rowed = text[after : after + 1] == "、" and is_row_of_acts(text[at:end])
    if (text[after : after + 1] in _GOES_ON and not rowed) or not (at - start > 1 or text[start] in _PLACES):
        return False
    modifies = text[at:after] in lexicon().modifying.words and _COUNTABLE.search(text, after, end) is not None
    return not modifies and _OTHER_NOUN.search(text, start, at) is None


def is_row_of_acts(words: str) -> bool:
    """Say whether some words are verbs in a row: 精准识别、建档立卡、帮扶."""
    return all(noun_phrases.is_act(one) for one in _ROW.split(words))


_ROW = re.compile("[、和及]")


def _did(text: str, start: int, at: int, after: int, end: int) -> bool:
    """Say whether a verb is what those before it do, or where a work has come to."""
    thing = _before_manner(text, start, at)
    if _COUNTABLE.search(text, start, thing) is None or _OTHER_NOUN.search(text, start, at) is not None:
        return False
    verb, rest = text[at:after], text[after:end]
    if not rest:
        return verb in COME_TO
    deed = verb in lexicon().deed.words and verb not in lexicon().nominal.words
    return deed and len(rest) > 1 and rest[0] not in _GOES_ON and _COUNTABLE.search(text, after, end) is None


def _before_manner(text: str, start: int, at: int) -> int:
    """Step back over words of manner before a verb: 国家实验室|全面|启用."""
    found = _MANNER.search(text, start + 2, at)
    return found.start() if found else at


_GOES_ON = frozenset("的率度量额者费型性式类和及与、")
"""What makes a verb part of a noun."""
_PLACES = frozenset("国省市县区镇乡村人户")
_COUNTABLE = re.compile(
    "(?:企业|公司|集团|项目|工程|中心|平台|基地|园区|开发区|院校|学校|医院|机构|单位|部门|城市|小区|社区|街道|道路|公路|高速|铁路|港口|机场|隧道|大桥"
    "|水库|泵站|电站|[场厂]站?|国家|地区|人员|人才|专家|学生|儿童|教师|群众|群体|居民|农民|职工|老年人|劳动者|人口|[农商贫困]户|家庭|团队|队伍|实验室"
    "|产品|品牌|作品|景区|线路|航线|银行|协会|事项|工作|问题|案件|任务|行动|活动|试点|示范[区县市]?|体系|方案|计划|措施|制度|系统|设施"
    "|(?<=经典|特色|主导|新兴|支柱|优势)产业|(?<![整全])[县市镇村]|(?<=[^地社])区)$"
)
"""Things that are counted, at the end of their name."""
_OTHER_NOUN = re.compile("[的、（“《]")
_MANNER = re.compile("(?:全面|永久|正式|主体|全部|基本|全线|如期|精准|对口|一道|率先|首次|高效|规范|稳定|平稳)+$")
_COMING = words(
    "完工 启用 试运行 运行 运营 运作 封顶 贯通 达标 开诊 开园 开馆 开工 动工 首飞",
    "并网发电 并网 见效 起步 亮相 投产 竣工 通车 投用 入驻 落户 落地 签约 达产 上线 上市 开业",
    "开诊运营 对口帮扶 提档 晋级 受益 建档立卡 清零",
)
COME_TO = _COMING.words
"""Where a work has come to, at the end of its clause."""


def counted_of(text: str, group: Group) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """Part the things counted from what is said of them."""
    noun, said = noun_phrases.counted(text, *group.after)
    if said and group.quantities[-1].kind in LIVING and (whose := _WHOSE.match(text, *noun)):
        return whose.span("who"), (whose.start("side"), said[1])
    if said and text[said[1] : said[1] + 1].isdigit() and text[slice(*said)] in _OF_THE_NEXT:
        part = _PART_OF.match(text, *noun)
        return (noun[0], part.end() if part and text[noun[1] - 1] in "率度" else noun[1]), None
    if said is None and group.quantities[-1].kind in _OF_WORKS and not text.startswith("的", noun[0] - 1):
        led = text.endswith(_LED_BY, *group.lead) and noun[1] == group.after[1]
        begins = predicate_from(text, *noun, led)
        return ((noun[0], begins), (begins, noun[1])) if begins < noun[1] else (noun, None)
    return noun, said


_WHOSE = re.compile(
    r"(?P<who>[^，。；、的\d]{0,10}(?:居民|群众|人民|民众|家庭|农户|农民|职工|学生|学子|儿童|老人|老年人|患者|村民|市民|业主|[和、][^，。；、的\d]{2,6}))的"
    r"(?P<side>[^，。；、的\d]{1,12}(?:问题|质量|条件|水平|环境|收入|困难|需求))$"
)
"""A side of those counted, who are what the number counts: 8000户|居民|的供水质量得到改善."""
_OF_WORKS = COUNTS | {"mass", "power", "energy", "area", "volume"}
"""Counts, and the sizes that works are named with: 120万吨|乙烯项目|主体完工."""


def is_deed(text: str, group: Group, name: Name, predicate: Name) -> bool:
    """Say whether what is said of things counted was done for them, or is said of each of a row: 为|90名|学生|发放…."""
    if _CALLED.match(predicate.text) and predicate.text.endswith(name.text):
        return False
    if "或" in predicate.text and noun_phrases.is_act(predicate.text.replace("或", "")):
        return True
    start, end = group.lead
    before, behind = text[start:end].strip(), text[group.after[1] : group.after[1] + 2]
    in_row = (
        before in ROW_MARKS
        or JOINED_TO.search(text, start, end) is not None
        or (not before and (text[start - 1 : start] == "、" or (behind[:1] == "、" and behind[1:].isdigit())))
    )
    return group.quantities[-1].kind != "percent" and (in_row or text.endswith(TO, start, end))


def goes_by_deed(text: str, group: Group, own: Name, name: Name, predicate: Name) -> bool:
    """Say whether what those counted did is their deed, and not which of all they are: 33家|企业|入围百强."""
    of_others = text.endswith("在", *group.lead) or own.text.endswith("使") or group.quantities[-1].kind == "percent"
    return not of_others and not predicate.text.endswith(name.text) and not MOVED.match(predicate.text)


def told_of(group: Group, own: Name, name: Name, predicate: Name) -> Name | None:
    """Name a thing with the help of what is said of it, where its own noun says too little or too much."""
    if (len(name.text) > 1 or _CALLED.match(predicate.text)) and predicate.text.endswith(name.text):
        return predicate.without(_CALLED)
    if MOVED.match(predicate.text) and (part := _PART_OF.match(name.text)):
        return name[: part.end()]
    if _RISING.fullmatch(predicate.text):
        return None  # what the next number says of them: 300户|农户|年均增收|2000元
    if len(name.text) <= 2 and 1 < len(predicate.text) <= _TOLD[len(name.text)] and not _ROWED.search(predicate.text):
        owner = own.removesuffix("使") if own.text.endswith("使") else Name()
        share = "比例" if group.quantities[-1].kind == "percent" else ""
        return owner + predicate.without(_ALL) + name + share
    return None


def called(predicate: Name) -> Name | None:
    """Give the verb that says what those counted have become: 33家企业|入选|国家链主企业."""
    found = _CHOSEN.match(predicate.text)
    return predicate[: found.end()] if found else None


_CHOSEN = re.compile("入选|被?(?:列为|评为|认定为|命名为)")
EACH = re.compile("^(?:均|都)")
_OF_THE_NEXT = frozenset(("完成", "达到", "达", "实现", "占", "均达到"))
"""What says the next number, and nothing of the things counted: 47项实事|完成|44项."""
_LED_BY = (*TO, "与", "同", "在")
"""Prepositions, behind which what is done for, with or in the things counted must follow."""
ROW_MARKS = ("和", "及", "与", "以及")
_RISING = re.compile("(?:年均|户均|人均|平均)*增收")
_TOLD = (0, 24, 12)
"""Characters of a predicate that goes before a name of one or two, which says too little alone: 受益|农民."""
_ROWED = re.compile("[的、]")
_ALL = re.compile("^(?:均|全部|都|已)+")
_CALLED = re.compile("^被?(?:列为|评为|认定为|确定为|命名为|列入|纳入|入选|(?:打造|改造|提升|发展|命名|评定|创建)为)")
MOVED = re.compile(
    "(?:平均|分别)?(?:压缩|压减|精简|缩短|下降|增长|提高|减少|降低|占|快于|高于|达到?[0-9百九八七六五]|超过?[0-9])"
)
_PART_OF = re.compile(
    "(?:县（市[^）]{0,3}）|[^、，]{0,12}?(?:事项|环节|部门|领域|企业|项目|单位|行业|产业|集群|开发区|园区|城市|省份|地区|国家(?!重点|级)|医院|学校))(?=[^的]{2})"
)
"""The thing counted, where what follows says a change of one of its sides: 15个|重点事项|审批时限压缩70%."""
JOINED_TO = re.compile(r"(?:和|(?<![惠普])及|与|以及) ?$")
"""A thing counted that is joined to the one before: 7万户的村庄改造和|9万户…"""


def part_that_is(sentence: Sentence, group: Group, whole: Name) -> Name:
    """Give what part of a whole a number counts: 其中72个|是|全新指标; or where that is from: 其中30间|来自内地."""
    found = _IS.match(sentence.text, *group.after) if _OF_THEM.search(sentence.text, *group.lead) else None
    part = sentence.cut(found.span("what")) if found and group.quantities[-1].kind in COUNTS else Name()
    return part + whole if fold(part.text).startswith(_LIES) else part


_OF_THEM = re.compile("其中(?:约|有|的)*$|当中(?:约|有|的)*$")
_IS = re.compile(r"(?:是|为|属于?|均为)?(?P<what>(?:(?<=[是为属于])|(?=来自|位于))[^，。；、\d]{2,16})$")
_LIES = ("来自", "位于")
