"""Draw a chart as Word's own: chart XML that Word edits, with its figures in a workbook inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

from exporter.characters import clean
from exporter.model import BOUND_SIGNS, Bound, Chart, Series
from exporter.renderers.layout.chart import colours
from exporter.renderers.layout.courses import indexed
from exporter.renderers.layout.dumbbell import target_color
from exporter.renderers.layout.shapes import bound_at, upper_at
from exporter.renderers.word.body.workbooks import steady
from exporter.renderers.word.markup import attribute
from exporter.renderers.word.parts.fonts import WordFonts
from exporter.style import Style

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "dumbbell": XL_CHART_TYPE.BAR_CLUSTERED,
    "shares": XL_CHART_TYPE.BAR_STACKED_100,
    "courses": XL_CHART_TYPE.BAR_CLUSTERED,
}
PALETTE = ("A6A6A6", "7F6000", "385723", "843C0C", "595959")
"""Colours of the second series and those after it, in a black style."""
MAX_LABELS = 40
"""With more figures than this, their labels would cover each other."""


def chart_parts(chart: Chart, style: Style, fonts: WordFonts) -> tuple[bytes, bytes]:
    """Give the chart's XML and its workbook, whose relation to the chart is `rId1`; what is not finite stays empty."""
    chart = replace(chart, series=tuple(map(_finite, chart.series)))
    data: Any = CategoryChartData(number_format=_number_format(chart))  # type: ignore[no-untyped-call]
    data.categories = [_label(name) for name in chart.categories]
    for series in (indexed(chart) if chart.kind == "courses" else chart).series:
        data.add_series(_label(series.name), [None if one is None else float(one) for one in series.values])
    writer: Any = ChartXmlWriter(KINDS[chart.kind], data)  # type: ignore[no-untyped-call]
    root = etree.fromstring(writer.xml.encode("utf-8"))
    _dress(root, chart, style, fonts)
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml, steady(data._workbook_writer.xlsx_blob)


def _label(text: str) -> str:
    """Clean a name; a space keeps the workbook from taking it for a formula or an address."""
    text = clean(text)
    return " " + text if re.match(r"=|\{=|[a-z]{3,8}:", text) else text


def _finite(series: Series) -> Series:
    return replace(series, values=tuple(one if one is not None and one.is_finite() else None for one in series.values))


def _given(chart: Chart) -> Iterator[Decimal]:
    return (value for series in chart.series for value in series.values if value is not None)


def _number_format(chart: Chart) -> str:
    return _format(max(map(_decimals, _given(chart)), default=0), chart)


