"""Say how large a picture of the source is printed, for every engine alike."""

from __future__ import annotations

from exporter.model import Medium, Picture

INCH = 25.4
PIXELS = 96
"""Pixels to the inch where the source gives no width."""
HIGHEST = 0.72
"""Share of a page's text height that a picture may fill, its caption below it."""


def picture_size(picture: Picture, medium: Medium, width: float, height: float) -> tuple[float, float]:
    """Give width and height in mm, within a measure of `width` and a page's text of `height` mm.

    A picture whose pixels are not known is taken to be three wide by two high.
    """
    wide, high = (medium.width, medium.height) if medium.width > 0 and medium.height > 0 else (3, 2)
    across = float(picture.width) if picture.width else (wide / PIXELS * INCH if medium.width > 0 else width * 0.7)
    down = across * high / wide
    scale = min(1.0, width / across, height * HIGHEST / down)
    return across * scale, down * scale
