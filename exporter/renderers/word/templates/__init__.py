"""Fill a user's own Word template; python-docx, which opens it, loads with this room alone."""

from exporter.renderers.word.templates.fill import from_template, template_marks, template_notices

__all__ = ["from_template", "template_marks", "template_notices"]
