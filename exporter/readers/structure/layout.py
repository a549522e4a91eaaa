"""Find where the document lies among the lines: its head, its text, its appendix, and its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.model import ParagraphRole
from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import back_part, front_part, is_body_name, tells_of_meeting
from exporter.readers.lines.recognisers import APPENDIX, SALUTATION, SPEAKER, SUBTITLE, LineClass, is_prose
from exporter.readers.structure.classes import classes_of
from exporter.readers.structure.furniture import PROSE, proven, weight_of
from exporter.readers.structure.judged import Judged, is_of_head
from exporter.readers.structure.records import record_lots, says_title
from exporter.readers.structure.title import can_be_title, is_plain_title, title_of

HEADING = 40
"""Longest first heading without a number, in characters."""
SENTENCE = 8
"""Shortest sentence, in characters, that opens a text below its title."""
_ADDRESSED = re.compile(r"^[^。；！？\d][^。；！？]{1,240}[：:]$")
_HEADS = re.compile(
    r"^(?:前\s{0,4}言|引\s{0,4}言|序\s{0,4}言)$|(?:回顾|总结|目标|要求|任务|安排|部署|重点工作|工作重点|成效|形势)[：:]?$"
)
"""What a heading ends in that tells of work."""
_GLOSSARY = re.compile("名词|名詞|术语|用语")
_TERM = re.compile(r"^[\[【（(]?\d{1,2}[\]】）).．、]?\s?[^。；]{2,40}[：:]\s?指")
"""The first entry of a glossary: 1.生活圈：指…."""
_ANNOUNCES = re.compile(r"如下|以下|下列|下述|现将|现就|为了|通知|[是要]：$|(?:内容|事项|情况|要求|方面|工作)[：:]$")


class Layout(NamedTuple):
    """Where the document lies among the lines: `title` to `start` its head, from there to `appendix` its body."""

    title: int | None
    start: int
    appendix: int
    end: int
    lots: list[LineClass]


def lay_out(
    lines: Sequence[Line], page: bool = True, known: Sequence[LineClass | None] | None = None, first: int = 0
) -> Layout:
    """Tell where the document lies; `page`: among lines of a web page or of scraped text, not of a file of its own.

    `known` is what the format itself tells of each line; no line before `first` opens the body.
    """
    lots = record_lots(lines, proven(lines, page, known))
    here = Judged(lines, lots, page, first)
    here.weights = [weight_of(line) if lot is None else 0 for line, lot in zip(lines, lots, strict=True)]
    start = _start(here)
    title = title_of(here, start)
    start = _with_heading(here, title, start)
    end = _end(here, start) if page else len(lines)
    appendix = _appendix(here, start, end)
    settled = classes_of(here, title, start, end)
    for index in range(appendix, len(lines) if appendix < end else 0):
        if settled[index].kind == "body":
            settled[index] = LineClass("appendix", "appendix")
    return Layout(title, start, appendix, end, settled)


def is_addressed(text: str) -> bool:
    """Tell whether a line below the title names whom a paper is for: ends in a colon and announces nothing."""
    announces = _ANNOUNCES.search(text) or tells_of_meeting(text)
    return _ADDRESSED.match(text) is not None and not announces and number_of(text) is None


# ---------------------------------------------------------------- where the text begins


def _start(here: Judged) -> int:
    """Find the first line of the body: a salutation, a first heading, or the first paragraph."""
    total = sum(here.weights[here.least :])
    before = 0
    first = None
    titled = filed = False
    opening = next((index for index, lot in enumerate(here.lots) if lot is None and not _is_front(here, index)), -1)
    for index, line in enumerate(here.lines):
        titled = titled or can_be_title(line) or (index == opening and is_plain_title(line.text))
        filed = filed or says_title(line.text)
        if here.lots[index] is not None or index < here.least:
            continue
        if SALUTATION.match(line.text) and before <= 0.2 * total:
            return index
        told = filed and "，" in line.text and line.text.endswith("。")
        if first is None and (_opens(line) or ((titled or told) and _opens_below_title(here, index))):
            first = index
        before += here.weights[index]
        if before > 0.2 * total and first is not None:
            break
    if first is None:
        # No running text at all: what is neither the page's nor a record is the document.
        first = next((index for index in range(here.least, len(here.lines)) if here.lots[index] is None), 0)
    return first


def _with_heading(here: Judged, title: int | None, start: int) -> int:
    """Give the line of a first heading without a number right above the text: 2024年工作回顾."""
    above = start - 1
    if above < 1 or above == title or here.lots[above] is not None or above < here.least:
        return start
    text = here.text(above)
    other = front_part(text) or back_part(text) or is_body_name(text) or SPEAKER.match(text) or SUBTITLE.search(text)
    titled = title is not None or any(says_title(here.text(index)) for index in range(above))
    return above if titled and len(text) <= HEADING and _HEADS.search(text) and not other else start


def _is_front(here: Judged, index: int) -> bool:
    return front_part(here.text(index)) is not None


_PARTS = ("part", "chapter", "section")
"""Numbers of headings with which an extract may begin, whatever their value: 第四章."""


def _opens(line: Line) -> bool:
    if line.grid is not None or (line.level is not None and 0 < line.level < 9):
        return True
    number = number_of(line.text)
    if number and len(line.text) < 60 and (number.kind in _PARTS or (number.kind == "han" and number.value == 1)):
        return True
    return not is_of_head(line.text) and len(line.text) >= PROSE and is_prose(line.text)


def _opens_below_title(here: Judged, index: int) -> bool:
    """Below a title the first sentence opens the text, however short, and so does a line that addresses somebody."""
    text = here.text(index)
    if can_be_title(here.lines[index]) or is_of_head(text) or front_part(text) or back_part(text):
        return False
    if is_addressed(text):
        return True
    number = number_of(text)
    if number and number.kind in ("article", "han", *_PARTS):
        return number.value == 1 or number.kind in _PARTS
    announces = text[-1] in "：:" and _ANNOUNCES.search(text) is not None
    return len(text) >= SENTENCE and (announces or text[-1] in "。！？；") and not SPEAKER.match(text)


# ---------------------------------------------------------------- where it ends


def _end(here: Judged, start: int) -> int:
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


def _appendix(here: Judged, start: int, end: int) -> int:
    """Find the first line of glossary, notes and annexes, which follow more than half of the text; `end` if none."""
    total = sum(here.weights[start:end])
    before = 0
    for index in range(start, end):
        text = here.text(index)
        if here.lots[index] is None and APPENDIX.match(text) and _is_late(here, index, end, before / (total or 1)):
            if not _lists_attachments(here, index, end) and not _is_signed_below(here, start, index, end):
                return index
        elif here.lots[index] is None and before > 0.9 * total and _notes_only(here, index, end):
            return index
        before += here.weights[index]
    return end


def _is_late(here: Judged, index: int, end: int, above: float) -> bool:
    """Tell whether an appendix may begin below a share of the text; a glossary sooner, or where all below are terms."""
    if above > 0.5:
        return True
    glossary = _GLOSSARY.search(here.text(index)) is not None and _TERM.match(here.text(index + 1)) is not None
    return glossary and (above > 0.1 or _only_terms(here, index + 1, end))


def _only_terms(here: Judged, index: int, end: int) -> bool:
    """Tell whether all that follows explains terms, so that no length says that it is the end."""
    return all(_TERM.match(here.text(place)) for place in range(index, end) if here.lots[place] is None)


IMPRINT: tuple[ParagraphRole, ...] = ("copied_to", "issued")
"""Parts that stand last in a paper: who else gets it, and who issued it."""


def _notes_only(here: Judged, index: int, end: int) -> bool:
    """Tell whether notes begin here, and no paper is closed below them."""
    noted = re.match(r"注\s?[：:]", here.text(index)) is not None
    return noted and not any(back_part(here.text(below)) in IMPRINT for below in range(index, end))


def _is_signed_below(here: Judged, start: int, index: int, end: int) -> bool:
    """Tell whether the paper itself is signed below what it attaches: nothing above is, and the last line is a date."""
    if end - index > 60 or back_part(here.text(end - 1)) != "date" or not is_body_name(here.text(end - 2)):
        return False
    return not any(back_part(here.text(one)) == "date" for one in range(start, index))


def _lists_attachments(here: Judged, index: int, end: int) -> bool:
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
