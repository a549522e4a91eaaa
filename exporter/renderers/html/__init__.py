"""Write a document as HTML of our own.

No markup of a source ever gets here: the model holds text, and tags are put around it in `markup` alone.
"""

from exporter.renderers.html.markup import Html, Inline, lines, quoted, safe_link, tagged, text
from exporter.renderers.html.page import page, render

__all__ = ["Html", "Inline", "lines", "page", "quoted", "render", "safe_link", "tagged", "text"]
