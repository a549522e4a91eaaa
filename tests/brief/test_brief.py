"""The brief shows only what the source says: each figure a fact, each passage with its status, on its pages."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

import exporter
from exporter import conversion, parts, pipeline
from exporter.brief.build import brief
from exporter.brief.options import BriefOptions
from exporter.errors import DocumentError
from exporter.model import (
    Block,
    Cards,
    Chart,
    Document,
    Fact,
    Heading,
    Metadata,
    Note,
    Pair,
    Paragraph,
    Run,
    Span,
    Table,
    all_lines,
    plain,
)
from tests.documents import documents

SAMPLE = Path(__file__).parent.parent.parent / "source" / "sample.html"


@pytest.fixture(scope="module")
def report() -> Document:
    return pipeline.run(conversion.read(SAMPLE), (parts.load(parts.FACTS), parts.load(parts.ENGLISH)))


def figure(number: int, indicator: str = "地区生产总值", **said: object) -> Fact:
    fact = Fact(
        id=f"f{number:04}",
        span=Span(number * 10, number * 10 + 5),
        line=1,
        quote=f"{indicator}{number}亿元",
        indicator=indicator,
        value=str(number),
        number=Decimal(number),
        unit="亿元",
        period="2017",
        indicator_en="regional GDP",
        value_en=f"{number / 10} billion yuan",
        english=f"Regional GDP reached {number / 10} billion yuan.",
        english_status="verified",
    )
    return replace(fact, **said)  # type: ignore[arg-type]


def brief_or_refusal(document: Document, options: BriefOptions | None = None) -> Document | None:
    """Make the brief, or give None where the document says too little for one, and is refused."""
    try:
        return brief(document, options)
    except DocumentError as error:
        assert error.code == "brief.empty"
        return None


@given(documents)
def test_any_document_has_a_brief_that_every_renderer_may_print(document: Document) -> None:
    if made := brief_or_refusal(document):
        pipeline.check(made)


def test_every_figure_shown_is_a_fact_and_has_its_sentence(report: Document) -> None:
    made = brief(report)
    facts = {fact.id: fact for fact in report.facts}
    notes = {block.id: plain(block.runs) for block in made.blocks if isinstance(block, Note)}
    figures = [run for block in made.blocks for run in _runs(block) if run.role == "figure"]
    assert len(figures) > 20
    for run in figures:
        assert run.target in facts and run.target in notes
        fact = facts[run.target]
        said = re.findall(r"\d[\d,]*(?:\.\d+)?", run.text)
        amounts = " ".join(
            str(part)
            for part in (fact.value, fact.value_en, fact.change, fact.english, fact.quote, fact.period)
            if part
        )
        assert all(number in amounts for number in said), (run.text, amounts)


def _runs(block: Block) -> list[Run]:
    match block:
        case Table(rows=rows):
            return [run for row in rows for cell in row for run in cell.runs]
        case Pair(zh=zh, en=en):
            return [run for side in (*zh, *en) for run in _runs(side)]
        case Paragraph(runs=runs):
            return list(runs)
        case _:
            return []


def test_no_figure_of_furniture_is_shown(report: Document) -> None:
    made = brief(report)
    text = "\n".join(all_lines(made))
    assert report.origin is not None
    body = [region.span for region in report.account if region.kind in ("body", "metadata")]
    said = "".join(report.origin.text[span.start : span.end] for span in body)
    for block in made.blocks:
        if isinstance(block, Cards):
            assert all(re.sub(r"[^\d.]", "", card.zh.value) in said for card in block.cards if card.zh), text


def test_a_chart_stands_where_two_pairs_compare_and_nowhere_else(report: Document) -> None:
    assert any(isinstance(block, Chart) for block in brief(report).blocks)
    alone = replace(report, facts=tuple(fact for fact in report.facts if fact.kind != "target"))
    assert not any(isinstance(block, Chart) for block in brief(alone).blocks)


def test_what_has_no_english_is_marked_and_not_guessed(report: Document) -> None:
    for block in brief(report).blocks:
        if isinstance(block, Pair):
            assert bool(block.en) == (block.status != "untranslated")


def test_choices_carry_their_reason_and_what_was_dropped_is_said(report: Document) -> None:
    codes = {notice.code for notice in brief(report, BriefOptions(pages=1)).notices}
    assert {"brief.chosen", "brief.dropped"} <= codes


def test_a_document_that_says_too_little_is_refused_and_no_page_is_nearly_empty() -> None:
    assert brief_or_refusal(Document(Metadata(title="报告"), (Paragraph((Run("正文。"),)),))) is None


@pytest.mark.parametrize("count", [1, 2, 2000])
def test_few_figures_and_thousands_make_a_brief(count: int) -> None:
    facts = tuple(figure(number, f"指标{number}" if number else "地区生产总值") for number in range(count))
    made = brief(Document(Metadata(title="报告"), (Paragraph((Run("正文。"),)),), facts=facts))
    assert isinstance(made.blocks[0], Heading)
    assert len(made.blocks) < 100


def test_long_names_and_titles_are_kept_whole() -> None:
    facts = (figure(1, "长" * 60), figure(2))
    made = brief(Document(Metadata(title="题" * 200), (), facts=facts))
    assert "题" * 200 in "\n".join(all_lines(made))


def test_the_pages_asked_for(report: Document) -> None:
    import pypdfium2

    for pages in (1, 2):
        made = brief(report, BriefOptions(pages=pages))
        printed = conversion.render(made, parts.Target("x", ".pdf", "", parts.PDF, style="brief"))
        with closing(pypdfium2.PdfDocument(printed)) as pdf:
            assert len(pdf) == pages or any(notice.code == "brief.short" for notice in made.notices)


@pytest.mark.parametrize(
    ("name", "given"), [("pages", 0), ("pages", 21), ("languages", "fr"), ("sections", ("nope",)), ("style", "brief")]
)
def test_an_option_that_cannot_be_is_named(name: str, given: object) -> None:
    with pytest.raises(exporter.ArgumentError, match=f"^{name}: found"):
        exporter.BriefOptions(**{name: given})  # type: ignore[arg-type]
