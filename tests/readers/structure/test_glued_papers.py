"""A paper pasted as one line has its parts all the same: addressee, signature, day, remark, contents, chapters."""

from __future__ import annotations

from itertools import product

import pytest

from exporter.model import Document, Heading, Paragraph, heading_text, plain
from tests.readers.reading import assert_lawful, read

OPENING = (
    "甲城市人民政府办公厅关于印发桥梁养护方案的通知\n甲政办发〔2021〕3号\n"
    "各区人民政府：现将方案印发给你们，请遵照执行。"
)
PLAN = "\n桥梁养护方案\n为养护桥梁，制定本方案。\n一、总体要求\n逐座检查，逐座建档。\n二、重点任务\n更换伸缩缝。\n"
GAPS = ("", " ", "\u3000" * 3, "\u3000" * 40, " \xa0" * 6, "\n")
DAYS = {"2021年4月6日": "2021-04-06", "二〇二一年四月六日": "2021-04-06", "二○二一年四月六日": "2021-04-06"}


def letter(text: str) -> Document:
    document = read("a.txt", text.encode())
    assert_lawful(document)
    return document


def headings(document: Document) -> list[str]:
    return [heading_text(one) for one in document.blocks if isinstance(one, Heading) and one.level]


@pytest.mark.parametrize(("gap", "day", "remark"), list(product(GAPS, DAYS, ("", "（此件公开发布）"))))
def test_signature_day_and_remark_are_parted_however_they_are_set(gap: str, day: str, remark: str) -> None:
    document = letter(f"{OPENING}{gap}甲城市人民政府办公厅{gap}{day}{gap if remark else ''}{remark}{PLAN}")
    meta = document.metadata
    assert (meta.signature, meta.date, meta.note) == ("甲城市人民政府办公厅", DAYS[day], remark or None)
    assert meta.addressee == "各区人民政府"
    assert headings(document)[0] == "桥梁养护方案"
    assert "一、总体要求" in headings(document)


def test_a_day_that_ends_a_sentence_signs_nothing() -> None:
    document = letter("甲城市防汛通知\n各区：\n请把名单报送我局，截止于2021年4月6日\n乙区已经报送。\n")
    assert document.metadata.signature is None
    assert document.metadata.date is None


def test_behind_a_list_of_attachments_only_who_issues_the_paper_signs() -> None:
    text = "甲城市审计局关于通报情况的函\n乙县审计局：\n情况见附件。\n附件：桥梁名单甲城市审计局   2021年4月6日\n"
    meta = letter(text).metadata
    assert (meta.attachments, meta.signature, meta.date) == (("桥梁名单",), "甲城市审计局", "2021-04-06")


def test_an_order_has_its_number_its_signatory_and_the_title_of_what_it_makes_known() -> None:
    text = (
        "甲城市人民政府令\n第\u300048\u3000号\u3000\u3000《桥梁管理办法》已经会议通过，现予公布，自2021年5月1日起施行。\n"
        "\u3000\u3000\u3000\u3000市 长\u3000 丁一山\u3000\u3000\u3000 二○二一年四月六日\n"
        "桥梁管理办法第一章\u3000总\u3000\u3000则\u3000\u3000第一条\u3000为了管理桥梁，制定本办法。"
        "\u3000\u3000第二条\u3000桥梁的管理适用本办法。\u3000\u3000第三条\u3000桥梁由市公路局管理。"
        "\u3000\u3000第二章\u3000附\u3000\u3000则\u3000\u3000第四条\u3000本办法自2021年5月1日起施行。\n"
    )
    document = letter(text)
    meta = document.metadata
    assert (meta.document_number, meta.date) == ("第48号", "2021-04-06")
    assert meta.signature is not None
    assert meta.signature.split() == ["市", "长", "丁一山"]
    assert meta.signatory == "丁一山"
    found = ["".join(one.split()) for one in headings(document)]
    assert found == ["桥梁管理办法", "第一章总则", "第二章附则"]


@pytest.mark.parametrize("post", ["市长", "甲城市人民政府市长"])
def test_an_order_may_be_signed_by_a_post_whose_holder_is_not_named(post: str) -> None:
    text = f"甲城市人民政府令\n第48号\n《桥梁管理办法》已经会议通过，现予公布。\n{post}\n2021年4月6日\n"
    meta = letter(text).metadata
    assert (meta.doc_type, meta.signature, meta.signatory) == ("order", post, None)


