"""Begin a process that is ours alone: a command, or the server of a batch."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from exporter.kept.folder import is_own, keep_in, user_folder
from exporter.kept.methods import Methods, remember_methods
from exporter.kept.patterns import Patterns, remember

YOUNG = 500_000
"""Objects made before garbage is looked for: more than a start makes, and looking through those is dear."""


_remembered: list[Patterns | Methods] = []
"""What this process, or the one that forked it, has compiled."""


def begin(environment: Mapping[str, str]) -> Callable[[], None]:
    """Remember what processes before this one worked out; call what is given when all is loaded, to add to that."""
    gc.set_threshold(YOUNG)
    folder = user_folder(environment)
    keep_in(folder)
    if folder and sys.dont_write_bytecode and is_own(folder):  # what lies there is run
        _keep_bytecode(folder / "bytecode")
    _remembered[:] = [one for one in (remember(), remember_methods()) if one]
    return _save


_alone: list[bool] = []


def be_alone() -> None:
    """Say that this process is a command and nothing else: no thread runs in it, and nobody else's objects are here."""
    _alone[:] = [True]


def is_alone() -> bool:
    """Tell whether this process is a command and nothing else."""
    return bool(_alone)


@contextmanager
def warming_up() -> Iterator[None]:
    """Load what every document needs, before the first: all that is worked out here is kept for other processes."""
    patterns = [one for one in _remembered if isinstance(one, Patterns)]
    for one in patterns:
        one.warming = True
    yield
    for one in patterns:
        one.warming = False
    _save()


def _save() -> None:
    for one in _remembered:
        one.gathered.save()


def _keep_bytecode(folder: Path) -> None:
    """Have Python keep what it compiles here, where it was told to leave nothing beside the sources.

    Compiling every module anew takes longer than a document.
    """
    sys.pycache_prefix = str(folder)
    sys.dont_write_bytecode = False
