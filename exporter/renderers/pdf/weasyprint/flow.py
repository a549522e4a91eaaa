"""Hand a laid-out document to an engine that flows text: lines as they were set, notes at the foot of their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from exporter.model import Document, Run, RunRole
from exporter.renderers.fonts.faces import Faces, Stack
from exporter.renderers.html import Html, Inline, quoted, tagged, text
from exporter.renderers.html.css import number_drop
from exporter.renderers.layout.composition import Composed, Part, RunPiece, set_parts, stack_of, western
from exporter.renderers.layout.footnotes import BELOW_RULE, RULE, RULE_SHARE
from exporter.renderers.layout.frame import Passage
from exporter.renderers.layout.pages import Layout
from exporter.renderers.layout.table_widths import PT_PER_MM, measure_of, text_height
from exporter.renderers.layout.wording import note_ids
from exporter.renderers.pdf.weasyprint.glyph_lines import TOKENS, WIDE_SPACES, GlyphLine, segments
from exporter.style import Style


class _Flow(NamedTuple):
    style: Style
    faces: Faces
    layout: Layout
    rows: list[GlyphLine]
    anchors: Mapping[str, str]
    tops: Mapping[str, tuple[float, bool]]
    """Top of each note at a page foot in the text block, and whether it is the first of its page."""


def laid_lines(document: Document, style: Style, faces: Faces, layout: Layout, rows: list[GlyphLine]) -> Inline:
    """Give what writes paragraphs with their lines as laid out, and adds a row for whatever is drawn in one go."""
    tops = {id: (top, at == 0) for sheet in layout.sheets for at, (id, top) in enumerate(sheet.notes)}
    flow = _Flow(style, faces, layout, rows, note_ids(document), tops)

    def inline(parts: Sequence[Part], measure: float) -> list[Html]:
        passage = _taken(flow, tuple(parts), measure)
        composed = passage.composed if passage else set_parts(parts, style, faces, measure)
        return _written(composed, parts, passage.notes if passage else (), flow)

    return inline


def _taken(flow: _Flow, parts: tuple[Part, ...], measure: float) -> Passage | None:
    waiting = flow.layout.passages.get((parts, measure))
    return waiting.popleft() if waiting else None


def _written(composed: Composed, parts: Sequence[Part], notes: Sequence[str], flow: _Flow) -> list[Html]:
    written = [""] * len(parts)
    left = set(notes)
    for segment in segments(composed, flow.rows, flow.faces.lang):
        source = composed.sources[segment.source]
        written[source.part] += _marked(source, segment.text, parts[source.part], flow.anchors)
        if source.run.role == "mark" and source.run.target in left:
            left.discard(source.run.target)
            written[source.part] += _note(source.run.target, flow)
    return written


def _marked(source: RunPiece, said: str, part: Part, anchors: Mapping[str, str]) -> Html:
    inner = text(said)
    name = "" if _TOKENS_ONLY.fullmatch(said) else _font_class(source, part)
    if name:
        inner = f'<span class="{name}">{inner}</span>'
    elif said[:1] in WIDE_SPACES:
        inner = f"<span>{inner}</span>"
    return tagged(inner, source.run, anchors)


_TOKENS_ONLY = re.compile(f"(?:{TOKENS.pattern}|\n)*")


def _note(id: str, flow: _Flow) -> Html:
    """Write a note that stands at the foot of the page. It is an `a` that leads nowhere: see `archive.name_notes`."""
    note = flow.layout.feet[id]
    top, opens = flow.tops[id]
    part = note.parts[0]
    lang = "" if part.lang == flow.faces.lang else f' lang="{quoted(part.lang)}"'
    inner = "".join(_written(note.composed, note.parts, (), flow))
    names = "note foot" + " w" * western(part.lang)
    said = f'<a class="{names}" id="{flow.anchors[id]}" style="top:{top:.3f}pt"{lang}><span>{inner}</span></a>'
    rule = f'<span class="foot-rule" style="top:{top - BELOW_RULE - RULE:.3f}pt"></span>' if opens else ""
    return rule + said


def foot_sheet(layout: Layout, style: Style, color: str) -> str:
    """Write the rules for notes: a page that has some ends where the lines end that were laid out on it."""
    pages = [(number, sheet.depth) for number, sheet in enumerate(layout.sheets, 1) if sheet.notes]
    if not pages:
        return ""
    width, short = measure_of(style), measure_of(style) * RULE_SHARE
    return "".join(
        (
            f".note.foot{{position:absolute;left:0;display:block;width:{width:.3f}pt;margin-top:0;margin-bottom:0}}",
            ".note.foot>span{display:inline-block;vertical-align:top;text-indent:inherit}",
            f".foot-rule{{position:absolute;left:0;width:{short:.3f}pt;border-top:{RULE:g}pt solid {color}}}",
            *(_page_rule(number, text_height(style) - depth, style) for number, depth in pages),
        )
    )


def _page_rule(number: int, less: float, style: Style) -> str:
    """Take away from the height of a page's text, and keep its number where it was."""
    more = less - _ROUNDING
    bottom = style.page.bottom * PT_PER_MM + more
    drop = number_drop(style) * PT_PER_MM + more
    places = ("@bottom-center",) if style.page_number.place == "center" else ("@bottom-right", "@bottom-left")
    place = places[(number + 1) % len(places)]
    return f"@page :nth({number}){{margin-bottom:{bottom:.3f}pt;{place}{{padding-top:{drop:.3f}pt}}}}"


_ROUNDING = 0.05
"""pt that such a page is higher than its lines, so that rounding costs none."""


def font_spans(style: Style) -> Iterator[tuple[str, Stack, bool]]:
    """Give the class of text in other fonts than its paragraph's, with the fonts, and whether it is of an alphabet."""
    roles: tuple[RunRole, ...] = ("plain", "strong", "lead", "emphasis")
    stacks = {stack_of(text_style, Run("", role)) for text_style in style.text.values() for role in roles}
    for stack in sorted(stacks):
        for is_western in (False, True):
            yield _stack_class(stack, is_western), stack, is_western


def _font_class(source: RunPiece, part: Part) -> str:
    stack = stack_of(source.text, source.run)
    lang = source.run.lang or part.lang
    same = stack == stack_of(source.text) and western(lang) == western(part.lang)
    return "" if same else _stack_class(stack, western(lang))


def _stack_class(stack: Stack, is_western: bool) -> str:
    return f"x-{stack.font}-{stack.weight}-{stack.latin}-{stack.latin_weight}" + ("-w" if is_western else "")
