"""An artefact is proved against its source, and one that was changed, or made of another source, is not."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from exporter import codec, conversion
from exporter.brief.options import Languages
from exporter.english.exchange.memory import Unit
from exporter.english.exchange.tmx import to_tmx
from exporter.errors import DocumentError, SourceError
from exporter.model import Cell, Document, Metadata, Row, Run, Table
from exporter.parts import Options
from exporter.verify import Proof, verify
from exporter.verify.artefacts import Artefact
from exporter.verify.shown import differences
from tests.reports import CORPUS, OURS, SEED, together
from tests.support import fogra39

SOURCES = Path(__file__).parent.parent / "source"
BRIEFS = ("brief", "brief-docx", "brief-html", "brief-print")
COMMUNIQUE = """某某市2023年国民经济和社会发展统计公报
全年实现地区生产总值512.6亿元，比上年增长6.3%。一般公共预算收入41.7亿元，增长8.9%。
全市常住人口83.4万人，城镇登记失业率3.1%。社会消费品零售总额205.8亿元，增长7.2%。
"""
PLAN = """某某县政府工作报告
2024年1月5日
一、2023年工作回顾
全县实现地区生产总值217.5亿元，增长7.1%；固定资产投资93.2亿元，增长12.4%。
二、2024年主要目标
地区生产总值增长7%以上，固定资产投资增长10%以上。新建改建农村公路120公里，新增城镇就业6500人。
"""


@pytest.fixture(scope="module")
def source() -> Document:
    return conversion.read(SOURCES / "sample.txt")


def made(source: Document, target: str) -> bytes:
    return conversion.render(source, target, Options(icc=fogra39()))


@pytest.mark.parametrize("target", ["docx", "pdf", "pdf-print", *BRIEFS, "json"])
def test_what_was_made_of_a_source_is_proved(source: Document, target: str) -> None:
    proof = verify(target, made(source, target), source)
    assert proof.differences == ()
    assert proof.figures > (15 if target == "brief-docx" else 80)  # a Word file carries the figures that it prints


@pytest.mark.parametrize("text", [COMMUNIQUE, PLAN], ids=["communiqué", "plan"])
@pytest.mark.parametrize("target", BRIEFS)
def test_a_brief_is_proved_and_not_against_a_source_with_one_digit_changed(text: str, target: str) -> None:
    right = conversion.read(text.encode())
    data = made(right, target)
    assert verify(target, data, right).differences == ()
    number = re.search(r"\d{2,}\.\d", text)
    assert number is not None
    wrong = number[0][:-1] + str((int(number[0][-1]) + 1) % 10)
    proof = verify(target, data, conversion.read(text.replace(number[0], wrong, 1).encode()))
    assert proof.differences[0].what == "source"
    assert any(number[0] in one.found for one in proof.differences)


@pytest.mark.parametrize("languages", ["zh", "en", "zh-en"])
def test_a_brief_for_the_press_is_proved_whatever_labels_its_source_holds(languages: Languages) -> None:
    more = "（一）推进Source: 平台建设\n新增平台3个。\n（二）推进“原文：”改造\n新增公园4个。\n"
    source = conversion.read((PLAN + more).encode())
    data = conversion.render(source, "brief-print", Options(icc=fogra39(), languages=languages))
    assert verify("brief-print", data, source).differences == ()


# ---------------------------------------------------------------- what was changed


def in_word(data: bytes, was: str, now: str, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, content.replace(was.encode(), now.encode(), 1) if part == name else content)
    return out.getvalue()


def in_page(data: bytes, was: str, now: str) -> bytes:
    return data.replace(was.encode(), now.encode(), 1)


def in_pdf(data: bytes, was: str, now: str) -> bytes:
    """Show other glyphs of the same font in the place of those that say `was`."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            steps = list(pikepdf.parse_content_stream(page))
            if _reset(steps, page, was, now):
                page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
                break
        else:
            pytest.fail(f"no {was} on the pages")
        pdf.save(out)
    return out.getvalue()


def _reset(steps: list[pikepdf.ContentStreamInstruction], page: pikepdf.Page, was: str, now: str) -> bool:
    letters: dict[bytes, str] = {}
    for at, step in enumerate(steps):
        if str(step.operator) == "Tf":
            letters = _letters(page.obj.Resources.Font[str(step.operands[0])])
        if str(step.operator) != "TJ":
            continue
        shown = b"".join(bytes(one) for one in step.operands[0] if isinstance(one, pikepdf.String))
        glyphs = [shown[place : place + 2] for place in range(0, len(shown), 2)]
        place = "".join(letters.get(glyph, "?") for glyph in glyphs).find(was)
        if place < 0:
            continue
        by_letter = {letter: glyph for glyph, letter in letters.items()}
        glyphs[place : place + len(was)] = [by_letter[letter] for letter in now]
        operand = pikepdf.Array([pikepdf.String(b"".join(glyphs))])
        steps[at] = pikepdf.ContentStreamInstruction([operand], pikepdf.Operator("TJ"))
        return True
    return False


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    rows = re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", font.ToUnicode.read_bytes())
    return {bytes.fromhex(glyph.decode()): bytes.fromhex(code.decode()).decode("utf-16-be") for glyph, code in rows}


def texts(proof: Proof) -> str:
    return "\n".join(one.found for one in proof.differences if one.what == "text")


