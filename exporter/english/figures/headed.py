"""Say whether what opens a sentence holds for a later clause, whose English lacks it: the town alone, 累计, 稳定在."""

from __future__ import annotations

import re

from exporter.english.figures.starts import before_number, full_sentence_start, last_in, sentence_start, tight_between
from exporter.english.grammar.headings import prepared
from exporter.model import Fact


def loses_its_head(fact: Fact, english: str, source: str) -> bool:
    """Say whether a figure is told under words that its own sentence would lack."""
    return (
        _is_of_the_town(fact, english, source)
        or _is_added_up_before(fact, source)
        or _is_kept_unsaid(fact, english)
        or _shares_the_thing(fact)
        or _lacks_which_works(fact, source)
    )


def _is_of_the_town(fact: Fact, english: str, source: str) -> bool:
    """Read 市区新增绿地9公顷，取缔锅炉40台: the boilers too are those of the town, and not of all the place."""
    before = tight_between(source, full_sentence_start(fact, source), fact.span.start)
    if _OF_A_TOWN.search(english) or _WHERE.search(prepared(fact.quote)) or "，" not in before + fact.quote[:1]:
        return False
    head, told = _HEAD.match(before), last_in(_WHERE, before)
    return head is not None and told is not None and told["town"] is not None


_TOWNS = "设区城市|设区市|中心城区|主城区|建成区|老城区|城区|市区|县城"
_HEAD = re.compile(
    f"(?:[0-9]{{4}}年，?|目前，?|全年，?)?在?(?:全[省市县])?(?:{_TOWNS})(?!安置|建设|规划|管理|功能|面貌|品质|空气|环境|面积)"
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


def _is_kept_unsaid(fact: Fact, english: str) -> bool:
    """Say whether a level is said to stay as it is, and its English does not say so: 出栏稳定在60万头以上."""
    return _KEPT.search(before_number(fact)) is not None and _STILL.search(english) is None


_KEPT = re.compile("(?:稳定|保持|维持)在")
_STILL = re.compile(r"\b(?:remain|kept|keep|stay|maintain)")


def _lacks_which_works(fact: Fact, source: str) -> bool:
    """Read 重点项目19项，…，完成投资5亿元: the investment is that in the works that its sentence opens with."""
    before = tight_between(source, sentence_start(fact, source), fact.span.start)
    return prepared(fact.indicator) == "项目投资" and _CHOSEN_WORKS.search(before) is not None


_CHOSEN_WORKS = re.compile("(?:重点|重大|亿元以上|万元以上|[省市县]列|在建)[^，。；]{0,4}项目")


def _shares_the_thing(fact: Fact) -> bool:
    """Read 会展活动数量和财政支出均压减三成: the spending is that on what the first of the two counts."""
    found = _COUNT_AND.search(prepared(fact.quote))
    return found is not None and found[1].startswith(prepared(fact.indicator)[:4])


_COUNT_AND = re.compile("(?:数量|次数|场次|个数)[和及与、]([\u4e00-\u9fff]{2,8})(?:均|都|分别)")
