"""Tables too wide for the page stand on sheets of their own, the page number where every other sheet has it (8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from exporter import conversion
from exporter.model import Block, Cell, Document, Heading, Run, Table, all_lines
from exporter.renderers.word import render
from exporter.style import load_style
from tests.renderers.word.test_official import BODY, FOOT, HEAD, LEFT, MM, TITLE, bands, drawn, line, paper, rules_of
from tests.support.word import validate_docx

pytestmark = pytest.mark.slow
OUTSIDE = 210 - LEFT - 156
CHARACTER = 14 / 72 * 25.4
"""mm: a character of the page number."""


def wide(columns: int, rows: int = 30) -> Table:
    head = tuple(Cell((Run(f"河道指标{at}"),)) for at in range(columns))
    body = tuple(
        tuple(Cell((Run("河道名称" if at == 0 else "123456.5"),)) for at in range(columns)) for _ in range(rows)
    )
    return Table((head, *body), header_rows=1)


def attached(*blocks: Block) -> Document:
    opening = (line("附件1"), Heading(1, (Run("巡查河道名单"),)), line("单位：万元"))
    return paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY[:-1], *FOOT[:4], *opening, *blocks)


def upright(page: Image.Image) -> Image.Image:
    """Turn a sheet that lies on its side as it is bound: its head is at the left."""
    return page.rotate(90, expand=True)


def test_a_wide_table_lies_on_its_side_with_its_head_at_the_left(tmp_path: Path) -> None:
    made = drawn(tmp_path / "wide.docx", attached(wide(14), line("注：含支流。"), *FOOT[5:]))
    sizes = [(round(page.width / MM), round(page.height / MM)) for page in made.pages]
    assert sizes[0] == sizes[-1] == (210, 297)
    assert set(sizes[1:-1]) == {(297, 210)}
    assert validate_docx(made.docx) == []
    label = bands(made.pages[1], red=False)[0]
    assert label[0] == pytest.approx(LEFT + 3, abs=1)  # half of the gap between lines above it
    assert len(rules_of(made.pages[-1])) == 3  # the imprint is on an upright page


def test_the_number_of_a_sheet_on_its_side_stands_where_it_stands_on_others(tmp_path: Path) -> None:
    made = drawn(tmp_path / "wide.docx", attached(wide(14)))
    for at, page in enumerate(made.pages[1:3], 2):
        number = bands(upright(page), red=False)[-1]
        assert (number[0] + number[1]) / 2 == pytest.approx(HEAD + 225 + 7, abs=1.5)
        edge = 210 - OUTSIDE - CHARACTER - number[3] if at % 2 else number[2] - OUTSIDE - CHARACTER
        assert edge == pytest.approx(0, abs=1)


def test_a_table_too_wide_for_that_stands_on_a3(tmp_path: Path) -> None:
    made = drawn(tmp_path / "a3.docx", attached(wide(26, 8), line("附件2"), line("说明"), line("另行说明。")))
    sizes = [(round(page.width / MM), round(page.height / MM)) for page in made.pages]
    assert sizes == [(210, 297), (420, 297), (210, 297)]
    assert validate_docx(made.docx) == []
    left = OUTSIDE  # the second page
    across = [band for band in bands(made.pages[1], red=False) if band[3] - band[2] > 300]
    assert (across[0][2], across[0][3]) == (pytest.approx(left, abs=1), pytest.approx(left + 366, abs=1))


def test_what_was_on_sheets_is_read_back_in_its_order() -> None:
    document = attached(wide(14, 3), line("注：含支流。"), *FOOT[5:])
    again = conversion.read(render(document, load_style("official")), name="a.docx")
    squeezed = ["".join(text.split()) for text in (*all_lines(again),)]
    assert "注：含支流。" in squeezed
    tables = [block for block in (*again.blocks, *again.appendix) if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [4]
