"""A thing said for another of its kind is found, though no list names the pair; sound English passes."""

from __future__ import annotations

import csv
import random
from collections import Counter

import pytest

from exporter.english.glossary.terms import load
from exporter.english.guard.kinds import kinds, members, standard, stems
from exporter.english.guard.whole import findings
from exporter.style import data_folder
from tests.english.guard.corruptions import ALIGNED, PARALLEL


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("全县新建桥梁6座。", "Six bridges were built in the county."),
        ("小麦亩产再创新高。", "Wheat yields per mu reached a new high."),
        ("教师待遇逐步改善。", "The pay and conditions of teachers gradually improved."),
        ("严厉打击走私犯罪。", "We cracked down hard on smuggling."),
        ("国有企业改革深入推进。", "The reform of state-owned enterprises went deeper."),
    ],
)
def test_sound_english_passes(zh: str, en: str) -> None:
    assert not findings(zh, en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("全县新建桥梁6座。", "Six hospitals were built in the county."),
        ("小麦亩产再创新高。", "Maize yields per mu reached a new high."),
        ("教师待遇逐步改善。", "The pay and conditions of farmers gradually improved."),
        ("严厉打击走私犯罪。", "We cracked down hard on gambling."),
        ("国有企业改革深入推进。", "The reform of private enterprises went deeper."),
        ("必须守住耕地红线。", "We may hold the line on farmland."),
        ("各级干部要带头。", "Officials at some levels should take the lead."),
    ],
)
def test_another_of_its_kind_is_found(zh: str, en: str) -> None:
    assert findings(zh, en)


def test_every_member_has_english() -> None:
    silent = [one.zh for group in members().values() for one in group if not one.said]
    assert not silent


def test_the_table_is_sorted_and_says_nothing_twice() -> None:
    with (data_folder("source") / "kinds.tsv").open(encoding="utf-8", newline="") as file:
        rows = [(row["kind"], row["zh"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert rows == sorted(set(rows))


def test_words_are_known_by_the_chinese_of_the_term_base() -> None:
    word = standard().words["hospital"]
    assert any(gram in "县人民医院" for gram in word.stands_for) and not standard().is_unasked("hospital", "医院")
    assert stems("The county's hospitals") == stems("county hospital")


@pytest.mark.corpus
def test_what_official_english_says_is_rarely_stopped() -> None:
    lines = [line for year in ALIGNED for line in (PARALLEL / f"{year}.tsv").read_text("utf-8").splitlines()]
    pairs = random.Random(8).sample([line.split("\t")[:2] for line in lines if line.count("\t") == 1], 1500)
    assert sum(bool([*kinds(zh, en)]) for zh, en in pairs) / len(pairs) <= 0.005


@pytest.mark.corpus
def test_words_drawn_by_lot_are_found_where_they_are_of_the_kind() -> None:
    """Exchange a member that a sentence says for another of its kind, by lot: most are found."""
    chance, found = random.Random(5), Counter[bool]()
    lines = [line for year in ALIGNED for line in (PARALLEL / f"{year}.tsv").read_text("utf-8").splitlines()]
    for line in chance.sample(lines, 2500):
        zh, _, en = line.partition("\t")
        for wrong in _exchanged(zh, en, chance):
            found[bool(findings(zh, wrong))] += 1
    share = found[True] / max(1, found.total())
    print(f"\nexchanged within their kind: {found.total()}, found {share:.1%}")
    assert share >= 0.5


def _exchanged(zh: str, en: str, chance: random.Random) -> list[str]:
    made: list[str] = []
    for group in members().values():
        said = [(one.zh, term.en) for one in group if zh.count(one.zh) == 1 for term in load().by_zh.get(one.zh, ())]
        told = [(name, word) for name, word in said if en.count(f" {word} ") == 1]
        others = [term for one in group if one.zh not in zh for term in load().by_zh.get(one.zh, ())[:1]]
        if told and others:
            word = told[0][1]
            made.append(en.replace(f" {word} ", f" {chance.choice(others).en} "))
    return made
