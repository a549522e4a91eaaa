"""Know which picture bytes can be shown where, and turn one kind into another."""

from __future__ import annotations

import io

from exporter.errors import RenderError
from exporter.model import Medium, Picture

INCH = 25.4
PIXELS = 96
"""Pixels to the inch where the source gives no width."""
HIGHEST = 0.72
"""Share of a page's text height that a picture may fill, its caption below it."""
DRAWN = frozenset(("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff", "image/webp"))
"""Pictures made of dots, which every engine of ours can draw."""
VECTOR = "image/svg+xml"
"""A drawing; one whose size is known was looked through, and is made of shapes that pages can draw."""
UNNAMED = "图片"
"""What is said of a picture that the source says nothing of."""
MOST_PIXELS = 80_000_000


def is_drawn(medium: Medium) -> bool:
    """Tell whether our own pages can draw a picture."""
    return medium.media in DRAWN or (medium.media == VECTOR and medium.width > 0)


def picture_size(picture: Picture, medium: Medium, width: float, height: float) -> tuple[float, float]:
    """Give width and height in mm, within a measure of `width` and a page's text of `height` mm.

    A picture whose pixels are not known is taken to be three wide by two high.
    """
    wide, high = (medium.width, medium.height) if medium.width > 0 and medium.height > 0 else (3, 2)
    across = float(picture.width) if picture.width else (wide / PIXELS * INCH if medium.width > 0 else width * 0.7)
    down = across * high / wide
    scale = min(1.0, width / across, height * HIGHEST / down)
    return across * scale, down * scale


def pixels(medium: Medium) -> tuple[int, int, bytes, bool]:
    """Give width, height and the dots of a picture, RGB or gray (True), what shines through it on white.

    Raises RenderError `render.picture` where its bytes are broken.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(medium.data)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise RenderError(_said(medium, f"{opened.width} by {opened.height} dots"), "render.picture")
            opened.load()
            image: Image.Image = opened
            if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
                ground = Image.new("RGBA", image.size, "white")
                ground.alpha_composite(image.convert("RGBA"))
                image = ground.convert("RGB")
            gray = image.mode in ("1", "L", "I", "I;16")
            image = image.convert("L" if gray else "RGB")
            return image.width, image.height, image.tobytes(), gray
    except RenderError:
        raise
    except Exception as error:  # the library raises whatever a broken file makes it meet
        raise RenderError(_said(medium, f"{type(error).__name__}: {error}"), "render.picture") from None


def as_png(medium: Medium) -> bytes:
    """Give a picture made of dots as PNG. Raises as `pixels` does."""
    from PIL import Image

    width, height, dots, gray = pixels(medium)
    made = io.BytesIO()
    Image.frombytes("L" if gray else "RGB", (width, height), dots).save(made, "PNG")
    return made.getvalue()


def _said(medium: Medium, why: str) -> str:
    return f"a picture ({medium.media}, {medium.sha256[:12]}) cannot be drawn: {why}; save it anew, or take it out"
