"""Turn formal Chinese documents into Word files, PDFs and bilingual briefs."""

from typing import TYPE_CHECKING, Any

# The packages `brief` and `facts` are loaded before the functions of the same name are bound:
# Python binds a package's name once, when it is first imported, and would bind it over them later.
import exporter.brief
import exporter.facts  # noqa: F401
from exporter import editing
from exporter.batch.export import Artefact, export
from exporter.characters import clean
from exporter.conversion import brief, facts, read, render
from exporter.errors import (
    ArgumentError,
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
from exporter.parts import Options, Target
from exporter.style import Style, load_style

if TYPE_CHECKING:
    from exporter.batch.jobs import Job, Limits, Outcome, Summary
    from exporter.batch.run import export_all
    from exporter.batch.sources import find_sources
    from exporter.brief.options import BriefOptions

__version__ = "0.1.0"

__all__ = [
    "ArgumentError",
    "Artefact",
    "BriefOptions",
    "Document",
    "DocumentError",
    "ExporterError",
    "Fact",
    "FontError",
    "Job",
    "Limits",
    "Options",
    "Outcome",
    "PartError",
    "RenderError",
    "SourceError",
    "Style",
    "StyleError",
    "Summary",
    "Target",
    "TranslationError",
    "brief",
    "clean",
    "editing",
    "export",
    "export_all",
    "facts",
    "find_sources",
    "load_style",
    "read",
    "render",
]

_LATER = {
    "BriefOptions": "exporter.brief.options",
    "Job": "exporter.batch.jobs",
    "Limits": "exporter.batch.jobs",
    "Outcome": "exporter.batch.jobs",
    "Summary": "exporter.batch.jobs",
    "export_all": "exporter.batch.run",
    "find_sources": "exporter.batch.sources",
}
"""Names that load when first asked for: a batch needs 25 ms of imports that one export does not."""


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_LATER[name]), name)
