"""Generate any document of the model: what the laws are tried on."""

from __future__ import annotations

import base64
import hashlib

from hypothesis import strategies as st

from exporter.model import (
    Alteration,
    Block,
    Card,
    CardFace,
    Cards,
    Cell,
    Chart,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Medium,
    Metadata,
    Note,
    Notice,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Region,
    Run,
    Series,
    Span,
    Table,
)

HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对"
    "成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
MARKS = "，。、；：？！“”（）《》—…％·"
LATIN = "abcXYZ 0123456789.%-&<>\"'{}\\$#_^~"

texts = st.text(alphabet=HAN * 3 + MARKS + LATIN, min_size=1, max_size=60)
names = st.text(alphabet=HAN, min_size=1, max_size=8)
decimals = st.decimals(min_value=-100000, max_value=100000, places=2, allow_nan=False)
languages = st.sampled_from(["zh-Hans", "zh-Hant", "en"])
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9999), st.integers(0, 99))

runs = st.lists(
    st.builds(
        Run,
        text=texts,
        role=st.sampled_from(["plain", "strong", "emphasis", "lead"]),
        raised=st.sampled_from(["none"] * 6 + ["super", "sub"]),
        struck=st.sampled_from([False] * 6 + [True]),
        ruby=st.sampled_from([""] * 8 + ["huī", "pó"]),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
headings = st.builds(
    Heading,
    level=st.integers(0, 4),
    runs=runs,
    number=st.sampled_from(["", "一、", "（一）", "1.", "（1）"]),
    lang=languages,
)
paragraphs = st.builds(
    Paragraph,
    runs=runs,
    role=st.sampled_from(
        [
            "body",
            "headline",
            "subtitle",
            "addressee",
            "signature",
            "date",
            "byline",
            "provenance",
            "issuer_mark",
            "remark",
            "issued",
        ]
    ),
    lang=languages,
)
lists = st.builds(
    ListBlock,
    items=st.lists(
        st.builds(ListItem, mark=st.sampled_from(["1.", "①", "一是", "•"]), runs=runs), min_size=1, max_size=4
    ).map(tuple),
)
cells = st.builds(Cell, runs=runs, align=st.sampled_from(["left", "center", "right"]))


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 5))
    rows = draw(st.lists(st.tuples(*[cells] * columns), min_size=1, max_size=5))
    return Table(tuple(rows), header_rows=draw(st.integers(0, 2)), caption=draw(st.one_of(st.just(()), runs)))


@st.composite
def _charts(draw: st.DrawFn) -> Chart:
    size = draw(st.integers(1, 5))
    values = st.tuples(*[st.one_of(st.none(), decimals)] * size)
    return Chart(
        kind=draw(st.sampled_from(["bar", "column", "line", "dumbbell", "shares"])),
        categories=draw(st.tuples(*[names] * size)),
        series=tuple(draw(st.lists(st.builds(Series, name=names, values=values), min_size=1, max_size=3))),
        unit="%",
        title=draw(runs),
        alt=draw(texts),
    )


faces = st.builds(CardFace, label=names, value=texts, note=st.one_of(st.just(""), names))
cards = st.builds(
    Cards, cards=st.lists(st.builds(Card, zh=faces, en=st.one_of(st.none(), faces)), min_size=1, max_size=6).map(tuple)
)
notes = st.builds(
    Note, id=st.uuids().map(lambda uuid: f"n{uuid.hex[:8]}"), mark=st.sampled_from(["[1]", "①", "注："]), runs=runs
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAGklEQVR4nGMQmWZDFcQwatCoQaMGjRpEGQIA/p5ZEL9b2okAAAAASUVORK5CYII="
)
"""A picture of 24 by 16 dots."""
MEDIUM = Medium(hashlib.sha256(PNG).hexdigest(), "image/png", PNG, 24, 16)
pictures = st.builds(
    Picture,
    image=st.sampled_from([MEDIUM.sha256, ""]),
    alt=st.one_of(st.just(""), names),
    caption=st.one_of(st.just(()), runs),
    width=st.one_of(st.none(), st.decimals(min_value=5, max_value=300, places=1)),
)
plain_blocks = st.one_of(
    headings, paragraphs, lists, _tables(), _charts(), cards, notes, pictures, st.just(PageBreak())
)
pairs = st.builds(
    Pair,
    zh=st.lists(st.one_of(headings, paragraphs), min_size=1, max_size=2).map(tuple),
    en=st.lists(st.one_of(headings, paragraphs), max_size=2).map(tuple),
    status=st.sampled_from(["verified", "reviewed", "draft", "machine", "untranslated"]),
)
blocks: st.SearchStrategy[Block] = st.one_of(plain_blocks, pairs)
metadata = st.builds(
    Metadata,
    title=st.one_of(st.none(), texts),
    place=st.one_of(st.none(), names),
    date=st.one_of(st.none(), st.dates().map(str)),
    year_planned=st.one_of(st.none(), st.integers(1950, 2050)),
)
documents = st.builds(
    Document,
    metadata=metadata,
    blocks=st.lists(blocks, min_size=1, max_size=8).map(tuple),
    appendix=st.lists(notes, max_size=2).map(tuple),
    account=st.lists(st.builds(Region, span=spans, kind=st.sampled_from(["body", "furniture"])), max_size=2).map(tuple),
    alterations=st.lists(st.builds(Alteration, span=spans, was=texts, now=texts, rule=names), max_size=2).map(tuple),
    media=st.just((MEDIUM,)),
    notices=st.lists(st.builds(Notice, code=st.just("outline.break"), message=texts), max_size=2).map(tuple),
)

__all__ = ["blocks", "documents", "metadata", "runs", "texts"]
