"""Say of what time a thing is: work in 2017, tasks for 2018."""

from __future__ import annotations

import re

from exporter.english.grammar.noun_phrases import noun_of
from exporter.english.grammar.of_what import PLANNED
from exporter.english.grammar.phrases import Phrase


def two_times(left: Phrase, right: Phrase) -> Phrase:
    """2025年 和 十四五时期 → 2025 and the 14th Five-Year Plan period."""
    text = f"{left.text} and {right.text}"
    return Phrase("T", text, f"in {text}", cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def in_year(left: Phrase, right: Phrase) -> Phrase | None:
    """2018年 | 主要任务 → main tasks for 2018."""
    heads = {re.split(" (?:of|for|in|on|to) ", part)[0].rpartition(" ")[2] for part in right.parts or (right.text,)}
    ahead = " for " not in right.text and heads <= PLANNED | {"outlook", "budget"}
    ahead = ahead or right.text.rpartition(" ")[2] in PLANNED
    when = f"for {left.text}" if ahead else f"of {left.text}" if right.text == "review" else left.other
    return noun_of(left, right, f"{right.text} {when}", right.article, 0.2, "")
