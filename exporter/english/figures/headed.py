"""Say whether what stood first holds for what is told behind it, whose English lacks it: 市区, 累计, 人民币."""

from __future__ import annotations

import re

from exporter.english.figures.standing import IN_COLUMNS
from exporter.english.figures.starts import full_sentence_start, last_in, line_start, sentence_start, tight_between
from exporter.english.grammar.headings import prepared
from exporter.model import Fact


def loses_its_head(fact: Fact, english: str, source: str) -> bool:
    """Say whether a figure is told under words that its own sentence would lack."""
    return (
        _is_of_the_town(fact, english, source)
        or _is_added_up_before(fact, source)
        or _lacks_which_works(fact, source)
        or _is_of_a_group(fact, english, source)
        or _is_in_one_currency(fact, source)
        or _lacks_its_field(fact, source)
        or _is_of_what_was_founded(fact, source)
        or _was_saved_by_it(fact, source)
        or _lacks_its_process(fact, source)
        or _is_all_there_is(fact, source)
        or _was_given_by_others(fact, source)
        or _is_a_head_there(fact, source)
        or _ranks_as_added(fact, source)
    )


def _before(fact: Fact, source: str) -> str:
    """Give what its sentence tells before a figure."""
    return tight_between(source, sentence_start(fact, source), fact.span.start)


def _before_in_its_line(fact: Fact, source: str) -> str:
    return tight_between(source, line_start(fact, source), fact.span.start)


def _is_of_the_town(fact: Fact, english: str, source: str) -> bool:
    """Read 市区新增绿地9公顷，取缔锅炉40台: the boilers too are those of the town, and not of all the place."""
    before = tight_between(source, full_sentence_start(fact, source), fact.span.start)
    if (
        "公园绿地" in fact.indicator
        or _OF_A_TOWN.search(english)
        or _WHERE.search(prepared(fact.quote))
        or not re.search("[，、]", before + fact.quote[:1])
    ):
        return False
    head, told = _HEAD.match(before) or _HEAD.search(_before(fact, source)), last_in(_WHERE, before)
    return head is not None and told is not None and told["town"] is not None


_TOWNS = "设区城市|设区市|中心城区|主城区|建成区|老城区|城区|市区|县城"
_HEAD = re.compile(
    f"(?:^|，)(?:[0-9]{{4}}年，?|目前，?|全年，?)?在?(?:全[省市县])?(?:{_TOWNS})(?!安置|建设|规划|管理|功能|面貌|品质|空气|环境|面积)"
)
_WHERE = re.compile(f"(?P<town>{_TOWNS})|全[国省市县区]|农村|乡镇|乡村|城乡|村[镇级庄]|各县")
_OF_A_TOWN = re.compile(r"\b(?:urban|county seats?|cities|built-up|downtown)\b", re.IGNORECASE)


def _is_added_up_before(fact: Fact, source: str) -> bool:
    """Read 累计建成工厂3家，培育平台34个 in a report on a year: what is told behind was done over as long a time."""
    if fact.deed is None or fact.kind != "actual" or not re.fullmatch(r"\d{4}", fact.period or ""):
        return False
    before = tight_between(source, sentence_start(fact, source), fact.span.end)
    last = last_in(_ADDED_UP, before)
    return last is not None and last["sum"] is not None and _SUMMED_DEED.match(before, last.end()) is not None


_ADDED_UP = re.compile("(?P<sum>累计)|新|全年|今年|去年|当年|年内|净增|[12][0-9]{3}年|一年来")
_SUMMED_DEED = re.compile("(?:推出|建成|创建|完成|实施|培育|建设|打造|改造|开展|认定|引进|投资|投入)")


def _lacks_which_works(fact: Fact, source: str) -> bool:
    """Read 重点项目19项，…，完成投资5亿元: the investment is that in the works that its sentence opens with."""
    return prepared(fact.indicator) == "项目投资" and _CHOSEN_WORKS.search(_before(fact, source)) is not None


_CHOSEN_WORKS = re.compile("(?:重点|重大|亿元以上|万元以上|[省市县]列|在建)[^，。；]{0,4}项目")


def _is_of_a_group(fact: Fact, english: str, source: str) -> bool:
    """Read 资质以上建筑企业达到31户，完成产值25亿元: what is made is made by those that the sentence opens with."""
    name = prepared(fact.indicator)
    if _YIELDS.search(name) is None or "above the designated size" in english:
        return False
    of_industry = name == "全员劳动生产率" and "工业" in _before_in_its_line(fact, source)
    return of_industry or _GROUP.match(_TAG.sub("", _before(fact, source))) is not None


_YIELDS = re.compile("产值$|产量$|利[润税](?:总额)?$|(?:营业|业务|销售)收入$|劳动生产率$|从业人员$")
_TAG = re.compile("<[^<>]*>")
_GROUP = re.compile("[^，。；]{0,8}(?:资质|规模|限额|资质等级)以上[^，。；]{0,10}(?:企业|单位)[^，。；]*，")


def _is_in_one_currency(fact: Fact, source: str) -> bool:
    """Say whether deposits or loans stand in a table below those in RMB, whose name alone says in what they are."""
    name = prepared(fact.indicator)
    if not _LENT.search(name) or IN_COLUMNS.search(fact.quote) is None or _CURRENCY.search(name):
        return False
    rows = tight_between(source, max(0, fact.span.start - _ROWS), fact.span.start)
    return _CURRENCY.search(rows) is not None