def test_articles_in_one_line_are_paragraphs_of_their_own() -> None:
    articles = "".join(
        f"第{number}条\u3000桥梁每年检查{number}次，结果记入档案，并由管理人签字，报市公路局备案。"
        for number in "一二三四五"
    )
    said = [block for block in letter(f"桥梁管理办法\n{articles}\n").blocks if not isinstance(block, Heading)]
    whole = [item for block in said for item in getattr(block, "items", ())]
    assert [item.mark for item in whole] == [f"第{number}条" for number in "一二三四五"]


def test_contents_in_one_line_are_contents_and_a_note_below_a_title_is_one_line() -> None:
    names = ("检查", "养护", "维修", "改建", "经费", "附则")
    entries = [f"第{number}章\u3000桥梁{name}" for number, name in zip("一二三四五六", names, strict=True)]
    chapters = "\n".join(
        f"{entry}\n桥梁应当按期{name}，并记入档案。" for entry, name in zip(entries, names, strict=True)
    )
    note = "（2018年3月1日发布\n\n根据2020年5月1日的决定修订）"
    document = letter(f"桥梁管理办法{note}\n目\u3000\u3000录\n{''.join(entries)}\n{chapters}\n")
    assert "contents" in [region.reason for region in document.account]
    assert headings(document) == entries


@pytest.mark.parametrize("figures", ["(3,205)\n(118)", "（1）", "（甲）"])
def test_bracketed_figures_are_no_remarks_and_join_nothing(figures: str) -> None:
    document = letter(f"甲城市收支表\n收支情况如下。\n{figures}\n")
    assert all(one.role != "remark" for one in document.blocks[:3] if isinstance(one, Paragraph))
    assert plain(document.blocks[0].runs)  # type: ignore[union-attr]


OTHER = "\n乙县公路局关于修桥的函\n乙公路〔2022〕7号\n甲城市公路局：\n请派员修桥。\n"


def test_other_papers_in_the_text_are_told_and_what_an_annex_announces_is_not() -> None:
    text = f"{OPENING}\n甲城市人民政府办公厅\n2021年4月6日{PLAN}"
    assert "source.several" in [one.code for one in letter(text + OTHER).notices]
    assert "source.several" not in [one.code for one in letter(text).notices]
    unsigned = letter(f"{OPENING}{PLAN}{OTHER}乙 县 公 路 局\u3000\u3000二○二二年五月一日\n")
    assert (unsigned.metadata.signature, unsigned.metadata.date) == (None, None)
    assert "source.several" not in [one.code for one in letter(f"{text}附件1{OTHER}").notices]


def test_characters_lost_in_a_wrong_encoding_are_told_once() -> None:
    text = f"{OPENING}\n甲城市人民政府办公厅\n2021年4月6日{PLAN}抓好六项：??（一）修桥；??（二）增长8_M_M_以上。\n"
    assert [one.code for one in letter(text).notices].count("source.damaged") == 1


