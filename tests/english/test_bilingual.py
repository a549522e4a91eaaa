"""A whole document in two languages: each passage once, with its English; what has none is marked and counted."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exporter import conversion, desk, pipeline
from exporter.english.bilingual import Arrangement, bilingual
from exporter.english.exchange.segments import Segment, segments_of
from exporter.english.figures.cells import cell_in_english
from exporter.english.figures.composed import told_in_part
from exporter.english.shown import shown_of
from exporter.model import (
    Block,
    Document,
    Fact,
    Heading,
    ListBlock,
    Metadata,
    Pair,
    Paragraph,
    Picture,
    Run,
    Span,
    Table,
    all_lines,
    plain,
)
from exporter.parts import FIGURES, Options, load
from exporter.style import load_style

REPORT = """# 青河市2025年政府工作报告

各位代表：

## 一、2024年工作回顾

一般公共预算收入157.3亿元，增长13.7%。围绕这一要求，各级各部门狠抓落实，有关工作取得积极进展。

围绕这一要求，各级各部门狠抓落实，有关工作取得积极进展，为全年任务的完成打下了基础。新增就业1.2万人。

- 坚持一件一件抓落实。
- 坚持一年一年抓下去。

| 指标 | 2024年 |
| --- | --- |
| 一般公共预算收入 | 157.3亿元 |
| 这一项没有译法 | 增长8%以上 |

各位代表，让我们团结一心、真抓实干，为完成全年各项目标任务而努力奋斗！
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return pipeline.run(conversion.read_bytes("report.md", REPORT.encode()), [load(step) for step in FIGURES])


@pytest.fixture(scope="module")
def segments(document: Document) -> tuple[Segment, ...]:
    english = {
        "坚持一件一件抓落实。": 'We will see to it "point by point."',
        "新增就业1.2万人。": "Some 12,000 people found new work.",
    }
    return tuple(
        replace(one, en=english[one.zh], status="reviewed") if one.zh in english else one
        for one in segments_of(document)
    )


def of(document: Document, kind: type[Block]) -> list[Block]:
    return [block for block in document.blocks if isinstance(block, kind)]


def chinese(block: Block) -> str:
    return "".join(plain(part.runs) for part in getattr(block, "zh", (block,)) if hasattr(part, "runs"))


@pytest.mark.parametrize("arrangement", ["columns", "stacked"])
def test_every_line_of_chinese_stands_once(
    document: Document, segments: tuple[Segment, ...], arrangement: Arrangement
) -> None:
    text = "\n".join(all_lines(bilingual(document, segments, arrangement)))
    for line in all_lines(document):
        for sentence in filter(None, line.replace("。", "。\n").split("\n")):
            assert text.count(sentence) == "\n".join(all_lines(document)).count(sentence), sentence


def test_headings_and_tables_say_both_languages_in_place(document: Document, segments: tuple[Segment, ...]) -> None:
    both = bilingual(document, segments)
    heading = next(block for block in of(both, Heading) if "回顾" in chinese(block))
    assert chinese(heading) == "一、2024年工作回顾\nI. Review of Work in 2024" or "\nI. " in chinese(heading)
    (table,) = of(both, Table)
    assert isinstance(table, Table)
    assert [[plain(cell.runs) for cell in row] for row in table.rows[1:]] == [
        ["一般公共预算收入\ngeneral public budget revenue", "157.3亿元\n15.73 billion yuan"],
        ["这一项没有译法*", "增长8%以上\nup at least 8 percent"],
    ]


def test_a_passage_stands_beside_its_english_and_what_is_mostly_open_above_it(
    document: Document, segments: tuple[Segment, ...]
) -> None:
    long = "这项工作抓得很紧，抓得很实，各个环节都有专人负责，各个步骤都有明确安排。"
    more = Segment("s9999", long, "sentence", "This work was done with care.", "reviewed")
    added = replace(document, blocks=(*document.blocks, Paragraph((Run(long),)), Paragraph((Run(long),))))
    both = bilingual(added, (*segments, more, more))
    assert isinstance(both.blocks[-3], Pair)
    mostly = next(block for block in both.blocks if "打下了基础" in chinese(block))
    assert isinstance(mostly, Paragraph)
    below = both.blocks[both.blocks.index(mostly) + 1]
    assert isinstance(below, Paragraph) and below.lang == "en"
    assert plain(below.runs).startswith("[…]") and "12,000" in plain(below.runs)
    item, other = (block for block in both.blocks if "抓" in "".join(_items(block)))
    assert isinstance(item, Pair) and '"point by point."' in "".join(_items(item))
    assert isinstance(other, ListBlock) and "".join(_items(other)).endswith("*")


