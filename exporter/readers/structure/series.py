"""Tell numbers that count paragraphs, or parts of a sentence, from those of headings, and what such a heading is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from exporter.readers.lines.articles import AMENDS
from exporter.readers.lines.numbering import RANK, han_numeral
from exporter.readers.structure.shapes import HEAD, Entry


def headings_alone(entries: list[Entry]) -> list[Entry]:
    """Give entries with those alone as headings whose numbers are of headings, each with all of its words."""
    counted = without_parts_of_sentences(without_paragraph_numbers(without_amendments(entries)))
    counted = without_sentences_of_a_series(without_sentences_alone(counted))
    return [_of_two_halves(entry, below) for entry, below in zip(counted, [*counted[1:], None], strict=True)]


_LABEL = re.compile(r"(?:单位|部门|时间|日期|地点|地址|电话|邮箱|联系|方式|对象|名称|范围|人员?|人数)：$")
"""What a value stands behind, and no half of a heading."""
TEXT = 20
"""Shortest paragraph, in characters, that shows that the line above it is all heading."""


def _of_two_halves(entry: Entry, below: Entry | None) -> Entry:
    """Give a line that names and tells its subject (二、产业：做强主业) as one heading where its text stands below."""
    rest = entry.line.text[entry.cut :]
    if entry.shape != "run_in" or entry.line.text[entry.cut - 1] != "：" or not rest or below is None:
        return entry
    if re.search(r"[。；！？：\d]|[，、…]$", rest) or len(rest) < 4 or len(entry.line.text) > HEAD:
        return entry
    if _LABEL.search(entry.line.text, 0, entry.cut):
        return entry
    deeper = below.number is not None and RANK.get(below.kind, 0) > RANK.get(entry.kind, 9)
    told = below.number is None and below.shape == "paragraph" and len(below.line.text) >= TEXT
    return replace(entry, shape="heading", cut=len(entry.line.text)) if deeper or told else entry


def without_paragraph_numbers(entries: list[Entry]) -> list[Entry]:
    """Numbers that run through a whole text past its headings count its paragraphs: they are no headings."""
    counted = [entry for entry in entries if entry.kind == "arabic" and entry.number]
    values = [entry.number.value for entry in counted if entry.number]
    steps = sum(1 for one, other in pairwise(values) if 1 <= other - one <= 2)
    if len(values) < 12 or steps < 0.9 * (len(values) - 1):
        return entries
    return [replace(entry, shape="item") if entry.kind == "arabic" else entry for entry in entries]


def without_parts_of_sentences(entries: Sequence[Entry]) -> list[Entry]:
    """Numbers whose fellows stand inside a paragraph count parts of its text: they are no headings.

    （一）…；（二）…； and on a line of its own （三）…; 一是…。二是…。 in one paragraph; 注：1.… and below it 2.…
    """
    done: list[Entry] = []
    for entry in entries:
        if entry.shape in ("heading", "run_in") and entry.number and entry.kind in _MARKS:
            above = done[-1] if done else None
            if _is_told_in(entry, above) or _marked(entry, 1).search(entry.line.text, entry.cut):
                entry = replace(entry, shape="paragraph")
        done.append(entry)
    return done


def _is_told_in(entry: Entry, above: Entry | None) -> bool:
    """Tell whether the number before an entry's is inside of the paragraph above, or opens one that is a part too."""
    if above is None or entry.number is None or above.shape != "paragraph":
        return False
    if above.number and above.kind == entry.kind:
        return above.number.value == entry.number.value - 1
    return entry.number.value > 1 and _marked(entry, -1).search(above.line.text, 1) is not None


SHARE = 0.3
"""Of a series: where so many open with no heading, what the others open with is a sentence of their text."""


