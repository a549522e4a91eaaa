"""Say whether a sentence about a figure is true where it stands alone, away from the text around it.

A listed indicator, and a measure of a kind that is taken of a whole place, is that of the document's own place, and
so is a number of firms or works that is told to have been reached. What was done is told whole where its own clause
says to what. Anything else (`绿色矿山53家`, `交易额3亿元`) is of whatever the text spoke of, and says too little by
itself.
"""

from __future__ import annotations

import re

from exporter.english.figures.amounts import PIECES, kind_of
from exporter.english.figures.counts import is_carried_out
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.naming import STANDING
from exporter.english.figures.retold import GROWTH, NUMBER
from exporter.english.figures.starts import clause_start, sentence_start
from exporter.english.figures.whole_places import is_of_a_whole
from exporter.english.grammar.headings import prepared
from exporter.facts.numbers.units import unit_of
from exporter.facts.statements.indicators import Indicator, canonical
from exporter.model import Fact


def stands_alone(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether a figure's name needs nothing of what was told around it; `source` is the text of its account."""
    name = prepared(fact.indicator)
    if fact.deed is not None or (subject.done and not subject.settled):
        return _is_named_in_its_clause(fact, source) and not (
            _WITH_OTHERS.match(fact.deed or "")
            or _is_for_what_was_told(fact, name[_A_VERB:] if fact.deed is None else name, source)
        )
    if fact.change_kind == "rank":
        name = STANDING.sub("", name)
    if subject.noun.startswith((NUMBER, GROWTH)) and _is_of_the_figure_before(fact, subject):
        return True
    known = canonical(name) or canonical(_EACH_YEAR.sub("", name))
    if _are_handled(known, fact, name):
        return False  # proposals and cases are told with what was done with them
    if known is not None:
        return _fits(known, fact) and (kind_of(fact) not in PIECES or _is_named_in_its_clause(fact, source))
    whole = is_of_a_whole(fact, name, source) or is_carried_out(fact, subject, source)
    if whole and _is_named_in_its_clause(fact, source):
        return True
    return _is_a_share_of_what_was_listed(fact, name, source)


def _is_of_the_figure_before(fact: Fact, subject: Measurand) -> bool:
    """Say whether it is told of an aim for what the figure right before says: so many brought in, so much grown."""
    if subject.noun.startswith(NUMBER):
        return fact.measure == "completion" and "number" not in fact.indicator
    return fact.kind == "target" and kind_of(fact) == "percent" and canonical(prepared(fact.indicator)) is not None


def _is_a_share_of_what_was_listed(fact: Fact, name: str, source: str) -> bool:
    """Say whether the clause right before is on a listed indicator, whose share this is: 民生支出9亿元，占支出的81%."""
    of = _SHARE.fullmatch(name)
    taken = [one.span.start for one in fact.account if one.inherited and one.role in ("thing", "modifier")]
    if of is None or not taken or canonical(of[1]) is None:
        return False
    if fact.change is not None and fact.change_kind != "rank":
        return False  # what grew may be the whole amount
    return len(_CLAUSE_ENDS.findall(source[min(taken) : fact.span.start])) == 1


_SHARE = re.compile("(.+?)(?:占.{2,}(?:比[重例]|份额)|的?增[速幅])")


def _are_handled(known: Indicator | None, fact: Fact, name: str) -> bool:
    counted = known is not None and known.quantity == "flow" and fact.number is not None
    return counted and fact.unit in ("件", "项") and not name.endswith(("量", "数"))


def _fits(known: Indicator, fact: Fact) -> bool:
    """Say whether a level is in a unit that the indicator is measured in: 增值税 in yuan is revenue, in % a rate."""
    unit = unit_of(known.unit) if known.unit else None
    if fact.number is None or fact.measure not in ("level", "flow", "ratio") or unit is None:
        return True
    if unit.kind == "percent" and (fact.unit or "").startswith("/"):
        return True  # so many in ten thousand, as a percentage is so many in a hundred
    return any({kind_of(fact), unit.kind} <= alike for alike in _ALIKE) or kind_of(fact) == unit.kind


_ALIKE = (
    PIECES,
    frozenset(("mass", "volume", "rate")),
    frozenset(("money", "rate")),
    frozenset(("percent", "times", "bare")),
)
"""Kinds of units in which one thing may be measured."""


def _is_named_in_its_clause(fact: Fact, source: str) -> bool:
    taken = [one.span.start for one in fact.account if one.inherited and one.role in ("thing", "modifier")]
    if not taken or IN_COLUMNS.search(fact.quote):
        return True
    between = source[min(taken) : fact.span.start]
    if not _CLAUSE_ENDS.search(between) or _adds_up(fact, source, min(taken), between):
        return True
    return len(_CLAUSE_ENDS.findall(between)) == 1 and _says_more_of_it(fact)


IN_COLUMNS = re.compile(r"\t|\n\s*\n|\S {2,}\S|</?t[dr]\b")
"""What parts the columns of a table, whose heads stand farther off."""


def _says_more_of_it(fact: Fact) -> bool:
    """Say whether a clause compares, ranks or spends what the one right before names: 产值增长7%，|高于全省1点."""
    if fact.deed is not None:
        return fact.deed == "完成" and kind_of(fact) == "money" and _OF_WORKS.search(fact.indicator) is not None
    return (fact.number is None or kind_of(fact) not in ("count", "household")) and _SAYS_MORE.match(
        prepared(fact.quote)
    ) is not None


_OF_WORKS = re.compile("..项目投资$")
_SAYS_MORE = re.compile("(?:比|较|高于|快于|低于|保持|[稳位跃]?居)")


def _adds_up(fact: Fact, source: str, thing: int, between: str) -> bool:
    """Say whether the clause before tells what was added, and this one to what all of it came: 新增8家，总数达40家."""
    added = _ADDED.search(prepared(source[max(0, thing - _VERB) : thing])) or _ADDED_BEHIND.search(prepared(between))
    return (
        added is not None
        and len(_CLAUSE_ENDS.findall(between)) == 1
        and _IN_ALL.match(prepared(fact.quote)) is not None
    )


_ADDED = re.compile("(?:[净新]增|新登记|新注册|新设立?|新认定|新培育|新获批|新创建)$")
_ADDED_BEHIND = re.compile("^[^，。；]{2,}(?:净增|新增)[0-9.]+[万亿]?[家户个所]，$")
_VERB = 4
_IN_ALL = re.compile("(?:总[数量]|累计|数量)?已?(?:达到?|增至|突破|超过?|增加到)")


def _is_for_what_was_told(fact: Fact, name: str, source: str) -> bool:
    """Say whether money, checks or people of no kind are told behind what says for what: 以旧换新，拨付资金."""
    if canonical(name) is not None or len(name) > SHORT or not OF_NO_KIND.search(name):
        return False
    given = kind_of(fact) == "money" and _GIVEN.search(prepared(fact.deed or "")) is not None
    if given and (of_what := _FUND.sub("", name)) and _ANY_FUND.fullmatch(of_what) is None:
        return False
    if kind_of(fact) == "count" and _OF_A_KIND.match(name):
        return False
    return clause_start(fact, source) > sentence_start(fact, source)


_EACH_YEAR = re.compile("^(?:平均)?每年(?:平均)?(?=..)")
"""What its amount says of a listed indicator: a year."""
_A_VERB = 2
"""Characters of the verb that a name begins with where no field has it: 拨付|资金."""
SHORT = 5
"""Longest name, in characters, that says no more than its last word."""
OF_NO_KIND = re.compile(
    "(?:资金|补贴|贷款|[款金]|检查|执法|项目|活动|企业|人员|案件|问题|线索|设备|设施|服务|培训|事项|产品|措施|政策|标准|工程|任务|信息|数据)$"
)
_OF_A_KIND = re.compile("(?![省市县区国]?(?:[重各相有专新该此本补]|大(?!型))).{2,}..$")
"""What says of what kind the things are, beside their general noun: 惠民|工程, 电商|企业."""
_GIVEN = re.compile("发放|拨付|兑[付现]|争取|安排|下达|落实|投入|筹集")
_FUND = re.compile("(?:补贴|贷款|资金|[款金])$")
_ANY_FUND = re.compile(
    "各[类级项]|补[贴助偿]|专项|奖[补励]?|配套|财政|相关|项目|支持|上级|引导|扶持|衔接|整合|追加|社会|各类补[贴助]|.|(?:省|市|县|中央)级?"
)
"""What says of money no more than that it was given."""
_WITH_OTHERS = re.compile("共(?!计)|联合|合作|协作|合力|携手")
"""What was done with partners, who are named elsewhere."""
_CLAUSE_ENDS = re.compile("[，。；：\n]")
