"""Begin a process that is ours alone: a command, or the server of a batch."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from exporter.kept.folder import is_own, keep_in, user_folder
from exporter.kept.patterns import remember

YOUNG = 100_000
"""Objects made before garbage is looked for: a document makes hardly any, and looking takes a tenth of its time."""


def begin(environment: Mapping[str, str]) -> Callable[[], None]:
    """Remember what processes before this one worked out; call what is given when all is loaded, to add to that."""
    gc.set_threshold(YOUNG)
    folder = user_folder(environment)
    keep_in(folder)
    if folder and sys.dont_write_bytecode and is_own(folder):  # what lies there is run
        _keep_bytecode(folder / "bytecode")
    patterns = remember()
    return patterns.save if patterns else lambda: None


def _keep_bytecode(folder: Path) -> None:
    """Have Python keep what it compiles here, where it was told to leave nothing beside the sources.

    Compiling every module anew takes longer than a document.
    """
    sys.pycache_prefix = str(folder)
    sys.dont_write_bytecode = False
