"""Compare what an artefact shows with its model: passages whole, rows in order, numbers as often, charts as data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from exporter import codec
from exporter.model import (
    Block,
    Card,
    Cards,
    Chart,
    Document,
    Fact,
    Note,
    Pair,
    Row,
    Run,
    Table,
    all_lines,
    lines_of,
    plain,
)
from exporter.verify.artefacts import Artefact
from exporter.verify.difference import Difference

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def differences(made: Document, artefact: Artefact) -> Iterator[Difference]:
    """Give every difference between the model and the page, and every figure that says otherwise than its fact."""
    yield from _otherwise(made)
    if artefact.shown is not None:
        yield from _passages(made, artefact.shown)
        yield from _numbers(made, artefact.shown)
        yield from _charts(made, artefact)


# ---------------------------------------------------------------- figures of the model


def _otherwise(made: Document) -> Iterator[Difference]:
    """Find the figures that are marked as a fact's and say another number."""
    facts = {fact.id: fact for fact in made.facts}
    for id, text in _marked((*made.blocks, *made.appendix)):
        fact = facts.get(id)
        if fact is None:
            yield Difference("model", f"{id} is shown as “{text}”", "a figure of the source")
        elif strange := [number for number in _NUMBER.findall(text) if number not in _numbers_of(fact)]:
            yield Difference("model", f"{id} is shown as “{text}”, with {', '.join(strange)}", fact.quote, fact.line)


