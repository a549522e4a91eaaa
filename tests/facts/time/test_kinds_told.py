"""What is told as done by now is no aim, what a forecast tells no result; a list of what there is, is a state."""

from __future__ import annotations

from exporter.model import Metadata
from tests.facts.samples import facts


def test_what_is_done_by_now_is_no_aim_of_a_plan() -> None:
    assert facts("一、2018年主要任务", "我们已觅得约35公顷土地。")[0].kind == "actual"
    assert facts("一、2018年主要任务", "建设35公顷苗圃。")[0].kind == "target"


def test_a_forecast_tells_no_results() -> None:
    assert facts("一、中期财政预测", "基本工程开支平均每年约九百亿元。")[0].kind == "estimate"


def test_a_list_of_what_there_is_tells_of_the_end_of_its_years() -> None:
    said = facts("一、过去五年工作回顾", "五年来，甲类实验室达到8个、乙类实验室45家。")
    assert [fact.period for fact in said] == ["2017", "2017"]


def test_years_amid_a_name_are_no_part_of_it() -> None:
    assert facts("政府未来几年收回的土地达到70公顷。")[0].indicator == "政府收回的土地"


def test_a_verb_of_paying_alone_names_nothing() -> None:
    assert not facts("每年拿出120万元。")[0].sure


def test_a_note_makes_estimates_of_the_sums_below_it() -> None:
    said = facts(
        "一、2017年工作回顾",
        "生产总值3100亿元（预计数，下同），增长9%；财政收入310亿元，增长8%。",
        "新建学校3所，完成交通投资31亿元。",
        "二、2018年主要任务",
        "固定资产投资增长10%。",
    )
    assert [fact.kind for fact in said if fact.indicator != "生产总值"] == ["estimate", "actual", "estimate", "target"]


def test_what_is_estimated_inside_of_a_sentence_is_its_own_clause() -> None:
    said = facts("一、2017年工作回顾", "31个村的土地整治推进，预计新增耕地3100亩；水利建设加快，完成节水灌溉4.1万亩。")
    assert [fact.kind for fact in said][-2:] == ["estimate", "actual"]


def test_an_event_dates_its_own_sentence() -> None:
    said = facts(
        "一、过去五年工作回顾",
        "五年来，成效明显。",
        "2015年合作医疗开展以来，兑付资金1.3亿元。管理加强，人口自然增长率控制在7‰以内。",
    )
    assert said[-1].period == "2013-2017"


def test_a_share_stands_apart_from_another_as_long_as_it_is_so() -> None:
    said = facts("一、过去五年工作回顾", "五年来，成效明显。高新技术产业占工业比重达到41%，高于全市9个百分点。")
    assert [fact.period for fact in said] == ["2017", "2017"]


def test_mainly_and_needed_are_no_aims() -> None:
    plain = Metadata(title="渔港简介")
    assert [fact.kind for fact in facts("产品主要销往34个国家。", metadata=plain)] == ["actual"]
    assert [fact.kind for fact in facts("从前需要30名船员。", metadata=plain)] == ["actual"]


def test_what_a_level_comes_to_by_an_estimate_is_one() -> None:
    said = facts("一、过去五年工作回顾", "五年来，成效明显。财政收入由100亿元预计增加到120亿元。")
    assert said[-1].kind == "estimate"


def test_an_estimate_before_a_colon_holds_for_all_behind_it() -> None:
    said = facts("一、2018年工作回顾", "预计：全县生产总值突破百亿元；财政收入8.02亿元、增长10.7%；财政支出20亿元。")
    assert {fact.kind for fact in said} == {"estimate"}


def test_years_before_a_plan_hold_no_aims_of_it() -> None:
    plan = Metadata(title="渔港发展第十四个五年规划", doc_type="plan")
    (fact,) = facts("一、发展环境", "“十三五”期间，新建码头86公里，确保了目标任务完成。", metadata=plan)
    assert (fact.kind, fact.period) == ("actual", "2016-2020")
