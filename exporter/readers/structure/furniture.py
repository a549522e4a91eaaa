"""Tell the lines of the document from those of the page around it, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.page_words import bare, page_words
from exporter.readers.lines.recognisers import (
    APPENDIX,
    BODY,
    CAPTION,
    DATE,
    DATELINE,
    SALUTATION,
    SPEAKER,
    STOPS,
    SUBTITLE,
    SUMMARY,
    TITLE_END,
    LineClass,
    is_prose,
)


class Layout(NamedTuple):
    """Where the document lies among the lines: `title` to `start` its head, from there to `appendix` its body."""

    title: int | None
    start: int
    appendix: int
    end: int
    lots: list[LineClass]


SHORT = 90
"""Longest line, in characters, that a word of the page can turn into furniture."""
PROSE = 30
"""Shortest line, in characters, that opens a body by its length alone."""

_REPORTED = re.compile(r"(?<!工)作.{0,20}(?:报告|讲话|说明)|出席|听取|审议")
_JUNK = re.compile(r"^[\W\d_]{0,40}$|^<!--|^-->$|^https?://\S+$|^[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}$")
_HAN = re.compile(r"[\u3400-\u9fff]")


def lay_out(
    lines: Sequence[Line], page: bool = True, known: Sequence[LineClass | None] | None = None, first: int = 0
) -> Layout:
    """Tell where the document lies; `page`: among lines of a web page or of scraped text, not of a file of its own.

    `known` is what the format itself tells of each line; no line before `first` opens the body.
    """
    lots: list[LineClass | None] = _repeated(lines) if page else [None] * len(lines)
    if known is not None:
        lots = [old or new for old, new in zip(known, lots, strict=True)]
    for index, line in enumerate(lines):
        if page and lots[index] is None and (reason := page_reason(line.text)):
            lots[index] = LineClass("furniture", reason)
    weights = [_weight(line) if lot is None else 0 for line, lot in zip(lines, lots, strict=True)]
    start = _start(lines, lots, weights, first)
    title = _title(lines, lots, start)
    end = _end(lines, lots, weights, start) if page else len(lines)
    appendix = _appendix(lines, lots, weights, start, end)
    settled = _settled(lines, lots, title, start, end, page)
    for index in range(appendix, len(lines)):
        if settled[index].kind == "body":
            settled[index] = LineClass("appendix", "appendix")
    return Layout(title, start, appendix, end, settled)


def page_reason(text: str) -> str:
    """Give the reason why a line is the page's, by the words it holds; empty if none."""
    if len(text) > SHORT or "\t" in text:
        return ""
    words = page_words()
    if reason := words.whole.get(bare(text)):
        return reason
    for pattern, search in ((words.start, False), (words.end, False), (words.hold, True), (words.end_hold, True)):
        found = pattern.search(text) if search else pattern.match(text)
        if found and not (STOPS.search(text) and len(text) > 60):
            return words.reasons[found[0]]
    if words.watermark.match(text) and len(text) <= 40:
        return "watermark"
    if text.count(" | ") > 2 or text.count("|") > 3:
        return "navigation"
    return ""


def _weight(line: Line) -> int:
    return len(line.text) if line.grid is not None or is_prose(line.text) else 0


def _repeated(lines: Sequence[Line]) -> list[LineClass | None]:
    """Find stretches that repeat earlier lines word for word, as pages made for two screens do."""
    first: dict[str, int] = {}
    again = [first.setdefault(line.text, index) < index for index, line in enumerate(lines)]
    lots: list[LineClass | None] = [None] * len(lines)
    index = 0
    while index < len(lines):
        if not again[index]:
            index += 1
            continue
        stop = index
        while stop < len(lines) and again[stop]:
            stop += 1
        long = [len(lines[one].text) for one in range(index, stop) if is_prose(lines[one].text)]
        if sum(long) > 400 and sum(1 for size in long if size >= PROSE) >= 1:
            lots[index:stop] = [LineClass("furniture", "repeated text")] * (stop - index)
        index = stop
    return lots


def _start(lines: Sequence[Line], lots: Sequence[LineClass | None], weights: Sequence[int], least: int) -> int:
    """Find the first line of the body: a salutation, a first heading, or the first paragraph."""
    total = sum(weights[least:])
    before = 0
    first = None
    for index, line in enumerate(lines):
        if lots[index] is not None or index < least:
            continue
        if SALUTATION.match(line.text) and before <= 0.2 * total:
            return index
        if first is None and _opens(line):
            first = index
        before += weights[index]
        if before > 0.2 * total and first is not None:
            break
    if first is None:
        # No running text at all: what is neither the page's nor a record is the document.
        first = next((index for index in range(least, len(lines)) if lots[index] is None), len(lines))
    return first


