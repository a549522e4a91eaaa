"""Elements of an official paper that are set stand in their place, in text and metadata."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.dateline import with_dateline
from exporter.elements import ELEMENTS, missing, with_elements
from exporter.errors import DocumentError
from exporter.model import Document, Heading, Metadata, Origin, Paragraph, Run, all_lines

PLAIN = Document(
    Metadata(doc_type="notice", issuer_mark="澄湖市水务局文件"),
    (
        Paragraph((Run("澄湖市水务局文件"),), "issuer_mark"),
        Heading(0, (Run("关于河道巡查的通知"),)),
        Paragraph((Run("请各地抓好落实。"),)),
    ),
)


def test_every_element_stands_where_the_standard_has_it() -> None:
    said = [(name, f"{name}一") for name in reversed(ELEMENTS)]
    found = list(all_lines(with_elements(PLAIN, said)))
    names = [next((name for name in ELEMENTS if f"{name}一" in line), line) for line in found]
    head, foot = list(ELEMENTS)[:6], list(ELEMENTS)[7:]
    assert names == [*head, "关于河道巡查的通知", "主送", "请各地抓好落实。", *foot]


def test_what_the_source_has_is_replaced() -> None:
    document = with_elements(with_elements(PLAIN, [("签发人", "甲")]), [("签发人", "乙")])
    assert [line for line in all_lines(document) if "签发人" in line] == ["签发人：乙"]
    assert document.metadata.signatory == "乙"


def test_a_name_that_no_element_has_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        with_elements(PLAIN, [("签发", "甲")])
    assert caught.value.code == "element.unknown"


def test_what_a_paper_lacks_is_said_and_can_be_marked() -> None:
    assert len(missing(PLAIN)) == 3
    said = [("发文字号", "【待编号】"), ("成文日期", "2025年3月6日"), ("署名", "澄湖市水务局")]
    document = with_elements(PLAIN, said)
    assert missing(document) == ()
    assert document.metadata.date == "2025-03-06"
    assert missing(Document(Metadata(), ())) == ()


def test_a_report_without_speaker_and_day_names_its_page_as_its_source_under_its_title() -> None:
    said = Metadata(
        doc_type="work_report", place="澄湖市", place_rank="prefecture", publisher="澄湖日报", date="2025-02-04"
    )
    blocks = (Heading(0, (Run("政府工作报告（摘要）"),)), Paragraph((Run("一年来，全市平稳发展。"),)))
    report = Document(said, blocks, origin=Origin("a.txt", "text/plain", "utf-8", "0" * 64, ""))
    made = with_dateline(report)
    assert list(all_lines(made))[1] == "（来源：澄湖日报，2025年2月4日）"
    assert with_dateline(made) == made
    unnamed = replace(report, metadata=replace(said, publisher=None))
    assert with_dateline(unnamed) == unnamed
    dated = replace(report, blocks=(*blocks[:1], Paragraph((Run("（2025年2月3日）"),), "date"), *blocks[1:]))
    assert with_dateline(dated) == dated
    assert with_dateline(replace(report, metadata=replace(said, doc_type="notice"))).blocks == blocks
    spoken = replace(dated, metadata=replace(said, speech_date="2025-02-03"))
    assert with_dateline(spoken).blocks == dated.blocks
    assert [one.code for one in with_dateline(spoken).notices] == ["source.page_says"]
    undated = replace(report, metadata=replace(said, date=None, speech_date="2025-02-03"))
    (told,) = with_dateline(undated).notices
    assert told.message == "not printed: the page names 澄湖日报 as its source; the report has its own"
