"""`exporter terms`: files of a user's own, filled by hand or from other tools, and used by `--terms`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.called import Called, call

Terms = Callable[..., Called]
REPORT = "某市政府工作报告\n\n一、提升数智港能级\n全年一般公共预算收入157.3亿元，增长13.7%。\n"


@pytest.fixture
def terms(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terms:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    return lambda *arguments: call(capsys, monkeypatch, "terms", *arguments)


def listed(terms: Terms, *arguments: str) -> list[tuple[str, str]]:
    return [(one["zh"], one["en"]) for one in json.loads(terms("list", "--json", *arguments).out)]


def test_a_term_is_added_and_an_other_english_asked_about(terms: Terms) -> None:
    assert terms("add", "数智港", "Digital Port", "--by", "Li", "--on", "2026-01-05").status == 0
    refused = terms("add", "数智港", "Digital Haven")
    assert refused.status == 1 and "数智港 is 'Digital Port' not 'Digital Haven'" in refused.err
    assert listed(terms) == [("数智港", "Digital Port")]
    assert terms("add", "数智港", "Digital Port").out.startswith("terms.csv: 0 added, 1 there already")
    assert "Digital Port → Digital Haven" in terms("add", "数智港", "Digital Haven", "--replace").out
    assert listed(terms) == [("数智港", "Digital Haven")]


def test_each_client_has_a_file_and_imports_decide_on_conflicts(terms: Terms, tmp_path: Path) -> None:
    (tmp_path / "came.tsv").write_text("zh\ten\n数智港\tDigital Haven\n甲港\tJia Port\n", "utf-8")
    terms("add", "数智港", "Digital Port", "--terms", "client.csv")
    before = (tmp_path / "client.csv").read_bytes()
    refused = terms("import", "came.tsv", "--terms", "client.csv")
    assert refused.err.startswith("error[terms.conflict]: client.csv")
    assert (tmp_path / "client.csv").read_bytes() == before
    assert "1 added" in terms("import", "came.tsv", "--terms", "client.csv", "--keep").out
    assert listed(terms, "--terms", "client.csv") == [("数智港", "Digital Port"), ("甲港", "Jia Port")]
    terms("import", "came.tsv", "--terms", "client.csv", "--replace")
    assert listed(terms, "--terms", "client.csv")[0] == ("数智港", "Digital Haven")
    assert terms("list").err.startswith("error[source.not_found]: terms.csv")


def test_the_settings_name_the_file(terms: Terms, tmp_path: Path) -> None:
    (tmp_path / "exporter.toml").write_text('terms = "client.tsv"\n', "utf-8")
    terms("add", "数智港", "Digital Port")
    assert (tmp_path / "client.tsv").read_text("utf-8-sig").splitlines()[1].startswith("数智港\tDigital Port\t")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("add", "数智港"), 2, "error[usage]"),
        (("add", "port", "Port"), 1, "error[terms.invalid]"),
        (("add", "数智港", "Port", "--on", "yesterday"), 2, "error[usage]"),
        (("add", "数智港", "Port", "--terms", "a.xlsx"), 2, "error[usage]"),
        (("import", "none.csv"), 1, "error[source.not_found]"),
        (("import",), 2, "error[usage]"),
        (("import", "mine.csv", "--keep", "--replace"), 2, "error[usage]"),
        (("import", "mine.csv", "--terms", "mine.csv"), 1, "error[output.is_source]"),
        ((), 2, "error[usage]"),
    ],
)
def test_misuse_is_one_line_and_writes_nothing(
    terms: Terms, tmp_path: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    (tmp_path / "mine.csv").write_text("zh,en\n甲港,Jia Port\n", "utf-8")
    found = terms(*arguments)
    assert found.status == status and found.err.startswith(said) and found.err.count("\n") == 1
    assert [one.name for one in tmp_path.iterdir()] == ["mine.csv"]


def test_a_document_by_itself_shows_its_terms_and_takes_ours(
    terms: Terms, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    assert "一般公共预算收入" in terms("report.txt").out
    terms("add", "一般公共预算收入", "ordinary budget income")
    made = call(capsys, monkeypatch, "facts", "report.txt", "--terms", "terms.csv", "--format", "jsonl")
    assert "Ordinary budget income reached 15.73 billion yuan" in made.out
