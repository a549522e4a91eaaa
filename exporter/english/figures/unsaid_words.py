"""Tell which words of a clause English may leave out, and by which of its own words it says them all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from exporter.style import data_folder

MAX_WORDS = 12
"""Longest stretch that is taken for a row of such words, in characters."""


def may_be_left_out(words: str, english: str) -> bool:
    """Say whether a stretch is a row of words that English needs not, or says in its own way."""
    if not words:
        return True
    if len(words) > MAX_WORDS:
        return False
    return any(
        said is not None and said.search(english) is not None and may_be_left_out(words[length:], english)
        for length in range(len(words), 0, -1)
        if (said := omissions().get(words[:length])) is not None
    )


@cache
def omissions() -> Mapping[str, re.Pattern[str]]:
    """Load the words, each with what in English says it; an empty pattern where nothing need."""
    lines = (data_folder("source") / "omissions.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return MappingProxyType({row[0]: re.compile(row[1], re.IGNORECASE) for row in rows})
