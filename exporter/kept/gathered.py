"""Gather what a process compiles, small things by the hundred in one file, for the next process."""

from __future__ import annotations

from typing import Any

from exporter.kept.folder import place_of, read, write

MOST = 3_000
"""Things beyond which those of other versions are let go."""
FEW = 25
"""Things for which no file is read or written: a command that only says something compiles no more."""


class Gathered:
    """What was compiled, by what it was compiled of: by processes before, and by this one."""

    def __init__(self, name: str, known: dict[Any, Any] | None = None) -> None:
        """`name` is that of the file; it is read once more than a few things are asked for."""
        self._name = name
        self._known = known or {}
        self.new: dict[Any, Any] = {}
        self._asked = 0

    def find(self, key: Any) -> Any:
        """Give what was compiled of something; None: nothing yet."""
        self._asked += 1
        if self._asked == FEW:
            self._read()
        return self._known.get(key)

    def add(self, key: Any, compiled: Any) -> None:
        """Take what was compiled here, for this process and the next."""
        self.new[key] = self._known[key] = compiled

    def _read(self) -> None:
        file = place_of(self._name)
        found = read(file) if file else None
        if isinstance(found, dict):
            self.new = {key: compiled for key, compiled in self.new.items() if key not in found}
            self._known.update(found)

    def save(self) -> None:
        """Keep what is new, where it is much."""
        file = place_of(self._name)
        if file is not None and len(self.new) >= FEW:
            write(file, self._known if len(self._known) <= MOST else self.new)
            self.new.clear()
