"""A change over several years, of which a clause gives both ends, has a panel of its own that begins at nothing."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import exporter
from exporter.brief.build import brief
from exporter.brief.courses import courses
from exporter.brief.heights import CHART_WIDTH, Ruler
from exporter.brief.options import BriefOptions
from exporter.model import Chart, ChartKind, Series, all_lines
from exporter.renderers.layout.chart import draw
from exporter.renderers.layout.shapes import WIDTH, Dot, Rect, Words, wide
from exporter.style import load_style
from tests.brief.reports import THIS_YEAR, read

TOLD = "森林覆盖率由2015年的41.5%提高到2020年的44%；常住人口城镇化率由2015年的51.2%提高到2020年的57.7%。"
STYLE = load_style("brief")


def told(passage: str) -> str:
    return THIS_YEAR.replace("居民消费价格上涨2.3%。", f"居民消费价格上涨2.3%。{passage}")


def drawn(text: str, languages: str = "zh-en") -> list[Chart]:
    options = BriefOptions(languages=languages, sections=("findings", "courses"))  # type: ignore[arg-type]
    made = brief(read(text), options)
    return [block for block in made.blocks if isinstance(block, Chart) and block.kind == "courses"]


def test_both_ends_stand_in_a_panel_and_are_tied_to_their_figures() -> None:
    (chart,) = drawn(told(TOLD))
    assert chart.categories[0].startswith("森林覆盖率（%） Forest coverage (%)")
    assert [series.name for series in chart.series] == ["2015", "2020"]
    assert chart.series[0].values == (Decimal("41.5"), Decimal("51.2"))
    assert "森林覆盖率：2015年41.5%，2020年44%" in chart.alt
    assert "Forest coverage: 41.5 percent in 2015, 44 percent in 2020" in chart.alt
    lines = "\n".join(all_lines(brief(read(told(TOLD)))))
    assert "2015年到2020年：2项上升" in lines and "From 2015 to 2020: 2 rose" in lines


@pytest.mark.parametrize("languages", ["zh", "en"])
def test_a_brief_of_one_language_has_panels_in_it(languages: str) -> None:
    (chart,) = drawn(told(TOLD), languages)
    assert all(name.isascii() == (languages == "en") for name in chart.categories)


@pytest.mark.parametrize(
    "passage",
    [
        "森林覆盖率由2015年的41.5%提高到2020年的44%。",  # one alone is no comparison
        TOLD.replace("2015年的", ""),  # of no year that its words name
        TOLD.replace("2015年", "2019年"),  # of one year to the next
        TOLD.replace("2020年", "2025年").replace("提高到", "力争提高到"),
    ],
)
def test_what_is_no_course_of_years_has_no_panel(passage: str) -> None:
    assert courses(read(told(passage))) == ()


values = st.lists(st.decimals(0, 10**6, places=1), min_size=2, max_size=6)


@given(values, values)
def test_panels_begin_at_nothing_and_keep_to_their_places(first: list[Decimal], last: list[Decimal]) -> None:
    count = min(len(first), len(last))
    names = tuple(f"指标{at}（万元） Indicator {at} (10,000 yuan)" for at in range(count))
    chart = Chart("courses", names, (Series("2015", tuple(first[:count])), Series("2020", tuple(last[:count]))))
    found = draw(chart, STYLE)
    floors = [shape.y for shape in found.shapes if isinstance(shape, Rect)]
    dots = [shape for shape in found.shapes if isinstance(shape, Dot)]
    assert len(floors) == count and len(dots) == 2 * count
    for at, (one, other) in enumerate(zip(first[:count], last[:count], strict=True)):
        rise = [floors[at] - dot.y for dot in dots[2 * at : 2 * at + 2]]
        assert float(other) * rise[0] == pytest.approx(float(one) * rise[1], abs=1e-3 * float(max(one, other, 1)))
    said = [shape for shape in found.shapes if isinstance(shape, Words)]
    halves = [(shape, wide(shape.text) / (2 if shape.anchor == "middle" else 1)) for shape in said]
    assert all(shape.x + half <= WIDTH + 1 for shape, half in halves)
    assert Ruler(STYLE).height(chart, CHART_WIDTH) == pytest.approx(found.height + 4)


@pytest.mark.parametrize("kind", ["courses", "dumbbell"])
def test_a_long_name_in_one_language_takes_the_lines_foreseen(kind: ChartKind) -> None:
    name = "Disposable income of permanent residents of rural townships, unregistered ones counted (yuan)"
    chart = Chart(kind, (name, "CPI"), (Series("2015", (Decimal(2), Decimal(3))), Series("2020", (Decimal(4), None))))
    assert Ruler(STYLE).height(chart, CHART_WIDTH) == pytest.approx(draw(chart, STYLE).height + 4)


def test_word_draws_them_itself_each_of_a_hundred_with_its_own_figure(tmp_path: Path) -> None:
    source = tmp_path / "report.md"
    source.write_text(told(TOLD), encoding="utf-8")
    made = exporter.export(exporter.read(source), to="brief-docx", out=tmp_path)
    with zipfile.ZipFile(made.path) as package:
        charts = [name for name in package.namelist() if name.startswith("word/charts/chart")]
        (xml,) = [data for name in charts if "2015 = 100" in (data := package.read(name).decode())]
    root = etree.fromstring(xml.encode())
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    bars = [[float(v.text) for v in one.findall(".//c:val//c:v", space)] for one in root.findall(".//c:ser", space)]
    assert bars[0] == [100, 100] and bars[1][0] == pytest.approx(44 / 41.5 * 100)
    assert 'formatCode="&quot;41.5&quot;"' in xml and 'formatCode="&quot;44&quot;"' in xml
