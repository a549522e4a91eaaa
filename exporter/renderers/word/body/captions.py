"""Write what stands above a table or chart: the line that names it, and the one that gives its unit."""

from __future__ import annotations

from dataclasses import replace

from exporter.elements import is_filled_in
from exporter.model import Runs, plain
from exporter.renderers.layout.wording import titles_of
from exporter.renderers.word.body.runs import runs_xml
from exporter.renderers.word.body.writing import Place, Writing, flow_of
from exporter.renderers.word.markup import paragraph

RIGHT = '<w:jc w:val="right"/>'


def before_table(caption: Runs, lang: str, writing: Writing, place: Place) -> str:
    """Write a caption, its unit at the right edge, or what carries the page break of a table that has none."""
    flow = flow_of(place)
    if not caption:
        return paragraph("Gap", "", flow) if place.break_before else ""
    name, unit = titles_of(caption) if writing.style.kind == "document" else (caption, ())
    named = _named(name, lang, writing, place) if name else ""
    close = '<w:spacing w:before="0"/>' if name else ""
    below = paragraph("Caption", runs_xml(unit, writing, "caption", lang), ("" if name else flow) + close + RIGHT)
    return named + (below if unit else "")


def _named(name: Runs, lang: str, writing: Writing, place: Place) -> str:
    """Write what names a table, or the line above a form that is filled in like its cells."""
    if not is_filled_in(plain(name)):
        return paragraph("Caption", runs_xml(name, writing, "caption", lang), flow_of(place))
    return paragraph("TableText", runs_xml(name, writing, "table", lang), flow_of(replace(place, keep=True)))
