"""Write the grid of a page of a brief as CSS: its free room goes between the sections."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.renderers.layout.brief_parts import GAP, Part, is_cover
from exporter.renderers.layout.table_widths import text_height
from exporter.style import Style

SPARE = 24.0
"""pt that stay free at the foot of a cover: the engine reckons its parts a line too low."""


def grid(parts: Sequence[Part], style: Style) -> str:
    """Write the grid of a page as declarations: sections, the gaps between them, and the rest of the page."""
    low, high = GAP
    most = "1fr" if is_cover(parts) else f"{high:g}pt"
    rows = ["auto", *[f"minmax({low:g}pt,{most})", "auto"] * (len(parts) - 1)]
    if not parts or parts[-1].name != "foot":
        rows.append("1fr")
    height = text_height(style) - SPARE * is_cover(parts)
    return f"height:{height:.2f}pt;grid-template-rows:{' '.join(rows)}"
