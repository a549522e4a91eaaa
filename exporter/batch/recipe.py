"""Hash all that the bytes of an export depend on, so that what has not changed need not be made again."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exporter import conversion, parts
from exporter.batch.export import files_of
from exporter.errors import SourceError
from exporter.fonts import book
from exporter.parts import Options, Target
from exporter.style import data_folder

_ENGINES = (
    "fonttools",
    "lxml",
    "markdown-it-py",
    "pikepdf",
    "pypdfium2",
    "pypinyin",
    "python-docx",
    "python-pptx",
    "rjieba",
    "uharfbuzz",
    "weasyprint",
)
"""Packages that have a say in the bytes: they read a source, spell a name, end a line, draw or write."""


def recipe(to: tuple[str, ...], options: Options, strict: bool) -> str:
    """Hash targets, options, versions, style tokens, fonts and data: everything but the source.

    Raises ExporterError where a target, a style or a file that the options name is not there.
    """
    whole = hashlib.sha256()
    for part in (*_versions(), *_choices(to, options, strict), *_data()):
        whole.update(part.encode(errors="surrogatepass") + b"\0")
    return whole.hexdigest()


def key(recipe: str, source: str) -> str:
    """Join a recipe and the hash of a source's bytes to the key that the ledger compares."""
    return hashlib.sha256(f"{recipe} {source}".encode()).hexdigest()


def _versions() -> Iterator[str]:
    from importlib.metadata import PackageNotFoundError, version

    from exporter import __version__

    yield f"exporter {__version__}"
    for name in _ENGINES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not here"
    yield f"zlib {zlib.ZLIB_RUNTIME_VERSION}"


def _choices(to: tuple[str, ...], options: Options, strict: bool) -> Iterator[str]:
    for name in to:
        yield from _target(parts.target(name), options)
    yield f"{options.translator} {options.pages} {options.languages} {strict}"
    yield f"{options.layout} {options.elements} {options.xliff} {options.trace} {options.embed_fonts}"
    for file in files_of(options):
        yield "" if file is None else _hash(file)


def _target(row: Target, options: Options) -> Iterator[str]:
    style = conversion.house_style(row, options)
    yield f"{row.name} {row.suffix} {replace(style, folder=Path(), fonts=None)!r}"
    for name in filter(None, (style.house.logo, "word.toml")):  # what the tokens only name, and what stands beside them
        file = style.folder / name
        yield _hash(file) if file.is_file() else ""
    for face in book(style.fonts).faces:
        yield f"{face.role} {face.weight} {face.index} {face.path.name} {face.path.stat().st_size}"


def _data() -> Iterator[str]:
    folder = data_folder("source")
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.startswith("sample."):
            yield f"{file.relative_to(folder).as_posix()} {_hash(file)}"


def _hash(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise SourceError(f"{file}: cannot be read ({error.strerror}); check the path", "source.unreadable") from None
