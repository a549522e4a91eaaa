"""Build reports from lines, to try the grammar of figures on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exporter.facts.extract import facts_of
from exporter.model import Block, Document, Fact, Heading, Metadata, Origin, Paragraph, Run, Span

REPORT = Metadata(title="政府工作报告", year_reviewed=2017, year_planned=2018, doc_type="work_report")


def report(*lines: str, metadata: Metadata = REPORT, origin: bool = True) -> Document:
    """Make a document of lines; one that begins with 一、 is a level-1 heading."""
    text = "\n".join(lines)
    blocks: list[Block] = []
    start = 0
    for line in lines:
        span = Span(start, start + len(line))
        runs = (Run(line, span=span if origin else None),)
        heading = re.match("[一二三四五]、", line)
        blocks.append(Heading(1, runs, span=span) if heading else Paragraph(runs, span=span))
        start = span.end + 1
    return Document(metadata, tuple(blocks), Origin("sample.txt", "text/plain", "utf-8", "", text) if origin else None)


def facts(*lines: str, metadata: Metadata = REPORT) -> tuple[Fact, ...]:
    """Give the figures of a report made of lines."""
    return facts_of(report(*lines, metadata=metadata))


def figure(fact: Fact) -> tuple[str, str | None, str | None, str | None]:
    """Give what a figure says in short: indicator, value, unit, change."""
    change = None if fact.change is None else f"{fact.change.normalize():f}"
    return fact.indicator, fact.value, fact.unit, change


def figures(facts: Iterable[Fact]) -> list[tuple[str, str | None, str | None, str | None]]:
    """Give all of them in short."""
    return [figure(fact) for fact in facts]
