"""Compile no regular expression twice: what Python made of each is kept for the next process.

`re` turns a pattern into numbers, which takes a third of a second for all of ours, and hands them to its engine,
which checks it. The numbers are kept. This knows the insides of `re` as Python 3.11 to 3.14 have them: what does not
look like that is left alone.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeAlias

from exporter.kept.folder import is_keeping
from exporter.kept.gathered import Gathered

_Kept: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, numbers (four bytes each), count of groups, their places by name, their names by place."""


_DEBUG = int(re.DEBUG)


class Patterns:
    """The patterns of this process."""

    def __init__(self, gathered: Gathered, compiler: Any) -> None:
        self.gathered = gathered
        self._compiler = compiler
        self._usual: Callable[[Any, int], re.Pattern[Any]] = compiler.compile
        self.warming = False
        """No document is being read: every pattern is the program's own."""

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Compile as `re` does."""
        key = (pattern, int(flags))
        if not isinstance(pattern, str | bytes) or key[1] & _DEBUG:
            return self._usual(pattern, flags)
        found = self.gathered.find(key)
        if found is None:
            found = self._numbers(pattern, int(flags))
            if self.warming or _is_of_the_program(pattern, sys._getframe(1)):
                self.gathered.add(key, found)
        flagged, code, *rest = found
        made: re.Pattern[Any] = self._compiler._sre.compile(pattern, flagged, array("I", code).tolist(), *rest)
        return made

    def _numbers(self, pattern: Any, flags: int) -> _Kept:
        """Do what `re._compiler.compile` does, up to its last step."""
        parsed = self._compiler._parser.parse(pattern, flags)
        code = array("I", map(int, self._compiler._code(parsed, flags))).tobytes()
        groups = parsed.state.groupdict
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in groups.items():
            names[number] = name
        return int(flags | parsed.state.flags), code, parsed.state.groups - 1, dict(groups), tuple(names)


def _is_of_the_program(pattern: str | bytes, frame: FrameType | None) -> bool:
    """Tell whether a pattern is the program's own; one that a function made of its arguments may be a document's."""
    while frame is not None and (frame.f_code.co_filename == re.__file__ or _WITHIN.match(frame.f_code.co_name)):
        frame = frame.f_back
    if frame is None:
        return False
    code = frame.f_code
    return code.co_name == "<module>" or not code.co_argcount or pattern in code.co_consts


_WITHIN = re.compile("<(?!module)")
"""Names of code that is part of what stands around it: a comprehension, an expression."""


def remember() -> Patterns | None:
    """Have this process compile what is not kept alone; None where nothing is kept, or `re` is another than we know."""
    compiler = getattr(re, "_compiler", None)
    if not is_keeping() or compiler is None:
        return None
    patterns = Patterns(Gathered("codes"), compiler)
    if not _works(patterns):
        return None
    compiler.compile = patterns.compile
    return patterns


def _works(patterns: Patterns) -> bool:
    try:
        found = patterns.compile("(?P<first>[a-c])b", int(re.IGNORECASE)).fullmatch("aB")
    except Exception:  # whatever another Python makes of it
        return False
    return found is not None and found["first"] == "a"
