"""Export one document to files: read, render every target, then publish."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter import conversion, desk, display, parts
from exporter.batch.originals import Originals, refuse_own_source
from exporter.batch.write import publish, safe_stem
from exporter.errors import DocumentError, require
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

    def __repr__(self) -> str:
        return display.line("Artefact", str(self.path), f"{len(self.bytes)} bytes")

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
    `options.style`. Raises ExporterError (`output.is_source` where the document's own source stands);
    then no file was written.
    """
    require(document, Document, "document", "read it first: exporter.read(path)")
    require(out, (str, Path), "out", "give a folder")
    chosen = options or Options()
    chosen = replace(chosen, style=style) if style else chosen
    (made,) = export_document(document, [parts.target(to)], out, stem=stem, options=chosen)
    return made


def export_one(
    given: str | Path | bytes,
    to: Iterable[str],
    out: str | Path,
    *,
    stem: str | None = None,
    options: Options | None = None,
    strict: bool = False,
    originals: Iterable[str | Path] = (),
    name: str | None = None,
) -> tuple[Artefact, ...]:
    """Read a source once, render every target named, then write the files.

    Raises ExporterError at the first thing that fails, or (`strict`) at the first notice of level
    warning (`notice.strict`); then no file was written. No file handed in is written over
    (`output.is_source`): not `given`, not those that the options name, not `originals`.
    """
    rows = [parts.target(name) for name in to]
    document = conversion.read(given, name=name)
    handed_in = (given, *originals, *files_of(options or Options()))
    Originals(handed_in).refuse(paths_of(document, rows, out, stem))
    return export_document(document, rows, out, stem=stem, options=options, strict=strict)


def export_document(
    document: Document,
    rows: Sequence[Target],
    out: str | Path,
    *,
    stem: str | None = None,
    options: Options | None = None,
    strict: bool = False,
    scratch: Path | None = None,
) -> tuple[Artefact, ...]:
    """Render a document as every target, and write the files only when all of them could be made.

    `scratch` is where a file lies while it has no name yet (`write.publish`). Raises as `export_one` does.
    """
    paths = paths_of(document, rows, out, stem)
    chosen = options or Options()
    made = list(conversion.render_all(document, rows, chosen))
    told = desk.review_notices(document, chosen)
    if strict:
        refuse_warnings(notice for rendered in made for notice in (*rendered.notices, *told))
    files = [(path, rendered.data) for path, rendered in zip(paths, made, strict=True)]
    refuse_own_source(document, files)
    publish(files, scratch)
    return tuple(
        Artefact(path, rendered.data, (*rendered.notices, *told), row.name)
        for path, rendered, row in zip(paths, made, rows, strict=True)
    )


def notices_of(artefacts: Iterable[Artefact]) -> tuple[Notice, ...]:
    """Give what the artefacts of a document have to say, each thing once."""
    return tuple(dict.fromkeys(notice for artefact in artefacts for notice in artefact.notices))


def paths_of(document: Document, rows: Iterable[Target], out: str | Path, stem: str | None = None) -> list[Path]:
    """Name the files that targets of a document are written to."""
    name = stem or _stem(document)
    return [Path(out) / (name + row.suffix) for row in rows]


def files_of(options: Options) -> tuple[Path | None, ...]:
    """Give the user's own files that options name."""
    return options.template, options.icc, options.memory, options.terms, *options.reviewed


def refuse_warnings(notices: Iterable[Notice]) -> None:
    """Raise DocumentError `notice.strict` at the first notice of level warning."""
    for notice in notices:
        if notice.level == "warning":
            raise DocumentError(f"{notice.code}: {notice.message} (strict)", "notice.strict")


def _stem(document: Document) -> str:
    return safe_stem(document.origin.name if document.origin else document.metadata.title or "document")
