"""Tables stand as a printer sets them."""

from __future__ import annotations

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
