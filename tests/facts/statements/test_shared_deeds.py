"""What was done is said of works, and once for all items of a list; levels told in turn have no deed."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts

WORKS = [
    ("完成28处乡村小学危房改造任务。", ["完成"]),
    ("完成7个社区养老驿站优化提质。", ["完成"]),
    ("完成32万平方米、4100户城郊棚屋改造。", ["完成", "完成"]),
    ("已完成18公里河道治理。", ["完成"]),
    ("完成了4家企业的破产改制。", ["破产改制"]),
    ("完成6个部门、29项审批划转。", [None, None]),
]

IN_A_MANNER = [
    ("全年规范流转耕地3万亩。", ["规范流转"]),
    ("规划搬迁城区马路市场8处。", ["规划搬迁"]),
    ("土地流转面积4万亩。", [None]),
]

LISTS = [
    ("建成养殖大棚300亩，冷库1.6万平方米。", ["建成", "建成"]),
    ("获得银奖2枚，市级奖牌7枚，县级奖牌40枚。", ["获得", "获得", "获得"]),
    ("完成人工造林4万亩，封山育林6万亩，森林覆盖率达到38%。", ["完成", "完成", None]),
    ("新增装机容量90万千瓦，洗煤能力60万吨，铁路通车里程80公里、复线里程50公里。", ["新增"] * 4),
    ("新改建9所小学，4个卫生室。", ["新改建", "新改建"]),
    ("新建幼儿园5所、小学3所，卫生室20个。", ["新建", "新建", "新建"]),
    ("年内完成12项惠民工程，其中供水工程5项。", ["完成", "完成"]),
    ("新建医院3所，其中中医院1所。", ["新建", "新建"]),
]

LEVELS = [
    ("新增企业30家，总数500家。", ["新增", None]),
    ("新增企业30家，企业总数500家。", ["新增", None]),
    ("建成学校20所，在校学生3万人。", ["建成", None]),
    ("新建公路30公里，高速公路通车里程200公里。", ["新建", None]),
    ("新增造林面积5万亩，森林面积50万亩。", ["新增", None]),
    ("新增绿地50公顷，人均公园绿地15平方米。", ["新增", None]),
    ("招收研究生2万人，在学研究生6万人，毕业研究生1万人。", ["招收", None, None]),
    ("建成学校20所；幼儿园50所。", ["建成", None]),
    ("受理案件300件，结案280件。", ["受理", "结案"]),
]


@pytest.mark.parametrize(("sentence", "deeds"), WORKS + IN_A_MANNER + LISTS + LEVELS)
def test_what_was_done_is_said_of_each(sentence: str, deeds: list[str | None]) -> None:
    found = facts("一、2017年工作回顾", sentence)
    assert [one.deed for one in found] == deeds
    assert [one.measure == "flow" for one in found] == [deed is not None for deed in deeds]


def test_a_list_has_one_time() -> None:
    found = facts("一、过去五年工作回顾", "五年内新增装机容量90万千瓦，洗煤能力60万吨，铁路通车里程80公里。")
    assert {one.period for one in found} == {"2013-2017"}
