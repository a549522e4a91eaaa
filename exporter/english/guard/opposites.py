"""Find what is said by its opposite: above for below, introduced for cancelled, all for some.

What the English has of one side of an axis more often than the Chinese may mean it, where the Chinese has of another
more than the English may say, is turned round. It is looked for passage by passage, so that what is said elsewhere in a
sentence pays for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from exporter.english.guard.axes import Pattern, Side, axes
from exporter.english.guard.finding import Finding
from exporter.english.guard.passages import Passage, passages
from exporter.english.guard.renderings import LOOK
from exporter.english.guard.vocabulary import vocabulary


def opposites(zh: str, en: str) -> Iterator[Finding]:
    """Report each word of the source that is said by its opposite."""
    for passage in passages(zh, en):
        for sides in axes():
            yield from _turned(passage, sides)


def fewer_denials(zh: str, en: str) -> Iterator[Finding]:
    """Doubt a passage that denies less often than its clauses do."""
    for passage in passages(zh, en):
        if passage.en and _denials(passage.zh) > _count(vocabulary().negation.english_strict, passage.en):
            yield Finding(f"{LOOK}negation", f"is all that {passage.zh} denies denied?", passage.zh, passage.en)


def _denials(zh: str) -> int:
    words = vocabulary().negation
    return _count(words.chinese, words.chinese_light.sub("＿", words.chinese_free.sub("＿", zh)))


def _turned(passage: Passage, sides: Sequence[Side]) -> Iterator[Finding]:
    for meant, other in permutations(sides, 2):
        asked, said = meant.asks.search(passage.zh), other.says.search(passage.en)
        if not asked or not said:
            continue
        unsaid = _count(meant.asks, passage.zh) > _count(meant.also, passage.en)
        if unsaid and _count(other.says, passage.en) > _count(other.may, passage.zh):
            yield Finding("meaning.opposite", f"{asked[0]} is said as {said[0]!r}", asked[0], said[0])


def _count(pattern: Pattern, text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
