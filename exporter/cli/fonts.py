"""Faces of this machine: list them, and fetch free ones for roles that have none, with their licence said."""

from __future__ import annotations

import hashlib
import os
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from exporter.batch.write import publish
from exporter.cli import say
from exporter.cli.app import AsJson, Fonts, app
from exporter.cli.consent import require_consent
from exporter.cli.help import Command, Group
from exporter.cli.language import localized
from exporter.errors import FontError
from exporter.fonts import book
from exporter.style import data_folder

commands = typer.Typer(cls=Group, no_args_is_help=True, help="List the fonts of this machine, or fetch missing ones.")
app.add_typer(commands, name="fonts")


@dataclass(frozen=True, slots=True)
class FreeFace:
    """A face that may be fetched: for which role, from where, known by its hash."""

    role: str
    weight: int
    file: str
    bytes: int
    sha256: str
    url: str
    licence: str


@commands.command("list", cls=Command)
def list_faces(fonts: Fonts = None, as_json: AsJson = False) -> None:
    """List the face of each role, and what stands in where there is none."""
    rows = book(fonts).describe()
    if as_json:
        say.as_plain_json([asdict(row) for row in rows])
        return
    found = [row.file or (f"({row.stand_in})" if row.stand_in else "-") for row in rows]
    table = zip(rows, found, strict=True)
    say.rows([{"role": row.role, "weight": str(row.weight), "file": file} for row, file in table], False)


@commands.command(cls=Command)
def install(
    yes: Annotated[bool, typer.Option("--yes", help="Accept the licences without being asked.")] = False,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="DIR", help="A folder that holds the files, where there is no network."),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--into", metavar="DIR", help="Where they go; by itself, beside this program.")
    ] = None,
) -> None:
    """Fetch free faces for the roles that have none here."""
    if source is not None and not source.is_dir():
        raise FontError(f"{source}: no such folder; --from takes one that holds font files", "font.folder")
    wanted = missing()
    if not wanted:
        print(localized("every role has its face"))
        return
    for face in wanted:
        print(f"{face.role} {face.weight}: {face.file}, {face.bytes / 1e6:.1f} MB, {face.url}\n  {face.licence}")
    if not yes:
        require_consent(
            "Fetch them under these licences?", "nobody is here to accept the licences; read them above and say --yes"
        )
    place = folder or own_folder()
    for face in wanted:
        (path,) = publish([(place / face.file, _checked(face, _bytes_of(face, source)))])
        print(path)


def missing() -> tuple[FreeFace, ...]:
    """Give the free faces of roles and weights that have no file here."""
    there = {(face.role, face.weight) for face in book().faces}
    return tuple(face for face in free_faces() if (face.role, face.weight) not in there)


def free_faces() -> Iterator[FreeFace]:
    """Give every face that may be fetched."""
    table = tomllib.loads((data_folder("styles") / "free-fonts.toml").read_text("utf-8"))
    for row in table["face"]:
        url = table["address"] + row["file"]
        yield FreeFace(row["role"], row["weight"], row["file"], row["bytes"], row["sha256"], url, table["licence"])


def own_folder() -> Path:
    """Give the folder of fonts beside this program, or the user's own where that may not be written."""
    beside = Path(sys.prefix) / "share" / "exporter" / "fonts"
    nearest = next(folder for folder in (beside, *beside.parents) if folder.is_dir())
    if os.access(nearest, os.W_OK):
        return beside
    if sys.platform == "win32":
        return Path.home() / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"
    return Path.home() / ("Library/Fonts" if sys.platform == "darwin" else ".local/share/fonts")


def _bytes_of(face: FreeFace, source: Path | None) -> bytes:
    from exporter.pipeline import fetch

    return fetch(face.url if source is None else source / face.file)[1]


def _checked(face: FreeFace, data: bytes) -> bytes:
    if hashlib.sha256(data).hexdigest() != face.sha256:
        raise FontError(
            f"{face.file}: what came is another file than the one that is known; get it from {face.url}", "font.hash"
        )
    return data
