"""What a paragraph holds beside letters comes through reading, and through a file of our own and back."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable, Iterable

import pytest

from exporter.losses import losses
from exporter.model import Block, Document, ListBlock, Paragraph, Picture, Run, Table, plain, spoken
from exporter.pipeline import check
from exporter.readers.account import outline_json
from exporter.renderers import html, markdown, word
from exporter.style import Style, load_style
from tests.documents import MEDIUM, PNG
from tests.readers.reading import read
from tests.renderers.pdf.samples import held

DATA = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
TITLE = "<w:p><w:r><w:t>云岭县河道整治情况</w:t></w:r></w:p>"


def word_file(body: str, relations: str = "", parts: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Pack a Word file of a title and a body."""
    made = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{kind}"><Relationship Id="r" Type="{R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{kind}">{relations}</Relationships>')
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}" '
            'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
            f"<w:body>{TITLE}{body}</w:body></w:document>",
        )
        for name, data in parts:
            package.writestr(name, data)
    return made.getvalue()


def line(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def page(body: str) -> bytes:
    lead = "<p>全县河道整治按计划推进，各项指标完成较好，详情如下，请各单位对照落实。</p>"
    return (
        f'<html><head><meta charset="utf-8"></head><body><h1>云岭县河道整治情况</h1>{lead}{body}</body></html>'.encode()
    )


def runs_of(document: Document) -> list[Run]:
    found: list[Run] = []
    for block in (*document.blocks, *document.appendix):
        found += getattr(block, "runs", ())
        if isinstance(block, Table):
            found += (one for row in block.rows for cell in row for one in cell.runs)
        if isinstance(block, ListBlock):
            found += (one for item in block.items for one in item.runs)
    return found


def texts_of(document: Document) -> str:
    return "\n".join(plain(spoken(getattr(block, "runs", ()))) for block in document.blocks)


def of_kind(document: Document, kind: type[Block]) -> list[Block]:
    return [block for block in (*document.blocks, *document.appendix) if isinstance(block, kind)]


def codes(document: Document) -> set[str]:
    return {notice.code for notice in document.notices}


# ---------------------------------------------------------------- through a file of ours and back


@pytest.mark.parametrize(
    ("name", "renderer"), [("a.docx", word.render), ("a.html", html.render), ("a.md", markdown.render)]
)
def test_a_file_of_ours_gives_back_what_it_holds(name: str, renderer: Callable[[Document, Style], bytes]) -> None:
    back = check(read(name, renderer(held(), load_style("official"))))
    found = {(one.text, one.raised, one.struck) for one in runs_of(back)}
    assert {("2", "super", False), ("2", "sub", False), ("9.9%", "none", True)} <= found
    pictures = of_kind(back, Picture)
    assert [isinstance(one, Picture) and one.image for one in pictures] == [MEDIUM.sha256] * 2
    assert isinstance(pictures[0], Picture)
    assert plain(pictures[0].caption).replace("　", "") == "图1走势"
    assert [one.data for one in back.media] == [PNG]
    (table,) = of_kind(back, Table)
    assert isinstance(table, Table)
    assert table.header_rows == 2
    assert [(cell.colspan, cell.rowspan) for cell in table.rows[0]] == [(1, 2), (2, 1)]
    if not name.endswith(".md"):
        assert ("鄱", "pó") in {(one.text, one.ruby) for one in runs_of(back)}


# ---------------------------------------------------------------- Word


def test_deleted_and_hidden_words_are_no_text_and_struck_ones_keep_their_mark() -> None:
    document = read(
        "a.docx",
        word_file(
            line(run("整治河道") + run("18", "<w:strike/>") + run("21公里") + run("批示", "<w:vanish/>"))
            + f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{run("上半年完成投资")}</w:p>'
            + line(run("3.2亿元。"))
        ),
    )
    assert "批示" not in texts_of(document)
    assert "整治河道21公里" in texts_of(document)
    assert "上半年完成投资3.2亿元。" in texts_of(document)
    assert [one.text for one in runs_of(document) if one.struck] == ["18"]
    assert "docx.hidden" in codes(document)


def test_ticks_are_ticks_however_they_are_set() -> None:
    box = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>'
    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
        "</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    body = (
        line(box + run("堤防达标，")),
        line(form + run("泵站待修，")),
        line('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>' + run("闸门完好，")),
        line(run("\u00fe", font) + run("台账齐全，")),
    )
    text = texts_of(read("a.docx", word_file("".join(body)))) + str(
        of_kind(read("a.docx", word_file("".join(body))), ListBlock)
    )
    for wanted in ("☑", "☐"):
        assert wanted in text
    marks = read("a.docx", word_file("".join(body))).origin
    assert marks is not None
    for row in ("☑堤防达标", "☐泵站待修", "☑闸门完好", "☑台账齐全"):
        assert row in marks.text


