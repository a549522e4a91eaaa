"""Lay a document out on pages: blocks as strips, each with its ink, the same for engines that draw and that flow."""

from exporter.renderers.layout.frame import Passage, Passages
from exporter.renderers.layout.inks import Anchor, Entry, Fill, Ink, Picture, Place, Sheet, Words
from exporter.renderers.layout.pages import NOTHING, Layout, lay_out

__all__ = [
    "NOTHING",
    "Anchor",
    "Entry",
    "Fill",
    "Ink",
    "Layout",
    "Passage",
    "Passages",
    "Picture",
    "Place",
    "Sheet",
    "Words",
    "lay_out",
]
