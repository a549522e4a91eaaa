"""Lay a brief out page by page: sections one under the other, what a page has left between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from exporter.model import Block, Document, Heading, Pair, Paragraph, Picture, Table
from exporter.renderers.layout.blocks import lay_blocks, lay_steps
from exporter.renderers.layout.brief_parts import GAP, NAMES_DOWN, Part, cover_of, sheets
from exporter.renderers.layout.composition import western
from exporter.renderers.layout.frame import Frame
from exporter.renderers.layout.items import Fill, Image, Ink, Laid, Sheet, shifted, stacked
from exporter.renderers.layout.pictures import lay_picture
from exporter.renderers.layout.table_widths import PT_PER_MM, text_height
from exporter.typesetting import Page, paginate

HEADING_RULE, UNDER_HEADING = 0.8, 1.5
"""pt of the rule under a heading, and of the white between them."""
FOOT_RULE, UNDER_FOOT_RULE = 0.8, 4.0
MAST_RULE, OVER_MAST_RULE = 1.2, 5.0
PAIR_RULE = 0.4
OVER_STATUS, UNDER_LOGO = 3.0, 8.0
AFTER_TABLE = 2.0
"""pt between a table and the words under it."""
BAND, BAND_END = 12.0, 9.0
"""mm: height of the coloured band at the head of the paper, and from its foot to the masthead."""
BLEEDS = 4.0
"""mm by which it reaches beyond the paper."""


def lay_sheets(document: Document, frame: Frame) -> Iterator[Sheet]:
    """Give the pages of a brief; one that holds more than a page goes on on the next."""
    blocks = (*document.blocks, *document.appendix)
    cover = cover_of(blocks)
    if cover:
        yield _cover(cover, frame)
    for parts in islice(sheets(blocks), 1 if cover else 0, None):
        columns = [column for part in parts if (column := _part(part, frame.inside("Sect")))]
        yield from _spread(columns, text_height(frame.style))


def _cover(parts: Sequence[Part], frame: Frame) -> Sheet:
    """Set the logo at the head of a page, the names below, and who made the brief at the foot; it has no number."""
    page, logos = text_height(frame.style), sum(isinstance(block, Picture) for block in parts[0].blocks)
    above, *below = (_part(part, frame.inside("Sect")) for part in parts)
    parted = [(above[:logos], 0.0), (above[logos:], page * NAMES_DOWN)]
    parted += [(column, page - _height(column)) for column in below]
    inks = [
        (down + y, ink)
        for column, down in parted
        for laid, y in zip(column, stacked(column), strict=False)
        for ink in laid.inks
    ]
    return Sheet(((0.0, _band(frame)), *inks), page, numbered=False)


def _spread(columns: Sequence[Sequence[Laid]], page: float) -> Iterator[Sheet]:
    """Put sections on a page, the free room between them."""
    free = page - sum(map(_height, columns))
    low, high = GAP
    gap = min(high, free / max(len(columns) - 1, 1))
    if gap < low:
        yield from _broken(columns, page)
        return
    inks: list[tuple[float, Ink]] = []
    top = 0.0
    for column in columns:
        start = top + column[0].strip.before
        inks += ((start + y, ink) for laid, y in zip(column, stacked(column), strict=False) for ink in laid.inks)
        top += _height(column) + gap
    yield Sheet(tuple(inks), top - gap if columns else 0.0)


def _height(column: Sequence[Laid]) -> float:
    return column[0].strip.before + stacked(column)[-1]


def _broken(columns: Sequence[Sequence[Laid]], page: float) -> Iterator[Sheet]:
    laid: list[Laid] = []
    for column in columns:
        first = column[0]._replace(strip=replace(column[0].strip, before=GAP[0]))
        laid += (first, *column[1:])
    for on in paginate([one.strip for one in laid], Page(page)):
        inks = tuple((place.y, ink) for place in on for ink in laid[place.strip].inks)
        yield Sheet(inks, on[-1].y + laid[on[-1].strip].strip.height)


def _part(part: Part, frame: Frame) -> list[Laid]:
    match part.name:
        case "masthead":
            return _masthead(part.blocks, frame)
        case "foot":
            laid = list(lay_blocks(part.blocks, frame))
            return [_ruled_above(laid[0], frame), *laid[1:]] if laid else []
        case _:
            return list(_section(part.blocks, frame))


def _masthead(blocks: Sequence[Block], frame: Frame) -> list[Laid]:
    """Set what names the brief: the line above its title in the accent, a rule under all."""
    lines = [block for block in blocks if isinstance(block, Paragraph) and block.role == "byline"]
    style = frame.style
    tinted = replace(style, text={**style.text, "subtitle": replace(style.text["subtitle"], color=style.accent)})
    logos = [laid for block in blocks if isinstance(block, Picture) for laid in _logo(block, frame)]
    above = [*logos, *lay_blocks(lines, frame._replace(style=tinted), front=True)]
    named = [block for block in blocks if block not in lines and not isinstance(block, Picture)]
    rest = lay_steps(named, frame, front=True)
    laid = [*above, *(strip for block, strips in rest for strip in _told(block, strips))]
    if not laid:
        return laid
    strip, inks, *_ = laid[-1]
    down = strip.height + strip.after + OVER_MAST_RULE
    rule = Fill(frame.x, down, frame.measure, MAST_RULE, style.accent)
    laid[-1] = laid[-1]._replace(strip=replace(strip, height=down + MAST_RULE, after=0.0), inks=(*inks, rule))
    laid[0] = laid[0]._replace(inks=(_band(frame), *laid[0].inks))
    return laid


def _band(frame: Frame) -> Fill:
    """Colour the head of the paper, seen from the first line of its text."""
    page = frame.style.page
    left, top, wide, high = (
        length * PT_PER_MM for length in (-page.inside - BLEEDS, -BAND - BAND_END, page.width + 2 * BLEEDS, BAND)
    )
    return Fill(left, top, wide, high, frame.style.accent)


def _logo(picture: Picture, frame: Frame) -> Iterator[Laid]:
    """Set the house's logo above the names, at the left."""
    for laid in lay_picture(replace(picture, caption=()), frame):
        inks = tuple(replace(ink, x=frame.x) if isinstance(ink, Image) else ink for ink in laid.inks)
        yield laid._replace(strip=replace(laid.strip, before=0.0, after=UNDER_LOGO), inks=inks)


