"""What is told as done by now is no aim, what a forecast tells no result; a list of what there is, is a state."""

from __future__ import annotations

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
