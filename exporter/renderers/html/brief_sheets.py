"""Write the grid of a page of a brief as CSS: its free room goes between the sections."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.renderers.layout.brief_parts import GAP, Part
from exporter.renderers.layout.table_widths import PT_PER_MM
from exporter.style import Style


def grid(parts: Sequence[Part], style: Style) -> str:
    """Write the grid of a page as declarations: sections, the gaps between them, and the rest of the page."""
    low, high = GAP
    rows = ["auto"]
    for part in parts[1:]:
        rows += [f"minmax({low:g}pt,{'1fr' if part.name == 'provenance' else f'{high:g}pt'})", "auto"]
    if not parts or parts[-1].name != "foot":
        rows.append("1fr")
    height = (style.page.height - style.page.top - style.page.bottom) * PT_PER_MM
    return f"height:{height:.2f}pt;grid-template-rows:{' '.join(rows)}"
