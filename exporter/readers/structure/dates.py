"""Read days: 2025年3月6日, 二〇二五年三月六日, 2025-03-06."""

from __future__ import annotations

from exporter.readers.lines.numbering import han_value
from exporter.readers.lines.recognisers import DATE


def iso_date(text: str) -> str | None:
    """Give the first day named in a text as ISO 8601, or None."""
    for found in DATE.finditer(text):
        if found["year"]:
            year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        else:
            year, month, day = (han_value(found[name]) for name in ("hyear", "hmonth", "hday"))
        if 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year:04}-{month:02}-{day:02}"
    return None
