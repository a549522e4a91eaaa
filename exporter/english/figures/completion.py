"""Say how far a plan was fulfilled: revenue reached 102.3 percent of the annual budget."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from exporter.english.figures.measurand import Measurand
from exporter.english.figures.portions import times_over
from exporter.english.figures.values import change_amount, change_behind, value_in_english
from exporter.english.grammar.headings import prepared
from exporter.english.words.numbers import bounded
from exporter.model import Fact

_PLANS: Mapping[str, str] = MappingProxyType(
    {"预算": "budgeted figure", "目标": "target", "计划": "plan", "任务": "target"}
)
_WHICH: Mapping[str, str] = MappingProxyType(
    {"年初": "original", "调整": "adjusted", "全年": "annual", "年度": "annual", "年": "annual", "": ""}
)
_GIVERS: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        "国家": " set by the state",
        "省": " set by the province",
        "市": " set by the city",
        "上级": " set by higher authorities",
    }
)
_PLAN = re.compile(
    r"(?P<giver>国家|省|市|上级)?(?:级|委|政府)?(?:下达|定|核定|分配)?的?(?P<which>年初|调整|全年|年度|年)?(?:的)?"
    r"(?P<sum>投资)?(?P<what>预算|目标|计划|任务)(?:数|任务|目标)?的?$"
)


def completed(fact: Fact, subject: Measurand) -> str | None:
    """Say which part of a plan was done; None where the plan cannot be named."""
    plan, value = _plan(fact), value_in_english(fact)
    if plan is None or value is None or fact.kind == "target" or fact.change is not None:
        return None
    if "investment" in plan and subject.noun.startswith("number of "):
        return None  # 实施项目156个，完成投资计划的108%: of what was to be spent on them, not of their number
    if _SPENT_ON.search(subject.head) and "investment" not in plan:
        return None  # 重点项目156个，完成投资187亿元，占计划的112%: of the investment
    reached = "fulfilled" if " investment plan" in plan and subject.plural else "reached"
    if fact.kind == "estimate":
        reached = f"{subject.be} estimated to reach"
    return f"{subject.full} {reached} {value} of {plan}"


def against_plan(fact: Fact, subject: Measurand) -> str | None:
    """Say by how much a plan was exceeded or not reached: revenue fell short of the budget by 1 million yuan."""
    size = change_amount(fact)
    if fact.kind != "actual" or not fact.change or size is None:
        return None
    before = prepared(fact.quote[: max(0, (fact.number_span or fact.span).start - fact.span.start)])
    plan = _plan_in((_OF_BUDGETS if fact.deed in ("短收", "超收") else _BY).sub("", before) or "预算")
    size = bounded(size, fact.change_bound if fact.change_bound != "exact" else fact.bound)
    moved = "exceeded" if fact.change > 0 else "fell short of"
    return f"{subject.full} {moved} {plan} by {size}" if plan else None


_OF_BUDGETS = re.compile("^.*?(?=(?:年初|调整)?预算数?[短超]收$)|[短超]收了?$|^(?!.*预算).*$")
_BY = re.compile("(?:达到?)?[近约]?$")


def with_change(fact: Fact, said: str) -> str | None:
    """Say behind a level which part of its budget it is, and how it changed; None where a change cannot be said."""
    found = _OF_BUDGET.search(prepared(fact.quote)) if fact.number is not None and fact.kind == "actual" else None
    planned = f"{found['part']} percent of the budgeted figure" if found else ""
    if fact.change is None or fact.change_kind == "none":
        return f"{said}, {planned}" if planned else said
    change = times_over(fact) or change_behind(fact)
    return f"{said}, {planned}{' and ' if planned else ''}{change}" if change else None


_OF_BUDGET = re.compile(r"元，完成(?:了)?预算的?(?P<part>[0-9.]+)%(?=，)")
_SPENT_ON = re.compile(r"\b(?:projects|enterprises|works|programs)$")
"""What money is spent on, which a plan counts more often than the things."""


def _plan(fact: Fact) -> str | None:
    at = (fact.number_span.start if fact.number_span else fact.span.end) - fact.span.start
    return _plan_in(prepared(fact.quote[:at]).removesuffix("的"))


def _plan_in(before: str) -> str | None:
    """Name the plan that some words end in."""
    found = _PLAN.search(before)
    if found is None:
        return None
    which = _WHICH[found["which"] or ""]
    of = "investment " if found["sum"] else ""
    what = "quota" if found["giver"] and found["what"] == "任务" else _PLANS[found["what"]]
    return f"the {which} {of}{what}".replace("  ", " ") + _GIVERS[found["giver"] or ""]
