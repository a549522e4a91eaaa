"""Say a figure in Chinese: what came about with its year, what is promised."""

from __future__ import annotations

from exporter.brief.names import done_to
from exporter.brief.wording import change_zh, figure_zh
from exporter.english.figures.values import paced
from exporter.model import Fact


def finding_zh(fact: Fact) -> str:
    """Say a result, a target or a rank with its year: 2018年地区生产总值目标为增长8%以上."""
    if fact.change_kind == "rank":
        quote = "".join(fact.quote.split()).strip("，、；。")
        return f"{quote if fact.indicator in quote else fact.indicator + quote}"
    change = _since(fact) + said if fact.value is not None and (said := change_zh(fact)) else ""
    aim = {"target": "目标为", "estimate": "预计为"}.get(fact.kind, "") + _mean(fact)
    return f"{fact.period}年{fact.indicator}{aim}{figure_zh(fact)}{'，' if change else ''}{change}"


def _since(fact: Fact) -> str:
    """Say since when a figure changed, where that is longer than a year."""
    base, period = fact.base or "", fact.period or ""
    return f"比{base}年" if base.isdecimal() and period.isdecimal() and int(base) < int(period) - 1 else ""


def statement_zh(fact: Fact) -> str:
    """Say what is promised in a few words, with its year where the English says one: 新增公共停车位1500个以上."""
    verb, figure = fact.deed or "", figure_zh(fact)
    if fact.indicator.startswith(verb) or figure.startswith(verb):
        verb = ""
    dated = fact.period is not None and fact.period in (fact.english or "")
    change = f"，{said}" if fact.value is not None and (said := change_zh(fact)) else ""
    return f"{_mean(fact)}{done_to(verb, fact.indicator)}{figure}{f'（{fact.period}年）' if dated else ''}{change}"


def _mean(fact: Fact) -> str:
    """Say that a figure is that of a year of several: 年均, 每年."""
    return "年均" if fact.average else "" if fact.indicator.startswith(paced(fact)) else paced(fact)
