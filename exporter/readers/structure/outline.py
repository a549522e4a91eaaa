"""Find the headings and lists among the lines of a body, and the level of each by the document's own pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, get_args

from exporter.model import Notice, Span
from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import RANK, Kind, han_value
from exporter.readers.lines.recognisers import SALUTATION
from exporter.readers.structure.boxes import boxed
from exporter.readers.structure.series import headings_alone
from exporter.readers.structure.shapes import Entry, entry_of, first_stop

PLAIN = 30
"""Longest heading without a number."""
DEEPEST = 6
TERMINATORS = "。！？；：…”』」》）)!?;:"
_LISTED = frozenset(get_args(Kind)) - {"part", "chapter", "section", "article", "han"}
_FLOATING = ("dash", "count", "sentence", "ordinal")
_NO_HEADING = re.compile(
    r"^(?:表|图|附表|附图|單位|单位[：:]|注[：:]|資料來源|资料来源|数据来源|来源)|以下|如下|下列|下述|[一二三四五六七八九十\d]个?方面|"
    r"^[\u4e00-\u9fff]{0,4}(?:单位|部门|领导|时间|地点|电话|地址|传真|邮编|邮箱|联系人|责任人|人员|(?:[出列缺]\s{0,4}席|记\s{0,4}录|请\s{0,4}假))[：:].|"
    r"\S{2}[\u3000\s]{1,8}\S{2,20}[\u3000\s]{1,8}\S{2}|\d{4}年\d{1,2}月\d{1,2}日|^[（(].{0,30}[）)]$|^各位|^同志们|^谢谢|^[\W\d]+$"
)


def outline(lines: Sequence[Line], free: bool = True) -> tuple[list[Entry], list[Notice]]:
    """Give every line as an entry, headings with their level, and notices where numbers break their sequence.

    `free`: lines without a number, and with small ones, may be headings too.
    """
    entries = headings_alone([entry_of(line) for line in lines])
    entries = _with_plain_headings(entries) if free else [_major(entry) for entry in entries]
    entries, notices = _levelled(boxed(_with_items(entries)))
    return entries, [*notices, *_announced(entries)]


def _major(entry: Entry) -> Entry:
    small = RANK.get(entry.kind, 9) > RANK["han_paren"] and entry.kind != "given"
    return replace(entry, shape="paragraph") if small and entry.shape in ("heading", "run_in") else entry


# ---------------------------------------------------------------- headings without numbers


def _with_plain_headings(entries: list[Entry]) -> list[Entry]:
    found = [_plain_kind(entries, index) for index in range(len(entries))]
    paired = _chained([index for index, kind in enumerate(found) if kind == "sentence"])
    return [
        replace(entry, shape="heading", kind=kind, cut=len(entry.line.text))
        if kind == "plain" or (kind == "sentence" and index in paired)
        else entry
        for index, (entry, kind) in enumerate(zip(entries, found, strict=True))
    ]


def _chained(places: Sequence[int]) -> set[int]:
    """Keep sentences that stand as headings by turns with paragraphs, three times or more."""
    kept: set[int] = set()
    chain: list[int] = []
    for place in [*places, -1]:
        if chain and not 2 <= place - chain[-1] <= 3:
            kept |= set(chain) if len(chain) >= 3 else set()
            chain = []
        chain.append(place)
    return kept


def _plain_kind(entries: Sequence[Entry], index: int) -> str:
    """Tell whether a line without a number can be a heading: `plain`, `sentence` (ends in 。), or empty."""
    entry = entries[index]
    text = entry.line.text
    if entry.shape != "paragraph" or len(text) > PLAIN + 6 or index + 1 >= len(entries) or entry.line.level == 9:
        return ""
    if _NO_HEADING.search(text) or "\t" in text or not re.search(r"[\u3400-\u9fff]{2}", text):
        return ""
    below = entries[index + 1]
    short = below.shape == "paragraph" and len(below.line.text) < PLAIN
    if short or below.shape == "table" or "\t" in below.line.text:
        return ""
    if text.endswith("。"):
        alone = first_stop(text, 0, PLAIN + 6) == len(text) - 1
        return "sentence" if alone and len(below.line.text) > 2 * len(text) and below.shape == "paragraph" else ""
    if len(text) > PLAIN or re.search(r"[。；！？：，、…：,;:]$|[。；]", text):
        return ""
    above = entries[index - 1] if index else None
    settled = above is None or above.shape == "heading" or above.line.text[-1] in TERMINATORS
    return "plain" if settled else ""


# ---------------------------------------------------------------- lists


def _with_items(entries: list[Entry]) -> list[Entry]:
    """Turn neighbours of one kind that are each a single sentence into items of a list."""
    done: list[Entry] = []
    for group in _groups(entries):
        kind = group[0].kind
        if kind not in _LISTED:
            done += group
        elif len(group) > 1 and (all(_single(entry) for entry in group) or _is_enumerated(group)):
            done += (replace(entry, shape="item") for entry in group)
        elif (
            len(group) == 1 and group[0].shape == "item" and kind not in ("bullet", "bracket", "arabic", "arabic_paren")
        ):
            done += (replace(entry, shape="paragraph") for entry in group)
        else:
            done += group
    return done


def _groups(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    group: list[Entry] = []
    for entry in entries:
        if group and (entry.kind != group[0].kind or not entry.number):
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _is_enumerated(group: Sequence[Entry]) -> bool:
    """Tell whether the parts of one sentence stand in lines of their own: most end in ；."""
    parted = sum(1 for entry in group[:-1] if re.search(r"；(?:及|以及|和|或)?$", entry.line.text[-4:]))
    return parted >= 0.7 * (len(group) - 1)


def _single(entry: Entry) -> bool:
    ended = entry.line.text[-1] in "。；！？" or entry.kind != "han_paren"
    return entry.shape == "item" or (entry.shape == "heading" and ended)


# ---------------------------------------------------------------- levels


class _Open(NamedTuple):
    """A heading that later ones may stand under: its kind and number, and the level that the format gives it or 0."""

    kind: str
    value: int
    given: int


def _levelled(entries: list[Entry]) -> tuple[list[Entry], list[Notice]]:
    stack: list[_Open] = []
    last: dict[str, int] = {}
    notices: list[Notice] = []
    done: list[Entry] = []
    trusted = _is_consistent(entries)
    for index, entry in enumerate(entries):
        if entry.shape in ("heading", "run_in"):
            if entry.number:
                notices += _sequence(entry, stack, last)
            given = entry.level if trusted or entry.kind == "given" else 0
            _push(stack, entry, given, entries, index)
            entry = replace(entry, level=min(DEEPEST, len(stack)))
        elif SALUTATION.match(entry.line.text):
            del stack[1:]
        elif entry.number and entry.shape == "paragraph":
            last[entry.kind] = entry.number.value
        done.append(entry)
    return done, notices


def _is_consistent(entries: Sequence[Entry]) -> bool:
    """Tell whether the levels that the format gives agree with the numbers: each kind of number has one, in order."""
    levels: dict[str, set[int]] = {}
    for entry in entries:
        if entry.level and entry.kind in RANK:
            levels.setdefault(entry.kind, set()).add(entry.level)
    ordered = [levels[kind] for kind in sorted(levels, key=lambda kind: RANK[kind])]
    return all(len(one) == 1 for one in ordered) and all(min(one) < min(two) for one, two in pairwise(ordered))


def _push(stack: list[_Open], entry: Entry, given: int, entries: Sequence[Entry], index: int) -> None:
    kind, value = entry.kind, entry.number.value if entry.number else 0
    if given:
        while stack and not 0 < stack[-1].given < given:
            stack.pop()
    elif any(kind == one.kind for one in stack):
        while stack[-1].kind != kind:
            stack.pop()
        stack.pop()
    elif kind in RANK:
        while stack and (RANK.get(stack[-1].kind, -1) > RANK[kind] or _floats_over(stack[-1].kind, kind)):
            stack.pop()
    elif kind == "plain":
        _pop_restarting(stack, entries, index)
    stack.append(_Open(kind, value, given))


def _floats_over(above: str, kind: str) -> bool:
    return above in _FLOATING and RANK[kind] <= RANK["han_paren"]


def _pop_restarting(stack: list[_Open], entries: Sequence[Entry], index: int) -> None:
    """A heading without a number stands above the numbers that begin again after it."""
    for entry in entries[index + 1 : index + 40]:
        if entry.shape in ("heading", "run_in") and entry.number:
            for depth, one in enumerate(stack):
                if one.kind == entry.kind and entry.number.value == 1 and one.value > 1:
                    del stack[depth:]
                    return
            if entry.kind in RANK:
                return


def _sequence(entry: Entry, stack: Sequence[_Open], last: dict[str, int]) -> Iterator[Notice]:
    assert entry.number is not None
    kind, value = entry.kind, entry.number.value
    before = next((one.value for one in reversed(stack) if one.kind == kind), 0)
    if value and value not in (1, before + 1, last.get(kind, 0) + 1):
        shown = entry.line.text[: entry.number.end].strip()
        yield Notice(
            "outline.sequence",
            f"the heading {shown} does not follow number {before or last.get(kind, 0)}; a heading may be missing",
            span=Span(entry.line.start, entry.line.end),
        )
    last[kind] = value


_ANNOUNCED = re.compile(
    r"(?:重点|着力|主要|抓好|做好|实施|以下|下列|如下|“)(?:[^，。；：]{0,14}?)(?P<count>[二三四五六七八九十]{1,2}|\d{1,2})"
    r"(?:个方面|方面|个|大|项|件)[^，。；]{0,12}[：。]$"
)


def _announced(entries: Sequence[Entry]) -> Iterator[Notice]:
    """Compare the number of parts that a sentence announces with those that follow it."""
    for index, entry in enumerate(entries):
        found = _ANNOUNCED.search(entry.line.text[-40:]) if entry.shape == "paragraph" else None
        below = entries[index + 1] if index + 1 < len(entries) else None
        if not found or below is None or below.number is None or below.number.value != 1:
            continue
        wanted = int(found["count"]) if found["count"].isdigit() else han_value(found["count"])
        reached = 0
        for other in entries[index + 1 :]:
            if other.kind == below.kind and other.number and other.number.value == reached + 1:
                reached += 1
            elif other.shape in ("heading", "run_in") and 0 < other.level < below.level:
                break
        if 1 < reached < wanted:
            message = f"{wanted} parts are announced and {reached} found; the source may be cut short"
            yield Notice("outline.incomplete", message, span=Span(entry.line.start, entry.line.end))
