"""What a reviewer is asked to look at: words of one language that have nothing in the other."""

from __future__ import annotations

import csv

import pytest

from exporter.english.guard.renderings import Rendering, Renderings, doubts, root, roots, standard, units
from exporter.style import data_folder
from tests.english.guard.corruptions import PARALLEL

HELD = Renderings(
    {"reservoir": Rendering(0.01, frozenset(("水库", "库"))), root("hospital"): Rendering(0.05, frozenset(("医院",)))},
    {"医院": Rendering(0.02, frozenset((root("hospital"),))), "水库": Rendering(0.15, frozenset(("reservoir",)))},
)


def codes(zh: str, en: str) -> list[str]:
    return [one.code for one in doubts(zh, en, HELD)]


def test_a_word_that_nothing_says_is_asked_for() -> None:
    assert codes("新建医院三家。", "Three schools were built.") == ["look.unsaid"]
    assert not codes("新建医院三家。", "Three hospitals were built.")


def test_a_word_that_nothing_asks_for_is_shown_as_it_was_written() -> None:
    (found,) = doubts("新建学校三家。", "Three Reservoirs were built.", HELD)
    assert (found.code, found.en) == ("look.unasked", "Reservoirs")


def test_two_that_are_less_sure_are_told_where_both_stand() -> None:
    assert codes("新建水库三座。", "Three hospitals were built.") == ["look.unsaid", "look.unasked"]
    assert not codes("新建水库三座。", "Three dams were built.")
    assert not codes("新建学校三家。", "Three hospitals were built.")


@pytest.mark.parametrize(
    "same",
    [
        ("industry", "industrial", "industrialize"),
        ("educate", "education", "educational"),
        ("innovative", "innovation", "innovate"),
        ("grew", "growth", "growing"),
        ("safe", "safety", "safely"),
    ],
)
def test_words_derived_from_each_other_have_one_root(same: tuple[str, ...]) -> None:
    assert len({root(word) for word in same}) == 1


def test_small_words_have_no_root() -> None:
    assert dict(roots("It is for the reservoirs")) == {root("reservoir"): "reservoirs"}


@pytest.mark.parametrize(
    ("zh", "sound", "wrong"),
    [
        ("加强水库管理。", "We will strengthen the management of reservoirs.", "We will strengthen hotel management."),
        ("旅游业平稳发展。", "Tourism developed steadily.", "Education developed steadily."),
        ("农村发展加快。", "Rural development picked up speed.", "Hospital development picked up speed."),
    ],
)
def test_the_table_tells_a_word_for_another(zh: str, sound: str, wrong: str) -> None:
    assert not list(doubts(zh, sound))
    assert list(doubts(zh, wrong))


def test_the_table_is_sorted_and_holds_words_alone() -> None:
    with (data_folder("source") / "renderings.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [(row["language"], row["word"]) for row in rows] == sorted((row["language"], row["word"]) for row in rows)
    assert max(len(word) for word in standard().chinese) <= 8
    assert all(one.others for one in (*standard().english.values(), *standard().chinese.values()))
    assert not [
        one for one in standard().english.values() if any(units(said) & one.others - {said} for said in one.others)
    ]


@pytest.mark.corpus
def test_few_sentences_of_official_english_are_doubted() -> None:
    lines = [line.partition("\t") for line in (PARALLEL / "2015.tsv").read_text("utf-8").splitlines()[::3]]
    doubted = sum(bool(list(doubts(zh, en))) for zh, _, en in lines)
    assert doubted <= 0.17 * len(lines)
