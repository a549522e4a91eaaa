"""A clause that nothing says, and an official name that is not used, are doubted."""

from __future__ import annotations

import pytest

from exporter.english.guard.official import unofficial
from exporter.english.guard.omitted import omitted
from tests.english.guard.corruptions import PARALLEL


@pytest.mark.parametrize(
    ("zh", "whole", "short"),
    [
        (
            "改造老旧小区，更换燃气管道。",
            "Old residential areas were renovated and gas pipes replaced.",
            "Old residential areas were renovated.",
        ),
        (
            "加强食品监管，建设乡村学校，培训教师。",
            "We will tighten food supervision, build rural schools and train teachers.",
            "We will tighten food supervision and train teachers.",
        ),
    ],
)
def test_a_clause_that_is_left_out_is_named(zh: str, whole: str, short: str) -> None:
    assert not list(omitted(zh, whole))
    assert [found.code for found in omitted(zh, short)] == ["look.omitted"]


@pytest.mark.parametrize(
    ("zh", "official", "other", "form"),
    [
        (
            "推动高质量发展。",
            "We will pursue high-quality development.",
            "We will pursue rapid growth.",
            "high-quality",
        ),
        ("落实乡村振兴战略。", "We will revitalize rural areas.", "We will rejuvenate villages.", "rural"),
        (
            "学习中央农村工作会议精神。",
            "We studied the Central Rural Work Conference.",
            "We studied a meeting.",
            "Rural",
        ),
    ],
)
def test_an_official_name_is_asked_for(zh: str, official: str, other: str, form: str) -> None:
    assert not list(unofficial(zh, official))
    (found,) = unofficial(zh, other)
    assert (found.code, form in found.message) == ("look.term", True)


@pytest.mark.corpus
def test_few_clauses_and_names_of_official_english_are_doubted() -> None:
    lines = [line.partition("\t") for line in (PARALLEL / "2019.tsv").read_text("utf-8").splitlines()]
    assert sum(bool([*omitted(zh, en), *unofficial(zh, en)]) for zh, _, en in lines) <= 0.06 * len(lines)
