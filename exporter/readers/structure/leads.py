"""Find paragraphs that open with a phrase as their neighbours do: each says in a few words what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from exporter.readers.lines.recognisers import SALUTATION
from exporter.readers.structure.shapes import Entry, first_stop

PLAIN, LONG = 36, 48
"""Longest opening phrase, in characters; the longer one where all of a series begin with the same words."""
PARAGRAPH = 60
"""Shortest paragraph, in characters, that a phrase opens."""
SAME = 3
"""Characters that openings of one series begin with."""
APART = 3
"""Characters by which clauses of openings that are built alike differ at the most."""
WORD = 2
"""Characters that an opening which is built unlike the others beside it shares with one of the document."""
NEAR = 2
"""How many paragraphs apart two openings of a series may stand."""
_TELLS = re.compile(
    r"(?<![特于但可总只凡还])是(?!否|非)|(?<!为)了(?!解)|(?:意味|体现|存在|面临|反映)着|关键在|必须|没有|已经|也"
)
"""What a sentence has that tells something, and a phrase that names a subject has not."""
_SETS_OUT = re.compile(
    r"^(?:这|此|其|但|同时|当前|目前|过去|今后|近年|去年|今年|回顾|展望|一年来|[一二三四五]+年|我们|我国|中国|经过|要)"
    r"|^(?:在|通过|随着|面对|当|自)[^，]{1,20}，"
)
"""What a sentence sets out with; where all of a series do, each is a phrase."""


def leads_of(entries: Sequence[Entry]) -> dict[int, int]:
    """Give where the opening phrase of each paragraph that has one ends, by the paragraph's index."""
    parts = list(_openings(entries))
    series = [
        {at for at, text in opens.items() if any(_alike(text, near) for near in _near(opens, at))} for opens in parts
    ]
    words = {opens[at][:WORD] for opens, places in zip(parts, series, strict=True) for at in places}
    found: dict[int, int] = {}
    for opens, places in zip(parts, series, strict=True):
        longer = {at for at, text in opens.items() if len(places) > 1 and text[:WORD] in words and _names(text, 1)}
        found |= {at: len(opens[at]) for at in places | longer}
    return found


def _openings(entries: Sequence[Entry]) -> Iterator[dict[int, str]]:
    """Give the first sentences of paragraphs that stand below one heading, by the paragraph's index."""
    for shape, group in groupby(enumerate(entries), key=lambda pair: pair[1].shape):
        if shape == "paragraph":
            found = {at: entry.line.text[: _stop(entry.line.text) + 1] for at, entry in group if not _is_counted(entry)}
            yield {at: text for at, text in found.items() if text}


def _is_counted(entry: Entry) -> bool:
    """Tell a paragraph that a number counts of which no fellow has a heading: （二）; nor is its first sentence one."""
    return entry.number is not None and entry.kind in ("han", "han_paren")


def _stop(text: str) -> int:
    """Give where the first sentence of a paragraph ends if it can be an opening phrase; else -1."""
    if len(text) < PARAGRAPH or SALUTATION.match(text):
        return -1
    stop = first_stop(text, 0, LONG)
    able = stop > 3 and text[stop] == "。" and stop < len(text) - 1 and not re.search(r"\d", text[:stop])
    return stop if able else -1


def _near(opens: dict[int, str], at: int) -> Iterator[str]:
    yield from (opens[other] for other in range(at - NEAR, at + NEAR + 1) if other != at and other in opens)


def _alike(one: str, other: str) -> bool:
    """Tell whether two openings are of a series: the same words begin them, or they are built alike."""
    if one.count("，") != other.count("，") or _TELLS.search(one) or _TELLS.search(other):
        return False
    if one[:SAME] == other[:SAME]:
        return True
    if not (_names(one) and _names(other)):
        return False
    sizes = [[len(clause) for clause in text.split("，")] for text in (one, other)]
    near = all(abs(left - right) <= APART for left, right in zip(*sizes, strict=True))
    return "，" not in one or near or one[:WORD] == other[:WORD]


def _names(text: str, clauses: int = 9) -> bool:
    """Tell whether an opening by itself can name a subject, in so many clauses behind the first at the most."""
    if len(text) > PLAIN or text.count("，") > clauses:
        return False
    return _TELLS.search(text) is None and _SETS_OUT.search(text) is None
