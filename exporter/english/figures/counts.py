"""Say whether what is counted was listed, completed, or did more than its number says of it."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.figures.amounts import PIECES, is_pieces, kind_of
from exporter.english.figures.deeds import ADDS
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.starts import before_number, clause_start, sentence_start, tight_between, words_of
from exporter.english.grammar.headings import prepared
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.lists import IN_ALL
from exporter.model import Fact


def is_counted_otherwise(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether what is counted was listed, completed, or did what is told behind it, and is told as a level."""
    return (
        _goes_on(fact, source)
        or _is_there(fact)
        or _is_which_were_done(fact)
        or _is_one_of_those_named(fact)
        or _is_enumerated(fact, source)
        or _is_done_so_far(fact, subject, source)
        or _is_in_all(fact, subject)
        or _is_what_there_is(fact)
        or _is_one_more_of_what_was_added(fact, source)
        or _is_headed(fact, source)
        or _is_asked_for(fact, source)
        or _is_a_mere_thing(fact, subject, source)
        or (fact.unit == "对" and "pair" not in subject.noun)  # 国际友城67对 are twice as many cities
    )


STANDS = re.compile(r"(?:[存在]栏|保有量?|总[数量额]|数量|[一-鿿]量)$")
"""What ends the name of a level, so that no verb can be said of it."""


_OF_EACH = re.compile(
    "[\u4e00-\u9fff、]{0,16}?，?(?:分别|(?<![人年平户地亩])均|都)已?(?![为是居位列突超增提降比同]|达[0-9０-９])"
)


def _goes_on(fact: Fact, source: str) -> bool:
    """Say whether what is counted did something that is told behind it: 有65个县、市，分别达到了."""
    place, unit = fact.number_span, fact.unit
    if fact.deed is not None or place is None or unit is None or not is_pieces(fact) or not source:
        return False
    at = source.find(unit, place.start, place.end + len(unit) + 1)
    return at >= 0 and _OF_EACH.match(source, at + len(unit)) is not None


def _is_which_were_done(fact: Fact) -> bool:
    """Say whether what was done only tells which things are meant: 去年实施的52项工程，除…外."""
    return fact.deed is not None and f"{fact.deed}的" in fact.quote


def _is_one_of_those_named(fact: Fact) -> bool:
    """Say whether 等 sums up things with a number each, so that none stands for others: 甲、乙等产品分别."""
    return _AND_OTHERS.search(fact.indicator) is not None and "分别" in fact.quote


_AND_OTHERS = re.compile("(?<![高中初平同相上优])等(?!级|次|离子)")


def _is_there(fact: Fact) -> bool:
    """Say whether a plan counts what it consists of, which no target is: 共16条措施, 其中煤矿有17个, 水利工程3项."""
    if fact.kind != "target" or fact.deed is not None or fact.change is not None:
        return False
    if kind_of(fact) == "power":
        return _REACHED.search(prepared(before_number(fact))) is None  # what is to be added, or all there will be
    if kind_of(fact) in ("length", "area"):
        return _AIMED.search(prepared(fact.quote)) is None  # a size alone is what is done to it: 供水管网100公里
    if not is_pieces(fact):
        return False
    if _THERE.search(fact.quote) is not None:
        return True
    return canonical(prepared(fact.indicator)) is None and _AIMED.search(prepared(fact.quote)) is None


_THERE = re.compile("(?:^|总|一)共|其中|包括|[有是][0-9０-９一二三四五六七八九十百千]")


_REACHED = re.compile("[达至到超增]|突破|保持|稳定|控制")
"""What says of capacity that so much there will be: 装机达到9万千瓦, not 新能源装机9万千瓦以上."""
_AIMED = re.compile("[达到至超破增稳保持控力争确新建完成实现不少低于]|左右|以上|以内|目标|[存出]栏")
"""What says of a number in a plan that it is aimed at."""


_ITEMS = re.compile(r"[^，。；]{0,2}[：:]|\s*[（(]?[1①⑴][）)、．]?")


def _is_enumerated(fact: Fact, source: str) -> bool:
    """Say whether a plan counts what it lists right behind: 水利工程3项：（1）…."""
    counted = fact.kind == "target" and fact.deed is None and is_pieces(fact)
    return counted and _ITEMS.match(source, fact.span.end) is not None


