"""Look at what was typed: an option that took the next one for its value, a file that is named like an option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from exporter.cli.say import UsageError


def require_values(arguments: Sequence[str], commands: Iterable[tuple[tuple[str, ...], Any]]) -> None:
    """Refuse an option whose value would be the option that follows it. Raises UsageError.

    `commands` gives every command by the words that call it.
    """
    words = [one for one in arguments if not one.startswith("-")]
    called = [(path, command) for path, command in commands if tuple(words[: len(path)]) == path]
    if not called:
        return
    takes = dict(_options(max(called, key=lambda one: len(one[0]))[1]))
    end = arguments.index("--") if "--" in arguments else len(arguments)
    for one, following in pairwise(arguments[:end]):
        if takes.get(one) and following in takes and following.startswith("--"):
            raise UsageError(
                "usage", f"{one} takes a value, and {following} is an option; to mean it: {one}={following}"
            )


def _options(command: Any) -> Iterator[tuple[str, bool]]:
    """Give each name of an option, and whether it takes a value."""
    for param in command.params:
        if param.param_type_name == "option":
            for name in (*param.opts, *param.secondary_opts):
                yield str(name), not (param.is_flag or param.count)


def file_like_option(arguments: Iterable[str]) -> str | None:
    """Give the first file that was typed with a name that begins like an option."""
    return next((one for one in arguments if one.startswith("-") and one != "-" and _is_there(one)), None)


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False
