"""Turn formal Chinese documents into Word files, PDFs and bilingual briefs."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from exporter import editing
    from exporter.batch.export import Artefact, export
    from exporter.batch.jobs import Job, Limits, Outcome, Summary
    from exporter.batch.run import export_all
    from exporter.batch.sources import find_sources
    from exporter.brief.options import BriefOptions
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

_ROOMS = {
    "batch.export": "Artefact export",
    "batch.jobs": "Job Limits Outcome Summary",
    "batch.run": "export_all",
    "batch.sources": "find_sources",
    "brief.options": "BriefOptions",
    "characters": "clean",
    "conversion": "brief facts read render",
    "errors": "ArgumentError DocumentError ExporterError FontError PartError RenderError SourceError StyleError "
    "TranslationError",
    "model": "Document Fact",
    "parts": "Options Target",
    "style": "Style load_style",
}
_ROOM_OF = {name: f"exporter.{room}" for room, names in _ROOMS.items() for name in names.split()}
"""Where each name lives, which loads when it is first asked for: a command prepares itself before it loads anything."""


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})


def __getattr__(name: str) -> Any:
    import importlib

    if name == "editing":
        return importlib.import_module("exporter.editing")
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(importlib.import_module(_ROOM_OF[name]), name)
    return found


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        """Leave a name to its function where Python, which has loaded the package of the same name, would bind that."""
        if name not in _ROOM_OF or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
