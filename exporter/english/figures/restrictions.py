"""Say whether words around a figure set bounds to it that its sentence lacks: （不含三县，下同）, 按…计算."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.english.figures.starts import clause_start, full_sentence_start, sentence_start, tight_between
from exporter.model import Fact

_BRACKET = "（[^）]{0,24}(?:不含|不包括|口径|剔除|扣除|下同|以下简称|其中)[^）]{0,24}）"
_RESTRICTED = re.compile(
    f"{_BRACKET}|应当|如果|假如|倘若|按(?!可比)[^，。]{{0,14}}(?:计算|口径)"
    "|用[0-9至到—～-]{1,6}年(?:左右)?的?时间|对[^，。]{4,40}的(?:投入|支持)(?:力度)?，[^，。]*(?:支出|投入)"
    "|(?:未(?!来|成年|婚)|不再|没有|尚未|并未|拟|计划)(?=[^，。]*、[^，。]*分别)"
)
_FORESEEN = re.compile("(?:根据|据)(?:初步)?(?:预计|估计|预测|测算|估算)")
_BEHIND = re.compile(f"[^，。；、]{{0,6}}{_BRACKET}")
_LESS = re.compile("(?<!加计)(?:扣除|剔除|不含|不计|不包括)(?!物价|价格|通胀)[^，。；0-9]{2,}")
"""What the clause itself takes off: 扣除房地产开发投资增长6%."""
_HOLIDAYS = re.compile(
    "(?:国庆|春节|五一”?|中秋|元旦|端午|清明|双节|假日)[^，。；]{0,4}(?:假期|期间|黄金周|长假)|节日期间|暑期|雪季|黄金周"
)
"""A part of the year that a sentence speaks of, whose figures are not those of the year."""
_AT_A_TIME = re.compile("holiday|Festival|season|summer|Golden Week")
_GROUPS = re.compile("限额以上|限上|规模以上|规上")


def is_restricted(fact: Fact, english: str, source: str) -> bool:
    """Say whether words of its sentence set bounds to a figure that its name lacks."""
    if 0 <= _left_out_below(source) < fact.span.start:
        return True
    start = sentence_start(fact, source)
    before = _without_what_is_said(tight_between(source, start, fact.span.end), english)
    if _HOLIDAYS.search(before) is not None and not _AT_A_TIME.search(english):
        return True
    if _RESTRICTED.search(before) is not None or ("按可比" in before and "comparable" not in english):
        return True
    if fact.kind == "actual" and _FORESEEN.search(
        tight_between(source, full_sentence_start(fact, source), fact.span.end)
    ):
        return True
    if _is_of_some(fact, english, source) or _is_of_another(fact, source) or _counts_countries(fact, source):
        return True
    if _BEHIND.match(tight_between(source, fact.span.end, fact.span.end + 60)) is not None:
        return True
    clause = clause_start(fact, source)
    said = tight_between(source, clause, fact.span.end).strip()
    if _LESS.search(said) is not None and "excluding" not in english:
        return True
    if said.startswith("对") and "对" not in fact.indicator and "、" in said:
        return True
    return _GROUPS.match(said) is not None and not _GROUPS.search(fact.indicator)


def _is_of_some(fact: Fact, english: str, source: str) -> bool:
    """Say whether a figure is of a part (a row marked with #) or of the group of its sentence, and its English not."""
    if _SAYS_OF_WHAT.match(english):
        return False
    before = tight_between(source, full_sentence_start(fact, source), fact.span.start)
    return fact.quote.startswith("#") or _AMONG.search(before) is not None


_SAYS_OF_WHAT = re.compile("(?:In [^,]+, )?(?:[Oo]f|[Aa]mong) ")
_AMONG = re.compile("(?:行业|产业|企业|产品|商品|单位|工业|部门|领域|品种)中[，,]")
"""A group that a sentence opens with, to which all of its figures are bound: 重点行业中，石油…；石化…"""


def _is_of_another(fact: Fact, source: str) -> bool:
    """Say whether a part is told of between the name and its figure: 其中一般预算收入增幅超过…，|完成…."""
    told = [one.span.end for one in fact.account if one.role == "thing" and one.inherited]
    return bool(told) and _A_PART.search(tight_between(source, told[0], fact.span.start)) is not None


_A_PART = re.compile("其中[^，。；0-9]{2,}，$")


def _counts_countries(fact: Fact, source: str) -> bool:
    """Say whether countries are counted of which something else is told: 30个|国家的领导人来访."""
    behind = tight_between(source, fact.span.end, fact.span.end + 3)
    return fact.indicator.startswith("国家") and behind == "国家的"


def _without_what_is_said(text: str, english: str) -> str:
    """Take out the bounds that the English says, or that its indicator always has."""
    if "per capita" in english.lower():
        text = _BY_RESIDENTS.sub("", text)
    return _NO_FARMERS.sub("", text) if "excluding rural households" in english else text


_BY_RESIDENTS = re.compile("按常住人口(?:计算|口径)")
_NO_FARMERS = re.compile("投资（不含农户）(?!.*（不含)")


@lru_cache(maxsize=8)
def _left_out_below(source: str) -> int:
    """Give where a text says what all its figures below leave out, or -1: （不含三县，下同）."""
    found = LEFT_OUT_BELOW.search(source)
    return found.start() if found else -1


LEFT_OUT_BELOW = re.compile("[（(][^（()）]{0,24}(?:不含|不包括|剔除|扣除)[^（()）]{0,24}下同[^（()）]{0,4}[）)]")
