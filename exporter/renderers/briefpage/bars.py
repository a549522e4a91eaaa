"""Draw charts on a web page: bars as rows of words and lengths that fit any screen, other charts as drawings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from exporter.model import Chart, Series
from exporter.renderers.briefpage.colours import SERIES
from exporter.renderers.briefpage.inline import PageContext, both, english_name, figure, halves, lang_of, switched
from exporter.renderers.html import Html, quoted, svg, text
from exporter.renderers.layout import chart as charts
from exporter.renderers.layout.shapes import SIGNS, bound_at, ends, upper_at
from exporter.renderers.layout.shapes import figure as printed

ROOM = 0.8
"""Share of the width for the longest bar; its figure stands behind it."""


def chart_of(chart: Chart, page: PageContext) -> Html:
    """Write a chart as a figure, its title as the caption."""
    title = switched(chart.title, chart.lang, page)
    caption = f'<figcaption class="caption">{title}</figcaption>' if title else ""
    inner = _bars(chart, page) if chart.kind in ("bar", "dumbbell") else _drawing(chart, page)
    return f'<figure class="chart"{lang_of(chart.lang, page)}>{caption}{inner}</figure>'


def _drawing(chart: Chart, page: PageContext) -> Html:
    names = _paints(chart, page)
    drawn = svg.draw(chart, page.style, lambda color: names.get(color, "currentColor"))
    words = quoted(charts.alternative_text(chart))
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{words}">{drawn}</div>'


def _paints(chart: Chart, page: PageContext) -> dict[str, str]:
    drawn = charts.colours(page.style, len(chart.series))
    return {color: f"var(--series-{at % SERIES})" for at, color in reversed(list(enumerate(drawn)))}


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    high: Decimal

    def percent(self, value: Decimal) -> str:
        return f"{float(value / (self.high - self.low)) * 100 * ROOM:.2f}%"


def _bars(chart: Chart, page: PageContext) -> Html:
    scale = _Scale(*ends(chart.series))
    rows = "".join(_category(chart, at, name, scale, page) for at, name in enumerate(chart.categories))
    legend = "".join(
        f"<li>{_swatch(_paint(chart, at))}<span>{both(series.name, page)}</span></li>"
        for at, series in enumerate(chart.series)
    )
    return f'<ul class="legend">{legend}</ul><ul class="bars">{rows}</ul>'


def _paint(chart: Chart, at: int) -> str:
    """Give the class of a bar: what is aimed at is outlined."""
    return "aim" if chart.kind == "dumbbell" and at else f"series-{at % SERIES}"


def _swatch(paint: str) -> Html:
    square = f'<rect class="{paint}" width="11" height="11"/>'
    return f'<svg class="swatch" width="11" height="11" aria-hidden="true">{square}</svg>'


def _category(chart: Chart, at: int, name: str, scale: _Scale, page: PageContext) -> Html:
    inner = "".join(
        _bar(chart, name, series, place, at, scale, page)
        for place, series in enumerate(chart.series)
        if at < len(series.values)
    )
    return f'<li><p class="name">{both(name, page)}</p><div class="lengths">{inner}</div></li>'


def _bar(chart: Chart, name: str, series: Series, place: int, at: int, scale: _Scale, page: PageContext) -> Html:
    value = series.values[at]
    if value is None or not value.is_finite():
        return ""
    start = (value if value < 0 else Decimal(0)) - scale.low
    gap = f'<svg width="{scale.percent(start)}" height="14" aria-hidden="true"></svg>' if start else ""
    unit = "" if chart.unit in SIGNS else chart.unit
    said = text(printed(value, chart, bound_at(series, at), upper_at(series, at)) + unit)
    return (
        f'<p class="length"><span class="unseen">{both(series.name, page)} </span>{gap}'
        f'<svg width="{scale.percent(abs(value))}" height="14" aria-hidden="true">'
        f'<rect class="{_paint(chart, place)}" width="100%" height="14"/></svg>'
        f"{figure(said, _fact_of(name, series, at, value, page), page)}</p>"
    )


def _fact_of(name: str, series: Series, at: int, value: Decimal, page: PageContext) -> str | None:
    """Find the figure that a bar shows: as the chart says, else the one of its indicator, year and value."""
    if at < len(series.facts):
        return series.facts[at]
    indicator, _ = halves(name)
    named = [fact for fact in page.facts.values() if indicator in (fact.indicator, english_name(fact))]
    years = [fact for fact in named if fact.period and fact.period in series.name]
    found = [fact.id for fact in years or named if value in (fact.change, fact.number)]
    listed = [name for name in found if name in page.notes]
    return listed[0] if len(listed) == 1 else found[0] if len(found) == 1 else None
