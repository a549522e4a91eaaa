"""Tables stand as a printer sets them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as raw
import pytest

from exporter.model import Cell, Document, Metadata, Paragraph, Run, Table
from exporter.renderers.pdf import tagged
from exporter.renderers.pdf.weasyprint import engine as weasy
from exporter.style import load_style
from tests.renderers.pdf.pages import Line, lines_of

STYLE = load_style("official")
ENGINES = {"css": weasy.render, "drawn": tagged.render}


def table_of(*rows: str, **given: object) -> Table:
    """A table of rows written with bars between their cells."""
    cells = tuple(tuple(Cell((Run(said),)) for said in row.split("|")) for row in rows)
    return Table(cells, **given)  # type: ignore[arg-type]


def drawn(*blocks: Table | Paragraph, engine: str = "drawn") -> list[Line]:
    return lines_of(ENGINES[engine](Document(Metadata(), blocks), STYLE))


def words(lines: list[Line]) -> dict[str, tuple[float, float]]:
    """Left and right edge of each stretch of characters that stand together."""
    found: dict[str, tuple[float, float]] = {}
    for line in lines:
        run = [line.chars[0]]
        for char in line.chars[1:]:
            if char.left - run[-1].right > 4:
                found["".join(one.text for one in run)] = (run[0].left, run[-1].right)
                run = []
            run.append(char)
        found["".join(one.text for one in run)] = (run[0].left, run[-1].right)
    return found


def decimal_sign(line: Line, figure: str) -> float:
    at = line.text.index(figure) + (figure + ".").index(".")
    return line.chars[at].left if at < len(line.chars) and line.chars[at].text == "." else line.chars[at - 1].right


FIGURES = ("4000.5", "153.6", "-8.25", "7", "1,234.0", "+12.5")


@pytest.mark.parametrize("engine", ENGINES)
def test_figures_stand_by_their_decimal_sign(engine: str) -> None:
    rows = (f"产品{at}|吨|{figure}" for at, figure in enumerate(FIGURES))
    lines = drawn(table_of("名称|单位|产量", *rows), engine=engine)
    signs = [decimal_sign(line, figure) for figure in FIGURES for line in lines if line.text.endswith(figure)]
    assert len(signs) == len(FIGURES)
    assert max(signs) - min(signs) < 0.2


def test_heads_and_units_stand_in_the_middle_of_their_columns() -> None:
    found = words(drawn(table_of("名称|单位|产量（吨）", "钢材|吨|12.5", "水泥|万吨|8.0", "天然气|亿立方米|9.5")))
    middles = {said: sum(found[said]) / 2 for said in ("单位", "吨", "万吨", "亿立方米")}
    assert max(middles.values()) - min(middles.values()) < 1.0
    assert found["钢材"][0] == pytest.approx(found["天然气"][0], abs=0.3), "names begin at the left"


def test_where_a_figure_is_missing_its_mark_stands_in_the_middle() -> None:
    found = words(drawn(table_of("名称|产量", "钢材|12.5", "水泥|—", "煤|7.5")))
    assert sum(found["—"]) / 2 == pytest.approx(sum(found["产量"]) / 2, abs=0.5)


def test_words_of_some_length_stay_at_the_left() -> None:
    found = words(drawn(table_of("项目|责任单位", "道路|交通运输局、住房和城乡建设局", "学校|教育局")))
    assert found["教育局"][0] == pytest.approx(found["交通运输局、住房和城乡建设局"][0], abs=0.3)


@pytest.mark.parametrize("engine", ENGINES)
def test_what_explains_a_table_stands_under_it_in_its_size(engine: str) -> None:
    explained = Paragraph((Run("注：本表按当年价格计算。"),))
    lines = drawn(table_of("名称|产量", "钢材|12.5"), explained, Paragraph((Run("全年钢材增产。"),)), engine=engine)
    sizes = {line.text.strip(): line.chars[0].size for line in lines}
    assert sizes["注：本表按当年价格计算。"] == pytest.approx(STYLE.text["table"].size, abs=0.1)
    assert sizes["全年钢材增产。"] == pytest.approx(STYLE.text["body"].size, abs=0.1)


def test_heads_stand_again_on_every_page() -> None:
    lines = drawn(table_of("名称|产量", *(f"产品{at}|{at}.5" for at in range(60))))
    pages = {line.page for line in lines}
    assert len(pages) > 2
    assert {line.page for line in lines if "名称" in line.text} == pages


MONTHS = "|".join(f"{month}月产量（万吨）" for month in range(1, 13))


def test_a_table_too_wide_stands_on_its_side_with_its_head_at_the_left() -> None:
    rows = (f"产品{at}|{'|'.join(f'{at * month}.25' for month in range(1, 13))}" for at in range(1, 41))
    before, after = Paragraph((Run("各月产量见表。"),)), Paragraph((Run("表后的话。"),))
    pdf = tagged.render(Document(Metadata(), (before, table_of(f"名称|{MONTHS}", *rows), after)), STYLE)
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
        assert len(texts) > 3
        assert "各月产量见表" in texts[0] and "表后的话" in texts[-1]
        for number, page in enumerate(list(document)[1:-1], 2):
            stand = list(places(page))
            left = STYLE.page.inside if number % 2 else STYLE.page.outside
            assert min(x for x, _ in stand) == pytest.approx(left, abs=8), "the head is at the left of every page"
            assert all(left - 1 < x < left + STYLE.measure + 1 for x, _ in stand)
            assert all(STYLE.page.top - 1 < y < 297 - STYLE.page.bottom + 1 for _, y in stand)


def places(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Where each character stands that lies on its side, in mm from the upper left corner."""
    text, x, y = page.get_textpage(), ctypes.c_double(), ctypes.c_double()
    matrix = raw.FS_MATRIX()
    for at in range(text.count_chars()):
        raw.FPDFText_GetMatrix(text, at, matrix)
        if abs(matrix.b) > abs(matrix.a) and not raw.FPDFText_IsGenerated(text, at):
            raw.FPDFText_GetCharOrigin(text, at, x, y)
            yield x.value * 25.4 / 72, 297 - y.value * 25.4 / 72