def without_sentences_of_a_series(entries: Sequence[Entry]) -> list[Entry]:
    """Numbers of which many stand before whole paragraphs count paragraphs: the first sentence of none is a heading.

    A first sentence is short by chance; a series whose headings stand on lines of their own has no such ones.
    """
    done = list(entries)
    for places in _series(entries):
        fellows = [entries[at] for at in places]
        bare = sum(1 for one in fellows if one.shape in ("item", "paragraph"))
        alone = any(one.shape == "heading" and one.line.text[-1] not in "。！？" for one in fellows)
        if len(places) > 1 and SHARE * len(places) <= bare < len(places) and not alone:
            for at in places:
                done[at] = replace(entries[at], shape="paragraph", cut=0)
    return done


def without_amendments(entries: Sequence[Entry]) -> list[Entry]:
    """Numbers of a series that mostly amend articles of a law (将第三条修改为：) count what is amended: no headings."""
    done = list(entries)
    for places in _series(entries):
        amending = sum(1 for at in places if AMENDS.match(entries[at].line.text))
        for at in places if amending > len(places) / 2 else ():
            done[at] = replace(entries[at], shape="paragraph", cut=0)
    return done


NAME = 14
"""Longest whole sentence, in characters, that may be the name of a task: 逐座检查。"""


def without_sentences_alone(entries: Sequence[Entry]) -> list[Entry]:
    """A whole sentence with a number, and below it the next one or nothing, says all there is: it is no heading.

    A series of short ones alone (一、逐座检查。二、逐座建档。) names tasks; one below chapters (（一）…) does so where
    all its sentences stand alone, or one of them is short.
    """
    done = list(entries)
    for places in _series(entries):
        alone = [at for at in places if _says_all(entries[at], entries[at + 1] if at + 1 < len(entries) else None)]
        if any(entries[at].kind == "han" for at in places):
            told = any(_tells(entries[at]) for at in alone)
        else:
            told = len(alone) < len(places) and all(_tells(entries[at]) for at in places)
        for at in alone if told else ():
            done[at] = replace(entries[at], shape="paragraph", cut=0)
    return done


def _tells(entry: Entry) -> bool:
    """Tell whether the first sentence behind a number is more than a name."""
    said = entry.line.text[: entry.cut] if entry.cut else entry.line.text
    return "，" in said or len(said) > NAME


def _says_all(entry: Entry, below: Entry | None) -> bool:
    whole = entry.kind in RANK and entry.shape == "heading" and not entry.level and entry.line.text[-1] == "。"
    if not whole or below is None or _CLOSES.match(below.line.text):
        return whole
    return below.number is not None and RANK.get(below.kind, 9) <= RANK[entry.kind]


_CLOSES = re.compile(
    r"(?:特此|此[复令致]|专此|现予|[妥当可]否|以上|请予?[批审]|请.{0,6}(?:遵照|贯彻|认真)?执行|附\s?件|盼复).{0,24}[。！：]?$"
)
"""A line that closes a paper and is no text of the number above it: 此复。"""


def _series(entries: Sequence[Entry]) -> Iterator[list[int]]:
    """Give the places of the numbers that follow one another, of a kind that headings have."""
    for kind in ("han", "han_paren"):
        places: list[int] = []
        value = 0
        for at, entry in enumerate(entries):
            if entry.kind != kind or entry.number is None:
                continue
            if places and entry.number.value not in (value + 1, value + 2):
                yield places
                places = []
            places.append(at)
            value = entry.number.value
        yield places


_MARKS = {
    "han_paren": "[（(]{}[）)]",
    "count": "(?<![一二三四五六七八九十]){}(?:是|要)",
    "ordinal": "第{}[，,、：:]",
    "arabic": "注[：:]\\s?{}[.．、]",
}


def _marked(entry: Entry, step: int) -> re.Pattern[str]:
    """Give what finds the number before or behind an entry's own, written as its own is."""
    value = (entry.number.value if entry.number else 0) + step
    return re.compile(_MARKS[entry.kind].format(value if entry.kind == "arabic" else han_numeral(value)))
