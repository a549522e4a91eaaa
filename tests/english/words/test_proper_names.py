"""Places and their governments: what is only the kind of a place has no name to spell."""

import pytest

from exporter.english.grammar.headings import NO_NAMES
from exporter.english.grammar.opening_lines import opening_of
from exporter.english.grammar.titles import title_of
from exporter.english.words.proper_names import GENERICS, government, place


@pytest.mark.parametrize("generic", [generic for generic in GENERICS if len(generic) > 1])
def test_a_kind_of_place_is_no_name(generic: str) -> None:
    assert place(generic) is None


@pytest.mark.parametrize(
    ("where", "english"),
    [
        ("青河市", "the Qinghe Municipal Government"),
        ("青河自治区", "the Government of Qinghe Autonomous Region"),
        ("自治区", "the Government of the Autonomous Region"),
        ("〇自治区", None),
    ],
)
def test_a_government_is_named_by_its_place(where: str, english: str | None) -> None:
    assert government(where) == english


def test_the_longest_names_of_counties_stand_in_titles_and_opening_lines() -> None:
    where, english = "双江拉祜族佤族布朗族傣族自治县", "Shuangjiang Lahu, Va, Blang, and Dai Autonomous County"
    title = title_of(f"{where}2031年政府工作报告", NO_NAMES).text
    assert title == f"Report on the Work of the {english} Government (2031)"
    line = opening_of(f"在{where}第九届人民代表大会第二次会议上")
    assert line == f"Delivered at the Second Session of the Ninth People's Congress of {english}"


def test_the_report_of_an_autonomous_region_spells_no_kind_of_place() -> None:
    title = title_of("2031年自治区政府工作报告", NO_NAMES).text
    assert title == "Report on the Work of the Government of the Autonomous Region (2031)"
    assert opening_of("在自治区第九届人民代表大会第二次会议上") is None
