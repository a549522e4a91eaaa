"""A translator's hour in a real browser: written, checked, approved, killed, and found again."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
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
from tests.english.exchange.work import english_for
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


def approve(page: Page) -> None:
    """Approve what was written, and again where the page asks for a second look."""
    said = _asked_to_approve(page)
    if said.get("refused") and all(found["code"].startswith("look.") for found in said["findings"]):
        expect(page.locator("#told")).to_contain_text("Look once more")
        _asked_to_approve(page)


def _asked_to_approve(page: Page) -> Any:
    """Press what approves, and give the answer: one that came late would be taken for the next one."""
    with page.expect_response(lambda answer: '"status":"reviewed"' in (answer.request.post_data or "")) as given:
        page.keyboard.press("Control+Enter")
    return given.value.json()


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
        approve(page)
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


FIGURES_ZH = "全年生产总值1200亿元，增长8%。"
RATE_ZH = "城镇调查失业率控制在5.5%以内。"
WORK_ZH = "围绕这一要求，各级各部门狠抓落实，有关工作取得积极进展。"
COSTS_ZH = "物流成本降低3.2个百分点，出口下降4.1%。"
OPENED_ZH = "大会于3月15日下午开幕。"
LAND_ZH = "新建高标准农田500亩。"
SHARE_ZH = "前三季度，工业用电量占全省的三分之一。"
MAYOR_ZH = "市长李建国向大会报告工作。"
DAMS_ZH = "要加强水库管理。"
BASE_ZH = "这项工作的基础还不牢固。"
WORK = "To meet this requirement, all levels and departments acted in earnest, and the work made good progress."
ERRORS = (
    (FIGURES_ZH, "GDP was 12 billion yuan, up 8 percent."),
    (FIGURES_ZH, "GDP was 120 billion yuan, up 80 percent."),
    (FIGURES_ZH, "GDP was 120 billion yuan, down 8 percent."),
    (FIGURES_ZH, "GDP was 120 billion yuan."),
    (FIGURES_ZH, "GDP was 120 billion yuan, up 8 percentage points."),
    (FIGURES_ZH, "GDP was 120 billion dollars, up 8 percent."),
    (FIGURES_ZH, "GDP was 120 billion yuan, up 8 percent, in 13 counties."),
    (RATE_ZH, "The urban unemployment rate was raised to at least 5.5 percent."),
    (RATE_ZH, "The urban unemployment rate was kept within 5.5 percentage points."),
    (WORK_ZH, WORK.replace("good progress", "no progress")),
    (WORK_ZH, WORK.replace("this requirement", "{1}this requirement{2}")),
    (WORK_ZH, WORK.replace("acted", "\u202eacted")),
    (WORK_ZH, f"Here is the translation: {WORK}"),
    (WORK_ZH, "I'm sorry, but I cannot translate this sentence."),
    (WORK_ZH, "Pour répondre à cette exigence, les services et les autorités ont agi, et le travail avance bien."),
    (WORK_ZH, "Во исполнение этого требования работа ведомств значительно продвинулась."),
    (WORK_ZH, "围绕这一要求，各级各部门狠抓落实。"),
    (WORK_ZH, f"{WORK} See https://example.org for more."),
    (WORK_ZH, "Yes."),
    (COSTS_ZH, "Logistics costs rose by 3.2 percentage points, and exports fell by 4.1 percent."),
    (COSTS_ZH, "Logistics costs fell by 3.2 percentage points, and exports rose by 4.1 percent."),
    (BASE_ZH, "The foundation of this work is firm."),
    (OPENED_ZH, "The congress opened on the afternoon of May 15."),
    (OPENED_ZH, "The congress opened on the morning of March 15."),
    (LAND_ZH, "We built 500 hectares of high-standard farmland."),
    (LAND_ZH, "We built over 500 mu of high-standard farmland."),
    (SHARE_ZH, "In the first three quarters, industrial power use was one quarter of the province's."),
    (SHARE_ZH, "In the second half of the year, industrial power use was one third of the province's."),
    (MAYOR_ZH, "Mayor Wang Jianguo reported to the congress on the work."),
    (MAYOR_ZH, "Governor Li Jianguo reported to the congress on the work."),
    (WORK_ZH, WORK.replace("the work", "the the work")),
    (WORK_ZH, "To meet this requirement."),
)
RIGHT = (
    (FIGURES_ZH, "GDP was 120 billion yuan, up 8 percent."),
    (RATE_ZH, "The urban unemployment rate was kept within 5.5 percent."),
    (WORK_ZH, WORK),
    (COSTS_ZH, "Logistics costs fell by 3.2 percentage points, and exports fell by 4.1 percent."),
    (BASE_ZH, "The foundation of this work is not yet firm."),
)


FIELDS = tuple("农工商教卫文体交水能环金旅住社科人城乡财安应气档路桥电网港航林牧渔盐")


def in_fields(sentences: Iterable[str]) -> list[str]:
    """Give each sentence an opening of its own: the same Chinese has one English, wherever it stands."""
    return [f"在{field}字方面，{zh}" for field, zh in zip(FIELDS, sentences, strict=False)]


def report(folder: Path, sentences: Iterable[str]) -> Path:
    source = folder / "report.txt"
    lines = "\n".join(sentences)
    source.write_text(f"青河市政府工作报告\n\n各位代表：\n\n一、2024年工作回顾\n{lines}\n", "utf-8")
    return source


def test_planted_errors_are_told_before_they_can_be_approved(serve: Serve, context: Any, tmp_path: Path) -> None:
    assert len(ERRORS) >= 20
    page = context.new_page()
    sentences = in_fields(zh for zh, _ in ERRORS)
    page.goto(serve(source=report(tmp_path, sentences)))
    page.locator("#author").fill("A. Reviewer")
    rows = page.locator("li.sentence").filter(has_not_text="各位代表")
    assert [rows.nth(at).locator(".zh").text_content() for at in range(rows.count())] == sentences
    for at, (_, wrong) in enumerate(ERRORS):
        write(page, str(rows.nth(at).get_attribute("id")), wrong)
        expect(rows.nth(at).locator(".findings li").first).to_be_visible()  # as one types
        page.evaluate("say('')")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#told")).to_contain_text("Not approved")
        expect(rows.nth(at).locator(".about b")).not_to_have_text("reviewed")
    assert approved_in(tmp_path / "work.db") == set()


def test_right_english_is_approved_with_the_name_and_counted(serve: Serve, context: Any, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, (zh for zh, _ in RIGHT))))
    rows = page.locator("li.sentence").filter(has_not_text="各位代表")
    write(page, str(rows.nth(0).get_attribute("id")), RIGHT[0][1])
    page.keyboard.press("Control+Enter")
    expect(page.locator("#told")).to_contain_text("Give your name first")
    page.locator("#author").fill("A. Reviewer")
    for at, (_, english) in enumerate(RIGHT):
        write(page, str(rows.nth(at).get_attribute("id")), english)
        approve(page)
        expect(rows.nth(at).locator(".about b")).to_have_text("reviewed")
        expect(rows.nth(at).locator(".by")).to_contain_text("A. Reviewer")
    expect(page.locator("#progress")).to_contain_text(f"{len(RIGHT)} reviewed")
    assert approved_in(tmp_path / "work.db") == {zh for zh, _ in RIGHT}


def test_what_is_doubted_is_shown_and_approved_by_who_has_looked(serve: Serve, context: Any, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, [DAMS_ZH])))
    page.locator("#author").fill("A. Reviewer")
    known = str(page.locator("li.sentence").filter(has_text="水库").get_attribute("id"))
    write(page, known, "We will strengthen account management.")
    expect(page.locator(f"#{known} .findings .look").first).to_contain_text("水库")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#told")).to_contain_text("Look once more")
    assert approved_in(tmp_path / "work.db") == set()
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#{known} .about b")).to_have_text("reviewed")
    expect(page.locator(f"#{known} .findings")).to_have_count(0)
    write(page, known, "We will strengthen account work.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#told")).to_contain_text("Look once more")


def test_what_departs_from_proved_english_is_shown_word_for_word(serve: Serve, context: Any, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, [FIGURES_ZH])))
    page.locator("#author").fill("A. Reviewer")
    known = str(page.locator("li.sentence").filter(has_text="1200").get_attribute("id"))
    proved = box(page, known).inner_text()
    write(page, known, proved.replace("billion", "billion of"))
    expect(page.locator(f"#{known} .findings .look").first).to_contain_text("'of' is not in the known English")
    approve(page)
    expect(page.locator(f"#{known} .about b")).to_have_text("reviewed")


def test_a_remark_on_what_was_approved_asks_for_no_other_look(serve: Serve, context: Any, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, [DAMS_ZH])))
    page.locator("#author").fill("A. Reviewer")
    known = str(page.locator("li.sentence").filter(has_text="水库").get_attribute("id"))
    write(page, known, "We will strengthen account management.")
    approve(page)
    expect(page.locator(f"#{known} .about b")).to_have_text("reviewed")
    page.reload()
    page.locator("#author").fill("A. Reviewer")
    box(page, known).click()
    page.keyboard.press("Alt+r")
    with page.expect_response("**/keep") as given:
        page.keyboard.insert_text("asked the office")
    assert given.value.json()["status"] == "reviewed"
    page.reload()
    expect(page.locator(f"#{known} .note")).to_contain_text("asked the office")
    assert approved_in(tmp_path / "work.db") == {DAMS_ZH}


def test_a_remark_with_its_reason_overrules_the_guard_but_not_in_figures(
    serve: Serve, context: Any, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, [BASE_ZH, FIGURES_ZH])))
    page.locator("#author").fill("A. Reviewer")
    words, figures = (
        str(page.locator("li.sentence").filter(has_text=one).get_attribute("id")) for one in ("基础", "1200")
    )
    for known, english in ((words, "The foundation of this work is frail, but firm."), (figures, "GDP was 12 yuan.")):
        write(page, known, english)
        page.keyboard.press("Control+Enter")
        expect(page.locator("#told")).to_contain_text("a remark that begins with !")
        page.keyboard.press("Alt+r")
        page.keyboard.insert_text("! agreed with the office")
        page.wait_for_timeout(600)  # kept while it is written, and the place to write in stays
        expect(page.locator(f"#{known} .remark input")).to_be_focused()
        page.keyboard.press("Control+Enter")
    expect(page.locator(f"#{words} .about b")).to_have_text("reviewed")
    expect(page.locator(f"#{figures} .about b")).to_have_text("draft")
    expect(page.locator(f"#{words} .note")).to_contain_text("agreed with the office")
    page.reload()
    expect(page.locator(f"#{words} .note")).to_contain_text("agreed with the office")
    assert approved_in(tmp_path / "work.db") == {BASE_ZH}


def test_keys_are_known_by_their_place_where_they_write_another_character(
    serve: Serve, context: Any, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, [WORK_ZH])))
    known = str(page.locator("li.sentence").filter(has_text="围绕").get_attribute("id"))
    box(page, known).click()
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
        "{ key: 'ß', code: 'KeyS', altKey: true, bubbles: true }))"
    )
    expect(page.locator(f"#{known} .joints button").first).to_be_focused()


def shown(page: Page, known: str) -> str:
    return str(page.locator(f"[id='{known}'] .en").inner_text())


def typed(page: Page, known: str, english: str) -> None:
    page.locator(f"[id='{known}'] .en").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(english)


HALVES = ("To meet this requirement,", "all levels and departments acted in earnest, and the work made good progress.")


def cut_in_two(page: Page, known: str) -> None:
    box(page, known).click()
    page.keyboard.press("Alt+s")
    expect(page.locator(f"#{known} .joints button").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{known}.2']")).to_be_visible()


def test_a_segment_is_cut_worked_on_and_whole_again(
    serve: Serve, context: Any, tmp_path: Path, document: Document
) -> None:
    source = report(tmp_path, [WORK_ZH])
    page = context.new_page()
    page.goto(serve(source=source))
    page.locator("#author").fill("A. Reviewer")
    known = str(page.locator("li.sentence").filter(has_text="围绕").get_attribute("id"))
    cut_in_two(page, known)
    for number, english in enumerate(HALVES, 1):
        typed(page, f"{known}.{number}", english)
        page.keyboard.press("Control+Enter")
        expect(page.locator(f"[id='{known}.{number}'] .about b")).to_have_text("reviewed")
    page.reload()
    assert [shown(page, f"{known}.{number}") for number in (1, 2)] == list(HALVES)
    page.locator(f"[id='{known}.1'] .en").click()
    page.keyboard.press("Alt+j")
    expect(box(page, known)).to_have_text(WORK)
    expect(page.locator(f"#{known} .about b")).to_have_text("reviewed")
    page.keyboard.press("Alt+z")
    expect(page.locator(f"[id='{known}.2']")).to_be_visible()
    made = conversion.read(source)
    found = desk.segments_of(desk.figured(made, Options()), Options(memory=tmp_path / "work.db"))
    assert [(one.en, one.status) for one in found if one.id == known] == [(WORK, "reviewed")]


def test_what_stands_twice_is_written_once(serve: Serve, context: Any, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, [WORK_ZH, BASE_ZH, WORK_ZH])))
    page.locator("#author").fill("A. Reviewer")
    one, two = (str(row.get_attribute("id")) for row in page.locator("li.sentence").filter(has_text="围绕").all())
    write(page, one, WORK)
    page.keyboard.press("Control+Enter")
    expect(box(page, two)).to_have_text(WORK)
    expect(page.locator(f"#{two} .about b")).to_have_text("reviewed")
    write(page, two, "To meet this requirement, all acted, and the work made progress.")
    expect(box(page, one)).to_have_text("To meet this requirement, all acted, and the work made progress.")


def test_each_act_can_be_undone(serve: Serve, context: Any, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(serve(source=report(tmp_path, [WORK_ZH, BASE_ZH])))
    page.locator("#author").fill("A. Reviewer")
    known = str(page.locator("li.sentence").filter(has_text="围绕").get_attribute("id"))
    write(page, known, WORK)
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#{known} .about b")).to_have_text("reviewed")
    write(page, known, "Something else")
    page.keyboard.press("Alt+z")
    expect(box(page, known)).to_have_text(WORK)
    expect(page.locator(f"#{known} .about b")).to_have_text("reviewed")
    page.keyboard.press("Alt+z")
    page.keyboard.press("Alt+z")
    expect(box(page, known)).to_have_text("")
    page.keyboard.press("Alt+z")
    expect(page.locator("#told")).to_contain_text("Nothing to undo")


def test_a_similar_sentence_is_offered_with_its_difference(serve: Serve, context: Any, tmp_path: Path) -> None:
    page = context.new_page()
    other = FIGURES_ZH.replace("1200", "1350").replace("8%", "6%")
    page.goto(serve(source=report(tmp_path, [FIGURES_ZH, other])))
    page.locator("#author").fill("A. Reviewer")
    one, two = (str(page.locator("li.sentence").filter(has_text=text).get_attribute("id")) for text in ("1200", "1350"))
    write(page, one, "GDP was 120 billion yuan, up 8 percent.")
    approve(page)
    expect(page.locator(f"#{one} .about b")).to_have_text("reviewed")
    box(page, two).click()
    page.keyboard.press("Alt+m")
    offered = page.locator(f"#{two} .similar")
    expect(offered).to_contain_text("but for numbers")
    expect(offered).to_contain_text("A. Reviewer")
    assert offered.locator("del").all_inner_texts() == ["20", "8"]
    assert offered.locator("ins").all_inner_texts() == ["35", "6"]
    offered.locator("button").first.click()
    expect(page.locator(f"#{two} .findings li").first).to_be_visible()  # its numbers are the other's


def test_what_was_typed_while_the_command_was_dead_comes_back_when_it_is_started_again(
    tmp_path: Path, context: Any
) -> None:
    def started() -> tuple[subprocess.Popen[str], str]:
        command = [sys.executable, "-m", "exporter", "review", str(SAMPLE), "--memory", "work.db"]
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        return process, process.stdout.readline().strip()

    process, address = started()
    page = context.new_page()
    page.goto(address)
    page.locator("#author").fill("Reviewer")
    process.kill()
    process.communicate()
    write(page, "s0003", "Typed while nobody listened.")
    expect(page.locator("#told")).to_contain_text("Not saved yet")
    page.close()
    process, address = started()
    try:
        page = context.new_page()
        page.goto(address)
        expect(box(page, "s0003")).to_have_text("Typed while nobody listened.")
        expect(page.locator("#author")).to_have_value("Reviewer")
    finally:
        process.kill()
        process.communicate()


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
        one
        for one in segments
        if one.kind == "sentence" and one.en is None and not one.facts and not any(map(str.isdigit, one.zh))
    )
    write(page, plain.id, english_for(plain))
    page.keyboard.press("Control+Enter")
    with page.expect_download() as given:
        page.locator("#give").click()
    back = tmp_path / "back.xlf"
    given.value.save_as(back)
    found = desk.segments_of(document, Options(reviewed=(back,)))
    assert [(one.en, one.status) for one in found if one.id == plain.id] == [(english_for(plain), "reviewed")]
    assert sum(one.status == "verified" for one in found) == sum(one.status == "verified" for one in segments)


def test_a_page_from_disk_tells_what_figures_and_directions_are_said_wrong(context: Any, tmp_path: Path) -> None:
    from exporter.review.session import session_of
    from exporter.review.store import Store

    document = desk.figured(conversion.read(report(tmp_path, [FIGURES_ZH, COSTS_ZH])), Options())
    segments = desk.segments_of(document, Options())
    state = session_of(document, segments, Store(tmp_path / "none.db")).state()
    file = tmp_path / "review.html"
    file.write_text(written(state, served=False), "utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    ids = {one.zh: one.id for one in segments}
    for zh, english, told in (
        (FIGURES_ZH, "GDP was 120 million yuan, up 8 percent.", "120 is billion in the source"),
        (FIGURES_ZH, "GDP was 120 billion yuan, up 9 percent.", "9 stands nowhere in the source"),
        (FIGURES_ZH, "GDP was 120 billion yuan, down 8 percent.", "the source says that it rose"),
        (COSTS_ZH, "Costs rose by 3.2 percentage points, and exports rose by 4.1 percent.", "that it fell"),
    ):
        write(page, ids[zh], english)
        expect(page.locator(f"#{ids[zh]} .findings li").first).to_contain_text(told)
    write(page, ids[FIGURES_ZH], RIGHT[0][1])
    expect(page.locator(f"#{ids[FIGURES_ZH]} .findings")).to_have_count(0)


def test_a_page_from_disk_stops_what_it_knows_and_doubts_what_it_cannot(context: Any, tmp_path: Path) -> None:
    from exporter.review.session import session_of
    from exporter.review.store import Store

    dated, worded = "7月正式启用，参保率不低于95%。", "千万元以上项目建成2个。"
    document = desk.figured(conversion.read(report(tmp_path, [dated, worded])), Options())
    segments = desk.segments_of(document, Options())
    state = session_of(document, segments, Store(tmp_path / "none.db")).state()
    file = tmp_path / "review.html"
    file.write_text(written(state, served=False), "utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#small")).to_be_visible()
    page.locator("#author").fill("A. Reviewer")
    ids = {one.zh: one.id for one in segments}
    for english, told in (
        ("It opened in June, and coverage was at least 95 percent.", "7月 is said as June"),
        ("It opened in July, and coverage was no more than 95 percent.", "the other bound"),
    ):
        write(page, ids[dated], english)
        expect(page.locator(f"#{ids[dated]} .findings li").first).to_contain_text(told)
    write(page, ids[worded], "Two projects worth 10 million yuan or more were completed.")
    state_of = page.locator(f"#{ids[worded]} .about b")
    page.keyboard.press("Control+Enter")
    expect(state_of).to_have_text("draft")
    page.keyboard.press("Control+Enter")
    expect(state_of).to_have_text("reviewed")


def test_five_thousand_segments_do_not_lag(context: Any, tmp_path: Path) -> None:
    one = {
        "kind": "sentence", "zh": "全年实现了新的发展。" * 3, "en": "New development was achieved.", "ours": "",
        "status": "draft", "note": "", "author": "", "version": 0, "section": "一、", "line": 3, "figures": [],
        "cuts": [], "joints": [], "whole": "", "wholeEn": "",
        "terms": [["发展", "development"]], "findings": [],
    }  # fmt: skip
    state = {
        "title": "Long",
        "name": "long.txt",
        "segments": [
            {**one, "id": f"s{at:04d}", "base": f"s{at:04d}", "zh": f"{at}{one['zh']}"} for at in range(1, 5001)
        ],
    }
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


def test_a_remark_written_on_a_page_from_disk_counts_when_the_file_comes_back(context: Any, tmp_path: Path) -> None:
    from exporter.review.session import session_of
    from exporter.review.store import Store

    document = desk.figured(conversion.read(report(tmp_path, [BASE_ZH])), Options())
    segments = desk.segments_of(document, Options())
    (known,) = [one.id for one in segments if one.zh == BASE_ZH]
    file = tmp_path / "review.html"
    file.write_text(written(session_of(document, segments, Store(tmp_path / "none.db")).state(), served=False), "utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#author").fill("A. Reviewer")
    for remark, status in (("", "untranslated"), ("! agreed with the office", "reviewed")):
        write(page, known, "The foundation of this work is firm.")
        page.keyboard.press("Alt+r")
        page.keyboard.insert_text(remark)
        page.keyboard.press("Control+Enter")
        with page.expect_download() as given:
            page.locator("#give").click()
        given.value.save_as(tmp_path / "back.xlf")
        found = desk.segments_of(document, Options(reviewed=(tmp_path / "back.xlf",)))
        assert [one.status for one in found if one.id == known] == [status]
