"""A list says once what was done; each of its figures says it in English."""

from __future__ import annotations

import pytest

import exporter
from exporter.english.document import with_english
from exporter.facts.extract import with_facts


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("新增公园16座、累计达到83座", "The number of parks increased to 83."),
        ("净增经营主体3000家、达到3.3万家", "The number of business entities increased to 33,000."),
        (
            "持牌金融机构新增4家、总数达到171家",
            "The number of licensed financial institutions increased to 171.",
        ),
        ("现有公园16座、学校83所", "There were 83 schools."),
    ],
)
def test_all_that_there_are_grew_by_what_was_added(clause: str, english: str) -> None:
    source = f"平湖市政府工作报告\n（2026年1月8日）\n一、2025年工作回顾\n一年来，{clause}。\n二、2026年工作安排\n"
    told = with_english(with_facts(exporter.read(source.encode()))).facts[-1]
    assert told.english == english
