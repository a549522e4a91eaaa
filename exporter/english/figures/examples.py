"""Tell names of some of the things that a number counts, which their number says without them: A路、B路等|7条|道路."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import PIECES, kind_of
from exporter.english.figures.dependent_names import says_no_kind
from exporter.english.figures.starts import words_of
from exporter.english.grammar.headings import prepared
from exporter.model import Fact, Stretch


def names_examples(stretch: Stretch, fact: Fact, source: str) -> bool:
    """Say whether a stretch right before a number names some of what is counted, or each of it.

    The things must be told by a name that says of what kind they are, and something must have been done to them.
    """
    number, name = fact.number, prepared(fact.indicator)
    if number is None or kind_of(fact) not in PIECES or stretch.inherited or stretch.role not in ("modifier", "agent"):
        return False
    if fact.number_span is None or source[stretch.span.end : fact.number_span.start].strip(" 近约的"):
        return False
    words = prepared(words_of(stretch, source)).removeprefix("了")
    if (
        _MORE.search(words) is not None
        or (says_no_kind(name) and name not in _KEY_WORKS)
        or name[-2:] in words
        or not _is_done(fact, source)
    ):
        return False
    each = [one for one in _BETWEEN.split(words) if one]
    if _AND_BESIDE.search(words) is not None and name not in _KEY_WORKS:
        return True  # other works, by name, to which the same was done
    return words.endswith("等") or (len(each) > 1 and len(each) == number)


def _is_done(fact: Fact, source: str) -> bool:
    """Say whether something was done to what is counted."""
    return fact.deed is not None or any(
        one.role == "licensed" and not one.inherited and "完成" in words_of(one, source) for one in fact.account
    )


_KEY_WORKS = ("重点项目", "重大项目")
"""What a report counts by no other name, whichever of them it names first."""
_AND_BESIDE = re.compile("[^、和及]{4,}(?:和|及|以及)$")
_BETWEEN = re.compile("[、和及与]")
_MORE = re.compile("^(?:对|向|为|以|将|把|从|由|在|集中|通过)|吸引|[0-9]+[个家所条项座处]|[万千百]亿?级")
"""What shows that more than names stands there."""
