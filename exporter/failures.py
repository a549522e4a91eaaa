"""Turn what a part raises into an error of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exporter.errors import ExporterError


def guarded(part: Callable[..., Any], kind: type[ExporterError], what: str) -> Callable[..., Any]:
    """Let our own errors through, and give anything else that an engine raises a type and a name."""

    def call(*given: Any) -> Any:
        try:
            return part(*given)
        except ExporterError:
            raise
        except MemoryError:
            raise kind(f"{what} (out of memory); split the document", "limit.memory") from None
        except Exception as error:
            raise kind(f"{what} ({type(error).__name__}: {error}); please report the document") from error

    return call
