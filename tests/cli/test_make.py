"""What `export` and `batch` do with what they are asked for, at the level of the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.called import call

REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"
NOTICE = "关于做好防汛工作的通知\n各乡镇人民政府：\n请认真做好防汛工作。\n某某县人民政府\n2021年5月6日\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    return tmp_path / "a.txt"


@pytest.mark.parametrize("command", ["export", "batch"])
def test_elements_are_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, "utf-8")
    found = call(
        capsys, monkeypatch, command, "a.txt", "--to", "md", "--set", "签发人=林知远", "--set", "抄送=县委办公室"
    )
    assert found.status == 0, found.err
    made = (tmp_path / "out" / "a.md").read_text("utf-8")
    assert "签发人：林知远" in made and "抄送：县委办公室" in made


def test_elements_of_a_file_of_settings_are_set(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (report.parent / "exporter.toml").write_text('[set]\n"签发人" = "林知远"\n', "utf-8")
    assert call(capsys, monkeypatch, "export", "a.txt", "--to", "md").status == 0
    assert "签发人：林知远" in (report.parent / "out" / "a.md").read_text("utf-8")


def test_a_page_in_one_file_leaves_no_memory(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(capsys, monkeypatch, "review", "a.txt", "--out", "page.html").out == "page.html\n"
    assert sorted(path.name for path in report.parent.iterdir() if path.is_file()) == ["a.txt", "page.html"]


def test_a_folder_of_which_nothing_can_be_read_gives_no_panel(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (report.parent / "bad").mkdir()
    (report.parent / "bad" / "a.txt").touch()
    found = call(capsys, monkeypatch, "facts", "bad", "-o", "p.csv")
    assert found.status == 1 and found.out == "" and not (report.parent / "p.csv").exists()


def test_an_edited_file_is_said_on_standard_error(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    call(capsys, monkeypatch, "batch", "a.txt", "--to", "md")
    (report.parent / "out" / "a.md").write_text("a morning's work")
    found = call(capsys, monkeypatch, "batch", "a.txt", "--to", "md")
    assert found.status == 0 and "was changed since it was made" in found.err


def test_what_json_says_of_odd_names_is_json(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "outline", "no\udcffne.txt", "--json")
    assert "no\\\\xffne.txt" in found.out and "no\\xffne.txt" in found.err
    found.out.encode()
