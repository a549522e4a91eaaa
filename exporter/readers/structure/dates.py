"""Read days: 2025年3月6日, 二〇二五年三月六日, 2025-03-06; and which of them is the page's, and which the speech's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from exporter.model import DocType
from exporter.readers.lines.numbering import han_value
from exporter.readers.lines.paper_parts import ONLY_DATE
from exporter.readers.lines.recognisers import DATE

_WIRED = re.compile(
    r"^(?P<agency>新华社|中新社|新华网|人民网|央广网|中国政府网)[\u4e00-\u9fff]{0,8}(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?[电讯]$"
)
"""A dateline in a line of its own: 新华社北京1月6日电."""

SOON = timedelta(days=45)
"""How long after a session a page tells of it."""
_OPENED = r"[^。；]{0,80}(?:会议|大会)[^。；]{0,80}(?:作(?:了)?《?(?:政府)?工作报告|开幕|召开|举行)"
_TOLD = re.compile(rf"(?<!年)(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日{_OPENED}")
_TOLD_WHOLE = re.compile(rf"(?:^|[。，）)\s讯])(?:{DATE.pattern}){_OPENED}")
"""A day on which a session was held: 1月9日上午，…会议开幕."""
_HELD_AT = re.compile(rf"^[（(—\s]*(?:{DATE.pattern})[^，。；]{{0,30}}在[^，。；]{{4,60}}(?:会议|大会)")
"""A day and a session of a line of its own: 2025年1月6日…在…会议的报告."""
SAID_AT = re.compile(r"(?:会议|大会|全会|會議|座谈会|动员会|工作会|培训班|论坛|仪式)(?:闭幕会|开幕会)?上")
"""Where a speech was given: 在…会议上."""
GIVEN = re.compile(r"作(?:了)?《?(?:政府)?工作报告")
"""How a story says that a report was given."""


def iso_date(text: str) -> str | None:
    """Give the first day named in a text as ISO 8601, or None."""
    for found in DATE.finditer(text):
        if found["year"]:
            year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        else:
            year, month, day = (han_value(found[name]) for name in ("hyear", "hmonth", "hday"))
        if 1900 <= year <= 2100 and (said := _day(year, month, day)):
            return said.isoformat()
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of(opening: Sequence[str], labels: Mapping[str, str], behind: Sequence[str] = ()) -> str | None:
    """Give the day of the page, in its head or alone `behind` the text, or that of the speech, in this order."""
    page = [text for text in opening if not text.startswith("——") and not SAID_AT.search(text)]
    for text in (labels.get("date", ""), *page, *behind, *opening):
        if found := iso_date(text):
            return found
    return None


def day_spoken(said: Sequence[str], doc_type: DocType) -> str | None:
    """Give the day that stands with the session, or alone below the title of a report or a speech."""
    for text in said:
        if (SAID_AT.search(text) or _HELD_AT.search(text)) and len(text) < 120 and (found := iso_date(text)):
            return found
    if doc_type in ("work_report", "speech", "budget", "plan"):
        alone = [text for text in said if ONLY_DATE.match(text) and "日" in text]
        return next(map(iso_date, sorted(alone, key=_stands_bare)), None)
    return None


def day_wired(texts: Sequence[str], labels: Mapping[str, str], spoken: str | None) -> str | None:
    """Give the day on which an agency sent out a speech, of the speech's year and not before it."""
    if spoken is None or "date" in labels:
        return None
    found = _wired(texts)
    sent = _day(int(spoken[:4]), int(found["month"]), int(found["day"])) if found else None
    return sent.isoformat() if sent and sent.isoformat() >= spoken else None


def day_told(first: Sequence[str], page: str | None) -> str | None:
    """Give the day on which the report was given as a news story tells it.

    Where it says no year, the year is that of the page, if the page is of soon after.
    """
    if whole := next((match for text in first if (match := _TOLD_WHOLE.search(text[:200]))), None):
        return iso_date(whole[0])
    printed = date.fromisoformat(page) if page else None
    found = next((match for text in first if (match := _TOLD.search(text[:200]))), None)
    told = _day(printed.year, int(found["month"]), int(found["day"])) if found and printed else None
    return told.isoformat() if printed and told and timedelta(0) <= printed - told <= SOON else None


def tells(first: Sequence[str]) -> bool:
    """Tell whether the first paragraphs tell of a report that was given."""
    return any(GIVEN.search(text) for text in first)


def agency_of(texts: Sequence[str]) -> str | None:
    """Give the agency that a line names which is nothing but its dateline."""
    found = _wired(texts)
    return found["agency"] if found else None


def _wired(texts: Sequence[str]) -> re.Match[str] | None:
    return next((match for text in texts if (match := _WIRED.match(text))), None)


def _stands_bare(day: str) -> bool:
    """A day in brackets is the speech's own; a page prints its day without."""
    return day[0] not in "（("
