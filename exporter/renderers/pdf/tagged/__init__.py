"""Draw laid-out documents as PDF: the pages, and the structure of what is on them."""

from exporter.renderers.pdf.tagged.render import bare, press, render

__all__ = ["bare", "press", "render"]
