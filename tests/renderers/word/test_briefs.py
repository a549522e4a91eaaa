"""The brief in Word: as many pages as asked for, sound for both validators, set as the printed one."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter import conversion, parts, pipeline
from exporter.brief.build import brief
from exporter.errors import DocumentError
from exporter.measure.office import to_pdf
from exporter.model import (
    Card,
    CardFace,
    Cards,
    Chart,
    Document,
    Heading,
    Metadata,
    Note,
    Pair,
    Paragraph,
    Run,
    lines_of,
    plain,
)
from exporter.pdfium import pages_of
from exporter.renderers.word import render
from exporter.renderers.word.body.pagination import page_count
from exporter.style import load_style
from tests.brief.test_links import figures_of
from tests.renderers.word.extract import W, part, style_of, text_of
from tests.reports import CORPUS, OURS, SAMPLE, SEED, together
from tests.support.word import validate_many_docx

BRIEF = load_style("brief")


def passages(count: int) -> Document:
    zh, en = Paragraph((Run("新建改建农村公路120公里"),)), Paragraph((Run("120 kilometres of roads"),), lang="en")
    pair = Pair((zh,), (en,), "verified")
    notes = tuple(Note(f"n{at}", f"第{at}行 ", (Run("“原文中的一句话”"),)) for at in range(8))
    return Document(Metadata(), (Heading(1, (Run("任务"),)), *(pair,) * count, Heading(1, (Run("出处"),)), *notes))


def test_pages_are_foreseen_with_a_line_to_spare() -> None:
    counts = [page_count(passages(count), BRIEF) for count in range(10, 90, 4)]
    assert counts == sorted(counts) and counts[0] == 1 and counts[-1] > 2
    assert all(page_count(passages(count), BRIEF, 0.0) <= page_count(passages(count), BRIEF) for count in (30, 33, 36))


@pytest.mark.slow
def test_a_page_foreseen_is_a_page_laid_out() -> None:
    for count in (20, 32, 33, 34, 35, 40, 66, 70):
        document = passages(count)
        assert pages_of(to_pdf(render(document, BRIEF), BRIEF)) in (
            page_count(document, BRIEF, 0.0),
            page_count(document, BRIEF),
        )


def test_the_figure_of_the_second_language_is_smaller() -> None:
    faces = CardFace("地区生产总值", "100亿元", "增长5%"), CardFace("Regional GDP", "10 billion yuan", "up 5 percent")
    cards = Cards((Card(*faces), Card(None, faces[1])))
    root = part(render(Document(Metadata(), (cards,)), BRIEF), "word/document.xml")
    assert root is not None
    styles = [style_of(one) for one in root.iter(f"{W}p") if "yuan" in text_of(one)]
    assert styles == ["CardValueSecond", "CardValue"]


def test_each_figure_leads_to_its_note_and_the_note_back_to_it() -> None:
    document = brief(pipeline.run(conversion.read(SAMPLE), (parts.load(parts.FACTS), parts.load(parts.ENGLISH))))
    root = part(render(document, BRIEF), "word/document.xml")
    assert root is not None
    led = [(str(link.get(f"{W}anchor")), text_of(link)) for link in root.iter(f"{W}hyperlink")]
    notes = {block.id: block for block in document.blocks if isinstance(block, Note)}
    marks = ((one, mark) for one in root.iter(f"{W}p") for mark in one.iter(f"{W}bookmarkStart"))
    places = {str(mark.get(f"{W}name")): text_of(one) for one, mark in marks}
    shown = [(notes[fact].mark + plain(notes[fact].runs), said) for fact, said in figures_of(document)]
    assert sorted((places[place], said) for place, said in led if place.startswith("_source_")) == sorted(shown)
    back = {place: said for place, said in led if place.startswith("_fig_")}
    assert back == {f"_fig_{id}": note.mark for id, note in notes.items()}
    assert all(place in places for place in back)


@pytest.mark.slow
@pytest.mark.parametrize("sources", together(OURS, (SEED, *CORPUS)))
def test_real_briefs_have_the_pages_asked_for_and_are_sound(sources: tuple[Path, ...], tmp_path: Path) -> None:
    pages, files = {}, []
    for source in sources:
        document = conversion.read(source)
        try:
            data = conversion.render(document, "brief-docx")
        except DocumentError as error:
            assert error.code == "brief.empty"
            continue
        files.append(tmp_path / f"{source.stem}.docx")
        files[-1].write_bytes(data)
        if document.metadata.doc_type in ("work_report", "communique"):
            pages[source.name] = pages_of(to_pdf(files[-1].read_bytes(), BRIEF))
    assert {name: count for name, count in pages.items() if count not in (1, 2)} == {}
    assert {file.name: found for file, found in validate_many_docx(files).items() if found} == {}


def test_word_says_what_print_says() -> None:
    """A brief stands tighter in Word, whose fonts are wider: nothing is left out for that."""
    source = conversion.read(SAMPLE)
    printed = brief(pipeline.run(source, (parts.load(parts.FACTS), parts.load(parts.ENGLISH))))
    root = part(conversion.render(source, "brief-docx"), "word/document.xml")
    assert root is not None
    said = "".join(text_of(one) for one in root.iter(f"{W}p")).replace(" ", "")
    lines = [
        line.replace(" ", "") for block in printed.blocks if not isinstance(block, Chart) for line in lines_of(block)
    ]
    assert [line for line in lines if line not in said] == []