def _items(block: Block) -> list[str]:
    parts = (*block.zh, *block.en) if isinstance(block, Pair) else (block,)
    return [plain(item.runs) for part in parts if isinstance(part, ListBlock) for item in part.items]


def test_a_document_that_is_mostly_open_has_all_its_english_below(
    document: Document, segments: tuple[Segment, ...]
) -> None:
    assert not of(bilingual(document, segments), Pair)


def test_columns_that_are_asked_for_are_made(document: Document, segments: tuple[Segment, ...]) -> None:
    assert of(bilingual(document, segments, "columns"), Pair)


def test_a_document_with_hardly_any_english_says_so() -> None:
    open_ = desk.figured(conversion.read_bytes("a.txt", "围绕这一要求，各级各部门狠抓落实。\n".encode()), Options())
    made = desk.html(Options())(open_, load_style("official"))
    assert isinstance(made, pipeline.Rendered)
    assert [one.code for one in made.notices] == ["english.little"]


def test_what_has_no_english_is_marked_and_counted(document: Document, segments: tuple[Segment, ...]) -> None:
    both = bilingual(document, segments)
    ending = next(block for block in both.blocks if "努力奋斗" in chinese(block))
    assert isinstance(ending, Paragraph) and ending.runs[-1] == Run("*", "mark")
    shown = sum(one.en is not None and one.status in ("verified", "reviewed") for one in segments)
    assert chinese(both.blocks[-1]).startswith(
        f"Of {len(segments)} headings, sentences, and table cells, {shown} have English"
    )


def test_pictures_and_breaks_stay_as_they_are(document: Document, segments: tuple[Segment, ...]) -> None:
    picture = Picture("none.png", "图")
    both = bilingual(replace(document, blocks=(*document.blocks, picture)), segments)
    assert picture in both.blocks


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("1487.8亿元", "148.78 billion yuan"),
        ("增长8%以上", "up at least 8 percent"),
        ("下降0.3个百分点", "down 0.3 percentage points"),
        ("3%左右", "around 3 percent"),
        ("2.4亿美元", "US$240 million"),
        ("万吨", "10,000 metric tons"),
        ("亿元", "100 million yuan"),
        ("持平", None),
        ("第3位", None),
        ("2018年", None),
        ("157.3亿元以上的项目", None),
        ("家", None),
        ("指标", None),
    ],
)
def test_a_cell_that_is_a_figure_is_said(zh: str, en: str | None) -> None:
    assert cell_in_english(zh) == en


def test_two_years_side_by_side_are_doubted() -> None:
    table = "一、总体情况\n\n| 2017年主要指标完成情况和2018年预期目标 |\n| --- |\n| 8% |\n"
    made = pipeline.run(conversion.read_bytes("a.md", table.encode()), [load(step) for step in FIGURES])
    found = next(one for one in desk.segments_of(made, conversion.DEFAULTS) if "2018" in one.zh)
    assert found.status != "verified"


def test_a_passage_over_two_pages_is_proved_and_a_word_between_is_not() -> None:
    from exporter.verify.shown import _alternate

    left, right = "全年新增就业1.2万人并保持稳定。", "Some12,000peoplefoundwork."
    page = f"前文{left[:9]}{right[:10]}{left[9:]}{right[10:]}后文"
    assert _alternate(page, left, right)
    assert not _alternate(page.replace(right[10:], "not" + right[10:]), left, right)
    assert not _alternate(page.replace("1.2", "2.1"), left, right)


def shown_of_report(text: str) -> str:
    """Print a report in two languages, all its lines."""
    made = pipeline.run(conversion.read_bytes("a.md", text.encode()), [load(step) for step in FIGURES])
    return "\n".join(all_lines(bilingual(made, segments_of(made))))


HEAD = "# 青河市2025年政府工作报告\n\n各位代表：\n\n## 一、2024年工作回顾\n\n"


def test_a_stated_part_names_its_whole_once() -> None:
    said = shown_of_report(HEAD + "税收收入31亿元，其中增值税收入21亿元，均增长3%。\n")
    assert "Of this, VAT revenue reached 2.1 billion yuan" in said
    assert "of tax revenue" not in said


def test_an_address_alone_is_no_english_of_a_passage() -> None:
    assert "Fellow deputies" not in shown_of_report(
        HEAD.replace("各位代表：\n\n", "") + "各位代表！围绕这一要求，各级各部门狠抓落实，打下了基础。\n"
    )


