"""Sort figures by theme: economy, industry, urban and rural development, environment, people's lives, government.

The words that tell a theme are `source/themes.tsv`, the narrower themes first: those of an indicator, and those of the
heading that a figure stands under, which is asked where those tell little. What no theme takes is
`other`.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from exporter.brief.subjects import known
from exporter.model import Block, Document, Fact, Heading, Paragraph, plain
from exporter.style import data_folder

ORDER = ("economy", "industry", "country", "environment", "people", "government", "other")
"""The order in which themes are shown."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of government, its names, and the words of indicators that belong to it."""

    name: str
    zh: str
    en: str
    words: re.Pattern[str]
    heads: re.Pattern[str]
    """Of a heading of the report, which has the theme of its section."""


ThemeOf: TypeAlias = Callable[[Fact], Theme]


def theme_of(fact: Fact) -> Theme:
    """Find the theme of a figure by its indicator, and by what was done."""
    return _told_by(fact.indicator + (fact.part_of or ""))


@lru_cache(maxsize=2048)  # each amount that a brief is tried with asks for the same figures
def _told_by(said: str) -> Theme:
    return next((theme for theme in _themes() if theme.words.search(said)), _themes()[-1])


LOOSE = ("economy", "other")
"""Themes whose words tell little: a loan may be one for the people, or for a farm."""


_NAMELESS = re.compile(
    "(?:国家级?|省级?|市级?|县级?|重点|龙头|骨干|示范|大型?|中小型?)*(?:龙头|企业|项目|工程|基地)(?:投资)?"
)
"""Names that do not say of which field: what is counted belongs to that of its passage."""


def themes_in(document: Document) -> ThemeOf:
    """Give what sorts the figures of a document: by the heading above them, where that has one theme and no other.

    A name that says no field (重点企业) has the theme of the words that open its paragraph, or of its heading, or none.
    """
    headed = _last_told((one, _of_heading(plain(one.runs))) for one in document.blocks if isinstance(one, Heading))
    opened = _last_told((one, _of_opening(one)) for one in document.blocks)

    def theme(fact: Fact) -> Theme:
        own, above = theme_of(fact), headed(fact.span.start)
        if is_nameless(fact):
            return opened(fact.span.start) or above or _themes()[-1]
        return (above if own.name in LOOSE and known(fact) is None else None) or own

    return theme


def _last_told(told: Iterable[tuple[Block, Theme | None]]) -> Callable[[int], Theme | None]:
    """Give what finds, for a place of the source, the theme that the last block before it tells."""
    placed = [(span.start, theme) for block, theme in told if (span := getattr(block, "span", None))]
    placed.sort(key=lambda one: one[0])
    starts = [start for start, _ in placed]

    def before(place: int) -> Theme | None:
        at = bisect(starts, place) - 1
        return placed[at][1] if at >= 0 else None

    return before


def is_nameless(fact: Fact) -> bool:
    """Tell whether the name of a figure does not say of which field it is."""
    return _NAMELESS.fullmatch(fact.indicator) is not None and known(fact) is None


OPENING = 24
"""Characters of the words that open a paragraph and name its field, at the most."""


def _of_opening(block: Block) -> Theme | None:
    said = plain(block.runs).strip().split("。")[0] if isinstance(block, Heading | Paragraph) else ""
    return _of_heading(said) if len(said) <= OPENING else None


def _of_heading(said: str) -> Theme | None:
    found = [theme for theme in _themes() if theme.heads.search(said)]
    return found[0] if len(found) == 1 else None


def by_theme(facts: Iterable[Fact], themes_of: ThemeOf = theme_of) -> Sequence[tuple[Theme, tuple[Fact, ...]]]:
    """Group figures by theme, in the order of themes; those of a theme keep their order."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(themes_of(fact).name, []).append(fact)
    themes = {theme.name: theme for theme in _themes()}
    return [(themes[name], tuple(groups[name])) for name in ORDER if name in groups]


@cache
def _themes() -> tuple[Theme, ...]:
    with (data_folder("source") / "themes.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Theme(row["theme"], row["zh"], row["en"], re.compile(row["words"]), re.compile(row["heads"]))
            for row in rows
        )
