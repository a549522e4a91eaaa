"""Keep characters that no file format may hold out of the model."""

from __future__ import annotations

import re

_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Illegal in XML 1.0, C1 controls, surrogates, non-characters, and bidi overrides and isolates."""


def illegal(text: str) -> frozenset[str]:
    """Give the characters of a text that no file format may hold."""
    return frozenset(_ILLEGAL.findall(text))


def clean(text: str) -> str:
    """Give the text with surrogates as U+FFFD and every other illegal character left out."""
    return _ILLEGAL.sub(lambda found: "\ufffd" if "\ud800" <= found[0] <= "\udfff" else "", text)
