"""Show how a run of many documents goes: how many of all, how fast, how long still, what failed and what took long."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TextIO, TypeAlias

from exporter.batch.jobs import Outcome, Summary
from exporter.cli.language import localized
from exporter.cli.say import width

Slow: TypeAlias = tuple[float, str]
"""Seconds, and the source that took them."""
WORST = 3
"""Documents named at the end as those that took longest."""
EVERY = 0.2
"""Seconds between two lines of progress."""
SLOW = 10.0
"""Seconds from which on a document is worth naming."""


def watched(outcomes: Iterator[Outcome], total: int, quiet: bool) -> Iterator[Outcome]:
    """Give the outcomes on, and tell on standard error how far they are, where that is a terminal."""
    stream = sys.stderr
    if quiet or not stream.isatty():
        yield from outcomes
        return
    began, shown, summary = time.monotonic(), 0.0, Summary()
    for outcome in outcomes:
        _clear(stream)
        yield outcome
        summary = summary.plus(outcome)
        now = time.monotonic()
        if now - shown > EVERY:
            _show(stream, line(summary, total, now - began))
            shown = now
    _clear(stream)


def line(summary: Summary, total: int, seconds: float) -> str:
    """Say how far a run is: done of all, documents a minute, time left, failures."""
    ended = summary.done + summary.failed + summary.skipped
    worked = summary.done + summary.failed
    parts = [localized("{} of {}").format(ended, total)]
    if worked and seconds > 0:
        rate = worked / seconds
        parts.append(localized("{} a minute").format(round(rate * 60)))
        parts.append(localized("{} left").format(clock((total - ended) / rate)))
    if summary.failed:
        parts.append(localized("{} failed").format(summary.failed))
    return ", ".join(parts)


def clock(seconds: float) -> str:
    """Give a time as hours, minutes and seconds: 1:02:03, 2:03, 0:05."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def ending(summary: Summary, slowest: list[Slow]) -> Iterator[str]:
    """Say how a run ended: how many of each, which errors how often, which documents took long."""
    counts = localized("{} done, {} unchanged, {} failed").format(summary.done, summary.skipped, summary.failed)
    codes = ", ".join(f"{count} × {code}" for code, count in sorted(summary.codes.items(), key=lambda one: -one[1]))
    yield f"{counts} ({codes})" if codes else counts
    yield from _warned(summary)
    for seconds, source in slowest:
        yield localized("took long: {} s, {}").format(round(seconds, 1), source)


def _warned(summary: Summary) -> Iterator[str]:
    """Give the warnings that most documents have; the ledger holds them all, document by document."""
    ranked = sorted(summary.warnings.items(), key=lambda one: (-one[1], one[0]))
    for message, count in ranked[:WORST]:
        yield localized("warning in {} documents: {}").format(count, localized(message))
    if len(ranked) > WORST:
        yield localized("{} other warnings; the ledger holds them all").format(len(ranked) - WORST)


def slower(slowest: list[Slow], outcome: Outcome) -> list[Slow]:
    """Keep the documents that took longest, the longest first."""
    if outcome.seconds < SLOW:
        return slowest
    return sorted([*slowest, (outcome.seconds, outcome.source)], reverse=True)[:WORST]


def _show(stream: TextIO, text: str) -> None:
    stream.write("\r" + text + " " * max(0, 60 - width(text)))
    stream.flush()


def _clear(stream: TextIO) -> None:
    stream.write("\r" + " " * 79 + "\r")
    stream.flush()
