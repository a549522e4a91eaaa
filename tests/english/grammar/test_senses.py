"""Words of several meanings: their English is that of what they are said of, and a draft beside anything else."""

from __future__ import annotations

import pytest

from exporter.english.figures.deed_senses import as_said_of, englishes
from exporter.english.figures.deeds import deed_of
from exporter.english.figures.subjects import subject_of
from exporter.english.glossary.names import glossed
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import english_of
from exporter.english.grammar.senses import is_of_many_meanings, meaning, senses_of
from exporter.model import PersonalTerm
from tests.reports import CHECKOUT

KINDS = ("act", "adjective", "deed", "noun", "verb")


def _rows() -> list[list[str]]:
    lines = (CHECKOUT / "source" / "senses.tsv").read_text("utf-8").splitlines()
    assert lines[0].split("\t") == ["zh", "kind", "en", "of"]
    return [line.split("\t") for line in lines[1:]]


def test_rows_are_sorted_and_no_thing_has_two_meanings_of_one_word() -> None:
    rows = _rows()
    assert rows == sorted(rows)
    things = [(zh, kind, thing) for zh, kind, _, of in rows for thing in of.split()]
    assert len(things) == len(set(things))
    assert {kind for _, kind, _, _ in rows} == set(KINDS)


def test_every_word_stands_in_the_table_that_its_kind_is_of() -> None:
    deeds = {line.split("\t")[0] for line in (CHECKOUT / "source" / "deeds.tsv").read_text("utf-8").splitlines()}
    terms = {(term.zh, term.kind) for term in load().terms}
    for zh, kind, _, _ in _rows():
        assert kind not in ("deed", "act") or zh in deeds, zh
        assert kind == "deed" or (zh, "verb" if kind == "act" else kind) in terms, zh


@pytest.mark.parametrize(
    ("heading", "english"),
    [
        ("处理生活污水", "Treat domestic sewage"),
        ("执行法律", "Enforce laws"),
        ("治理水土流失", "Bring soil erosion under control"),
        ("大力整治环境", "Vigorously improve the environment"),
        ("农村环境整治", "Improvement of the rural environment"),
        ("接种疫苗", "Administer vaccines"),
    ],
)
def test_a_word_means_by_what_it_is_said_of(heading: str, english: str) -> None:
    found = english_of(heading, "heading", "plan")
    assert (found.text, found.status) == (english, "verified")


@pytest.mark.parametrize("heading", ["安置群众", "加强流量管理", "征求意见", "整治和改造农村道路"])
def test_a_word_beside_nothing_that_settles_it_is_a_draft(heading: str) -> None:
    assert english_of(heading, "heading", "plan").status == "draft"


def test_a_term_of_the_users_own_has_the_meaning_that_they_gave_it() -> None:
    own = glossed({}, [PersonalTerm("安置", "rehouse", "verb")])
    assert is_of_many_meanings("安置", "verb")
    found = english_of("安置群众", "heading", "plan", names=own)
    assert (found.text, found.status) == ("Rehouse the people", "verified")


@pytest.mark.parametrize(
    ("verb", "thing", "english"),
    [
        ("改造", "old schools", "renovated"),
        ("完成改造", "toilets", "upgraded"),
        ("改造完成", "shantytowns", "rebuilt"),
        ("征集", "volunteers", "enlisted"),
        ("改造", "gas pipelines along rural roads", "upgraded"),
        ("新改造", "toilets", "newly upgraded"),
        ("改造", "small and medium parks", "upgraded"),
        ("办好", "primary schools", "run well"),
        ("转移转化", "achievements", "transferred and commercialized"),
    ],
)
def test_a_deed_means_by_what_it_was_done_to(verb: str, thing: str, english: str) -> None:
    deed = deed_of(verb)
    assert deed is not None
    said = as_said_of(deed, thing)
    assert (said.english, said.doubtful) == (english, False)
    assert said.english in englishes(deed)


def test_a_deed_done_to_anything_else_is_doubtful() -> None:
    deed = deed_of("安置")
    assert deed is not None and as_said_of(deed, "veterans").doubtful
    assert meaning("安置", "deed", "veterans") is None
    assert senses_of("建成", "deed") == () and meaning("建成", "deed", "roads") is None


def test_the_name_of_a_figure_is_doubted_for_a_word_in_it() -> None:
    found = subject_of("移民")
    assert found is not None and found.doubtful
