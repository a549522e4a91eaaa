"""Tell where words end: by a segmenter's lexicon and the term base, and never inside of a number or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from exporter.english.glossary import terms

LONGEST = 6
"""Characters: a term of so many at the most is one word; a longer one may be parted between its words."""
_COUNTED = "个届次号年月日条项批期部位家人户类级度多余以上下内左右亿万元亩公里吨％%‰"
_WHOLE = re.compile(
    r"[“‘][^”’]{1,10}[”’]|（[^）]{1,12}）|〔\d{4}〕"  # short words in quotation marks, what stands in brackets
    rf"|第?[\d.,—～一二三四五六七八九十百千两]+[{_COUNTED}]{{0,4}}(?:度|规划|线|楼|院|桥|令|文)?"
    r"|(?:国务院|[\u4e00-\u9fff]{0,4}(?:政府|委员会)|主席|[部局厅])?令(?:第\d{1,4}号)?"
    r"|[A-Za-z0-9][A-Za-z0-9.+%-]*"
    r"|[\u4e00-\u9fff]{2,3}(?:等)?同志",
)
"""What is never parted: quoted words, numbers with what they count, Latin words, a person's name before 同志."""


@lru_cache(256)
def word_ends(text: str) -> frozenset[int]:
    """Give the places in a text at which a word ends and a line may."""
    known, kept = _known(text)
    return _outside(set(_segmented(text)) or {place for term in known for place in term}, kept)


@lru_cache(256)
def term_ends(text: str) -> frozenset[int]:
    """Give those of them that the term base, numbers and names tell: no lexicon is loaded, which takes long."""
    known, kept = _known(text)
    return _outside({place for one in (*known, *kept) for place in one}, kept)


Spans: TypeAlias = list[tuple[int, int]]


def _known(text: str) -> tuple[Spans, Spans]:
    """Give where terms stand, and all that is never parted."""
    known = [(one.start, one.end) for one in terms.load().find(text)]
    return known, [one.span() for one in _WHOLE.finditer(text)] + [
        term for term in known if term[1] - term[0] <= LONGEST
    ]


def _outside(places: set[int], kept: Spans) -> frozenset[int]:
    return frozenset(places - {place for start, end in kept for place in range(start + 1, end)})


def _segmented(text: str) -> Iterator[int]:
    """Give the ends of words by the lexicon of jieba; none on a machine for which it is not built."""
    try:
        import rjieba  # a tenth of a second to load
    except ImportError:
        return iter(())
    return accumulate(len(word) for word in rjieba.cut(text, True))
