"""Begin a process that is ours alone: a command, or the server of a batch."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping

from exporter.kept.folder import keep_in, user_folder
from exporter.kept.patterns import remember

YOUNG = 100_000
"""Objects made before garbage is looked for: a document makes hardly any, and looking takes a tenth of its time."""


def begin(environment: Mapping[str, str]) -> Callable[[], None]:
    """Remember what processes before this one worked out; call what is given when all is loaded, to add to that."""
    gc.set_threshold(YOUNG)
    keep_in(user_folder(environment))
    patterns = remember()
    return patterns.save if patterns else lambda: None
