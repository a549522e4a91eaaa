"""Find the years and the five-year plans that a folded text names."""

from __future__ import annotations

import re

from exporter.facts.numbers.numerals import chinese_number
from exporter.facts.time.period import Period, five_years


def years_in(text: str, bare: bool = False) -> list[int]:
    """Give the years that a folded text names, in order; `bare` ones have no 年 behind them (奋进2026)."""
    return [digits(found[0]) for found in (_BARE if bare else _YEAR).finditer(text)]


def plans_in(text: str) -> list[Period]:
    """Give the years of the five-year plans that a folded text names, in order."""
    return [five_years(int(chinese_number(found[1] or found[2]) or 1)) for found in _PLAN_NAME.finditer(text)]


def names_a_paper(heading: str, word: str) -> bool:
    """Say whether a heading names the paper that follows, by its plan: it holds what was and what is aimed at."""
    return word in ("plan", "ordinal") and _PAPER.search(heading) is not None


def digits(word: str) -> int:
    """Read a year, a day or a count in Arabic or Chinese digits; 0 for what is none."""
    return int(word) if word.isascii() else int(chinese_number(word) or 0)


_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?=年(?!远景))|(?<![一二三四五六七八九十零])[一二][零一二三四五六七八九]{3}(?=年(?!远景))"
)
_BARE = re.compile(
    rf"{_YEAR.pattern}|(?<![\d.])20\d{{2}}(?![\d.%年万亿千多余个户人名公米吨元]|计划|行动|工程|战略|议程)"
)
_PAPER = re.compile(
    "^(?!第|[一二三四五六七八九十]{1,3}、(?:关于)?[^，、]{2,5}(?:规划|计划)$).{0,30}(?:规划|纲要|计划|方案)(?:（[^（）]*）)?$"
)
_ORDINAL = "(十[一二三四五六]?|[一二三四五六七八九])"
_PLAN_NAME = re.compile(rf"[“‘「\"]{_ORDINAL}五[”’」\"]|第{_ORDINAL}个五年")
