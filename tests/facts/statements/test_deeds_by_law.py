"""What was done and what was measured part rightly: deeds that only come to a sum, works that are done, who pays."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts

TOLD = (
    # verbs that say of a sum only that there is one, and of things counted what was done
    ("形成35项改革成果。", "形成 改革成果 flow"),
    ("完成闲置用地300亩。", "完成 闲置用地 flow"),
    ("完成施工面积20万平方米。", "— 施工面积 level"),
    ("省财政安排2.4亿元救灾资金。", "安排 省财政救灾资金 flow"),
    ("国家财政安排12亿元支持灾后重建。", "安排 国家财政灾后重建资金 flow"),
    ("中央财政安排6亿元资金，支持水库建设。", "安排 中央财政资金 flow"),
    ("投资1.2亿元建设县体育馆。", "投资 县体育馆投资 flow"),
    ("投资3亿元建立现代化加工园区。", "— 现代化加工园区投资 level"),
    # works are done, and no levels
    ("植树造林12万亩。", "— 植树造林 flow"),
    ("农村劳动力转移就业3200人。", "— 农村劳动力转移就业 flow"),
    ("农村劳动力转移就业稳定在20万人。", "— 农村劳动力转移就业 level"),
    # a verb inside of a name
    ("自贸试验区新设企业800家。", "新设 自贸试验区企业 flow"),
    ("特色产业园成功备案2家。", "备案 特色产业园 flow"),
    ("4个历史经典产业入围国家名录。", "入围国家名录 历史经典产业 flow"),
    ("我亲自主持了12场座谈会。", "主持 座谈会 flow"),
    ("担保基金不低于3000万元。", "— 担保基金 level"),
    ("提升服务水平方面5项。", "— 提升服务水平方面 level"),
    # the verb stands in the clause before, or at the head of a list
    ("资助困难学生，合计560名。", "资助 困难学生 flow"),
    (
        "发放取暖补贴120万元，临时救助金80万元，困难学生补助60万元。",
        "发放 取暖补贴 flow；发放 临时救助金 flow；发放 困难学生补助 flow",
    ),
    ("改造老旧小区40个，惠及5200户。", "改造 老旧小区 flow；惠及 老旧小区 flow"),
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_deed_and_measure(text: str, told: str) -> None:
    found = [f"{fact.deed or '—'} {fact.indicator} {fact.measure}" for fact in facts(text)]
    assert "；".join(found) == told


NAMED = (
    ("和田地区完成棉花收购20万吨。", "和田地区棉花收购"),
    ("加上解支出2300万元、债务还本支出900万元。", "上解支出；债务还本支出"),
    ("加上年结转收入600万元。", "上年结转收入"),
    ("城镇和农村常住居民人均可支配收入分别增长5%和6%。", "城镇常住居民人均可支配收入；农村常住居民人均可支配收入"),
    ("九年义务教育巩固率、青壮年识字率均超过96%。", "九年义务教育巩固率；青壮年识字率"),
    ("甲、乙两业对增长的贡献率达80%。", "甲、乙两业对增长的贡献率"),
    ("特殊教育学校12所，在校学生900人，专任教师210人。", "特殊教育学校；特殊教育学校在校学生；特殊教育学校专任教师"),
    ("高中招生3000人，毕业生2800人。", "高中招生；高中毕业生"),
    ("花生产量连续5年占全国三成以上。", "花生产量占全国比重"),
    ("带动300户农户年均增收2000元。", "农户；农户增收"),
)


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names(text: str, names: str) -> None:
    assert "；".join(fact.indicator for fact in facts(text)) == names


def test_what_is_carried_over_is_of_the_year_of_its_budget() -> None:
    assert [fact.period for fact in facts("一、2017年工作回顾", "加上年结转收入600万元。")] == ["2017"]
