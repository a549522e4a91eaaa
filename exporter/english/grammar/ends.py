"""Join nouns of what is done for an end with that end: policies to boost consumption."""

from __future__ import annotations

import re

from exporter.english.grammar.noun_phrases import MEANT, noun_of
from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import MARK


def to_do(left: Phrase, right: Phrase) -> Phrase | None:
    """促消费 | 政策 → policies to boost consumption; 新动能培育壮大 | 工程 → projects to foster new growth drivers."""
    if right.text.rpartition(" ")[2] not in MEANT:
        return None
    cost = 0.4 if left.category == "OV" or " through " in left.text else 0.9
    return noun_of(left, right, f"{right.text} to {left.text.replace(MARK, '')}", right.article, cost, "")


def is_meant(phrase: Phrase) -> bool:
    """Say whether a noun is of what is done for an end: projects to build schools."""
    return re.split(" (?:to|for|of) ", phrase.text)[0].rpartition(" ")[2] in MEANT


def for_end(left: Phrase, right: Phrase) -> Phrase | None:
    """空气质量持续改善 | 行动 → campaigns for sustained improvement of air quality."""
    if right.text.rpartition(" ")[2] not in MEANT or " for " in right.text:
        return None
    return noun_of(left, right, f"{right.text} for {left.full}", right.article, 0.75, "")
