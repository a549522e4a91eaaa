"""What is of what and who does what: no chain of deeds, no doer that does nothing, nothing built that only grows."""

from __future__ import annotations

import pytest

from exporter.english.grammar.headings import english_of


@pytest.mark.parametrize(
    "heading",
    [
        "提升抓改革的精准性",  # the precision doing something
        "保持艰苦创业的工作作风",
        "打造共建共治共享的社区治理新格局",  # governance building and governing
        "提高粮食仓储管理标准化程度",
        "强化企业推动出口、促进转型、化解矛盾的重要作用",
        "加快标准体系建设规划",
        "提高防灾和应对洪水的能力",  # the capacity is for both
        "建立执法责任制",  # no law is enforced in a system
        "按照市场运作思路",
        "延续“渔业和可持续物流资助计划”",  # the name of one scheme
        "围绕产业惠民",
        "支持栖霞建设渔业中心新体系",
        "落实鼓励林业发展的各项措施",  # encouraged is forestry, and not the measures
    ],
)
def test_what_a_reader_would_have_to_untie_is_a_draft(heading: str) -> None:
    assert english_of(heading, "heading", "plan").status != "verified"


@pytest.mark.parametrize(
    ("heading", "english"),
    [
        ("加强科技创新建设", "Strengthen scientific and technological innovation"),
        ("推进城镇化建设", "Advance urbanization"),
        ("加强特色农业建设", "Step up efforts to develop specialty agriculture"),
        ("提升乡村旅游发展水平", "Develop rural tourism to a higher level"),
        ("提升农业现代化水平", "Advance agricultural modernization"),
        ("出台稳就业的各项措施", "Issue all measures to ensure stable employment"),
        ("以攻坚克难的勇气推进改革", "Advance reform with the courage of overcoming difficulties"),
        ("推进成都都市圈建设", "Build the Chengdu metropolitan area"),
        ("扬尘污染综合整治", "Comprehensive treatment of dust pollution"),
        ("健全和完善物流体系", "Improve the logistics system"),
        ("提高出口产品质量", "Improve export product quality"),
        ("围绕改革开放这个主题", "Focus on the theme of reform and opening up"),
        ("始终坚持深化改革", "Always deepen reform"),
        ("一是要深化改革", "First, deepen reform"),
        ("全面加强以渔业为重点的农业建设", None),
        ("着力发展渔业、深化改革、保障和改善民生", None),
    ],
)
def test_deeds_are_said_of_what_takes_them(heading: str, english: str | None) -> None:
    found = english_of(heading, "heading", "plan")
    if english:
        assert (found.text, found.status) == (english, "verified")
    else:
        assert ", ensure, and" not in str(found.text)


def test_what_was_controlled_is_spelled_so() -> None:
    assert english_of("严格控制扬尘", "heading", "past").text == "We strictly controlled dust"
