"""What pages are drawn from is freed when it is let go: it does not wait for the garbage collector."""

from __future__ import annotations

import gc

from exporter.fonts import book
from exporter.model import all_lines
from exporter.renderers.fonts.faces import faces_of
from exporter.renderers.layout.frame import Passage
from exporter.renderers.layout.pages import lay_out
from exporter.style import load_style
from tests.renderers.pdf.samples import every_block


def passages() -> int:
    return sum(isinstance(one, Passage) for one in gc.get_objects())


def test_a_layout_is_freed_without_the_collector() -> None:
    document = every_block()
    faces = faces_of(book(), all_lines(document), "zh-Hans")
    gc.collect()
    before = passages()
    gc.disable()
    try:
        layout = lay_out(document, load_style("official"), faces)
        assert passages() > before
        del layout
        assert passages() == before
    finally:
        gc.enable()
