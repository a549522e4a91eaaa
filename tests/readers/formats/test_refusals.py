"""Refuse what cannot be read, by type and in bounded work, and read what only looks strange."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from exporter.errors import SourceError
from exporter.readers.formats.encoding import decode
from exporter.readers.formats.media import WORD, media_of
from exporter.readers.formats.word import package as packages
from tests.readers.reading import assert_lawful, body_of, read
from tests.readers.variants import document_xml, package

BODY = "这里是一段足够长的正文，用来说明前面的标题，句子完整，意思清楚，长度也超过一行。"
WORDS = f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>"


def code_of(name: str, data: bytes) -> str:
    """Give the code that bytes are refused with."""
    with pytest.raises(SourceError) as caught:
        read(name, data)
    message = caught.value.message
    assert name in message
    assert len(message) < 400
    return caught.value.code


REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "source.empty"),
    "white space": ("a.txt", b" \r\n\t\n\xef\xbb\xbf", "source.empty"),
    "zeros": ("a.txt", b"\x00" * 4000, "source.empty"),
    "binary": ("a.txt", bytes(range(256)) * 40, "source.not_text"),
    "gzip": ("a.txt", gzip.compress(b"x" * 100), "source.unsupported"),
    "image": ("a.txt", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "source.unsupported"),
    "rich text": ("a.doc", b"{\\rtf1 x}", "source.unsupported"),
    "old Office": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "source.unsupported"),
    "password": (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "source.encrypted",
    ),
    "sheet": ("a.xlsx", package({"xl/workbook.xml": "<x/>"}), "source.unsupported"),
    "cut zip": ("a.docx", package({"word/document.xml": document_xml(WORDS)})[:-60], "docx.malformed"),
    "no text part": ("a.docx", package({"word/other.xml": "<x/>"}), "docx.malformed"),
    "no text": ("a.docx", package({"word/document.xml": document_xml("")}), "source.empty"),
    "broken XML": ("a.docx", package({"word/document.xml": "<w:document"}), "docx.malformed"),
    "path out": ("a.docx", package({"word/document.xml": document_xml(WORDS), "../x": "y"}), "docx.malformed"),
    "no PDF": ("a.pdf", b"%PDF-1.7\nnothing", "pdf.malformed"),
    "deep boxes": ("a.html", b"<div>" * 100_000 + BODY.encode() + b"</div>" * 100_000, "html.too_deep"),
    "deep spans": ("a.html", b"<span>" * 100_000 + BODY.encode(), "html.too_deep"),
    "other JSON": ("a.json", b'{"a": 1}', "document.json"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_by_type(case: str) -> None:
    name, data, code = REFUSED[case]
    assert code_of(name, data) == code


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_refused(declaration: str) -> None:
    xml = declaration + document_xml(WORDS.replace("这里", "&e;"))
    assert code_of("a.docx", package({"word/document.xml": xml})) == "docx.malformed"


def test_a_part_that_unpacks_to_gigabytes_is_refused_unread() -> None:
    data = package({"word/document.xml": document_xml(WORDS), "word/media/x.bin": b"\x00" * 20_000_000})
    assert code_of("a.docx", data) == "docx.too_large"


def test_too_many_parts_are_refused() -> None:
    parts = {f"word/{index}.xml": "" for index in range(packages.MAX_PARTS + 1)}
    assert code_of("a.docx", package({"word/document.xml": document_xml(WORDS), **parts})) == "docx.too_large"


def test_a_part_that_is_there_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", document_xml(WORDS))
        archive.writestr("word/document.xml", document_xml(""))
    assert code_of("a.docx", out.getvalue()) == "docx.malformed"


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(package({"word/document.xml": document_xml(WORDS)}))
    for magic, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(magic) + offset] |= 1
    assert code_of("a.docx", bytes(data)) == "source.encrypted"


def test_every_cut_of_a_word_file_is_refused_or_read() -> None:
    data = package({"word/document.xml": document_xml(WORDS)})
    for size in range(0, len(data), 7):
        try:
            read("a.docx", data[:size])
        except SourceError as error:
            assert error.code.startswith(("docx.", "source."))


def test_every_flipped_byte_of_a_word_file_is_refused_or_read() -> None:
    data = package({"word/document.xml": document_xml(WORDS)})
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 0xFF
        try:
            read("a.docx", bytes(changed))
        except SourceError as error:
            assert error.code.startswith(("docx.", "source."))


def test_a_pdf_without_text_is_refused() -> None:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    assert code_of("a.pdf", out.getvalue()) == "pdf.no_text"


def test_a_pdf_with_a_password_is_refused() -> None:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert code_of("a.pdf", out.getvalue()) == "pdf.encrypted"


@pytest.mark.parametrize(
    "text",
    [
        "一",
        "，",
        "各位代表：",
        "一、",
        "政府工作报告",
        BODY + "\x00\x01\x0b\x1b" + BODY,
        BODY + "\u202e\u2066" + BODY,
        BODY * 3000,
        "\n".join(["一、标题"] * 300),
        "\n".join(["首页", "关闭窗口", "版权所有"]),
        "\f".join([BODY] * 30),
    ],
)
def test_strange_text_is_read(text: str) -> None:
    assert_lawful(read("a.txt", text.encode()))


@pytest.mark.parametrize("letter", ["&#1;", "&#11;", "&#xFFFE;", "&#xD800;", "&#0;", "&#99999999;", "&nosuch;", "&"])
def test_no_reference_loses_the_text_after_it(letter: str) -> None:
    document = read("a.html", f"<p>前半句文字{letter}后半句文字，{BODY}</p>".encode())
    assert body_of(document).startswith("前半句文字")
    assert body_of(document).endswith(BODY)
    assert_lawful(document)


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "gb2312", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("text", ["通知", "各位代表", "关于2018年工作的通知", BODY, BODY * 50])
def test_chinese_is_decoded_whatever_its_encoding(codec: str, text: str) -> None:
    data = text.encode(codec)
    if codec in ("utf-16-le", "utf-16-be") and b"\x00" not in data and len(data) < 40:
        with pytest.raises(SourceError) as caught:
            decode(data)
        assert caught.value.code == "source.encoding"
    else:
        assert decode(data).text == text


@pytest.mark.parametrize("text", ["主席、各位議員、各位市民：", "財政預算案的演辭，我們會繼續發展經濟，改善民生。"])
def test_traditional_chinese_is_read_and_not_converted(text: str) -> None:
    assert decode(text.encode("big5")).text == text


def test_characters_of_four_bytes_are_read() -> None:
    text = BODY + "镕㐂𠮷" + BODY
    assert decode(text.encode("gb18030"), declared="gb2312").text == text


def test_little_damage_is_told_with_its_place() -> None:
    data = (BODY * 40).encode()
    decoded = decode(data[:300] + b"\xff" + data[300:])
    assert [one.code for one in decoded.notices] == ["source.damaged"] * len(decoded.notices) != []
    assert all(one.span and decoded.text[one.span.start] == "\ufffd" for one in decoded.notices)


def test_much_damage_is_refused() -> None:
    with pytest.raises(SourceError, match="cannot be") as caught:
        decode(bytes((index * 37 + 129) % 256 for index in range(1, 4000)))
    assert caught.value.code in ("source.encoding", "source.not_text")


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.txt", BODY.encode(), "text/plain"),
        ("a.htm", BODY.encode(), "text/html"),
        ("a", b"<!DOCTYPE html><html><p>x</p></html>", "text/html"),
        ("a.txt", b"<p>x</p>" * 9, "text/html"),
        ("a.md", BODY.encode(), "text/markdown"),
        ("a.bin", b"%PDF-1.4", "application/pdf"),
        ("a.json", b"{}", "application/json"),
        ("a", package({"word/document.xml": "x"}), WORD),
    ],
)
def test_media_are_told_by_bytes_first(name: str, data: bytes, media: str) -> None:
    assert media_of(name, data) == media


@pytest.mark.parametrize("codec", ["mac_cyrillic", "cp1251", "cp1252"])
def test_chinese_that_somebody_read_in_a_wrong_encoding_is_told(codec: str) -> None:
    spoilt = BODY.encode().decode(codec, "ignore")
    told = [one for one in read("a.txt", f"{BODY}\n\n{spoilt}\n".encode()).notices if one.code == "source.damaged"]
    assert any("wrong encoding" in one.message and one.level == "warning" for one in told)


def test_names_in_other_scripts_are_no_damage() -> None:
    russian = "这家工厂的全称是“Открытое акционерное общество Красный Октябрь”，设备由它供应，质量很好，价格也合适。"
    assert not [one for one in read("a.txt", f"{BODY}\n\n{russian}\n".encode()).notices if one.code == "source.damaged"]
