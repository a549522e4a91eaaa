"""Have a person accept a licence before anything under it is fetched."""

from __future__ import annotations

import sys

import typer

from exporter.cli.language import localized
from exporter.cli.say import UsageError


def require_consent(question: str, unasked: str) -> None:
    """Ask for a yes and leave without one; raises UsageError with `unasked` where nobody is there to ask."""
    if not sys.stdin.isatty():
        raise UsageError("usage", unasked)
    if not typer.confirm(localized(question)):
        raise typer.Abort
