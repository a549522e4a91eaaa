"""What a row prints once for all, what a side is of, and what says how a number is meant."""

from __future__ import annotations

import pytest

from exporter.model import Metadata
from tests.facts.samples import facts

NAMES = (
    ("财政收入完成3亿元，总量及增速均居全市第二位。", ["财政收入", "财政收入总量", "财政收入增速"]),
    ("民营工业增加值、出口总额占比分别为23%、45%。", ["民营工业增加值占比", "出口总额占比"]),
    ("安排重点项目30个，其中，农业类21个、商贸类9个。", ["重点项目", "农业类重点项目", "商贸类重点项目"]),
    ("淘汰水泥40万吨、焦炭9万吨等落后产能。", ["水泥落后产能", "焦炭落后产能"]),
    ("人均收入分别增长9%，居全市第2位。", ["人均收入", "人均收入增速"]),
    ("建成8个百万亩、90个万亩防沙基地。", ["百万亩防沙基地", "万亩防沙基地"]),
    ("常住人口30万人的北方小城。", ["北方小城常住人口"]),
    ("产业集群数量并列全国第一。", ["产业集群数量"]),
    ("粮食总产量实现了少见的“九连增”，连续5年超3亿斤。", ["粮食总产量"]),
    ("新增蔬菜大棚30栋，种植面积达到200亩。", ["蔬菜大棚", "蔬菜大棚种植面积"]),
    ("“去年前三季度新设企业59万户。", ["企业"]),
    ("落实低保政策，农村低保补差由18元提高到32元，保障人数达到8000人。", ["农村低保保障人数"]),
    ("居民医疗保险参保率达98%，大病报销限额调高到20万元。", ["居民医疗保险大病报销限额"]),
)


@pytest.mark.parametrize(("line", "names"), NAMES)
def test_a_name_has_what_is_printed_once_for_several(line: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts("一、2017年工作回顾", line)][-len(names) :] == names


def test_a_part_is_of_the_whole_that_is_counted_as_it_is() -> None:
    part = facts("重点项目17个，总投资9亿元，其中省重点项目5个。")[-1]
    assert (part.indicator, part.part_of) == ("省重点项目", "重点项目")


def test_a_plan_is_completed_by_the_sum_before_it() -> None:
    said = facts("列入重点项目19项，项目开工率100%，完成投资5亿元，占任务的162%。")
    assert [fact.indicator for fact in said] == ["重点项目", "项目开工率", "项目投资", "项目投资"]
    assert said[-1].measure == "completion"


def test_the_number_of_a_chapter_counts_no_groups() -> None:
    assert facts("2 组织体系。") == ()


def test_who_did_nothing_but_benefit_takes_no_verb_of_a_list() -> None:
    assert facts("组织培训18次、受益300人。")[-1].deed is None


def test_a_part_of_those_counted_is_a_share_of_them() -> None:
    part = facts("80%的县级医院达到三级医院水平。")[0]
    assert (part.measure, part.deed) == ("share", "达到三级医院水平")


def test_a_side_of_nothing_is_not_sure() -> None:
    assert not facts("总数超过40万户。")[0].sure


def test_whose_a_figure_is_stands_before_it() -> None:
    firm = facts("目前该县具备出口资质的企业达42家。")[0]
    assert (firm.indicator, firm.scope) == ("具备出口资质的企业", "该县")


def test_a_rank_is_of_the_whole_name() -> None:
    assert facts("备案大型船舶数量居全国首位。")[0].indicator == "备案大型船舶数量"


def test_a_size_alone_is_no_thing() -> None:
    assert not facts("建成8个百万亩。")[0].sure


@pytest.mark.parametrize(("sign", "bound"), [("≤", "at_most"), ("≥", "at_least"), ("＜", "at_most")])
def test_a_sign_of_a_limit_is_a_bound_and_no_result(sign: str, bound: str) -> None:
    limit = facts(f"合格品含水率{sign}8.5%。", metadata=Metadata(title="毛毯技术要求"))[0]
    assert (limit.indicator, limit.bound, limit.kind) == ("合格品含水率", bound, "target")


def test_a_level_is_of_its_list_and_not_of_what_is_added_behind() -> None:
    said = facts("新增国家级企业20家、省级创新企业50家，新增经营主体10万户、上市企业4家。")
    assert [fact.scope for fact in said][-2:] == [None, None]
