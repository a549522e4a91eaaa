"""English that speaks of another time than its passage is doubted; official ways of speaking are not."""

import pytest

from exporter.english.grammar.styling import Tense
from exporter.english.guard.tense import other_tense


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
