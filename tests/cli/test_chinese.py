"""What a person reads is Chinese from end to end where Chinese is asked for; what programs read stays as it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from exporter import parts
from exporter.cli.language import in_chinese
from exporter.display import without_markup
from exporter.service.server import localized
from exporter.style import load_style, style_names
from tests.cli.called import call

PAGE = """<html><head><title>某县人民政府</title></head><body><nav>首页 <a href="/">要闻</a></nav><h1>政府工作报告</h1>
<p>一、2021年工作回顾</p><p>全县地区生产总值100亿元，增长5%，城镇居民人均可支配收入增长6.1%。</p>
<p>二、2022年工作安排</p><p>今年地区生产总值增长6%以上，我们要继续努力，把各项工作做好。</p></body></html>"""
ENGLISH = re.compile(r"[a-z]{4,} [a-z]{3,}")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.html").write_text(PAGE.replace("100亿", "101亿"), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "typed",
    [
        "targets",
        "styles",
        "diff a.html b.html",
        "outline a.html",
        "facts a.html --format table",
        "export a.html --to md",
    ],
)
def test_no_english_is_left(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    found = call(capsys, monkeypatch, *typed.split(), "--messages", "zh")
    assert found.status == 0, found.err
    assert ENGLISH.findall((found.out + found.err).replace("exporter outline", "")) == []


def test_check_and_verify_speak_chinese(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = call(capsys, monkeypatch, "check", "a.html", "--messages", "zh").out
    assert said.startswith("句段：") and "没有发现问题" in said
    call(capsys, monkeypatch, "export", "a.html", "--to", "json")
    said = call(capsys, monkeypatch, "verify", "out/a.json", "b.html", "--messages", "zh").out
    assert "应为" in said and "处不同" in said


def test_labels_have_their_chinese() -> None:
    labels = [row.label for row in parts.TARGETS] + [load_style(name).label for name in style_names()]
    assert [label for label in labels if in_chinese(label) == label and label != "PDF" and label != "Markdown"] == []


def test_a_list_of_reasons_is_said_in_chinese_if_all_of_them_are_known() -> None:
    assert in_chinese("navigation 18, links 1") == "导航 18、链接 1"
    assert in_chinese("navigation 18, something else") == "navigation 18, something else"


def test_programs_read_the_same_words(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "targets", "--json", "--messages", "zh")
    assert json.loads(found.out)[0]["label"] == "Word file"


def test_what_is_left_out_is_listed_by_line(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "left out, by line:\n1  " in call(capsys, monkeypatch, "outline", "a.html").out


def test_the_page_is_told_in_its_language() -> None:
    told = localized(
        {"left_out": [{"reason": "links"}], "notices": [{"message": "yes"}], "targets": [{"label": "Word file"}]},
        in_chinese,
    )
    assert told == {
        "left_out": [{"reason": "链接"}],
        "notices": [{"message": "是"}],
        "targets": [{"label": "Word 文件"}],
    }


def test_a_person_is_shown_no_markup() -> None:
    assert without_markup('首页</a> | <a href="/news/">要闻 &amp; 公告') == "首页 | 要闻 & 公告"
    assert without_markup("收入<支出，3 < 5，a<b且c>d") == "收入<支出，3 < 5，a<b且c>d"
