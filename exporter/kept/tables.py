"""Read tables in TOML, each once for all processes: its parser takes as long as a page takes to be drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exporter.kept.folder import kept


def toml(file: Path) -> dict[str, Any]:
    """Read a file of TOML. Raises OSError, or ValueError for what is none."""
    said = file.read_bytes()
    found: dict[str, Any] = kept(f"toml-{file.parent.name}-{file.stem}", said, lambda: _parsed(said))
    return found


def _parsed(said: bytes) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(said.decode())
