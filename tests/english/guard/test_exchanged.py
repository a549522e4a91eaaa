"""Two things of different clauses that have changed places, told by what stands around them."""

from __future__ import annotations

import pytest

from exporter.english.glossary.terms import load
from exporter.english.guard.alignment import Sides, names_said, ties
from exporter.english.guard.exchanged import exchanged, pairs

SOUND = [
    (
        "发展农业保险，建立融资担保体系。",
        "We will develop agricultural insurance and set up a financing guarantee system.",
    ),
    ("毛集镇种植苹果，桃源镇养殖肉牛。", "Maoji grows apples, and Taoyuan raises beef cattle."),
    ("改造农村公路，新建城市公园。", "We will upgrade rural roads and build new urban parks."),
    ("新建医院三所，改造学校五所。", "We built three hospitals and renovated five schools."),
    ("为了改善民生，我们修建公路。", "We build roads to improve people's wellbeing."),
]


@pytest.mark.parametrize(("zh", "en"), SOUND)
def test_sound_english_passes(zh: str, en: str) -> None:
    assert not list(exchanged(zh, en, load()))


@pytest.mark.parametrize(
    ("zh", "wrong"),
    [
        (SOUND[1][0], "Taoyuan grows apples, and Maoji raises beef cattle."),
        (SOUND[3][0], "We built three schools and renovated five hospitals."),
        ("企业增加投资，学校减少收费。", "Schools increased investment, and enterprises reduced charges."),
    ],
)
def test_two_things_in_each_others_places_are_reported(zh: str, wrong: str) -> None:
    assert {found.code for found in exchanged(zh, wrong, load())} == {"meaning.order"}


@pytest.mark.parametrize(("zh", "en"), SOUND[1:4])
def test_whatever_two_things_are_exchanged_it_is_seen(zh: str, en: str) -> None:
    found = [one.turned for one in pairs(zh, en, load())]
    assert found
    assert all(list(exchanged(zh, wrong, load())) for wrong in found)


def test_names_that_no_term_knows_are_tied_by_their_pinyin() -> None:
    zh, en = SOUND[1]
    assert {one.zh for one in names_said(zh, en)} == {"毛集", "桃源"}


def test_what_stands_twice_is_not_tied() -> None:
    assert not list(names_said("毛集到毛集。", "From Maoji to Maoji."))
    assert all(one.clause in (0, 1) for one in ties(Sides(*SOUND[3]), load()))
