"""Set lines of Chinese by the W3C's Requirements for Chinese Text Layout."""

from exporter.typesetting.compose import compose, compose_in, count_lines
from exporter.typesetting.filling import fill_pages
from exporter.typesetting.lines import Gap, Level, Line, Mode, Piece, Settings, Text
from exporter.typesetting.metrics import Metrics, chain, metrics, of_function
from exporter.typesetting.pages import Page, Placed, Strip, paginate
from exporter.typesetting.units import UNITS

__all__ = [
    "UNITS",
    "Gap",
    "Level",
    "Line",
    "Metrics",
    "Mode",
    "Page",
    "Piece",
    "Placed",
    "Settings",
    "Strip",
    "Text",
    "chain",
    "compose",
    "compose_in",
    "count_lines",
    "fill_pages",
    "metrics",
    "of_function",
    "paginate",
]
