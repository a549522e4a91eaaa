"""English that nobody would write is no English: a verb cut short, a kind in front of two things."""

from __future__ import annotations

import pytest

from exporter.english.document import names_of
from exporter.english.grammar.headings import english_of
from exporter.model import Metadata

QIXIA = {"栖霞": "Qixia"}


@pytest.mark.parametrize(
    "text",
    [
        "展现栖霞新形象",  # a Qixia new image
        "建设宜居宜业宜游美丽栖霞",  # kinds of a place, heaped up
        "持续扩大内需、优化供给",  # a deed beside a thing
        "支持文化产业加快发展",  # who supports is not said
        "加强矿山修复治理",  # two deeds
        "加强与共建伙伴往来",  # who is built with, no second verb
    ],
)
def test_what_nobody_would_write_is_a_draft(text: str) -> None:
    assert english_of(text, "heading", "plan", names=QIXIA).status != "verified"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("（三）要强化责任", "(3) Strengthen accountability"),
        ("必须坚持推进改革开放", "We must continue to advance reform and opening up"),
        ("构建平安和谐栖霞", "Build a peaceful and harmonious Qixia"),
        ("奋力谱写中国式现代化栖霞篇章", "Strive to write the Qixia chapter of Chinese modernization"),
        ("把环境保护摆上更加重要的位置", "Attach greater importance to environmental protection"),
        ("打造一流营商环境", "Build a first-rate business environment"),
        ("加强高标准农田建设", "Develop high-standard cropland"),
        ("防范重点领域金融风险", "Guard against financial risks in key areas"),
        ("支持企业开拓国际市场", "Support enterprises in expanding into international markets"),
        ("加大财源培育力度", "Step up efforts to foster sources of revenue"),
        ("产业转型迈出新步伐", "New strides will be made in industrial transformation"),
        ("深化机关作风建设", "Improve the conduct of government bodies"),
        ("提高服务意识和履职能力", "Improve service awareness and the capacity to perform duties"),
        ("提升政府效能和依法行政能力", "Improve government efficiency and capacity for law-based administration"),
        ("健全应急管理体系", "Improve the emergency management system"),
    ],
)
def test_frames_of_duty_place_and_priority(text: str, english: str) -> None:
    found = english_of(text, "heading", "plan", names=QIXIA)
    assert (found.text, found.status) == (english, "verified")


def test_the_country_is_no_place_to_spell() -> None:
    assert not names_of(Metadata(place="全国"))
