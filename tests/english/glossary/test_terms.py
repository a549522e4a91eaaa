"""The term base: its laws, its speed is in the benchmarks."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.english.glossary.terms import OFFICIAL, Term, TermBase, load, read_terms
from exporter.english.grammar.verb_phrases import LOOSE
from exporter.english.guard.number_check import check_segment
from exporter.english.words.morphology import word_set
from exporter.errors import TranslationError
from tests.reports import CHECKOUT


def test_there_are_enough_terms_of_every_kind() -> None:
    """Bar: at least 3,000 entries."""
    base = load()
    assert len(base.terms) >= 3000
    for kind in ("indicator", "institution", "post", "policy", "place", "noun", "verb", "clause", "pattern", "phrase"):
        assert any(term.kind == kind for term in base.terms), kind


def test_files_are_sorted_and_have_no_duplicates() -> None:
    for file in sorted((CHECKOUT / "source" / "terms").glob("*.tsv")):
        keys = [(term.zh, term.kind) for term in read_terms(file)]
        assert keys == sorted(keys), file.name


def test_deeds_are_sorted_stand_once_and_hold_no_chinese_in_their_english() -> None:
    rows = [line.split("\t") for line in (CHECKOUT / "source" / "deeds.tsv").read_text("utf-8").splitlines()[1:]]
    verbs = [row[0] for row in rows]
    assert verbs == sorted(set(verbs))
    for verb, english, *_ in rows:
        assert not any("\u3400" <= character <= "\u9fff" for character in english), verb
        assert ("{}" in verb) >= ("{}" in english), verb


def test_no_english_holds_chinese_and_every_chinese_is_chinese() -> None:
    for term in load().terms:
        assert not any("\u3400" <= character <= "\u9fff" for character in term.en + term.other), term
        assert len(term.zh) <= 20, term


def test_no_term_goes_on_behind_the_end_of_a_clause() -> None:
    assert not [zh for zh in load().by_zh if set(zh) & set("\n，。；：！？")]


def test_no_clause_waits_for_an_object() -> None:
    clauses = [term for term in load().terms if term.kind == "clause"]
    waiting = [term.zh for term in clauses if term.en.endswith(LOOSE) or term.other.endswith(LOOSE)]
    assert all("宜居宜业" in zh for zh in waiting), waiting  # desirable to live and work in


def test_what_claims_to_be_official_has_a_source_or_is_a_gloss() -> None:
    for term in load().terms:
        if term.kind in OFFICIAL and term.source == "house":
            assert term.status != "preferred", (
                f"{term.zh} = {term.en}: give its source, or the status gloss or admitted"
            )


def test_every_source_is_listed() -> None:
    lines = (CHECKOUT / "source" / "sources.tsv").read_text("utf-8").splitlines()[1:]
    listed = [line.split("\t")[0] for line in lines]
    assert listed == sorted(listed)
    used = {re.sub(r"^gwr-\d{4}$", "gwr-YEAR", term.source) for term in load().terms}
    assert used == set(listed)


def test_what_is_forbidden_has_a_better_rendering_and_is_caught() -> None:
    base = load()
    assert len(base.forbidden) >= 40
    for term in base.forbidden:
        better = base.preferred(term.zh)
        assert better is not None and term.en.lower() not in better.en.lower(), term
        found = check_segment(term.zh, f"We mention {term.en} here.")
        assert any(one.code == "term.forbidden" and one.en == term.en for one in found), term


def test_official_english_uses_nothing_that_is_forbidden(shared: Path) -> None:
    for file in sorted((shared / "corpus" / "parallel").glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            zh, _, en = line.partition("\t")
            assert not [one for one in check_segment(zh, en) if one.code == "term.forbidden"], line[:80]


@given(st.lists(st.one_of(st.sampled_from([term.zh for term in load().terms]), st.text(max_size=5))).map("".join))
def test_matches_are_terms_in_order_without_overlap_and_none_is_longer(text: str) -> None:
    base, end = load(), 0
    for match in base.find(text):
        assert match.start >= end
        assert {term.zh for term in match.terms} == {text[match.start : match.end]}
        longer = [one.end for one in base.starting(text, match.start)]
        assert match.end == max(longer)
        end = match.end


def test_a_text_of_terms_is_found_whole() -> None:
    found = load().find("一般公共预算收入和营商环境")
    assert [match.terms[0].zh for match in found] == ["一般公共预算收入", "营商环境"]


def test_the_preferred_rendering_comes_first() -> None:
    more = load().with_terms(
        [Term("营商环境", "doing business", status="forbidden"), Term("甲乙丙", "the A, B, and C")]
    )
    assert isinstance(more, TermBase)
    assert more.by_zh["营商环境"][0].en == "the business environment"
    assert more.preferred("甲乙丙") is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "terms.malformed"),
        ("a\tb\n", "terms.malformed"),
        ("zh\ten\n改革\n", "terms.malformed"),
        ("zh\ten\tkind\n改革\treform\tnonsense\n", "terms.malformed"),
        ("zh\ten\n改革\treform\n改革\treform\n", "terms.duplicate"),
    ],
)
def test_a_broken_glossary_is_a_typed_error(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "mine.tsv").write_text(text, "utf-8")
    with pytest.raises(TranslationError) as error:
        load(tmp_path)
    assert error.value.code == code
    assert "mine.tsv" in error.value.message


def test_a_glossary_in_no_encoding_is_a_typed_error(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(TranslationError):
        load(tmp_path)


def test_every_claim_of_a_report_is_true(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prove = _script("prove_terms")
    proof = prove.proofs(shared / "corpus" / "parallel")
    shown = sum(bool(years) for years in proof.values())
    with capsys.disabled():
        print(f"\nterms: {len(load().terms)}, shown by the national reports: {shown}")
    assert list(prove.false_claims(proof)) == []


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, CHECKOUT / "scripts" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


_AS_OFTEN_NOUNS = word_set(
    "express green smart stability carbon work services guidance support growth plan focus review research use change "
    "discipline root market design supply clean secure lower higher open free better live complete direct trade "
    "balance order control exchange study public state production quality"
)


def test_each_verb_of_a_row_is_marked() -> None:
    """What has two verbs marks both, so that both stand in the past: we expanded and strengthened industries."""
    rows = [term for terms in load().by_zh.values() for term in terms if term.kind in ("verb", "clause")]
    verbs = {term.en.split()[0].strip("~") for term in rows} - _AS_OFTEN_NOUNS
    second = re.compile(r"^[a-z]+(?: (?!to|that|of|for|in|by|with)[a-z']+){0,3} and (?P<verb>[a-z]+)\b")
    found = {term.zh: term.en for term in rows if (told := second.match(term.en)) and told["verb"] in verbs}
    assert found == {}
    first = re.compile(r"~|(?:[a-z]+ly|further|still|better|always|not|no longer|never)\b[^~]*~")
    told = [one for term in rows for one in (term.en, term.other) if "~" in one]
    assert [one for one in told if not first.match(one)] == []
