"""English that speaks of another time than its passage is doubted; official ways of speaking are not."""

import pytest

from exporter.english.grammar.styling import Tense
from exporter.english.guard.tense import other_tense, turned_tense


@pytest.mark.parametrize(
    ("tense", "zh", "english", "told"),
    [
        ("past", "完善社区食堂网络。", "The network of community canteens will be improved.", "'will'"),
        ("past", "完善社区食堂网络。", "The network of community canteens was improved.", ""),
        ("past", "港口将成为枢纽。", "The port will become a hub.", ""),
        ("plan", "完善社区食堂网络。", "We improved the network of community canteens.", "'We improved'"),
        ("plan", "完善社区食堂网络。", "We will improve the network of community canteens.", ""),
        ("plan", "完善社区食堂网络。", "Improve the network of community canteens.", ""),
        ("plan", "去年港口扩建完工。", "The port was enlarged last year.", ""),
        (None, "完善社区食堂网络。", "We improved the network of community canteens.", ""),
    ],
)
def test_another_time_is_doubted(tense: Tense | None, zh: str, english: str, told: str) -> None:
    assert [found.message.split(" in a passage")[0] for found in other_tense(zh, english, tense)] == [told] * bool(told)


@pytest.mark.parametrize(
    ("zh", "sound", "turned"),
    [
        ("今年将建成码头两座。", "Two wharves will be built this year.", "Two wharves were built this year."),
        ("力争大桥年内通车。", "We will strive to open the bridge this year.", "The bridge was opened this year."),
        ("去年建成了码头两座。", "Two wharves were built last year.", "We will build two wharves."),
        ("预计全年游客增长。", "Visitor numbers are expected to grow.", "Visitor numbers grew."),
    ],
)
def test_what_is_to_come_is_not_said_as_done_nor_the_reverse(zh: str, sound: str, turned: str) -> None:
    assert not list(turned_tense(zh, sound))
    assert [found.code for found in turned_tense(zh, turned)] == ["meaning.tense"]
