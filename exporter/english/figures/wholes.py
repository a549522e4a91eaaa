"""Say what a figure is a stated part of: Of total revenue, tax revenue reached 3 billion yuan."""

from __future__ import annotations

import re

from exporter.english.figures.subjects import subject_of
from exporter.english.grammar.headings import Names, lowered
from exporter.english.words.morphology import sentence_case


def of_whole(part_of: str, english: str, names: Names) -> str | None:
    """Say what a figure is a stated part of: Of total revenue, tax revenue reached 3 billion yuan."""
    whole = subject_of(part_of, names)
    if whole is None or whole.loose or whole.doubtful or whole.dropped or whole.done:
        return None
    if opened := _OPENED.match(english):
        rest = of_whole(part_of, sentence_case(english[opened.end() :]), names)
        return f"{opened[0]}{lowered(rest)}" if rest else None
    heads = _SUM.search(whole.text) and _HEADS.search(english)
    new = "balance" in whole.text and _NEW.search(english)
    if heads or new or _NO_WHOLE.search(whole.text):
        return None
    return f"Of {whole.full}, {lowered(english.removeprefix('A total of '))}"


_OPENED = re.compile(r"In (?:the )?[\d–]+(?: period)?, ")
_NO_WHOLE = re.compile(
    r"\b(?:rate|ratio|share|index|entries|exits|trips|per capita|average|capital|registration|plans?)\b"
)
"""What has no parts that a figure could be one of."""
_NEW = re.compile(r"^New |\b(?:increased|added|granted)\b")
"""What was added is no part of what there is."""
_SUM = re.compile(r"\b(?:revenue|income|investment|value|expenditure|spending|loans|deposits|sales|imports|exports)\b")
_HEADS = re.compile(
    r"(?i:\bthe number of )|\bnumbered\b|^(?:\w+ ){0,3}(?:people|tourists|visitors|projects|enterprises)\b"
)
"""What is counted by heads is no part of a sum of money, whatever 其中 stands before."""
