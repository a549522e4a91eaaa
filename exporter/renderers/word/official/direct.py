"""Say how one paragraph differs from its style, by its part in an official paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Direct:
    """How one paragraph differs from its style, by its part in the document."""

    style: str = ""
    """Another style than that of its role, or empty."""
    properties: str = ""
    """Children of `w:pPr` from `w:framePr` on, in the order of the schema."""
    letters: str = ""
    """Children of `w:rPr` for its text, which then is one run."""
    keep: bool = False
    """Stays on the page of what follows."""
    free: bool = False
    """Need not stay there, whatever its style says."""
    new_page: bool = False
    """Begins on a page of its own."""
    above: int = 0
    """Lines of the type area that are taken above it."""
    line: float = 0.0
    """pt from line to line, where its properties have another distance than the style."""


PLAIN = Direct()
