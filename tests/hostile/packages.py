"""Hostile Word files: bombs, broken parts, things that point outside."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from tests.hostile.cases import HEAD, TAIL, Case

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
RUN = "<w:r><w:t>甲</w:t></w:r>"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rels(*rows: str) -> str:
    return f'<?xml version="1.0"?><Relationships xmlns="{RELS_NS}">{"".join(rows)}</Relationships>'


ROOT_RELS = rels(f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>')


def para(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def document(payload: str, prolog: str = "") -> str:
    """Put a payload of WordprocessingML into the middle of a small report."""
    body = para("政府工作报告") + para(f"{HEAD}，请予审议。") + para("一、工作回顾") + payload
    body += para("二、工作安排") + para(f"生产总值增长8%以上。{TAIL}。")
    return f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document {W} {R}><w:body>{body}</w:body></w:document>'


def package(
    payload: str = "", extra: dict[str, str | bytes] | None = None, leave_out: str = "", prolog: str = ""
) -> bytes:
    """Zip a small Word file, with parts more or less."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_RELS,
        "word/document.xml": document(payload, prolog),
        **(extra or {}),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            if name != leave_out:
                made.writestr(name, data)
    return file.getvalue()


def cases(size: int, secret: str, honeypot: str) -> Iterator[Case]:
    """Give every hostile Word file."""
    yield Case("control.docx", package(para("生产总值1487.8亿元")), "done", ("1487.8亿元",))
    yield from _bodies(size)
    yield from _bombs()
    yield from _broken()
    yield from _outside(secret, honeypot)


