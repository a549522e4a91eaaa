"""Every character of a figure's clause has a role; what may go unsaid stands in a closed list with reasons."""

from __future__ import annotations

import pytest

from exporter.facts.account.licences import Licence, licences
from exporter.model import Fact
from tests.facts.samples import REPORT, facts, report

REVIEW = "一、2017年工作回顾"


def roles(line: str, place: int = 0) -> str:
    """Give the account of a figure of a line: each stretch with its role, inherited ones behind a bar."""
    fact = facts(REVIEW, line)[place]
    return " ".join(filter(None, (_roles(fact, line, False), _roles(fact, line, True))))


def _roles(fact: Fact, line: str, inherited: bool) -> str:
    text = f"{REVIEW}\n{line}"
    shown = (
        f"{text[one.span.start : one.span.end]}/{one.role}"
        for one in fact.account
        if one.inherited is inherited and one.licence != "mark"
    )
    told = " ".join(shown)
    return f"| {told}" if inherited and told else told


@pytest.mark.parametrize(
    ("line", "place", "account"),
    [
        ("全市粮食产量达到30万吨。", 0, "全市/scope 粮食产量/thing 达到/licensed 30/value 万吨/unit"),
        (
            "财政收入为12亿元，比上年增长5%。",
            0,
            "财政收入/thing 为/licensed 12/value 亿元/unit 比上年/base 增长5%/change",
        ),
        ("新建学校3所。", 0, "新建/deed 学校/thing 3/value 所/unit"),
        ("县财政局兴建12所学校。", 0, "县财政局/agent 兴建/deed 12/value 所/unit 学校/thing"),
        ("新建东风、红旗等5个公园。", 0, "新建/deed 东风、红旗等/modifier 5/value 个/unit 公园/thing"),
        (
            "投资3亿元的县医院投入使用。",
            0,
            "投资/thing 3/value 亿元/unit 的/licensed 县医院/modifier 投入使用/deed",
        ),
        ("安排2亿元用于农田灌溉。", 0, "安排/deed 2/value 亿元/unit 用于农田灌溉/purpose"),
        ("粮食产量由全省第9位升至第3位。", 0, "粮食产量/thing 由/base 全省/among 第9位/base 升至/change 第3位/value"),
        ("年均新增就业超过5万人。", 0, "年均/degree 新增就业/thing 超过/bound 5/value 万人/unit"),
    ],
)
def test_each_stretch_has_its_role(line: str, place: int, account: str) -> None:
    assert roles(line, place) == account


@pytest.mark.parametrize("licence", licences(), ids=lambda one: f"{one.name}-{one.where}")
def test_each_licence_has_an_example_that_needs_it(licence: Licence) -> None:
    text = f"{REVIEW}\n{licence.example}"
    found = [
        text[one.span.start : one.span.end]
        for fact in facts(REVIEW, licence.example)
        for one in fact.account
        if one.licence == licence.name
    ]
    assert any(word in " ".join(found) for word in licence.words)


def test_no_word_that_changes_what_is_true_has_a_licence() -> None:
    listed = {word for licence in licences() for word in licence.words}
    kept = "预计 力争 争取 确保 其中 新增 平均 年均 以上 以下 等 近 约 超过 计划 拟 将 不 未 仅 累计 减少"
    assert not listed & {*kept.split(" ")}


def test_a_document_without_figures_has_no_account() -> None:
    assert facts(REVIEW, "工作扎实推进。") == ()
    assert report(REVIEW, metadata=REPORT).facts == ()
