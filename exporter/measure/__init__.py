"""Measure what a Word or PDF file really looks like, and say clause by clause which checks it passed."""

from exporter.measure.checks import Check
from exporter.measure.report import FontUse, Measurement, as_json, measure

__all__ = ["Check", "FontUse", "Measurement", "as_json", "measure"]
