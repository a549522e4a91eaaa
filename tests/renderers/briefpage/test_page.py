"""The page of a brief says all that the brief says, gives its document back, and lets no text become markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import exporter
from exporter import codec, conversion
from exporter.model import (
    Card,
    CardFace,
    Cards,
    Cell,
    Document,
    Fact,
    Heading,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Region,
    Run,
    Span,
    Table,
    all_lines,
)
from exporter.renderers.briefpage import read_model, render, text_of
from exporter.renderers.briefpage.colours import READABLE, VISIBLE, Palette, by_day, by_night, contrast
from exporter.renderers.briefpage.passages import Row, marks_of, rows_of
from exporter.style import load_style
from tests.conftest import CHECKOUT
from tests.documents import documents
from tests.reports import SEED

STYLE = load_style("brief")
SAMPLE = CHECKOUT / "source" / "sample.html"


@pytest.fixture(scope="module")
def sample() -> Document:
    return exporter.brief(conversion.read(SAMPLE))


@pytest.fixture(scope="module")
def seed() -> Document:
    return exporter.brief(conversion.read(SEED))


# ---------------------------------------------------------------- laws


@given(documents)
def test_every_line_comes_out_whole_and_in_order(document: Document) -> None:
    said = squeezed(text_of(render(document, STYLE)))
    at = 0
    for line in all_lines(document):
        found = said.find(squeezed(line), at)
        assert found >= 0, line
        at = found + len(squeezed(line))


@given(documents)
def test_the_page_gives_its_document_back_and_is_the_same_twice(document: Document) -> None:
    data = render(document, STYLE)
    model = read_model(data)
    assert model is not None
    assert codec.decode(model) == replace(document, media=())
    assert render(document, STYLE) == data


@given(documents)
def test_an_anchor_is_there_once_and_a_link_leads_somewhere(document: Document) -> None:
    tree = parsed(render(document, STYLE))
    anchors = tree.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    assert {href[1:] for href in tree.xpath("//@href") if href.startswith("#")} <= set(anchors)


@given(documents)
def test_headings_leave_no_depth_out(document: Document) -> None:
    data = render(document, STYLE)
    depths = [int(heading.tag[1]) for heading in parsed(data).xpath("//*[starts-with(@id, 'section-') or self::h1]")]
    assert depths[0] == 1 and (depths.count(1) == 1 or any(isinstance(one, Heading) for one in document.blocks))
    assert all(after <= before + 1 for before, after in pairwise(depths))


colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colors, colors)
def test_any_house_colour_can_be_read_by_day_and_by_night(accent: str, quiet: str) -> None:
    provenance = replace(STYLE.text["provenance"], color=quiet)
    style = replace(STYLE, accent=accent, text={**STYLE.text, "provenance": provenance})
    for palette in (by_day(style), by_night(style)):
        for ground in (palette.paper, palette.tint):
            assert min(contrast(color, ground) for color in text_colours(palette)) >= READABLE
        assert min(contrast(color, palette.paper) for color in palette.series) >= VISIBLE
        assert contrast(palette.ink, palette.mark) >= READABLE


def text_colours(palette: Palette) -> tuple[str, ...]:
    return (palette.ink, palette.quiet, palette.accent)


@given(st.text(alphabet="增长8%𠀀\r\n\t \x00\x0b<&;a", max_size=60), st.data())
def test_the_mark_of_a_span_is_its_text(text: str, data: st.DataObject) -> None:
    """Whatever the source holds, what is lit is what stands at the span, line by line."""
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    rows = rows_of(document_of(text))
    shown = [part for part in lit(span, rows) if readable_only(part)]
    wanted = [part for part in re.split(r"\n", text[span.start : span.end]) if readable_only(part)]
    assert list(map(readable_only, shown)) == list(map(readable_only, wanted))


@given(st.text(alphabet="增长8%\n a", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_rows_show_all_that_is_not_furniture_under_its_own_number(text: str, cuts: list[int]) -> None:
    ends = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    account = tuple(
        Region(Span(start, end), "furniture" if at % 2 else "body") for at, (start, end) in enumerate(pairwise(ends))
    )
    document = replace(document_of(text), account=account)
    kept = "".join(text[one.span.start : one.span.end] for one in account if one.kind == "body")
    rows = rows_of(document)
    assert squeezed("".join(row.text for row in rows)) == squeezed(kept)
    assert all(row.text.strip() in text.split("\n")[row.line - 1] for row in rows)


# ---------------------------------------------------------------- real documents


@pytest.mark.parametrize("name", [pytest.param("seed", marks=pytest.mark.corpus), "sample"])
def test_what_is_lit_is_what_the_figure_was_read_from(name: str, request: pytest.FixtureRequest) -> None:
    document: Document = request.getfixturevalue(name)
    rows = rows_of(document)
    assert len(document.facts) > 50
    for fact in document.facts:
        assert squeezed("".join(lit(fact.span, rows))) == squeezed(re.sub(r"<[^>]*>", "", fact.quote))
        assert rows[marks_of(fact.span, rows)[0][0]].line == fact.line


def test_every_figure_of_the_sample_is_a_link_to_its_source(sample: Document) -> None:
    tree = parsed(render(sample, STYLE))
    linked = set(tree.xpath("//main//a/@data-fact"))
    shown = {card.fact for block in sample.blocks if isinstance(block, Cards) for card in block.cards}
    assert shown <= linked
    assert {block.id for block in sample.blocks if isinstance(block, Note)} <= linked


def test_the_source_stands_in_the_page_once(sample: Document) -> None:
    text = render(sample, STYLE).decode()
    rows = [row.text for row in rows_of(sample) if len(row.text) > 60]
    assert rows
    assert all(text.count(row) == 1 for row in rows)


def test_the_hash_of_the_source_stands_beside_the_model(sample: Document) -> None:
    assert sample.origin is not None
    assert f'data-source-sha256="{sample.origin.sha256}"' in render(sample, STYLE).decode()


# ---------------------------------------------------------------- bad input

EVIL = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>\u2028{rows}{name}&lt;'


def test_no_text_becomes_markup() -> None:
    tree = parsed(render(evil(), STYLE))
    assert len(tree.xpath("//script")) == 3
    assert tree.xpath("//img|//iframe|//object|//link|//form|//base") == []
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert [name for name in attributes if name.startswith("on") or name == "style"] == []


def test_what_runs_and_what_dresses_is_allowed_by_its_hash_and_nothing_else() -> None:
    tree = parsed(render(evil(), STYLE))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for part in (tree.xpath("//script[not(@type)]")[0].text, tree.xpath("//style")[0].text):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("damage", [b"", b"<html>", b"plain text"])
def test_a_page_that_holds_no_model_gives_none(damage: bytes) -> None:
    assert read_model(damage) is None


def test_a_cut_model_gives_none(sample: Document) -> None:
    data = render(sample, STYLE)
    cut = re.sub(rb'(id="model"[^>]*>[A-Za-z0-9+/=]{400})[A-Za-z0-9+/=]*', rb"\1", data)
    assert read_model(cut) is None
    assert read_model(data + data) is None


def test_a_document_without_source_or_figures_is_a_page_too() -> None:
    data = render(Document(Metadata(), (Paragraph((Run("没有数字。"),)),)), STYLE)
    assert text_of(data).split("\n")[-1] == "没有数字。"
    assert b"<dialog" not in data


def test_a_figure_of_no_fact_is_text() -> None:
    block = Paragraph((Run("5%", "figure", target="f9999"),))
    assert b'data-fact="f9999' not in render(Document(Metadata(), (block,)), STYLE)


def test_two_columns_of_one_thing_stand_as_one() -> None:
    head = (Cell((Run("指标"),)), Cell((Run("Indicator"),)), Cell((Run("变化"),)))
    row = (Cell((Run("出口"),)), Cell((Run("Exports"),), lang="en"), Cell((Run("+3%"),)))
    tree = parsed(render(Document(Metadata(), (Table((head, row)),)), STYLE))
    assert ["".join(cell.itertext()) for cell in tree.xpath("//th|//td")] == [
        "指标 Indicator",
        "变化",
        "出口 Exports",
        "+3%",
    ]
    assert tree.xpath("//th[1]//span/@lang") == ["zh-Hans", "en"] * 2
    assert tree.xpath("//th/@scope") == ["col", "col", "row"]


def evil() -> Document:
    fact = Fact(EVIL, Span(0, 9), 1, EVIL, EVIL, EVIL, indicator_en=EVIL, english=EVIL, english_status="verified")
    run = Run(EVIL, "figure", target=EVIL)
    face = CardFace(EVIL, EVIL, EVIL)
    blocks = (
        Heading(0, (run,)),
        Paragraph((Run(EVIL, "link", target="javascript:alert(1)"), run)),
        Cards((Card(face, face, EVIL),)),
        Note(EVIL, EVIL, (Run(EVIL),)),
        Note(EVIL, EVIL, (Run(EVIL),)),
    )
    origin = Origin(EVIL, "text/plain", None, EVIL, EVIL * 2 + "\ud800\x00")
    return Document(Metadata(title=EVIL, publisher=EVIL, date=EVIL), blocks, origin, facts=(fact,))


# ---------------------------------------------------------------- what is asked of them


def document_of(text: str) -> Document:
    return Document(Metadata(), (), Origin("a.txt", "text/plain", None, "", text))


def lit(span: Span, rows: tuple[Row, ...]) -> list[str]:
    """Give the text that a browser lights, which counts in UTF-16."""
    units = [row.text.encode("utf-16-le", "surrogatepass") for row in rows]
    return [
        units[at][start * 2 : end * 2].decode("utf-16-le", "surrogatepass") for at, start, end in marks_of(span, rows)
    ]


def readable_only(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\ufffd]", "", text)


def squeezed(text: str) -> str:
    return "".join(text.split())


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
