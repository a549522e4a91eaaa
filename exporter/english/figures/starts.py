"""Find where the sentence or the clause of a figure begins in its source, and what stands there."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.english.grammar.headings import prepared
from exporter.facts.numbers.numerals import fold
from exporter.model import Fact, Stretch


def line_start(fact: Fact, source: str) -> int:
    """Give where the line of a figure begins."""
    return source.rfind("\n", 0, fact.span.start) + 1


def line_of(fact: Fact, source: str) -> str:
    """Give the line of a figure."""
    return source[line_start(fact, source) :].partition("\n")[0]


def sentence_start(fact: Fact, source: str, also: str = "") -> int:
    """Give where the sentence of a figure begins, which its line bounds; `also` are more marks that end one."""
    return _behind_last(f"。；;{also}", source, fact.span.start)


@lru_cache(maxsize=64)  # each law on a figure asks for it
def _behind_last(marks: str, source: str, at: int) -> int:
    line = source.rfind("\n", 0, at) + 1
    return max(line, *(source.rfind(mark, line, at) + 1 for mark in marks))


def full_sentence_start(fact: Fact, source: str) -> int:
    """Give where the whole sentence of a figure begins, whose parts semicolons divide."""
    line = line_start(fact, source)
    return max(line, source.rfind("。", line, fact.span.start) + 1)


def clause_start(fact: Fact, source: str) -> int:
    """Give where the clause of a figure begins: behind a comma too."""
    return sentence_start(fact, source, "，")


def last_in(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Find the last match in a text, sentence by sentence from its end; a full stop is at most its first character."""
    end = len(text)
    while end > 0:
        stop = max(text.rfind("。", 0, end - 1), 0)
        *_, found = (None, *pattern.finditer(text, stop, end))
        if found is not None:
            return found
        end = stop
    return None


def before_number(fact: Fact) -> str:
    """Give the words of a figure's quote before its number, as they stand; nothing where it has none."""
    at = fact.number_span.start if fact.number_span else fact.span.start
    return fact.quote[: max(0, at - fact.span.start)]


def right_before(fact: Fact) -> str:
    """Give the words that stand right before the figure."""
    return prepared(before_number(fact))[-14:]


def stays(fact: Fact) -> bool:
    """Tell whether a level is said to stay as it is: 稳定在3%左右."""
    return _STAYS.search(before_number(fact)) is not None


_KEPT = "(?:稳定|保持|维持)"
_SO_MUCH = "[0-9.]+(?:[^0-9.，。；、和][^，。；、和]{0,3})?[、和]"
_STAYS = re.compile(rf"{_KEPT}在?[约近超过]{{0,2}}\s*$|分别{_KEPT}在(?:{_SO_MUCH})+$")


def tight(text: str) -> str:
    """Give text in one form and without the spaces and breaks that stand inside of its words: 从 2015 年."""
    return "".join(fold(text).split())


def tight_between(source: str, start: int, end: int) -> str:
    """Give what stands between two places of a source as `tight` does; the source is brought into one form once."""
    return "".join(fold(source)[start:end].split())


def words_of(stretch: Stretch, source: str) -> str:
    """Give the words of a stretch in one form."""
    return fold(source)[stretch.span.start : stretch.span.end]


_BROKEN = 16
"""Characters of the shortest line that may be a part of a sentence, and no heading."""
_AS_LONG = 0.8
"""Lines that were broken are about as long as each other; a heading is shorter than its paragraph."""


def begins_above(fact: Fact, source: str, listed: bool) -> bool:
    """Say whether the sentence of a figure began on the line before, as in text whose lines were broken.

    `listed`: its name is a listed indicator, which a semicolon is enough to part from what stands before.
    """
    start = line_start(fact, source)
    before = source[start : fact.span.start]
    if start == 0 or _ENDED.search(before) or ("；" in before and listed):
        return False
    above = source[source.rfind("\n", 0, start - 1) + 1 : start].strip()
    end = source.find("\n", start)
    whole = len(source[start : end if end >= 0 else len(source)].strip())
    if len(above) < max(_BROKEN, whole * _AS_LONG) or not above[-1].isalnum() or _NUMBERED.match(above):
        return False
    return any(mark in above for mark in "。；，")


_ENDED = re.compile("[。！？!?]")
_NUMBERED = re.compile("[（(]?[0-9一二三四五六七八九十]+[）)、.．]|第[0-9一二三四五六七八九十]+[章节]")


def is_right_behind_its_thing(fact: Fact, start: int) -> bool:
    """Say whether what a figure is of stands right before it, with a number of its own: 31个重点项目|完成投资9亿元."""
    return any(one.inherited and one.role in ("thing", "modifier") and one.span.end == start for one in fact.account)
