"""People have the last word: approved memory, terms of the user's own, on every target that shows English."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from exporter import conversion, desk
from exporter.english.exchange.memory import Unit, memory_of
from exporter.english.exchange.tmx import to_tmx
from exporter.errors import ExporterError
from exporter.parts import Options
from tests.english.exchange.test_options import text_of

REPORT = """青河市2025年政府工作报告

各位代表：

一、2024年工作回顾

一般公共预算收入157.3亿元，增长13.7%。新增就业1.2万人。

二、2025年重点工作

（一）提升营商环境

围绕这一要求，各级各部门狠抓落实，有关工作取得积极进展。

（二）深化改革开放

围绕这一要求，各级各部门狠抓落实，有关工作取得积极进展。

各位代表，让我们团结一心、真抓实干，为完成全年各项目标任务而努力奋斗！
"""
APPROVED = (
    ("新增就业1.2万人。", "Some 12,000 people found new work."),
    ("（一）提升营商环境", "(1) A Better Place to Do Business"),
)


@pytest.fixture
def options(tmp_path: Path) -> Options:
    memory, terms = tmp_path / "memory.tmx", tmp_path / "terms.tsv"
    memory.write_bytes(to_tmx(memory_of(Unit(zh, en, "", "Li Ming", "2026-01-05") for zh, en in APPROVED)))
    terms.write_text("zh\ten\tby\ton\n一般公共预算收入\tordinary budget income\tLi Ming\t2026-01-05\n", "utf-8")
    return Options(memory=memory, terms=terms)


def test_a_term_of_the_users_own_stands_before_the_table(options: Options) -> None:
    document = desk.figured(conversion.read_bytes("report.txt", REPORT.encode()), options)
    said = {fact.indicator: fact.english for fact in document.facts}
    assert (said["一般公共预算收入"] or "").startswith("Ordinary budget income reached 15.73 billion yuan")


def test_what_a_person_approved_stands_before_every_rule(options: Options) -> None:
    document = desk.figured(conversion.read_bytes("report.txt", REPORT.encode()), options)
    found = {one.zh: one for one in desk.segments_of(document, options)}
    for zh, en in APPROVED:
        assert (found[zh].en, found[zh].status) == (en, "reviewed")
        assert "Li Ming, 2026-01-05" in found[zh].note
    jobs = next(fact for fact in document.facts if "就业" in fact.quote)
    assert (jobs.english, jobs.english_status) == (APPROVED[0][1], "reviewed")


@pytest.mark.parametrize("target", ["brief", "brief-docx", "brief-html"])
def test_a_brief_gives_the_sentence_that_was_approved_of_a_figure_and_says_so(tmp_path: Path, target: str) -> None:
    approved = Unit(
        "一般公共预算收入157.3亿元，增长13.7%。", "Budget revenue came to 15.73 billion yuan, up 13.7 percent."
    )
    signed = replace(approved, approved_by="Li Ming", approved_on="2026-01-05")
    (tmp_path / "memory.tmx").write_bytes(to_tmx(memory_of([signed])))
    document = conversion.read_bytes("report.txt", REPORT.encode())
    made = conversion.render(document, target, Options(memory=tmp_path / "memory.tmx"))
    said = "".join(text_of(made).split())
    if target == "brief":  # the columns of its notes are read line by line
        said = said.replace("同上“新增就业1.2万人”", "")
    assert "Reviewed:Budgetrevenuecameto" in said
    assert "15.73billionyuan,up13.7percent." in said
    assert "Reviewed:" not in text_of(conversion.render(document, target))


@pytest.mark.parametrize("target", ["brief-html", "bilingual-html", "xliff"])
def test_targets_show_it(options: Options, target: str) -> None:
    made = conversion.render(conversion.read_bytes("report.txt", REPORT.encode()), target, options).decode()
    assert "A Better Place to Do Business" in made


def test_a_wrong_figure_is_not_taken_from_anybody(tmp_path: Path) -> None:
    memory = tmp_path / "memory.tmx"
    wrong = Unit("新增就业1.2万人。", "Some 21,000 people found new work.", "", "Li Ming", "2026-01-05")
    memory.write_bytes(to_tmx(memory_of([wrong])))
    document = desk.figured(conversion.read_bytes("report.txt", REPORT.encode()), Options(memory=memory))
    assert all("21,000" not in (fact.english or "") for fact in document.facts)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExporterError):
        desk.with_terms(conversion.read_bytes("report.txt", REPORT.encode()), Options(terms=tmp_path / "none.tsv"))


def test_the_file_of_a_review_stands_above_a_memory_beside_it(options: Options, tmp_path: Path) -> None:
    """A review that had a memory of TMX keeps its own work in a file of its own: both count, the later work first."""
    from exporter.review.store import Entry, Store

    store = Store(tmp_path / "report.review.db")
    store.keep(
        Entry(APPROVED[0][0], "Jobs were found for 12,000 more people.", "reviewed", "", "Wang Fang", "2026-02-01")
    )
    both = replace(options, reviewed=(store.path,))
    document = desk.figured(conversion.read_bytes("report.txt", REPORT.encode()), both)
    said = {one.zh: (one.en, one.status) for one in desk.segments_of(document, both)}
    assert said[APPROVED[0][0]] == ("Jobs were found for 12,000 more people.", "reviewed")
    assert said[APPROVED[1][0]] == (APPROVED[1][1], "reviewed")
