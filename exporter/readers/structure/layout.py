"""Find where the document lies among the lines: its head, its text, its appendix, and its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.official import back_part, front_part, is_body_name
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.recognisers import (
    APPENDIX,
    BODY,
    CAPTION,
    DATE,
    DATELINE,
    SALUTATION,
    SPEAKER,
    SUBTITLE,
    SUMMARY,
    TITLE_END,
    LineClass,
    is_prose,
)
from exporter.readers.structure.furniture import PROSE, SHORT, is_label, proven, weight_of
from exporter.readers.structure.records import record_lots, says_title, value_of

SENTENCE = 8
"""Shortest sentence, in characters, that opens a text below its title."""
LONGEST_TITLE_LINE = 60
_REPORTED = re.compile(r"(?<!工)作.{0,20}(?:报告|讲话|说明)|出席|听取|审议")
_JUNK = re.compile(r"^[\W\d_]{0,40}$|^<!--|^-->$|^https?://\S+$|^[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_PUBLISHER = re.compile(r"^[（(]?\s?来源\s?[：:]")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}|(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}")
_ADDRESSED = re.compile(r"^[^。；！？\d][^。；！？]{1,240}[：:]$")
_ANNOUNCES = re.compile(r"如下|以下|下列|下述|现将|现就|为了|通知|[是要]：$|(?:内容|事项|情况|要求|方面|工作)[：:]$")


class Layout(NamedTuple):
    """Where the document lies among the lines: `title` to `start` its head, from there to `appendix` its body."""

    title: int | None
    start: int
    appendix: int
    end: int
    lots: list[LineClass]


@dataclass(slots=True)
class _Lines:
    """The lines of a source, what is proved of each, and how much each weighs as text."""

    lines: Sequence[Line]
    lots: list[LineClass | None]
    page: bool
    least: int
    weights: list[int] = field(default_factory=list)

    def text(self, index: int) -> str:
        return self.lines[index].text if 0 <= index < len(self.lines) else ""


def lay_out(
    lines: Sequence[Line], page: bool = True, known: Sequence[LineClass | None] | None = None, first: int = 0
) -> Layout:
    """Tell where the document lies; `page`: among lines of a web page or of scraped text, not of a file of its own.

    `known` is what the format itself tells of each line; no line before `first` opens the body.
    """
    lots = record_lots(lines, proven(lines, page, known))
    here = _Lines(lines, lots, page, first)
    here.weights = [weight_of(line) if lot is None else 0 for line, lot in zip(lines, lots, strict=True)]
    start = _start(here)
    title = _title(here, start)
    end = _end(here, start) if page else len(lines)
    appendix = _appendix(here, start, end)
    settled = _settled(here, title, start, end)
    for index in range(appendix, len(lines) if appendix < end else 0):
        if settled[index].kind == "body":
            settled[index] = LineClass("appendix", "appendix")
    return Layout(title, start, appendix, end, settled)


def is_addressed(text: str) -> bool:
    """Tell whether a line below the title names whom a paper is for: ends in a colon and announces nothing."""
    return _ADDRESSED.match(text) is not None and not _ANNOUNCES.search(text) and number_of(text) is None


# ---------------------------------------------------------------- where the text begins


def _start(here: _Lines) -> int:
    """Find the first line of the body: a salutation, a first heading, or the first paragraph."""
    total = sum(here.weights[here.least :])
    before = 0
    first = None
    titled = False
    opening = next((index for index, lot in enumerate(here.lots) if lot is None and not _is_front(here, index)), -1)
    for index, line in enumerate(here.lines):
        titled = titled or _can_be_title(line) or (index == opening and _is_plain_title(line.text))
        if here.lots[index] is not None or index < here.least:
            continue
        if SALUTATION.match(line.text) and before <= 0.2 * total:
            return index
        if first is None and (_opens(line) or (titled and _opens_below_title(here, index))):
            first = index
        before += here.weights[index]
        if before > 0.2 * total and first is not None:
            break
    if first is None:
        # No running text at all: what is neither the page's nor a record is the document.
        first = next((index for index in range(here.least, len(here.lines)) if here.lots[index] is None), 0)
    return first


def _is_front(here: _Lines, index: int) -> bool:
    return front_part(here.text(index)) is not None


def _can_be_title(line: Line) -> bool:
    if line.level == 0:
        return True
    return len(line.text) <= SHORT and TITLE_END.search(line.text) is not None and not is_prose(line.text)


def _opens(line: Line) -> bool:
    if line.grid is not None or (line.level is not None and 0 < line.level < 9):
        return True
    number = number_of(line.text)
    if number and number.kind in ("han", "chapter", "part") and number.value == 1 and len(line.text) < 60:
        return True
    return not _is_of_head(line.text) and len(line.text) >= PROSE and is_prose(line.text)


def _opens_below_title(here: _Lines, index: int) -> bool:
    """Below a title the first sentence opens the text, however short, and so does a line that addresses somebody."""
    text = here.text(index)
    if _can_be_title(here.lines[index]) or _is_of_head(text) or front_part(text) or back_part(text):
        return False
    if is_addressed(text):
        return True
    number = number_of(text)
    if number and number.kind in ("article", "chapter", "han"):
        return number.value == 1
    return len(text) >= SENTENCE and text[-1] in "。！？；" and not SPEAKER.match(text)


def _is_of_head(text: str) -> bool:
    return bool(CAPTION.search(text) or SUMMARY.match(text) or DATELINE.match(text) or is_label(text))


# ---------------------------------------------------------------- title


def _title(here: _Lines, start: int) -> int | None:
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


def _title_score(here: _Lines, index: int) -> float:
    text = here.text(index)
    if here.lines[index].level == 0:
        return 9.0
    if CAPTION.search(text) or is_label(text) or DATELINE.match(text) or (is_prose(text) and text.endswith("。")):
        return 0.0
    head = re.split(r"\s*——", text, maxsplit=1)[0].strip() if not text.startswith("——") else ""
    if not head or not _HAN.search(head) or front_part(head) or back_part(head):
        return 0.0
    score = 5.0 if TITLE_END.search(head) and not _REPORTED.search(head) else 0.0
    below = here.text(index + 1)
    if score and (SUBTITLE.search(below) or DATE.match(below) or SPEAKER.match(below) or head != text):
        score += 2.0
    return score


def _plain_title(here: _Lines, start: int) -> int | None:
    """Take a line above the text for its title whatever it ends in: of a page the last one, of a file the first."""
    able = [index for index in range(start) if here.lots[index] is None and _is_plain_title(here.text(index))]
    if not able:
        return None
    return able[-1] if here.page and any(here.lots[:start]) else able[0]


def _is_plain_title(text: str) -> bool:
    if (
        not len(_HAN.findall(text)) >= 5
        or len(text) > LONGEST_TITLE_LINE
        or re.search(r"[。；，！？：]$|[|>＞»]", text)
    ):
        return False
    if front_part(text) or back_part(text) or is_label(text) or number_of(text) or is_body_name(text):
        return False
    forms = (CAPTION, DATELINE, SPEAKER, SUBTITLE, SUMMARY, _CLOCK)
    return not is_prose(text) and not any(form.search(text) for form in forms)


def title_lines(here: _Lines, title: int | None) -> range:
    """Give the lines that the title is made of: it may begin up to three lines above the one that ends it."""
    if title is None:
        return range(0)
    for first in range(title - 1, max(-1, title - 4), -1):
        text = here.text(first)
        if here.lots[first] is not None or len(text) > 45 or _is_of_head(text) or front_part(text) or back_part(text):
            break
        if is_prose(text) or _JUNK.match(text) or "|" in text or DATE.search(text):
            break
        if _opens_title(text, here.text(first + 1)):
            return range(_issuer_above(here, first), title + 1)
    return range(title, title + 1)


def _issuer_above(here: _Lines, first: int) -> int:
    """A title that begins with 关于 may have who issues it in the line above."""
    above = first - 1
    if above < 0 or here.lots[above] is not None or not here.text(first).startswith("关于"):
        return first
    return above if is_body_name(here.text(above)) and not front_part(here.text(above)) else first


def _opens_title(text: str, below: str) -> bool:
    """Tell whether a line above the title is its beginning."""
    if TITLE_END.search(text):
        return False
    if re.match(r"关于", below) and is_body_name(text):
        return True
    return re.search(r"关于|(?:19|20)\d{2}年度?$|[的与和及、]$|年度$", text) is not None or bool(
        re.match(r"(?:与|和|及|暨|草案)", below)
    )


# ---------------------------------------------------------------- where it ends


def _end(here: _Lines, start: int) -> int:
    """Find the line after the last of the document."""
    words = page_words()
    total = sum(here.weights[start:])
    seen = 0
    for index in range(start, len(here.lines)):
        text = here.text(index)
        lot = here.lots[index]
        ends = lot is not None and lot.kind == "furniture" and lot.reason != "repeated text"
        if ends and (words.end.match(text) or words.end_hold.search(text)) and seen >= 0.6 * total:
            return index
        seen += here.weights[index]
    return len(here.lines)


def _appendix(here: _Lines, start: int, end: int) -> int:
    """Find the first line of glossary, notes and annexes, which follow more than half of the text; `end` if none."""
    total = sum(here.weights[start:end])
    before = 0
    for index in range(start, end):
        text = here.text(index)
        if here.lots[index] is None and before > 0.5 * total and APPENDIX.match(text):
            if not _lists_attachments(here, index, end):
                return index
        elif here.lots[index] is None and before > 0.9 * total and re.match(r"注\s?[：:]", text):
            return index
        before += here.weights[index]
    return end


def _lists_attachments(here: _Lines, index: int, end: int) -> bool:
    """Tell whether 附件： stands above its list and the signature, and is no annex itself."""
    if here.text(index)[-1] not in "：:":
        return False
    for below in range(index + 1, min(end, index + 16)):
        text = here.text(below)
        if back_part(text) == "date":
            return True
        if is_prose(text):
            return False
    return False


# ---------------------------------------------------------------- what each line is


def _settled(here: _Lines, title: int | None, start: int, end: int) -> list[LineClass]:
    titled = title_lines(here, title)
    named = end - 1 if here.page and start < end and _PUBLISHER.match(here.text(end - 1)) else -1
    settled: list[LineClass] = []
    for index, lot in enumerate(here.lots):
        if index < start and index in titled:
            lot = LineClass("metadata", "title")
        elif lot is None:
            if index < start:
                lot = _head_lot(here, index, titled)
            elif index == named:
                lot = LineClass("metadata", "publisher")
            else:
                lot = BODY if index < end else _tail_lot(here, index, end, settled[-1] if settled else BODY)
        settled.append(lot)
    return settled


def _head_lot(here: _Lines, index: int, titled: range) -> LineClass:
    text = here.text(index)
    if is_label(text):
        return LineClass("metadata", "record")
    if front_part(text) and (not re.fullmatch(r"\d{6}", text) or _has_fronts(here, index)):
        return LineClass("metadata", "head")
    if not here.page:
        of_page = _CLOCK.search(text) and page_words().label.search(text)
        return LineClass("metadata", "date" if of_page else "head")
    if SUMMARY.match(text) or re.search(r"(?:\.{3,}|…)$", text):
        return LineClass("furniture", "summary")
    inside = bool(titled) and index >= titled.stop
    if titled and titled.start - 4 <= index < titled.start and _is_kicker(text, here.text(index + 1)):
        return LineClass("furniture", "page title") if TITLE_END.search(text) else LineClass("metadata", "head")
    if DATE.search(text) and len(text) < 60 and not SUBTITLE.search(text):
        printed = inside and "日" in text and not _CLOCK.search(text)
        return LineClass("metadata", "head" if printed else "date")
    if DATELINE.match(text):
        return LineClass("metadata", "dateline") if inside else LineClass("furniture", "dateline")
    if CAPTION.search(text):
        return LineClass("furniture", "caption")
    if _JUNK.match(text):
        return LineClass("furniture", "page tools")
    return LineClass("metadata", "head") if inside else _above_title(here, index, titled)


def _above_title(here: _Lines, index: int, titled: range) -> LineClass:
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


def _is_of_page(here: _Lines, index: int) -> bool:
    lot = here.lots[index]
    return (lot is not None and lot.kind == "furniture") or _JUNK.match(here.text(index)) is not None


def _has_fronts(here: _Lines, index: int) -> bool:
    return any(front_part(here.text(one)) for one in range(index + 1, index + 6))


def _is_kicker(text: str, below: str) -> bool:
    """Tell whether a line above the title of a news story is a part of its headline."""
    plain = 8 <= len(text) <= 40 and not re.search(r"[|>＞»：:/\\]|首页|网", text) and len(below) >= 8
    others = (DATE, DATELINE, CAPTION, SPEAKER)
    return plain and text != below and len(_HAN.findall(text)) >= 8 and not any(one.search(text) for one in others)


def _tail_lot(here: _Lines, index: int, end: int, above: LineClass) -> LineClass:
    """Judge a line behind a page's word that ends documents: what closes a paper is kept, the rest is that word's."""
    text = here.text(index)
    if _PUBLISHER.match(text):
        return LineClass("metadata", "publisher")
    heading = next((one for one in range(index - 1, end - 1, -1) if (lot := here.lots[one]) and lot.reason), end)
    reason = lot.reason if (lot := here.lots[heading]) else "site footer"
    if reason not in ("related links", "list of sites") and (_closes(here, index) or above == BODY):
        return BODY
    return LineClass("furniture", reason)


def _closes(here: _Lines, index: int) -> bool:
    """Tell whether a line behind the end begins what closes a paper: attachments, copies, a signature and its date."""
    text = here.text(index)
    part = back_part(text)
    if part in ("attachment", "copied_to", "issued"):
        return True
    return is_body_name(text) and back_part(here.text(index + 1)) == "date"
