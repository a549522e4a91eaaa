"""Say what is wrong with a rendering."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a rendering: a stable code, and what was found and expected."""

    code: str
    message: str
    zh: str = ""
    """The figure or word of the Chinese that it is about."""
    en: str = ""
