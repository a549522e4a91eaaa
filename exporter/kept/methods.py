"""Compile the methods of no dataclass twice: what Python made of each is kept for the next process.

`dataclasses` writes the source of every `__init__` and its like, and has it compiled at each start, which takes a
twentieth of a second for all of ours. What is kept is code, believed like the compiled modules of this user.
"""

from __future__ import annotations

import dataclasses
import marshal
from types import CodeType
from typing import Any

from exporter.kept.folder import place_of, read, write
from exporter.kept.patterns import MOST, WORTH_WRITING

_NAME = "dataclass-methods"


class Methods:
    """The methods of this process: known from others before, or compiled here."""

    def __init__(self, known: dict[str, bytes]) -> None:
        self._known = known
        self._new: dict[str, bytes] = {}

    def run(self, source: str, *names: Any) -> None:
        """Do what `exec` does with the source of a method."""
        kept = self._known.get(source)
        code: CodeType = marshal.loads(kept) if kept else compile(source, "<string>", "exec", dont_inherit=True)  # noqa: S302
        if kept is None:
            self._new[source] = self._known[source] = marshal.dumps(code)
        exec(code, *names)  # noqa: S102 - source that `dataclasses` wrote

    def save(self) -> None:
        """Keep what is new, where it is much."""
        file = place_of(_NAME)
        if file is not None and len(self._new) >= WORTH_WRITING:
            write(file, self._known if len(self._known) <= MOST else self._new)
            self._new.clear()


def remember_methods() -> Methods | None:
    """Have this process compile what is not kept alone; None where nothing is kept."""
    file = place_of(_NAME)
    if file is None:
        return None
    found = read(file)
    methods = Methods(found if isinstance(found, dict) else {})
    vars(dataclasses)["exec"] = methods.run  # that module asks for it by name
    return methods