def _format(places: int, chart: Chart) -> str:
    digits = "0" + ("." + "0" * min(places, 4) if places else "")
    return digits + '"%"' if chart.unit in ("%", "％") else digits


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _dress(root: etree._Element, chart: Chart, style: Style, fonts: WordFonts) -> None:
    """Give the chart the style's colours and letters, labels at its figures, and what the schema wants."""
    for axis in root.iter(f"{{{C}}}axId", f"{{{C}}}crossAx"):  # the library's are negative: no schema allows that
        axis.set("val", axis.get("val", "").lstrip("-"))
    _child(root, "date1904").addnext(_xml('<c:roundedCorners val="0"/>'))
    body = _child(root, "chart")
    _child(body, "autoTitleDeleted").set("val", "1")
    plot = next(one for one in _child(body, "plotArea") if one.tag.endswith("Chart"))
    labels = sum(len(series.values) for series in chart.series) <= MAX_LABELS
    for index, series in enumerate(plot.findall(f"{{{C}}}ser")):
        color = _target(style) if chart.kind == "dumbbell" and index else _color(index, len(chart.series), style)
        _dress_series(series, chart, color, labels, index)
    if chart.kind != "line":
        _child(plot, "grouping").addnext(_xml('<c:varyColors val="0"/>'))
        for gap in plot.findall(f"{{{C}}}gapWidth"):
            plot.remove(gap)
        overlap = plot.find(f"{{{C}}}overlap")
        before = _child(plot, "axId") if overlap is None else overlap
        before.addprevious(_xml(f'<c:gapWidth val="{60 if len(chart.series) > 1 else 80}"/>'))
    _dress_axes(body, chart, labels)
    _dress_legend(body, len(chart.series) > 1)
    letters = _child(root, "txPr")
    letters.addprevious(_xml("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))
    root.replace(letters, _letters(style, fonts))
    root.append(_xml('<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'))


def _dress_series(series: etree._Element, chart: Chart, color: str, labels: bool, index: int) -> None:
    at = _child(series, "tx")
    drawn, mark = _marks(chart, color, index)
    for part in (drawn, mark, *_open_bars(chart, drawn, index), *([_labels(chart, index)] if labels else [])):
        element = _xml(part)
        at.addnext(element)
        at = element


def _marks(chart: Chart, color: str, index: int) -> tuple[str, str]:
    """Draw a series: bars filled, those of targets outlined, or a line with dots."""
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
    if chart.kind == "line":
        marker = f'<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>{fill}</c:spPr></c:marker>'
        return f'<c:spPr><a:ln w="25400">{fill}</a:ln></c:spPr>', marker
    if chart.kind == "dumbbell" and index:
        inner = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
        return f'<c:spPr>{inner}<a:ln w="15875">{fill}</a:ln></c:spPr>', '<c:invertIfNegative val="0"/>'
    return f"<c:spPr>{fill}</c:spPr>", '<c:invertIfNegative val="0"/>'


def _open_bars(chart: Chart, drawn: str, index: int) -> Iterator[str]:
    """Draw with a broken line the bars of targets that are bounds: they hold beyond their end, or short of it."""
    broken = drawn.replace("</a:ln>", '<a:prstDash val="sysDash"/></a:ln>')
    for at, bound in enumerate(chart.series[index].bounds if chart.kind == "dumbbell" and index else ()):
        if bound in OPEN:
            yield f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{broken}</c:dPt>'


OPEN: frozenset[Bound] = frozenset(("at_least", "at_most", "over"))
"""Bounds, which leave one side open."""
_SHOWN = "".join(
    f'<c:show{name} val="{int(name == "Val")}"/>'
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)


def _labels(chart: Chart, index: int) -> str:
    """Label each value as the source prints it: with its own decimals, and the sign of its bound."""
    place = f'{_light(chart, index)}<c:dLblPos val="{_PLACES.get(chart.kind, "outEnd")}"/>{_SHOWN}'
    series, common = chart.series[index], _number_format(chart)
    own = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:numFmt formatCode="{attribute(written)}" sourceLinked="0"/>{place}</c:dLbl>'
        for at, value in enumerate(series.values)
        if value is not None
        if (written := _written(value, bound_at(series, at), chart, upper_at(series, at))) != common
    )
    return f"<c:dLbls>{own}{place}</c:dLbls>"


_PLACES = {"line": "t", "shares": "ctr"}


def _light(chart: Chart, index: int) -> str:
    """Write a figure that stands in the first and darkest part of a bar in white."""
    if chart.kind != "shares" or index:
        return ""
    white = '<a:defRPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:defRPr>'
    return f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{white}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'


def _written(value: Decimal, bound: Bound, chart: Chart, upper: Decimal | None) -> str:
    if upper is not None:
        return f'"{value:f}–{upper:f}{chart.unit}"'
    if chart.kind == "courses":
        return f'"{BOUND_SIGNS.get(bound, "")}{value:f}"'
    sign = f'"{BOUND_SIGNS[bound]}"' if bound in BOUND_SIGNS else ""
    return sign + _format(_decimals(value), chart)


def _target(style: Style) -> str:
    return target_color(style).lstrip("#").upper()


def _dress_axes(body: etree._Element, chart: Chart, labels: bool) -> None:
    plot = _child(body, "plotArea")
    names, values = _child(plot, "catAx"), _child(plot, "valAx")
    line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="8C8C8C"/></a:solidFill></a:ln></c:spPr>'
    _child(names, "tickLblPos").set("val", "low")
    _child(names, "majorTickMark").set("val", "none")
    _child(names, "tickLblPos").addnext(_xml(line))
    _child(values, "majorTickMark").set("val", "none")
    _child(values, "tickLblPos").addnext(_xml("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"))
    if chart.kind in ("bar", "dumbbell", "shares", "courses"):  # the first category on top
        _child(_child(names, "scaling"), "orientation").set("val", "maxMin")
    if min(_given(chart), default=0) >= 0:
        _child(values, "scaling").append(_xml('<c:min val="0"/>'))
    grid = _child(values, "majorGridlines")
    if labels:
        values.remove(grid)
        _child(values, "delete").set("val", "1")
    else:
        grid.append(_xml(line.replace("8C8C8C", "D9D9D9")))


def _dress_legend(body: etree._Element, wanted: bool) -> None:
    for legend in body.findall(f"{{{C}}}legend"):
        body.remove(legend)
    if wanted:
        _child(body, "plotArea").addnext(_xml('<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>'))


def _letters(style: Style, fonts: WordFonts) -> etree._Element:
    text = style.text["table"]
    latin, chinese = attribute(fonts[text.latin].name), attribute(fonts[text.font].name)
    size = round(min(text.size, 10.5) * 100)
    return _xml(
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}"><a:solidFill><a:srgbClr val="262626"/>'
        f'</a:solidFill><a:latin typeface="{latin}"/><a:ea typeface="{chinese}"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _color(index: int, count: int, style: Style) -> str:
    """A black style has colours of its own for charts, another the shades of its accent, as its PDF has."""
    if style.accent != "#000000":
        return colours(style, count)[index].lstrip("#").upper()
    return PALETTE[(index - 1) % len(PALETTE)] if index else "404040"


def _xml(text: str) -> etree._Element:
    wrapped = f'<w xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">{text}</w>'
    return etree.fromstring(wrapped)[0]


def _child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(f"{{{C}}}{name}")
    assert found is not None, name
    return found