_LENT = re.compile("[存贷]款")
_CURRENCY = re.compile("人民币|本外币")
_ROWS = 300
"""Characters above a row in which its table names its currency."""


def _lacks_its_field(fact: Fact, source: str) -> bool:
    """Read 抓好农业产业化…，支持31家重点龙头企业: they lead in the field that was spoken of, and in no other."""
    name, before = prepared(fact.indicator), _before_in_its_line(fact, source)
    if _OF_A_TRADE.fullmatch(name) is not None and _A_TRADE.match(before[before.rfind("。") + 1 :]) is not None:
        return True
    return _LEADING.fullmatch(name) is not None and _A_FIELD.search(before) is not None


_LEADING = re.compile("(?:重点|省级|市级|国家级|大型|骨干|新增|培育)*龙头企业")
_A_FIELD = re.compile("农业|农产品|畜牧|食用菌|旅游|文化产业|粮油")
_OF_A_TRADE = re.compile("(?:加工|种植|养殖|生产|经营|销售)(?:企业|大户|户|基地|专业村|合作社)")
_A_TRADE = re.compile("[^，。；0-9]{1,8}(?:产业|[^工农]业)(?:加快|稳步|快速|不断|持续|蓬勃|健康|提质|发展)")


def _is_of_what_was_founded(fact: Fact, source: str) -> bool:
    """Read 与大学共建研究院，引进博士31名: those who came are of the institute that was founded right before."""
    came = _THEN_DID.match(prepared(fact.deed or "")) is not None
    return came and _FOUNDED.search(_before(fact, source)) is not None


_THEN_DID = re.compile("引进|转化|培养|培训|孵化|服务|举办|承接")
_FOUNDED = re.compile(
    "(?:共建|组建|成立|设立)[^，。；、0-9]{0,14}(?:研究院|研究所|实验室|学院|中心|公司|联盟)，$"
    "|(?:馆|院|中心|剧院|学院)[^，。；]{0,6}(?:工程|项目)?(?:投入使用|建成投用|建成使用|正式开放)，$"
)


def _was_saved_by_it(fact: Fact, source: str) -> bool:
    """Read 外送绿电300亿度，减少碳排放2800万吨: others emitted so much less for it, and not the place itself."""
    return "，" in _before(fact, source) and _SAVED.match(prepared(fact.quote)) is not None


_SAVED = re.compile("(?:相当于|每年|年|可|累计)*(?:减少|减排|节约|节省|替代)[^，。；]{0,6}(?:碳排放|二氧化碳|标准?煤)")


def _lacks_its_process(fact: Fact, source: str) -> bool:
    """Read 投资项目推行告知承诺，审批时限压减到20天: it is those whose approval takes no longer."""
    short = _TAKES.fullmatch(prepared(fact.indicator)) is not None
    return short and _IS_APPROVED.search(_before(fact, source)) is not None


_TAKES = re.compile("(?:平均)?(?:审批|办理|办结|办事|承诺|审查)?(?:时限|时间|时长|环节|材料)")
_IS_APPROVED = re.compile("(?:项目|事项|业务|许可|登记|企业开办|开户|报装|证照?)[^，。；]*，")


def _is_all_there_is(fact: Fact, source: str) -> bool:
    """Read 建成保护区2740个，占国土面积14.8%: all that there are by then are told, and none as built in that year."""
    behind = tight_between(source, fact.span.end, fact.span.end + _SHARE_OF_ALL)
    return prepared(fact.deed or "") in _BUILT and _OF_THE_PLACE.match(behind) is not None


_BUILT = ("建成", "建立", "设立", "建有", "建设")
_OF_THE_PLACE = re.compile("[，、](?:约|总?面积)?占(?:全[国省市县区]|陆地|国土|[省市县]域|辖区)")
_SHARE_OF_ALL = 10
"""Characters behind a figure in which a share of the whole place follows."""


def _was_given_by_others(fact: Fact, source: str) -> bool:
    """Read 东部两市对口协作、倾力帮扶，投入援助资金16亿元: what was given was theirs, and not the place's own."""
    return _AID.search(prepared(fact.indicator)) is not None and _GIVERS.search(_before(fact, source)) is not None


_AID = re.compile("(?:援助|帮扶|协作|援建)(?:资金|项目)$")
_GIVERS = re.compile("对口(?:协作|支援|帮扶|合作)|东西部协作|结对帮扶")


def _is_a_head_there(fact: Fact, source: str) -> bool:
    """Read 市区生产总值1583亿元，人均生产总值5.5万元: a head of those who live there, and not of all the place."""
    return prepared(fact.indicator).startswith("人均") and _MADE_THERE.search(_before(fact, source)) is not None


_MADE_THERE = re.compile(
    "(?:市区|城区|县域|山区|片区|经济带|经济区|城市群|都市圈)(?:的|实现|地区)?(?:生产总值|GDP|增加值)"
)


def _ranks_as_added(fact: Fact, source: str) -> bool:
    """Read 新增国家级孵化载体9家，数量全省第一: what was added ranks so, and not all that there are."""
    if fact.change_kind != "rank" or "总" in fact.quote:
        return False
    return _ADDED_BEFORE.search(_before(fact, source)) is not None


_ADDED_BEFORE = re.compile(
    "(?:^|[，,；;、])(?:全[市省区县])?(?:新增|净增|新认定|新培育|新引进)[^，,；;。0-9]*[0-9][^，,；;。]*[，,、]$"
)
