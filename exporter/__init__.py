"""Turn formal Chinese documents into Word files, PDFs and bilingual briefs."""

# The packages `brief` and `facts` are loaded before the functions of the same name are bound:
# Python binds a package's name once, when it is first imported, and would bind it over them later.
import exporter.brief
import exporter.facts  # noqa: F401
from exporter.batch.export import Artefact, export
from exporter.characters import clean
from exporter.errors import (
    DocumentError,
    ExporterError,
    FontError,
    PartError,
    RenderError,
    SourceError,
    StyleError,
    TranslationError,
)
from exporter.model import Document, Fact
from exporter.parts import Options, Target, brief, facts, read, render
from exporter.style import Style, load_style

__version__ = "0.1.0"

__all__ = [
    "Artefact",
    "Document",
    "DocumentError",
    "ExporterError",
    "Fact",
    "FontError",
    "Options",
    "PartError",
    "RenderError",
    "SourceError",
    "Style",
    "StyleError",
    "Target",
    "TranslationError",
    "brief",
    "clean",
    "export",
    "facts",
    "load_style",
    "read",
    "render",
]
