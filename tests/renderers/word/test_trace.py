"""What proves a Word file holds what is printed, and nothing else; or nothing at all."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from exporter import conversion, parts
from exporter.model import Paragraph
from exporter.parts import Options
from exporter.printed import printed_only
from exporter.renderers.word import render
from exporter.style import load_style
from exporter.verify import verify
from tests.cli.called import call

REPORT = """首页 新闻 登录
关于河道巡查情况的报告

市人民政府：
2024年巡查河道120公里，增长15%。
内部讨论的一段话，涉及金额30万元。
下一步将继续做好巡查工作。

澄湖市水务局
2025年3月6日
版权所有 技术支持 某某公司
"""


def everything(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_text_deleted_by_hand_is_nowhere_in_the_file() -> None:
    document = conversion.read(REPORT.encode(), name="report.txt")
    kept = tuple(one for one in document.blocks if not (isinstance(one, Paragraph) and "内部" in str(one.runs)))
    edited = replace(document, blocks=kept)
    held = everything(render(edited, load_style("official")))
    assert "内部讨论" not in held
    assert "30万元" not in held
    assert "巡查河道120公里" in held


def test_lines_that_were_left_out_are_nowhere_in_the_file() -> None:
    menu = "<nav><a href='/'>登录注册</a><a href='/a'>站点导航</a></nav>"
    page = f"<html><body>{menu}{REPORT.replace(chr(10), '<p>')}</body></html>"
    document = conversion.read(page.encode(), name="report.html")
    held = everything(render(document, load_style("official")))
    assert "登录注册" not in held
    assert "站点导航" not in held


def test_places_stay_and_a_whole_text_is_the_same() -> None:
    document = conversion.read(REPORT.encode(), name="report.txt")
    shown = printed_only(document)
    assert shown.origin is not None
    assert document.origin is not None
    assert len(shown.origin.text) == len(document.origin.text)
    assert shown.blocks is document.blocks


@pytest.mark.parametrize("target", ["docx", "brief-docx", "pdf", "brief"])
def test_without_a_trace_there_is_none(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "report.txt"
    source.write_text(REPORT, "utf-8")
    found = call(capsys, monkeypatch, "export", str(source), "--to", target, "--out", str(tmp_path), "--no-trace")
    assert found.status == 0
    (made,) = [path for path in tmp_path.iterdir() if path != source]
    data = made.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(made) as package:
            assert not [name for name in package.namelist() if name.startswith("customXml")]
    else:
        assert b"/EmbeddedFile" not in data


def test_a_file_with_its_trace_is_still_proved(tmp_path: Path) -> None:
    document = conversion.read(REPORT.encode(), name="report.txt")
    made = next(iter(conversion.render_all(document, [parts.target("docx")], Options())))
    assert verify("report.docx", made.data, document).differences == ()