def _is_done_so_far(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether what was carried out in a time (完成人工造林6万亩) would be told as how much there is of it."""
    if fact.deed is not None or subject.done or fact.change is not None or _AN_ACT.search(subject.noun):
        return False
    if kind_of(fact) not in ("area", "length", "mass", *PIECES) or _is_of_a_year(fact):
        return False
    return any(
        _DONE_SO_FAR.fullmatch(words_of(one, source)) is not None
        for one in fact.account
        if one.role == "licensed" and not one.inherited
    ) and not STANDS.search(prepared(fact.indicator))


def is_carried_out(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether a clause tells how much of a work was completed, and so says itself of what: 完成农田建设9万亩."""
    if fact.deed is not None or fact.change is not None or fact.number is None or not _AN_ACT.search(subject.noun):
        return False
    told = (words_of(one, source) for one in fact.account if one.role == "licensed" and not one.inherited)
    return any(_DONE_SO_FAR.fullmatch(words) is not None for words in told)


def _is_of_a_year(fact: Fact) -> bool:
    """Say whether the table says that it is measured over a year, so that completing it is reaching it."""
    known = canonical(prepared(fact.indicator))
    return known is not None and known.quantity == "flow"


def _is_what_there_is(fact: Fact) -> bool:
    """Say whether a verb tells what kind of thing is counted, as the count was reached: 登记市场主体突破15万家."""
    done = fact.kind == "actual" and fact.deed is not None and is_pieces(fact) and _REGISTERED.match(fact.deed)
    return bool(done) and _COME_TO.search(prepared(before_number(fact))) is not None


def as_reached(fact: Fact) -> Fact:
    """Give a figure without its deed where what was fostered came to so many: 培育企业达到6家 are six in all."""
    fostered = fact.deed is not None and fact.deed in FOSTERED and is_pieces(fact)
    reached = fostered and _COME_TO.search(prepared(before_number(fact))) is not None
    return replace(fact, deed=None) if reached else fact


FOSTERED = ("培育", "发展", "培养", "壮大", "培育壮大", "培育发展")
_REGISTERED = re.compile("登记|注册|认定|备案|在册|持有|拥有|保有")
_COME_TO = re.compile("(?:达到?|突破|超过?|增至|增加到|升至)$")


def _is_one_more_of_what_was_added(fact: Fact, source: str) -> bool:
    """Say whether a level without a verb stands in a list that 新增 opens: 新增装机19万千瓦，采煤能力8万吨，|铁路…."""
    if fact.deed is not None or fact.change is not None or kind_of(fact) in ("percent", "money", "rate"):
        return False
    if prepared(before_number(fact)) != prepared(fact.indicator):
        return False  # it has a verb of its own
    if _is_of_a_year(fact) or _OF_ALL.search(prepared(fact.indicator)):
        return False  # what is measured over a year, or of all there is, is never added
    before = tight_between(source, sentence_start(fact, source), fact.span.start)
    return _ADDED_LIST.search(before) is not None


_OF_ALL = re.compile("总装机|总[量数额]$|再就业$|转移就业$|实现就业$|带动就业$|产量$")
_AMOUNT = "[0-9零一二三四五六七八九十百千万亿.]{2,}[^，。；、0-9]{1,4}"
_ITEM = "[^，。；、0-9]{2,14}[0-9]+[^，。；、0-9]{1,3}"
_ADDED_LIST = re.compile(
    f"(?:新增|新建|增加)[^，。；、]{{2,14}}{_AMOUNT}(?:[，、][^，。；、0-9]{{2,14}}{_AMOUNT})*，$"
    f"|(?:安排|争列|列入|谋划|储备|申报){_ITEM}(?:[，、]{_ITEM})*，$"
)


def _is_in_all(fact: Fact, subject: Measurand) -> bool:
    """Say whether all there are would be told as done: 新增上市公司4家、总量达98家."""
    return fact.deed is None and bool(subject.done) and _TOTAL.match(prepared(fact.quote).lstrip("、，")) is not None


_TOTAL = re.compile(f"(?:{IN_ALL})(?!完成|实施|建)")


_AN_ACT = re.compile(r"(?:tion|ment|ing)(?: of |$)|^investment in ")
"""A noun of what was carried out, of which so much was done."""


_DONE_SO_FAR = re.compile("(?:共|累计|已|全年)*完成[了]?")


_LISTED = re.compile("(?:能力就?有|就有|包括|其中有|分别是)[：:]|^例如")
"""What opens a list whose head says what all of it is: 新增生产能力就有：采煤9万吨，水泥5万吨."""


def _is_headed(fact: Fact, source: str) -> bool:
    """Say whether what was done is said at the head of a list, before a colon."""
    made = fact.deed is None and fact.change is None
    return made and _LISTED.search(source[sentence_start(fact, source) : fact.span.start]) is not None


_BEING = tuple("有为是达到共约近超过了")


def _is_a_mere_thing(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether a number stands before what it counts and nothing says that there are so many: 对28家企业检查."""
    place = fact.number_span
    if fact.deed is not None or subject.done or place is None or not is_pieces(fact) or fact.measure == "change":
        return False
    return place.start == fact.span.start and not source[: place.start].rstrip().endswith(_BEING)


def _is_asked_for(fact: Fact, source: str) -> bool:
    """Say whether what is new in a list was only applied for, as its first: 申报债券项目31个、|新增中央投资项目41个."""
    before = prepared(source[clause_start(fact, source) : fact.span.start])
    return fact.deed in ADDS and _ASKED_FOR.search(before) is not None


_ASKED_FOR = re.compile("(?:申报|争取|获批|谋划|储备|包装|上报).*(?:[个项]|亿元|万元)、?$")
