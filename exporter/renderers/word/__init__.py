"""Write a document as a Word file: real styles, real fields, native charts and footnotes, the same bytes every time."""

from exporter.renderers.word.render import render
from exporter.renderers.word.templates.fill import from_template, template_marks, template_notices

__all__ = ["from_template", "render", "template_marks", "template_notices"]
