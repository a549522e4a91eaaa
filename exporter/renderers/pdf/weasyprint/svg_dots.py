"""Turn a drawing in SVG into dots, fine enough for print: the pages of ours take pictures made of dots."""

from __future__ import annotations

import base64
import io
import re

from exporter.errors import RenderError
from exporter.pdfium import opened
from exporter.renderers.pdf.weasyprint import hooks
from exporter.renderers.pdf.weasyprint.engine import fetcher

DOTS = 600
"""To the inch."""
_SIZE = re.compile(rb"\bviewBox\s*=\s*[\"'][^\"']*?([\d.]+)[\s,]+([\d.]+)\s*[\"']")


def png_of(svg: bytes, width: float) -> bytes:
    """Draw an SVG `width` mm wide as PNG. It fetches nothing.

    Raises RenderError `render.picture` for one without a viewBox, or that cannot be drawn.
    """
    found = _SIZE.search(svg)
    if found is None or not float(found[1]) or not float(found[2]):
        raise RenderError("the drawing has no viewBox that says its size; add one to its svg element", "render.picture")
    height = width * float(found[2]) / float(found[1])
    weasyprint = hooks.engine()
    shown = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
    paper = f"@page{{size:{width:g}mm {height:g}mm;margin:0}}"
    sheet = f"<style>{paper}body{{margin:0}}img{{display:block;width:{width:g}mm}}</style>"
    page = weasyprint.HTML(string=f'{sheet}<img src="{shown}">', url_fetcher=fetcher(weasyprint.urls, {}))
    with opened("the drawing", bytes(page.write_pdf())) as document:
        if len(document) != 1:
            raise RenderError("the drawing cannot be drawn; save it anew as plain SVG", "render.picture")
        image = document[0].render(scale=DOTS / 72, fill_color=(255, 255, 255, 0)).to_pil()
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
