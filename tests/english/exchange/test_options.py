"""One option, one meaning: what people bring acts on every target that shows English, and a file must be there."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from exporter import conversion, desk
from exporter.english.exchange.memory import Unit, memory_of
from exporter.english.exchange.tmx import to_tmx
from exporter.english.exchange.xliff import to_xliff
from exporter.english.services.translators import Request, Response
from exporter.errors import ExporterError
from exporter.parts import Options, target_names
from exporter.verify import verify
from tests.cli.called import call

REPORT = """青河市2025年政府工作报告

各位代表：

一、2024年工作回顾

（一）数智港能级持续提升

一般公共预算收入157.3亿元，增长13.7%。数智港建设取得积极进展。就业帮扶惠及1.2万人。

二、2025年重点工作

（一）数智港能级再提升

各位代表，让我们团结一心、真抓实干，为完成全年各项目标任务而努力奋斗！
"""
SENTENCE = "数智港建设取得积极进展。"
ENGLISH = "The Zephyr Port is taking good shape."
HEADING = "（一）数智港能级再提升"
SHOWING = ("bilingual-html", "bilingual-docx", "bilingual-pdf", "xliff", "tmx", "review-xlsx", "review-docx")
"""Targets that show the English of any sentence."""
BRIEFS = ("brief-html", "brief-docx")


@pytest.fixture
def report() -> bytes:
    return REPORT.encode()


def text_of(data: bytes) -> str:
    """All that a file says, whatever it is."""
    if data.startswith(b"%PDF"):
        from tests.support.pdf import pdf_text

        return " ".join(pdf_text(data).split())
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b" ".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    return re.sub(r"<[^>]*>", "", data.decode("utf-8", "replace"))


def made(report: bytes, target: str, options: Options) -> str:
    return text_of(conversion.render(conversion.read_bytes("report.txt", report), target, options))


def translator(request: Request) -> Response:
    return Response({one.id: ENGLISH for one in request.segments if one.zh == SENTENCE})


def options_of(kind: str, folder: Path, report: bytes) -> Options:
    """Bring the English of the sentence by one of four ways."""
    if kind == "memory":
        (folder / "m.tmx").write_bytes(to_tmx(memory_of([Unit(SENTENCE, ENGLISH, "", "Li", "2026-01-05")])))
        return Options(memory=folder / "m.tmx")
    if kind == "reviewed":
        document = desk.figured(conversion.read_bytes("report.txt", report), Options())
        back = [
            replace(one, en=ENGLISH, status="reviewed") if one.zh == SENTENCE else one
            for one in desk.segments_of(document, Options())
        ]
        (folder / "r.xlf").write_bytes(to_xliff(back))
        return Options(reviewed=(folder / "r.xlf",))
    return Options(translator=translator)


@pytest.mark.parametrize("target", SHOWING)
@pytest.mark.parametrize("kind", ["memory", "reviewed", "translator"])
def test_english_that_is_brought_is_shown(report: bytes, tmp_path: Path, kind: str, target: str) -> None:
    assert ENGLISH in made(report, target, options_of(kind, tmp_path, report))


JOBS = "就业帮扶惠及1.2万人。"
JOBS_EN = "Help in finding jobs reached 12,000 people."


def test_a_translator_says_figures_that_no_rule_said(report: bytes) -> None:
    def translator(request: Request) -> Response:
        return Response({one.id: JOBS_EN for one in request.segments if one.zh == JOBS})

    options = Options(translator=translator)
    rows = made(report, "facts-csv", options).splitlines()
    assert [row for row in rows if JOBS_EN in row and "machine" in row] == [row for row in rows if "1.2万人" in row]
    document = conversion.read_bytes("report.txt", report)
    found = desk.translator_said(desk.figured(document, options), options).facts
    by_rule = desk.figured(document, Options()).facts
    kept = [(one, rule) for one, rule in zip(found, by_rule, strict=True) if "1.2万人" not in one.quote]
    assert kept and all(one == rule for one, rule in kept)


def test_a_model_with_a_translators_english_is_proved_by_its_figures(report: bytes) -> None:
    said = {JOBS: JOBS_EN}

    def translator(request: Request) -> Response:
        return Response({one.id: said[one.zh] for one in request.segments if one.zh in said})

    document = conversion.read_bytes("report.txt", report)
    model = conversion.render(document, "json", Options(translator=translator))
    assert JOBS_EN in model.decode() and "machine" in model.decode()
    assert verify("report.json", model, document).differences == ()
    wrong = model.replace(b"reached 12,000", b"reached 21,000")
    assert {one.what for one in verify("report.json", wrong, document).differences} == {"figure"}


@pytest.mark.parametrize("target", [*SHOWING, *BRIEFS, "json", "facts-csv"])
def test_a_term_is_said_wherever_its_figure_is(report: bytes, tmp_path: Path, target: str) -> None:
    (tmp_path / "t.csv").write_text("zh,en\n一般公共预算收入,zephyr budget income\n", "utf-8")
    assert "zephyr budget income" in made(report, target, Options(terms=tmp_path / "t.csv")).lower()


@pytest.mark.parametrize("target", BRIEFS)
def test_a_brief_shows_headings_that_people_approved(report: bytes, tmp_path: Path, target: str) -> None:
    unit = Unit(HEADING, "(1) A Zephyr Port of a Higher Grade", "", "Li", "2026-01-05")
    (tmp_path / "m.tmx").write_bytes(to_tmx(memory_of([unit])))
    assert "Zephyr Port of a Higher Grade" in made(report, target, Options(memory=tmp_path / "m.tmx"))


@pytest.mark.parametrize("target", ["docx", "pdf-fast", "md", "html", "json", "xliff", "facts-csv", "brief-html"])
@pytest.mark.parametrize("option", ["memory", "terms", "reviewed"])
def test_a_file_that_is_not_there_is_an_error_on_every_target(
    report: bytes, tmp_path: Path, option: str, target: str
) -> None:
    assert target in target_names()
    missing = tmp_path / "none.tmx"
    options = Options(**{option: (missing,) if option == "reviewed" else missing})
    with pytest.raises(ExporterError) as error:
        made(report, target, options)
    assert error.value.code == "source.not_found" and "none.tmx" in error.value.message


@pytest.mark.parametrize("command", ["check", "facts", "review", "export"])
@pytest.mark.parametrize("option", ["--memory", "--terms", "--reviewed"])
def test_every_command_that_shows_english_takes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    found = call(capsys, monkeypatch, command, "report.txt", option, "none.tmx")
    assert (found.status, found.err.count("\n")) == (1, 1), found
    assert found.err.startswith("error[source.not_found]: none.tmx")


def test_what_of_a_reviewed_file_is_refused_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    document = desk.figured(conversion.read("report.txt"), Options())
    wrong = [
        replace(one, en="Some 21,000 found work.", status="reviewed") if "就业" in one.zh else one
        for one in desk.segments_of(document, Options())
    ]
    (tmp_path / "r.xlf").write_bytes(to_xliff(wrong))
    for more in (("-o", "a.bilingual.html"), ("--to", "bilingual-html", "--out", "out")):
        found = call(capsys, monkeypatch, "export", "report.txt", "--reviewed", "r.xlf", *more)
        assert found.status == 0 and "warning[reviewed.refused]: r.xlf" in found.err and "1.2万" in found.err
