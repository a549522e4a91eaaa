"""Compute the colours of a page, by day and by night, from those of a style, with contrast that can be read."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporter.style import Style

READABLE = 4.5
"""Least contrast of text against what it stands on (WCAG 2.2, 1.4.3)."""
VISIBLE = 3.0
"""Least contrast of what is no text (WCAG 2.2, 1.4.11)."""
SERIES = 4
"""Colours there are for the series of a chart; further ones begin anew."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page, `#rrggbb` each; every text colour is readable on `paper` and on `tint`."""

    paper: str
    tint: str
    ink: str
    quiet: str
    """Text of less weight: labels, provenance."""
    accent: str
    rule: str
    mark: str
    """Ground of the highlighted passage; ink is readable on it."""
    target: str
    """Kept for targets."""
    series: tuple[str, ...]
    """Bars of a chart, the first series first."""


def by_day(style: Style) -> Palette:
    """Take the style's colours as they are, darkened where they would not be readable on a screen."""
    paper, ink = "#ffffff", style.text["body"].color
    grounds = (paper, style.tint)
    return Palette(
        paper,
        style.tint,
        readable(ink, grounds),
        readable(style.text["provenance"].color, grounds),
        readable(style.accent, grounds),
        style.rule,
        "#ffe89a",
        readable(style.highlight or style.accent, (paper,), VISIBLE),
        tuple(_series(style.accent, paper)),
    )


def by_night(style: Style) -> Palette:
    """Turn the style's colours over: the paper a very dark shade of the accent, light what was dark."""
    paper, tint = _shade(style.accent, 0.09, 0.24), _shade(style.accent, 0.145, 0.24)
    grounds = (paper, tint)
    accent = readable(turned(style.accent), grounds)
    return Palette(
        paper,
        tint,
        readable(turned(style.text["body"].color), grounds),
        readable(turned(style.text["provenance"].color), grounds),
        accent,
        turned(style.rule),
        "#5c4a00",
        readable(turned(style.highlight or style.accent), (paper,), VISIBLE),
        tuple(_series(accent, paper)),
    )


def turned(color: str) -> str:
    """Give a colour the lightness that it has at night, less saturated: black becomes nearly white."""
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(color))
    return _hex(colorsys.hls_to_rgb(hue, 0.92 - 0.64 * light, min(saturation, 0.65)))


def readable(color: str, grounds: Sequence[str], least: float = READABLE) -> str:
    """Mix a colour with black or white until its contrast with every ground is `least` or more."""
    pole = "#000000" if all(luminance(ground) > 0.18 for ground in grounds) else "#ffffff"
    for step in range(21):
        mixed = mix(color, pole, step / 20)
        if all(contrast(mixed, ground) >= least for ground in grounds):
            return mixed
    return pole


def contrast(first: str, second: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    """Give the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in _channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(first: str, second: str, share: float) -> str:
    """Mix two colours; `share` is that of the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    red, green, blue = (one * (1 - share) + other * share for one, other in pairs)
    return _hex((red, green, blue))


def _series(accent: str, paper: str) -> Iterator[str]:
    for at in range(SERIES):
        yield readable(mix(accent, paper, at * 0.55 / (SERIES - 1) + 0.2 * bool(at)), (paper,), VISIBLE)


def _shade(color: str, light: float, most: float) -> str:
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(color))
    return _hex(colorsys.hls_to_rgb(hue, light, min(saturation, most)))


def _channels(color: str) -> tuple[float, float, float]:
    """Read `#rrggbb`."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
