"""Find how many areas of work a report says that it sets out, and the headings that it sets them out under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from exporter.facts.numbers.numerals import chinese_number
from exporter.model import Block, Heading, Paragraph, plain

_STATES = re.compile(
    r"(?:做好|抓好|抓实|抓牢|推进|实施|突出|办好|完成|落实|干好|开展)(?:以下|下列|如下)?(?:的)?"
    r"(?P<count>[一二三四五六七八九十]{1,3}|\d{1,2})个?方面(?:的)?(?:重点|主要|重要|具体)*(?:工作|任务)"
)
_SEVERAL_YEARS = re.compile("十[一二三四五六七八九]五|[三五]年|时期")
"""What the heading of a part says that plans several years."""


def of_the_year(planned: Iterable[Block], year: int | None) -> tuple[Block, ...]:
    """Leave out the parts that plan several years, where another part plans the year that it names."""
    blocks = tuple(planned)
    tops = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    dated = [top for top in tops if f"{year}年" in plain(top.runs)]
    later = [top for top in tops if top not in dated and _SEVERAL_YEARS.search(plain(top.runs))]
    return tuple(_but_for(blocks, later)) if dated else blocks


def _but_for(blocks: Iterable[Block], tops: Sequence[Heading]) -> Iterator[Block]:
    top: Block | None = None
    for block in blocks:
        top = block if isinstance(block, Heading) and block.level == 1 else top
        if top not in tops:
            yield block


def tasks(planned: Iterable[Block]) -> tuple[Heading, ...]:
    """Give the headings behind the words that say how many areas of work follow: just as many, or none.

    `planned` are the blocks of the parts that plan, in the order of the document.
    """
    blocks = list(planned)
    for at, block in enumerate(blocks):
        found = _STATES.search(plain(block.runs)) if isinstance(block, Paragraph) else None
        if found is not None:
            heads = tuple(_heads(blocks[at + 1 :]))
            count = int(found["count"]) if found["count"].isascii() else int(chinese_number(found["count"]) or 0)
            if count and len(heads) >= count:
                return heads[:count]
    return ()


def _heads(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Give the headings of one level that follow, as far as a heading above them."""
    level = None
    for block in blocks:
        if isinstance(block, Heading):
            level = level or block.level
            if block.level < level:
                return
            if block.level == level:
                yield block
