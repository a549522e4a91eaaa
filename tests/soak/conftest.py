"""Keep what takes minutes for `make soak`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.conftest import jobs_for

__all__ = ["jobs_for"]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave this folder out but under the hypothesis profile of the same name."""
    return None if config.getoption("hypothesis_profile", None) == "soak" else True
