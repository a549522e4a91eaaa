"""Documents built, walked through and changed by hand; a place in the source is a true one or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

import exporter
from exporter.editing import changed, document, heading, paragraph, placed, table, walk
from exporter.model import Block, Document, Heading, Pair, Paragraph, Run, Span, all_lines, plain
from tests.documents import documents
from tests.reports import CORPUS, OURS, SEED, each

REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n财政收入20亿元。\n二、2022年工作\n我们要努力。\n"


def test_a_document_is_built_from_texts() -> None:
    paper = document("通知", heading("检查内容", number="一、"), "检查分三步。", table([["项", "数"], ["甲", "1"]]))
    assert list(all_lines(paper)) == ["通知", "一、检查内容", "检查分三步。", "项", "数", "甲", "1"]
    assert paper.metadata.title == "通知"
    for target in ("docx", "html", "md", "json"):
        assert exporter.render(paper, target)


def test_a_walk_goes_into_pairs() -> None:
    pair = Pair((paragraph("一段。"),), (paragraph("A passage."),), "reviewed")
    assert list(walk(document("甲", pair)))[1:] == [pair, pair.zh[0], pair.en[0]]


@pytest.mark.parametrize("path", each(OURS, SEED, CORPUS))
def test_every_place_that_a_reader_gives_is_true(path: Path) -> None:
    read = exporter.read(path)
    assert placed(read) is read


@given(documents)
def test_any_document_is_taken(made: Document) -> None:
    assert list(all_lines(placed(made))) == list(all_lines(made))


def test_what_is_changed_loses_its_place_and_nothing_else_does() -> None:
    read = exporter.read(REPORT.encode())

    def change(block: Block) -> Block | None:
        if isinstance(block, Paragraph) and "100亿元" in plain(block.runs):
            return replace(block, runs=(replace(block.runs[0], text="全市地区生产总值900亿元，增长5%。"),))
        return None if isinstance(block, Paragraph) and "努力" in plain(block.runs) else block

    found = placed(changed(read, change))
    before = {plain(block.runs): block for block in walk(read) if isinstance(block, Heading | Paragraph)}
    for block in walk(found):
        assert isinstance(block, Heading | Paragraph)
        if "900亿元" in plain(block.runs):
            assert block.span is None and all(run.span is None for run in block.runs)
        else:
            assert block == before[plain(block.runs)]
    assert [notice.code for notice in found.notices] == ["document.changed"]
    assert placed(found) == found


def test_no_figure_is_traced_to_where_it_does_not_stand() -> None:
    read = exporter.read(REPORT.encode())
    for runs in ((Run("全市地区生产总值900亿元，增长5%。"),), (replace(read.blocks[1].runs[0], text="产值900亿元。"),)):  # type: ignore[union-attr]
        other = replace(read, blocks=(read.blocks[0], replace(read.blocks[1], runs=runs), *read.blocks[2:]))
        assert other.origin
        facts = exporter.facts(other)
        assert [fact.line for fact in facts if fact.value == "900"] == [0]
        for fact in facts:
            stands = fact.quote == other.origin.text[fact.span.start : fact.span.end]
            assert stands if fact.line else fact.span == Span(0, 0) and fact.quote in runs[0].text


def test_what_a_change_gives_back_has_no_place_and_says_so() -> None:
    read = exporter.read(REPORT.encode())
    other = changed(read, lambda block: paragraph("今年投资999亿元。") if isinstance(block, Paragraph) else block)
    assert "document.changed" in {notice.code for notice in other.notices}
    (fact, *_) = exporter.facts(other)
    assert (fact.line, fact.value, fact.span) == (0, "999", Span(0, 0))
    assert b"999" in (table := exporter.render(other, "facts-csv"))
    assert other.origin and other.origin.sha256.encode() not in table
    with pytest.raises(exporter.ArgumentError, match="change"):
        changed(read, lambda block: 3)  # type: ignore[arg-type,return-value]


def test_a_brief_is_printed_as_it_stands() -> None:
    brief = exporter.brief(exporter.read(REPORT.encode()))
    own = replace(brief, blocks=(*brief.blocks, paragraph("自己加的一段。")))
    for target in ("html", "md", "brief-html", "docx"):
        assert exporter.render(own, target) != exporter.render(brief, target)
    assert "自己加的一段。" in exporter.render(own, "md").decode()
    assert exporter.facts(own) == own.facts != ()
    with pytest.raises(exporter.DocumentError, match="document: is a brief already"):
        exporter.brief(own)


def test_things_are_short_in_a_shell_and_pages_in_a_notebook() -> None:
    read = exporter.read(OURS[0])
    facts = exporter.facts(read)
    assert len(repr(read)) < 200 and len(repr(read.blocks[3])) < 700 and len(repr(facts)) < 200
    assert isinstance(facts, tuple) and max(len(repr(fact)) for fact in facts) < 200
    for shown in (read, facts, facts[0]):
        page = shown._repr_html_()  # type: ignore[attr-defined]
        assert "<table>" in page and len(page) < 20_000
    assert "<script>" not in document("<script>")._repr_html_()


def test_dir_shows_what_there_is() -> None:
    assert set(exporter.__all__) <= set(dir(exporter))
    assert all(getattr(exporter, name) is not None for name in exporter.__all__)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: exporter.read(5), "given"),  # type: ignore[arg-type]
        (lambda: exporter.read(None), "given"),  # type: ignore[arg-type]
        (lambda: exporter.facts("report.html"), "document"),  # type: ignore[arg-type]
        (lambda: exporter.brief("report.html"), "document"),  # type: ignore[arg-type]
        (lambda: exporter.render("report.html", "pdf"), "document"),  # type: ignore[arg-type]
        (lambda: exporter.render(document("甲"), 5), "to"),  # type: ignore[arg-type]
        (lambda: exporter.render(document("甲"), "md", {"pages": 1}), "options"),  # type: ignore[arg-type]
        (lambda: exporter.export("report.html"), "document"),  # type: ignore[arg-type]
        (lambda: exporter.export(document("甲"), "md", out=5), "out"),  # type: ignore[arg-type]
    ],
)
def test_an_argument_of_a_wrong_type_is_named(call: object, name: str) -> None:
    with pytest.raises(exporter.ArgumentError, match=f"^{name}: found ") as caught:
        call()  # type: ignore[operator]
    assert isinstance(caught.value, TypeError)


def test_bytes_have_the_name_they_are_given() -> None:
    read = exporter.read("# 标题\n\n正文。\n".encode(), name="a.md")
    assert read.origin and (read.origin.name, read.origin.media) == ("a.md", "text/markdown")
    assert list(all_lines(read)) == ["标题", "正文。"]
