"""Tell the lines of the page around a document by what proves them to be the page's, each with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from exporter.model import Notice, Span
from exporter.readers.lines.contents import CONTENTS, flat, listed
from exporter.readers.lines.line import Line
from exporter.readers.lines.page_words import bare, page_words
from exporter.readers.lines.paper_parts import DOCUMENT_NUMBER, back_part, is_body_name
from exporter.readers.lines.recognisers import DATE, STOPS, LineClass, is_prose
from exporter.readers.structure.in_text import told

SHORT = 90
"""Longest line, in characters, that a word of the page can turn into furniture."""
PROSE = 30
"""Shortest line, in characters, that weighs as running text by its length alone."""
SITES = 8
"""Fewest names of places and bodies, a line each, that behind the text make a list of sites."""
EARLY = 40
"""Lines at the top of a page among which an abstract stands, and those below that it may repeat."""
ABSTRACT = 8
"""Most lines of an abstract."""
PAGER = "pager"
_SITE = re.compile(
    r"^[\u4e00-\u9fff（）()、]{1,16}(?:[省市县区旗州盟厅局委办部室院会站队校所馆网府社行]|各部门|中心|单位|公司|[）)])$"
)
_PAGES = re.compile(
    r"^(?=.*(?:[上下]\s?一?\s?页|[首尾末]\s?页|第\s?\d{1,3}\s?页|共\s?\d{1,3}\s?页|[Pp]age))"
    r"(?:[上下]\s?一?\s?页|[首尾末]\s?页|[第共]?\s?\d{1,3}\s?页?|[Pp]age|of|…|\.{2,3}|[\s|/·>＞»«<＜\[\]【】()（）,，:：-])+$"
)
_CUT_OFF = re.compile(r"(?:\.{3,}|…+)$")
_NUMBERS = re.compile(r"\d{1,3}")
_SCRIPT = re.compile(
    r"^(?:function\s|var\s|document\.|window\.|<!--|-->|//<!\[CDATA|if\s?\("
    r"|\$\(\s?(?:['\"]|document\b|window\b|function\b|this\b|\)))"
)
_FIGURE = re.compile(
    r"\d\s?(?:万|亿|元|%|％|个|人|户|吨|公里|公顷|亩|家|项|件|年|月|日|平方|立方|米|度|次|倍|岁|千瓦|辆|套|所|名)"
)
_ANNEX = re.compile(r"^附\s?[件表录]")


def proven(lines: Sequence[Line], page: bool, known: Sequence[LineClass | None] | None) -> list[LineClass | None]:
    """Give what is proved of each line before its place is looked at; None: nothing."""
    found: list[LineClass | None] = _repeated(lines) if page else [None] * len(lines)
    if known is not None:
        found = [old or new for old, new in zip(known, found, strict=True)]
    if page:
        _marked(lines, found)
    for index in listed(lines):
        found[index] = found[index] or CONTENTS
    if page:
        for index in _abstracts(lines):
            found[index] = LineClass("furniture", "summary")
        for index in _sites(lines, found):
            found[index] = LineClass("furniture", "list of sites")
    return found


def _marked(lines: Sequence[Line], found: list[LineClass | None]) -> None:
    """Mark the lines that words of the page prove to be the page's, but for those that its document tells."""
    free = (index for index, lot in enumerate(found) if lot is None)
    reasons = {index: reason for index in free if (reason := page_reason(lines[index].text))}
    kept = set(told(lines, reasons))
    for index, reason in reasons.items():
        if index not in kept:
            found[index] = LineClass("furniture", reason)


