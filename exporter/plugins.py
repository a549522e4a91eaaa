"""Load what other packages offer by entry points; one that is broken is named and concerns no other."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from exporter.errors import PartError
from exporter.kept import is_keeping, kept

Part = TypeVar("Part")


def whole(group: str, kind: type[Part]) -> Iterator[Part]:
    """Give what other packages offer; one part that is broken is told once and passed by: it concerns no other."""
    for _, point in sorted(points(group).items()):
        try:
            yield loaded(point, kind)
        except PartError as error:
            _tell(error.message)


@cache
def _tell(message: str) -> None:
    logging.getLogger("exporter").warning("%s", message)


def loaded(point: Any, kind: type[Part]) -> Part:
    """Load what another package offers. Raises PartError `part.invalid`, which names it."""
    try:
        found = point.load()
    except Exception as error:  # a stranger's module may raise anything
        raise PartError(
            f"the entry point {point.name!r} of {_package_of(point)} cannot be loaded "
            f"({type(error).__name__}: {error}); mend or uninstall it",
            "part.invalid",
        ) from None
    if not isinstance(found, kind):
        said = f"the entry point {point.name!r} of {_package_of(point)} is no {kind.__name__}; it must give one"
        raise PartError(said, "part.invalid")
    return found


def _package_of(point: Any) -> str:
    return f"the package {point.dist.name}" if getattr(point, "dist", None) else "another package"


@cache
def points(group: str) -> dict[str, Any]:
    """Give the entry points of a group by their names."""
    if is_keeping() and group not in _offered():
        return {}
    from importlib.metadata import entry_points  # 20 ms at import, for what most runs never ask

    return {point.name: point for point in entry_points(group=group)}


@cache
def _offered() -> tuple[str, ...]:
    """Name the groups in which any package offers us something."""
    found: tuple[str, ...] = kept("entry-points", _offers(), _groups)
    return found


def _groups() -> tuple[str, ...]:
    from importlib.metadata import entry_points

    return tuple(sorted(group for group in entry_points().groups if group.startswith("exporter.")))


def _offers() -> bytes:
    """Tell which packages there are that offer anything: place, size and time of their tables."""
    told: list[tuple[str, tuple[int, int]]] = []
    for folder in sys.path:
        with contextlib.suppress(OSError):
            told += [
                (one.path, _state(f"{one.path}/entry_points.txt")) for one in os.scandir(folder or ".") if _tells(one)
            ]
    return repr(sorted(told)).encode(errors="surrogateescape")


def _tells(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith((".dist-info", ".egg-info", ".egg"))


def _state(file: str) -> tuple[int, int]:
    with contextlib.suppress(OSError):
        state = Path(file).stat()
        return state.st_size, state.st_mtime_ns
    return 0, 0
