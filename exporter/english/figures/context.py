"""Say whether a sentence loses what the words around its figure give: the span, the list, the place it speaks of.

Each law here is about Chinese that tells a thing once for several figures, and English that tells it of one.
"""

from __future__ import annotations

import re

from exporter.english.figures.amounts import is_pieces, kind_of
from exporter.english.figures.bases import base_of, framed_base
from exporter.english.figures.cuts import begins_inside, splits_a_term
from exporter.english.figures.deeds import deed_of, is_manner
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.neighbors import shares_with_neighbors
from exporter.english.figures.owners import owner_is_lost
from exporter.english.figures.restrictions import is_restricted
from exporter.english.figures.starts import clause_start, sentence_start
from exporter.english.grammar.headings import Names, prepared
from exporter.facts.numbers.numerals import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact, Stretch


def loses_context(fact: Fact, subject: Measurand, english: str, source: str, names: Names) -> bool:
    """Say whether what is true in its place would be read as another thing where the sentence stands alone."""
    return (
        _is_level_of_a_span(fact, subject, source)
        or _is_one_of_several(fact, source)
        or _shares_a_manner(fact, source)
        or _is_of_another_place(fact, names)
        or splits_a_term(fact)
        or begins_inside(fact, source)
        or _goes_on(fact, source)
        or _loses_its_base(fact, english, source)
        or _is_its_own_whole(english)
        or _is_from_another(fact)
        or _is_there(fact)
        or _is_enumerated(fact, source)
        or _begins_above(fact, source)
        or _shares_its_base(fact, source)
        or _adds_up_to_a_year(fact, source)
        or _is_done_so_far(fact, subject, source)
        or _is_headed(fact, source)
        or _is_a_mere_thing(fact, subject, source)
        or owner_is_lost(fact, source, names)
        or is_restricted(fact, english, source)
        or shares_with_neighbors(fact, source)
    )


_SPAN = re.compile(r"\d{4}-\d{4}")
_SUMMED = re.compile("累计|共|总计|合计|[三四五两十]年|每年|年均|年平均|新增|增加|净增|以来")


