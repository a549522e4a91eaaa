"""Clauses whose words were left unread, by kind: each is now read whole, under the name that it says."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts

READ = (
    ("经营收入、门票收入均保持12%以上的增长。", "门票收入", None, "12"),
    ("产值以每年递增6%的速度发展。", "产值", None, "6"),
    ("人次从改造前的0.3万增至2.1万。", "人次", "2.1", None),
    ("全年招揽了18所由本地大学与研究机构合作的实验室。", "由本地大学与研究机构合作的实验室", "18", None),
    ("培训40名来自多个国家的学员。", "来自多个国家的学员", "40", None),
    ("建成示范园2个（甲园、乙园）、示范村5个。", "示范园", "2", None),
    ("订立80个指标，其中31个是新增指标。", "新增指标", "31", None),
    ("引进企业60家，其中22家来自省外。", "来自省外企业", "22", None),
    ("工程投资和技改投资分别快于全市2.4个、1.1个百分点。", "技改投资快于全市", "1.1", None),
    ("包括把产假由10星期增加至14星期。", "产假", "14", None),
    ("（i）增加900个资助宿位。", "资助宿位", "900", None),
    ("增加培训名额，由300个增至500个。", "培训名额", "500", None),
    ("接待邮轮超过60艘次。", "邮轮", "60", None),
    ("完成造林12万亩任务。", "造林", "12", None),
    ("甲茶、乙米2个品牌新入选名录。", "品牌", "2", None),
    ("培育30个过亿元的工业新增长点。", "过亿元的工业新增长点", "30", None),
)


@pytest.mark.parametrize(("sentence", "name", "value", "change"), READ)
def test_a_clause_is_read_whole(sentence: str, name: str, value: str | None, change: str | None) -> None:
    found = [one for one in facts(sentence) if one.indicator == name]
    told = [(one.value, None if one.change is None else str(one.change)) for one in found]
    assert (value, change) in told
    assert all(one.sure for one in found)


def test_what_an_aside_leaves_out_is_not_sure() -> None:
    assert not any(one.sure for one in facts("三甲医院达到52家（不含专科医院）。"))
