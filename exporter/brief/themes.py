"""Sort figures by theme: economy, industry, urban and rural development, environment, people's lives, government.

The words that tell a theme are `source/themes.tsv`, the narrower themes first; what no theme takes is `other`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from exporter.model import Fact
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


def theme_of(fact: Fact) -> Theme:
    """Find the theme of a figure by its indicator, and by what was done."""
    said = fact.indicator + (fact.part_of or "")
    return next((theme for theme in _themes() if theme.words.search(said)), _themes()[-1])


def by_theme(facts: Iterable[Fact]) -> Sequence[tuple[Theme, tuple[Fact, ...]]]:
    """Group figures by theme, in the order of themes; those of a theme keep their order."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(theme_of(fact).name, []).append(fact)
    themes = {theme.name: theme for theme in _themes()}
    return [(themes[name], tuple(groups[name])) for name in ORDER if name in groups]


@cache
def _themes() -> tuple[Theme, ...]:
    with (data_folder("source") / "themes.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Theme(row["theme"], row["zh"], row["en"], re.compile(row["words"])) for row in rows)