def _is_level_of_a_span(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether a level is dated to several years, which no word sums up: at the end of which was it reached?"""
    if not _SPAN.fullmatch(fact.period or "") or fact.number is None or fact.measure not in ("level", "flow"):
        return False
    if _SPAN.fullmatch(fact.base or ""):
        return False  # what is compared with years is their sum
    if fact.unit in ("%", "％", "‰"):
        return True
    clause = source[clause_start(fact, source) : fact.span.end]
    return fact.deed is None and not subject.done and not _SUMMED.search(clause)


_SIDES = re.compile("[和与及、]")
_AMOUNT = re.compile("[约近超]?[0-9〇零一二三四五六七八九十百千万亿.]+")


def _is_one_of_several(fact: Fact, source: str) -> bool:
    """Say whether several amounts are told of several things, and this one of them all: A和B达到4亿元、3亿元."""
    if fact.number is None or not _SIDES.search(prepared(fact.indicator)):
        return False
    others = (one for one in fact.account if one.licence == "another figure")
    return any(_AMOUNT.match(_words(one, source)) for one in others)


def _shares_a_manner(fact: Fact, source: str) -> bool:
    """Say whether how the thing before was done is kept for this one, or its name for another verb.

    基本建成500万套，新开工700万套; 存栏47万头、出栏62万头.
    """
    shared = [_words(one, source) for one in fact.account if one.inherited and one.role == "modifier"]
    own = [_words(one, source) for one in fact.account if not one.inherited and one.role == "thing"]
    if not shared or not own:
        return False
    return any(is_manner(words) for words in shared) or (
        deed_of(own[0]) is not None and any(_STANDS.search(words) for words in shared)
    )


_STANDS = re.compile(r"(?:[存在]栏|保有量?|总[数量额]|数量|[一-鿿]量)$")
"""What ends the name of a level, so that no verb can be said of it."""


def _words(stretch: Stretch, source: str) -> str:
    return fold(source[stretch.span.start : stretch.span.end])


_WHOLES = re.compile("(?:全|我)([国省市])")


def _is_of_another_place(fact: Fact, names: Names) -> bool:
    """Say whether a figure is of a whole that is not the document's own: 全国 in the report of a province."""
    found = _WHOLES.fullmatch(fact.scope or "")
    kinds = {name[-1] for name in names if name[-1:] in "国省市县区州盟旗镇乡"}
    return found is not None and bool(kinds) and found[1] not in kinds


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


def _loses_its_base(fact: Fact, english: str, source: str) -> bool:
    """Say whether a change is measured from what the sentence does not name."""
    if fact.change is None:
        return False
    year = re.search(r"\d{4}", fact.base or "")
    if year is not None:
        return year[0] not in english or year[0] == fact.period
    framed = framed_base(fact, source)
    return framed is not None and base_of(framed) is None


_WHOLE_AGAIN = re.compile(r"Of (?:the )?(?P<whole>[^,]+), (?:.* )?(?:in|of) (?:the )?(?P=whole)\b")


def _is_its_own_whole(english: str) -> bool:
    return _WHOLE_AGAIN.match(english) is not None


_APART = re.compile("(?:高出|高于|超出|快于|多于|好于|大于|低于|慢于|少于|小于)")


def _is_from_another(fact: Fact) -> bool:
    """Say whether a change is a distance to another thing: 快于全国1.8个百分点 is no growth by so much."""
    return fact.change is not None and _APART.match(fact.quote) is not None


def _is_there(fact: Fact) -> bool:
    """Say whether a plan counts what it consists of, which no target is: 共16条措施, 其中煤矿有17个, 水利工程3项."""
    if fact.kind != "target" or fact.deed is not None or not is_pieces(fact) or fact.change is not None:
        return False
    if _THERE.search(fact.quote) is not None:
        return True
    return canonical(prepared(fact.indicator)) is None and _AIMED.search(prepared(fact.quote)) is None


_THERE = re.compile("(?:^|总|一)共|其中|包括|有[0-9０-９一二三四五六七八九十百千]")
_AIMED = re.compile("[达到至超破增稳保持控力争确新建完成实现不少低于]|左右|以上|以内|目标|[存出]栏")
"""What says of a number in a plan that it is aimed at."""


_ITEMS = re.compile(r"[^，。；]{0,2}[：:]|\s*[（(]?[1①⑴][）)、．]?")


def _is_enumerated(fact: Fact, source: str) -> bool:
    """Say whether a plan counts what it lists right behind: 水利工程3项：（1）…."""
    counted = fact.kind == "target" and fact.deed is None and is_pieces(fact)
    return counted and _ITEMS.match(source, fact.span.end) is not None


_BROKEN = 16
"""Characters of the shortest line that may be a part of a sentence, and no heading."""


def _begins_above(fact: Fact, source: str) -> bool:
    """Say whether the sentence of a figure began on the line before, as in text whose lines were broken."""
    start = sentence_start(fact, source)
    if start == 0 or source[start - 1] != "\n":
        return False
    above = source[source.rfind("\n", 0, start - 1) + 1 : start].strip()
    if len(above) <= _BROKEN or not above[-1].isalnum() or _NUMBERED.match(above):
        return False
    return any(mark in above for mark in "。；，")


_NUMBERED = re.compile("[（(]?[0-9一二三四五六七八九十]+[）)、.．]|第[0-9一二三四五六七八九十]+[章节]")


_OTHER_BASE = re.compile(r"[比较](?:[“‘]|[12][0-9]{3}年|(?:上一?|前)个?五年|同?期)[^，。；]*?(?:增|减|降|提高|上升)")


def _shares_its_base(fact: Fact, source: str) -> bool:
    """Say whether a figure before it in its sentence is measured from other years: 出口比“八五”增长49%，外资增长2倍."""
    if fact.change is None or fact.average or fact.base not in (None, "previous_year"):
        return False
    if any(one.role == "base" and not one.inherited for one in fact.account):
        return False
    start = source.rfind("\n", 0, fact.span.start) + 1
    start = max(start, source.rfind("。", start, fact.span.start) + 1)
    return _OTHER_BASE.search(fold(source[start : fact.span.start])) is not None


def _adds_up_to_a_year(fact: Fact, source: str) -> bool:
    """Say whether a sum of years would be told as that of the last: 到2016年，…；投资累计达到600亿元."""
    if fact.number is None or fact.unit in ("%", "％", "‰") or not _ONE_YEAR.fullmatch(fact.period or ""):
        return False
    start = source.rfind("\n", 0, fact.span.start) + 1
    start = max(start, source.rfind("。", start, fact.span.start) + 1)
    until = f"到{fact.period}年" in fold(source[start : fact.span.start])
    return until and "累计" in source[clause_start(fact, source) : fact.span.end]


_ONE_YEAR = re.compile(r"\d{4}")


def _is_done_so_far(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether what was carried out in a time (完成人工造林6万亩) would be told as how much there is of it."""
    if fact.deed is not None or subject.done or fact.change is not None or _AN_ACT.search(subject.noun):
        return False
    if kind_of(fact) not in ("area", "length", "mass"):
        return False
    return any(
        _DONE_SO_FAR.fullmatch(_words(one, source)) is not None
        for one in fact.account
        if one.role == "licensed" and not one.inherited
    ) and not _STANDS.search(prepared(fact.indicator))


_AN_ACT = re.compile(r"(?:tion|ment|ing)(?: of |$)")
"""A noun of what was carried out, of which so much was done."""
_DONE_SO_FAR = re.compile("(?:共|累计|已|全年)*完成[了]?")
_LISTED = re.compile("(?:能力就?有|就有|包括|其中有|分别是)[：:]|^例如")
"""What opens a list whose head says what all of it is: 新增生产能力就有：采煤9万吨，水泥5万吨."""


def _is_headed(fact: Fact, source: str) -> bool:
    """Say whether what was done is said at the head of a list, before a colon."""
    return fact.deed is None and _LISTED.search(source[sentence_start(fact, source) : fact.span.start]) is not None


_BEING = tuple("有为是达到共约近超过了")


def _is_a_mere_thing(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether a number stands before what it counts and nothing says that there are so many: 对28家企业检查."""
    place = fact.number_span
    if fact.deed is not None or subject.done or place is None or not is_pieces(fact) or fact.measure == "change":
        return False
    return place.start == fact.span.start and not source[: place.start].rstrip().endswith(_BEING)
