"""Find what a line of Chinese text should say where scrapers, keyboards and codecs have changed it, as listed edits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from exporter.characters import cleanings, places
from exporter.model import Alteration, Run, Span
from exporter.readers.lines import Grid, Line


class Edit(NamedTuple):
    """Characters `start` to `end` of a text become `now`."""

    start: int
    end: int
    now: str
    rule: str


HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇○"
WIDE = HAN + "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…％·"
MAX_PAREN = 400
"""Longest bracket, in characters, whose two halves are changed together."""

_GAP = r"[ \xa0\u2002-\u200a\u202f]"
_SUSPECT = re.compile(
    r"[\x00-\x20\x7f-\xa0\u00ad\u2000-\u200f\u2015\u202a-\u202f\u205f-\u206f\u2f00-\u2fd5\u3000\ufeff"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff０-９Ａ-Ｚａ-ｚ％．,;:?!()\"<&_-]|———"
    rf"|(?<=[{HAN}”）])\."
)
_CHANGE = re.compile(
    rf"""
    (?P<named>(?:<U\+00A0>)+)
  | (?P<entity>&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|middot|hellip|\#160|\#34|\#39);)
  | (?P<lost>\?{{2,}})
  | (?P<percent>(?:_M){{1,8}}_(?![A-Za-z0-9]))
  | (?P<width>[０-９Ａ-Ｚａ-ｚ％]+|(?<=[0-9０-９])．(?=[0-9０-９]))
  | (?P<unseen>[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+)
  | (?P<radical>[\u2f00-\u2fd5]+)
  | (?P<dash>(?<![^\s“”（）《》{HAN}，。；：])-{{2,6}}(?![->])|—{{3,6}}|―{{2,4}})
  | (?P<comma>(?<=[{WIDE}%)\]"‰℃]),|(?<=[0-9０-９]),(?![0-9０-９]{{3}}(?![0-9０-９]))|(?<=[A-Za-z]),(?=[{WIDE}]))
  | (?P<half>(?<=[{WIDE})\]"%‰0-9０-９])[;:!?](?![0-9０-９/\\])|(?<=[{HAN}）)”]):(?!//)|(?<=[A-Za-z])[;:!?](?=[{HAN}]))
  | (?P<stop>(?<=[{HAN}”）)])\.(?=["”’）)]?(?:\s|$))|(?<=[{HAN}])\.(?=[{HAN}]{{4}}))
  | (?P<quote>")
  | (?P<paren>[()])
  | (?P<digits>(?<=[0-9０-９]){_GAP}(?=[%％‰℃（{HAN}])|(?<=[{HAN}“（〔]){_GAP}(?=[0-9０-９])
               |(?<=[0-9０-９]){_GAP}(?=\.[0-9])|(?<=[0-9０-９]\.){_GAP}(?=[0-9]))
  | (?P<loose>(?<=[{HAN}0-9）”》]){_GAP}(?=[，。；：、！？）」』])
               |(?<=[（“《「『〔，。；：、！？]){_GAP}(?=[{HAN}0-9“（《]))
    """,
    re.VERBOSE,
)
_LETTERED = re.compile(rf"^[{HAN}（）](?:[ \xa0\u2002-\u200a\u3000]{{1,6}}[{HAN}（）]){{2,24}}$")
_NUMBERED = re.compile(r"^\d{1,3}(?:\.\d{1,3}){0,3}[.、]?$")
_MEASURE = re.compile(
    r"[年月日时万亿个家项户人件次条种所台套吨度座处名位元多余%‰]|大类|公里|平方|美元|以上|左右|位居|至"
)
_ENTITIES = {
    "&nbsp;": " ",
    "&#160;": " ",
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#34;": '"',
    "&#39;": "'",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&mdash;": "—",
    "&middot;": "·",
    "&hellip;": "…",
}
_WIDTH: dict[int, int] = {0xFF01 + index: 0x21 + index for index in range(94)}
_REPLACED: dict[str, tuple[Callable[[str], str], str]] = {
    "entity": (lambda was: _ENTITIES[was], "character reference"),
    "percent": (lambda was: "%", "percent sign lost in encoding"),
    "width": (lambda was: was.translate(_WIDTH), "full-width digit or letter"),
    "unseen": (lambda was: "", "invisible character"),
    "radical": (lambda was: unicodedata.normalize("NFKC", was), "radical in the place of a character"),
}
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_HAN = re.compile(f"[{HAN}]")


def repaired(source: str, line: Line) -> Line:
    """Give the line as it should read, with every change listed in `edits`."""
    if line.grid is not None:
        return replace(line, grid=_repaired_grid(source, line.grid))
    if _SUSPECT.search(line.text) is None:
        return line
    edits = changes(line.text)
    return apply(source, line, edits) if edits else line


def untabbed(source: str, lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the tabs of those that are no rows of a table turned into spaces."""
    tabs = [line.text.count("\t") if line.grid is None else 0 for line in lines]
    done = []
    for index, line in enumerate(lines):
        near = {tabs[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)}
        if tabs[index] and tabs[index] not in near:
            line = apply(
                source, line, [Edit(*found.span(), "\u3000", "tab") for found in re.finditer("\t+", line.text)]
            )
        done.append(line)
    return done


def _repaired_grid(source: str, grid: Grid) -> Grid:
    rows = tuple(
        tuple(replace(cell, line=repaired(source, cell.line)) if cell.line else cell for cell in row)
        for row in grid.rows
    )
    return Grid(rows, repaired(source, grid.caption) if grid.caption else None)


def changes(text: str) -> list[Edit]:
    """Find the changes for one line, in order and apart from one another."""
    if _LETTERED.match(text):
        return [Edit(gap.start(), gap.end(), "", "spaced letters") for gap in re.finditer(r"\s+", text)]
    chinese = _HAN.search(text) is not None
    quotes = _quotes(text) if '"' in text and chinese else {}
    parens = _parens(text) if chinese and ("(" in text or ")" in text) else frozenset()
    found = [edit for match in _CHANGE.finditer(text) for edit in _edit(match, text, chinese, quotes, parens)]
    illegal = [
        Edit(start, end, now, "character that no file may hold")
        for start, end, now in cleanings(text)
        if text[start] not in "\u200e\u200f"
    ]
    return _merged(sorted(found + illegal)) if illegal else found


def _edit(
    match: re.Match[str], text: str, chinese: bool, quotes: dict[int, str], parens: frozenset[int]
) -> Iterator[Edit]:
    start, end, was, kind = match.start(), match.end(), match[0], match.lastgroup or ""
    inner = start > 0 and end < len(text)
    match kind:
        case "named":
            yield Edit(start, end, " " if inner else "", "space written as its name")
        case "lost":
            if chinese:
                yield Edit(start, end, "\u3000" if inner else "", "spaces lost in encoding")
        case "dash":
            if was != "——":
                yield Edit(start, end, "——", "dash")
        case _ if kind in _REPLACED:
            now, rule = _REPLACED[kind]
            yield Edit(start, end, now(was), rule)
        case _:
            yield from _punctuation(match, text, chinese, quotes, parens)


def _punctuation(
    match: re.Match[str], text: str, chinese: bool, quotes: dict[int, str], parens: frozenset[int]
) -> Iterator[Edit]:
    start, end, was, kind = match.start(), match.end(), match[0], match.lastgroup
    if kind == "quote":
        if start in quotes:
            yield Edit(start, end, quotes[start], "half-width punctuation")
    elif kind == "paren":
        if start in parens:
            yield Edit(start, end, _FULL[was], "half-width punctuation")
    elif kind in ("comma", "half", "stop"):
        if chinese and _in_chinese(text, start):
            yield Edit(start, end, _FULL[was], "half-width punctuation")
    elif kind == "digits":
        if start > 16 or not _NUMBERED.match(text[:start]) or _MEASURE.match(text, end):
            yield Edit(start, end, "", "space inside a number")
    elif kind == "loose":
        yield Edit(start, end, "", "space beside punctuation")


def _in_chinese(text: str, index: int) -> bool:
    """Tell whether a mark stands in Chinese: Han among the eight characters on either side, nearest first."""
    return _HAN.search(text, max(0, index - 8), index + 9) is not None


def _quotes(text: str) -> dict[int, str]:
    """Pair straight quotes by turns; an odd one out leaves all as they are."""
    places = [match.start() for match in re.finditer('"', text)]
    if len(places) % 2:
        return {}
    return {place: "”" if turn % 2 else "“" for turn, place in enumerate(places)}


def _parens(text: str) -> frozenset[int]:
    """Find half-width brackets, pair by pair, that stand in Chinese or hold Chinese."""
    found: set[int] = set()
    open_: list[int] = []
    for match in re.finditer(r"[()（）]", text):
        place = match.start()
        if match[0] in "(（":
            open_.append(place)
        elif open_:
            first = open_.pop()
            if _is_chinese_pair(text, first, place):
                found.update((first, place))
        elif _HAN.search(text, max(0, place - 3), place):
            found.add(place)
    return frozenset(place for place in found if text[place] in "()")


def _is_chinese_pair(text: str, first: int, last: int) -> bool:
    if last - first > MAX_PAREN:
        return False
    around = text[max(0, first - 1) : first] + text[last + 1 : last + 2]
    return _HAN.search(text, first, last) is not None or any(letter > "\u2e7f" for letter in around)


def _merged(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def apply(source: str, line: Line, edits: list[Edit]) -> Line:
    """Make edits to the text of a line; those it has already stay, or become part of the new ones."""
    parts: list[str] = []
    here, text = 0, line.text
    for start, end, now, _ in edits:
        parts += (text[here:start], now)
        here = end
    parts.append(text[here:])
    listed = _mapped(source, line, edits) if line.edits else _direct(line, edits)
    return replace(line, text="".join(parts), edits=tuple(listed))


def _direct(line: Line, edits: list[Edit]) -> list[Alteration]:
    base, text = line.start, line.text
    return [Alteration(Span(base + start, base + end), text[start:end], now, rule) for start, end, now, rule in edits]


def _mapped(source: str, line: Line, edits: list[Edit]) -> list[Alteration]:
    starts, ends = places((Run(line.text, span=Span(line.start, line.end)),), line.edits)
    made = []
    for start, end, now, rule in edits:
        span = Span(starts[start], ends[end - 1])
        made.append(Alteration(span, source[span.start : span.end], now, rule))
    kept: list[Alteration] = []
    coming = iter(made)
    new = next(coming, None)
    for old in line.edits:
        while new is not None and new.span.end <= old.span.start:
            kept.append(new)
            new = next(coming, None)
        if new is None or old.span.end <= new.span.start:
            kept.append(old)
    return [*kept, *([new] if new else []), *coming]
