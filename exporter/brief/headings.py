"""Take headings for what they say: their words without a number, and whether they say anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from exporter.model import Heading, Pair, Run, lines_of


def untold(outline: Iterable[Pair], tasks: Iterable[Pair]) -> list[Pair]:
    """Give the headings of an outline that are none of the tasks told."""
    told = [line for pair in tasks for line in lines_of(pair.zh[0])]
    return [pair for pair in outline if not any(task in line for line in lines_of(pair.zh[0]) for task in told)]


def tells(lines: Iterable[str]) -> bool:
    """Tell whether a heading says more than which part of a report it heads: 二、2021年主要任务."""
    return not any(_EVERY_REPORTS.fullmatch(line) for line in lines)


_EVERY_REPORTS = re.compile(
    r"(?:[一二三四五六七八九十]+、|\d{4}年?|[—－-]|今年|过去|[一五]年来?|[年的及和与来为]|工作|主要|重点|任务|回顾|总结"
    r"|总体|部署|安排|目标|要求|打算|思路|政府|经济社会发展|预期|全年|完成|情况|成就|“?十[二三四五]五”?|时期|设想)+"
)


def are_fields(runs: Sequence[Run]) -> bool:
    """Tell whether headings name only fields, as those of livelihood projects do: 医疗卫生方面."""
    return 2 * sum(run.text.endswith(("方面", "领域")) for run in runs) > len(runs)


def bare(heading: Heading) -> Run:
    """Give the words of a heading without its number and what joins it to the list."""
    said = "".join(run.text for run in heading.runs if run.role != "mark")
    text = _ORDINAL.sub("", _MARK.sub("", said)).rstrip("。")
    return Run(text, span=heading.span)


_MARK = re.compile(r"\[\d{1,3}\]")
_ORDINAL = re.compile(
    r"^(?:——|\d+(?:\.\d+)*[\s、.．]+|[一二三四五六七八九十]{1,3}(?:是|、)|第[一二三四五六七八九十]{1,3}[，、])"
)


def named(report: bool, whole: bool) -> tuple[str, str]:
    """Name a list of headings in both languages; `whole`: all of a report's own stand in it."""
    if not report:
        return "各部分", "Parts"
    return ("报告结构", "Structure of the report") if whole else ("报告其他部分", "Other parts of the report")
