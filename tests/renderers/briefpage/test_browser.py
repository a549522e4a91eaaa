"""In a real browser a brief answers to mouse and keyboard, fits its screen, prints, and asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

import exporter
from exporter import conversion
from exporter.model import (
    Card,
    CardFace,
    Cards,
    Cell,
    Chart,
    Document,
    Fact,
    Heading,
    Metadata,
    Note,
    Origin,
    Pair,
    Paragraph,
    Run,
    Series,
    Span,
    Table,
)
from exporter.renderers.briefpage import render
from exporter.style import load_style
from tests.reports import CHECKOUT, SAMPLE, SEED, SHARED, marks
from tests.support.tools import missing

pytestmark = pytest.mark.slow

SOURCES = (
    SAMPLE,
    CHECKOUT / "tests" / "texts" / "communique.html",
    SEED,
    SHARED / "corpus" / "06_province_guangdong_2026.txt",
    SHARED / "corpus" / "40_city_daqing_2012_communique.html",
    SHARED / "corpus" / "22_county_gaoyang_2024_news.txt",
)
NAMES = [pytest.param(source.stem, marks=marks(source)) for source in SOURCES]
ALONE: tuple[Literal["zh", "en"], ...] = ("zh", "en")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
CARD = ".cards .zh .card_value a"
CLIPPED = """() => [...document.querySelectorAll("h1,h2,h3,p,li,th,td,dt,dd")]
  .filter((e) => e.clientWidth && e.scrollWidth > e.clientWidth + 1 && !e.closest(".unseen"))
  .map((e) => e.outerHTML.slice(0, 200))"""
"""Gives the blocks whose text is wider than they are."""
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Document, Path]]:
    folder = tmp_path_factory.mktemp("briefs")
    made = {}
    for source in filter(Path.is_file, SOURCES):
        document = exporter.brief(conversion.read(source))
        made[source.stem] = (document, folder / f"{source.stem}.brief.html")
        made[source.stem][1].write_bytes(render(document, load_style("brief")))
    for languages in ALONE:
        document = exporter.brief(conversion.read(SOURCES[0]), exporter.BriefOptions(languages=languages))
        made[languages] = (document, folder / f"{languages}.brief.html")
        made[languages][1].write_bytes(render(document, load_style("brief")))
    document = long_names()
    made["long"] = (document, folder / "long.brief.html")
    made["long"][1].write_bytes(render(document, load_style("brief")))
    return made


def long_names() -> Document:
    """A brief of a title of 200 characters, names of 60, and figures that no column was made for."""
    name, english, value = "城乡居民" * 15, "per capita disposable income " * 4, "不低于12345678901234.56万亿元以上"
    fact = Fact("f1", Span(0, 60), 1, name, name, value, indicator_en=english, english=english)
    words = (Cell((Run(name),)), Cell((Run(english),), lang="en"))
    figures = (
        Cell((Run(value, "figure", target="f1"),), align="right"),
        Cell((Run(english, "figure", target="f1"),), align="right", lang="en"),
    )
    head = tuple(Cell((Run(text),)) for text in ("指标", "Indicator", "数值", "Value"))
    values = (Decimal("-123456.78"), Decimal("99999999.5"))
    blocks = (
        Heading(0, (Run("关于" + "统筹推进" * 49 + "的报告"),)),
        Paragraph((Run("Report" * 40),), "subtitle", "en"),
        Cards((Card(CardFace(name, value, value), CardFace(english, english, english), "f1"),) * 7),
        Heading(1, (Run("主要指标" * 20), Run("Key" * 60, lang="en"))),
        Table((head, (*words, *figures), (*words, *figures))),
        Table(((*words, *words),), header_rows=0),
        Table((tuple(Cell((Run(f"第{at}列"),)) for at in range(14)),) * 3),
        Chart("bar", (f"{name} {english}", "出口 Exports"), (Series("完成 Result", values),), "%", (Run(name),)),
        Chart("column", ("一", "二"), (Series("完成", values),), "%", (Run(name),)),
        Pair((Paragraph((Run("https://example.com/" + "a" * 300),)),), (), "untranslated"),
        Note("f1", "第1行 ", (Run("“" + "b" * 200 + "”"),)),
    )
    return Document(Metadata(), blocks, Origin("a" * 200, "text/plain", None, "", name + "c" * 300), facts=(fact,))


@pytest.fixture
def opened(chromium: Browser, briefs: dict[str, tuple[Document, Path]]) -> Iterator[Opener]:
    """Open a brief; at the end, no page has complained or asked for anything but itself."""
    complaints: list[str] = []
    contexts = []

    def open_page(name: str = SAMPLE.stem, width: int = 1280, **said: Any) -> Page:
        contexts.append(chromium.new_context(viewport={"width": width, "height": 800}, **said))
        page = contexts[-1].new_page()
        url = briefs[name][1].as_uri()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("request", lambda asked: complaints.append(asked.url) if asked.url.split("#")[0] != url else None)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


# ---------------------------------------------------------------- from a figure to its source


def test_a_click_on_a_figure_opens_its_sentence(opened: Opener, briefs: dict[str, tuple[Document, Path]]) -> None:
    page = opened()
    facts = {fact.id: fact for fact in briefs[SAMPLE.stem][0].facts}
    for name in ("main section td a", CARD, ".bars a"):
        link = page.locator(name).first
        fact = facts[str(link.get_attribute("data-fact"))]
        link.click()
        mark = page.locator("dialog mark")
        assert mark.inner_text() == fact.quote
        assert page.locator("dialog .lit").get_attribute("data-line") == str(fact.line)
        assert in_view(page, "dialog mark")
        page.locator("#close").click()
        expect(page.locator("mark")).to_have_count(0)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_opens_what_it_was_read_from(
    name: str, opened: Opener, briefs: dict[str, tuple[Document, Path]]
) -> None:
    page = opened(name)
    facts = {fact.id: fact for fact in briefs[name][0].facts}
    lit = page.evaluate(
        """() => [...document.querySelectorAll("main a[data-fact]")].map((link) => {
             link.click();
             const said = [...document.querySelectorAll("mark")].map((mark) => mark.textContent).join("");
             document.getElementById("panel").close();
             return [link.dataset.fact, said];
           })"""
    )
    if name != "22_county_gaoyang_2024_news":
        assert len(lit) > 10
    for fact, said in lit:
        assert squeezed(said) == squeezed(re.sub(r"<[^>]*>", "", facts[fact].quote))


def test_the_page_is_worked_from_the_keyboard(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert focused(page, "e => e.classList.contains('skip')")
    page.keyboard.press("Tab")
    assert focused(page, "e => e.id === 'show-both'")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert focused(page, "e => e === document.querySelector('main a.figure')")
    page.keyboard.press("Enter")
    assert page.locator("dialog").evaluate("e => e.open")
    assert focused(page, "e => e.closest('dialog') !== null")
    for _ in range(6):  # the panel keeps the focus, but for the browser's own bars
        page.keyboard.press("Tab")
        assert focused(page, "e => e === document.body || e.closest('dialog') !== null")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").evaluate("e => e.open")
    expect(page.locator("main a.figure").first).to_be_focused()


def test_a_click_beside_the_panel_closes_it(opened: Opener) -> None:
    page = opened()
    page.locator(CARD).first.click()
    page.mouse.click(20, 400)
    assert not page.locator("dialog").evaluate("e => e.open")


def test_focus_can_be_seen(opened: Opener) -> None:
    page = opened()
    for _ in range(5):
        page.keyboard.press("Tab")
        lined = "x => x && getComputedStyle(x).outlineStyle !== 'none'"
        assert focused(page, f"e => [e, e.nextElementSibling, e.closest('.face')].some({lined})")


# ---------------------------------------------------------------- languages


def test_the_switch_shows_one_language_or_both(opened: Opener) -> None:
    page = opened()
    both = page.locator("main").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    english = page.locator("main").inner_text()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    chinese = page.locator("main").inner_text()
    assert "地区生产总值" in both and "Regional GDP" in both
    assert "地区生产总值\n" not in english and "Regional GDP" in english
    assert "地区生产总值" in chinese and "Regional GDP" not in chinese
    assert page.locator("h1").inner_text().startswith("政府工作报告（示例）")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("show", ["show-zh", "show-en"])
def test_no_switch_leaves_an_empty_place(name: str, show: str, opened: Opener) -> None:
    """A heading, cell, card or passage says something in whichever language is on."""
    page = opened(name)
    page.locator(f"label[for={show}]").click()
    empty = page.evaluate(
        """() => [...document.querySelectorAll("h1,h2,h3,main th,main td,.card,.cards li,.pair,.bars li,.note,dt,dd")]
             .filter((e) => e.offsetParent !== null && e.textContent.trim() && !e.innerText.trim())
             .map((e) => e.outerHTML.slice(0, 200))"""
    )
    assert empty == []


# ---------------------------------------------------------------- screens and paper


@pytest.mark.parametrize("name", [*NAMES, "long"])
def test_nothing_is_wider_than_the_screen(name: str, opened: Opener) -> None:
    page = opened(name)
    for width in (320, 360, 768, 1280, 2400):
        page.set_viewport_size({"width": width, "height": 800})
        for show in ("show-both", "show-zh", "show-en"):
            page.locator(f"label[for={show}]").click()
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("languages", ALONE)
def test_a_brief_in_one_language_needs_no_switch(languages: str, opened: Opener) -> None:
    page = opened(languages, reduced_motion="reduce")
    assert page.locator(".switch").count() == 0
    other = {"zh": "en", "en": "zh"}[languages]
    assert page.locator(f".{other}:visible").count() == 0
    page.evaluate(axe())
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(CLIPPED) == []
        assert violations(page) == []
    page.locator(".card_value a").first.click()
    assert page.locator(f"dialog .{languages}:visible").count() == 2
    assert violations(page) == []


def test_the_panel_fits_a_narrow_screen(opened: Opener) -> None:
    page = opened(width=360, reduced_motion="reduce")
    page.locator(CARD).first.click()
    box = page.locator("dialog").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 360)
    assert in_view(page, "dialog mark")


def test_the_page_is_dark_at_night_and_light_on_paper(opened: Opener) -> None:
    page = opened(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    assert max(page.evaluate(ground)) < 60
    page.emulate_media(media="print", color_scheme="dark")
    assert min(page.evaluate(ground)) == 255


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_on_few_pages_without_what_only_works_on_a_screen(name: str, opened: Opener) -> None:
    page = opened(name)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    try:
        text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
        assert len(document) <= 3
        assert [round(side) for side in document[0].get_size()] == [595, 842]
    finally:
        document.close()
    assert "Print" not in text
    assert squeezed(page.locator("h1").inner_text())[:6] in squeezed(text)


# ---------------------------------------------------------------- without scripts, and for everyone


def test_without_scripts_everything_is_there_and_the_links_lead_to_the_source(opened: Opener) -> None:
    page = opened(java_script_enabled=False)
    page.locator(CARD).first.click()
    assert "#note-" in page.url
    page.locator("li.note:target a").click()
    assert "#row-" in page.url
    assert page.locator("#source").get_attribute("open") is not None
    assert page.locator("#rows p:target").is_visible()
    page.locator("label[for=show-en]").click()
    assert not page.locator("h1 .zh").is_visible()
    assert not page.locator("#print").is_visible()


@pytest.mark.parametrize("name", [*NAMES, "long"])
def test_axe_finds_nothing_to_mend(name: str, opened: Opener) -> None:
    page = opened(name, reduced_motion="reduce")
    page.evaluate(axe())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.locator("label[for=show-en]").click()
        assert violations(page) == []
        page.locator("label[for=show-both]").click()
        assert violations(page) == []
        if page.locator(CARD).count():
            page.locator(CARD).first.click()
            assert violations(page) == []
            page.keyboard.press("Escape")
    if page.locator("summary").count():
        page.locator("summary").click()
        assert violations(page) == []


def test_axe_finds_nothing_to_mend_on_a_narrow_screen(opened: Opener) -> None:
    page = opened(width=360)
    page.evaluate(axe())
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    found = page.evaluate("async () => (await axe.run(document)).violations")
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def axe() -> str:
    file = CHECKOUT / "build" / "node" / "node_modules" / "axe-core" / "axe.min.js"
    return file.read_text("utf-8") if file.is_file() else missing("axe-core")


def focused(page: Page, test: str) -> bool:
    return bool(page.evaluate(f"({test})(document.activeElement)"))


def in_view(page: Page, name: str) -> bool:
    box = page.locator(name).first.bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + min(box["height"], 40) <= 800


def squeezed(text: str) -> str:
    return "".join(text.split())
