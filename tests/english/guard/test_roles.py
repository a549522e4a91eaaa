"""Who gives and who takes, and which of two comes first."""

from __future__ import annotations

import pytest

from exporter.english.glossary.terms import load
from exporter.english.guard.roles import reordered, roles


@pytest.mark.parametrize(
    ("zh", "sound", "wrong"),
    [
        (
            "向困难群众发放补贴。",
            "Subsidies were paid to people in difficulty.",
            "Subsidies were paid by people in difficulty.",
        ),
        ("上海对北京的出口增长。", "Exports from Shanghai to Beijing grew.", "Exports from Beijing to Shanghai grew."),
        (
            "由企业向职工支付补贴。",
            "Enterprises will pay allowances to workers.",
            "Workers will pay allowances to enterprises.",
        ),
        (
            "县政府向省政府作了报告。",
            "The county government reported to the provincial government.",
            "The provincial government reported to the county government.",
        ),
        (
            "省政府批准市政府的规划。",
            "The provincial government approved the municipal government's plan.",
            "The municipal government approved the provincial government's plan.",
        ),
        ("毛集镇超过桃源镇。", "Maoji overtook Taoyuan.", "Taoyuan overtook Maoji."),
    ],
)
def test_who_gives_is_not_who_takes(zh: str, sound: str, wrong: str) -> None:
    assert not list(roles(zh, sound, load()))
    assert {found.code for found in roles(zh, wrong, load())} == {"meaning.role"}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("省政府批准市政府的规划。", "The municipal government's plan was approved by the provincial government."),
        ("市政府由省政府指导。", "The provincial government guides the municipal government."),
        ("广东援助西藏。", "Tibet was assisted by Guangdong."),
    ],
)
def test_a_deed_told_from_its_other_end_is_sound(zh: str, en: str) -> None:
    assert not list(roles(zh, en, load()))


def test_things_of_one_kind_keep_their_order() -> None:
    zh = "小麦丰收，玉米减产。"
    assert not list(reordered(zh, "Wheat did well, and corn did badly.", load()))
    assert [found.code for found in reordered(zh, "Corn did well, and wheat did badly.", load())] == ["look.order"]
