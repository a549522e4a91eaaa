"""Prove that each validator passes what is right and catches what is wrong."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import ImageStat
from reportlab.pdfgen.canvas import Canvas

from tests.support import (
    docx_to_pdf,
    fogra39,
    page_images,
    pdf_pages_png,
    pdf_text,
    qpdf_check,
    validate_docx,
    validate_many_docx,
    verapdf,
)

pytestmark = pytest.mark.slow


PACKAGE = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
}


SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(run: str) -> bytes:
    stream = io.BytesIO()
    body = f"<w:body><w:p><w:r>{run}</w:r></w:p></w:body>"
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in {**PACKAGE, "word/document.xml": f"<w:document {SPACE}>{body}</w:document>"}.items():
            package.writestr(name, text)
    return stream.getvalue()


def noted_file(note: int) -> bytes:
    stream = io.BytesIO(word_file(f'<w:footnoteReference w:id="{note}"/>'))
    kind = "footnotes"
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    body = f'<w:footnote w:id="{note}"><w:p/></w:footnote>'
    with zipfile.ZipFile(stream) as package:
        parts = {entry: package.read(entry).decode() for entry in package.namelist()}
    part = f'<Override PartName="/word/{kind}.xml" ContentType="{office}.{kind}+xml"/>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", f"{part}</Types>")
    parts["word/_rels/document.xml.rels"] = (
        parts["_rels/.rels"].replace("word/document.xml", f"{kind}.xml").replace('officeDocument"/>', f'{kind}"/>')
    )
    parts[f"word/{kind}.xml"] = f"<w:{kind} {SPACE}>{body}</w:{kind}>"
    with zipfile.ZipFile(stream, "w") as package:
        for entry, text in parts.items():
            package.writestr(entry, text)
    return stream.getvalue()


def pdf_file(text: str = "Two words") -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(200, 100), invariant=True)
    canvas.drawString(20, 50, text)
    canvas.save()
    return stream.getvalue()


def test_validators_know_a_right_word_file_from_a_wrong_one(tmp_path: Path) -> None:
    right, wrong = tmp_path / "right.docx", tmp_path / "wrong.docx"
    right.write_bytes(word_file("<w:t>Two words</w:t>"))
    wrong.write_bytes(word_file("<w:t>Two words</w:t><w:jc w:val='middle'/>"))
    verdicts = validate_many_docx([right, wrong])
    assert {who(line) for line in verdicts[right]} == {"openxml-audit"}  # it alone wants styles and settings
    assert {who(line) for line in verdicts[wrong] if line not in verdicts[right]} == {"openxml-audit", "Open XML SDK"}
    assert validate_docx(right.read_bytes()) == verdicts[right]


def test_a_verdict_does_not_hang_on_what_was_judged_before() -> None:
    """Notes of one file are never looked for in another: openxml-audit keeps them by an address used again."""
    files = [noted_file(3), noted_file(70)]
    first = [validate_docx(file) for file in files]
    assert not any("footnoteReference" in line for verdict in first for line in verdict)
    for _ in range(5):
        assert [validate_docx(file) for file in files] == first


def who(line: str) -> str:
    return line.split(":")[0]


def test_libreoffice_lays_out_a_word_file(tmp_path: Path) -> None:
    source = tmp_path / "two words.docx"
    source.write_bytes(word_file("<w:t>Two words 汉字</w:t>"))
    made = docx_to_pdf(source)
    assert "Two words 汉字" in pdf_text(made)


def test_verapdf_names_the_rules_that_are_broken() -> None:
    faults = verapdf(pdf_file(), "ua1")
    assert any(fault.startswith("7.1-") for fault in faults)
    assert verapdf(pdf_file(), "2b") != faults


def test_qpdf_finds_a_broken_file() -> None:
    assert qpdf_check(pdf_file()) == []
    assert qpdf_check(pdf_file().replace(b"startxref", b"startyref"))


def test_pages_come_as_pictures(tmp_path: Path) -> None:
    (image,) = page_images(pdf_file(), dpi=144)
    assert image.size == (400, 200)
    assert ImageStat.Stat(image.convert("L")).extrema[0][0] < 64
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf_file())
    assert [page.name for page in pdf_pages_png(file)] == ["page-1.png"]


def test_the_press_profile_is_cmyk() -> None:
    header = fogra39().read_bytes()[:128]
    assert header[12:20] == b"prtrCMYK"