def page_reason(text: str) -> str:
    """Give the reason why a line is the page's, by the words it holds; empty if none."""
    if _SCRIPT.match(text):
        return "script"
    if len(text) > SHORT or "\t" in text:
        return ""
    words = page_words()
    if reason := words.whole.get(bare(text)):
        return reason
    if _is_pager(text):
        return PAGER
    sentence = is_prose(text) and text[-1] in "。！？；"
    for pattern, search in ((words.start, False), (words.end, False), (words.hold, True), (words.end_hold, True)):
        found = pattern.search(text) if search else pattern.match(text)
        if found and not (STOPS.search(text) and len(text) > 60) and not (sentence and not search and _weak(found[0])):
            return words.reasons[found[0]]
    if words.watermark.match(text) and len(text) <= 40:
        return "watermark"
    if text.count(" | ") > 2 or text.count("|") > 3:
        return "navigation"
    return ""


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label that names a part of the record: 标题：, 发文单位：."""
    return page_words().label.match(text) is not None


def notices_of(lines: Sequence[Line], lots: Sequence[LineClass], last: bool = True) -> Iterator[Notice]:
    """Say how much was left out and why, and name each line of it that may matter, and pages that are not there."""
    out = [(line, lot.reason) for line, lot in zip(lines, lots, strict=True) if lot.kind == "furniture"]
    if out:
        counted = Counter(reason for _, reason in out).most_common()
        said = ", ".join(f"{reason} {count}" for reason, count in counted)
        many = f"{len(out)} line{'s' if len(out) > 1 else ''}"
        yield Notice("source.left_out", f"left out {many}: {said}; exporter outline lists them", "info")
    if contents := sum(1 for lot in lots if lot.reason == "contents"):
        many = f"{contents} line{'s' if contents > 1 else ''}"
        said = f"the list of contents ({many}) is not printed: its entries stand below as headings"
        yield Notice("source.contents", said, "info")
    for line, reason in out:
        if reason not in _SAID and may_matter(line.text) and not page_reason(line.text):
            message = f"left out as {reason}: {line.text[:60]}"
            beside = reason in _BOXES and not is_prose(line.text)
            yield Notice("source.left_out_line", message, "info" if beside else "warning", _span(line))
    pager = next((line for line, _ in out if _is_pager(line.text) and has_more_pages(line.text)), None)
    if pager is not None:
        yield Notice(
            "source.incomplete", "a pager shows that the document has more pages; get them all", span=_span(pager)
        )


_BOXES = frozenset(("links", "form", "hidden", "navigation", "site footer", "related links", "list of sites"))
"""Reasons that a box of the page, a menu or a heading of the page gives for all the lines in it."""
_SAID = frozenset(("markup", "caption", "dateline", "summary", "repeated text", "page title", "page number"))
"""Reasons that the line's own words give, or that it stands elsewhere in the document."""


def may_matter(text: str) -> bool:
    """Tell whether a line holds a date, a number with its unit, a document number, a signature or 附件."""
    if DATE.search(text) or DOCUMENT_NUMBER.search(text) or _FIGURE.search(text) or _ANNEX.match(text):
        return True
    return is_body_name(text) or back_part(text) is not None


def has_more_pages(text: str) -> bool:
    """Tell whether a pager names another page than the first: a next one, a last one, a number above 1."""
    return re.search(r"下\s?一?\s?页|[尾末]\s?页", text) is not None or any(
        int(number) > 1 for number in _NUMBERS.findall(text)
    )


def weight_of(line: Line) -> int:
    """Give how much a line weighs as running text."""
    return len(line.text) if line.grid is not None or is_prose(line.text) else 0


def _span(line: Line) -> Span:
    return Span(line.start, line.end)


def _is_pager(text: str) -> bool:
    return len(text) <= 60 and _PAGES.match(text) is not None


def _weak(word: str) -> bool:
    """Tell whether a word of the page may as well open a sentence of the document: 历年, 首页."""
    words = page_words()
    return words.reasons[word] in ("related links", "navigation") and not re.search(r"[：:【\[（(>＞|]", word)


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


def _abstracts(lines: Sequence[Line]) -> Iterator[int]:
    """Find the abstracts that a page has cut off (…) and that the lines below begin with, word for word."""
    for index, line in enumerate(lines[:EARLY]):
        cut_off = _CUT_OFF.search(line.text)
        if not cut_off or len(line.text) < PROSE:
            continue
        below = flat("".join(one.text for one in lines[index + 1 : index + 1 + EARLY]))
        said, first = "", index + 1
        for top in range(index, max(-1, index - ABSTRACT), -1):
            said = flat(line.text[: cut_off.start()] if top == index else lines[top].text) + said
            first = top if below.startswith(said) else first
        yield from range(first, index + 1)


def _sites(lines: Sequence[Line], lots: Sequence[LineClass | None]) -> Iterator[int]:
    """Find lists of the sites of places and bodies: bare names, a line each, that stand beside words of the page."""
    index = 0
    while index < len(lines):
        stop = index
        while stop < len(lines) and (lots[stop] is not None or _SITE.match(lines[stop].text)):
            stop += 1
        named = [one for one in range(index, stop) if lots[one] is None]
        kinds = {lines[one].text[-1] for one in named}
        if len(named) >= SITES and len(named) < stop - index and len(kinds) > 1:
            yield from named
        index = stop + 1
