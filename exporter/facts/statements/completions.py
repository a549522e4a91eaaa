"""Read how much of a plan, a budget or a task was completed: 完成年初预算的102.3%."""

from __future__ import annotations

import dataclasses
import re

from exporter.facts.statements.groups import Group
from exporter.facts.statements.leads import Lead


def completed(text: str, group: Group, lead: Lead) -> Lead:
    """Read a lead that ends in a plan whose part the number is; any other lead comes back as it was."""
    number = group.quantities[0]
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


_PLAN = re.compile(
    r"(?:(?:超额)?(?:已|已经|提前|圆满)?(?:完成|达到|达|为|占|是)(?:了|到)?)"
    r"[^，。；、：\d占为]{0,12}?(?:预算数?|计划数?|目标数?|任务数?|目标任务|目标值|任务目标|计划目标|预期目标)的? ?$"
)
_ABOVE = re.compile("[不未]$")