def _told(block: Block, strips: list[Laid]) -> list[Laid]:
    """Put some white over what is said of the document below its names."""
    if strips and isinstance(block, Paragraph) and block.role == "status" and not western(block.lang):
        first = strips[0]
        strips[0] = first._replace(strip=replace(first.strip, before=max(first.strip.before, OVER_STATUS)))
    return strips


def _ruled_above(laid: Laid, frame: Frame) -> Laid:
    down = FOOT_RULE + UNDER_FOOT_RULE
    rule = Fill(frame.x, 0.0, frame.measure, FOOT_RULE, frame.style.accent)
    strip = replace(laid.strip, height=laid.strip.height + down)
    return laid._replace(strip=strip, inks=(rule, *shifted(laid.inks, down=down)))


def _section(blocks: Sequence[Block], frame: Frame) -> Iterator[Laid]:
    steps = list(lay_steps(blocks, frame))
    for at, (block, laid) in enumerate(steps):
        before = steps[at - 1][0] if at else None
        after = steps[at + 1][0] if at + 1 < len(steps) else None
        yield from _fitted(block, laid, before, after, frame)


def _fitted(block: Block, laid: list[Laid], before: Block | None, after: Block | None, frame: Frame) -> Iterator[Laid]:
    """Set a block to its neighbours: a rule under its heading, a table right under that, one between pairs
    and between two lists."""
    if not laid:
        return
    style, first, last = frame.style, laid[0], laid[-1]
    match block:
        case Heading(level=1):
            down = last.strip.height + UNDER_HEADING
            rule = Fill(frame.x, down, frame.measure, HEADING_RULE, style.accent)
            white = 0.0 if isinstance(after, Table) else last.strip.after
            strip = replace(last.strip, height=down + HEADING_RULE, after=white)
            laid[-1] = last._replace(strip=strip, inks=(*last.inks, rule))
        case Table() if before is None:
            laid[0] = _lined(first, 1.0, style.accent, frame)
        case Pair() if isinstance(before, Pair):
            laid[0] = _lined(first, PAIR_RULE, style.rule, frame)
        case Paragraph(role="body", lang="en") if isinstance(before, Paragraph) and not western(before.lang):
            laid[0] = _lined(first, PAIR_RULE, style.rule, frame)
        case Paragraph() if isinstance(before, Table):
            laid[0] = first._replace(strip=replace(first.strip, before=max(first.strip.before, AFTER_TABLE)))
        case _:
            pass
    yield from laid


def _lined(laid: Laid, thick: float, color: str, frame: Frame) -> Laid:
    strip = replace(laid.strip, height=laid.strip.height + thick)
    return laid._replace(
        strip=strip, inks=(Fill(frame.x, 0.0, frame.measure, thick, color), *shifted(laid.inks, down=thick))
    )
