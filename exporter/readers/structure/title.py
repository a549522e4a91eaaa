"""Find the title of a document among the lines above its text, and all the lines that it is made of."""

from __future__ import annotations

import re

from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.paper_parts import back_part, front_part, is_body_name, is_kind_alone
from exporter.readers.lines.recognisers import CAPTION, DATE, DATELINE, SPEAKER, SUBTITLE, SUMMARY, TITLE_END, is_prose
from exporter.readers.structure.furniture import SHORT, is_label
from exporter.readers.structure.judged import CLOCK, HAN, JUNK, Judged, is_day_of_minutes, is_of_head
from exporter.readers.structure.records import says_title, value_of

LONGEST_LINE = 60
"""Longest line, in characters, that is a title whatever it ends in."""
_REPORTED = re.compile(r"(?<!工)作.{0,20}(?:报告|讲话|说明)|出席|听取|审议")
_SAYS_DEED = re.compile(r"关于|(?:印发|转发|批转|公布)《")
"""What a title goes on with below the name of who issues the paper."""


def can_be_title(line: Line) -> bool:
    """Tell whether a line ends as titles of formal documents do, or the format says that it is one."""
    if line.level == 0:
        return True
    return len(line.text) <= SHORT and TITLE_END.search(line.text) is not None and not is_prose(line.text)


def title_of(here: Judged, start: int) -> int | None:
    """Give the line above the text that names the document; None if none does."""
    if (minutes := _title_of_minutes(here, start)) is not None:
        return minutes
    best, best_score = None, 0.0
    paged = start < len(here.lines) and here.lines[start].page > 0
    for back, index in enumerate(range(start - 1, max(-1, start - 80), -1)):
        line = here.lines[index]
        if (here.lots[index] is not None and line.level != 0) or len(line.text) > 120:
            continue
        # On a web page the title stands nearest to the text; of a file with pages it opens the first one.
        score = _title_score(here, index) - (-0.05 * back if paged else 0.05 * back)
        if score > best_score:
            best, best_score = index, score
    named = any(value_of("title", here.lines, index) or says_title(here.text(index)) for index in range(start))
    return _plain_title(here, start) if best is None and not named else best


def _title_of_minutes(here: Judged, start: int) -> int | None:
    """Minutes are named below the line of who gives them out and when, whatever that title ends in."""
    last = start - 1
    named = last > 0 and is_day_of_minutes(here, last - 1) and here.lots[last] is None
    return last if named and is_plain_title(here.text(last)) else None


def _title_score(here: Judged, index: int) -> float:
    text = here.text(index)
    if here.lines[index].level == 0:
        return 9.0
    if CAPTION.search(text) or is_label(text) or DATELINE.match(text) or (is_prose(text) and text.endswith("。")):
        return 0.0
    head = re.split(r"\s*——", text, maxsplit=1)[0].strip() if not text.startswith("——") else ""
    if not head or not HAN.search(head) or front_part(head) or back_part(head):
        return 0.0
    score = 5.0 if TITLE_END.search(head) and not _REPORTED.search(head) else 0.0
    below = here.text(index + 1)
    if score and (SUBTITLE.search(below) or DATE.match(below) or SPEAKER.match(below) or head != text):
        score += 2.0
    return score


def _plain_title(here: Judged, start: int) -> int | None:
    """Take a line above the text for its title whatever it ends in: of a page the last one, of a file the first."""
    able = [index for index in range(start) if here.lots[index] is None and is_plain_title(here.text(index))]
    if not able:
        return None
    return able[-1] if here.page and any(here.lots[:start]) else able[0]


def is_plain_title(text: str) -> bool:
    """Tell whether a line above the text can be its title whatever it ends in."""
    if len(HAN.findall(text)) < 5 or len(text) > LONGEST_LINE or re.search(r"[。；，！？：]$|[|>＞»]", text):
        return False
    if front_part(text) or back_part(text) or is_label(text) or number_of(text) or is_body_name(text):
        return False
    forms = (CAPTION, DATELINE, SPEAKER, SUBTITLE, SUMMARY, CLOCK)
    return not is_prose(text) and not any(form.search(text) for form in forms)


def title_lines(here: Judged, title: int | None) -> range:
    """Give the lines that the title is made of: it may begin up to three lines above the one that ends it."""
    if title is None:
        return range(0)
    top = title
    if _is_halved(here, title):
        return range(title, title + 2)
    while top and _goes_on(here, top):
        top -= 1
    if top < title:
        return range(top, title + 1)
    for first in range(title - 1, max(-1, title - 4), -1):
        text = here.text(first)
        if here.lots[first] is not None or len(text) > 45 or is_of_head(text) or front_part(text) or back_part(text):
            break
        if is_prose(text) or JUNK.match(text) or "|" in text or DATE.search(text):
            break
        if _opens_title(text, here.text(first + 1)):
            return range(_issuer_above(here, first), title + 1)
    return range(title, title + 1)


def _is_halved(here: Judged, title: int) -> bool:
    """Tell whether the title goes on in the line below: a like one, above the subtitle that says where it was given."""
    text, below = here.text(title), here.text(title + 1)
    if TITLE_END.search(text) or here.lots[title + 1 : title + 3] != [None, None]:
        return False
    alike = 2 * min(len(text), len(below)) > max(len(text), len(below)) and is_plain_title(below)
    return alike and re.match(r"[—－―-]", here.text(title + 2)) is not None and SUBTITLE.search(below) is None


def _goes_on(here: Judged, index: int) -> bool:
    """Tell whether a line goes on with the title above it: the format names both, and it opens no subtitle."""
    named = here.lines[index - 1].level == here.lines[index].level == 0
    return named and not here.text(index).startswith(("—", "（"))


def _issuer_above(here: Judged, first: int) -> int:
    """A title that begins with 关于 or 印发《 may have those who issue it in the lines above, each in its own."""
    if not _SAYS_DEED.match(here.text(first)) and not _SAYS_DEED.match(here.text(first + 1)):
        return first
    while first and here.lots[first - 1] is None and _is_issuer(here.text(first - 1)):
        first -= 1
    return first


def _is_issuer(text: str) -> bool:
    return is_body_name(text) and not front_part(text)


def _opens_title(text: str, below: str) -> bool:
    """Tell whether a line above the title is its beginning."""
    if TITLE_END.search(text):
        return False
    if (_SAYS_DEED.match(below) or is_kind_alone(below)) and is_body_name(text):
        return True
    return re.search(r"关于|(?:19|20)\d{2}年度?$|[的与和及、]$|年度$", text) is not None or bool(
        re.match(r"(?:与|和|及|暨|草案)", below)
    )
