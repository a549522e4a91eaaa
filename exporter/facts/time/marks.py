"""Hold the words of a sentence that name a time, and what a sentence takes for granted of its time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.facts.time.period import Period

MarkRole: TypeAlias = Literal["at", "base", "compared", "passing"]
"""`base`: where a change set out (由2011年的…); `compared`: what is compared with (比2011年); `passing`: a plan or
a year that is named and dates nothing (编制“十五五”规划)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence takes for granted of its time."""

    reviewed: int | None = None
    planned: int | None = None
    ahead: bool = False
    """It stands among plans."""
    focus: Period | None = None
    """The time that its section or paragraph speaks of."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a sentence that name a time."""

    start: int
    end: int
    period: Period
    role: MarkRole
    local: bool = False
    """It speaks for its own clause alone (到2007年，…；五年累计…)."""
    towards: bool = False
    """It says by when (到2020年)."""
    word: str = ""
    """Which kind of word it is: a name of `_WORDS`."""
