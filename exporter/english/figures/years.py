"""Say whether the years that a figure is dated to are not those that its passage tells of."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import is_pieces
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.spans import come_to_by
from exporter.english.figures.starts import (
    before_number,
    clause_start,
    full_sentence_start,
    last_in,
    line_of,
    line_start,
    sentence_start,
    stays,
    tight,
    tight_between,
)
from exporter.english.grammar.headings import prepared
from exporter.english.words.numbering import chinese_number
from exporter.model import Fact

_PERCENT = ("%", "％", "‰")


def loses_its_years(fact: Fact, subject: Measurand, english: str, source: str) -> bool:
    """Say whether a sum, a change or what was done would be told of other years than its passage tells it of."""
    return (
        _is_level_of_a_span(fact, subject, source)
        or _adds_up_to_a_year(fact, english, source)
        or _shares_a_pace(fact, english, source)
        or _is_since_then(fact, english, source)
        or _is_told_of_another_time(fact, source)
        or _is_amid_a_year(fact, source)
    )


def _is_amid_a_year(fact: Fact, source: str) -> bool:
    """Say whether a passage that tells of a single year has a figure dated to several: 全年粮食总产…。新设企业680家."""
    if fact.kind != "actual" or fact.average or not _SPAN.fullmatch(fact.period or ""):
        return False
    said = tight_between(source, full_sentence_start(fact, source), fact.span.end)
    line = source[line_start(fact, source) :].partition("\n")[0]
    if _OF_SEVERAL.search(said) is not None:
        return False
    grew = fact.number is not None and fact.change_kind == "percent" and fact.base in (None, "previous_year")
    return grew or (_OF_ONE.search(line) is not None and _OF_SEVERAL.search(line) is None)


_OF_ONE = re.compile("全年|[比较]上年|同比|上年同期")
_OF_SEVERAL = re.compile(
    "[三四五两十几][年多]|“[一二三四五六七八九十]{1,4}五”|累计|年均|以来|时期|期间|[12][0-9]{3}年?(?:以来|[-—～至到])"
)


def _is_level_of_a_span(fact: Fact, subject: Measurand, source: str) -> bool:
    """Say whether a level is dated to several years, which no word sums up, and in which it did not stay."""
    if not _SPAN.fullmatch(fact.period or "") or fact.number is None or stays(fact) or _is_held(fact):
        return False
    if come_to_by(fact) is not None:
        return False
    if fact.measure not in ("level", "flow", "share", "ratio"):
        return False
    if _SPAN.fullmatch(fact.base or ""):
        return False  # what is compared with years is their sum
    if fact.unit in _PERCENT:
        return True
    until = fact.number_span.start if fact.number_span else fact.span.end
    clause = source[clause_start(fact, source) : until].replace("增加值", "")
    return fact.deed is None and not subject.done and not _SUMMED.search(clause)


def _is_held(fact: Fact) -> bool:
    """Say whether a level was kept within a bound all the time: 失业率控制在4%以内."""
    return re.search("控制在?$", before_number(fact)) is not None


_SUMMED = re.compile("累计|(?<!公)共(?!同|享|建)|总计|合计|[三四五两十]年|每年|年均|年平均|新增|增加|净增|以来")


def _adds_up_to_a_year(fact: Fact, english: str, source: str) -> bool:
    """Say whether a sum of years would be told as that of the last: 到2016年，…；投资累计达到600亿元."""
    if fact.number is None or fact.unit in _PERCENT or not _ONE_YEAR.fullmatch(fact.period or ""):
        return False
    if _SPAN.fullmatch(fact.base or "") or (fact.kind == "actual" and _is_built_by_then(fact, source)):
        return True  # 比“十一五”期间增长: a sum of as many years
    if " increased to " in english or "累计" not in prepared(source[clause_start(fact, source) : fact.span.end]):
        return False
    said = tight_between(source, full_sentence_start(fact, source), fact.span.start)
    return f"到{fact.period}年" in said or _OF_THE_YEAR.search(said) is None


def _is_built_by_then(fact: Fact, source: str) -> bool:
    """Say whether all that was built by a year would be told as built in it: 到2015年，…。建成自然保护区2740个."""
    by = f"到{fact.period}年" in tight_between(source, line_start(fact, source), fact.span.start)
    return by and fact.deed is not None and is_pieces(fact)


def _is_told_of_another_time(fact: Fact, source: str) -> bool:
    """Say whether words of the passage speak of the past where a target was read, or of other years than were read."""
    if fact.kind == "target":
        before = tight_between(source, line_start(fact, source), fact.span.end)
        last = last_in(_PAST_OR_PLANNED, before)
        return last is not None and last["past"] is not None
    span = _SPAN.fullmatch(fact.period or "")
    if span is None:
        return False
    told = _SO_MANY_YEARS.search(tight_between(source, sentence_start(fact, source), fact.span.start))
    first, last_year = map(int, span[0].split("-"))
    return told is not None and chinese_number(told[1]) != last_year - first + 1


_PAST_OR_PLANNED = re.compile(
    "(?P<past>过去[一三五]年|(?<![比较与同])去年，|[一三四五]年(?:来|[^，。；]{0,4}共)|比前[三五]年)|今年|明年|[12][0-9]{3}年|未来|今后|将|要|力争|确保|目标|预期"
)
_SO_MANY_YEARS = re.compile("([2-9二三四五六七八两])年来，")


def _shares_a_pace(fact: Fact, english: str, source: str) -> bool:
    """Say whether a list is told at a pace that only its first names: 平均每年新增就业9万人、转移就业8万人."""
    if fact.average or fact.number is None or _PACED.search(english):
        return False
    before = source[clause_start(fact, source) : fact.span.start]
    return "、" in before and _EACH.search(before) is not None and fact.unit not in _PERCENT


_EACH = re.compile("每[年月日天]|年均|月均|日均")
_PACED = re.compile(r"\ba (?:year|month|day)\b|\bon average\b|\beach (?:year|month|day)\b")


def _is_since_then(fact: Fact, english: str, source: str) -> bool:
    """Say whether a sentence speaks of several years, and one of them is given: 2018年以来，…; 五年来，…; 建成后，…."""
    if _WITHIN.search(tight_between(source, full_sentence_start(fact, source), fact.span.end)):
        return True
    if _ranks_over_years(fact, source) or _changes_over_years(fact, source) or _is_since_another(fact, english, source):
        return True
    if not _ONE_YEAR.fullmatch(fact.period or "") or fact.change_kind in ("percent", "rank"):
        return False
    until = fact.number_span.start if fact.number_span else fact.span.end
    said = tight_between(source, full_sentence_start(fact, source), until)
    return _SEVERAL_YEARS.search(said) is not None and _OWN_YEAR.search(tight(fact.quote)) is None


def _is_since_another(fact: Fact, english: str, source: str) -> bool:
    """Say whether the sentence counts from a year that its period ends with, or leaves out: 从2015年开始，补偿900人."""
    said = tight_between(source, full_sentence_start(fact, source), fact.span.end)
    last = last_in(_FROM, said)
    if last is None or fact.change is not None or _OWN_YEAR.search(said, last.end()):
        return False
    period = fact.period or ""
    return not period.startswith(last[1]) or (period == last[1] and period in english)


_FROM = re.compile("[从自]?([12][0-9]{3})年(?:开始|起)")
_WITHIN = re.compile("[1-9一二两三四五][—－~～至到-]{1,2}[2-9二三四五六]年(?:之?内|时间)")
"""A span that ends in one year or another: 1—2年内."""


def _changes_over_years(fact: Fact, source: str) -> bool:
    """Say whether a change with no base stands in a passage on several years: 这五年，…。城镇化率提高4个百分点."""
    if fact.change is None or fact.average or not _ONE_YEAR.fullmatch(fact.period or ""):
        return False
    if any(one.role == "base" for one in fact.account):
        return False
    before = tight_between(source, line_start(fact, source), fact.span.end)
    own = last_in(_YEARS_OR_YEAR, before)
    if own is None and fact.number is not None and _MEANS.search(line_of(fact, source)) is not None:
        return True  # told beside means of several years
    last = own or _in_the_heading(tight(prepared(fact.section or "")))
    if last is None and fact.number is not None and fact.change_kind == "percentage_points":
        above = tight_between(source, max(0, line_start(fact, source) - _ABOVE), fact.span.end)
        last = last_in(_YEARS_OR_YEAR, above)
    return last is not None and last["several"] is not None


def _ranks_over_years(fact: Fact, source: str) -> bool:
    """Say whether a growth that ranks may be that of several years: 城镇化率提高4个百分点，|增幅全省第一."""
    if fact.change_kind != "rank" or not _ONE_YEAR.fullmatch(fact.period or "") or not _A_RISE.search(fact.quote):
        return False
    last = last_in(_YEARS_OR_YEAR, tight_between(source, line_start(fact, source), fact.span.end))
    last = last or _in_the_heading(tight(prepared(fact.section or "")))
    line = line_of(fact, source)
    return last["several"] is not None if last is not None else _MEANS.search(line) is not None or "累计" in line


_A_RISE = re.compile("[增升降涨]幅|提[升高]幅度")


def _in_the_heading(heading: str) -> re.Match[str] | None:
    """Find the years of a heading; none in one that names a year as well, under which each figure has its own."""
    found = list(_YEARS_OR_YEAR.finditer(heading))
    return found[-1] if len({one["several"] is None for one in found}) == 1 else None


_MEANS = re.compile("年均|年平均|平均每年")
_ABOVE = 1500
"""How far above its line, in characters, what years a rise by points spans is looked for."""


_YEARS_OR_YEAR = re.compile(
    "(?P<several>(?:过去|这|近|前|(?<![0-9第十二三四五六七八九]))[三四五]年(?:来|间|，|里|中|，|是)|[“‘][一二三四五六七八九十]+五[”’](?:时期|期间|以来)|[0-9]{4}年以来)|"
    "[12][0-9]{3}年|全年|去年|今年|当年|年末|年底|一年来|上年|同比"
)
_SEVERAL_YEARS = re.compile(
    "[0-9]{4}年以来|[二三四五十两几][多余]?年(?:来|间|时间)|(?:建成|投产|达产|完成|实施|运营)后，"
)
_OWN_YEAR = re.compile("[12][0-9]{3}年(?!以来)|全年|去年|今年|当年|年末|年底|目前")
_OF_THE_YEAR = re.compile("[12][0-9]{3}年(?!以来)|全年|去年|今年(?!以来)|当年|年内|一年来|这一年")


_ONE_YEAR = re.compile(r"\d{4}")
_SPAN = re.compile(r"\d{4}-\d{4}")