def _marked(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Cards(cards=cards):
                yield from (pair for card in cards for pair in _on_card(card))
            case Table(rows=rows):
                yield from (pair for row in rows for cell in row for pair in _in_runs(cell.runs))
            case Pair(zh=zh, en=en):
                yield from _marked((*zh, *en))
            case _:
                yield from _in_runs(getattr(block, "runs", ()))


def _on_card(card: Card) -> Iterator[tuple[str, str]]:
    for face in (card.zh, card.en):
        if face is not None and card.fact is not None:
            yield from ((card.fact, text) for text in (face.value, face.note) if text)


def _in_runs(runs: tuple[Run, ...]) -> Iterator[tuple[str, str]]:
    return ((run.target, run.text) for run in runs if run.role == "figure" and run.target)


def _numbers_of(fact: Fact) -> frozenset[str]:
    said = (fact.quote, fact.value, fact.number, fact.change, fact.value_en, fact.english, fact.indicator, fact.period)
    change = abs(fact.change) if fact.change is not None else None
    plain_change = format(change.normalize(), "f") if change is not None else ""
    whole = "".join(" ".join(str(one) for one in (*said, change, plain_change) if one is not None).split("\n"))
    numbers = _NUMBER.findall(whole)
    return frozenset((*numbers, *(short for number in numbers for short in _rounded(number))))


def _rounded(number: str) -> Iterator[str]:
    """Give a number as English prints it that rounds it, and says so."""
    exact = Decimal(number.replace(",", ""))
    if len(exact.as_tuple().digits) > EXACT and "." in number:
        yield f"{round(exact, max(EXACT - exact.adjusted() - 1, 0)).normalize():f}"


EXACT = 4
"""Digits that a rounded number has."""


# ---------------------------------------------------------------- the page


def _passages(made: Document, shown: str) -> Iterator[Difference]:
    """Find the lines and rows that hold a number and do not stand on the page as often as they should."""
    page = _squeezed(shown)
    wanted = [passage for block in _once_headed((*made.blocks, *made.appendix)) for passage in _whole_of(block)]
    squeezed = [_squeezed(passage) for passage in wanted]
    everything = "\n".join(squeezed)
    parted = {*_over_pages(made, page), *_over_lines(made, page)}
    for passage, said in dict(zip(wanted, squeezed, strict=True)).items():
        if said not in parted and _NUMBER.search(said) and page.count(said) < everything.count(said):
            yield Difference("text", f"not on the page as it was made: “{_short(passage)}”", "every passage whole")


def _once_headed(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give the blocks, a table that paper cuts with its head once: a web page sets it in one piece."""
    head: tuple[Row, ...] = ()
    for block in blocks:
        if isinstance(block, Table) and block.header_rows:
            own = block.rows[: block.header_rows]
            yield replace(block, rows=block.rows[block.header_rows :]) if own == head else block
            head = own
        else:
            yield block


def _over_pages(made: Document, page: str) -> Iterator[str]:
    """Give passages in columns that a page break parts: on each page one column's share stands behind the other's."""
    for block in (*made.blocks, *made.appendix):
        if isinstance(block, Pair) and block.en:
            sides = [[_squeezed(line) for one in side for line in _whole_of(one)] for side in (block.zh, block.en)]
            left, right = map("".join, sides)
            if left + right not in page and _alternate(page, left, right):
                yield from (line for side in sides for line in side)


def _over_lines(made: Document, page: str) -> Iterator[str]:
    """Give notes in columns that take two lines: on the page the lines of the columns beside stand between the two."""
    for block in (*made.blocks, *made.appendix):
        for said in map(_squeezed, lines_of(block)) if isinstance(block, Note) else ():
            at = page.find(said[:_START])
            while at >= 0:
                rest = at + (taken := _common(page, at, said))
                if said[taken:] in page[rest : rest + _ROW]:
                    yield said
                    break
                at = page.find(said[:_START], at + 1)


_ROW = 200
"""Characters that the columns beside a note may put between its lines."""


def _alternate(page: str, left: str, right: str) -> bool:
    """Say whether two texts stand on a page in turns, whole and with nothing between."""
    at = page.find(left[:_START])
    while at >= 0:
        rests, place = [left, right], at
        while any(rests):
            taken = _common(page, place, rests[0])
            place, rests = place + taken, [rests[1], rests[0][taken:]]
            if not taken and not _common(page, place, rests[0]):
                break
        else:
            return True
        at = page.find(left[:_START], at + 1)
    return False


def _common(page: str, place: int, rest: str) -> int:
    """Count the characters that a text and a page have in common from a place on."""
    pairs = zip(page[place : place + len(rest)], rest, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(rest), len(page) - place))


_START = 8


def _whole_of(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (" ".join(plain(cell.runs) for cell in row) for row in block.rows)
    elif isinstance(block, Pair):
        for side in (*block.zh, *block.en):
            yield from _whole_of(side)
    elif isinstance(block, Cards):
        for card in block.cards:
            faces = (face for face in (card.zh, card.en) if face)
            yield " ".join(text for face in faces for text in (face.label, face.value, face.note) if text)
    else:
        yield from lines_of(block)


_SPACE = re.compile("[\\s\u00ad\u200b\u2060\ufeff\ufffe\x02\u2010-]+")
"""Where a line may be broken, and what a broken line ends in."""


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)


def _short(passage: str) -> str:
    said = " ".join(passage.split())
    return said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"


_SHOWN = 80


def _numbers(made: Document, shown: str) -> Iterator[Difference]:
    """Compare the numbers on the page with the model's: each as often at least, and none of weight that it has not."""
    once = replace(made, blocks=tuple(_once_headed(made.blocks)))
    wanted = Counter(_NUMBER.findall("\n".join(all_lines(once))))
    found = Counter(_NUMBER.findall(shown))
    for number, count in sorted(wanted.items()):
        if found[number] < count:
            yield Difference("text", f"{number} is shown {found[number]} times", f"{count} times")
    known = frozenset(_NUMBER.findall(codec.encode(made).decode()))
    for number in sorted(set(found) - set(wanted)):
        if "." in number and number not in known:
            yield Difference("text", f"{number} is shown on the page", "no such number in the model")


def _charts(made: Document, artefact: Artefact) -> Iterator[Difference]:
    """Compare the figures of charts: where they stand apart from the text, theirs alone."""
    wanted = Counter(_plotted(made))
    if artefact.charted is None:
        shown = Counter(Decimal(number.replace(",", "")) for number in _NUMBER.findall(artefact.shown or ""))
        missing, strange = Counter(map(abs, wanted.elements())) - shown, Counter[Decimal]()
    else:
        missing, strange = wanted - Counter(artefact.charted), Counter(artefact.charted) - wanted
    for number in sorted(missing):
        yield Difference("text", f"{number} is missing in a chart", f"{number}, as in the model")
    for number in sorted(strange):
        yield Difference("text", f"{number} is drawn in a chart", "no such figure in the charts of the model")


def _plotted(made: Document) -> Iterator[Decimal]:
    for block in made.blocks:
        if isinstance(block, Chart):
            for series in block.series:
                yield from (value for value in series.values if value is not None and value.is_finite())
