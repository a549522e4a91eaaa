"""Find what a press needs: the colours of coated paper, made by set-up from their published measurements."""

from __future__ import annotations

from pathlib import Path

from tests.support.tools import CHECKOUT, missing


def fogra39() -> Path:
    """The ICC profile FOGRA39 (coated), CMYK."""
    profile = CHECKOUT / "build" / "fogra39.icc"
    return profile if profile.is_file() else Path(missing("build/fogra39.icc"))
