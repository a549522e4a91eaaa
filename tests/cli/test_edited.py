"""What somebody wrote into a file of an earlier run stays; several targets, one place, one name each are said once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.cli.called import Called
from tests.cli.called import call as called

REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"


Call = Callable[..., Called]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return partial(called, capsys, monkeypatch)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(REPORT, "utf-8")
    return file


def test_an_edited_file_is_kept_beside_the_new_one(call: Call, report: Path, tmp_path: Path) -> None:
    made = tmp_path / "out" / "a.md"
    command = ("export", str(report), "--to", "md", "--out", str(tmp_path / "out"))
    call(*command)
    made.write_text("edited", "utf-8")
    told = call(*command)
    assert told.status == 0
    assert "output.edited" in told.err
    aside = [one for one in made.parent.iterdir() if ".edited-" in one.name]
    assert [one.read_text("utf-8") for one in aside] == ["edited"]
    assert "output.edited" not in call(*command).err


def test_force_writes_over_it(call: Call, report: Path, tmp_path: Path) -> None:
    made = tmp_path / "out" / "a.md"
    command = ("export", str(report), "--to", "md", "--out", str(tmp_path / "out"), "--force")
    call(*command)
    made.write_text("edited", "utf-8")
    assert "output.edited" not in call(*command).err
    assert [one.name for one in made.parent.iterdir()] == ["a.md"]


def test_every_to_counts(call: Call, report: Path, tmp_path: Path) -> None:
    call("export", str(report), "--to", "md", "--to", "json", "--out", str(tmp_path / "out"))
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["a.json", "a.md"]


def test_one_file_and_a_folder_contradict_each_other(call: Call, report: Path, tmp_path: Path) -> None:
    told = call("export", str(report), "-o", str(tmp_path / "b.md"), "--out", str(tmp_path / "out"))
    assert told.status == 2
    assert "give one of the two" in told.err
    assert not (tmp_path / "b.md").exists()


def test_whose_brief_it_is(call: Call, report: Path, tmp_path: Path) -> None:
    (tmp_path / "exporter.toml").write_text('organisation = "澄湖市统计学会"\n', "utf-8")
    call("export", str(report), "--to", "brief-html", "--out", str(tmp_path / "out"))
    assert "澄湖市统计学会" in (tmp_path / "out" / "a.brief.html").read_text("utf-8")
