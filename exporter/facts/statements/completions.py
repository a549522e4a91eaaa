"""Read how much of a plan, a budget or a task was completed: 完成年初预算的102.3%."""

from __future__ import annotations

import dataclasses
import re

from exporter.facts.statements.groups import Group
from exporter.facts.statements.leads import Lead


def completed(text: str, group: Group, lead: Lead) -> Lead:
    """Read a lead that ends in a plan whose part the number is; any other lead comes back as it was."""
    number = group.quantities[0]
    if above := beyond_plan(text, group.lead[0], number.start):
        said = number.kind in _BEYOND_BY and (number.number or 0) < 100
        return _beyond(text, lead, above.span()) if said and above.start() >= lead.start else lead
    if number.kind != "percent" or number.form not in ("plain", "share"):
        return lead
    found = _PLAN.search(text, group.lead[0], number.start)
    if found is None or _ABOVE.search(text, max(group.lead[0], found.start() - 2), found.start()):
        return lead
    end = found.start()
    while end > lead.start and text[end - 1] in "只仅已也均都":
        end -= 1
    each = end < found.start() or text.endswith("分别", group.lead[0], end)
    end -= 2 * text.endswith("分别", group.lead[0], end)
    return dataclasses.replace(
        lead, end=max(end, lead.start), role="completion", sign=0, each=each, whole=None, since=found.span(), tail=()
    )


def beyond_plan(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the plan right before a number, where the number says by how much it was exceeded: 超额完成年度计划|12%."""
    return _BEYOND.search(text, start, end)


def _beyond(text: str, lead: Lead, said: tuple[int, int]) -> Lead:
    """Read a lead that ends in a plan which was exceeded: a change from the plan."""
    last = end = said[0]
    while last > lead.start and text[last - 1] in "均都各已":
        last -= 1
    last -= 2 * text.endswith("分别", lead.start, last)
    return dataclasses.replace(
        lead, end=last, role="change", sign=1, each=last < end, whole=None, compared=-1, since=said, tail=()
    )


_BEYOND_BY = ("percent", "point", "money")
_BEYOND = re.compile(
    r"(?:超额完成|超出|超过|超|高于)了?(?P<plan>[^，。；、：\d占为]{0,10}?(?:预算|计划|任务|(?<!期)目标|预期目标)[数值]?(?:任务|进度)?)"
    r"(?:达到|达)?[近约]? ?$"
)
_PLAN = re.compile(
    r"(?:(?:超额)?(?:已|已经|提前|圆满)?(?:完成|达到|达|为|占|是)(?:了|到)?)"
    r"[^，。；、：\d占为]{0,12}?(?:预算数?|计划数?|目标数?|任务数?|目标任务|目标值|任务目标|计划目标|预期目标)的? ?$"
)
_ABOVE = re.compile("[不未]$")