@pytest.mark.parametrize(
    ("target", "change"),
    [
        ("docx", in_word),
        ("brief-docx", in_word),
        ("brief-html", in_page),
        ("brief", in_pdf),
        ("brief-print", in_pdf),
    ],
)
def test_a_figure_changed_on_the_page_is_named(
    source: Document, target: str, change: Callable[[bytes, str, str], bytes]
) -> None:
    said = texts(verify(target, change(made(source, target), "1487.8", "1784.8"), source))
    assert "1487.8 is shown" in said and "1784.8 is shown" in said
    assert "not on the page as it was made" in said


def test_two_figures_of_a_table_that_changed_places_are_named(source: Document) -> None:
    data = made(source, "brief-docx")
    first, second = re.findall(r">(\d\d,000)<", zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode())[
        -2:
    ]
    swapped = in_word(in_word(in_word(data, first, "@@"), second, first), "@@", second)
    assert "not on the page as it was made" in texts(verify("a.docx", swapped, source))


def test_a_bar_drawn_otherwise_in_word_is_named(source: Document) -> None:
    data = made(source, "brief-docx")
    chart = zipfile.ZipFile(io.BytesIO(data)).read("word/charts/chart1.xml").decode()
    found = re.search(r"<c:val>.*?<c:v>(\d[\d.]*)</c:v>", chart, re.DOTALL)
    assert found is not None
    changed = in_word(data, f"<c:v>{found[1]}</c:v>", "<c:v>99.9</c:v>", "word/charts/chart1.xml")
    assert "99.9 is drawn in a chart" in texts(verify("a.docx", changed, source))


def test_a_bar_that_says_otherwise_on_a_web_page_is_named(source: Document) -> None:
    data = made(source, "brief-html")
    found = re.search(rb'(</svg><a class="figure"[^>]*>)([\d.]+)(%</a></p>)', data)
    assert found is not None
    changed = data.replace(found[0], found[1] + b"99.9" + found[3], 1)
    assert "99.9 is drawn in a chart" in texts(verify("a.html", changed, source))


def test_a_model_that_says_otherwise_than_its_own_fact_is_found(source: Document) -> None:
    tree = json.loads(codec.encode(conversion.brief(source)))
    card = next(block for block in tree["blocks"] if block["type"] == "Cards")["cards"][0]
    card["zh"]["value"] = "9999.9亿元"
    proof = verify("a.json", json.dumps(tree, ensure_ascii=False).encode(), source)
    assert [one.what for one in proof.differences] == ["model"]
    assert "9999.9" in proof.differences[0].found


def test_a_figure_changed_in_the_model_is_found(source: Document) -> None:
    data = made(source, "json").replace(b'"1487.8"', b'"1587.8"')
    assert any("1587.8" in one.found for one in verify("a.json", data, source).differences)


def test_the_head_of_a_table_in_two_parts_may_stand_once_and_its_rows_may_not() -> None:
    head, *rows = (
        Row(tuple(Cell((Run(cell),)) for cell in row)) for row in (("指标", "2031年"), ("产值", "1"), ("税收", "1"))
    )
    document = Document(Metadata(), tuple(Table((head, row), header_rows=1) for row in rows))
    assert list(differences(document, Artefact(None, "指标 2031年\n产值 1\n税收 1"))) == []
    (lost, fewer) = differences(document, Artefact(None, "指标 2031年\n产值 1\n税收"))
    assert "税收 1" in lost.found and fewer.found == "1 is shown 1 times"


def test_an_artefact_of_another_source_is_found(source: Document) -> None:
    other = conversion.read("一、工作回顾\n全年实现地区生产总值100亿元，增长5%。\n".encode())
    assert verify("a.json", made(source, "json"), other).differences[0].what == "source"


def test_an_artefact_of_another_version_says_both(source: Document) -> None:
    data = re.sub(rb'"version": \d+', b'"version": 99', made(source, "json"), count=1)
    with pytest.raises(DocumentError, match="99") as caught:
        verify("a.json", data, source)
    assert caught.value.code == "document.version"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"hello", b"<!doctype html><p>1</p>"])
def test_a_file_that_is_not_ours_is_refused(source: Document, data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        verify("stranger", data, source)
    assert caught.value.code == "verify.no_model"


@pytest.mark.slow
@pytest.mark.parametrize("target", BRIEFS)
@pytest.mark.parametrize("sources", together(OURS, (SEED, *CORPUS)))
def test_briefs_of_real_inputs_are_proved(target: str, sources: tuple[Path, ...]) -> None:
    wrong = {}
    for path in sources:
        document = conversion.read(path)
        try:
            data = made(document, target)
        except DocumentError as error:
            assert error.code == "brief.empty"
            continue
        proof = verify(path.name, data, document)
        if proof.differences:
            wrong[path.name] = proof.differences[:3]
    assert wrong == {}


@pytest.mark.parametrize("target", ["brief-html", "bilingual-pdf", "bilingual-docx"])
def test_english_that_people_approved_is_proved_with_their_memory(target: str, tmp_path: Path) -> None:
    memory = tmp_path / "own.tmx"
    approved = Unit("全市常住人口83.4万人。", "The city has 834,000 residents.")
    memory.write_bytes(to_tmx([replace(approved, approved_by="Wang Ping", approved_on="2031-03-05")]))
    text = COMMUNIQUE.replace("，城镇登记失业率3.1%", "")
    options, right = Options(memory=memory), conversion.read(text.encode())
    data = conversion.render(right, target, options)
    assert verify(target, data, right, options).differences == ()
    assert any("english" in one.what or "english" in one.found for one in verify(target, data, right).differences)