def test_figures_that_rules_can_say_stand_though_the_rest_of_their_sentence_does_not() -> None:
    said = shown_of_report(HEAD + "围绕这一要求狠抓落实，一般公共预算收入157.3亿元，增长13.7%，打下了坚实的基础。\n")
    assert "[…] General public budget revenue reached 15.73 billion yuan, up 13.7 percent. […]" in said


def test_a_figure_that_shares_its_words_with_others_is_not_left_out_without_a_mark() -> None:
    zh = "人均收入分别增长4.5%、5.7%。"
    first, second = (Span(zh.index(one), zh.index(one) + 4) for one in ("4.5%", "5.7%"))
    said = Fact(id="f2", span=Span(0, len(zh) - 1), line=1, quote=zh[:-1], indicator="人均收入", number_span=second)
    said = replace(said, english="Income rose.", english_status="verified")
    unsaid = replace(said, id="f1", number_span=first, english_status="draft")
    assert told_in_part(zh, (unsaid, said)) == (None, "Income rose.")


def test_a_sentence_without_its_chief_figure_stays_chinese() -> None:
    said = shown_of_report(
        HEAD + "攻坚任务“一号工程”完成37项，“二号工程”完成29项，一般公共预算收入157.3亿元，增长13.7%。\n"
    )
    assert "15.73" not in said


def test_marks_are_explained_before_they_are_used_and_a_report_without_any_explains_none() -> None:
    said = shown_of_report(HEAD + "围绕这一要求，各级各部门狠抓落实，打下了基础。\n")
    assert said.index("in Chinese only (ending in *)") < said.index("打下了基础。*")
    assert "[…]" not in said
    assert "in Chinese only" not in shown_of_report(HEAD + "一般公共预算收入157.3亿元，增长13.7%。\n")


def test_a_line_that_a_brief_knows_keeps_its_number_and_the_gaps_it_has() -> None:
    segment = Segment("s", "八是高效服务工程。二是乡村旧貌未改。", "sentence", span=Span(0, 18))
    known = {"高效服务工程": "Efficient services.", "乡村旧貌未改": "Villages […]."}
    assert [one.english for one in shown_of([segment], known)] == [
        ("Eighth, efficient services.", "Second, villages", None)
    ]


def test_a_heading_without_english_says_its_number_where_others_are_counted_by_theirs() -> None:
    opening, alone = "# 政府工作报告\n\n各位代表：\n\n", "## 二、噫吁嚱危乎\n\n全市生产总值增长5%。\n"
    said = shown_of_report(f"{opening}## 一、深化改革开放\n\n全市生产总值增长5%。\n\n{alone}")
    assert "二、噫吁嚱危乎\nII. […]*" in said
    assert "II. […]" not in shown_of_report(opening + alone)


def test_a_title_names_the_place_that_the_page_names() -> None:
    said = shown_of_report("# 政府工作报告\n\n青河市人民政府市长 李建国\n\n各位代表：\n\n全市生产总值增长5%。\n")
    assert "Qinghe" in said.split("\n")[1], said


def test_apostrophes_and_quotation_marks_of_english_are_of_one_kind_everywhere() -> None:
    said = shown_of_report(HEAD + "### （一）人民生活持续改善\n\n实施“雨露计划”，一般公共预算收入157.3亿元。\n")
    english = "\n".join(line for line in said.split("\n") if not re.search("[\u4e00-\u9fff]", line))
    assert "People's" in english and not re.search("[‘’“”]", english)


def test_the_head_that_a_paragraph_begins_with_has_english_as_headings_have() -> None:
    head = Paragraph((Run("大力提振消费。", "lead"), Run("围绕这一要求，各级各部门狠抓落实。")))
    first, second = segments_of(Document(Metadata(), (head,)))
    assert (first.kind, second.kind) == ("heading", "sentence")
    assert first.status == "verified"
    laid = bilingual(Document(Metadata(), (head,)), (first, second))
    said = [block for block in laid.blocks if isinstance(block, Paragraph) and "consumption" in plain(block.runs)]
    assert [run.role for run in said[0].runs] == ["strong", "plain"]
    assert plain(said[0].runs).endswith(". […]")


def test_a_head_with_a_figure_is_text() -> None:
    head = Paragraph((Run("新增就业3万人。", "lead"), Run("各级各部门狠抓落实。")))
    assert [one.kind for one in segments_of(Document(Metadata(), (head,)))] == ["sentence", "sentence"]
