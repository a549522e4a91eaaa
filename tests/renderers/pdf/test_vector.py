"""An SVG of plain shapes is drawn as shapes, and what is more than that is left to others."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from exporter.renderers.pdf.tagged.content import Pen
from exporter.renderers.pdf.tagged.vector import operators, vector_of
from exporter.renderers.pdf.weasyprint.svg_dots import png_of
from tests.support.pdf import page_images

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">{}</svg>'
SHAPES = (
    '<rect width="40" height="40" rx="6" fill="#7a1f2b"/><circle cx="20" cy="20" r="9" fill="white"/>',
    '<g fill="rgb(29,81,64)" transform="translate(10 5) scale(1.5)"><path d="M0 0 h20 v8 q-10 6 -20 0 z"/></g>',
    '<path d="M5 5 A 15 10 30 0 1 35 30 S 50 38 60 20 T 90 20 z" style="fill:#c60;fill-rule:evenodd"/>',
    '<g stroke="#1d5140" stroke-width="3" fill="none"><line x1="5" y1="35" x2="110" y2="5"/></g>',
    '<polygon points="10,5 60,5 35,35" transform="rotate(10 35 20)"/><polyline points="70,5 110,5 90,35" fill="teal"/>',
    '<ellipse cx="60" cy="20" rx="30" ry="12" transform="matrix(1 .2 0 1 0 -8)" stroke="black" fill="#ffd700"/>',
)
MORE = (
    '<text x="4" y="20">Y</text>',
    '<rect width="9" height="9" opacity=".5"/>',
    '<rect width="9" height="9" fill="url(#a)"/>',
    "<style>rect{fill:red}</style><rect width='9' height='9'/>",
    '<rect width="9" height="9" rx="8"/>',
    '<rect width="50%" height="9"/>',
    '<use href="#a"/>',
    '<g filter="url(#a)"><rect width="9" height="9"/></g>',
    '<rect width="9" height="9" style="mix-blend-mode:multiply"/>',
    "",
)


def paint(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4f}" for at in (1, 3, 5))


def drawn(svg: bytes) -> Image.Image:
    """Draw the operators on a page of the size of the drawing."""
    import pikepdf

    vector = vector_of(svg)
    assert vector is not None
    left, top, width, height = vector.box
    stream = f"1 0 0 -1 {-left:g} {height + top:g} cm\n".encode() + operators(vector, Pen({}, {}, paint))
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(width, height))
    page.Contents = made.make_stream(stream)
    held = io.BytesIO()
    made.save(held)
    return page_images(held.getvalue(), 288)[0].convert("RGB")


@pytest.mark.parametrize("inner", SHAPES)
@pytest.mark.parametrize("box", ["0 0 120 40", "-4 -2 130 50"])
def test_shapes_are_drawn_as_an_engine_of_css_draws_them(inner: str, box: str) -> None:
    svg = SVG.format(box, inner).encode()
    ours = drawn(svg)
    dots = Image.open(io.BytesIO(png_of(svg, ours.width / 288 * 25.4))).convert("RGBA")
    ground = Image.new("RGBA", dots.size, "white")
    ground.alpha_composite(dots)
    theirs = ground.convert("RGB").resize(ours.size)
    far = ImageChops.difference(ours, theirs).convert("L").point(lambda value: 255 * (value > 128))
    assert far.histogram()[255] / (ours.width * ours.height) < 0.002


@pytest.mark.parametrize("inner", MORE)
def test_what_is_more_than_plain_shapes_is_left_to_others(inner: str) -> None:
    assert vector_of(SVG.format("0 0 120 40", inner).encode()) is None


@pytest.mark.parametrize("box", ["", "0 0 0 40", "0 0 120"])
def test_a_drawing_without_a_size_is_none(box: str) -> None:
    assert vector_of(SVG.format(box, SHAPES[0]).encode()) is None
