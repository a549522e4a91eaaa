"""Export one document to files: read, render every target, then publish."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from exporter import parts
from exporter.batch.write import publish, safe_stem
from exporter.model import Document, Notice
from exporter.parts import Options, Target
from exporter.pipeline import Renderer


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that was made: where, its bytes, and what a person should know of it."""

    path: Path
    bytes: bytes
    notices: tuple[Notice, ...] = ()
    target: str = ""

    @property
    def sha256(self) -> str:
        """Hash of the bytes, lower-case hexadecimal."""
        return hashlib.sha256(self.bytes).hexdigest()


def export(
    document: Document,
    to: str | Target | Renderer = "docx",
    out: str | Path = "out",
    *,
    stem: str | None = None,
    style: str | Path | None = None,
    options: Options | None = None,
) -> Artefact:
    """Render a document as one target and write `OUT/STEM` with the target's suffix.

    `stem` is the source's file name without its suffix when not given. `style` overrides
    `options.style`. Raises ExporterError; then no file was written.
    """
    row = parts.target(to)
    chosen = options or Options()
    data = parts.render(document, row, replace(chosen, style=style) if style else chosen)
    name = stem or safe_stem(document.origin.name if document.origin else document.metadata.title or "document")
    path = publish(Path(out) / (name + row.suffix), data)
    return Artefact(path, data, document.notices, row.name)


def export_one(
    given: str | Path | bytes,
    to: Iterable[str],
    out: str | Path,
    *,
    stem: str | None = None,
    options: Options | None = None,
) -> tuple[Artefact, ...]:
    """Read a source once and export it as every target named. Raises ExporterError at the first that fails."""
    rows = [parts.target(name) for name in to]
    document = parts.read(given)
    return tuple(export(document, row, out, stem=stem, options=options) for row in rows)
