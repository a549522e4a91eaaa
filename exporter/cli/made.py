"""Remember what the commands of this user made, so that no file that somebody changed since is written over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from exporter.batch.edits import edited_aside
from exporter.batch.export import Artefact
from exporter.kept.folder import place_of, read, write
from exporter.model import Notice

MOST = 5_000
"""Files remembered, the latest."""


def aside(paths: Sequence[Path]) -> Mapping[Path, Notice]:
    """Keep aside what stands in the place of files to be made and was changed since it was made."""
    return edited_aside(paths, _known())


def remember(artefacts: Iterable[Artefact]) -> None:
    """Remember the hash of each file that was made."""
    file = place_of("made")
    if file is None:
        return
    known = _known()
    for one in artefacts:
        known.pop(str(one.path.absolute()), None)
        known[str(one.path.absolute())] = one.sha256
    write(file, dict(list(known.items())[-MOST:]))


def _known() -> dict[str, str]:
    file = place_of("made")
    found = read(file) if file else None
    return found if isinstance(found, dict) else {}
