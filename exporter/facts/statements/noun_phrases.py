"""Cut the subject of a figure out of the words around it, and part coordinated subjects.

A name is one or more stretches of the sentence, so that it can be taken from the text as printed
although it was found in the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.closed_classes import HEAD, MEASURE, PREDICATES, TIME, lexicon
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.matcher import Words

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Stretches of a sentence that make a name together."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject without the words before it that are no part of it."""

    start: int
    end: int
    verb: tuple[int, int] | None = None
    """The verb before the thing counted (新增|公共停车位)."""
    scope: tuple[int, int] | None = None
    """Whose figure it is (全市)."""


def subject(text: str, start: int, end: int) -> Subject:
    """Strip time, scope, adverbs and verbs from the beginning of a subject."""
    scope: tuple[int, int] | None = None
    while start < end:
        after = _past_mark(text, start, end)
        if after == start and (_is_protected(text, start, end) or _HAVING.match(text, start, end)):
            break
        if after == start:
            after = lexicon().scope.ahead(text, start, end)
            if after > start and _is_scope(text, start, after, end):
                scope = (start, after)
            else:
                after = _past_word(text, start, end)
        if after == start:
            break
        start = after
    taken = _TAKEN.search(text, start, end)
    start = taken.end() if taken else start
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    verb, noun = _verb(text, start, end)
    return Subject(noun, end, verb, scope)


_FOREMOST = re.compile(r"[^，。；]{0,6}?(?:最[大高多长快早优]|首[个批家创]|唯一|领先)")
"""What a thing is among others of its kind, which is no scope: 全国电源规模最大…"""


def _is_protected(text: str, start: int, end: int) -> bool:
    """Say whether a word that begins like an adverb is part of the subject (共享, but 共|建成)."""
    kept = lexicon().protected.ahead(text, start, end)
    return kept > start and kept >= lexicon().adverb.ahead(text, start, end)


_HAVING = re.compile(r"(?:有|达到|具有|拥有|符合)[^，。；、的\d]{2,16}的[^，。；]{2}")
"""A clause before 的, which belongs to the subject: 有进出口实绩的企业."""
_TAKEN = re.compile(r"^.{0,30}?(?:(?<![火])把|(?<=[要决定须])将)(?![关握控军来])(?=..)")
"""The words before an object that is taken up first: 坚决把|文件|压减三分之一."""


def _is_scope(text: str, start: int, after: int, end: int) -> bool:
    """Tell whose figure it is (全市|生产总值) from a kind of thing (省级|美丽乡村)."""
    if text[after : after + 2] in ("以上", "以下") or text[after : after + 1] in "性制率":
        return False
    if _FOREMOST.match(text, after, end):
        return False
    broad = text[start] in "全我本" and text[start : start + 2] != "本级"
    return broad or after == end or canonical(text[after:end]) is not None


def parts(text: str, start: int, end: int, count: int, alike: bool = True) -> tuple[Spans, ...]:
    """Part coordinated subjects, none if there are not `count`; a head that only the last prints is given to
    all, but of things not alike only a noun of measure."""
    for pattern in _CONJUNCTIONS if count != 1 else ():
        spans = _split(text, start, end, pattern)
        if (count and len(spans) == count) or (not count and len(spans) > 1):
            return tuple(_with_modifier(text, _with_head(text, spans, alike)))
    return ()


