"""Read what each format has of its own: Word's changes and notes, tables, links, Markdown's marks, PDF's rules."""

from __future__ import annotations

import pytest

from exporter.model import Heading, ListBlock, Note, Paragraph, Picture, Table, plain
from exporter.readers.formats.pdf.ruled_tables import Bounds, Letter, cell_texts, ruled_tables, with_rows
from exporter.readers.formats.word.numbering import Counters, Level, Numbering, number_text, printed
from tests.readers.reading import assert_lawful, body_of, outline_of, read, runs_of
from tests.readers.variants import NUMBERING, STYLES, W, document_xml, package

BODY = "这里是一段足够长的正文，用来说明前面的标题，句子完整，意思清楚，长度也超过一行。"


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def word(body: str, **parts: str) -> bytes:
    named = {f"word/{name}.xml": text for name, text in parts.items()}
    return package({"word/document.xml": document_xml(body), "word/styles.xml": STYLES, **named})


# ---------------------------------------------------------------- Word


def test_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>5%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>6%</w:t></w:r></w:ins><w:r><w:t>，保持平稳。</w:t></w:r></w:p>"
        f"<w:moveFrom>{p('旧句。')}</w:moveFrom><w:ins>{p('新的一段文字。')}</w:ins>"
    )
    assert body_of(read("a.docx", word(body))) == "增长6%，保持平稳。新的一段文字。"


def test_paragraphs_and_tables_keep_their_order() -> None:
    cells = "".join(f"<w:tr>{row}</w:tr>" for row in (_row("指标", "数值"), _row("收入", "10亿元")))
    document = read("a.docx", word(p("前一段文字在此。") + f"<w:tbl>{cells}</w:tbl>" + p("后一段文字在此。")))
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    assert_lawful(document)


def _row(*texts: str) -> str:
    return "".join(f"<w:tc><w:tcPr/>{p(text)}</w:tc>" for text in texts)


