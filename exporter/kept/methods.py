"""Compile the methods of no dataclass and no named tuple twice: what Python made of each is kept for the next process.

Python writes the source of every `__init__` and its like, and has it compiled at each start, which takes a
twentieth of a second for all of ours. What is kept is code, believed like the compiled modules of this user.
"""

from __future__ import annotations

import collections
import dataclasses
import marshal
from types import CodeType
from typing import Any, Literal

from exporter.kept.folder import is_keeping
from exporter.kept.gathered import Gathered


class Methods:
    """The methods of this process."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered

    def run(self, source: str, *names: Any) -> None:
        """Do what `exec` does with the source of a method."""
        exec(self._code(source, "exec"), *names)  # noqa: S102 - source that `dataclasses` wrote

    def value(self, source: str, *names: Any) -> Any:
        """Do what `eval` does with the source of a method."""
        return eval(self._code(source, "eval"), *names)  # noqa: S307 - source that `collections` wrote

    def _code(self, source: str, mode: Literal["exec", "eval"]) -> CodeType:
        kept = self.gathered.find(source)
        if kept is not None:
            found: CodeType = marshal.loads(kept)  # noqa: S302
            return found
        code = compile(source, "<string>", mode, dont_inherit=True)
        self.gathered.add(source, marshal.dumps(code))
        return code


def remember_methods() -> Methods | None:
    """Have this process compile what is not kept alone; None where nothing is kept."""
    if not is_keeping():
        return None
    methods = Methods(Gathered("dataclass-methods"))
    vars(dataclasses)["exec"] = methods.run  # these modules ask for them by name
    vars(collections)["eval"] = methods.value
    return methods
