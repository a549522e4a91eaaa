"""Whatever tool a translator works with, not one segment of hers is lost on the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.english.exchange.returned import read_returned, taken_back
from tests.english.exchange.work import TOOLS, read, segments_of, work_on
from tests.reports import SAMPLE, SEED, SHARED

GIVEN = SHARED / "corpus" / "given" / "docs"
REAL = (SEED, GIVEN / "gy_河北省_2024.txt", GIVEN / "dx_2025年江苏省政府工作报告.docx")
UNSIGNED = ("tmx",)
"""A file that says what is translated, and not that anybody approved it."""


@pytest.mark.slow
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(
    ("sources", "least"),
    [pytest.param((SAMPLE,), 100, id="ours"), pytest.param(REAL, 300, id="corpus", marks=pytest.mark.corpus)],
)
def test_nothing_is_lost(tool: str, sources: tuple[Path, ...], least: int) -> None:
    count = 0
    for source in sources:
        document = read(source)
        segments = segments_of(document)
        work = work_on(segments)
        back = taken_back(segments, read_returned("back", TOOLS[tool](document, segments, work)), "back")
        assert [(unit.id, unit.reason) for unit in back.units if unit.fate == "refused"] == []
        taken = {one.id: one for one in back.segments}
        assert {known: taken[known].en for known in work} == dict(work)
        if tool not in UNSIGNED:
            assert {taken[known].status for known in work} <= {"reviewed", "verified"}
        left = [one for one in segments if one.id not in work]
        assert [taken[one.id] for one in left] == left
        count += len(work)
    assert count >= least
