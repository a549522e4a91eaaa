"""Say what a clause says of a figure beside how much it is: for the first time, another ten, still, past a mark."""

from __future__ import annotations

import re

from exporter.english.figures.starts import before_number
from exporter.english.grammar.headings import prepared
from exporter.model import Fact


def with_sayings(prose: str, fact: Fact) -> str:
    """Give a sentence body with what its clause says of it: 首次, 再, 继续."""
    before = prepared(before_number(fact))
    prose = _doubled(_first_batch(prose)) if "翻" in fact.quote else _first_batch(prose)
    if fact.kind == "actual" and _FIRST.search(before) and fact.change is None and "first" not in prose:
        return f"{prose} for the first time"
    if fact.kind == "target" and _CONTINUED.match(before):
        return prose.replace(" will be ", " will continue to be ", 1)
    if _AGAIN.search(before) and "another" not in prose:
        return _SO_MANY.sub(_so_many_more, prose, count=1)
    return prose


def _doubled(prose: str) -> str:
    """Say of a level that it is double that of another time: 达到2300亿元，比前五年翻了一番."""
    prose = _UP_FROM_A_YEAR.sub(r"\1double the \2 figure", prose)
    return _UP_FROM_YEARS.sub(r"\1double the figure for \2", prose)


_UP_FROM_A_YEAR = re.compile(r"(?<=, )up (nearly |about |around |more than )?100 percent from ([12]\d{3})\b")
_UP_FROM_YEARS = re.compile(
    r"(?<=, )up (nearly |about |around |more than )?100 percent from (the [12]\d{3}–\d{4} period)"
)


def _first_batch(prose: str) -> str:
    """Say a batch before what it holds: the first batch of ten pilots was secured."""
    found = _BATCH.match(prose)
    return f"the first batch of {found[1]} {_ONE.get(found[2], found[2])} " + prose[found.end() :] if found else prose


_BATCH = re.compile(
    r"(?i:a total of )?((?:[\d,]+|two|three|four|five|six|seven|eight|nine) .+?) in the first batch (\w+) "
)
_ONE = {"were": "was", "are": "is"}


_FIRST = re.compile("首次(?:突破|超过|超|达到?|跌破|降至|低于|高于|实现)?(?:了|近|约)?$")
_CONTINUED = re.compile("(?:今年)?(?:我们)?[将要]?(?:将|要)?继续(?=实施|办好|开展|推进|推动|建设|支持|开工|改造)")
_AGAIN = re.compile("(?<![可不])再(?!次|创(?!建)|度|造|生|利|就业|贷|担保|融)")
_SO_MANY = re.compile(
    r"(?P<head>^a total of |^at least |^|\b(?:by|cover|covered|on) (?:at least )?)"
    r"(?=\d|(?:two|three|four|five|six|seven|eight|nine|ten) )"
)
"""Where the number stands of which there are so many more."""


def _so_many_more(found: re.Match[str]) -> str:
    return "another " if found["head"] == "a total of " else f"{found['head']}another "


def is_past_a_mark(fact: Fact) -> bool:
    """Say whether a round number is told as a mark that was passed: 迈上3万亿元台阶."""
    return _A_MARK.search(prepared(before_number(fact))) is not None


_A_MARK = re.compile("(?:迈上|跨上|站上|登上|跃上|迈过|跨过|跨越|迈入)了?$")
