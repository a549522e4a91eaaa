"""Tell half-width commas that stand in Chinese from those of numbers, and the blanks that go with them."""

from __future__ import annotations

import re

from exporter.readers.lines.paired_marks import HAN

GAP = r"[ \xa0\u2002-\u200a\u202f]"
_HAN = re.compile(f"[{HAN}]")
_THREE = re.compile("[0-9０-９] ?[0-9０-９] ?[0-9０-９](?![0-9０-９])")


def past_gap(text: str, place: int) -> int:
    """Give the place behind a comma, and behind blanks that part it from Chinese."""
    gap = _BEHIND_COMMA.match(text, place + 1)
    return gap.end() if gap else place + 1


_BEHIND_COMMA = re.compile(rf"(?<=[{HAN}”》）)],){GAP}{{1,2}}(?=[{HAN}“《（0-9])")


def is_comma(text: str, place: int) -> bool:
    """Tell whether a half-width comma stands in Chinese and is none of a number such as 1,300."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if "\u4e00" <= before <= "\u9fff":
        return True
    if before.isdecimal():
        return not _THREE.match(text, place + 1) and in_chinese(text, place)
    if before.isalpha() and before.isascii():
        return after > "\u2e7f"
    return bool(before) and (before > "\u2010" or before in '%)]"‰℃') and in_chinese(text, place)


def in_chinese(text: str, index: int) -> bool:
    """Tell whether a mark stands in Chinese: Han among the eight characters on either side."""
    return _HAN.search(text, max(0, index - 8), index + 9) is not None
