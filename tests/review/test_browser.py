"""A translator's hour in a real browser: written, checked, approved, killed, and found again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from exporter import conversion, desk, pipeline
from exporter.english.exchange.segments import Segment
from exporter.model import Document, Pair, Paragraph
from exporter.parts import FIGURES, Options, load
from exporter.review.page import page as written
from tests.renderers.briefpage.test_browser import axe
from tests.reports import SAMPLE
from tests.review.conftest import Serve

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def document() -> Document:
    return pipeline.run(conversion.read(SAMPLE), [load(step) for step in FIGURES])


@pytest.fixture(scope="module")
def segments(document: Document) -> tuple[Segment, ...]:
    return desk.segments_of(document, Options())


@pytest.fixture
def context(chromium: Browser) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


def box(page: Page, known: str) -> Any:
    return page.locator(f"#{known} .en")


def write(page: Page, known: str, english: str) -> None:
    box(page, known).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(english)


def english_for(segment: Segment) -> str:
    """English of our own for a segment: the rule's, or words that say its figures and nothing else."""
    if segment.en:
        return segment.en
    said = "; ".join(fact.value_en or fact.english or "" for fact in segment.facts)
    words = max(3, len(segment.zh) // 3)
    return f"{' '.join(['words'] * words)} {said}".strip()


def approved_in(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as base:
        return {zh for (zh,) in base.execute("SELECT zh FROM unit WHERE status = 'reviewed'")}


def test_an_hour_of_work_survives_a_killed_window_and_is_printed(
    serve: Serve, context: Any, document: Document, segments: tuple[Segment, ...], tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(serve())
    page.locator("#author").fill("A. Reviewer")
    wanted = segments[:60]
    for segment in wanted:
        write(page, segment.id, english_for(segment))
        page.keyboard.press("Control+Enter")
    page.wait_for_timeout(500)
    done = approved_in(tmp_path / "work.db")
    assert len(done) >= 40
    last = segments[60]
    write(page, last.id, "In the middle of a sentence")
    page.wait_for_timeout(600)
    page.close(run_before_unload=False)

    again = context.new_page()
    again.goto(serve())
    expect(box(again, last.id)).to_have_text("In the middle of a sentence")
    assert again.locator("li .about b.reviewed").count() == sum(one.zh in done for one in segments)

    options = Options(memory=tmp_path / "work.db")
    found = desk.segments_of(document, options)
    assert {one.zh for one in found if one.status == "reviewed"} == done
    both = load("exporter.english.bilingual:bilingual")(document, found)
    shown = {block.status for block in both.blocks if isinstance(block, Pair | Paragraph) and isinstance(block, Pair)}
    assert "reviewed" in shown


ERRORS = (
    ("全年生产总值1200亿元，增长8%。", "GDP was 12 billion yuan, up 8 percent."),
    ("全年生产总值1200亿元，增长8%。", "GDP was 120 billion yuan, up 80 percent."),
    ("全年生产总值1200亿元，增长8%。", "GDP was 120 billion yuan, down 8 percent."),
    ("全年生产总值1200亿元，增长8%。", "GDP was 120 billion yuan."),
    ("全年生产总值1200亿元，增长8%。", "GDP was 120 billion yuan, up 8 percentage points."),
)


def test_planted_errors_are_told_before_they_can_be_approved(serve: Serve, context: Any, tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    lines = "\n".join(zh for zh, _ in ERRORS)
    source.write_text(f"某市政府工作报告\n\n各位代表：\n\n一、2024年工作回顾\n{lines}\n", "utf-8")
    page = context.new_page()
    page.goto(serve(source=source))
    page.locator("#author").fill("A. Reviewer")
    rows = page.locator("li.sentence").filter(has_text="1200")
    assert rows.count() == len(ERRORS)
    for at, (_, wrong) in enumerate(ERRORS):
        write(page, str(rows.nth(at).get_attribute("id")), wrong)
        page.keyboard.press("Control+Enter")
        expect(rows.nth(at).locator(".findings li").first).to_be_visible()
        expect(rows.nth(at).locator(".about b")).not_to_have_text("reviewed")


def test_another_window_is_not_overwritten(serve: Serve, context: Any) -> None:
    address = serve()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(address)
        page.locator("#author").fill("A. Reviewer")
    write(one, "s0003", "Written first")
    one.wait_for_timeout(700)
    write(two, "s0003", "Written second")
    expect(two.locator("#told")).to_contain_text("Written first")
    one.reload()
    expect(box(one, "s0003")).to_have_text("Written first")


def test_who_has_no_token_sees_nothing(serve: Serve, context: Any) -> None:
    address = serve()
    base = address.rsplit("/", 2)[0]
    assert context.request.get(f"{base}/wrong/").status == 404
    assert context.request.get(address, headers={"Host": "evil.example"}).status == 404
    assert context.request.post(f"{address}keep", headers={"Origin": "http://evil.example"}, data="{}").status == 404
    assert context.request.post(f"{address}keep", data="no json").status == 400


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_to_mend(serve: Serve, chromium: Browser, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(serve())
        box(page, "s0005").click()
        page.evaluate(axe())
        violations = page.evaluate("async () => (await axe.run(document)).violations")
        assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_from_disk_gives_its_work_back_as_a_file(
    context: Any, document: Document, segments: tuple[Segment, ...], tmp_path: Path
) -> None:
    from exporter.review.session import session_of
    from exporter.review.store import Store

    state = session_of(document, segments, Store(tmp_path / "unused.db")).state()
    file = tmp_path / "review.html"
    file.write_text(written(state, served=False), "utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#author").fill("A. Reviewer")
    plain = next(
        one for one in segments if one.kind == "sentence" and not one.facts and not any(map(str.isdigit, one.zh))
    )
    write(page, plain.id, "A sentence of our own")
    page.keyboard.press("Control+Enter")
    with page.expect_download() as given:
        page.locator("#give").click()
    back = tmp_path / "back.xlf"
    given.value.save_as(back)
    found = desk.segments_of(document, Options(reviewed=(back,)))
    assert [(one.en, one.status) for one in found if one.id == plain.id] == [("A sentence of our own", "reviewed")]
    assert sum(one.status == "verified" for one in found) == sum(one.status == "verified" for one in segments)


def test_five_thousand_segments_do_not_lag(context: Any, tmp_path: Path) -> None:
    one = {
        "kind": "sentence", "zh": "全年实现了新的发展。" * 3, "en": "New development was achieved.", "ours": "",
        "status": "draft", "note": "", "author": "", "version": 0, "section": "一、", "line": 3, "figures": [],
        "terms": [["发展", "development"]], "findings": [],
    }  # fmt: skip
    state = {"title": "Long", "name": "long.txt", "segments": [{"id": f"s{at:04d}", **one} for at in range(1, 5001)]}
    file = tmp_path / "long.html"
    file.write_text(written(state, served=False), "utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    write(page, "s2500", "Typed at once")
    spent = page.evaluate(
        "() => { const start = performance.now(); changed(byId.get('s2500')); return performance.now() - start }"
    )
    assert spent < 1000
    expect(box(page, "s2500")).to_have_text("Typed at once")
