"""A brief in one language says nothing in the other but what the source alone can say, and keeps to its pages."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import exporter
from exporter import conversion, parts, pipeline
from exporter.batch.jobs import Job, job_as_plain, job_from_plain
from exporter.batch.recipe import recipe
from exporter.brief.build import brief
from exporter.brief.languages import in_languages
from exporter.brief.options import SECTIONS, BriefOptions, Languages, Section
from exporter.brief.side_by_side import MARK, counted, numbered, set_out, shown_of
from exporter.english.exchange.segments import Segment
from exporter.model import Block, Document, Heading, Metadata, Note, Pair, Paragraph, Run, all_lines, lines_of, plain
from exporter.renderers.pdf import tagged
from exporter.style import load_style
from exporter.verify.prove import verify
from tests.brief import glyphs
from tests.brief.test_brief import SAMPLE, brief_or_refusal, figure
from tests.brief.test_design import ODD
from tests.brief.test_pages import _numbers, _shown, every_input, read
from tests.documents import documents
from tests.support.press import fogra39

STYLE = load_style("brief")
LANGUAGES: tuple[Languages, ...] = get_args(Languages)
HALF_SAID = 0.6
"""Share of a page filled at the least: half is said, and a short report has no more to say."""
ALONE: tuple[Languages, ...] = ("zh", "en")
HAN = re.compile("[\u3400-\u9fff]")

in_each = pytest.mark.parametrize("languages", LANGUAGES)
alone = pytest.mark.parametrize("languages", ALONE)


@pytest.fixture(scope="module")
def report() -> Document:
    return pipeline.run(conversion.read(SAMPLE), (parts.load(parts.FACTS), parts.load(parts.ENGLISH)))


def in_language(report: Document, languages: Languages) -> Document:
    return brief(report, BriefOptions(languages=languages))


def words(made: Document) -> list[str]:
    """Give every line of a brief but the source's own words."""
    return [line for block in made.blocks if not isinstance(block, Note) for line in lines_of(block) if line]


@given(documents, st.sampled_from(ALONE))
@settings(max_examples=40)
def test_any_document_has_a_brief_in_one_language(document: Document, languages: Languages) -> None:
    made = brief_or_refusal(document, BriefOptions(languages=languages))
    assert made is None or not any(isinstance(block, Pair) for block in pipeline.check(made).blocks)


def test_chinese_alone_says_nothing_in_english(report: Document) -> None:
    made = in_language(report, "zh")
    latin = re.compile(r"[A-Za-z]{3,}")
    allowed = {"SHA", "sample", "html"}
    for line in words(made):
        assert set(latin.findall(re.sub("[0-9a-f]{64}", "", line))) <= allowed, line
    assert made.metadata.language == "zh-Hans"


def test_english_alone_marks_whatever_is_chinese(report: Document) -> None:
    made = in_language(report, "en")
    assert made.metadata.language == "en"
    assert made.metadata.title == "Report on the Work of the Cixi Municipal Government (Sample): brief"
    for line in words(made):
        assert MARK in line or not HAN.search(line), line
    marks = {block.mark for block in made.blocks if isinstance(block, Note)}
    assert {"I, para. 1 ", "Ibid. "} <= marks and not any(map(HAN.search, marks))
    assert not any(report.origin is not None and report.origin.sha256 in line for line in words(made))


@in_each
def test_every_figure_says_what_its_fact_says(report: Document, languages: Languages) -> None:
    facts = {fact.id: fact for fact in report.facts}
    shown = _shown(in_language(report, languages))
    assert len(shown) > 20
    for fact, text in shown:
        assert all(number in _numbers(facts[fact]) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)), text


@alone
def test_no_card_is_empty(languages: Languages) -> None:
    grown = replace(
        figure(1), value=None, number=None, value_en=None, unit=None, change=Decimal("8.5"), change_kind="percent"
    )
    made = in_language(Document(Metadata(title="报告", year_reviewed=2017), (), facts=(grown,)), languages)
    said = [value for _, value in _shown(made)]
    assert any("8.5%" in value for value in said)


