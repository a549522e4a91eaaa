"""What a report admits is said as what is so, whole or not at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.english.grammar.admissions import admitted_in_part, admitted_of
from exporter.english.grammar.in_part import LEFT_OUT, task_of

SUBJECTS = ("创新能力", "公共服务供给", "产业结构", "安全生产基础", "居民收入水平", "基层治理", "发展环境")
STATES = ("还不强", "仍然不足", "较为薄弱", "有待提高", "还有短板", "任务依然艰巨", "仍需进一步优化", "压力加大")


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("创新能力还不强", "Innovation capacity is still not strong enough"),
        ("公共服务还有不少短板", "There are still many weaknesses in public services"),
        ("一些领域腐败问题时有发生", "Corruption occurs from time to time in some areas"),
        ("优化营商环境任务艰巨", "Improving the business environment is an arduous task"),
        ("部分企业经营困难", "Some enterprises face operating difficulties"),
        ("少数干部作风不严不实", "The conduct of a small number of officials is neither strict nor down-to-earth"),
        ("个别干部能力不足", "The capacity of a few officials is inadequate"),
        ("居民收入增长放缓", "Growth of residents' incomes has slowed"),
        ("产业结构亟需优化", "The industrial structure urgently needs to improve"),
        ("企业自主创新能力弱", "Enterprises' capacity for independent innovation is weak"),
        (
            "公共服务与群众期盼相比还有不小差距",
            "Public services still fall considerably short of people's expectations",
        ),
        ("与群众期盼仍有差距", "There is still a gap with people's expectations"),
        ("干部能力与新任务还不匹配", "Officials' capacity is still not suited to new tasks"),
        ("优化营商环境仍需持续用力", "Improving the business environment still needs sustained efforts"),
        ("风险隐患尚未得到彻底消除", "Potential risks have not yet been thoroughly eliminated"),
        ("公共服务还不能完全满足群众需求", "Public services are still unable to fully meet people's needs"),
        ("水资源供需矛盾尖锐", "The imbalance between supply and demand in water resources is acute"),
        (
            "调整产业结构、提升创新能力任务艰巨",
            "Adjusting the industrial structure and improving innovation capacity are arduous tasks",
        ),
        ("一些重点领域腐败问题时有发生", "Corruption occurs from time to time in some key areas"),
        ("托育服务供给不足", "The supply of childcare services is inadequate"),
        ("干部队伍结构不尽合理", "The structure of the ranks of officials is not entirely rational"),
        ("项目储备少", "The project pipeline is limited"),
        ("但产业基础薄弱", "But industries have weak foundations"),
        (
            "办事效率低、项目审批慢等问题仍然突出",
            "Problems such as low efficiency of handling matters and slow approval of projects are still prominent",
        ),
        (
            "服务能力不强、办事效率不高的问题依然突出",
            "Problems of weak service capacity and low efficiency of handling matters are still prominent",
        ),
        ("财政依然困难", "Public finance still faces difficulties"),
        ("我县公共服务供给不足", "The supply of public services is inadequate"),
        (
            "受多种因素影响，居民收入增长放缓",
            "Affected by various factors, growth of residents' incomes has slowed",
        ),
        ("工业转型升级任务繁重", "The transformation and upgrading of industry is a heavy task"),
        ("出口下行压力依然很大", "Downward pressure on exports is still very great"),
        (
            "制约高质量发展的问题较多",
            "The problems constraining high-quality development are fairly numerous",
        ),
        ("在产业发展方面，创新能力不强", "In industrial development, innovation capacity is not strong enough"),
    ],
)
def test_a_difficulty_is_said_as_what_is_so(line: str, english: str) -> None:
    found = admitted_of(line)
    assert (found.text, found.status) == (english, "verified")


@pytest.mark.parametrize("line", ["加强作风建设", "着力优化营商环境", "改革开放", "不强"])
def test_what_says_nothing_of_anything_is_no_difficulty(line: str) -> None:
    assert admitted_of(line).status != "verified"


def test_a_problem_of_two_things_is_not_cut_in_two() -> None:
    found = admitted_of("水源分布不均匀、管网布局不协调的状况尚未根本转变")
    assert found.status != "verified" or "has not yet fundamentally changed" not in (found.text or "")


def test_clauses_without_english_are_left_out_in_sight() -> None:
    """Half of a difficulty is said with a sign for the rest; less is not said."""
    known, open_words = "居民收入水平不高，产业结构不优", "龘龘龘龘不足"
    assert admitted_in_part(f"{known}，{open_words}").text == (
        "Residents' income levels are not high enough; the industrial structure is not good enough [\u2026]"
    )
    assert admitted_in_part(f"{open_words}，{known}").text is None  # it may name whose the others are
    assert admitted_in_part(f"产业结构不优，{open_words}，{open_words}").text is None
    assert admitted_in_part(f"在{open_words}方面，{known[:9]}").text is None


def test_a_county_has_one_new_area() -> None:
    """What a place builds is told as one in its difficulties as in its headings; a province may build several."""
    line = "服务新区建设的能力有待提高"
    assert "the building of the new area" in (admitted_of(line, {"青河县": "Qinghe County"}).text or "")
    assert "the building of new areas" in (admitted_of(line, {"青河省": "Qinghe Province"}).text or "")


def test_of_a_task_too_what_cannot_be_said_is_left_out_in_sight() -> None:
    """Of what is to be done; what was done is told whole or not at all."""
    said = "持续优化营商环境，培育龘龘龘龘"
    assert task_of(said, "plan").text == f"Continue to improve the business environment {LEFT_OUT}"
    assert task_of(said, "past").status != "verified"
    assert task_of("以龘龘龘龘为抓手，持续优化营商环境", "plan").status != "verified"


@given(st.lists(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(STATES)), min_size=1, max_size=3))
def test_each_clause_counts_and_is_read_alike(parts: list[tuple[str, str]]) -> None:
    """What is verified of clauses together is verified of each, and says them in their order."""
    lines = [subject + state for subject, state in parts]
    whole, alone = admitted_of("，".join(lines)), [admitted_of(line) for line in lines]
    assert (whole.status == "verified") == all(one.status == "verified" for one in alone)
    if whole.text and whole.status == "verified":
        places = [whole.text.lower().find((one.text or "").lower()) for one in alone]
        assert -1 not in places
        assert not re.search(r"[\u3400-\u9fff~{}]", whole.text)


@pytest.mark.parametrize(
    ("place", "economy"),
    [("云溪区", "county-level economy"), ("云溪县", "county economy"), ("云溪自治区", "county economy")],
)
def test_a_district_has_no_county(place: str, economy: str) -> None:
    assert (
        admitted_of("县域经济实力不强", {place: "Yunxi"}).text == f"The strength of the {economy} is not strong enough"
    )
