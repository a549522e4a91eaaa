"""Sentences of facts: everything a sentence says is in its fact, and the guard agrees."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exporter
from exporter.english.document import with_english
from exporter.english.figures.sentences import fact_in_english
from exporter.english.report import as_plain, check, check_fact, lines
from exporter.facts.extract import facts_of
from exporter.model import Bound, ChangeKind, Document, Fact, Span
from tests.english.figures.editor import faults
from tests.reports import SAMPLE, SEED, each

PLAIN = Fact("f1", Span(0, 1), 1, "", "一般公共预算收入", period="2017", section="一、2017年工作回顾")
BOUNDS: tuple[Bound, ...] = ("exact", "at_least", "at_most", "about", "nearly", "over", "range", "strive")
CHANGES: tuple[ChangeKind, ...] = ("percent", "percentage_points", "multiple", "absolute", "rank", "none")
DECIMALS = st.decimals(min_value="-99999", max_value="99999", places=2).map(Decimal.normalize)
FACTS = st.builds(
    Fact,
    id=st.just("f1"),
    span=st.just(Span(0, 1)),
    line=st.just(1),
    quote=st.just(""),
    indicator=st.sampled_from(["一般公共预算收入", "公共停车位", "城镇登记失业率", "魑魅", "", "地区生产总值（市级）"]),
    value=st.one_of(st.none(), st.just("1")),
    number=st.one_of(st.none(), DECIMALS.map(abs)),
    unit=st.sampled_from([None, "亿元", "个", "%", "亩", "万人", "怪"]),
    change=st.one_of(st.none(), DECIMALS),
    change_kind=st.sampled_from(CHANGES),
    bound=st.sampled_from(BOUNDS),
    change_bound=st.sampled_from(BOUNDS),
    period=st.sampled_from([None, "2017", "2016-2020", "odd"]),
    kind=st.sampled_from(["actual", "target", "estimate"]),
    scope=st.sampled_from([None, "全市", "市级", "某处"]),
    deed=st.sampled_from([None, "新增", "拆除", "魑魅"]),
)


@given(FACTS)
def test_no_fact_raises_and_a_verified_one_passes_the_guard(fact: Fact) -> None:
    made = fact_in_english(fact)
    assert (made.english is None) == (made.english_status == "untranslated")
    if made.english is not None:
        assert not list(faults(made.english))
        wrong = [one for one in check_fact(made, made.quote) if one.code == "text.han"]
        assert not wrong or fact.number == 0 or fact.change == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "revenue reached 3 billion yuan.",
        "Revenue reached 3 billion yuan",
        "Revenue revenue reached 3 billion yuan.",
        "Indicators ranked 第一.",
        "Villages numbered 1.",
        "One farm were built.",
        "Revenue are targeted to reach 3 billion yuan.",
        "The the rate stood at 3 percent.",
    ],
)
def test_the_editor_sees(sentence: str) -> None:
    assert list(faults(sentence))


def said(**changes: object) -> str | None:
    return fact_in_english(replace(PLAIN, **changes)).english  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fact", "english"),
    [
        (
            {"number": Decimal("157.3"), "unit": "亿元", "change": Decimal("13.7"), "change_kind": "percent"},
            "General public budget revenue reached 15.73 billion yuan, up 13.7 percent.",
        ),
        (
            {"change": Decimal(8), "change_kind": "percent", "bound": "at_least", "kind": "target", "period": "2018"},
            "General public budget revenue is targeted to grow by at least 8 percent in 2018.",
        ),
        (
            {"indicator": "城镇登记失业率", "number": Decimal(3), "unit": "%", "bound": "at_most", "kind": "target"},
            "The registered urban unemployment rate will be kept at no more than 3 percent.",
        ),
        (
            {"indicator": "不良贷款率", "change": Decimal("-3.3"), "change_kind": "percentage_points"},
            "The non-performing loan ratio decreased by 3.3 percentage points.",
        ),
        (
            {"indicator": "公共停车位", "number": Decimal(1510), "unit": "个", "deed": "新增"},
            "A total of 1,510 public parking spaces were added.",
        ),
        (
            {"number": Decimal("56.4"), "unit": "亿元", "change": Decimal("-56.4"), "change_kind": "absolute"},
            "General public budget revenue decreased by 5.64 billion yuan.",
        ),
        ({"number": Decimal(1), "unit": "亿元", "scope": "怪处"}, None),
        ({"indicator": "魑魅魍魉", "number": Decimal(1), "unit": "亿元"}, None),
        (
            {"number": Decimal(100), "unit": "亿元", "scope": "市级", "period": "2016-2020"},
            "General public budget revenue at the city level reached 10 billion yuan in the 2016–2020 period.",
        ),
    ],
)
def test_sentences(fact: dict[str, object], english: str | None) -> None:
    assert said(**fact) == english


@pytest.fixture(scope="module", params=each(SAMPLE, SEED))
def seed(request: pytest.FixtureRequest) -> Document:
    document = exporter.read(request.param)
    return with_english(replace(document, facts=tuple(document.facts or facts_of(document))))


def test_a_report_in_english(seed: Document, capsys: pytest.CaptureFixture[str]) -> None:
    """Bar: nothing is wrong, and near half of the figures are said whole; the others say which words are open."""
    report = check(seed)
    verified = sum(fact.english_status == "verified" for fact in seed.facts)
    with capsys.disabled():
        print(f"\nreport: {verified} of {len(seed.facts)} figures verified; {len(report.problems)} problems")
    assert report.right, list(lines(report))
    assert verified >= 0.45 * len(seed.facts)


def test_a_report_is_plain_data(seed: Document) -> None:
    plain = as_plain(check(seed))
    assert set(plain) == {"right", "segments", "figures", "open", "problems"}
    assert [one["status"] for one in plain["figures"]] == [fact.english_status for fact in seed.facts]
    starts = [one["start"] for one in plain["segments"] if one["start"] is not None]
    assert starts == sorted(starts)


def test_a_wrong_sentence_is_reported(seed: Document) -> None:
    first = next(fact for fact in seed.facts if fact.english and fact.number)
    wrong = replace(first, english=(first.english or "").replace("148.78", "1,487.8"))
    report = check(replace(seed, facts=(wrong,)))
    assert not report.right
    assert {finding.code for _, finding in report.problems} >= {"figure.witness"}


@pytest.fixture(scope="module")
def spoken(corpus_files: tuple[Path, ...]) -> tuple[Fact, ...]:
    """Give the facts of every document of the corpus, with their English."""
    documents = (exporter.read(file) for file in corpus_files)
    return tuple(
        fact
        for document in documents
        for fact in with_english(replace(document, facts=tuple(document.facts or facts_of(document)))).facts
    )


def test_the_corpus_in_english(spoken: tuple[Fact, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Bar: an English indicator for at least 85 percent of the figures, no name made up, and no numeric error."""
    named = sum(fact.indicator_en is not None for fact in spoken)
    verified = sum(fact.english_status == "verified" for fact in spoken)
    found = [finding for fact in spoken if fact.english for finding in check_fact(fact, fact.quote)]
    wrong = sum(finding.code in ("figure.direction", "figure.broken", "text.han") for finding in found)
    with capsys.disabled():
        print(f"\ncorpus: {named / len(spoken):.1%} of {len(spoken)} figures have an English indicator, ", end="")
        print(f"{verified / len(spoken):.1%} are verified; {wrong} wrong")
    assert named >= 0.85 * len(spoken)
    assert wrong == 0


def test_an_editor_finds_no_fault_of_form(spoken: tuple[Fact, ...], seed: Document) -> None:
    said = [fact.english for fact in (*seed.facts, *spoken) if fact.english and fact.english_status == "verified"]
    assert [(sentence, list(faults(sentence))) for sentence in said if any(faults(sentence))] == []


def test_a_yearly_mean_is_not_said_of_all_the_years(spoken: tuple[Fact, ...]) -> None:
    yearly = [fact for fact in spoken if fact.english_status == "verified" and _says_yearly(fact)]
    assert len(yearly) > 10
    assert [fact.english for fact in yearly if " a year" not in (fact.english or "")] == []


def _says_yearly(fact: Fact) -> bool:
    assert fact.number_span is not None
    before = fact.quote[: fact.number_span.start - fact.span.start]
    return re.search(r"年均[^，,；;。]*$", before) is not None
