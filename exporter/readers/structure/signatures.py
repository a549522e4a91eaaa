"""Put together what is broken over lines below the text: the name of who signs, above the date, and who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.readers.lines.joining import BROKEN, BROKEN_HEADING
from exporter.readers.lines.line import Line, join, join_all
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.paper_parts import back_part, is_body_name

_NAME = re.compile(r"[\u4e00-\u9fff（）()、]{4,40}")
_TAIL = re.compile(
    r"(?=.)(?:(?:工作|协调|领导|推进|指挥|联席|管理|监督|议事){0,3}(?:小组|委员会|指挥部|部|会议|中心))?(?:办公室|秘书处)?"
)
"""What no body is called by itself: the end of a longer name."""
_PLACE = re.compile(r"[省市县区州旗盟乡镇]|国家|国务院|中国|全国|中共")
_ENDED = re.compile(r"[。！？；：）:;]$")


def whole_names(text: str, lines: Sequence[Line]) -> list[Line]:
    """Give the lines, each name above a date as one."""
    done: list[Line] = []
    for at, line in enumerate(lines):
        dated = at + 1 < len(lines) and back_part(lines[at + 1].text) == "date"
        if dated and len(done) > 1 and _is_rest(done[-2].text, done[-1], line):
            line = join(text, done.pop(), line, BROKEN_HEADING)
        done.append(line)
    return done


def _is_rest(above: str, first: Line, rest: Line) -> bool:
    """Tell whether a line above a date ends the name that begins in the line before, below the end of the text."""
    if first.grid is not None or rest.grid is not None or not (_ENDED.search(above) or back_part(above)):
        return False
    if not _NAME.fullmatch(first.text) or number_of(first.text) or back_part(first.text):
        return False
    if not is_body_name(first.text + rest.text):
        return False
    placed = _PLACE.search(first.text) is not None and _PLACE.search(rest.text) is None
    return _TAIL.fullmatch(rest.text) is not None or (placed and not is_body_name(first.text))


COPIES = 4
"""Most lines of who else gets a paper, behind one label."""


def whole_copies(text: str, lines: Sequence[Line]) -> list[Line]:
    """Join the lines of who else gets a paper: between their label and who printed it stands nothing else."""
    done: list[Line] = []
    at = 0
    while at < len(lines):
        stop = _copies_end(lines, at)
        done.append(join_all(text, lines[at:stop], BROKEN))
        at = stop
    return done


def _copies_end(lines: Sequence[Line], at: int) -> int:
    if lines[at].grid is not None or back_part(lines[at].text) != "copied_to":
        return at + 1
    for stop in range(at + 1, min(len(lines), at + 1 + COPIES)):
        part = back_part(lines[stop].text) if lines[stop].grid is None else None
        if part in ("issued", "copied_to"):
            return stop
        if part or lines[stop].grid is not None or not lines[stop].text.endswith(("，", "、", "；", "。")):
            break
    return at + 1
