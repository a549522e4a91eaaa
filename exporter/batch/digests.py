"""Hash what stands in the place of a file, where that is a file."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest_of(path: Path) -> str | None:
    """Hash a file; None for what is none, as a pipe that nobody writes into, or cannot be read."""
    try:
        if not path.is_file():  # asked first: to open a pipe is to wait for it
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
