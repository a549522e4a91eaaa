"""Compute the style sheet of the page: sizes, faces and colours from the style, the rest from `page.css`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from exporter.renderers.briefpage.colours import Palette, by_day, by_night
from exporter.style import FontRole, Style, TextRole, TextStyle

ROLES: tuple[TextRole, ...] = (
    "title",
    "subtitle",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "body",
    "headline",
    "addressee",
    "signature",
    "caption",
    "table",
    "table_head",
    "note",
    "card_value",
    "card_label",
    "english",
    "provenance",
)
_FACES: Mapping[FontRole, str] = {
    "song": '"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC","Microsoft YaHei",SimSun,serif',
    "biaosong": '"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC","Microsoft YaHei",SimSun,serif',
    "hei": '"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif',
    "kai": '"Kaiti SC",STKaiti,KaiTi,"LXGW WenKai",serif',
    "fangsong": '"STFangsong",FangSong,"FandolFang R",serif',
    "serif": '"Source Serif 4","Times New Roman","Liberation Serif",serif',
    "sans": '"Source Sans 3","Segoe UI","Helvetica Neue",Arial,"Liberation Sans"',
}
"""Faces that systems have, by name, the better ones first: a page fetches none."""
_LEAST = 0.84
"""rem; no text of a page is smaller."""


def sheet(style: Style) -> str:
    """Write the whole sheet. Sizes are in rem of the body's size: a reader who sets larger letters gets them.

    A style's own CSS is for its printed pages, and is left out: a screen has other boxes.
    """
    return "".join(
        (
            f":root{{{_colours(by_day(style))}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours(by_night(style))}}}}}",
            *_roles(style),
            _own(),
            _paper(style),
        )
    )


def _colours(palette: Palette) -> str:
    named = ("paper", "tint", "ink", "quiet", "accent", "rule", "mark", "target")
    series = "".join(f"--series-{at}:{color};" for at, color in enumerate(palette.series))
    return "".join(f"--{name}:{getattr(palette, name)};" for name in named) + series


def _roles(style: Style) -> Iterator[str]:
    unit, english = style.text["body"].size, style.text["english"]
    yield f":root{{--sans:{_FACES['hei']}}}"
    for role in ROLES:
        text = style.text[role]
        yield f".{role}{{font:{text.weight} {_rem(text, unit)}/{_line(text)} {_FACES[text.font]}}}"
    yield f".page :lang(en){{font-family:{_FACES[english.latin]},{_FACES[english.font]}}}"


def _rem(text: TextStyle, unit: float) -> str:
    return f"{max(text.size / unit, _LEAST):.3f}rem"


def _line(text: TextStyle) -> str:
    return f"{max(text.line / text.size, 1.25):.2f}"


@cache
def _own() -> str:
    return Path(__file__).with_name("page.css").read_text("utf-8")


def _paper(style: Style) -> str:
    page, unit = style.page, style.text["body"].size
    margins = f"{page.top:g}mm {page.outside:g}mm {page.bottom:g}mm {page.inside:g}mm"
    size = f"{page.width:g}mm {page.height:g}mm"
    return f"@page{{size:{size};margin:{margins}}}@media print{{:root{{font-size:{unit:g}pt}}}}"
