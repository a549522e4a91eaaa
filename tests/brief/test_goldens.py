"""Two briefs stand as they stood: every line of them, and its place on the page.

`EXPORTER_GOLDENS=1 pytest tests/brief/test_goldens.py` writes them anew; look at the pages before you keep them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporter import conversion
from tests.brief.test_brief import SAMPLE
from tests.renderers.pdf.pages import lines_of

FOLDER = Path(__file__).parent / "golden"
REPORTS = {"sample": SAMPLE, "report": FOLDER / "report.md"}
ANEW = "EXPORTER_GOLDENS" in os.environ
NEAR = 1.5
"""pt by which a line may stand elsewhere: fonts differ by their hinting."""

Row = tuple[int, float, float, str]
"""Page, left edge and base line in pt, and the words; sorted by the words, for the place is in the row."""


def rows_of(path: Path) -> list[Row]:
    lines = lines_of(conversion.render(conversion.read(path), "brief"))
    rows = [(line.page, line.chars[0].left, line.base, line.text.strip()) for line in lines if line.text.strip()]
    return sorted(rows, key=lambda row: (row[3], row[0], -round(row[2]), row[1]))


def kept(path: Path) -> list[Row]:
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [(int(page), float(left), float(base), text) for page, left, base, text in rows]


@pytest.mark.parametrize("name", REPORTS)
def test_every_line_stands_where_it_stood(name: str) -> None:
    golden = FOLDER / f"{name}.tsv"
    found = rows_of(REPORTS[name])
    if ANEW:
        golden.write_text("".join(f"{p}\t{x:.1f}\t{y:.1f}\t{text}\n" for p, x, y, text in found), "utf-8")
    before = kept(golden)
    assert [row[3] for row in found] == [row[3] for row in before]
    for now, then in zip(found, before, strict=True):
        assert now[0] == then[0] and abs(now[1] - then[1]) < NEAR and abs(now[2] - then[2]) < NEAR, (now, then)


def test_goldens_are_not_written_while_they_are_tested() -> None:
    assert not ANEW, "EXPORTER_GOLDENS is set: the goldens were written anew; unset it to test them"
