"""Pair the figures that a text must say with those that its English says, by value and kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from exporter.english.guard.chinese_numbers import Wanted
from exporter.english.guard.english_numbers import Mention, MentionKind
from exporter.model import Bound


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The mentions of an English text by value, so that a figure is looked for among its equals alone."""

    said: Sequence[Mention]
    places: Mapping[Decimal, OrderedDict[int, None]]
    values: Sequence[Decimal]
    """All values, in order, for what is rounded."""


_LOOKED_AT = 24
"""Mentions of one value that are compared; a sentence never says one so often."""


def _shelved(said: Sequence[Mention]) -> _Shelf:
    places: dict[Decimal, OrderedDict[int, None]] = {}
    for index, mention in enumerate(said):
        places.setdefault(mention.value, OrderedDict())[index] = None
    return _Shelf(said, places, sorted(places))


def matched(wanted: Sequence[Wanted], said: Sequence[Mention]) -> tuple[dict[int, int], dict[int, int]]:
    """Pair each wanted figure with a mention of its value: in kind, and, of those left, in value alone."""
    free, every = _shelved(said), _shelved(said)
    pairs, near = dict[int, int](), dict[int, int]()
    for place, want in enumerate(wanted):
        index = _first(want, free, True)
        if index is None and want.values[0][1] == "year":
            index = _first(want, every, True)  # a year is said once for several
        if index is not None:
            pairs[place] = index
            free.places[said[index].value].pop(index, None)
    for place, want in enumerate(wanted):
        if place not in pairs and (index := _first(want, free, False)) is not None:
            near[place] = index
            free.places[said[index].value].pop(index, None)
    return pairs, near


def _first(want: Wanted, shelf: _Shelf, in_kind: bool) -> int | None:
    """Give the first free mention of a wanted figure, one that keeps its bound before others."""
    fit = sorted(
        {
            index
            for value, kind in want.values
            for equal in equals(value, shelf.values, want.loose)
            for index in islice(shelf.places.get(equal, ()), _LOOKED_AT)
            if not in_kind or _same_kind(kind, shelf.said[index])
        }
    )
    return next((index for index in fit if bound_kept(want.bound, shelf.said[index].bound)), next(iter(fit), None))


def equals(value: Decimal, values: Sequence[Decimal], loose: bool) -> Sequence[Decimal]:
    """Give the values that count as a value: itself, or, of what is rounded, those within half a percent."""
    if not loose:
        return (value,)
    margin = abs(value) * Decimal("0.005")
    start = bisect_left(values, value - margin)
    return values[start : min(bisect_right(values, value + margin), start + _LOOKED_AT)]


def _same_kind(kind: MentionKind, mention: Mention) -> bool:
    match kind:
        case "money":
            return mention.kind == "money" or (mention.kind == "plain" and not mention.spelled)
        case "plain":
            return mention.kind in ("plain", "ordinal", "fold", "year")
        case "year":
            return mention.kind in ("year", "plain")
    return mention.kind == kind


_KEPT: dict[Bound, frozenset[Bound]] = {
    "over": frozenset(("over", "at_least")),
    "at_least": frozenset(("over", "at_least")),
    "at_most": frozenset(("at_most",)),
    "nearly": frozenset(("nearly", "about", "at_most")),
    "about": frozenset(("about", "nearly", "at_most", "over")),
}


def bound_kept(source: Bound, said: Bound) -> bool:
    """Say whether the bound of a source is kept by what English says."""
    return source not in _KEPT or said in _KEPT[source]
