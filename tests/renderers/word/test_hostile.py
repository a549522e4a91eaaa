"""What is hard on a Word file: a right file comes out, or a refusal with its type; never one that Word refuses."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.errors import RenderError
from exporter.model import (
    Alteration,
    Cell,
    Chart,
    Document,
    Fact,
    Heading,
    ListBlock,
    ListItem,
    Metadata,
    Origin,
    PageBreak,
    Pair,
    Paragraph,
    Run,
    Runs,
    Series,
    Span,
    Table,
)
from exporter.renderers.word import render
from exporter.renderers.word.parts.trace import read_trace
from exporter.style import load_style
from tests.renderers.word.extract import W, body_lines, part, printed_lines, text_of

OFFICIAL = load_style("official")


def runs(text: str) -> Runs:
    return (Run(text),)


def rendered(*blocks: object) -> bytes:
    return render(Document(Metadata(), blocks), OFFICIAL)  # type: ignore[arg-type]


def every_part_parses(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(package.read(name))


@given(st.text(st.characters(max_codepoint=0x10FFFF), max_size=30), st.text(max_size=30))
def test_any_characters_anywhere_give_xml_that_parses(text: str, name: str) -> None:
    chart = Chart("bar", (text or "甲",), (Series(name, (Decimal(1),)),), text, runs(text), name)
    table = Table(((Cell(runs(text)),),), caption=runs(name))
    listed = ListBlock((ListItem(text, runs(name)),))
    link = Paragraph((Run(text, "link", target="https://example.org/" + name),))
    metadata = Metadata(title=text, publisher=name, date=text)
    document = Document(metadata, (Heading(0, runs(text), name), chart, table, listed, link))
    every_part_parses(render(document, load_style("report")))


def test_a_table_of_a_hundred_columns_is_folded_in_order() -> None:
    rows = tuple(tuple(Cell(runs(f"{row}-{column}")) for column in range(100)) for row in range(3))
    data = rendered(Table(rows))
    assert body_lines(data) == [f"{row}-{column}" for row in range(3) for column in range(100)]
    root = part(data, "word/document.xml")
    assert root is not None
    assert all(len(grid) <= 63 for grid in root.iter(f"{W}tblGrid"))


@pytest.mark.parametrize("colspan", [64, 1000, 10**9])
def test_a_cell_as_wide_as_the_world_is_cut_or_refused(colspan: int) -> None:
    table = Table(((Cell(runs("甲"), colspan=colspan), Cell(runs("乙"))),))
    if colspan < 100_000:
        assert body_lines(rendered(table)) == ["甲", "乙"]
        return
    with pytest.raises(RenderError) as caught:
        rendered(table)
    assert caught.value.code == "render.table"


@given(st.lists(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=5), min_size=1, max_size=6))
def test_any_spans_give_rows_of_one_width_and_whole_text(spans: list[list[tuple[int, int]]]) -> None:
    rows = tuple(
        tuple(Cell(runs(f"{row}.{index}"), colspan=wide, rowspan=high) for index, (wide, high) in enumerate(cells))
        for row, cells in enumerate(spans)
    )
    data = rendered(Table(rows))
    assert body_lines(data) == [cell.runs[0].text for row in rows for cell in row]
    root = part(data, "word/document.xml")
    assert root is not None
    for table in root.iter(f"{W}tbl"):
        widths = {
            sum(int(span.get(f"{W}val", "1")) for span in row.iter(f"{W}gridSpan"))
            + sum(1 for cell in row.iter(f"{W}tcPr") if cell.find(f"{W}gridSpan") is None)
            for row in table.iter(f"{W}tr")
        }
        assert widths == {len(list(table.iter(f"{W}gridCol")))}
        assert all(list(cell)[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))


def test_a_paragraph_of_a_million_characters_comes_out_whole() -> None:
    text = "水利工程" * 250_000
    (line,) = body_lines(rendered(Paragraph(runs(text))))
    assert line == text


def test_nothing_to_say_is_still_a_document() -> None:
    for blocks in ((), (PageBreak(),), (Paragraph(()),), (Heading(1, ()), Heading(2, ())), (Pair((), (), "draft"),)):
        data = rendered(*blocks)
        every_part_parses(data)
        root = part(data, "word/document.xml")
        assert root is not None
        assert root.find(f"{W}body/{W}sectPr") is not None
        assert body_lines(data) == []


def test_no_link_leads_to_a_script_or_a_file() -> None:
    bad = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//x",
        "https://",
        "https://例.中国/",
        "http://[x",
        "http://a:b/",
    )
    addresses = (*bad, "HTTPS://example.org/路?q=1#x", "mailto:a@example.org")
    data = rendered(*(Paragraph((Run("点这里", "link", target=address),)) for address in addresses))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
    assert relations.count("TargetMode") == 2
    assert "javascript" not in relations
    assert "file:" not in relations
    assert body_lines(data) == ["点这里"] * len(addresses)


def test_a_formula_in_a_chart_stays_text() -> None:
    data = rendered(Chart("column", ("=1+1", "http://a.example/"), (Series("=HYPERLINK(1)", (Decimal(1), None)),)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read("word/embeddings/workbook1.xlsx")
    with zipfile.ZipFile(io.BytesIO(book)) as workbook:
        sheet = workbook.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


@pytest.mark.parametrize(("least", "anchored"), [("4.7", True), ("0", True), ("-1.2", False)])
def test_bars_of_a_chart_begin_at_nought_unless_one_falls(least: str, anchored: bool) -> None:
    data = rendered(Chart("dumbbell", ("甲", "乙"), (Series("完成", (Decimal(least), None)),)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        chart = package.read("word/charts/chart1.xml").decode()
    assert ('<c:min val="0"/>' in chart) == anchored


@pytest.mark.parametrize("value", ["NaN", "-Infinity"])
def test_a_value_that_is_not_finite_stays_empty_in_a_chart(value: str) -> None:
    data = rendered(Chart("bar", ("甲", "乙"), (Series("完成", (Decimal(value), Decimal(1))),)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        chart = package.read("word/charts/chart1.xml").decode()
    assert re.findall(r"<c:v>([^<]*)</c:v>", chart.split("<c:val>")[1]) == ["1.0"]


def test_a_figure_is_bookmarked_where_it_stands_even_after_alterations() -> None:
    source = "收入１５７．３亿元,增长13.7%。"
    text = "收入157.3亿元，增长13.7%。"
    changed = [at for at in range(len(text)) if source[at] != text[at]]
    altered = tuple(Alteration(Span(at, at + 1), source[at], text[at], "digits") for at in changed)
    facts = (
        Fact("f1", Span(0, 9), 1, source[:9], "收入"),
        Fact("f2", Span(2, 15), 1, source[2:15], "收入"),
        Fact("f3", Span(900, 910), 1, "不在", "无"),
    )
    document = Document(
        Metadata(),
        (Paragraph((Run(text, span=Span(0, len(source))),)),),
        Origin("a.txt", "text/plain", "utf-8", "0" * 64, source),
        alterations=altered,
        facts=facts,
    )
    data = render(document, OFFICIAL)
    assert body_lines(data) == [text]
    assert marked(data, "_fig_f1") == text[:9]
    assert marked(data, "_fig_f2") == text[2:15]
    trace = read_trace(data)
    assert trace is not None
    places = {one.get("id"): one.get("bookmark") for one in trace.iter("{urn:exporter:trace:1}figure")}
    assert places == {"f1": "_fig_f1", "f2": "_fig_f2"}  # what is not printed is not traced


def marked(data: bytes, name: str) -> str:
    """Give the text between the start and the end of a bookmark."""
    root = part(data, "word/document.xml")
    assert root is not None
    (paragraph,) = (one for one in root.iter(f"{W}p") if text_of(one))
    number, inside, text = None, False, ""
    for child in paragraph:
        if child.tag == f"{W}bookmarkStart" and child.get(f"{W}name") == name:
            number, inside = child.get(f"{W}id"), True
        elif child.tag == f"{W}bookmarkEnd" and child.get(f"{W}id") == number:
            inside = False
        elif inside:
            text += "".join(one.text or "" for one in child.iter(f"{W}t"))
    return text


def test_text_order_holds_for_every_kind_of_closing() -> None:
    document = Document(
        Metadata(),
        (
            Paragraph(runs("某某单位"), "signature"),
            Paragraph(runs("2018年2月4日"), "date"),
            Paragraph(runs("抄送：某处。")),
            Paragraph(runs("以上为正文。")),
            Paragraph(runs("抄送：另一处。")),
        ),
        appendix=(Paragraph(runs("附录一段。")),),
    )
    assert body_lines(render(document, OFFICIAL)) == printed_lines(document)
