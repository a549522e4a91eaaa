"""Cut a long sentence at its joints for a translator that reads a little at a time, and join what it says of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

JOINTS = ("；", "，", "：", "、")
"""Where a sentence may be cut, the best place first."""
_MARKS = {"；": ";", "，": ",", "：": ":", "、": ","}
_ENDS = "，；：、。,;:."
_LITTLE = re.compile(
    r"(?:The|We|It|In|And|A|An|To|By|With|For|This|That|These|Those|Of|On|At|From|Its|Their|Our|All|There)\b(?!')"
)
"""Words that a model begins with a capital only because it takes a clause for a sentence."""


def cut(zh: str, longest: int) -> tuple[str, ...]:
    """Cut a sentence into as few pieces of at most `longest` characters as its joints allow; they make it up again.

    A piece without a joint stays longer.
    """
    for joint in JOINTS if len(zh) > longest else ():
        parts = [part for part in re.split(f"(?<={joint})", zh) if part]
        if len(parts) > 1:
            return tuple(piece for held in _filled(parts, longest) for piece in cut(held, longest))
    return (zh,)


def _filled(parts: Sequence[str], longest: int) -> list[str]:
    """Join neighbors for as long as they fit."""
    pieces = [parts[0]]
    for part in parts[1:]:
        if len(pieces[-1]) + len(part) <= longest:
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces


def joined(pieces: Sequence[str], english: Sequence[str]) -> str:
    """Join the English of pieces: each ends with the mark of its Chinese, the last as it is."""
    said = [text.strip() for text in english]
    for at in range(len(said) - 1):
        said[at] = said[at].rstrip(_ENDS + " ") + _MARKS.get(pieces[at][-1], ",")
        said[at + 1] = _lowered(said[at + 1])
    return " ".join(said)


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:] if _LITTLE.match(text) else text
