"""Say what each line of a source is: head, record, text, or the page's, with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.elements import PAPER
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import (
    ONLY_DATE,
    back_part,
    front_part,
    is_body_name,
    is_own_mark,
    tells_of_meeting,
)
from exporter.readers.lines.recognisers import (
    BODY,
    CAPTION,
    CREDIT,
    DATE,
    DATELINE,
    SPEAKER,
    SUBTITLE,
    SUMMARY,
    TITLE_END,
    LineClass,
)
from exporter.readers.structure.furniture import is_label
from exporter.readers.structure.judged import CLOCK, HAN, JUNK, Judged, is_day_of_minutes
from exporter.readers.structure.title import title_lines


def classes_of(here: Judged, title: int | None, start: int, end: int) -> list[LineClass]:
    """Give what each line is, when the title stands at `title` and the text from `start` to `end`."""
    titled = title_lines(here, title)
    named = end - 1 if here.page and start < end and CREDIT.match(here.text(end - 1)) else -1
    settled: list[LineClass] = []
    captions: list[str] = []
    for index, lot in enumerate(here.lots):
        if index < start and index in titled:
            lot = LineClass("metadata", "title")
        elif lot is None:
            if index < start:
                lot = _head_lot(here, index, titled)
            elif index == named:
                lot = LineClass("metadata", "publisher")
            elif index < end and _repeats_one(captions, here.text(index)):
                lot = LineClass("furniture", "caption")
            else:
                lot = BODY if index < end else _tail_lot(here, index, end, settled[-1] if settled else BODY)
        settled.append(lot)
        if lot.reason == "caption":
            captions.append(here.text(index))
    return settled


_LONG_CAPTION = 16
"""Characters from which on the same words twice are those of two pictures."""


def _repeats_one(captions: Sequence[str], text: str) -> bool:
    """Tell whether a line says of a second picture what was said of one above it, who took it left out."""
    return len(text) >= _LONG_CAPTION and any(one.startswith(text) for one in captions)


def _head_lot(here: Judged, index: int, titled: range) -> LineClass:
    text = here.text(index)
    if is_label(text) and not _of_meeting(here, index):
        opens = here.page and SUMMARY.fullmatch(text)
        return LineClass("furniture", "summary") if opens else LineClass("metadata", "record")
    if _is_front(here, index) or _is_mark(here, index, titled):
        return LineClass("metadata", "head")
    if not here.page:
        of_page = CLOCK.search(text) and page_words().label.search(text)
        return LineClass("metadata", "date" if of_page else "head")
    if SUMMARY.match(text) or re.search(r"(?:\.{3,}|…)$", text):
        return LineClass("furniture", "summary")
    inside = bool(titled) and index >= titled.stop
    if titled and titled.start - 4 <= index < titled.start and _is_kicker(text, here.text(index + 1)):
        return LineClass("furniture", "page title") if TITLE_END.search(text) else LineClass("metadata", "head")
    if DATE.search(text) and len(text) < 60 and not SUBTITLE.search(text):
        printed = inside and "日" in text and not CLOCK.search(text)
        return LineClass("metadata", "head" if printed else "date")
    if DATELINE.match(text):
        return LineClass("metadata", "dateline") if inside else LineClass("furniture", "dateline")
    if CAPTION.search(text):
        return LineClass("furniture", "caption")
    if JUNK.match(text):
        return LineClass("furniture", "page tools")
    return LineClass("metadata", "head") if inside else _above_title(here, index, titled)


def _above_title(here: Judged, index: int, titled: range) -> LineClass:
    """Judge a line of a page above the title: it repeats the title, stands in a menu, or is kept."""
    text = re.sub(r"\s", "", here.text(index))
    title = re.sub(r"\s", "", "".join(here.text(one) for one in titled))
    if len(text) >= 4 and title and (text in title or title in text):
        return LineClass("furniture", "page title")
    if SUBTITLE.search(text) or SPEAKER.match(text) or not titled:
        return LineClass("metadata", "head")
    near = (one for one in range(max(0, index - 3), min(len(here.lots), index + 4)) if one != index)
    return (
        LineClass("furniture", "navigation")
        if any(_is_of_page(here, one) for one in near)
        else LineClass("metadata", "head")
    )


def _is_mark(here: Judged, index: int, titled: range) -> bool:
    """Tell whether a line above the title is of a mark: right below it stand more names, 文件 or the number.

    Minutes without a number have only their title, which begins with 关于, below their mark.
    """
    own = is_own_mark(here.text(index))
    if not (own or is_body_name(here.text(index))):
        return False
    for below in range(index + 1, titled.start):
        text = here.text(below)
        if front_part(text):
            return True
        if not (is_body_name(text) or text.endswith(PAPER) or is_own_mark(text)):
            return False
        own = is_own_mark(text)
    return own and index < titled.start and here.text(titled.start).startswith("关于")


def _is_of_page(here: Judged, index: int) -> bool:
    lot = here.lots[index]
    return (lot is not None and lot.kind == "furniture") or JUNK.match(here.text(index)) is not None


def _of_meeting(here: Judged, index: int) -> bool:
    """Tell a line of when, where and who of a meeting: another one stands beside it."""
    beside = (here.text(index - 1), here.text(index + 1))
    return tells_of_meeting(here.text(index)) and any(map(tells_of_meeting, beside))


def _is_front(here: Judged, index: int) -> bool:
    """Tell a part of the head by its form: copy number, secrecy, number …, and the day in the line of minutes."""
    text = here.text(index)
    stray = re.fullmatch(r"\d{3,6}", text) is not None and not _has_fronts(here, index)
    return (front_part(text) is not None and not stray) or is_day_of_minutes(here, index)


def _has_fronts(here: Judged, index: int) -> bool:
    return any(front_part(here.text(one)) for one in range(index + 1, index + 6))


def _is_kicker(text: str, below: str) -> bool:
    """Tell whether a line above the title of a news story is a part of its headline."""
    plain = 8 <= len(text) <= 40 and not re.search(r"[|>＞»：:/\\]|首页|网", text) and len(below) >= 8
    others = (DATE, DATELINE, CAPTION, SPEAKER)
    return plain and text != below and len(HAN.findall(text)) >= 8 and not any(one.search(text) for one in others)


def _tail_lot(here: Judged, index: int, end: int, above: LineClass) -> LineClass:
    """Judge a line behind a page's word that ends documents: what closes a paper is kept, the rest is that word's."""
    text = here.text(index)
    if CREDIT.match(text):
        return LineClass("metadata", "publisher")
    if here.page and ONLY_DATE.match(text) and here.lots[index - 1] is None and not is_body_name(here.text(index - 1)):
        return LineClass("metadata", "date")
    heading = next((one for one in range(index - 1, end - 1, -1) if (lot := here.lots[one]) and lot.reason), end)
    reason = lot.reason if (lot := here.lots[heading]) else "site footer"
    if reason not in ("related links", "list of sites") and (_closes(here, index) or above == BODY):
        return BODY
    return LineClass("furniture", reason)


def _closes(here: Judged, index: int) -> bool:
    """Tell whether a line behind the end begins what closes a paper: attachments, copies, a signature and its date."""
    text = here.text(index)
    part = back_part(text)
    if part in ("attachment", "copied_to", "issued"):
        return True
    return is_body_name(text) and back_part(here.text(index + 1)) == "date"
