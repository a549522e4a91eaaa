"""A unit's own template: filled, its own parts kept, refused where it is unsound, its deviations named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import docx
import pytest
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.errors import ExporterError, SourceError
from exporter.model import Document, Heading, ListBlock, ListItem, Metadata, Note, Paragraph, Run, Runs, all_lines
from exporter.renderers.word import render
from exporter.renderers.word.templates import from_template, template_notices
from exporter.style import load_style
from tests.documents import documents
from tests.renderers.word.extract import W, body_lines, note_lines, paragraphs, part, printed_lines, style_of, whole

OFFICIAL = load_style("official")
Change: TypeAlias = Callable[[str, bytes], bytes]


def runs(text: str) -> Runs:
    return (Run(text),)


REPORT = Document(
    Metadata(title="城市工作报告", document_number="市政〔2018〕3号"),
    (
        Heading(0, runs("城市工作报告")),
        Heading(1, runs("主要工作"), "一、"),
        Paragraph((Run("过去一年，各项工作有序推进"), Run("①", "mark", target="n1"), Run("。"))),
        ListBlock((ListItem("1.", runs("抓项目")), ListItem("2.", runs("抓环境")))),
    ),
    appendix=(Note("n1", "①", runs("注释一则。")),),
)


def saved(path: Path, build: Callable[[Any], None], as_template: bool = True) -> Path:
    """Write a template that python-docx makes, as .dotx where asked."""
    made = docx.Document()
    build(made)
    buffer = io.BytesIO()
    made.save(buffer)
    if not as_template:
        path.write_bytes(buffer.getvalue())
        return path
    return changed(path, buffer.getvalue(), lambda name, data: data.replace(b"document.main+xml", b"template.main+xml"))


def changed(
    path: Path, package: bytes, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None
) -> Path:
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(name, data) if name == "[Content_Types].xml" else data)
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    return path


def letterhead(made: Any) -> None:
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    made.styles["Normal"].font.size = Pt(15)
    made.sections[0].header.paragraphs[0].text = "某某单位  {{标题}}"
    made.add_paragraph("某某单位文件", style="Title")
    made.add_paragraph("{{文号}}")
    made.add_paragraph("{{正文}}")
    made.add_paragraph("联系人：某处")


def test_template_is_filled_and_keeps_its_own(tmp_path: Path) -> None:
    data = from_template(saved(tmp_path / "office.dotx", letterhead))(REPORT, OFFICIAL)
    lines = body_lines(data)
    assert lines[:2] == ["某某单位文件", "市政〔2018〕3号"]
    assert lines[-1] == "联系人：某处"
    assert lines[2:-1] == [line for line in all_lines(REPORT) if line != "城市工作报告"][:-1]
    assert note_lines(data) == ["①注释一则。"]
    opened = docx.Document(io.BytesIO(data))
    assert "城市工作报告" in opened.sections[0].header.paragraphs[0].text
    assert opened.styles["Normal"].font.size == Pt(15)


def test_headings_take_the_templates_own_style(tmp_path: Path) -> None:
    data = from_template(saved(tmp_path / "office.docx", letterhead, as_template=False))(REPORT, OFFICIAL)
    document = part(data, "word/document.xml")
    assert document is not None
    assert "Heading1" in [style_of(one) for one in paragraphs(document)]
    styles = part(data, "word/styles.xml")
    assert styles is not None
    ids = [one.get(f"{W}styleId") for one in styles.iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    used = {style_of(one) for one in paragraphs(document)} - {""}
    assert used <= set(ids)


def test_without_a_field_the_text_follows_what_the_template_says(tmp_path: Path) -> None:
    made = from_template(saved(tmp_path / "office.dotx", lambda made: made.add_paragraph("单位简介")))
    assert body_lines(made(REPORT, OFFICIAL))[0] == "单位简介"


def test_a_file_of_ours_can_be_the_template_of_another(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(render(REPORT, OFFICIAL))
    data = from_template(path)(REPORT, OFFICIAL)
    assert body_lines(data) == [*all_lines(REPORT)][:-1] * 2
    assert note_lines(data) == ["①注释一则。"] * 2


@pytest.fixture(scope="module")
def fillable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template with nothing in it but the field for the text."""
    return saved(tmp_path_factory.mktemp("templates") / "plain.dotx", lambda made: made.add_paragraph("{{body}}"))


@given(document=documents)
@settings(max_examples=20)
def test_any_document_fills_a_template(fillable: Path, document: Document) -> None:
    data = from_template(fillable)(document, OFFICIAL)
    assert whole("".join(body_lines(data))) == whole("".join(printed_lines(document)))
    assert data == from_template(fillable)(document, OFFICIAL)


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("template.malformed", b""),
        ("template.malformed", b"PK\x03\x04 not a zip"),
        ("template.malformed", "一份文本".encode()),
    ],
)
def test_what_is_no_template_is_refused(tmp_path: Path, code: str, data: bytes) -> None:
    path = tmp_path / "bad.dotx"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        from_template(path)
    assert caught.value.code == code


def test_macros_links_and_bombs_are_refused(tmp_path: Path) -> None:
    plain = saved(tmp_path / "plain.docx", letterhead, as_template=False).read_bytes()
    kept = lambda name, data: data  # noqa: E731 - a change that changes nothing
    bomb = {"word/media/bomb.bin": bytes(101_000_000)}
    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://x/image" Target="http://example.org/a.png" TargetMode="External"/></Relationships>'
    )
    for code, extra in (
        ("template.macros", {"word/vbaProject.bin": b"x"}),
        ("template.too_large", bomb),
        ("template.external", {"word/_rels/header9.xml.rels": link}),
        ("template.malformed", {"word/x.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
    ):
        with pytest.raises(SourceError) as caught:
            from_template(changed(tmp_path / "bad.docx", plain, kept, extra))
        assert caught.value.code == code
    with pytest.raises(SourceError) as caught:
        from_template(tmp_path / "none.dotx")
    assert caught.value.code == "source.not_found"


@given(data=st.data())
@settings(max_examples=60)
def test_a_damaged_template_never_raises_untyped(fillable: Path, data: st.DataObject) -> None:
    whole = fillable.read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        name = data.draw(st.sampled_from(package.namelist()))
        contents = {one: package.read(one) for one in package.namelist()}
    at = data.draw(st.integers(0, max(0, len(contents[name]) - 1)))
    junk = data.draw(st.binary(max_size=12))
    contents[name] = contents[name][:at] + junk + contents[name][at + len(junk) :]
    path = fillable.with_name("damaged.dotx")
    with zipfile.ZipFile(path, "w") as package:
        for one, part_data in contents.items():
            package.writestr(one, part_data)
    try:
        from_template(path)(REPORT, OFFICIAL)
    except ExporterError as error:
        assert error.code.split(".")[0] in ("template", "source", "render")


def test_deviations_are_named_with_both_values(tmp_path: Path) -> None:
    path = saved(tmp_path / "office.dotx", letterhead)
    messages = [notice.message for notice in template_notices(path, OFFICIAL)]
    assert any("top margin" in message and "34.58 mm" in message and "GB/T" in message for message in messages)
    assert any("15 pt" in message and "16 pt" in message for message in messages)
    assert any("page number" in message for message in messages)
    assert {notice.code for notice in template_notices(path, OFFICIAL)} == {"template.deviates"}


def test_our_own_file_does_not_deviate(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(render(REPORT, OFFICIAL))
    assert template_notices(path, OFFICIAL) == ()