def passage(zh: str, en: str = "", status: str = "verified") -> Pair:
    english = (Paragraph((Run(en),), lang="en"),) if en else ()
    return Pair((Paragraph((Run(zh),)),), english, status)  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.text("甲乙丙", min_size=1, max_size=30), st.text("abc", max_size=40)), min_size=2))
def test_each_passage_is_said_once_in_the_language_asked_for(passages: list[tuple[str, str]]) -> None:
    pairs: list[Block] = [passage(zh, en, "verified" if en else "untranslated") for zh, en in passages]
    for languages, wanted in (
        ("zh", [zh for zh, _ in passages]),
        ("en", [en for _, en in passages if en]),
    ):
        blocks = list(in_languages(pairs, languages))  # type: ignore[arg-type]
        assert [line for block in blocks for line in lines_of(block) if line] == wanted


@given(st.lists(st.booleans(), min_size=1, max_size=9), st.integers(1, 9))
def test_what_is_missing_is_counted_of_all_that_there_is(english: list[bool], shown: int) -> None:
    pairs = [passage("甲", "a" if has else "", "verified" if has else "untranslated") for has in english]
    shown, missing = min(shown, len(pairs)), english.count(False)
    some = tuple(pairs[:shown])
    note = counted(pairs, some, "zh-en")
    said = plain(note.runs) if note else ""
    lacking = sum(not one.en for one in some)
    assert ("in Chinese only" in said.replace("In", "in")) == bool(lacking)
    assert f"{lacking} of {len(pairs)} " in said or lacking in (0, len(some))
    assert (f"此处列{shown}项" in said) == (shown < len(pairs))
    assert (f"{shown} of the source's {len(pairs)} are listed" in said) == (shown < len(pairs))
    alone = counted(pairs, shown_of(pairs, shown, "en"), "en")
    assert (alone is not None and f"{missing} of the report's {len(pairs)}" in plain(alone.runs)) == bool(missing)


def test_what_stands_behind_numbers_is_missed_by_them() -> None:
    pairs = numbered([passage("甲", "a"), passage("乙", "", "untranslated"), passage("丙", "c")])
    note = counted(pairs, pairs, "zh-en")
    assert note is not None and plain(note.runs) == "No. 2 is in Chinese only."


@given(st.lists(st.booleans(), min_size=1, max_size=9))
def test_every_passage_stands_in_its_order_whether_it_has_english_or_not(english: list[bool]) -> None:
    pairs = numbered(
        passage(f"任务{'甲' * at}", "a" if has else "", "verified" if has else "untranslated")
        for at, has in enumerate(english, 1)
    )
    blocks = list(set_out(pairs, len(pairs), "zh-en"))
    lines = [line for block in blocks for line in lines_of(block)]
    chinese = [line for line in lines if "任务" in line]
    assert chinese == [f"{at} 任务{'甲' * at}" for at in range(1, len(pairs) + 1)]
    assert [line for line in lines if line.endswith(" a")] == [f"{at} a" for at, has in enumerate(english, 1) if has]
    assert any("Chinese only" in line for line in lines) == (not all(english))
    assert all(not isinstance(block, Pair) or block.en for block in blocks)  # none has an empty place beside it


def test_english_that_nobody_proved_says_so() -> None:
    (one, *_) = in_languages([passage("甲", "a", "machine")], "en")
    (other, *_) = in_languages([passage("甲", "a", "draft")], "en")
    assert "machine translation" in next(lines_of(one))
    assert "draft translation" in next(lines_of(other))


def test_english_of_a_memory_stands_in_the_english_brief() -> None:
    heading = "加快山城夜市提质"
    blocks = (
        Heading(1, (Run("2018年工作安排"),)),
        *(Heading(2, (Run(text),)) for text in (heading, "深化改革，激发内生活力", "保障民生，共享发展成果")),
    )
    document = Document(Metadata(title="报告", doc_type="work_report", year_planned=2018), blocks)
    known = (Segment("s1", heading, "heading", "Better night markets", "machine"),)
    made = brief(document, BriefOptions(languages="en", sections=("priorities",), english=known))
    text = "\n".join(all_lines(made))
    assert "Better night markets [machine translation]" in text and heading not in text