def _bodies(size: int) -> Iterator[Case]:
    done = {
        "docx_inserted": "<w:p><w:ins><w:r><w:t>尾随文字</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>",
        "docx_hyperlink": "<w:p><w:hyperlink><w:r><w:t>尾随文字</w:t></w:r></w:hyperlink></w:p>",
        "docx_control": "<w:sdt><w:sdtContent><w:p><w:r><w:t>尾随文字</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "docx_smart_tag": "<w:p><w:smartTag><w:r><w:t>尾随文字</w:t></w:r></w:smartTag></w:p>",
        "docx_tabs": "<w:p><w:r><w:t>尾随</w:t><w:noBreakHyphen/><w:tab/><w:br/><w:cr/>"
        "<w:sym w:char='F0E0'/><w:t>文字</w:t></w:r></w:p>",
        "docx_table": "<w:tbl><w:tr><w:tc>" + para("尾随文字") + "</w:tc></w:tr></w:tbl>",
        "docx_table_bare": "<w:tbl><w:tr><w:tc/></w:tr><w:tr/></w:tbl>" + para("尾随文字"),
        "docx_unknown": "<x:y xmlns:x='a'>甲</x:y>" + para("尾随文字"),
    }
    for name, payload in done.items():
        keeps = () if name == "docx_tabs" else ("尾随文字",)
        yield Case(f"{name}.docx", package(payload), "done", keeps)
    either = {
        "docx_grid_span": "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr>"
        + para("甲")
        + "</w:tc></w:tr></w:tbl>",
        "docx_grid_span_odd": "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='-甲'/></w:tcPr>"
        + para("甲")
        + "</w:tc></w:tr></w:tbl>",
        "docx_nested_tables": "<w:tbl><w:tr><w:tc>" * 80 + para("甲") + ("</w:tc></w:tr></w:tbl>" + para("")) * 80,
        "docx_nested_300": "<w:tbl><w:tr><w:tc>" * 300 + para("甲") + ("</w:tc></w:tr></w:tbl>" + para("")) * 300,
        "docx_deep": "<w:sdt><w:sdtContent>" * 400 + para("甲") + "</w:sdtContent></w:sdt>" * 400,
        "docx_paragraphs": para("收入增长") * (size // 3),
        "docx_runs": "<w:p>" + "<w:r><w:t>收</w:t></w:r>" * (size // 2) + "</w:p>",
        "docx_cells": "<w:tbl>"
        + ("<w:tr>" + ("<w:tc>" + para("1") + "</w:tc>") * 20 + "</w:tr>") * (size // 120)
        + "</w:tbl>",
        "docx_cells_wide": "<w:tbl><w:tr>" + ("<w:tc>" + para("1") + "</w:tc>") * 500 + "</w:tr></w:tbl>",
        "docx_heading_levels": "".join(
            f"<w:p><w:pPr><w:pStyle w:val='Heading{n}'/><w:outlineLvl w:val='{n}'/></w:pPr>{RUN}</w:p>"
            for n in range(30)
        ),
        "docx_numbering": "<w:p><w:pPr><w:numPr><w:ilvl w:val='99'/><w:numId w:val='-7'/></w:numPr></w:pPr>"
        f"{RUN}</w:p>",
        "docx_fields": "<w:p><w:r><w:fldChar w:fldCharType='begin'/>"
        "<w:instrText>INCLUDETEXT a</w:instrText></w:r></w:p>",
    }
    for name, payload in either.items():
        yield Case(f"{name}.docx", package(payload))


def _bombs() -> Iterator[Case]:
    zeros = b"0" * 120_000_000
    yield Case("docx_bomb_part.docx", lambda: package(extra={"word/media/a.xml": zeros}), "either")
    yield Case("docx_bomb_body.docx", lambda: package(para("0" * 100_000_000)), "refused")
    yield Case("docx_parts.docx", lambda: package(extra={f"word/p{n}.xml": "<a/>" for n in range(5000)}), "either")
    laughs = '<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    yield Case("docx_laughs.docx", package(para("&j;"), prolog=laughs + "]>"), "refused")
    quadratic = f'<!DOCTYPE a [<!ENTITY a "{"哈" * 50_000}">]>'
    yield Case("docx_quadratic.docx", package(para("&a;" * 5000), prolog=quadratic), "refused")


def _broken() -> Iterator[Case]:
    good = package(para("甲"))
    yield Case("docx_cut.docx", good[: len(good) // 2], "refused")
    yield Case("docx_no_end.docx", good[:-22], "refused")
    yield Case("docx_head_only.docx", b"PK\x03\x04", "refused")
    yield Case("docx_empty_zip.docx", b"PK\x05\x06" + b"\0" * 18, "refused")
    yield Case("docx_junk_before.docx", b"junk" * 100 + good, "either")
    yield Case("docx_crc.docx", good.replace(b"word/document.xml", b"word/documenu.xml", 1), "refused")
    yield Case("docx_no_document.docx", package(leave_out="word/document.xml", extra={"word/a.xml": "<a/>"}), "refused")
    yield Case("docx_no_types.docx", package(leave_out="[Content_Types].xml"), "either")
    yield Case("docx_no_rels.docx", package(leave_out="_rels/.rels"), "either")
    yield Case("docx_body_not_xml.docx", package(extra={"word/document.xml": "<w:document"}), "refused")
    yield Case("docx_body_empty.docx", package(extra={"word/document.xml": ""}), "refused")
    yield Case("docx_body_other.docx", package(extra={"word/document.xml": "<html/>"}), "refused")
    yield Case(
        "docx_body_utf16.docx",
        package(extra={"word/document.xml": document("").encode("utf-16")}),
        "either",
        framed=False,
    )
    yield Case(
        "docx_no_text.docx", package(extra={"word/document.xml": f"<w:document {W}><w:body/></w:document>"}), "refused"
    )
    twice = BytesIO(good)
    with zipfile.ZipFile(twice, "a") as made:
        made.filelist.append(made.filelist[-1])
    yield Case("docx_twice.docx", twice.getvalue(), "either")
    lzma = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as old, zipfile.ZipFile(lzma, "w", zipfile.ZIP_LZMA) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    yield Case("docx_lzma.docx", lzma.getvalue(), "either")
    yield Case("docx_encrypted_flag.docx", _flagged(good), "refused")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
    yield Case("docx_password.docx", ole + "EncryptedPackage".encode("utf-16-le"), "refused")
    yield Case("doc_old.doc", ole, "refused")
    bad = rels(f'<Relationship Id="rId9" Type="{OFFICE}/styles" Target="none.xml"/>')
    yield Case("docx_dangling.docx", package(extra={"word/_rels/document.xml.rels": bad}), "either")
    loop = rels(f'<Relationship Id="rId9" Type="{OFFICE}/header" Target="document.xml"/>')
    yield Case("docx_loop.docx", package(extra={"word/_rels/document.xml.rels": loop}), "either")
    yield Case("xlsx.docx", package(leave_out="word/document.xml", extra={"xl/workbook.xml": "<a/>"}), "refused")
    yield Case("zip.docx", package(leave_out="word/document.xml"), "refused")


def _flagged(data: bytes) -> bytes:
    """Say of every member that it is encrypted."""
    changed = bytearray(data)
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + flag] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def _outside(secret: str, honeypot: str) -> Iterator[Case]:
    external = rels(
        f'<Relationship Id="rId8" Type="{OFFICE}/image" Target="{honeypot}a.png" TargetMode="External"/>',
        f'<Relationship Id="rId9" Type="{OFFICE}/image" Target="file://{secret}" TargetMode="External"/>',
        f'<Relationship Id="rId7" Type="{OFFICE}/attachedTemplate" Target="{honeypot}t.dotm" TargetMode="External"/>',
    )
    image = "<w:p><w:r><w:drawing><a:blip xmlns:a='x' r:link='rId8'/></w:drawing></w:r></w:p>"
    yield Case("docx_external.docx", package(image, {"word/_rels/document.xml.rels": external}), "done")
    yield Case("docx_slip.docx", package(extra={"../../../tmp/slip.txt": "x", "/etc/slip": "y"}), "either")
    entity = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'
    yield Case("docx_entity.docx", package(para("甲&x;乙"), prolog=entity), "refused")
    yield Case("docx_macros.docx", package(extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"}), "either")
    chunk = rels(f'<Relationship Id="rId6" Type="{OFFICE}/aFChunk" Target="file://{secret}" TargetMode="External"/>')
    yield Case(
        "docx_chunk.docx", package("<w:altChunk r:id='rId6'/>", {"word/_rels/document.xml.rels": chunk}), "either"
    )
