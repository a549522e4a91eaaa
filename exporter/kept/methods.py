"""Compile the methods of no dataclass twice: what Python made of each is kept for the next process.

`dataclasses` writes the source of every `__init__` and its like, and has it compiled at each start, which takes a
twentieth of a second for all of ours. What is kept is code, believed like the compiled modules of this user.
"""

from __future__ import annotations

import dataclasses
import marshal
from types import CodeType
from typing import Any

from exporter.kept.folder import is_keeping
from exporter.kept.gathered import Gathered


class Methods:
    """The methods of this process."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered

    def run(self, source: str, *names: Any) -> None:
        """Do what `exec` does with the source of a method."""
        kept = self.gathered.find(source)
        code: CodeType = marshal.loads(kept) if kept else compile(source, "<string>", "exec", dont_inherit=True)  # noqa: S302
        if kept is None:
            self.gathered.add(source, marshal.dumps(code))
        exec(code, *names)  # noqa: S102 - source that `dataclasses` wrote


def remember_methods() -> Methods | None:
    """Have this process compile what is not kept alone; None where nothing is kept."""
    if not is_keeping():
        return None
    methods = Methods(Gathered("dataclass-methods"))
    vars(dataclasses)["exec"] = methods.run  # that module asks for it by name
    return methods
