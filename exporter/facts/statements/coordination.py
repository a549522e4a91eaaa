"""Part coordinated subjects, and give each what only one of them prints for all.

A name is one or more stretches of the sentence, so that it can be taken from the text as printed
although it was found in the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.facts.statements.closed_classes import HEAD, MEASURE, lexicon
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.matcher import words
from exporter.facts.statements.nouns import nouns
from exporter.facts.statements.sentence import Name, Sentence
from exporter.facts.statements.shared_owners import Spans, with_owner


def name_parts(sentence: Sentence, start: int, end: int, count: int, alike: bool = True) -> tuple[Name, ...]:
    """Name coordinated subjects each: 化学需氧量、二氧化硫排放量, 城乡居民收入; empty if there are not `count`."""
    names = parts(sentence.text, start, end, count, alike)
    if names:
        return tuple(sentence.cut(*name) for name in names)
    both = _BOTH.search(sentence.text, start, end) if count != 1 else None
    if not both or count not in (0, len(_EACH_OF[both[0]])):
        return ()
    before, rest = sentence.cut((start, both.start())), sentence.cut((both.end(), end))
    return tuple(before + _each_of(both, *one) + rest for one in _EACH_OF[both[0]])


def parted(sentence: Sentence, name: Name, count: int) -> tuple[Name, ...]:
    """Part a subject that a clause before named as one: 收入和支出年均增长8%，分别达到|7亿元和3亿元."""
    first, last = name.places[0], name.places[-1] + 1
    whole = name.places == tuple(range(first, last))
    return name_parts(sentence, first, last, count) if whole and first >= 0 else ()


def _each_of(both: re.Match[str], one: str, places: tuple[int, ...]) -> Name:
    """Give one of the two or three that a word means together, at the characters that say it."""
    return Name(one, tuple(both.start() + place for place in places))


_BOTH = re.compile(
    "城乡(?=居民|低保|人均|常住|特困|基本)|存贷款|一二三产(?:业(?=.))?|产销量$|三次产业(?!结构|比例|比重|构成)"
)
_EACH_OF: dict[str, tuple[tuple[str, tuple[int, ...]], ...]] = {
    "城乡": (("城镇", (0, 0)), ("农村", (1, 1))),
    "存贷款": (("存款", (0, 2)), ("贷款", (1, 2))),
    "产销量": (("产量", (0, 2)), ("销量", (1, 2))),
    "一二三产": tuple((f"第{one}产业", (at, at, 3, 3)) for at, one in enumerate("一二三")),
    "一二三产业": tuple((f"第{one}产业", (at, at, 3, 4)) for at, one in enumerate("一二三")),
    "三次产业": tuple((one, (0, 1, 2, 3)) for one in ("第一产业", "第二产业", "第三产业")),
}
"""What a word means together, and which of its characters say each."""


def parts(text: str, start: int, end: int, count: int, alike: bool = True) -> tuple[Spans, ...]:
    """Part coordinated subjects, none if there are not `count`; a head that only the last prints is given to
    all, but of things not alike only a noun of measure."""
    for pattern in _CONJUNCTIONS if count != 1 else ():
        spans = _split(text, start, end, pattern)
        if (count and len(spans) == count) or (not count and len(spans) > 1):
            return tuple(_with_modifier(text, with_owner(text, _with_head(text, spans, alike))))
    return ()


_AND = r"(?<![共饱总柔温中平暖缓祥谐])和(?![谐平睦田顺硕静县林美])"
_WITH = r"(?<![参赠给])与(?!会)|(?<![普涉顾危波以])及(?![时格其]|以[上下])|以及"
_CONJUNCTIONS = (
    re.compile(rf"、|{_AND}|{_WITH}"),
    re.compile("、"),
    re.compile(rf"{_AND}|{_WITH}"),
)


def _split(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    spans, at, depth_end = [], start, start
    for found in pattern.finditer(text, start, end):
        if found.start() < depth_end:
            continue
        closing = _inside_until(text, at, found.start(), end)
        if closing:
            depth_end = closing
            continue
        spans.append((at, found.start()))
        at = found.end()
    spans.append((at, end))
    return [span for span in spans if span[1] > span[0]]


def _inside_until(text: str, start: int, position: int, end: int) -> int:
    """Give where the quotation or bracket that `position` stands in closes; 0 if it stands in none."""
    for opening, closing in ("（）", "“”", "「」", "《》"):
        at = text.rfind(opening, start, position)
        if at >= 0 and text.find(closing, at, position) < 0:
            shut = text.find(closing, position, end)
            return shut + 1 if shut >= 0 else end
    return 0


def is_inside(text: str, start: int, position: int) -> bool:
    """Say whether a place stands in quotation marks or brackets."""
    return _inside_until(text, start, position, len(text)) > 0


def _with_head(text: str, spans: Sequence[tuple[int, int]], alike: bool) -> tuple[Spans, ...]:
    """Give the head that the last subject prints to those before it that print none."""
    start, end = spans[-1]
    rate = _SHARED_RATE.search(text, start + 2, end)
    if rate and not any(_OWN_SIDE.search(text, *span) for span in spans[:-1]):
        return (*((span, rate.span()) for span in spans[:-1]), (spans[-1],))
    head = _head(text, start, end, spans[-2])
    if not alike and not MEASURE.search(text, head, end):
        head = start
    names: list[Spans] = []
    for span in spans[:-1]:
        rest = (head + _said_already(text[slice(*span)], text[head:end]), end)
        names.append((span, rest) if head > start and _is_bare(text, span, (head, end)) else (span,))
    together = TOGETHER.search(text, start, end)
    last = ((start, together.start()), (together.end(), end)) if together else (spans[-1],)
    return (*names, last)


_SHARED_RATE = re.compile(
    "(?:参保|参合|普及|覆盖|达标|毛?入[学园]|巩固|合格|利用|处理|处置|收集|办结|签约|通达|知晓|使用|入户)率$"
)
"""A rate of each of those named in a row: 基本养老保险、基本医疗保险|参保率."""
_OWN_SIDE = re.compile("[率度量额数比值]$")


def _said_already(name: str, head: str) -> int:
    """Count the characters a head begins with that a name ends in: 城镇居民、农村|居民人均收入."""
    return next((size for size in range(min(4, len(name) - 1, len(head) - 1), 1, -1) if name.endswith(head[:size])), 0)


def _with_modifier(text: str, names: Sequence[Spans]) -> Iterator[Spans]:
    """Give the modifier that the first subject prints to those behind it that are but a side of it: 农产品|出口额."""
    first = names[0]
    shared = _modifier(text, *first[0]) if len(first) == 1 else 0
    for place, name in enumerate(names):
        start, end = name[0]
        side = text[start:end]
        of_works = side in _WORKS and text.endswith(tuple(_WORKS), *first[0])
        stop = _before_measure(text, *first[0]) if of_works else shared
        own = len(side) > 2 and text.endswith(side[-2:], *first[0])  # 经营收入、|门票|收入
        takes = place > 0 and len(name) == 1 and stop > first[0][0] and (of_works or (_is_side(side) and not own))
        yield ((first[0][0], stop), *name) if takes else name


_WORKS = words("起数 死亡人数 死伤人数 受伤人数 利润 利税 利润总额 营业收入 主营业务收入 销售收入 总产值 增加值").words
"""Sides of enterprises and of accidents: 规模以上工业增加值、利润; 事故起数和死亡人数."""


def _is_side(name: str) -> bool:
    """Say whether a name is only a side of something that must be named with it."""
    known = canonical(name)
    if known is not None and known.rank is not None and name not in lexicon().relative.words:
        return False
    rate = len(name) == 3 and name[-1] == "率" and known is None
    return rate or name in lexicon().relative.words or (len(name) <= 4 and MEASURE.search(name) is not None)


def _modifier(text: str, start: int, end: int) -> int:
    """Give where the words end that say whose a measure is: 农产品|网络零售额, 通过互联网实现的|零售额."""
    of = text.rfind("的", start + 2, end - 1)
    if of > 0:
        return of + 1
    if text[end - 1] == "率" and end - start > 4:
        return end - 3
    known, goods = canonical(text[start:end]), _GOODS.match(text, start, end)
    first = goods.end() if goods else start + (known is not None and known.rank is None)
    for at in range(first, end - 1):
        if canonical(text[at:end]) is not None or text[at:end] in lexicon().relative.words:
            return at if at - start >= 2 else start
    return start


_GOODS = re.compile("[^，。；、和]{0,6}?(?:产品|[汽货]车)(?=[^出进质种])")
"""Goods, which are no part of the measure, though it is listed with them: 农产品|网络零售额."""


def _before_measure(text: str, start: int, end: int) -> int:
    found = next((word for word in sorted(_WORKS, key=len, reverse=True) if text.endswith(word, start, end)), "")
    return end - len(found)


def _is_bare(text: str, span: tuple[int, int], head: tuple[int, int]) -> bool:
    """Say whether a subject lacks a head of its own."""
    if text.endswith(_LOADS, *head) and text.endswith(_POLLUTANTS, *span):
        return True
    if (
        MEASURE.search(text, *span)
        or HEAD.search(text, *span)
        or text[span[1] - 2 : span[1]] == text[head[1] - 2 : head[1]]
    ):
        return False
    return span[1] - span[0] <= _SHORT or _MEASURED.search(text, *head) is not None


_MEASURED = re.compile(rf"{MEASURE.pattern}|[\u4e00-\u9fff]{{2}}率$")
"""A noun of measure, or a rate of those named before it: 基本养老保险、基本医疗保险|参保率."""
_LOADS = ("排放", "排放量", "排放总量", "排放强度", "浓度")
_POLLUTANTS = ("需氧量", "氧化硫", "氧化物", "氨氮", "PM2.5", "PM10", "烟尘", "粉尘", "挥发性有机物")
"""What is emitted, though its name ends like a measure."""
_SHORT = 4
"""Characters of a subject that borrows any head; a longer one borrows a noun of measure only."""


def _opens_alike(text: str, before: tuple[int, int]) -> bool:
    """Say whether the subject before opens with the side of a pair too: 城镇、|农村居民, not 集成电路、|工业机器人."""
    return lexicon().modifier.ahead(text, *before) > before[0]


TOGETHER = re.compile(
    "[二三四五六七八九十两][大个][^，。；、]{0,6}?(?:产业(?:集群)?|行业|板块|领域|集群|企业|园区|景区|[群圈])(?:分别|共|全年|预计|将)*(?:实现|完成)?(?=[^，。；、]{2})"
)
"""What several names are together, behind the last of them: 甲、乙、丙|三大产业|产值."""


def _head(text: str, start: int, end: int, before: tuple[int, int]) -> int:
    """Find where the shared head of the last begins: behind a modifier, as much as the one before, or a measure."""
    if together := TOGETHER.search(text, start, end):
        return together.end()
    emitted = next((text.find(one, start, end) + len(one) for one in _POLLUTANTS if one in text[start:end]), end)
    if emitted < end:
        return emitted
    parallel = before[1] - before[0]
    after = lexicon().modifier.ahead(text, start, end)
    if after - start > parallel and text[start : start + parallel] in lexicon().modifier.words:
        return start + parallel  # 城镇和|农村|常住居民
    if after > start and end - after >= 2 and (parallel <= after - start + 1 or _opens_alike(text, before)):
        return after
    if parallel == 1 and text[start] in "一二三四五":
        return start + 1
    found = MEASURE.search(text, start + 1, end) or HEAD.search(text, start + 1, end)
    whole = nouns().ahead(text, start, end)
    if parallel == 2 < whole - start < end - start - 1 and nouns().ahead(text, start + 2, end) < start + 4:
        return whole  # 商标、|高价值专利|审查周期
    shared = whole == start + 2 and text[start + 2 : start + 4] not in ("产品", "商品", "设备", "材料")
    apart = found is None or found.start() > start + 4 or (found.start() == start + 4 and shared)
    if parallel == 2 and end - start > 3 and apart:
        return start + 2
    if parallel == 2 and found and found.re is HEAD and found.start() == start + 3:
        return start + 2
    if found:
        return found.start() - 2 * text.endswith("完成", start + 1, found.start())
    return start + parallel if end - start - parallel >= 2 else start
