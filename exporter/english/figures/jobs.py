"""Read jobs by what they came about through: 创业带动就业."""

from __future__ import annotations

import re
from collections.abc import Callable

from exporter.english.figures.measurand import Measurand


def jobs_through(text: str, noun: Callable[[str], Measurand | None]) -> Measurand | None:
    """Read 创业带动就业 as jobs and through what they came about."""
    found = _CREATING.fullmatch(text)
    by = noun(found["by"]) if found is not None else None
    if by is None or by.done or by.doubtful:
        return None
    return Measurand("jobs", f"created through {by.full}", dropped=by.dropped)


_CREATING = re.compile(
    r"(?:实现)?(?P<by>[\u4e00-\u9fff]{2,16}?)(?:累计)?(?:带动|吸纳)(?:城乡|农民|群众)?(?:就业|就业人数)"
)
