"""Keep what somebody wrote into a file of an earlier run, before the file is made anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from exporter.batch.digests import digest_of
from exporter.batch.jobs import Outcome
from exporter.errors import unwritable
from exporter.model import Notice


def kept_aside(last: Outcome) -> tuple[Notice, ...]:
    """Keep each file of an outcome that was changed since, beside it under a name of its own, and say so.

    Raises RenderError `output.write` where it cannot be kept; then the file must not be made anew.
    """
    return tuple(notice for made in last.artefacts if (notice := _aside(Path(made.path), made.sha256)))


def edited_aside(paths: Iterable[Path], known: Mapping[str, str]) -> dict[Path, Notice]:
    """Keep aside each file that stands in the place of one to be made and was changed since it was made.

    `known` are the hashes of what was made, by the path from the root; of a file that is not among them only a Word
    file tells that another program saved it. Raises RenderError `output.write` where it cannot be kept.
    """
    found = {}
    for path in paths:
        made = known.get(str(path.absolute()))
        if made is None and not _saved_by_another(path):
            continue
        notice = _aside(path, made or "")
        if notice is not None:
            found[path] = notice
    return found


def _aside(path: Path, made: str) -> Notice | None:
    digest = digest_of(path)
    if digest is None or digest == made:
        return None
    aside = path.with_name(f"{path.stem}.edited-{digest[:8]}{path.suffix}")
    _keep(path, aside)
    told = f"{path}: was changed since it was made; that stands in {aside.name} now, and the file is made anew"
    return Notice("output.edited", told)


OURS = b"<Application>exporter</Application>"
"""What a Word file says of the program that saved it."""


def _saved_by_another(path: Path) -> bool:
    """Tell whether another program saved a Word file."""
    if path.suffix.lower() != ".docx" or not path.is_file():
        return False
    import zipfile

    try:
        with zipfile.ZipFile(path) as package:
            return OURS not in package.read("docProps/app.xml")
    except (OSError, KeyError, zipfile.BadZipFile, ValueError):
        return False


def _keep(path: Path, aside: Path) -> None:
    """Give the file a second name, or copy it where the disk knows no second names."""
    if aside.exists():
        return
    try:
        try:
            os.link(path, aside)
        except OSError:
            shutil.copy2(path, aside)
    except OSError as error:
        raise unwritable(aside, error) from None
