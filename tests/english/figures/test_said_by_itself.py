"""What tells all by itself is said: works with their cost, firms that are counted, rates that were come to."""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from exporter.facts.passages import text_of, with_lines_joined
from tests.english.figures.test_context import figures_of, told_of

SAID = [
    (
        "新开工重大项目31个，总投资130亿元。",
        "总投资130亿元",
        "Construction began on 31 major projects, with a total investment of 13 billion yuan.",
    ),
    (
        "高新技术企业超1300家，每千人企业数量位居全省第一。",
        "每千人企业数量",
        "The number of enterprises per 1,000 people ranked first in the province.",
    ),
    ("平均每年城镇新增就业3万人。", "每年城镇新增就业", "There were 30,000 new urban jobs a year on average."),
    ("武汉都市圈经济总量达到3万亿元。", "经济总量", None),
    ("郑州机场货邮吞吐量突破31万吨。", "吞吐量", None),
    (
        "新增国家级、省级科技型中小企业31家。",
        "国家级、省级",
        "Thirty-one national and provincial small and medium-sized sci-tech enterprises were added.",
    ),
    ("新建中小学、幼儿园13所。", "13所", "Thirteen primary and secondary schools and kindergartens were built."),
    ("新增境内外上市企业31家。", "31家", "Thirty-one companies were newly listed in and outside the mainland."),
    (
        "治理水土流失面积310平方公里。",
        "310",
        "A total of 310 square kilometers of eroded land was brought under control.",
    ),
    ("3家开发区跻身全国30强。", "3家", None),
    ("31款创新药获批上市。", "31款", "Thirty-one innovative drugs were approved for marketing."),
    (
        "新增电力装机13万千瓦，粮食产量31万吨。",
        "粮食产量31万吨",
        "Grain output reached 310,000 metric tons.",
    ),
    ("发放培训贷款31万元，实现城镇新增就业1300人。", "新增就业", "A total of 1,300 new urban jobs were created."),
    (
        "文化事业繁荣，发放救灾款31万元。",
        "救灾款",
        "A total of 310,000 yuan in disaster relief funds was distributed.",
    ),
    (
        "建成体育中心、青河大桥及13所农村寄宿制学校。",
        "13所",
        "Thirteen rural boarding schools were completed.",
    ),
]


@pytest.mark.parametrize(("sentence", "quote", "english"), SAID)
def test_a_figure_that_tells_all_by_itself_is_said(
    sentence: str, quote: str, english: str | None, tmp_path: Path
) -> None:
    told = told_of(quote, sentence, tmp_path)
    assert "verified" in {status for _, status in told}
    assert english is None or (english, "verified") in told


OPEN = [
    ("国有企业改革推进，研发经费投入增长13%。", "研发经费投入"),  # of those firms
    ("新开工路桥项目31个、产业项目13个，总投资130亿元。", "总投资"),  # of both
    ("累计送戏下乡超3万场。", "送戏下乡"),
    ("新增独角兽企业和高新技术企业数量均居全省第一。", "高新技术企业"),  # those that were added
    ("支持各县错位发展，新增省级平台1—2个。", "省级平台"),  # in each of them
    ("大河新区企业达到310家，签约省级平台31个。", "省级平台"),
]


@pytest.mark.parametrize(("sentence", "quote"), OPEN)
def test_what_may_be_of_others_stays_a_draft(sentence: str, quote: str, tmp_path: Path) -> None:
    assert "verified" not in {status for _, status in told_of(quote, sentence, tmp_path)}


def test_a_rate_of_several_years_was_come_to_by_their_last(tmp_path: Path) -> None:
    head = "清河市2026年政府工作报告\n一、“十四五”时期工作回顾\n"
    made = figures_of(f"{head}五年来，研发投入强度达3.1%。\n", tmp_path)
    assert [one.english for one in made if one.english_status == "verified"]


def test_breaks_inside_of_a_paragraph_are_no_ends_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "清河市统计公报\n\n全年粮食产量31万吨，比上年增长3%，其中夏粮产量13万吨，秋\n粮产量18万吨。\n", "utf-8"
    )
    document = exporter.read(path)
    joined = with_lines_joined(document)
    assert len(joined) == len(text_of(document))
    assert "秋 粮产量" in joined or "秋\n粮产量" in text_of(document)