@pytest.mark.parametrize("name", ODD)
@alone
def test_odd_documents_stay_in_shape(name: str, languages: Languages) -> None:
    made = brief_or_refusal(ODD[name], BriefOptions(languages=languages))
    pages = glyphs.pages(tagged.render(made, STYLE), STYLE) if made else []
    assert len(pages) <= 2
    for page in pages:
        assert glyphs.overlapping(page) == []
        assert glyphs.outside(page, STYLE) == []


# ---------------------------------------------------------------- sections


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_left_out_is_not_there(report: Document, section: Section) -> None:
    def heads(made: Document) -> list[str]:
        return [line for block in made.blocks if isinstance(block, Heading) for line in lines_of(block)]

    whole = heads(brief(report))
    others = tuple(each for each in SECTIONS if each != section)
    rest = brief(report, BriefOptions(sections=others))
    only = brief(report, BriefOptions(sections=(section,)))
    assert len(heads(only)) <= 3
    assert not set(heads(only)[1:-1]) & set(heads(rest))
    assert whole[0] == heads(rest)[0]


def test_without_cards_the_results_are_all_in_the_table(report: Document) -> None:
    made = brief(report, BriefOptions(sections=("panels",)))
    assert "地区生产总值" in "\n".join(all_lines(made))


# ---------------------------------------------------------------- what is made of them


@in_each
def test_a_pdf_and_a_page_say_their_language(report: Document, languages: Languages) -> None:
    spoken = "en" if languages == "en" else "zh-Hans"
    source, options = conversion.read(SAMPLE), exporter.Options(languages=languages)
    rows = [parts.target("brief"), parts.target("brief-html")]
    printed, page = (made.data for made in conversion.render_all(source, rows, options))
    with closing(pikepdf.open(BytesIO(printed))) as pdf:
        assert str(pdf.Root.Lang) == spoken
        assert len(pdf.pages) in (1, 2)
    said = page.decode()
    assert f'<html lang="{spoken}">' in said
    assert ("show-both" in said.split("<main")[0].split("</style>")[1]) == (languages == "zh-en")
    for name, data in (("a.brief.pdf", printed), ("a.brief.html", page)):
        assert verify(name, data, source).differences == ()


@pytest.mark.parametrize("target", ["brief-docx", "brief-print"])
@alone
def test_word_and_the_press_are_proved_too(target: str, languages: Languages) -> None:
    source = conversion.read(SAMPLE)
    made = conversion.render(source, target, exporter.Options(languages=languages, icc=fogra39()))
    assert verify(f"a{parts.target(target).suffix}", made, source).differences == ()


def test_the_options_reach_the_brief_by_every_way() -> None:
    source = conversion.read(SAMPLE)
    assert exporter.brief(source, exporter.BriefOptions(languages="en")).metadata.language == "en"
    job = Job("a.txt", ("brief",), "out", options=exporter.Options(languages="en"))
    assert job_from_plain(job_as_plain(job)) == job
    recipes = {recipe(("brief",), exporter.Options(languages=languages), False) for languages in LANGUAGES}
    assert len(recipes) == len(LANGUAGES)


@pytest.mark.slow
@every_input
@alone
def test_pages_are_as_many_as_asked_for(path: Path, languages: Languages) -> None:
    made = brief_or_refusal(read(path), BriefOptions(languages=languages))
    if made is None:
        return
    pages = glyphs.pages(tagged.render(made, STYLE), STYLE)
    assert len(pages) in (1, 2)
    for page in pages:
        assert glyphs.overlapping(page) == []
        assert glyphs.outside(page, STYLE) == []
    if len(pages) > 1:
        assert all(glyphs.filled(page, STYLE) > HALF_SAID for page in pages)


@pytest.mark.slow
@pytest.mark.parametrize("pages", [1, 3])
@alone
def test_other_numbers_of_pages(pages: int, languages: Languages) -> None:
    document = read(SAMPLE)
    made = brief(document, BriefOptions(pages, languages))
    short = any(notice.code == "brief.short" for notice in made.notices)
    found = glyphs.pages(tagged.render(made, STYLE), STYLE)
    assert len(found) == pages or (short and len(found) < pages)
