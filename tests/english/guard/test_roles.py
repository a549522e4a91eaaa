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
    ],
)
def test_who_gives_is_not_who_takes(zh: str, sound: str, wrong: str) -> None:
    assert not list(roles(zh, sound, load()))
    assert {found.code for found in roles(zh, wrong, load())} == {"meaning.role"}


def test_things_of_one_kind_keep_their_order() -> None:
    zh = "小麦丰收，玉米减产。"
    assert not list(reordered(zh, "Wheat did well, and corn did badly.", load()))
    assert [found.code for found in reordered(zh, "Corn did well, and wheat did badly.", load())] == ["look.order"]
