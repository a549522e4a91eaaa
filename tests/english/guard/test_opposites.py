"""What is said by its opposite is found, passage by passage; what is said elsewhere in a sentence pays for nothing."""

from __future__ import annotations

import csv

import pytest

from exporter.english.guard.axes import axes
from exporter.english.guard.opposites import fewer_denials, opposites
from exporter.english.guard.passages import passages
from exporter.style import data_folder
from tests.english.guard.corruptions import PARALLEL


@pytest.mark.parametrize(
    ("zh", "sound", "turned"),
    [
        (
            "水价低于周边县区。",
            "Water cost less than nearby.",
            "Water prices were higher than nearby.",
        ),
        ("排水能力还不够强。", "Drainage is not yet strong enough.", "Drainage is strong enough."),
        ("从不放松防汛值守。", "We never relaxed our flood watch.", "We relaxed our flood watch."),
        ("取消停车收费。", "Parking fees were abolished.", "Parking fees were introduced."),
        ("防止污水外溢。", "We prevented the overflow of sewage.", "We promoted the overflow of sewage."),
        ("出口由降转升。", "Exports turned from a fall to growth.", "Exports turned from growth to decline."),
        ("部分村庄缺水。", "Some villages are short of water.", "All villages are short of water."),
        ("所有村庄通电。", "All villages have electricity.", "Some villages have electricity."),
        ("提前一年通车。", "The road opened a year ahead of schedule.", "The road opened a year behind schedule."),
        ("从外地引进教师。", "Teachers were brought in from elsewhere.", "Teachers were sent elsewhere."),
        ("百人以上的企业。", "Enterprises of more than 100 people.", "Enterprises of fewer than 100 people."),
        ("收紧采矿审批。", "Approval of mining was tightened.", "Approval of mining was relaxed."),
        ("每周开会两次。", "Two meetings are held each week.", "Two meetings are held each month."),
        ("干部不敢担责。", "Officials were afraid of responsibility.", "Officials were eager to take responsibility."),
    ],
)
def test_what_is_turned_round_is_found(zh: str, sound: str, turned: str) -> None:
    assert not list(opposites(zh, sound))
    assert {found.code for found in opposites(zh, turned)} == {"meaning.opposite"}


def test_what_is_said_elsewhere_pays_for_nothing() -> None:
    zh = "降低用水成本，提高居民收入。"
    assert not list(opposites(zh, "We will lower the cost of water and raise the income of residents."))
    assert list(opposites(zh, "We will increase the cost of water and raise the income of residents."))


def test_clauses_are_matched_by_what_they_share() -> None:
    found = passages("新建水库三座，改造医院五家。", "Five hospitals were renovated, and three reservoirs were built.")
    assert [(one.zh[-3:], one.en.split()[-2]) for one in found] == [("三座，", "were"), ("五家。", "were")]
    assert "reservoirs" in found[0].en
    assert "hospitals" in found[1].en


def test_what_nothing_ties_is_one_passage() -> None:
    (found,) = passages("甲乙丙，丁戊己。", "Nothing here, nor there.")
    assert found.zh == "甲乙丙，丁戊己。"


@pytest.mark.parametrize(
    ("zh", "english", "doubted"),
    [
        ("村里没有发生火灾，也没有人受伤。", "There were no fires in the village, and no one was hurt.", False),
        ("这个难题尚未解决。", "This problem has been solved.", True),
        ("这个难题尚未解决。", "This problem has not been solved.", False),
        ("我们不搞摊派，不增加负担。", "We will not make levies or add to burdens.", False),
        ("我们不搞摊派，不增加负担。", "We will make levies without adding to burdens.", True),
    ],
)
def test_a_denial_that_is_lost_is_doubted(zh: str, english: str, doubted: bool) -> None:
    assert bool(list(fewer_denials(zh, english))) is doubted


def test_every_axis_has_two_sides_and_every_side_its_words() -> None:
    with (data_folder("source") / "opposites.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all(row["asks"] and row["says"] for row in rows)
    assert min(map(len, axes())) >= 2


@pytest.mark.corpus
def test_official_english_is_hardly_ever_turned_round() -> None:
    lines = [line.partition("\t") for line in (PARALLEL / "2019.tsv").read_text("utf-8").splitlines()]
    assert sum(bool(list(opposites(zh, en))) for zh, _, en in lines) <= 0.005 * len(lines)
