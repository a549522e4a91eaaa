"""What somebody wrote into a file by hand is never lost to a later run."""

from __future__ import annotations

import os
from pathlib import Path

from exporter.batch.jobs import Job
from exporter.batch.run import export_all

REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"


def test_a_file_that_was_edited_is_kept_aside_once_and_said(tmp_path: Path) -> None:
    source, made = tmp_path / "a.txt", tmp_path / "out" / "a.md"
    source.write_text(REPORT, "utf-8")
    job = Job(str(source), ("md",), str(tmp_path / "out"))
    list(export_all([job], workers=1))
    whole = made.read_bytes()
    made.write_text("a morning's work")
    source.write_text(REPORT + "谢谢大家。\n", "utf-8")
    (outcome,) = export_all([job], workers=1)
    assert [notice.code for notice in outcome.notices if notice.level == "warning"] == ["output.edited"]
    assert outcome.status == "done" and made.read_bytes() not in (whole, b"a morning's work")
    (aside,) = (tmp_path / "out").glob("a.edited-*.md")
    assert aside.read_text() == "a morning's work" and aside.name in outcome.notices[-1].message
    (again,) = export_all([job], workers=1)
    assert again.status == "skipped" and "output.edited" not in {notice.code for notice in again.notices}


def test_a_file_that_is_gone_or_as_it_was_leaves_nothing_beside_it(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(REPORT, "utf-8")
    job = Job(str(source), ("md",), str(tmp_path / "out"))
    list(export_all([job], workers=1))
    (tmp_path / "out" / "a.md").unlink()
    (outcome,) = export_all([job], workers=1)
    assert outcome.status == "done" and not list((tmp_path / "out").glob("*edited*"))


def test_a_pipe_in_the_place_of_a_file_is_told_and_waited_for_by_nobody(tmp_path: Path) -> None:
    source, made = tmp_path / "a.txt", tmp_path / "out" / "a.md"
    source.write_text(REPORT, "utf-8")
    job = Job(str(source), ("md",), str(tmp_path / "out"))
    list(export_all([job], workers=1))
    made.unlink()
    os.mkfifo(made)
    (outcome,) = export_all([job], workers=1)
    assert (outcome.status, outcome.code) == ("failed", "output.not_regular")