def counted(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """Part the thing counted, behind its number, from its predicate: 城乡劳动者|参加职业培训."""
    while start < end and text[start] in " 的":
        start += 1
    end = _closed(text, start, end)
    if PREDICATES.match(text, start, end):
        return (start, end), None
    at = start + (1 if text[start : start + 1] in _PLACES else 2)
    while at < end and (found := PREDICATES.search(text, at, end)):
        of = text.find("的", found.end(), end)
        if of > 0 and _RELATED.match(text, found.start()) and end - of > 2:
            at = of + 1  # the verb of a clause before 的, which belongs to the noun: 省里支持的项目
        elif _is_inside(text, start, found.start()):
            at = found.end()
        else:
            return (start, found.start()), (found.start(), end)
    return (start, end), None


def is_verbal(name: str) -> bool:
    """Say whether a name is nothing but verbs: 改造治理."""
    return is_made_of(lexicon().verb, name)


def is_act(name: str) -> bool:
    """Say whether a name is nothing but verbs that any table knows, with words of manner before them."""
    folded = fold(name)
    return is_made_of(lexicon().act, folded) or is_made_of(
        lexicon().act, folded[2 if folded.startswith("重点") else lexicon().adverb.ahead(folded, 0) :], least=2
    )


def is_made_of(verbs: Words, name: str, least: int = 0) -> bool:
    """Say whether a name is nothing but words of a class."""
    at = 0
    while at < len(name):
        after = verbs.ahead(name, at)
        if after == at:
            return False
        at = after
    return at >= least


def _closed(text: str, start: int, end: int) -> int:
    """Give where a phrase stops: at a mark that is not inside brackets which it opens."""
    for stop in _CLOSE.finditer(text, start, end):
        opened = text.count("（", start, stop.start()) - text.count("）", start, stop.start())
        if opened <= 0:
            return stop.start()
    return end


_MARKS = frozenset(" ，；：、—－-\x01·•*）”」")
_CLOSING = frozenset(" ，；：、—－-\x01·•*（“「")
_EACH = re.compile("了?(?:各类|各级|各项|各种)?(?=...)")
_RELATED = re.compile("支持|列入|纳入|获得|通过|参与|参加|享受|实施|开展|需|已|被|按|由|从事|进入|取得|利用|用于")
_PLACES = frozenset("国省市县区镇乡村人")
_CLOSE = re.compile(r"[，；：。！？）]")
_AND = r"(?<![共饱总柔温中平暖缓祥谐])和(?![谐平睦田顺硕静县林美])"
_WITH = r"(?<![参赠给])与(?!会)|(?<![普涉顾危波以])及(?![时格其]|以[上下])|以及"
_CONJUNCTIONS = (
    re.compile(rf"、|{_AND}|{_WITH}"),
    re.compile("、"),
    re.compile(rf"{_AND}|{_WITH}"),
)


def _past_mark(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _MARKS:
        start += 1
    return start


def _past_word(text: str, start: int, end: int) -> int:
    """Step over one word of time, an adverb or a light verb."""
    found = TIME.match(text, start, end) if text[start] in _TIME_FIRST else None
    if found:
        return found.end()
    if text.startswith("重点", start) and lexicon().verb.ahead(text, start + 2, end) > start + 2:
        return start + 2
    after, adverb = lexicon().light.ahead(text, start, end), lexicon().adverb.ahead(text, start, end)
    if after > start and after >= adverb and text[after : after + 1] not in "率度量比额":
        return after
    return adverb


_TIME_FIRST = frozenset("0123456789上下去前后今本当明全年期过近未这五一二两三四六七八九十“时规截目至现迄到从自")


def _verb(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """Find the verb, or coordinated verbs, that the subject begins with; short nouns keep theirs."""
    at, after = start, lexicon().verb.ahead(text, start, end)
    while at < after < end and (text[after] in "、和及并与" or not _GOES_ON.match(text, after)):
        at = after
        joined = text[at] in "、和及并与"
        after = (lexicon().verb if joined else lexicon().chained).ahead(text, at + joined, end)
        if after == at + joined:
            break
    paid = text[at:end] != "资金" or text[start:at] in _PAYING
    if at == start or end - at < 2 or _GOES_ON.match(text, at) or text[at:end] in _OF_DEEDS or not paid:
        return None, start
    each = _EACH.match(text, at)
    return (start, at), each.end() if each else at


_PAYING = frozenset(
    (
        "投入",
        "安排",
        "拨付",
        "筹集",
        "下达",
        "争取",
        "落实",
        "整合",
        "发放",
        "募集",
        "到位",
        "投放",
        "拨出",
        "注入",
        "兑现",
    )
)
"""Verbs whose object is money; any other makes one noun with it: 补偿资金."""
_OF_DEEDS = frozenset(("用地", "收益", "溢价", "造林", "农村", "收入", "能力", "任务", "单位", "事业", "检察", "拘留"))
"""What stands behind a verb and makes one noun with it: 建设用地, 出让收益."""
_GOES_ON = re.compile(
    "收入|用地|[率度量额人者费数业员商力性化期房点款器型净和、及的]|总(?!投资|面积|里程|规模|额|量|建筑)"
)
"""What makes a verb the beginning of a noun: 创新型企业, 培训人员."""


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


def _is_inside(text: str, start: int, position: int) -> bool:
    return _inside_until(text, start, position, len(text)) > 0


def _with_head(text: str, spans: Sequence[tuple[int, int]], alike: bool) -> tuple[Spans, ...]:
    """Give the head that the last subject prints to those before it that print none."""
    start, end = spans[-1]
    before = spans[-2]
    head = _head(text, start, end, before[1] - before[0])
    if not alike and not MEASURE.search(text, head, end):
        head = start
    names: list[Spans] = []
    for span in spans[:-1]:
        names.append((span, (head, end)) if head > start and _is_bare(text, span, (head, end)) else (span,))
    return (*names, (spans[-1],))


def _with_modifier(text: str, names: Sequence[Spans]) -> Iterator[Spans]:
    """Give the modifier that the first subject prints to those behind it that are but a side of it: 农产品|出口额."""
    first = names[0]
    shared = _modifier(text, *first[0]) if len(first) == 1 else 0
    for place, name in enumerate(names):
        start, end = name[0]
        side = text[start:end]
        of_works = side in _WORKS and text.endswith(tuple(_WORKS), *first[0])
        stop = _before_measure(text, *first[0]) if of_works else shared
        takes = place > 0 and len(name) == 1 and stop > first[0][0] and (of_works or _is_side(side))
        yield ((first[0][0], stop), *name) if takes else name


_WORKS = frozenset(
    (
        "起数",
        "死亡人数",
        "死伤人数",
        "受伤人数",
        "利润",
        "利税",
        "利润总额",
        "营业收入",
        "主营业务收入",
        "销售收入",
        "总产值",
        "增加值",
    )
)
"""Sides of enterprises and of accidents: 规模以上工业增加值、利润; 事故起数和死亡人数."""


def _is_side(name: str) -> bool:
    """Say whether a name is only a side of something that must be named with it."""
    known = canonical(name)
    if known is not None and known.rank is not None and name not in lexicon().relative.words:
        return False
    return name in lexicon().relative.words or (len(name) <= 4 and MEASURE.search(name) is not None)


def _modifier(text: str, start: int, end: int) -> int:
    """Give where the words end that say whose a measure is: 农产品|网络零售额, 通过互联网实现的|零售额."""
    of = text.rfind("的", start + 2, end - 1)
    if of > 0:
        return of + 1
    for at in range(start, end - 1):
        if canonical(text[at:end]) is not None or text[at:end] in lexicon().relative.words:
            return at if at - start >= 2 else start
    return start


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
    return span[1] - span[0] <= _SHORT or MEASURE.search(text, *head) is not None


_LOADS = ("排放量", "排放总量", "排放强度", "浓度")
_POLLUTANTS = ("需氧量", "氧化硫", "氧化物", "氨氮", "PM2.5", "PM10", "烟尘", "粉尘", "挥发性有机物")
"""What is emitted, though its name ends like a measure."""
_SHORT = 4
"""Characters of a subject that borrows any head; a longer one borrows a noun of measure only."""


def _head(text: str, start: int, end: int, parallel: int) -> int:
    """Find where the shared head of the last subject begins: behind a modifier, behind as much as the subject before
    it says (广州、深圳|地铁客运量), or at a noun of measure."""
    after = lexicon().modifier.ahead(text, start, end)
    if after > start and end - after >= 2:
        return after
    if parallel == 1 and text[start] in "一二三四五":
        return start + 1
    found = MEASURE.search(text, start + 1, end) or HEAD.search(text, start + 1, end)
    if parallel == 2 and end - start > 3 and (found is None or found.start() > start + 4):
        return start + 2
    if parallel == 2 and found and found.re is HEAD and found.start() == start + 3:
        return start + 2
    if found:
        return found.start()
    return start + parallel if end - start - parallel >= 2 else start
