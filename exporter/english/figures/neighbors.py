"""Say whether a figure of a list shares words with its neighbours that its own sentence would lack.

Chinese says once, at the head of a list, whose things they are, and at its end how exact the numbers are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.english.figures.amounts import is_pieces, kind_of
from exporter.english.figures.deeds import ADDS
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.measured import MEASURED_SO
from exporter.english.figures.starts import clause_start, sentence_start, tight_between
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import is_plural
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact

SIDES = re.compile("[、和与及]")
"""What stands between the names of a list."""
_LEVEL = re.compile(
    "全[国省](?:文明|模范|示范|先进|优秀|重点|百强|卫生|双拥|法治)|国家级?|省级|自治区级|市级|县级|世界级"
)
_OF_ITS_OWN_LEVEL = re.compile("[省市县村](?!级|[内外场])|乡镇|行政村|国家|[^，、]{2}级|“")
_LEVEL_FIRST = re.compile("国家级?(?!税)|省级|自治区级|市级|县级|世界级")
_SHORT = 6
"""Longest name, in characters, that may leave out what the first of its list says."""
_BOUND_BEHIND = re.compile(
    r"[^，。；、和]{0,3}(?:[、和与][约近]?[0-9.]+[^，。；、和0-9]{1,3})*[、和与][约近]?[0-9.]+[^，。；、]{0,4}?(?:左右|以上|以内|以下)"
)
_BOUND_BEFORE = re.compile(r"(?:突破|超过?|不少于|不低于|近|约)[0-9.]+[^，。；、和与]{1,4}[、和与]$")
_BOUND_OF_EACH = re.compile("分别(?:已)?(?:突破|超过?|近|约)")
_AGAIN = re.compile("([\u4e00-\u9fff]{2,4})、(?:[\u4e00-\u9fff]+、)*\\1[\u4e00-\u9fff]+分别")
_IN_TURN = re.compile("[、和与].*(?:分别|均|都)")


def shares_with_neighbors(fact: Fact, source: str) -> bool:
    """Say whether the head of a list, its bound, or the noun behind the figure belongs to it too."""
    if not source:
        return False
    return (
        _lacks_the_first(fact)
        or _is_named_twice(fact)
        or _lacks_the_measure(fact)
        or _lacks_the_level(fact, source)
        or _lacks_the_bound(fact, source)
        or _lacks_the_whole(fact, source)
        or _lacks_the_kind(fact, source)
        or _lacks_the_group(fact)
        or _lacks_the_verb(fact)
        or _borrows_a_head(fact)
        or _lacks_a_part_of_it(fact, source)
        or _is_of_one_of_two(fact, source)
        or _is_of_several_owners(fact, source)
        or (fact.unit is not None and fact.unit.endswith("元") and source[fact.span.end : fact.span.end + 1] == "的")
    )


def _lacks_the_first(fact: Fact) -> bool:
    """Read 乡镇企业增加值、上缴税金分别增长: the taxes are those of the firms."""
    name, said = prepared(fact.indicator), prepared(fact.quote)
    if len(name) > _SHORT or canonical(name) is not None or fact.number is not None or not _IN_TURN.search(said):
        return False
    at = said.find(name)
    return at > 0 and said[at - 1] in "、和与"


def _is_named_twice(fact: Fact) -> bool:
    """Read 工业、工业技改投资分别增长: the last name begins like the first, so that its end is its own."""
    return _AGAIN.search(prepared(fact.quote)) is not None


def _lacks_the_measure(fact: Fact) -> bool:
    """Read 高新技术企业、中小企业贷款分别增长: the loans that the last name ends with are those of the first too."""
    row = _in_turn(fact)
    return len(row) > 1 and _is_measured(row[-1]) and not _is_measured(prepared(fact.indicator))


def _in_turn(fact: Fact) -> list[str]:
    """Give the names before 分别, of which each has its own number; none without the word."""
    names, mark, _ = prepared(fact.quote).partition("分别")
    return SIDES.split(names) if mark else []


def _is_measured(name: str) -> bool:
    return MEASURED_SO.search(name) is not None and not name.endswith("企业")


def _lacks_the_level(fact: Fact, source: str) -> bool:
    """Read 国家级绿色工厂268家、绿色矿山53家: the mines may be of that level too."""
    start = clause_start(fact, source)
    before = tight_between(source, start, fact.span.start)
    name = prepared(fact.indicator)
    headed, _, rest = prepared(fact.quote).partition("分别")
    if rest and SIDES.search(headed) and not headed.startswith(name[:3]) and _LEVEL_FIRST.match(headed):
        return _LEVEL_FIRST.match(name) is None
    if _OF_ITS_OWN_LEVEL.match(name) or (is_pieces(fact) and canonical(name) is not None):
        return False  # 省级平台3个、高新技术企业15家: a listed kind has a level of its own
    return before.endswith("、") and _LEVEL.search(before) is not None and _LEVEL.match(name) is None


def _lacks_the_bound(fact: Fact, source: str) -> bool:
    """Read 分别增长5.5%、6.5%左右, and 分别突破5亿元和3亿元: what is said of one may be said of both."""
    if fact.bound != "exact" or fact.number_span is None:
        return False
    if fact.number is not None and _BOUND_OF_EACH.search(prepared(fact.quote)):
        return True
    if fact.change_bound != "exact":
        return False
    if _BOUND_BEFORE.search(tight_between(source, fact.span.start, fact.number_span.start)):
        return True
    return _BOUND_BEHIND.match(tight_between(source, fact.number_span.end, fact.number_span.end + 24)) is not None


def _lacks_the_whole(fact: Fact, source: str) -> bool:
    """Read 外送电量增长6%、绿电占比超三成: the share is one of what was named before."""
    name = prepared(fact.indicator)
    if not name.endswith("占比") or canonical(name) is not None:
        return False
    before = source[sentence_start(fact, source) : fact.span.start].rstrip()
    return before.endswith("、") or (before.endswith("，") and fact.part_of is None)


def _lacks_the_kind(fact: Fact, source: str) -> bool:
    """Read 淘汰钢铁27万吨、水泥42万吨等落后产能: what is weighed is of the kind that the end of the list names."""
    if fact.deed is None:
        return False
    behind = tight_between(source, fact.span.end, fact.span.end + 80)
    weighed = kind_of(fact) in ("mass", "volume", "rate", "spec", "energy")
    return (_KIND_BEHIND if weighed else _WORK_BEHIND).match(behind) is not None


def _lacks_the_group(fact: Fact) -> bool:
    """Read 城镇职工养老保险、医疗保险参保人数分别增加: whom the first of a list names may be meant of all."""
    name, row = prepared(fact.indicator), _in_turn(fact)
    if len(row) < 2 or _GROUP.match(row[0]) is None or _GROUP.match(name) is not None:
        return False
    said = prepared(fact.quote)
    at = said.find(name[:4])
    return at > 0 and said[at - 1] in "、和与"


def _lacks_the_verb(fact: Fact) -> bool:
    """Read 争取专项资金、国债分别增长: the bonds too are those that were obtained."""
    name, row = prepared(fact.indicator), SIDES.split(_EACH_OF_THEM.split(prepared(fact.quote))[0])
    leveled = fact.number is not None and fact.change_kind != "rank"
    if len(row) < 2 or leveled or row[0].startswith(name[:3]):
        return False
    found = _GOT.match(row[0])
    return found is not None and not name.startswith(found[0])


_EACH_OF_THEM = re.compile("分别|均|都(?!市)")
_GOT = re.compile("新增|净增|争取到?|落实|引进|到位|发放|投入|拨付|化解|处置")
"""What was done to all sums and debts of a list, which has no word for each."""


def _borrows_a_head(fact: Fact) -> bool:
    """Read 公厕和口袋公园各5个: what is a thing by itself was given the noun of the other."""
    name, said = prepared(fact.indicator), prepared(fact.quote)
    if SIDES.search(name) or not is_pieces(fact):
        return False
    for end in range(2, len(name) - 1):
        term = load().preferred(name[:end]) if any(name[:end] + mark in said for mark in "、和与及") else None
        if term is not None and term.kind == "noun" and is_plural(term.en):
            return True
    return False


def _is_of_one_of_two(fact: Fact, source: str) -> bool:
    """Read 恩格尔系数分别由41%、50%，下降到35%和40%: each is of those that were named before, in town or country."""
    said = tight_between(source, sentence_start(fact, source), fact.span.end)
    name = prepared(fact.indicator)
    return f"{name}分别由" in said or f"{name}分别从" in said


def _is_of_several_owners(fact: Fact, source: str) -> bool:
    """Read 恩格尔系数分别为35%和40%: one name has several amounts in turn, of those who were told before."""
    before, mark, behind = source[clause_start(fact, source) : fact.span.end].partition("分别")
    name = prepared(before)
    return bool(mark) and name.endswith(prepared(fact.indicator)) and not _TWO.search(name) and "和" in behind


_TWO = re.compile("[、和及与]|城乡|存贷|进出口|产销")
_GROUP = re.compile(
    "[0-9]+[户人]及?以上|(?:全[国省市县区])?(?:(?:国际|国内)?(?:航空|民航|机场|港口|铁路|公路)|国际|国内)|[^、]{0,4}(?:开发区|高新区|经开区|园区|新区|县域)|城镇(?:职工|居民)|城乡居民|农村(?:居民)?|职工|灵活就业人员|农民工?|企业(?:职工)?"
)
"""Whose insurance, income or homes a list tells of."""
_KIND_BEHIND = re.compile("(?:、[^，。；、]{1,20})*等[\u4e00-\u9fff]{2}")
_WORK_BEHIND = re.compile(
    "[^，。；、等和及与]{0,14}(?:(?:、(?![、等])|[和及与])[^，。；、等和及与]{0,24})*等[^，。；、]{0,6}(?:改造|扩建|改建|提升|修复|维修|治理|整治|更新|迁建|项目建设)[^，。；、]{0,4}(?:工程|项目|任务)"
)
"""What ends a list of things by what was done to them: 11公里管网、19公里道路等改扩建工程."""


def ranks_another(fact: Fact, before: Sequence[Fact], source: str) -> bool:
    """Say whether a place stands right behind a figure of another name: 粮食总产13万吨，单产410公斤、居全国第一."""
    if not before or not source:
        return False
    if fact.change_kind == "rank" and re.fullmatch(f"{re.escape(before[-1].indicator)}增[速幅]", fact.indicator):
        return False  # 进出口总额增长18%、增速居全国第3: it says itself that the growth ranks
    if _is_of_a_growth(fact, before, source):
        return True
    if fact.change_kind != "rank":
        return False
    last = before[-1]
    between = source[last.span.end : fact.span.start].strip()
    if last.change is not None and last.number is None and between in ("", "、"):
        return True  # 投资增长7.9%、居全国第三: it is the growth that is third
    beside = between in ("", "、", "，") and last.span.end <= fact.span.start
    another = last.indicator != fact.indicator or last.deed in ADDS
    return beside and another and _PLACED.match(fact.quote.lstrip("、，")) is not None


def ranks_its_growth(fact: Fact, subject: Measurand, before: Sequence[Fact], source: str) -> bool:
    """Say whether a rank is that of the growth told before it, which the sentence can name: the growth of X ranked."""
    named = fact.change_kind == "rank" and not subject.plural and not subject.done and not _IN_SIZE.search(fact.quote)
    return named and bool(source) and _is_of_a_growth(fact, before, source)


_IN_SIZE = re.compile("总[量额数]|规模|分别|综合|[从由].*第.*[位名]")
"""What ranks by its size, behind whatever growth, or is not one rank."""


def _is_of_a_growth(fact: Fact, before: Sequence[Fact], source: str) -> bool:
    """Say whether what ranks or rises is no more than the growth told right before: 投资增长20%，全市第1位."""
    if fact.change_kind != "rank" and (fact.change_kind != "percentage_points" or fact.number is not None):
        return False
    if any(one.role == "thing" and not one.inherited for one in fact.account):
        return False
    start = sentence_start(fact, source)
    told = (one for one in reversed(before) if one.indicator == fact.indicator and one.span.start >= start)
    last = next((one for one in told if one.change_kind != "rank"), None)
    return last is not None and last.change is not None and last.number is None


_PLACED = re.compile("[均都]?(?:稳|位|跃|仍|保持)?[居列排]|(?:全[国省市]|世界|全球)第")


def _lacks_a_part_of_it(fact: Fact, source: str) -> bool:
    """Say whether a name taken from the clause before leaves out that it is of some of them: 主要|海洋产业增加值."""
    taken = [one.span.start for one in fact.account if one.inherited and one.role == "thing"]
    return bool(taken) and prepared(source[max(0, min(taken) - 2) : min(taken)]) in _SOME_OF_THEM


_SOME_OF_THEM = ("主要", "部分", "其他", "其它", "其余", "重点", "大型", "多数", "个别")
