"""What an export was asked for: taken from the command line, and refused before any work where it can never be."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import typer

from exporter import desk, makers, parts, pipeline
from exporter.batch.export import files_of
from exporter.batch.ledger import NAME, open_ledger
from exporter.cli.say import UsageError
from exporter.elements import ELEMENTS, SEAL, SEALS
from exporter.errors import PartError, unwritable
from exporter.fonts import book
from exporter.parts import Options
from exporter.style import load_style

DEFAULT_TARGETS = "docx,pdf,brief"
EXCHANGE = "exporter.english.exchange"


def options_of(given: Mapping[str, Any]) -> Options:
    """Take from the arguments of a command what the options of an export are."""
    said: dict[str, Any] = {one.name: given[one.name] for one in fields(Options) if given.get(one.name) is not None}
    taken: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in said.items()}
    return Options(**taken | {"elements": elements_of(said.get("elements", ()))})


def elements_of(said: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Split `NAME=VALUE`. Raises wrong usage for a word without `=`, or a name that no element has."""
    found = []
    for one in said:
        name, sign, value = (part.strip() for part in one.partition("="))
        if not sign or name not in (*ELEMENTS, SEAL):
            names = "、".join((*ELEMENTS, SEAL))
            raise UsageError("usage", f"--set {one}: not of the form NAME=VALUE; names are {names}")
        if not value:
            raise UsageError("usage", f"--set {one}: no value; give one, as in {name}=…")
        if name == SEAL and value not in SEALS:
            raise UsageError("usage", f"--set {one}: {SEAL} is one of {'、'.join(SEALS)}")
        found.append((name, value))
    return tuple(found)


def require_suffix(path: Path, suffixes: Sequence[str], what: str) -> None:
    """Refuse a file to be written whose name promises another kind. Raises UsageError."""
    if path.suffix.lower() not in suffixes:
        raise UsageError("usage", f"{path}: {what} is written as {suffixes[0]}; end in that")


def joined(to: Iterable[str] | None) -> str | None:
    """Join the targets of an option that may stand often."""
    return ",".join(to) if to else None


def targets_of(to: str | None) -> tuple[str, ...]:
    """Split the names of targets, none given: the three of a first export; one that there is not is wrong usage."""
    said = DEFAULT_TARGETS if to is None else to
    names = tuple(dict.fromkeys(name.strip() for name in said.split(",") if name.strip()))
    try:
        for name in names:
            parts.target(name)
    except PartError as error:
        if error.code != "target.unknown":
            raise
        raise typer.BadParameter(error.message, param_hint="--to") from None
    if not names:
        raise typer.BadParameter("names no target", param_hint="--to")
    return names


def usable(options: Options, to: str | None, out: Path, *, ledger: bool = False) -> tuple[str, ...]:
    """Give the targets; refuse once, and not once for each source, what is wrong for the whole run.

    Raises ExporterError: for a style, folder of fonts, file or translator that is not there or of no use, and for a
    folder that cannot be written or, with `ledger`, that another run holds.
    """
    names = targets_of(to)
    _require_readable(options, names)
    if options.translator is not None:
        desk.session_of(options)
    _require_folder(out)
    if ledger and (out / NAME).exists():
        open_ledger(out).close()
    return names


def _require_readable(options: Options, names: tuple[str, ...]) -> None:
    style = load_style(options.style) if options.style else None
    if options.fonts is not None:
        book(options.fonts)
    for file in files_of(options):
        if file is not None:
            pipeline.fetch(file)
    if options.terms is not None:
        parts.load(f"{EXCHANGE}.personal:read_personal")(*pipeline.fetch(options.terms))
    if options.memory is not None:
        desk.memory_of(options)
    for file in options.reviewed:
        parts.load(f"{EXCHANGE}.returned:read_returned")(*pipeline.fetch(file))
    if options.template is not None and {"docx", "brief-docx"} & set(names):
        parts.load("exporter.renderers.word.templates:template_notices")(
            options.template, style or load_style("official")
        )
    if options.icc is not None and {"pdf-print", "brief-print"} & set(names):
        makers.press(options)


def _require_folder(out: Path) -> None:
    if str(out) == "-":
        raise UsageError("usage", "standard output takes one document; name it to exporter export")
    try:
        there = next(place for place in (out, *out.parents) if place.exists())
        if not there.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(there, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise unwritable(out, error) from None