def _opens(line: Line) -> bool:
    if line.grid is not None or (line.level is not None and 0 < line.level < 9):
        return True
    number = number_of(line.text)
    if number and number.kind in ("han", "chapter", "part") and number.value == 1 and len(line.text) < 60:
        return True
    if CAPTION.search(line.text) or SUMMARY.match(line.text) or DATELINE.match(line.text) or is_label(line.text):
        return False
    return len(line.text) >= PROSE and is_prose(line.text)


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label that names a part of the record: 标题：, 发文单位：."""
    return page_words().label.match(text) is not None


def _title(lines: Sequence[Line], lots: Sequence[LineClass | None], start: int) -> int | None:
    best, best_score = None, 0.0
    paged = start < len(lines) and lines[start].page > 0
    for back, index in enumerate(range(start - 1, max(-1, start - 80), -1)):
        if (lots[index] is not None and lines[index].level != 0) or len(lines[index].text) > 120:
            continue
        # On a web page the title stands nearest to the text; of a file with pages it opens the first one.
        score = _title_score(lines, index) - (-0.05 * back if paged else 0.05 * back)
        if score > best_score:
            best, best_score = index, score
    return best


def _title_score(lines: Sequence[Line], index: int) -> float:
    text = lines[index].text
    if lines[index].level == 0:
        return 9.0
    if CAPTION.search(text) or is_label(text) or DATELINE.match(text) or (is_prose(text) and text.endswith("。")):
        return 0.0
    head = re.split(r"\s*——", text, maxsplit=1)[0].strip() if not text.startswith("——") else ""
    if not head or not _HAN.search(head):
        return 0.0
    score = 5.0 if TITLE_END.search(head) and not _REPORTED.search(head) else 0.0
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if score and (SUBTITLE.search(below) or DATE.match(below) or SPEAKER.match(below) or head != text):
        score += 2.0
    return score


def _end(lines: Sequence[Line], lots: Sequence[LineClass | None], weights: Sequence[int], start: int) -> int:
    """Find the line after the last of the document."""
    words = page_words()
    total = sum(weights[start:])
    seen = 0
    for index in range(start, len(lines)):
        text = lines[index].text
        lot = lots[index]
        ends = lot is not None and lot.kind == "furniture" and lot.reason != "repeated text"
        if ends and (words.end.match(text) or words.end_hold.search(text)) and seen >= 0.6 * total:
            return index
        seen += weights[index]
    return len(lines)


def _appendix(
    lines: Sequence[Line], lots: Sequence[LineClass | None], weights: Sequence[int], start: int, end: int
) -> int:
    """Find the first line of glossary, notes and annexes, which follow more than half of the text; `end` if none."""
    total = sum(weights[start:end])
    before = 0
    for index in range(start, end):
        text = lines[index].text
        if lots[index] is None and before > 0.5 * total and APPENDIX.match(text):
            return index
        if lots[index] is None and before > 0.9 * total and re.match(r"注\s?[：:]", text):
            return index
        before += weights[index]
    return end


def _settled(
    lines: Sequence[Line], lots: list[LineClass | None], title: int | None, start: int, end: int, page: bool
) -> list[LineClass]:
    settled: list[LineClass] = []
    last = max(
        (i for i in range(start, end) if lots[i] is None and (lines[i].grid is not None or is_prose(lines[i].text))),
        default=end - 1,
    )
    for index, line in enumerate(lines):
        lot = lots[index]
        if index < start and (lot is None or index == title):
            lot = _head_lot(line, index, title, page, lines[index + 1].text if index + 1 < len(lines) else "")
        elif index >= end and lot is None:
            lot = _tail_lot(line)
        elif lot is None:
            last += page and index == last + 1 and (_closes(line.text) or line.text.endswith("。"))
            lot = BODY if not page or index <= last else LineClass("furniture", "after the text")
        settled.append(lot)
    return settled


def _opens_title(text: str, below: str) -> bool:
    """Tell whether a line above the title is its beginning."""
    if len(text) + len(below) > SHORT or is_prose(text) or is_label(text) or _JUNK.match(text) or "|" in text:
        return False
    return re.search(r"关于|(?:19|20)\d{2}年度?$|[的与和及、]$|年度$", text) is not None or bool(
        re.match(r"(?:与|和|及|暨|草案)", below)
    )


def _is_kicker(text: str, below: str) -> bool:
    """Tell whether a line above the title of a news story is a part of its headline."""
    plain = 8 <= len(text) <= 40 and not re.search(r"[|>＞»：:/\\]|首页|网", text) and len(below) >= 8
    others = (DATE, DATELINE, CAPTION, SPEAKER)
    return plain and text != below and len(_HAN.findall(text)) >= 8 and not any(one.search(text) for one in others)


def _head_lot(line: Line, index: int, title: int | None, page: bool, below: str) -> LineClass:
    text = line.text
    if index == title or (title is not None and title - 3 <= index < title and _opens_title(line.text, below)):
        return LineClass("metadata", "title")
    if SUMMARY.match(text) or re.search(r"(?:\.{3,}|…)$", text):
        return LineClass("furniture", "summary")
    if is_label(text):
        return LineClass("metadata", "record")
    inside = title is not None and index > title
    if title is not None and title - 4 <= index < title and _is_kicker(text, below):
        return LineClass("furniture", "page title") if TITLE_END.search(text) else LineClass("metadata", "head")
    if DATE.search(text) and len(text) < 60 and not SUBTITLE.search(text):
        printed = inside and DATE.sub("", text).strip(" （）()") == ""
        return LineClass("metadata", "head" if printed and "日" in text else "date")
    if DATELINE.match(text):
        return LineClass("metadata", "dateline") if inside else LineClass("furniture", "dateline")
    if CAPTION.search(text):
        return LineClass("furniture", "caption")
    if _JUNK.match(text):
        return LineClass("furniture", "page tools")
    if inside or not page or (title is None and (SPEAKER.match(text) or SUBTITLE.search(text))):
        return LineClass("metadata", "head")
    return LineClass("furniture", "navigation")


def _tail_lot(line: Line) -> LineClass:
    if re.match(r"^[（(]?来源[：:]", line.text):
        return LineClass("metadata", "publisher")
    return LineClass("furniture", "site footer")


def _closes(text: str) -> bool:
    """Tell whether a short line after the last paragraph still belongs to the document: date, signature, attachment."""
    if DATE.search(text) and len(text) < 30:
        return True
    if re.match(r"^(?:附件|附表|附录|附：|附注|抄送|（?此件|主题词|注：|注释)", text):
        return True
    return (
        len(text) <= 30
        and re.search(r"(?:人民政府|国务院|办公厅|办公室|委员会|统计局|调查队|财政局|财政厅|部|局|厅|委)$", text)
        is not None
    )
