"""Say what a statement measures, in what currency, and among whom it ranks."""

from __future__ import annotations

import dataclasses
import re

from exporter.facts.numbers.quantities import REGION, Quantity
from exporter.facts.numbers.units import unit_of
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.groups import COUNTS, GROWTHS
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.sentence import ADDED, Name, Sentence
from exporter.model import Measure, Metadata


def measure_of(statement: Statement) -> Measure:
    """Say whether a statement gives a level, a flow, a change, a share, a rank, a ratio or a completion."""
    if statement.role in ("rank", "completion"):
        return statement.role
    apart = statement.role == "comparison" and statement.value is not None and statement.value.kind == "point"
    only_change = statement.change_kind == "absolute" and statement.changed is statement.value
    if apart or statement.value is None or only_change:
        return "change"
    if statement.value.form == "ratio" or _RATIO.search(statement.name.text):
        return "ratio"
    of_those_counted = statement.name.places[-1:] == (ADDED,)  # a rule has named it a share: 空气质量未达标城市|比例
    named = _SHARE.search(statement.name.text) is not None or of_those_counted
    if statement.role == "share" or (statement.value.kind == "percent" and named):
        return "share"
    if not deed_of(statement):
        if statement.value.kind == "percent" and _COUNTED.search(statement.name.text):
            return "share"
        return "flow" if _is_work(statement) else "level"
    return "share" if _is_part(statement.value, statement.name) else "flow"


def _is_part(value: Quantity, name: Name) -> bool:
    """Say whether a percentage stands before what it is a part of: 淘汰|30%的|旧车."""
    before = value.end <= min(name.places, default=-1)
    return value.kind == "percent" and before and not name.text.endswith("率")


def _is_work(statement: Statement) -> bool:
    """Say whether a name is that of work done, which its number says how much of: 植树造林|20万亩."""
    value = statement.value
    kind = value.kind if value is not None else None
    works = _WORKS if kind in ("area", "length") else _WORKED_ON if kind in ("household", "count") else _EMPLOYED
    lead = statement.readings[-1].lead
    level = lead.role != "value" or any(word.kind == "copula" for word in lead.tail)  # 稳定在2600万人
    return not level and works.search(statement.name.text) is not None


_COUNTED = re.compile(
    "(?:天数|水体|断面|学校?|幼儿|儿童|学生|农户|人口|企业|[村镇县]|地区|（市、区）|建筑|专业|设施|岗位|人员|群众|用户|产品|事项|土地|用地|部分|家庭|农民|项目)$"
)
"""What is counted, of which a percentage is a share: 优良天数|达到93%."""
_WORKS = re.compile("(?:造林|营造林|绿化|还[林草湿]|退耕|退牧|种草|治沙|改造|整治|治理|修复|搬迁|拆迁|抚育|育林|灌溉)$")
_EMPLOYED = re.compile("(?:再|转移|实现|帮扶)就业$")
_WORKED_ON = re.compile(f"(?:改造|整治|治理|修复|搬迁|拆迁|修缮|(?<!数)更新|培训)$|{_EMPLOYED.pattern}")
_RATIO = re.compile("(?:收入|倍|之)比(?:值)?$|相[当當][于於]")
_SHARE = re.compile("(?:占比|比重|贡献率|份额)$")


def deed_of(statement: Statement) -> str | None:
    """Give what was done with the thing counted; 实现, 完成 and their like say only that there is a figure."""
    verb = statement.verb.text if statement.verb else None
    if verb is None and statement.change_kind == "absolute":
        return next((word.word for word in statement.readings[-1].lead.tail if word.word in _BUDGET), None)
    return None if verb in lexicon().light.words and verb not in _DONE and _is_measured(statement) else verb


_DONE = ("完成", "安排")
"""Verbs that only say that there is a sum, but where a thing or a purpose stands with it: 安排|救灾款3亿元."""


_BUDGET = frozenset(("减收", "短收", "增收", "超收", "超支", "减支", "增支"))
"""What a budget says of a difference: not that there is less, but that less came in."""


def is_of_budget(statement: Statement) -> bool:
    """Say whether a difference is one from the budget: 短收, 超收."""
    return deed_of(statement) in ("短收", "超收", "超支")


def _is_measured(statement: Statement) -> bool:
    return statement.value is None or statement.value.kind not in COUNTS


def home_currency(metadata: Metadata) -> str:
    """Give the currency of a plain 元 in a document: in one of Hong Kong that is its dollar."""
    said = " ".join(filter(None, (metadata.title, metadata.publisher, metadata.place)))
    return "HKD" if _HONG_KONG.search(said) else "CNY"


_HONG_KONG = re.compile("香港|施政報告|施政报告|財政預算案|行政長官")


def currency_of(unit: str | None, home: str) -> str | None:
    """Give the ISO 4217 code of a unit of money; `home` is that of a plain 元."""
    found = unit_of(unit) if unit else None
    if unit is None or found is None or found.kind != "money":
        return None
    return next((code for word, code in _CURRENCIES.items() if word in unit), home)


