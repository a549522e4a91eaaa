"""What validators and LibreOffice make of the Word files: sound, 22 lines of 28, pages as the contents say."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from exporter import conversion, parts
from exporter.measure import measure
from exporter.measure.office import to_pdf
from exporter.measure.pages import read_pages
from exporter.model import (
    Card,
    CardFace,
    Cards,
    Cell,
    Chart,
    ChartKind,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Metadata,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Run,
    RunRole,
    Runs,
    Series,
    Table,
    all_lines,
    heading_text,
)
from exporter.renderers.word import render
from exporter.renderers.word.templates import from_template
from exporter.style import load_style
from tests.renderers.pdf.samples import held
from tests.renderers.word.extract import W, body_lines, note_lines, paragraphs, part, style_of, text_of
from tests.reports import CORPUS, OURS, SAMPLE, SEED, together
from tests.support.tools import require_tool, run_tool
from tests.support.word import validate_docx, validate_many_docx

pytestmark = pytest.mark.slow


def runs(text: str, role: RunRole = "plain", target: str | None = None) -> Runs:
    return (Run(text, role, target=target),)


def charts() -> tuple[Chart, ...]:
    figures = tuple(Decimal(one) for one in ("8.0", "-2.5", "10.25"))
    series = (Series("目标", figures), Series("实际", (None, *figures[1:])))
    kinds: tuple[ChartKind, ...] = ("bar", "column", "line", "shares")
    return tuple(Chart(kind, ("甲", "乙", "=丙"), series, "%", runs("图"), "说明") for kind in kinds)


def everything() -> Document:
    """Give a document that has every block, each in more than one form."""
    wide = tuple(Cell(runs(str(one))) for one in range(100))
    return Document(
        Metadata(title="样例", date="2018-02-04"),
        (
            Paragraph(runs("某某市人民政府文件")),
            Paragraph(runs("市政发〔2018〕1号"), "document_number"),
            Heading(0, runs("某某市人民政府关于做好全年经济社会发展各项工作的通知")),
            Paragraph(runs("各县区人民政府："), "addressee"),
            Heading(1, runs("总体要求"), "一、"),
            Heading(2, runs("把握重点。"), "（一）", run_in=True),
            Paragraph((*runs("稳中求进“十三五”"), *runs("①", "mark", "n1"), *runs("，再看"), *runs("①", "mark", "n1"))),
            Paragraph((*runs("先写一句。", "lead"), *runs("见网站", "link", "https://example.org/a?b=1&c=2"))),
            ListBlock((ListItem("1.", runs("甲")), ListItem("（1）", runs("乙"), 2), ListItem("2.", runs("丙")))),
            ListBlock((ListItem("一是", runs("丁")), ListItem("二是", runs("戊")))),
            Table(
                (
                    (Cell(runs("指标"), rowspan=2), Cell(runs("数值"), colspan=2)),
                    (Cell(runs("上年")), Cell(runs("本年"))),
                    (Cell(runs("收入")), Cell(runs("1.5")), Cell(runs("2.5"))),
                    (Cell(runs("缺格")),),
                ),
                header_rows=2,
                caption=runs("表1"),
            ),
            Table((wide, wide), header_rows=1),
            *charts(),
            Cards(tuple(Card(CardFace("指标", f"{n}亿元", "增长"), CardFace("Index", f"{n}", "up")) for n in range(5))),
            Pair(
                (Heading(2, runs("重点"), "（二）"),), (Heading(2, runs("Priorities"), "(2) ", lang="en"),), "reviewed"
            ),
            Pair((Paragraph(runs("一段话。")),), (Paragraph(runs("A passage."), lang="en"),), "reviewed"),
            Pair((Paragraph(runs("又一段。")),), (), "untranslated"),
            PageBreak(),
            Paragraph(runs("附件：1. 名单"), "attachment"),
            Paragraph(runs("某某市人民政府"), "signature"),
            Paragraph(runs("2018年2月4日"), "date"),
            Paragraph(runs("（此件公开发布）"), "status"),
            Paragraph(runs("抄送：市委各部门。")),
            Paragraph(runs("某某市人民政府办公室  2018年2月4日印发")),
        ),
        appendix=(Note("n1", "①", runs("注释一。")), Note("n2", "②", runs("没有标记的注释。"))),
    )


@pytest.mark.parametrize("name", ["official", "official-strict", "report", "brief"])
def test_both_validators_find_nothing_in_any_block(name: str) -> None:
    assert validate_docx(render(everything(), load_style(name))) == []


@pytest.mark.parametrize("name", ["official", "report"])
def test_both_validators_find_nothing_in_pictures_and_readings(name: str, tmp_path: Path) -> None:
    made = render(held(), load_style(name))
    assert validate_docx(made) == []
    path = tmp_path / "ours.docx"
    path.write_bytes(made)
    filled = from_template(path)(held(), load_style("report"))
    assert validate_docx(filled) == []
    assert filled.count(b"word/media/image") == made.count(b"word/media/image") == 2


def test_both_validators_find_nothing_in_a_filled_template(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(render(everything(), load_style("official")))
    assert validate_docx(from_template(path)(everything(), load_style("report"))) == []


@pytest.mark.parametrize("sources", together(OURS, (SEED, *CORPUS)))
def test_real_inputs_are_whole_and_sound(sources: tuple[Path, ...], tmp_path: Path) -> None:
    files = []
    for source in sources:
        document = conversion.read(source)
        if source in (SEED, SAMPLE):
            document = parts.load(parts.FACTS)(document)
        for name in ("official", "report") if source in (SEED, SAMPLE) else ("official",):
            data = render(document, load_style(name))
            shown = "".join(body_lines(data) + note_lines(data))
            assert "".join(shown.split()) == "".join("".join(all_lines(document)).split()), (source.name, name)
            assert data == render(document, load_style(name)), (source.name, name)
            files.append(tmp_path / f"{source.stem}-{name}.docx")
            files[-1].write_bytes(data)
    wrong = {file.name: found for file, found in validate_many_docx(files).items() if found}
    assert wrong == {}


def test_official_pages_hold_22_lines_of_28_characters(report_path: Path) -> None:
    style = load_style("official")
    found = measure("report.docx", render(conversion.read(report_path), style))
    checks = {check.what: check for check in found.checks}
    assert found.style == "official"
    assert checks["lines on a full page"].measured == 22
    assert checks["characters on a full line"].measured == 28
    assert checks["width of the type area (版心)"].measured == pytest.approx(156, abs=1)
    assert checks["height of the type area (版心)"].measured == pytest.approx(225, abs=1)
    assert found.failed == ()


def test_the_other_geometry_has_its_22_lines_too(report_path: Path) -> None:
    style = load_style("official-strict")
    checks = {check.what: check for check in measure("report.docx", render(conversion.read(report_path), style)).checks}
    assert checks["lines on a full page"].measured == 22
    assert checks["characters on a full line"].measured == 28


def test_contents_name_the_pages_that_the_headings_are_on(report_path: Path) -> None:
    style = load_style("report")
    document = conversion.read(report_path)
    data = render(document, style)
    pages = ["".join("".join(line.text for line in page.lines).split()) for page in read_pages(to_pdf(data, style))]
    root = part(data, "word/document.xml")
    assert root is not None
    rows = [text_of(one) for one in root.iter(f"{W}p") if re.fullmatch(r"TOC\d", style_of(one))]
    heads = [one for one in document.blocks if isinstance(one, Heading) and 1 <= one.level <= 2]
    assert len(rows) == len(heads)
    for row, head in zip(rows, heads, strict=True):
        page = int(row.rpartition("\t")[2])
        assert "".join(heading_text(head).split()) in pages[page - 1], row


def test_editing_in_libreoffice_keeps_headings_contents_notes_and_charts(tmp_path: Path) -> None:
    blocks = everything().blocks
    more = tuple(Heading(1, runs(f"第{number}部分"), f"{number}、") for number in "二三四五六")
    document = replace(everything(), blocks=(*blocks[2:-2], *more))
    style = load_style("report")
    before = render(document, style)
    (tmp_path / "before.docx").write_bytes(before)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run_tool(
        [
            require_tool("soffice"),
            "--headless",
            profile,
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(tmp_path / "after"),
            str(tmp_path / "before.docx"),
        ]
    )
    after = (tmp_path / "after" / "before.docx").read_bytes()
    for data in (before, after):
        root = part(data, "word/document.xml")
        assert root is not None
        styles = [style_of(one) for one in paragraphs(root)]
        assert styles.count("Heading1") == 6
        assert styles.count("Heading2") == 2
        assert len(note_lines(data)) == 1
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert sum(bool(re.fullmatch(r"word/charts/chart\d+\.xml", name)) for name in package.namelist()) == len(
                charts()
            )
            xml = package.read("word/document.xml").decode()
        assert len(re.findall(r"PAGEREF _Toc", xml)) == 8
        assert re.search(r"instrText[^>]*> *TOC ", xml)
