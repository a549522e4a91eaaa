"""Draw laid-out documents as PDF: the pages, and the structure of what is on them."""

from exporter.renderers.tagged.render import press, render

__all__ = ["press", "render"]