_CURRENCIES = {
    "美元": "USD",
    "美金": "USD",
    "港元": "HKD",
    "港币": "HKD",
    "港幣": "HKD",
    "欧元": "EUR",
    "歐元": "EUR",
    "日元": "JPY",
    "英镑": "GBP",
    "英鎊": "GBP",
    "澳门元": "MOP",
    "澳門元": "MOP",
    "人民币": "CNY",
    "人民幣": "CNY",
}


def with_field(sentence: Sentence, rank: Statement) -> Statement:
    """Give a rank the field that its words name, unless that is its name."""
    among = among_of(sentence, rank.readings[-1])
    return rank if among and set(among.places) <= set(rank.name.places) else dataclasses.replace(rank, among=among)


def among_of(sentence: Sentence, reading: Reading) -> Name | None:
    """Give the field of a rank as printed: 位居|全省|第三; that may stand before the verb too: 全省|排名第三."""
    start, end = reading.subject.end, reading.group.quantities[0].start
    if beside := _SECOND_FIELD.search(sentence.text, reading.group.lead[0], end):
        return sentence.cut(beside.span(1))
    placed = _PLACED.match(sentence.text, start, end)
    found = _FIELD.search(sentence.text, placed.end() if placed else start, end)
    if found is None and placed:
        found = _ANY.match(sentence.text, placed.end(), end)
    found = found or _FIELD.search(sentence.text, max(reading.group.lead[0], start - 6), end)
    found = found or _CONTEST.search(sentence.text, max(0, start - 40), end)
    return sentence.cut(found.span(1)) if found else None


_SECOND_FIELD = re.compile(rf"(?<=[位名一二三四五六七八九十])、({REGION})$")
"""A region in which something is ranked too: 全省第3位、|苏北|第1位."""
_CONTEST = re.compile(r"在([^，。；]{2,24}?(?:考核|考评|评比|评估|评价|测评|竞赛|排名))中")
"""An assessment in which something ranked: 在|全市综合考核|中位居第二."""
_PLACED = re.compile(r"[^，。；、]{0,12}?(?:位?居|列|排名?在?|蝉联|保持|跻身|跃[居升至]*|[由从自在])(?:到|至)?")
_ANY = re.compile(r"([\u4e00-\u9fff（）]{2,14}?)(?:中|内|的)?$")
_FIELD = re.compile(
    r"((?:全[国省市县区州盟球港]|世界|国际|国内|省内|市内|县内|[东中西]部|华[东北南中]|同类|各[省市区县州]|亚[洲太]|沿海"
    r"|[\u4e00-\u9fff]{2,6}(?:地区|城市群|经济圈|经济区|经济带|三角洲?))(?:[\u4e00-\u9fff]{0,8}?))"
    r"(?:各地|排名|中|内|的|里|位列|位居|居|列|位次|第[\d一二三四五六七八九十]+[位名]?|前移|上升|提升|跃升|升|至|到|为|首次|保持)*$"
)
"""The words before 第三位 that name those ranked."""


def named_a_year(sentence: Sentence, reading: Reading, name: Name, done: bool) -> Name:
    """Name what happens so often a year by that too: 年均|森林火灾|7600起; what was `done` each year is no mean."""
    group, lead = reading.group, reading.lead
    if reading.change or lead.role != "value" or group.quantities[0].kind in GROWTHS:
        return name
    word = (_MEAN if done else _A_YEAR).search(sentence.text, group.lead[0], reading.subject.start)
    if word is None and name.text.endswith(_SPENT):
        word = _A_YEAR_BEHIND.match(sentence.text, reading.subject.end, group.lead[1])
    return sentence.whole(word.span()) + name if word and name.places[:1] == (reading.subject.start,) else name


_SPENT = ("开支", "開支", "支出", "投入", "拨款", "撥款")
_A_YEAR_BEHIND = re.compile("每年(?!平均)")
"""How often money is spent, behind what it is spent on: 基本工程开支|每年|超过1000亿元."""
_MEAN = re.compile("年均")
_A_YEAR = re.compile("年均|(?:平均)?每年(?:平均)?(?=[^，。；、]*$)")


def is_of_each_year(text: str, reading: Reading, name: Name) -> bool:
    """Say whether a number is that of each of several years, and not of all of them: 每年|输送|800亿立方米."""
    if reading.change or reading.group.quantities[0].kind in GROWTHS or _OF_A_YEAR.search(name.text):
        return False
    return _EACH_YEAR.search(text, reading.group.lead[0], reading.group.quantities[0].start) is not None


_OF_A_YEAR = re.compile("每年|年均|标准$|率$")
"""What says already, or by its own kind, that it is of a year."""
_EACH_YEAR = re.compile("(?<![人户亩名])每年(?![底末初度])(?=[^，。；、]*$)")
