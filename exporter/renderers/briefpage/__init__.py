"""Write a brief as one web page that works from a file: two languages, and every figure opens its source."""

from exporter.renderers.briefpage.page import render
from exporter.renderers.briefpage.proof import bars_of, read_model, text_of

__all__ = ["bars_of", "read_model", "render", "text_of"]