def test_merged_cells_reach_over_what_they_cover() -> None:
    def cell(text: str, properties: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    rows = (
        cell("指标", '<w:vMerge w:val="restart"/>') + cell("完成情况", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("数值", "") + cell("增长", ""),
        cell("收入", "") + cell("10", "") + cell("5%", ""),
    )
    document = read("a.docx", word(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>" + p(BODY)))
    table = next(block for block in document.blocks if isinstance(block, Table))
    first = table.rows[0]
    assert [(plain(one.runs), one.colspan, one.rowspan) for one in first] == [("指标", 1, 2), ("完成情况", 2, 1)]
    assert [len(row) for row in table.rows] == [2, 2, 3]


def test_footnotes_become_notes_tied_to_their_marks() -> None:
    notes = f"<w:footnotes {W}><w:footnote w:id='2'>{p('某工程是指两项任务。')}</w:footnote></w:footnotes>"
    body = (
        "<w:p><w:r><w:t>推进某工程</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:t>建设，全面提速。</w:t></w:r></w:p>"
    )
    document = read("a.docx", word(body, footnotes=notes))
    (note,) = document.appendix
    assert isinstance(note, Note)
    assert (note.mark, plain(note.runs)) == ("[1]", "某工程是指两项任务。")
    assert [run.target for run in runs_of(document) if run.role == "mark"] == [note.id]
    assert_lawful(document)


def test_automatic_numbers_are_printed_as_word_does() -> None:
    outline = Numbering(
        "0", (Level("chineseCounting", "%1、"), Level("chineseCounting", "（%2）"), Level("decimal", "%3."))
    )
    counters = Counters()
    told = [printed(counters, "1", outline, level) for level in (0, 1, 1, 2, 2, 0, 1)]
    assert told == ["一、", "（一）", "（二）", "1.", "2.", "二、", "（一）"]


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("chineseCountingThousand", 105, "一百零五"),
        ("japaneseCounting", 12, "十二"),
        ("decimalEnclosedCircle", 3, "③"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("ideographTraditional", 2, "乙"),
        ("unheardOf", 7, "7"),
    ],
)
def test_forms_of_numbers(form: str, value: int, text: str) -> None:
    assert number_text(form, value) == text


def test_numbers_of_styles_and_restarts_are_followed() -> None:
    heading = '<w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
    restart = NUMBERING.replace(
        "</w:numbering>",
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num></w:numbering>",
    )
    body = "".join(p(text, heading.format(key)) + p(BODY) for text, key in (("回顾", 1), ("安排", 1), ("附则", 2)))
    document = read("a.docx", word(body, numbering=restart))
    assert [number for _, number, _ in outline_of(document)] == ["一、", "二、", "一、"]


def test_a_table_of_contents_is_not_the_body() -> None:
    styles = STYLES.replace(
        "</w:styles>", '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    body = (
        p("甲城市发展规划", '<w:pPr><w:pStyle w:val="Title"/></w:pPr>')
        + p("一、总则　1", '<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>')
        + p("一、总则")
        + p(BODY)
    )
    parts = {"word/document.xml": document_xml(body), "word/styles.xml": styles}
    document = read("a.docx", package(parts))
    assert [text for _, _, text in outline_of(document)] == ["总则"]
    assert "总则1" not in body_of(document)


# ---------------------------------------------------------------- HTML


def test_references_and_markup_inside_a_figure_are_listed_edits() -> None:
    page = (
        "<html><body><p>生产总值<span>4000&#46;5</span>亿元，增长<b>10</b>&#37;，"
        "保持&ldquo;平稳&rdquo;态势。</p></body></html>"
    )
    document = read("a.html", page.encode())
    assert body_of(document) == "生产总值4000.5亿元，增长10%，保持“平稳”态势。"
    assert {one.rule for one in document.alterations} >= {"markup", "character reference"}
    assert_lawful(document)


def test_text_that_looks_like_a_tag_is_kept() -> None:
    document = read("a.html", "<p>收入<b 亿元，支出 < 收入，A&T 公司，3<5。</p>".encode())
    assert body_of(document) == "收入<b亿元，支出<收入，A&T公司，3<5。"


@pytest.mark.parametrize("broken", ["<!-- ", "<script>", "<style>", "<div class='a", '<p title="x'])
def test_what_is_never_closed_does_not_swallow_the_text(broken: str) -> None:
    document = read(
        "a.html", f"<html><body><p>第一段正文写在这里。</p>{broken}<p>第二段正文写在这里。</p></body></html>".encode()
    )
    assert "第二段正文写在这里。" in body_of(document)


def test_void_and_unknown_elements_hold_nothing_back() -> None:
    page = "<div><wbr>第一段正文。<embed src=x>第二段正文。<source><track>第三段正文。<foo>第四段正文。</foo></div>"
    assert body_of(read("a.html", page.encode())) == "第一段正文。第二段正文。第三段正文。第四段正文。"


def test_hidden_text_is_furniture() -> None:
    page = f"<body><div style='display:none'>隐藏的文字不应出现。</div><p>{BODY}</p></body>"
    document = read("a.html", page.encode())
    assert body_of(document) == BODY
    assert "hidden" in {one.reason for one in document.account}


def test_a_table_keeps_spans_and_caption() -> None:
    page = (
        f"<p>{BODY}</p><p>2012年主要指标</p><p>单位：亿元</p>"
        "<table><tr><th rowspan=2>指标</th><th colspan=2>数值</th></tr>"
        "<tr><th>完成</th><th>计划</th></tr><tr><td>收入</td><td>10</td><td>9</td></tr></table>"
    )
    document = read("a.html", page.encode())
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert plain(table.caption) == "2012年主要指标　单位：亿元"
    assert [(one.colspan, one.rowspan) for one in table.rows[0]] == [(1, 2), (2, 1)]


# ---------------------------------------------------------------- Markdown


def test_marks_of_markdown_are_not_text() -> None:
    text = (
        "# 甲城市政府工作报告\n\n## 一、回顾\n\n他说**“最多跑一次”**改革*成效*明显，"
        f"见[公报](http://example.org)，增长`5%`。\n\n- 第一项；\n- 第二项。\n\n{BODY}\n"
    )
    document = read("a.md", text.encode())
    assert "他说“最多跑一次”改革成效明显，见公报，增长5%。" in body_of(document)
    assert [type(block) for block in document.blocks] == [Heading, Heading, Paragraph, ListBlock, Paragraph]
    assert_lawful(document)


def test_a_mark_of_markdown_behind_a_backslash_is_a_letter() -> None:
    text = "# 值班安排\n\n电话见\\*附表\\*，\\_甲\\_和\\~~乙\\~~不变，**重点**照旧。\n"
    assert "电话见*附表*，_甲_和~~乙~~不变，重点照旧。" in body_of(read("a.md", text.encode()))


@pytest.mark.parametrize("shown", [True, False])
def test_a_picture_with_a_caption_is_no_sign_of_the_page_whatever_its_name(shown: bool) -> None:
    caption = "<p>图1　线路走向</p>" if shown else ""
    above = "<h1>旅游线路说明</h1><p>全县推出精品线路五条。</p><p><img src='https://a.example/line.jpg'></p>"
    page = f"{above}{caption}<p>欢迎游客选择。</p>"
    pictures = [one for one in read("a.html", page.encode()).blocks if isinstance(one, Picture)]
    assert len(pictures) == shown


def test_a_record_without_colons_is_no_table_of_the_document() -> None:
    """Names and values stand by turns; one of the names is none that is known."""
    rows = (("索引号", "YL-88", "甲乙丙", "其他"), ("发布机构", "云岭县教育局", "发文日期", "2024-06-12"))
    rows = (*rows, ("文　　号", "云教发〔2024〕27号", "有效性", "有效"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    text = "<p>云岭县教育局关于招生的通知</p><p>各中心学校：</p><p>现将招生事项通知如下，请遵照执行。</p>"
    page = f"<table>{cells}</table>{text}"
    document = read("a.html", page.encode())
    assert (document.metadata.title, document.metadata.document_number) == (
        "云岭县教育局关于招生的通知",
        "云教发〔2024〕27号",
    )
    assert not any(isinstance(one, Table) for one in document.blocks)


def test_what_is_nested_too_deep_is_kept() -> None:
    document = read("a.md", ("> " * 90 + "深处的文字不能丢。\n\n" + BODY + "\n").encode())
    assert "深处的文字不能丢。" in body_of(document)


# ---------------------------------------------------------------- ruled tables


def test_rules_make_a_table_and_lines_of_figures_its_rows() -> None:
    rules = [Bounds(0, y, 100, y + 0.5) for y in (100, 80, 20)] + [Bounds(50, 20, 50.5, 100)]

    def line(text: str, x: float, y: float) -> list[Letter]:
        return [Letter(letter, Bounds(x + 5 * index, y, x + 5 * index + 4, y + 8)) for index, letter in enumerate(text)]

    letters = line("指标", 5, 86) + line("数值", 60, 86) + line("收入", 5, 62) + line("支出", 5, 42)
    letters += line("10.5", 60, 62) + line("9.8", 60, 42)
    (table,) = ruled_tables(rules)
    texts = [[text for text, _, _ in row] for row in cell_texts(with_rows(table, letters), letters)]
    assert texts == [["指标", "数值"], ["收入", "10.5"], ["支出", "9.8"]]


def test_a_figure_beside_two_lines_is_one_row_with_both() -> None:
    level = [Bounds(0, y, 150, y + 0.5) for y in (110, 95, 10)]
    rules = level + [Bounds(x, 10, x + 0.5, 110) for x in (0, 50, 100, 150)]

    def line(text: str, x: float, y: float) -> list[Letter]:
        return [Letter(letter, Bounds(x + 4 * index, y, x + 4 * index + 3, y + 8)) for index, letter in enumerate(text)]

    letters = [*line("200", 60, 80), *line("301", 60, 60), *line("400", 60, 40)]
    letters += [*line("10%", 110, 80), *line("2.25%", 110, 50)]
    (table,) = ruled_tables(rules)
    texts = [[text for text, _, _ in row][-2:] for row in cell_texts(with_rows(table, letters), letters)]
    assert texts == [["", ""], ["200", "10%"], ["301400", "2.25%"]]
