"""The name of who signs is one, though it is broken over two lines; in an annex too."""

from __future__ import annotations

import pytest

import exporter
from exporter.editing import placed
from exporter.model import Document, Paragraph, plain

PAPER = "甲城市水务局关于印发河道巡查方案的通知\n甲水发〔2024〕3号\n各区水务局：\n现将方案印发给你们，请遵照执行。\n"
ANNEX = "甲城市水务局\n2024年3月1日\n附件1\n河道巡查方案\n一、目标\n守好河道。\n二、任务\n每日巡查，逐段建档。\n"


def signed(text: str) -> list[str]:
    document: Document = exporter.read(text.encode())
    blocks = (*document.blocks, *document.appendix)
    return [plain(one.runs) for one in blocks if isinstance(one, Paragraph) and one.role in ("signature", "date")]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("甲城市推进河长制工作领导小组", "办公室"),
        ("甲城市人民政府推进职能转变和放管服改革", "协调小组办公室"),
        ("甲城市发展和改", "革委员会"),
    ],
)
def test_a_broken_name_is_one(first: str, rest: str) -> None:
    day = "2024年3月1日"
    assert signed(f"{PAPER}{first}\n{rest}\n{day}") == [first + rest, day]
    assert signed(f"{PAPER}{ANNEX}{first}\n{rest}\n{day}\n附件2\n人员名单\n王某某") == [
        "甲城市水务局",
        day,
        first + rest,
        day,
    ]


def test_an_annex_says_whom_it_is_for() -> None:
    body = "现将有关情况报告如下，请予审阅。"
    text = f"{PAPER}甲城市水务局\n2024年3月1日\n河道巡查情况的报告\n市政府：\n{body}\n一、概况\n水质良好。"
    blocks = exporter.read(text.encode()).blocks
    said = [plain(one.runs) for one in blocks if isinstance(one, Paragraph) and one.role == "addressee"]
    assert said == ["各区水务局：", "市政府："]


@pytest.mark.parametrize("names", [("甲城市水务局", "甲城市财政局"), ("甲城市水务局", "甲城市河道管理处")])
def test_two_names_stay_two(names: tuple[str, str]) -> None:
    assert signed(PAPER + "\n".join((*names, "2024年3月1日"))) == [*names, "2024年3月1日"]


def test_members_listed_in_an_annex_sign_nothing() -> None:
    assert signed(f"{PAPER}{ANNEX}成员单位如下，各司其职。\n甲城市水务局\n甲城市财政局") == [
        "甲城市水务局",
        "2024年3月1日",
    ]


def test_what_is_put_between_a_label_and_a_title_is_listed() -> None:
    listed = "附件：1.巡查分级标准　　　甲城市水务局　　　2024年3月1日　　　"
    text = f"{PAPER.rstrip()}{listed}附件1巡查分级标准一、分级按水位分为三级，逐段核定，逐级上报，每年汛前公布一次。"
    document = placed(exporter.read(text.encode()))
    assert [one for one in document.notices if one.code == "document.changed"] == []


def test_who_printed_a_paper_and_when_close_it_though_the_word_is_missing() -> None:
    text = (
        "关于做好休渔工作的通知\n\n各县区：\n\n现将有关事项通知如下，请认真贯彻执行。\n\n临澄市海洋局\n\n2031年4月21日\n\n"
        "抄送：市委办公室。\n\n临澄市海洋局办公室　　2031年4月22日\n"
    )
    document = exporter.read(text.encode())
    roles = [(block.role, plain(block.runs)) for block in document.blocks if isinstance(block, Paragraph)]
    assert roles[-2:] == [("copied_to", "抄送：市委办公室。"), ("issued", "临澄市海洋局办公室　　2031年4月22日")]
    assert (document.metadata.signature, document.metadata.date) == ("临澄市海洋局", "2031-04-21")


@pytest.mark.parametrize("said", ["机密★3年", "机密3年", "机密三年", "秘密六个月", "绝密长期"])
def test_a_secrecy_is_told_however_its_term_is_written(said: str) -> None:
    head = f"000012\n\n{said}\n\n甲城市水务局文件\n\n甲水发〔2031〕3号\n\n"
    text = f"{head}关于河道巡查的通知\n\n各区水务局：\n\n请抓好落实。\n"
    document: Document = exporter.read(text.encode())
    assert document.metadata.secrecy == said