def test_a_formula_is_a_line_of_text() -> None:
    power = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    fraction = f"<m:f><m:num><m:r><m:t>完成数</m:t></m:r></m:num><m:den>{power}</m:den></m:f>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\f(甲,乙) </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(
        "a.docx", word_file(line(f"{run('比率按')}<m:oMath>{fraction}</m:oMath>{field}{run('计算，逐月报送。')}"))
    )
    said = texts_of(document).replace("（", "(").replace("）", ")")
    assert "比率按(完成数)/(x²)(甲)/(乙)计算" in said
    assert "formula.linear" in codes(document)


def test_a_picture_is_held_once_with_its_words_and_its_caption() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="1200000"/>'
        '<wp:docPr id="1" name="图片 1" descr="水位图"/>'
        '<a:blip r:embed="rId7"/></wp:inline></w:drawing></w:r>'
    )
    relation = f'<Relationship Id="rId7" Type="{R}/image" Target="media/image1.png"/>'
    body = line(drawing) + line(run("图1　水位")) + line(run("汛期水位平稳，未发生险情。")) + line(drawing)
    document = read("a.docx", word_file(body, relation, [("word/media/image1.png", PNG)]))
    first, second = of_kind(document, Picture)
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    assert (first.image, first.alt, plain(first.caption), str(first.width)) == (
        MEDIUM.sha256,
        "水位图",
        "图1　水位",
        "50.0",
    )
    assert second.image == first.image
    assert len(document.media) == 1


def test_links_keep_their_addresses_and_embedded_pages_their_text() -> None:
    relations = (
        f'<Relationship Id="rId5" Type="{R}/hyperlink" Target="https://www.example.org/a" TargetMode="External"/>'
        f'<Relationship Id="rId6" Type="{R}/aFChunk" Target="chunk.html"/>'
        f'<Relationship Id="rId8" Type="{R}/aFChunk" Target="chunk.rtf"/>'
    )
    body = line(f'{run("详见")}<w:hyperlink r:id="rId5">{run("全文")}</w:hyperlink>{run("。")}')
    body += '<w:altChunk r:id="rId6"/><w:altChunk r:id="rId8"/>'
    chunks = [("word/chunk.html", "<p>各镇按月报送进度。</p>".encode()), ("word/chunk.rtf", b"{\\rtf1}")]
    document = read("a.docx", word_file(body, relations, chunks))
    assert ("全文", "https://www.example.org/a") in {(one.text, one.target) for one in runs_of(document)}
    assert "各镇按月报送进度。" in texts_of(document)
    assert "docx.embedded" in codes(document)


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def test_a_table_within_a_table_keeps_its_cells_and_deleted_rows_go() -> None:
    inner = f"<w:tbl><w:tr>{cell(line(run('春季')))}{cell(line(run('1.2亿元')))}</w:tr>"
    inner += f"<w:tr>{cell(line(run('秋季')))}{cell(line(run('2.3亿元')))}</w:tr></w:tbl>"
    rows = (
        f"<w:tr>{cell(line(run('类别')))}{cell(line(run('安排')))}</w:tr>",
        f"<w:tr>{cell(line(run('堤防')))}{cell(inner + line(''))}</w:tr>",
        f'<w:tr><w:trPr><w:del w:id="3"/></w:trPr>{cell(line(run("取消")))}{cell(line(run("9.9")))}</w:tr>',
        f"<w:tr>{cell(line(run('泵站')))}{cell(line(run('4.5亿元')))}</w:tr>",
    )
    (table,) = of_kind(read("a.docx", word_file(f"<w:tbl>{''.join(rows)}</w:tbl>")), Table)
    assert isinstance(table, Table)
    assert [[plain(one.runs) for one in row] for row in table.rows] == [
        ["类别", "安排"],
        ["堤防", "春季", "1.2亿元"],
        ["秋季", "2.3亿元"],
        ["泵站", "4.5亿元"],
    ]
    assert table.rows[0][1].colspan == 2
    assert table.rows[1][0].rowspan == 2


# ---------------------------------------------------------------- pages


def test_a_page_keeps_looks_links_ticks_and_formulas() -> None:
    document = read(
        "a.html",
        page(
            "<p>河长10<sup>3</sup>m，原定<del>18</del>21公里，<ruby>鄱<rp>(</rp><rt>pó</rt><rp>)</rp></ruby>口段"
            '<a href="https://www.example.org/b?c=1&amp;d=2">公示</a>，<input type="checkbox" checked>已完成，比率'
            "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>，"
            "<a href='c.html'>附表</a>另行印发，请各单位按时报送。</p>"
        ),
    )
    runs = runs_of(document)
    assert {(one.text, one.raised) for one in runs} >= {("3", "super")}
    assert [one.text for one in runs if one.struck] == ["18"]
    assert [(one.text, one.ruby) for one in runs if one.ruby] == [("鄱", "pó")]
    assert [(one.text, one.target) for one in runs if one.role == "link"] == [
        ("公示", "https://www.example.org/b?c=1&d=2")
    ]
    assert "☑已完成" in texts_of(document)
    assert {"link.relative", "formula.linear"} <= codes(document)


