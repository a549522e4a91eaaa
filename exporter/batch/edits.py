"""Keep what somebody wrote into a file of an earlier run, before the file is made anew."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from exporter.batch.digests import digest_of
from exporter.batch.jobs import Outcome
from exporter.errors import unwritable
from exporter.model import Notice


def kept_aside(last: Outcome) -> tuple[Notice, ...]:
    """Keep each file of an outcome that was changed since, beside it under a name of its own, and say so.

    Raises RenderError `output.write` where it cannot be kept; then the file must not be made anew.
    """
    found = []
    for made in last.artefacts:
        path = Path(made.path)
        digest = digest_of(path)
        if digest is not None and digest != made.sha256:
            aside = path.with_name(f"{path.stem}.edited-{digest[:8]}{path.suffix}")
            _keep(path, aside)
            told = f"{path}: was changed since it was made; that stands in {aside.name} now, and the file is made anew"
            found.append(Notice("output.edited", told))
    return tuple(found)


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
