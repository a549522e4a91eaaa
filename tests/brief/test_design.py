"""The design of the brief: letters are legible, colours readable in print and grey, odd documents stay in shape."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from exporter import conversion, parts, pipeline
from exporter.brief.build import brief
from exporter.brief.heights import Ruler
from exporter.model import Document, Fact, Metadata, Note, Paragraph, Run
from exporter.renderers.layout.brief_parts import sheets
from exporter.renderers.layout.chart import colours
from exporter.renderers.pdf import tagged
from exporter.style import load_style
from tests.brief import glyphs
from tests.brief.test_brief import SAMPLE, brief_or_refusal, figure

STYLE = load_style("brief")
LEAST = 7.5
"""pt of the smallest letters."""
USED = ("title", "subtitle", "heading1", "heading2", "heading3", "body", "english", "table", "table_head", "caption")
USED += ("card_value", "card_label", "note", "provenance")


def test_no_letters_are_too_small() -> None:
    assert min(STYLE.text[role].size for role in USED) >= LEAST
    assert STYLE.page_number.size >= LEAST


def test_one_family_of_chinese_and_one_of_latin() -> None:
    assert {STYLE.text[role].font for role in USED} == {"hei"}
    assert {STYLE.text[role].latin for role in USED} == {"sans"}


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_their_ground() -> None:
    for role in USED:
        for ground in ("#ffffff", STYLE.tint):
            assert _contrast(STYLE.text[role].color, ground) >= 4.5, role


def test_bars_are_told_apart_by_their_lightness_alone() -> None:
    bars = colours(STYLE, 2)
    for one, other in combinations((*bars, "#ffffff"), 2):
        assert _contrast(one, other) >= 2.8


def test_the_heights_foreseen_are_those_printed() -> None:
    """Each page's parts, with the least of gaps, take what the page has: the printer never needs another."""
    document = pipeline.run(conversion.read(SAMPLE), (parts.load(parts.FACTS), parts.load(parts.ENGLISH)))
    ruler = Ruler(STYLE)
    for sheet in sheets(brief(document).blocks):
        blocks = [block for part in sheet for block in part.blocks]
        notes = [block for block in blocks if isinstance(block, Note)]
        high = sum(ruler.height(block) for block in blocks if not isinstance(block, Note))
        high += ruler.notes(notes) if notes else 0
        assert ruler.page * 0.75 < high + 10 * (len(sheet) - 1) <= ruler.page


def odd(title: str, facts: tuple[Fact, ...]) -> Document:
    metadata = Metadata(title=title, doc_type="work_report", year_reviewed=2017, year_planned=2018)
    return Document(metadata, (Paragraph((Run("正文。"),)),), facts=facts)


ODD = {
    "no figures": odd("报告", ()),
    "one figure": odd("报告", (figure(1),)),
    "two thousand figures": odd(
        "报告", tuple(figure(at, f"指标{at}", change=Decimal(at), change_kind="percent") for at in range(1, 2001))
    ),
    "long names": odd(
        "报告",
        tuple(
            replace(
                figure(at, f"{'长' * 59}{at}", change=Decimal(3), change_kind="percent"),
                indicator_en=f"a very {'long ' * 40}name {at}",
            )
            for at in range(1, 10)
        ),
    ),
    "a long title": odd("题" * 200, (figure(1), figure(2, "财政总收入"))),
    "a word without end": odd("x" * 300, (figure(1, "y" * 300),)),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_documents_stay_in_shape(name: str) -> None:
    made = brief_or_refusal(ODD[name])
    pages = glyphs.pages(tagged.render(made, STYLE), STYLE) if made else []
    assert len(pages) <= 2
    for page in pages:
        assert glyphs.overlapping(page) == []
        assert glyphs.outside(page, STYLE) == []
