"""Write a document as a Word file: real styles, real fields, native charts and footnotes, the same bytes every time."""

from exporter.renderers.word.render import render

__all__ = ["render"]
