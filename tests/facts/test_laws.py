"""Laws: any text gives a list; the text at a figure's span, read alone, gives the same number."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import conversion
from exporter.facts.extract import facts_of, with_facts
from exporter.facts.numbers.numerals import parse_numeral
from exporter.model import Document, Fact, Run
from tests.documents import documents
from tests.facts.samples import report
from tests.reports import CORPUS, OURS, SEED, each

_LISTED = (
    "生产总值 财政收入 分别 增长 下降 提高到 由 从 占 的 比重 其中 均 居全国 第三位 首位 连续 年 万元 亿元 "
    "% 个百分点 倍 翻一番 和 、 ， 。 ； ： （ ） “ ” 超过 近 以上 左右 百分之 三分之一 两成 一百二十 "
    "1 23 4.5 6,789 １２ 2018年 5-6 2.5:1 新增 推动 家 项 公里 累计 同比 比上年 五年来 "
    "全市 城镇、农村 城乡 "
)
WORDS = _LISTED.split()
texts = st.lists(st.sampled_from([*WORDS, "甲", "A", " ", "〔1〕", "\x01", "\U0001f600"]), max_size=60).map("".join)


def check_fact(fact: Fact, text: str) -> None:
    """The law of one figure of a text."""
    check_account(fact)
    assert fact.quote == text[fact.span.start : fact.span.end]
    assert fact.number_span is not None
    assert fact.indicator
    printed = text[fact.number_span.start : fact.number_span.end]
    if fact.change_kind == "rank":
        assert fact.value == printed
        return
    found = parse_numeral("零" if printed in ("持平", "零增长", "零增長") else printed)
    assert found is not None, (printed, fact)
    assert fact.upper == found.upper
    if fact.value is not None:
        assert (fact.value, fact.number) == (printed, found.number)
        return
    assert fact.number is None
    assert fact.change is not None
    assert found.number is not None
    assert abs(fact.change) in changes(abs(found.number)), (printed, fact)


def check_account(fact: Fact) -> None:
    """The law of an account: it tiles a stretch of the source that holds the number."""
    own = [stretch for stretch in fact.account if not stretch.inherited]
    assert all(left.span.end == right.span.start for left, right in pairwise(own))
    assert all(stretch.span.start < stretch.span.end for stretch in fact.account)
    assert all(bool(stretch.licence) == (stretch.role == "licensed") for stretch in fact.account)
    assert fact.number_span is not None
    assert own[0].span.start <= fact.number_span.start < fact.number_span.end <= own[-1].span.end
    assert any(stretch.role in ("value", "change") for stretch in own)
    assert not fact.sure or all(stretch.role != "unread" for stretch in own)


def changes(number: Decimal) -> set[Decimal]:
    """What a number may say as a change: percent, tenths, a part, a multiple less or with the whole, doublings."""
    doubled = (Decimal(2) ** int(number) - 1) * 100 if number < 10 else Decimal(0)
    return {number, number * 10, (number * 100).quantize(Decimal("0.01")), abs(number - 1) * 100, doubled}


@given(texts)
def test_any_words_give_figures_that_the_text_holds(text: str) -> None:
    document = report("一、2017年工作回顾", text.replace("\n", " "))
    assert document.origin
    for fact in facts_of(document):
        check_fact(fact, document.origin.text)


@given(st.text(max_size=200))
def test_any_text_gives_a_list(text: str) -> None:
    document = report(text.replace("\n", " "))
    assert document.origin
    for fact in facts_of(document):
        check_fact(fact, document.origin.text)


@given(texts)
def test_a_document_without_origin_has_places_too(text: str) -> None:
    plain = report(text.replace("\n", " "), origin=False)
    for fact in facts_of(plain):
        check_fact(fact, text)


@given(documents)
def test_any_document_gives_a_list(document: Document) -> None:
    found = with_facts(document)
    assert found.origin is None
    assert all(fact.number_span for fact in found.facts)


@given(texts, texts)
def test_figures_of_a_sentence_do_not_depend_on_the_paragraph_before(one: str, other: str) -> None:
    alone = facts_of(report(other))
    behind = facts_of(report(one, other))[len(facts_of(report(one))) :]
    assert [(f.indicator, f.value, f.change) for f in alone] == [(f.indicator, f.value, f.change) for f in behind]


@pytest.mark.parametrize("path", each(OURS, SEED, (path for path in CORPUS if path.suffix in (".txt", ".html"))))
def test_the_law_holds_in_every_real_text(path: Path) -> None:
    document = conversion.read(path)
    assert document.origin
    for fact in facts_of(document):
        check_fact(fact, document.origin.text)


def test_ids_count_and_lines_point(report_path: Path) -> None:
    document = with_facts(conversion.read(report_path))
    assert document.origin
    lines = document.origin.text.split("\n")
    assert [fact.id for fact in document.facts] == [f"f{n:04d}" for n in range(1, len(document.facts) + 1)]
    for fact in document.facts:
        assert fact.quote.split("\n")[0] in lines[fact.line - 1]


@pytest.mark.parametrize("chance", range(3))
def test_shuffled_digits_are_read_as_they_stand(report_path: Path, chance: int) -> None:
    dice = random.Random(chance)
    document = conversion.read(report_path)
    for block in document.blocks[:80]:
        runs: tuple[Run, ...] = getattr(block, "runs", ())
        text = "".join(run.text for run in runs).replace("\n", " ")
        shuffled = "".join(dice.choice("0123456789") if c.isdigit() and c.isascii() else c for c in text)
        made = report(shuffled)
        assert made.origin
        for fact in facts_of(made):
            check_fact(fact, made.origin.text)


def test_nothing_is_taken_from_outside_the_body(report_path: Path) -> None:
    document = conversion.read(report_path)
    body = [region.span for region in document.account if region.kind == "body"]
    for fact in facts_of(document):
        number = fact.number_span
        assert number and any(span.start <= number.start and number.end <= span.end for span in body)


def test_the_same_text_gives_the_same_figures(report_path: Path) -> None:
    document = conversion.read(report_path)
    assert facts_of(document) == facts_of(document)
