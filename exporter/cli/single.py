"""Make one file of one document: of the kind that its name says, or on standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from exporter import conversion, desk, parts
from exporter.batch.export import Artefact, files_of, refuse_warnings
from exporter.batch.originals import Originals
from exporter.batch.write import publish
from exporter.cli import say
from exporter.cli.made import aside, remember
from exporter.cli.say import UsageError
from exporter.errors import PartError, RenderError
from exporter.parts import Options, Target

STANDARD_OUTPUT = Path("-")


def export(
    sources: Sequence[str],
    to: str | None,
    output: Path,
    options: Options,
    *,
    name: str | None = None,
    strict: bool = False,
    quiet: bool = False,
    force: bool = False,
) -> None:
    """Export the one source to the one file; its target is named by `to`, or by the file's suffix.

    Raises UsageError where there are more sources or targets, or none that the suffix names.
    """
    if len(sources) != 1:
        raise UsageError("usage", f"{output} is one file, of one source; {len(sources)} are given")
    row = target_of(to, output)
    if output != STANDARD_OUTPUT:
        Originals((*sources, *files_of(options))).refuse([output])
    elif sys.stdout.isatty() and row.suffix.rpartition(".")[2] in BINARY:
        raise RenderError(f"{row.name} is no text for a terminal; name a file with -o", "output.terminal")
    document = conversion.read(sources[0], name=name)
    options = desk.opened(options)
    made = next(iter(conversion.render_all(document, [row], options)))
    notices = (*made.notices, *desk.review_notices(document, options))
    to_file = output != STANDARD_OUTPUT
    if strict:
        refuse_warnings(notices)
    kept = aside([output]) if to_file and not force else {}
    if not quiet:
        say.warnings((*kept.values(), *notices))
    if not to_file:
        sys.stdout.buffer.write(made.data)
        return
    publish([(output, made.data)])
    remember([Artefact(output, made.data)])
    if not quiet:
        print(output)


BINARY = ("docx", "pdf", "xlsx")


def target_of(to: str | None, output: Path) -> Target:
    """Find the target: by its name, or the one with the longest suffix that the file's name ends with."""
    if to is not None:
        return _of_its_kind(_named(to), output)
    if output.is_dir():
        raise UsageError("usage", f"{output}: a folder; name it with --out, or a file in it with -o")
    if output == STANDARD_OUTPUT:
        raise UsageError("usage", "standard output takes one target; name it with --to")
    rows = parts.targets()
    found = [row for row in rows if output.name.lower().endswith((row.suffix, *OTHER_SUFFIXES.get(row.name, ())))]
    if not found:
        known = ", ".join(sorted({row.suffix for row in rows}))
        raise UsageError("usage", f"{output}: no target has this suffix; name one with --to, or end in {known}")
    return max(found, key=lambda row: len(row.suffix))


OTHER_SUFFIXES = {"facts-csv": (".csv",), "facts-xlsx": (".xlsx",), "html": (".htm",)}
"""Suffixes that name a target as well as its own does."""


def _named(to: str) -> Target:
    try:
        return parts.target(to)
    except PartError as error:
        raise UsageError("usage", f"one file has one target: {error.message}") from None


def _of_its_kind(row: Target, output: Path) -> Target:
    """Give the target, unless the file's name says that it is of another kind."""
    own = {row.suffix, *OTHER_SUFFIXES.get(row.name, ())}
    kinds = {Path(f"a{suffix}").suffix for suffix in own}
    known = {Path(f"a{parts.target(one).suffix}").suffix for one in parts.target_names()} | {".htm", ".jsonl"}
    if output.suffix.lower() in known - kinds:
        raise UsageError("usage", f"{output}: {row.name} is written as {row.suffix}; end in that, or name another --to")
    return row
