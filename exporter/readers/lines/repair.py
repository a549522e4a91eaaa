"""Find what a line of Chinese text should say where scrapers, keyboards and codecs have changed it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from exporter.characters import clean
from exporter.readers.lines.commas import GAP, in_chinese, is_comma, past_gap
from exporter.readers.lines.paired_marks import HAN, pairs_in
from exporter.style import data_folder


class Edit(NamedTuple):
    """Characters `start` to `end` of a text become `now`."""

    start: int
    end: int
    now: str
    rule: str


WIDE = HAN + "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…％·"
NO_CHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
UNREADABLE = "□"
"""What Chinese prints for a character that cannot be read; fonts have it, as they have not U+FFFD."""

_CANDIDATE = re.compile(
    r"[\x00-\x08\x0b-\x0c\x0e-\x20\x7f-\xa0\u00ad\u2002-\u200f\u2015\u202a-\u202f\u2060-\u206f\u2e80-\u2fd5\ufeff"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff０-９Ａ-Ｚａ-ｚ％．,;:?!()\"<&_-]|—(?=——)|(?<=[。；;])？|^[—―－](?=在|[0-9０-９])"
    rf"|(?<=[{HAN}”）)%％‰])\.|[{NO_CHARACTERS}]|[\[［【](?=(?:19|20)\d\d[\]］】])|[○◯]"
)
"""Where a change can begin: all else is passed over at the speed of the search."""
_CHANGE = re.compile(
    rf"""
    (?P<named>(?:<U\+(?:00A0|2002|2003|3000)>)+)
  | (?P<nothing>(?:<U\+(?:00AD|200[B-F]|202[A-E]|2060|FEFF)>)+)
  | (?P<entity>&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|middot|hellip|\#160|\#34|\#39);)
  | (?P<lost>\?{{2,}})
  | (?P<unread>(?<=[。；;])[?？](?=[{HAN}“《0-9]))
  | (?P<year>(?<=[{HAN}])[\[［【](?:19|20)[0-9]{{2}}[\]］】](?=\s?第?\s?[0-9]{{1,5}}\s?号))
  | (?P<wide>(?<=[{HAN}])[ ]{{2}}(?=[{HAN}]))
  | (?P<ring>(?<=[一二三四五六七八九零〇○])[○◯](?=[一二三四五六七八九零〇○◯]{{0,2}}年))
  | (?P<lowered>(?<=PM|CO|SO|NO|CH|NH)(?<![A-Za-z_][A-Z]{{2}})_(?=[0-9](?:\.[0-9])?(?![0-9A-Za-z_])))
  | (?P<percent>(?:_M){{1,8}}_(?![A-Za-z0-9]))
  | (?P<width>[０-９Ａ-Ｚａ-ｚ％]+|(?<=[0-9０-９])．(?=[0-9０-９])(?!(?:19|20)\d{{2}}年))
  | (?P<unseen>[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+)
  | (?P<radical>[\u2e80-\u2fd5]+)
  | (?P<damaged>\ufffd)
  | (?P<dash>(?<![^\s“”（）《》{HAN}，。；：])-{{2,6}}(?![->])|—{{3,6}}|―{{2,4}}|^[—―－](?=在|[0-9０-９]{{4}}年))
  | (?P<half>(?<=[{WIDE})\]"%‰0-9０-９])[;:!?](?:{GAP}{{1,2}}(?=[{HAN}“《（0-9])|(?![0-9０-９/\\]))
            |(?<=[{HAN}）)”]):(?!//)|(?<=[A-Za-z])[;:!?](?=[{HAN}])
            |(?<=[{HAN}）)”》%‰]){GAP}{{1,2}}[,;:!?]{GAP}{{0,2}}(?=[{HAN}“《（]))
  | (?P<stop>(?<=[{HAN}”）)%％‰])\.(?:{GAP}{{1,2}}(?=[{HAN}“《（])|(?=["”’）)]?(?:\s|$)))
            |(?<=[{HAN}])\.(?=[{HAN}]{{4}}|(?:19|20)[0-9]{{2}}年)|(?<=[%％‰])\.(?=[{HAN}]{{2}}))
  | (?P<spaced>(?<=[0-9]){GAP}(?=,[0-9]{GAP}?[0-9]{GAP}?[0-9](?![0-9]))
               |(?<=,[0-9]){GAP}(?=[0-9]{GAP}?[0-9](?![0-9]))
               |(?<=,[0-9][0-9]){GAP}(?=[0-9](?![0-9]))|(?<=,[0-9]{GAP}[0-9]){GAP}(?=[0-9](?![0-9]))
               |(?<=[^0-9](?:19|20)[0-9]){GAP}(?=[0-9]年)|(?<=[^0-9](?:19|20)){GAP}(?=[0-9]{{2}}年)
               |(?<=[0-9]\.[0-9]){GAP}(?=[0-9]{GAP}?[{HAN}])|(?<=[0-9]{GAP}\.[0-9]){GAP}(?=[0-9]{GAP}?[{HAN}]))
  | (?P<digits>(?<=[0-9０-９]){GAP}(?=[%％‰℃（{HAN}])|(?<=[{HAN}“（〔]){GAP}(?=[0-9０-９])
               |(?<=[0-9０-９]){GAP}(?=\.[0-9])|(?<=[0-9０-９]\.){GAP}(?=[0-9]))
  | (?P<loose>(?<=[{HAN}0-9）”》]){GAP}(?=[，。；：、！？）」』])
               |(?<=[（“《「『〔，。；：、！？]){GAP}(?=[{HAN}0-9“（《]))
    """,
    re.VERBOSE,
)
_BLANKS = r"[ \xa0\u2002-\u200a\u3000]{1,6}"
_LETTERED = re.compile(rf"^(?:[0-9０-９]{{4}}{_BLANKS})?[{HAN}（）](?:{_BLANKS}[{HAN}（）]){{2,24}}$")
_SPACED_KIND = re.compile(rf"(?:[公通]{_BLANKS}[告报]|决{_BLANKS}[定议]|命{_BLANKS}令)$")
"""What a paper is, alone on its line with its letters apart."""
_NUMBERED = re.compile(r"^\d{1,3}(?:\.\d{1,3}){0,3}[.、]?$")
_COUNTED = re.compile(r"\s{0,4}[一二三四五六七八九十]{1,3}")
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
_MEANT = re.compile(r"转义|实体|字符引用|编码|标签|大于号|小于号|[Hh][Tt][Mm][Ll]|[Xx][Mm][Ll]|代码")
"""Words of a line that speaks about characters written out, so that they stand for themselves."""
_WIDTH: dict[int, int] = {0xFF01 + index: 0x21 + index for index in range(94)}


@cache
def _radicals() -> dict[int, str]:
    """Give the characters that radicals of the supplement block stand for, which no Unicode form folds."""
    rows = (data_folder("source") / "readers" / "radicals.tsv").read_text("utf-8").splitlines()[1:]
    return {ord(row[0]): row[2] for row in rows}


_REPLACED: dict[str, Callable[[str], str]] = {
    "entity": lambda was: _ENTITIES[was],
    "percent": lambda was: "%",
    "width": lambda was: was.translate(_WIDTH),
    "unseen": lambda was: "",
    "nothing": lambda was: "",
    "spaced": lambda was: "",
    "radical": lambda was: unicodedata.normalize("NFKC", was.translate(_radicals())),
    "damaged": lambda was: UNREADABLE * len(was),
    "unread": lambda was: UNREADABLE,
    "dash": lambda was: "——",
    "year": lambda was: f"〔{was[1:-1]}〕",
    "wide": lambda was: "\u3000",
    "ring": lambda was: "〇",
}
_RULES = {
    "named": "space written as its name",
    "lost": "spaces lost in encoding",
    "entity": "character reference",
    "percent": "percent sign lost in encoding",
    "width": "full-width digit or letter",
    "unseen": "invisible character",
    "nothing": "invisible character written as its name",
    "radical": "radical in the place of a character",
    "damaged": "unreadable character",
    "unread": "unreadable character",
    "lowered": "lowered figure written out",
    "dash": "dash",
    "year": "brackets of a paper's year",
    "wide": "blank as wide as a letter",
    "ring": "ring in the place of a numeral",
    "digits": "space inside a number",
    "spaced": "space inside a number",
    "loose": "space beside punctuation",
}
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_HAN = re.compile(f"[{HAN}]")


_HALF = "half-width punctuation"


def suspicious(text: str) -> bool:
    """Tell whether anything in a text may have to be changed."""
    return _CANDIDATE.search(text) is not None or _SPACED_KIND.match(text) is not None


def changes(text: str) -> list[Edit]:
    """Find the changes for one line, in order and apart from one another."""
    if _LETTERED.match(text) or _SPACED_KIND.match(text):
        return spaced_letters(text)
    chinese = _HAN.search(text) is not None
    pairs = pairs_in(text) if chinese else {}
    found: list[Edit] = []
    here = 0
    for candidate in _CANDIDATE.finditer(text):
        place = candidate.start()
        if place < here:
            continue
        letter = text[place]
        if letter == ",":
            edit = Edit(place, past_gap(text, place), "，", _HALF) if chinese and is_comma(text, place) else None
        elif place in pairs:
            edit = Edit(place, place + 1, pairs[place], _HALF)
        else:
            edit = _edit(text, place, chinese)
        if edit is not None:
            here = edit.end
            if edit.now != text[place:here]:
                found.append(edit)
    return found


def spaced_letters(text: str) -> list[Edit]:
    """Give the changes that put letters together which stand apart: 国 务 院."""
    return [Edit(gap.start(), gap.end(), "", "spaced letters") for gap in re.finditer(r"\s+", text)]


def _edit(text: str, place: int, chinese: bool) -> Edit:
    """Read what begins at a place other than a comma, a bracket or a quote; it may stay as it is."""
    match = _CHANGE.match(text, place)
    if match is None:
        return Edit(
            place, place + 1, clean(text[place]).replace("\ufffd", UNREADABLE), "character that no file may hold"
        )
    end, was, kind = match.end(), match[0], match.lastgroup or ""
    if kind == "entity" and _is_meant(text, place, end):
        now, rule = was, _RULES[kind]
    elif kind in _REPLACED:
        now, rule = _REPLACED[kind](was), _RULES[kind]
    elif kind in ("named", "lost"):
        inner = place > 0 and end < len(text)
        now, rule = ("　" if kind == "lost" else " ") if inner else "", _RULES[kind]
    elif kind in ("half", "stop"):
        full = in_chinese(text, place) and not _COUNTED.fullmatch(text[:place])
        now, rule = _FULL[was.strip()] if full else was, _HALF
    else:
        now, rule = "", _RULES[kind]
        if kind == "digits" and place <= 16 and _NUMBERED.match(text[:place]) and not _MEASURE.match(text, end):
            now = was
    if (not chinese and kind in ("lost", "half", "stop")) or (was == "?" and not _is_asked(text, place)):
        now = was
    return Edit(place, end, now, rule)


LOST_INSIDE = re.compile(rf"(?<=[{HAN}])\?(?=[{HAN}])")
"""A half-width question mark inside of a sentence; where nothing is asked, for a character that was lost."""
_ASKS = re.compile(
    r"什么|怎|何|[吗呢吧谁哪几孰岂]|多少|是否|能否|可否|与否|难道|为啥|(?P<one>[\u4e00-\u9fff])[不没](?P=one)"
)
_SENTENCE = re.compile(r"[^。！？；?!;]{0,80}$")


def _is_asked(text: str, place: int) -> bool:
    """Tell whether a question mark ends a sentence that asks, or stands where a sentence ends."""
    if not LOST_INSIDE.match(text, place):
        return True
    said = _SENTENCE.search(text, max(0, place - 80), place)
    return said is not None and _ASKS.search(said[0]) is not None


def _is_meant(text: str, start: int, end: int) -> bool:
    """Tell whether a text speaks of a character reference: it stands in quotation marks, or its line explains such."""
    quoted = text[start - 1 : start] in ("“", "‘", "「", "『", '"', "'", "`") and text[end : end + 1] in "”’」』\"'`"
    return (quoted and end < len(text)) or (text[start:end] != "&nbsp;" and _MEANT.search(text) is not None)
