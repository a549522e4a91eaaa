"""The sectors of industry stand as one bar of a hundred for each year that a report states, and for no other ratio."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import conversion, parts
from exporter.brief.build import brief
from exporter.brief.shares import shares_of, structures
from exporter.model import Chart, Fact, Series, Span, all_lines
from exporter.renderers.layout.chart import draw
from exporter.renderers.layout.shapes import WIDTH, Rect, Words, wide
from exporter.style import load_style
from exporter.verify.prove import verify
from tests.brief.reports import THIS_YEAR, read

STATED = "三次产业结构由2019年的12.1∶44.5∶43.4调整为11.6∶43.2∶45.2。"


def told(passage: str) -> str:
    return THIS_YEAR.replace("居民消费价格上涨2.3%。", f"居民消费价格上涨2.3%。{passage}")


def test_each_year_has_a_bar_and_its_ratio_is_tied_to_its_fact() -> None:
    made = brief(read(told(STATED)))
    (chart,) = [block for block in made.blocks if isinstance(block, Chart) and block.kind == "shares"]
    assert chart.categories == ("2019年 2019", "2020年 2020")
    assert chart.series[0].values == (Decimal("12.1"), Decimal("11.6"))
    assert "2020年：第一产业 11.6%, 第二产业 43.2%" in chart.alt and "Tertiary industry 45.2%" in chart.alt
    lines = "\n".join(all_lines(made))
    assert "2020年第三产业占45.2%" in lines and "tertiary 45.2% in 2020" in lines
    assert "2019年12.1:44.5:43.4；2020年11.6:43.2:45.2" in lines and "一、第1段" in lines


@pytest.mark.parametrize(
    "passage",
    [
        "三次产业结构为12.1∶44.5∶53.4。",
        "三次产业结构由2018年的12.1∶44.5∶43.4优化。",
        "三次产业结构力争达到11∶43∶46。",
        "三次产业增加值增速之比为1∶2∶3。",
    ],
)
def test_what_is_no_structure_of_the_year_has_no_bar(passage: str) -> None:
    assert structures(read(told(passage)), "2020") == ()


@given(st.lists(st.integers(0, 1000), min_size=3, max_size=3))
def test_only_what_makes_a_hundred_is_shares(parts_: list[int]) -> None:
    said = "：".join(f"{part / 10:g}" for part in parts_)
    fact = Fact("f", Span(0, 1), 1, "", "三次产业结构", value=said)
    assert bool(shares_of(fact)) == (abs(sum(parts_) - 1000) <= 2)


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_parts_of_a_bar_fill_it_and_their_figures_stand_apart(one: int, other: int) -> None:
    first, second = sorted((one, other))
    values = [Decimal(first), Decimal(second - first), Decimal(100 - second)]
    series = tuple(Series(f"部门{at}", (value,)) for at, value in enumerate(values))
    drawn = draw(Chart("shares", ("2020年",), series, "%"), load_style("brief")).shapes
    bars = [shape for shape in drawn if isinstance(shape, Rect) and shape.height == 9.0]
    assert len(bars) == 3 and bars[-1].x + bars[-1].width <= WIDTH
    figures = [shape for shape in drawn if isinstance(shape, Words) and shape.text.endswith("%")]
    edges = [(shape.x - wide(shape.text) / 2, shape.x + wide(shape.text) / 2) for shape in figures]
    assert all(left[1] <= right[0] for left, right in pairwise(edges))
    assert all(start >= 0 and end <= WIDTH + 0.01 for start, end in edges)


@pytest.mark.parametrize("shares", ["11.6∶43.2∶45.2", "4.0∶37.7∶58.3", "5∶40.0∶55"])
def test_every_form_of_a_brief_holds_the_bars_and_proves_itself(shares: str) -> None:
    """Digits stand as the source has them, zeros and all."""
    report = told(STATED.replace("11.6∶43.2∶45.2", shares))
    source = conversion.read_bytes("report.md", report.encode())
    assert shares.replace("∶", ":") in "\n".join(all_lines(brief(read(report))))
    rows = [parts.target(name) for name in ("brief", "brief-docx", "brief-html")]
    for row, made in zip(rows, conversion.render_all(source, rows), strict=True):
        assert verify(f"report{row.suffix}", made.data, source).differences == (), row.name
