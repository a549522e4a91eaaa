"""Load the words by which lines of a page are told from lines of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from exporter.kept import toml
from exporter.style import data_folder


@dataclass(frozen=True, slots=True)
class PageWords:
    """Words of `source/readers/page_words.toml`, compiled: each pattern's groups name their reasons by number."""

    whole: Mapping[str, str]
    start: re.Pattern[str]
    hold: re.Pattern[str]
    end: re.Pattern[str]
    end_hold: re.Pattern[str]
    watermark: re.Pattern[str]
    label: re.Pattern[str]
    reasons: Mapping[str, str]
    fields: Mapping[str, str]

    def key(self, label: str) -> str:
        """Give the label that a printed one is: without blanks, brackets and colon."""
        return re.sub(r"[\s：:【】\[\]]", "", label)


@cache
def page_words() -> PageWords:
    """Load the words once."""
    table = toml(data_folder("source") / "readers" / "page_words.toml")
    labels: dict[str, list[str]] = table["labels"]
    return PageWords(
        whole={_bare(word): reason for reason, words in table["whole"].items() for word in words},
        start=re.compile(_any(_all(table["start"]))),
        hold=re.compile(_any(_all(table["hold"]))),
        end=re.compile(_any(_all(table["end"]))),
        end_hold=re.compile(_any(_all(table["end_hold"]))),
        watermark=re.compile(_any(_all(table["watermark"]))),
        label=re.compile(rf"(?:{_spaced(_all(labels))})\s?[：:】\]]\s*"),
        reasons={word: reason for part in ("start", "hold", "end", "end_hold") for word, reason in _pairs(table[part])},
        fields={word: field for field, words in labels.items() for word in words},
    )


def _pairs(table: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return ((word, reason) for reason, words in table.items() for word in words)


def _all(table: Mapping[str, list[str]]) -> list[str]:
    return [word for words in table.values() for word in words]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _spaced(words: Iterable[str]) -> str:
    """Match labels also where blanks stand between their letters: 索 引 号."""
    return "|".join(r"[ \u3000\xa0]{0,4}".join(word) for word in sorted(words, key=len, reverse=True))


def _bare(word: str) -> str:
    return re.sub(r"[\s【】\[\]（）()：:|·>＞]", "", word)


bare = _bare
