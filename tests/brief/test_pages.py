"""The printed brief of every report keeps to its pages and fills them, clips nothing, and says figures as they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from exporter import conversion, parts, pipeline
from exporter.brief import choose
from exporter.brief.build import brief, find
from exporter.brief.by_parts import by_parts
from exporter.brief.chart import charted
from exporter.brief.english_wording import rounded
from exporter.brief.options import BriefOptions, Languages
from exporter.model import Cards, Chart, Document, Fact, Pair, Paragraph, Table, all_lines
from exporter.style import load_style
from tests.brief import glyphs
from tests.brief.test_brief import brief_or_refusal
from tests.reports import CORPUS, OURS, SEED, each
from tests.support.pdf import verapdf
from tests.support.press import fogra39

STYLE = load_style("brief")
REPORTS = ("work_report", "communique")
HEADLINES = 8


@cache
def read(path: Path) -> Document:
    return pipeline.run(conversion.read(path), (parts.load(parts.FACTS), parts.load(parts.ENGLISH)))


every_input = pytest.mark.parametrize("path", each(OURS, SEED, CORPUS))


@every_input
def test_pages_are_as_many_as_asked_for_and_nothing_is_clipped(path: Path) -> None:
    document = read(path)
    if brief_or_refusal(document) is None:
        return
    printed = conversion.render(conversion.read(path), "brief")
    pages = glyphs.pages(printed, STYLE)
    assert len(pages) in (1, 2)
    for page in pages:
        assert glyphs.overlapping(page) == []
        assert glyphs.outside(page, STYLE) == []
    if whole(document) or len(pages) > 1:
        assert all(glyphs.filled(page, STYLE) > FILLED for page in pages)


def whole(document: Document) -> bool:
    """Tell whether a document has enough for the pages of a brief: it is no page or two, and proves something."""
    proved = any(fact.english_status == "verified" for fact in document.facts)
    return proved and document.metadata.doc_type in REPORTS and sum(map(len, all_lines(document))) > SHORT


SHORT = 2000
"""Characters of a report that has enough for two pages."""
FILLED = 0.75
"""Share of a page that a report's brief fills at the least."""


@pytest.mark.slow
@every_input
def test_a_brief_for_the_press_is_set_as_the_other_is(path: Path) -> None:
    if brief_or_refusal(read(path)) is None:
        return
    printed = conversion.render(conversion.read(path), "brief-print", parts.Options(icc=fogra39()))
    pages = glyphs.pages(printed, STYLE)
    assert len(pages) <= 2
    for page in pages:
        assert glyphs.overlapping(page) == []
        assert glyphs.outside(page, STYLE) == []


@every_input
def test_every_figure_says_what_its_fact_says(path: Path) -> None:
    document = read(path)
    facts = {fact.id: fact for fact in document.facts}
    for fact, text in _shown(made) if (made := brief_or_refusal(document)) else ():
        for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text):
            assert number in _numbers(facts[fact]), (number, text, facts[fact].quote)


def _shown(made: Document) -> list[tuple[str, str]]:
    shown: list[tuple[str, str]] = []
    for block in made.blocks:
        match block:
            case Cards(cards=cards):
                faces = [(card.fact, face) for card in cards for face in (card.zh, card.en) if card.fact and face]
                shown += [(fact, f"{face.value} {face.note}") for fact, face in faces]
            case Table(rows=rows):
                shown += [(r.target, r.text) for row in rows for cell in row for r in cell.runs if r.target]
            case Pair(zh=zh, en=en):
                sides = [side for side in (*zh, *en) if isinstance(side, Paragraph)]
                shown += [(r.target, r.text) for side in sides for r in side.runs if r.target]
    return shown


def _numbers(fact: Fact) -> str:
    """Give every number of a fact, in both languages and as the source prints it."""
    said = [fact.quote, fact.value, fact.value_en, fact.change, fact.english, fact.period, fact.indicator]
    plain = [f"{abs(number):f}" for number in (fact.change, fact.number, fact.upper) if number is not None]
    short = rounded(fact.value_en or "")
    return " ".join(str(part) for part in (*said, *plain, short) if part is not None)


@every_input
def test_headlines_are_levels_and_growths_in_the_standard_order(path: Path) -> None:
    document = read(path)
    chosen = choose.headlines(choose.measured(document, choose.told_of(document)))
    ranks = [int(c.reason.split()[-1]) for c in chosen if c.reason.startswith("headline")]
    assert ranks == sorted(ranks)
    proved = choose.sure(document)
    told = {fact.id for fact in (*proved, *by_parts(document, proved))}
    assert all(c.fact.id in told for c in chosen)
    assert all("百分点" not in (c.fact.unit or "") for c in chosen)
    made = brief_or_refusal(document)
    if made is None:
        return
    shown = {fact for fact, _ in _shown(made)}
    if document.metadata.doc_type in REPORTS:
        assert len(shown & {c.fact.id for c in chosen}) >= min(HEADLINES, len(chosen))


@every_input
def test_a_chart_stands_where_two_pairs_compare_and_nowhere_else(path: Path) -> None:
    document = read(path)
    found = find(document, BriefOptions())
    years = choose.year_reviewed(document) or "上年", str(document.metadata.year_planned or "当年")
    made = brief_or_refusal(document)
    charts = [block for block in made.blocks if isinstance(block, Chart)] if made else []
    compared = [chart for chart in charts if chart.kind == "dumbbell"]
    assert bool(compared) == bool(charted(found.pairs, years))
    for chart in charts:
        assert all(value is not None for series in chart.series for value in series.values)


@every_input
@pytest.mark.parametrize("pages", [1, 3])
@pytest.mark.parametrize("languages", ["zh-en", "zh", "en"])
def test_a_chart_gives_way_last(path: Path, pages: int, languages: Languages) -> None:
    document, asked = read(path), BriefOptions(pages=pages, languages=languages)
    years = choose.year_reviewed(document) or "上年", str(document.metadata.year_planned or "当年")
    if charted(find(document, asked).pairs, years):
        assert any(isinstance(block, Chart) and block.kind == "dumbbell" for block in brief(document, asked).blocks)


@pytest.mark.slow
@pytest.mark.parametrize("pages", [1, 2, 3, 4])
def test_the_pages_asked_for(report_path: Path, pages: int) -> None:
    printed = conversion.render(conversion.read(report_path), "brief", parts.Options(pages=pages))
    found = glyphs.pages(printed, STYLE)
    assert len(found) == pages or (len(found) < pages and all(glyphs.filled(page, STYLE) > FILLED for page in found))
    assert all(not glyphs.overlapping(page) and not glyphs.outside(page, STYLE) for page in found)


@pytest.mark.slow
def test_a_brief_is_an_archive_file_and_accessible(report_path: Path) -> None:
    printed = conversion.render(conversion.read(report_path), "brief")
    assert [verapdf(printed, flavour) for flavour in ("3a", "ua1")] == [[], []]
