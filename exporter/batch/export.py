"""Export one document to files: read, render every target, then publish."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from exporter import conversion, desk, display, parts
from exporter.batch.originals import Originals, refuse_own_source
from exporter.batch.write import publish, safe_stem
from exporter.errors import ArgumentError, DocumentError, ExporterError, RenderError, require
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


Aside: TypeAlias = Callable[[Sequence[Path]], Mapping[Path, Notice]]
"""Keeps files that somebody changed, before others take their place, and says so of each."""


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
    aside: Aside | None = None,
) -> tuple[Artefact, ...]:
    """Read a source once, render every target named, then write the files.

    Targets are independent: what can be made is written, and TargetsError names what cannot. Raises ExporterError
    where nothing can be made, or (`strict`) at the first notice of level warning (`notice.strict`); then no file
    was written. No file handed in is written over
    (`output.is_source`): not `given`, not those that the options name, not `originals`. `aside` keeps what somebody
    wrote into files that are to be made anew.
    """
    rows = [parts.target(name) for name in to]
    document = conversion.read(given, name=name)
    handed_in = (given, *originals, *files_of(options or Options()))
    Originals(handed_in).refuse(paths_of(document, rows, out, stem))
    return export_document(document, rows, out, stem=stem, options=options, strict=strict, aside=aside)


def export_document(
    document: Document,
    rows: Sequence[Target],
    out: str | Path,
    *,
    stem: str | None = None,
    options: Options | None = None,
    strict: bool = False,
    scratch: Path | None = None,
    aside: Aside | None = None,
) -> tuple[Artefact, ...]:
    """Render a document as every target, each by itself, and write the files of those that could be made.

    `scratch` is where a file lies while it has no name yet (`write.publish`). Raises as `export_one` does.
    """
    paths = paths_of(document, rows, out, stem)
    chosen = options or Options()
    made = list(conversion.each_by_itself(document, rows, chosen))
    failed = {row.name: one for row, one in zip(rows, made, strict=True) if isinstance(one, ExporterError)}
    if len(failed) == len(rows):
        raise next(iter(failed.values()))
    told = desk.review_notices(document, chosen)
    artefacts = tuple(
        Artefact(path, one.data, (*one.notices, *told), row.name)
        for path, one, row in zip(paths, made, rows, strict=True)
        if not isinstance(one, ExporterError)
    )
    if strict:
        refuse_warnings(notice for artefact in artefacts for notice in artefact.notices)
    refuse_own_source(document, [(artefact.path, artefact.bytes) for artefact in artefacts])
    kept = aside([artefact.path for artefact in artefacts]) if aside else {}
    artefacts = tuple(_told(artefact, kept.get(artefact.path)) for artefact in artefacts)
    written, unwritten = _published(artefacts, scratch)
    failed |= unwritten
    if failed:
        raise TargetsError(failed, written)
    return written


def _told(artefact: Artefact, notice: Notice | None) -> Artefact:
    return replace(artefact, notices=(notice, *artefact.notices)) if notice else artefact


def _published(
    artefacts: tuple[Artefact, ...], scratch: Path | None
) -> tuple[tuple[Artefact, ...], dict[str, ExporterError]]:
    """Write all the files at once; where there is no room for all, each by itself. Raises where none can be written."""
    try:
        publish([(one.path, one.bytes) for one in artefacts], scratch)
        return artefacts, {}
    except RenderError:
        if len(artefacts) == 1:
            raise
    written: list[Artefact] = []
    failed: dict[str, ExporterError] = {}
    for one in artefacts:
        try:
            publish([(one.path, one.bytes)], scratch)
            written.append(one)
        except RenderError as error:
            failed[one.target] = error
    if not written:
        raise next(iter(failed.values()))
    return tuple(written), failed


class TargetsError(RenderError):
    """Some targets of a call could not be made; the others were, and are written."""

    def __init__(self, failed: Mapping[str, ExporterError], made: tuple[Artefact, ...]) -> None:
        first = next(iter(failed.values()))
        super().__init__("; ".join(f"{name}: {error.message}" for name, error in failed.items()), first.code)
        self.failed, self.made = failed, made

    def __reduce__(self) -> tuple[type[ExporterError], tuple[str, str]]:
        return RenderError, (self.message, self.code)


def notices_of(artefacts: Iterable[Artefact]) -> tuple[Notice, ...]:
    """Give what the artefacts of a document have to say, each thing once."""
    return tuple(dict.fromkeys(notice for artefact in artefacts for notice in artefact.notices))


def paths_of(document: Document, rows: Iterable[Target], out: str | Path, stem: str | None = None) -> list[Path]:
    """Name the files that targets of a document are written to."""
    name = _stem(document) if stem is None else name_of_file(stem)
    return [Path(out) / (name + row.suffix) for row in rows]


def name_of_file(stem: str) -> str:
    """Give a stem that names no folder as it is. Raises ArgumentError for any other."""
    require(stem, str, "stem", "give a file name without its suffix")
    if not stem.strip(" .") or re.search(r"[/\\\x00-\x1f]", stem):
        raise ArgumentError(f"stem: found {stem!r}; give a file name without folder and suffix, and the folder by out")
    return stem


def files_of(options: Options) -> tuple[Path | None, ...]:
    """Give the user's own files that options name."""
    return options.template, options.icc, options.memory, options.terms, options.previous, *options.reviewed


def refuse_warnings(notices: Iterable[Notice]) -> None:
    """Raise DocumentError `notice.strict` at the first notice of level warning."""
    for notice in notices:
        if notice.level == "warning":
            raise DocumentError(f"{notice.code}: {notice.message} (strict)", "notice.strict")


def _stem(document: Document) -> str:
    return safe_stem(document.origin.name if document.origin else document.metadata.title or "document")
