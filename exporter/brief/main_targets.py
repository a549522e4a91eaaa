"""Find the passage in which a report states its main targets, and the figures in it, in the report's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exporter.brief.comparing import is_ceiling
from exporter.brief.places import places_in
from exporter.brief.subjects import subject
from exporter.facts.data.pairs import FactPair
from exporter.model import Block, Document, Fact, Heading, Span

FEWEST = 3
"""Targets that make a passage of them."""
FURTHER = 12
"""Blocks behind one that ends in a colon, or lists, that may belong to it."""
_STATES = re.compile(
    r"(?:主要|预期|发展|奋斗|预定|总体|调控|工作|年度)(?:预期|调控|奋斗|经济|发展|指标|性)*目标(?:任务|值)?"
    r"[^。；：:，]{0,14}?(?:[：:]|[是为](?!了)|如下|确定|安排)"
)
_ENDS = re.compile(r"(?:提出|确定|设定|实现|完成|达到|围绕|为了)?(?:这些|上述|以上|这一|该|这个)(?:[^。，]{0,6})目标")


def main_targets(document: Document, later: bool = False) -> tuple[Fact, ...]:
    """Give the targets for the year planned, or for `later` years, of the passage that says what the main ones are.

    They stand in the report's order, those without English too. The passage is the one that holds most of them;
    where none holds a few there are none.
    """
    return _main(document, later)[1]


def _main(document: Document, later: bool) -> tuple[Span, tuple[Fact, ...]]:
    """Give the passage of the main targets with its figures; none of them where there is no such passage."""
    year = document.metadata.year_planned
    aims = [fact for fact in document.facts if fact.kind == "target" and year and is_later(fact, year) == later]
    held = ((span, [fact for fact in aims if _holds(span, fact.span)]) for span in _passages(document))
    passage, found = max(held, key=lambda one: len(one[1]), default=(Span(0, 0), []))
    return passage, tuple(sorted(found, key=lambda fact: fact.span.start)) if len(found) >= FEWEST else ()


def of_main(document: Document, pairs: Iterable[FactPair]) -> tuple[FactPair, ...]:
    """Keep the pairs of main targets, or of a target told again elsewhere; all where the report names no main ones."""
    passage, found = _main(document, later=False)
    told = {(subject(fact), fact.change, fact.number) for fact in found}
    return tuple(
        pair
        for pair in pairs
        if not found
        or _holds(passage, pair.target.span)
        or (subject(pair.target), pair.target.change, pair.target.number) in told
    )


def holds_all(document: Document, pairs: Iterable[FactPair]) -> bool:
    """Tell whether the pairs hold every main target for growth of which the report says last year's growth too.

    A growth that stands in the report and in no fact counts: what cannot be read may compare all the same.
    """
    aims = _main(document, later=False)[1] or tuple(_of_the_year(document))
    year, held = str(document.metadata.year_reviewed), {subject(pair.target) for pair in pairs}
    grown = {subject(one) for one in document.facts if one.kind != "target" and one.period == year and _grows(one)}
    missing = [fact for fact in aims if _grows(fact) and not is_ceiling(fact) and subject(fact) not in held]
    if not missing:
        return True
    before = "".join(document.origin.text[: aims[0].span.start].split()) if document.origin else ""
    return not any(subject(fact) in grown or _is_told(fact.indicator, before) for fact in missing)


def _of_the_year(document: Document) -> Iterator[Fact]:
    year = str(document.metadata.year_planned)
    return (fact for fact in document.facts if fact.kind == "target" and fact.period == year)


def _grows(fact: Fact) -> bool:
    return fact.change_kind == "percent" and not fact.average


def _is_told(indicator: str, text: str) -> bool:
    grown = rf"{re.escape(indicator)}(?:(?!年均)[^。；]){{0,24}}?(?:增长|下降|提高|上涨|增速)[^。；，]{{0,6}}?\d"
    return re.search(grown, text) is not None


def place_of_the_wordless(document: Document) -> tuple[str, str] | None:
    """Name the place of the main targets where their sentence has clauses without a figure, else None."""
    passage, found = _main(document, later=False)
    if not found or document.origin is None:
        return None
    text, last = document.origin.text, found[-1]
    stop = min(passage.end, _stop(text, last.span.end))
    for clause in _CLAUSE.finditer(text, passage.start, stop):
        if not any(one.span.start < clause.end() and clause.start() < one.span.end for one in found):
            return places_in(document).of(found[0].span.start)
    further = _WORDLESS.match(text, stop, passage.end)
    if further is None:
        return None
    return places_in(document).of(further.end() - 1)


_CLAUSE = re.compile(r"[^，,、；;。：:（）()\s]{5,}")
"""What is long enough to state a target."""
_WORDLESS = re.compile(
    r"[。\s]+[^。\d]*?(?:能耗|排放|浓度|水耗|碳强度|PM)[^。]*?"
    r"(?:(?:达到|完成|控制在|符合|不超过)[^。，；]{0,16}?(?:标准|要求|任务|目标|指标|以内|范围)|下降|达标)"
)
"""The sentence behind the figures that asks of what is to fall no more than a higher level's standard."""


def _stop(text: str, at: int) -> int:
    stop = text.find("。", at)
    return stop if stop >= 0 else len(text)


def is_later(fact: Fact, year: int) -> bool:
    """Tell whether a target is for years behind the one planned: 2030, or 2026 to 2030."""
    return int(_LAST_YEAR.findall(fact.period or str(year))[-1]) > year


_LAST_YEAR = re.compile(r"\d{4}")


def _holds(passage: Span, span: Span) -> bool:
    return passage.start <= span.start and span.end <= passage.end


def _passages(document: Document) -> Iterator[Span]:
    """Give each stretch of the source that begins by naming targets."""
    text = document.origin.text if document.origin else ""
    for at, block in enumerate(document.blocks):
        span = None if isinstance(block, Heading) else _place(block)
        if span is None:
            continue
        for found in _STATES.finditer(text, span.start, span.end):
            yield Span(found.end(), _end(text, found.end(), span, document.blocks[at + 1 : at + 1 + FURTHER]))


def _end(text: str, start: int, span: Span, further: Iterable[Block]) -> int:
    """Find where a passage ends: with its paragraph, or with the lines that its colon announces."""
    over = _ENDS.search(text, start, span.end)
    if over:
        return over.start()
    end = span.end
    if text[start:end].strip("　 \n\r：:"):
        return end
    for block in further:
        below = _place(block)
        if below is None or isinstance(block, Heading):
            break
        end = below.end
    return end


def _place(block: Block) -> Span | None:
    """Give the place of a block in the source; None for one that has none."""
    return getattr(block, "span", None)