def test_each_paper_that_a_letter_issues_has_a_heading_of_its_own() -> None:
    rules = "".join(
        f"{number}、桥梁{what}\n按期进行，并逐一记入各区的档案。\n"
        for number, what in zip("一二三", "查修养", strict=True)
    )
    text = f"{OPENING}\n甲城市人民政府办公厅\n2021年4月6日\n桥梁养护规定\n{rules}桥梁检查规定\n{rules}"
    text += f"附件2\n桥梁所在乡镇\n情况调查意见\n{rules}{rules}{rules}{rules}{rules}"
    document = letter(text)
    found = [heading_text(one) for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert found == ["桥梁养护规定", "桥梁检查规定", "附件2　桥梁所在乡镇情况调查意见"]


@pytest.mark.parametrize("heading", ["2020年工作回顾：", "“十三五”时期工作回顾", "2021年主要任务"])
def test_a_heading_without_a_number_opens_the_text(heading: str) -> None:
    document = letter(
        f"标题：甲城市2021年工作报告\n发文时间：2021-01-09\n\n{heading}\n全市修桥十二座，养护桥梁三十座。\n"
    )
    body = [region.span for region in document.account if region.kind == "body"]
    assert document.origin is not None
    assert document.origin.text[body[0].start :].startswith(heading)


def test_short_points_in_one_line_are_headings_and_the_imprint_is_parted() -> None:
    text = (
        "关于印发《甲城市修桥规定》的通知甲公路〔2021〕3号\n各区公路局：现将《甲城市修桥规定》印发给你们。要求如下：一、逐座检查。"
        "二、逐座建档。附件：甲城市修桥规定甲城市公路局2021年4月6日（此件公开发布）抄送：各区水务局。"
        "甲城市公路局办公室2021年4月7日印发\n"
    )
    document = letter(text)
    meta = document.metadata
    assert headings(document) == ["一、逐座检查。", "二、逐座建档。"]
    assert (meta.attachments, meta.signature, meta.date) == (("甲城市修桥规定",), "甲城市公路局", "2021-04-06")
    assert (meta.note, meta.copied_to) == ("（此件公开发布）", "各区水务局")
    assert (meta.issued_by, meta.issued_on) == ("甲城市公路局办公室", "2021-04-07")


@pytest.mark.parametrize(
    ("title", "number", "found"),
    [
        ("关于修桥的公告", "公告2021年第8号", "公告2021年第8号"),
        ("甲城市公路局关于修桥的公告", "甲城市公路局公告2021年第8号", "甲城市公路局公告2021年第8号"),
        ("甲城市人民政府令第48号", "", "第48号"),
        ("甲城市人民政府令（第48号）", "", "第48号"),
    ],
)
def test_numbers_of_announcements_and_orders(title: str, number: str, found: str) -> None:
    meta = letter(
        f"{title}\n{number}\n现将修桥的有关事项公告如下，自公布之日起施行。\n甲城市公路局\n2021年4月6日\n"
    ).metadata
    assert (meta.title, meta.document_number) == (title, found)
    assert meta.doc_type == ("order" if "令" in title else "notice")
    assert (meta.year_reviewed, meta.year_planned) == (None, None)


def test_points_glued_to_the_heading_above_are_headings_each() -> None:
    text = (
        "甲城市桥梁养护意见\n各区人民政府要做好桥梁养护的各项工作，现提出如下意见。一、总体要求坚持逐座检查，按期完成。"
        "二、配套措施（一）加强领导。各区要逐座检查。（二）落实责任。各区要逐座建档。"
        "三、保障措施（一）落实经费。各区要列入预算。（二）加强培训。各区要按期培训。\n"
    )
    found = headings(letter(text))
    assert [one for one in found if one.startswith("（")] == [
        "（一）加强领导。",
        "（二）落实责任。",
        "（一）落实经费。",
        "（二）加强培训。",
    ]


def test_a_glossary_of_a_short_text_is_one() -> None:
    text = "甲城市工作报告\n一、去年工作\n全市修桥十二座，养护桥梁三十座。\n名词解释\n"
    text += "1.养护：指按期检查并修好。\n2.修桥：指拆除并重建，也指加固和改建。\n"
    assert "appendix" in [region.kind for region in letter(text).account]


def test_attachments_in_one_line_with_their_list_begin_apart() -> None:
    long = (
        "河道险情分为三级，由水务部门会同应急部门核定，每年汛前公布一次，汛期根据雨情水情随时调整，并报市人民政府备案。"
    )
    text = (
        OPENING
        + PLAN
        + "三、附则\n本方案自印发之日起实施。　　附件：1.险情分级标准　　　　　2.工作组职责 附件1险情分级标准　　"
        f"{long * 3}附件2工作组职责　　{long * 3}"
    )
    document = read("paper.txt", text.encode())
    shown = [plain(one.runs) for one in (*document.blocks, *document.appendix) if isinstance(one, Heading | Paragraph)]
    assert "附件1\n险情分级标准\n河道险情" in "\n".join(shown)
    assert "附件2\u3000工作组职责\n河道险情" in "\n".join(shown)
    listed = [plain(one.runs) for one in document.blocks if isinstance(one, Paragraph) and one.role == "attachment"]
    assert listed == ["附件：1.险情分级标准", "2.工作组职责"]


def test_a_heading_that_is_whole_by_itself_is_parted_from_its_text() -> None:
    asked = "二、工作要求各区要逐座检查，逐座建档，及时更换伸缩缝，确保安全。"
    found = headings(letter(f"{OPENING}\n一、时间安排。\n{asked}\n三、组织领导的分工见附表。"))
    assert found[1:] == ["二、工作要求", "三、组织领导的分工见附表。"]


def test_a_heading_on_a_question_ends_with_that_word_where_the_lines_are_lost() -> None:
    document = letter(
        "甲城市人民政府办公厅关于桥梁养护建议的复函\n甲政办函〔2021〕3号\n"
        "王某某先生：您的来信收悉，现答复如下：一、关于桥梁年久失修问题对列入计划的桥梁，今年全部检修。"
        "二、关于资金来源问题进一步加大投入，由市县两级分担。三、关于资料归档问题的说明见附表。"
    )
    assert headings(document)[:2] == ["一、关于桥梁年久失修问题", "二、关于资金来源问题"]
    assert "三、关于资料归档问题" not in headings(document)
