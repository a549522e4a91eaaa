"""Names and times of figures in an address of Hong Kong."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("我們今年內會推出北山約10公頃數據園區用地作市場招標。", "北山數據園區用地", "推出"),
        ("當局已收回90公頃荒廢土地作發展。", "荒廢土地", "收回"),
        ("將增加約150公頃土地作創科用途。", "土地", "增加"),
        ("大幅增加醫療經常開支至95億元。", "醫療經常開支", None),
        ("該基金津貼上限由每間食肆四萬元增加至六萬元。", "基金津貼上限", None),
        ("儲備在二零二一年三月三十一日預計為七千三百億元。", "儲備", None),
        ("收入中位數在三年間上升3 000元。", "收入中位數", None),
        ("現時每年提供15 000個學額給本地生。", "學額", "提供"),
        ("每年舉行簡報會不少於350次。", "簡報會", "舉行"),
        ("經常開支由2017-18年度的653億元，大幅上升至2021- 22年度的1 057億元。", "經常開支", None),
    ],
)
def test_names_end_where_something_is_said_of_them(text: str, name: str, deed: str | None) -> None:
    fact = facts(text)[-1]
    assert (fact.indicator, fact.deed) == (name, deed)


def test_a_year_behind_its_preposition_is_that_of_the_figure() -> None:
    (fact,) = facts("商務局須於2027年底吸引130家企業。")
    assert (fact.period, fact.period_type, fact.deed) == ("2027", "point", "吸引")


def test_two_years_of_accounts_are_read_over_a_blank() -> None:
    first, second = facts("經常開支由2017-18年度的653億元，大幅上升至2021- 22年度的1 057億元。")
    assert (first.period, second.period) == ("2017-2018", "2021-2022")