def test_a_page_gives_the_pictures_it_holds_and_names_those_it_does_not() -> None:
    large = "data:image/png;base64," + base64.b64encode(PNG + bytes(60_000)).decode()
    document = read(
        "a.html",
        page(
            f'<p><img src="{DATA}" alt="水系"></p><p>图1　水系</p>'
            "<p>下段将于年内完工，沿线绿化同步实施，请各镇配合。</p>"
            f'<p><img src="{large}"></p><p><img src="img/map.png" alt="总图"><img src="icon_pdf.gif"></p>'
            "<p>其余河段明年实施，资金由县财政统筹安排，请做好前期工作。</p>"
        ),
    )
    pictures = [one for one in of_kind(document, Picture) if isinstance(one, Picture)]
    assert [bool(one.image) for one in pictures] == [True, True, False]
    assert plain(pictures[0].caption).replace("　", "") == "图1水系"
    assert [notice.code for notice in document.notices if notice.level == "warning"] == ["picture.missing"]
    assert "base64" not in texts_of(document)


def test_numbers_of_an_ordered_list_are_printed() -> None:
    document = read("a.html", page('<ol start="3"><li>清淤</li><li>护岸</li></ol><p>按上述步骤实施，逾期通报。</p>'))
    assert document.origin is not None
    items = [
        item.mark for block in of_kind(document, ListBlock) if isinstance(block, ListBlock) for item in block.items
    ]
    assert items == ["3.", "4."]


def test_the_unit_and_the_name_of_a_table_are_bound_to_it() -> None:
    table = (
        "<p>表2　清淤量</p><table><tr><td colspan='3'>单位：万立方米</td></tr><tr><td rowspan='2'>河段</td>"
        "<td colspan='2'>清淤</td></tr><tr><td>计划</td><td>完成</td></tr><tr><td>上段</td><td>3.5</td>"
        "<td>3.1</td></tr></table>"
    )
    (found,) = of_kind(read("a.html", page(table)), Table)
    assert isinstance(found, Table)
    assert plain(found.caption).replace("　", "") == "表2清淤量单位：万立方米"
    assert found.header_rows == 2


# ---------------------------------------------------------------- Markdown


def test_markdown_keeps_tables_notes_tasks_and_leaves_comments_out() -> None:
    text = (
        "---\ntitle: 云岭县河道整治情况\ndate: 2025-10-31\npublisher: 云岭县水利局\n---\n\n"
        "整治河道21公里[^a]，原定~~18公里~~。\n\n<!-- 待核 -->\n\n<table>\n<tr><td>河段</td><td>里程</td></tr>\n\n"
        "<tr><td>上段</td><td>12.5</td></tr>\n</table>\n\n- [x] 清淤\n- [ ] 护岸\n\n"
        "[^a]: 含支流。\n\n5 * 3 与 2*4 不是强调。\n"
    )
    document = read("a.md", text.encode())
    meta = document.metadata
    assert (meta.title, meta.date, meta.publisher) == ("云岭县河道整治情况", "2025-10-31", "云岭县水利局")
    said = texts_of(document)
    assert "待核" not in said
    assert "整治河道21公里[1]" in said
    assert "5 * 3与2*4不是强调。" in said
    (table,) = of_kind(document, Table)
    assert isinstance(table, Table)
    assert [[plain(one.runs) for one in row] for row in table.rows] == [["河段", "里程"], ["上段", "12.5"]]
    items = [
        item.mark for block in of_kind(document, ListBlock) if isinstance(block, ListBlock) for item in block.items
    ]
    assert items == ["☑", "☐"]
    assert "含支流。" in str(document.appendix)


# ---------------------------------------------------------------- targets


def test_a_target_names_what_it_does_not_show_once_a_kind() -> None:
    document = held()
    assert [notice.code for notice in losses(document, "docx")] == []
    assert [notice.code for notice in losses(document, "json")] == []
    found = {notice.code: notice.message for notice in losses(document, "tmx")}
    assert set(found) == {"render.pictures", "render.raised", "render.struck", "render.ruby"}
    assert found["render.pictures"].startswith("tmx: 2 pictures")


def test_what_a_browser_prints_around_a_page_is_no_text() -> None:
    rows = "河道整治要坚持上下游统筹、左右岸协同，逐段明确责任，按月调度进度，确保汛前完成主体工程，\n" * 14
    pages = [
        f"2025/6/18 09:05 河道整治的意见_云岭县\n{rows}https://www.example.org/gk/a_1.html {at}/3" for at in (1, 2, 3)
    ]
    document = read("a.txt", ("云岭县关于河道整治的意见\n" + "\f".join(pages)).encode())
    reasons = [row[2] for row in outline_json(document)["furniture"]]
    assert reasons.count("print header") >= 3
    assert "example.org" not in texts_of(document)


def test_lines_above_pictures_that_name_them_stay_where_they_stand() -> None:
    two = "".join(
        f'<p>图{at}　断面{at}水位</p><p><img src="{DATA}"></p><p>第{at}段水位平稳，未发生险情，巡查记录完整齐全。</p>'
        for at in (1, 2)
    )
    document = read("a.html", page(two))
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds[-6:] == ["Paragraph", "Picture", "Paragraph"] * 2
    above = [block.role for block in document.blocks[-6:] if isinstance(block, Paragraph)]
    assert above == ["caption", "body"] * 2
