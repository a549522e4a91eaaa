"""Tell what a change is measured from, where the figure does not say it in a field but in a word of its clause."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.figures.deeds import ADDS
from exporter.english.figures.starts import full_sentence_start, line_start, sentence_start, tight_between, words_of
from exporter.english.grammar.headings import prepared
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact, Stretch

_YEAR_BEFORE = re.compile(r"(?:同比|[比较][上去]一?年(?:度|同期|年?末|底)?|[比较]同期|可比|同口径)+(?:可比)?")
_PERIOD_BEFORE = re.compile(r"环比|[比较]上(?:月|季度|期)(?:末)?")
_YEAR_BEGUN = re.compile("[比较]年初")
_FROM_YEAR = re.compile(r"[比较为]((?:19|20)\d\d)年?(?:末|底|同期)?的?")


def with_base(fact: Fact, source: str) -> Fact:
    """Fill the base of a figure from the words that set it out."""
    framed = _framed_base(fact, source)
    if framed is not None and (base := base_of(framed)) is not None:
        return replace(fact, base=base)
    own = re.sub(r"[\s\W_]+", "", "".join(words_of(one, source) for one in _own(fact)))
    base = base_of(own) or _base_of_a_mean(fact)
    if fact.base is not None and base != "year_begun":
        return fact
    return fact if base is None else replace(fact, base=base)


def _base_of_a_mean(fact: Fact) -> str | None:
    """Give since when a mean was reckoned, as the growth before it says: 比2016年增长30亿元，年均增长9%."""
    found = _SINCE.search(prepared(fact.quote)) if fact.average and fact.base is None else None
    return found[1] if found is not None else None


_SINCE = re.compile(
    "[比较]((?:19|20)[0-9]{2})年[末底]?(?:净?增长|净?增加|增|提高|减少|下降)(?:了)?[0-9.]+[万亿]*[元人个家户辆吨亩]?，年均(?:递增|递减|增长|下降)"
)


def _own(fact: Fact) -> list[Stretch]:
    """Give the words of a base that a figure has of its own."""
    return [one for one in fact.account if one.role == "base" and not one.inherited]


_ERA = "[0-9〇零一二三四五六七八九]{4}"
_FRAME = re.compile(
    rf"(?:^|，)\s*(?:[^，。]{{0,4}}{_ERA}年[^，。]{{0,10}}?)?"
    rf"(?:[同与和跟](?P<one>[^，。]{{2,14}})(?:相比|比较|对比)|(?P<two>[比较](?:[上去]一?|{_ERA})年(?:同期|底|末)?))，"
)
"""The base of a whole sentence, told before its figures: 同1978年相比，粮食增长16%，棉花增长66%."""


def _framed_base(fact: Fact, source: str) -> str | None:
    """Give the base that a sentence names before its figures, as `比1978年`; None where the figure has its own."""
    if fact.change is None or _own(fact):
        return None
    start = sentence_start(fact, source, "：")
    found = _FRAME.search(tight_between(source, start, fact.span.start).replace(",", "，"))
    return None if found is None else f"比{found['one']}" if found["one"] else found["two"]


def base_of(words: str) -> str | None:
    """Read the words of a base: 同比, 比上年; 环比; 比年初; 比2020年."""
    if _YEAR_BEFORE.fullmatch(words):
        return "previous_year"
    if _PERIOD_BEFORE.fullmatch(words):
        return "previous_period"
    if _YEAR_BEGUN.fullmatch(words):
        return "year_begun"
    year = _FROM_YEAR.fullmatch(words)
    return year[1] if year else None


def loses_its_base(fact: Fact, english: str, source: str) -> bool:
    """Say whether a change is measured from what the sentence does not name."""
    if _is_in_other_prices(fact, english, source) or _is_itself_the_base(fact, source) or _is_of_all_of_them(fact):
        return True
    if fact.change is None:
        return False
    own = "".join(words_of(one, source) for one in _own(fact))
    if fact.base is None and _COMPARES.match(own):
        return True
    if "年前" in own or "以前" in own or _ESTIMATED.search(own) or _ESTIMATED.search(fact.quote):
        return True
    if (fact.average or "a year on average" in english) and "-" not in (fact.period or "-"):
        began = re.search(r"\d{4}", fact.base or "")
        return began is None or began[0] not in english
    year = re.search(r"\d{4}", fact.base or "")
    if year is not None:
        return year[0] not in english or year[0] == fact.period
    if not own and "倍" in fact.quote and _OVER_YEARS.search(source, line_start(fact, source), fact.span.start):
        return True  # so many times more than when those years began
    framed = _framed_base(fact, source)
    return (framed is not None and base_of(framed) is None) or _shares_its_base(fact, source)


_COMPARES = re.compile("[比较]")


def _is_in_other_prices(fact: Fact, english: str, source: str) -> bool:
    """Say whether a sum is in prices that its sentence names and the English does not: 扣除价格因素, 按不变价格."""
    if "real terms" in english or "constant prices" in english or "comparable" in english:
        return False
    return _PRICES.search(source[full_sentence_start(fact, source) : fact.span.end]) is not None


_PRICES = re.compile("扣除(?:物价|价格|通胀|通货膨胀)|不变价|可比价")


def _is_of_all_of_them(fact: Fact) -> bool:
    """Say whether what was added is told with the growth of all that there is: 净增企业1295家、增长50.6%."""
    added = fact.deed in ADDS or (_ADDED.match(fact.quote) and canonical(prepared(fact.indicator)) is None)
    return bool(added) and fact.number is not None and fact.change is not None


_ADDED = re.compile("(?:全年|累计|共)?(?:净增|新增)")


def _is_itself_the_base(fact: Fact, source: str) -> bool:
    """Say whether a number is what another is compared with: 将比上年的二千亿元增长百分之四十."""
    if fact.number_span is None:
        return False
    start = sentence_start(fact, source, "，")
    return re.search("[比较][^，。；]{0,24}的$", source[start : fact.number_span.start]) is not None


_ESTIMATED = re.compile("[比较較][^，。；]{0,10}(?:[预預]算|估[计計]|[预預][期计計]|修[订訂])")
"""A base that was not a result: 較上年度修訂預算."""
_OVER_YEARS = re.compile("[三四五两十]年[来间，]|以来|年来|时期")
_OTHER_BASE = re.compile(r"[比较](?:[“‘]|[12][0-9]{3}年|(?:上一?|前)个?五年|同?期)[^，。；]*?(?:增|减|降|提高|上升)")


def _shares_its_base(fact: Fact, source: str) -> bool:
    """Say whether a figure before it in its sentence is measured from other years: 出口比“八五”增长49%，外资增长2倍."""
    if fact.average or fact.base not in (None, "previous_year") or _own(fact):
        return False
    return _OTHER_BASE.search(tight_between(source, full_sentence_start(fact, source), fact.span.start)) is not None
