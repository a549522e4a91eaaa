"""Boxes (专栏) have a heading of their own, and the numbers inside of them are theirs."""

from __future__ import annotations

import pytest

import exporter
from exporter.model import Heading, Paragraph, plain

BOX = "专栏1　重点河段整治工程{}（一）清溪河段。新建污水管网12公里，整治排口30个，恢复岸线湿地20亩。"
REST = (
    "（二）云水河段。实施清淤疏浚，建设生态护岸8公里，水质稳定向好。",
    "（三）南湖。开展退渔还湖，设置水质监测站3座。",
)


def read(box: str, *after: str) -> exporter.Document:
    lines = (
        "云溪市生态环境保护规划",
        "一、总体要求",
        "坚持绿色发展，建设美丽云溪，让群众在良好环境中生产生活。",
        "二、主要任务",
        "（一）治理水体。",
        "加强河湖保护，完善排口台账，限期整治不达标的断面。",
        *box.split("\n"),
        *REST,
        *after,
    )
    return exporter.read("\n".join(lines).encode())


def headings(document: exporter.Document) -> list[tuple[int, str]]:
    return [(block.level, plain(block.runs)) for block in document.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("joint", ["", " ", "\n"], ids=["glued", "spaced", "apart"])
def test_a_box_has_a_heading_and_its_numbers_stand_below(joint: str) -> None:
    document = read(
        BOX.format(joint),
        "（二）治理大气。",
        "推进清洁取暖，淘汰燃煤小锅炉，控制施工扬尘。",
        "三、保障措施",
        "加强领导。",
    )
    assert headings(document)[3:] == [
        (2, "治理水体。"),
        (3, "专栏1　重点河段整治工程"),
        (4, "清溪河段。"),
        (4, "云水河段。"),
        (4, "南湖。"),
        (2, "治理大气。"),
        (1, "保障措施"),
    ]
    assert document.notices == ()


def test_a_box_stands_beside_the_box_above_it() -> None:
    document = read(
        BOX.format(""),
        "专栏2　监测能力建设（一）建设站点。增加空气自动监测站5座，实现乡镇全覆盖。",
        "（二）培养人才。每年培训100名。",
    )
    assert [level for level, text in headings(document) if text.startswith("专栏")] == [3, 3]


def test_a_box_glued_to_the_text_above_it_begins_anew() -> None:
    document = read("本市加强队伍建设，完善装备，定期演练。" + BOX.format(""))
    assert (3, "专栏1　重点河段整治工程") in headings(document)


def test_a_sentence_on_a_box_is_no_heading() -> None:
    document = read("专栏1列出的工程要抓紧实施（一）至（三）项由市里统筹，其余各项由各县区分别组织，年底前全部完工。")
    assert not any(text.startswith("专栏") for _, text in headings(document))


def test_a_table_in_a_box_that_lost_its_cells_is_not_cut_inside_a_word_of_its_head() -> None:
    flat = "专栏1　主要指标指　　标2020年2025年属性" + "水质达标率（%）85.295约束性绿化覆盖率（%）38.540预期性" * 4
    assert any(plain(block.runs).startswith("专栏1") for block in read(flat).blocks if isinstance(block, Paragraph))
