"""Check figures against each other, and say as notices where they contradict."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import Fact, Notice


def notices_of(facts: Sequence[Fact]) -> tuple[Notice, ...]:
    """Give a notice for each figure that contradicts another."""
    return ()
