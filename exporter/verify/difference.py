"""Say what differs between an artefact and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

What: TypeAlias = Literal["source", "model", "figure", "text"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which artefact and source differ."""

    what: What
    """`source`: its hash; `figure`: a figure as data; `model`: what the artefact says of one; `text`: what it shows."""
    found: str
    expected: str
    line: int | None = None
    """Line of the source, where the difference has one."""
