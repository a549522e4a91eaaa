"""Tell the lines of the imprint that closes a paper, and how each is parted (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.model import Block, Heading, Paragraph, plain
from exporter.renderers.layout.forms import is_label, is_one, words

_IMPRINT = re.compile(r"抄送[:：].{1,400}|.{2,60}\d{1,2}日印发")


def parted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """Part the lines of copies and printing that close a paper from what stands above them (7.4).

    Typed below the date and above what is attached, they close it all the same.
    """
    lines: list[Paragraph] = []
    for block in reversed(blocks):
        if not isinstance(block, Paragraph):
            break
        if block.role not in ("copied_to", "issued") and not _IMPRINT.fullmatch(words(block)):
            break
        lines.insert(0, block)
    if lines:
        return tuple(blocks[: len(blocks) - len(lines)]), tuple(map(_stopped, lines))
    inside = _imprint_inside(blocks)
    return tuple(block for block in blocks if block not in inside), tuple(map(_stopped, inside))


def _stopped(line: Paragraph) -> Paragraph:
    """Give a line of copies with the stop behind the last of them (7.4.1)."""
    if not copies_label(line) or not re.search(r"[\u4e00-\u9fff）]$", plain(line.runs)):
        return line
    return replace(line, runs=(*line.runs[:-1], replace(line.runs[-1], text=line.runs[-1].text + "。")))


def _imprint_inside(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Find the only imprint that stands right behind the closing of a paper, above what it attaches or issues."""
    places = [at for at, block in enumerate(blocks) if is_one(block, "copied_to", "issued")]
    first, last = (places[0], places[-1]) if places else (0, 0)
    if not first or last - first >= len(places) or last + 1 == len(blocks):
        return ()
    closed = is_one(blocks[first - 1], "date", "remark", "status", "note")
    attached = is_label(blocks[last + 1]) or isinstance(blocks[last + 1], Heading)
    return tuple(one for one in blocks[first : last + 1] if isinstance(one, Paragraph)) if closed and attached else ()


_COPIES = re.compile(r"(?:抄\s?[送报]|主\s?送|分\s?送|发(?:\s?送)?)\s?[:：]")


def copies_label(line: Paragraph) -> str:
    """Give the label behind which a line of copies goes on where it turns (7.4); empty if it is none."""
    found = _COPIES.match(words(line))
    return found[0] if found else ""


_ISSUED = re.compile(
    r"(.*?\S)\s*((?:(?:19|20)\d{2}|[一二][一二三四五六七八九〇○零]{3})年[\d一二三四五六七八九十]{1,3}月"
    r"[\d一二三四五六七八九十]{1,3}日(?:\s?印发)?)$"
)


def printer_and_day(line: Paragraph) -> tuple[str, str] | None:
    """Part who prints a paper from the day of printing, which stands at the right end of its line (7.4).

    How many copies there are stands there too, below it.
    """
    if _COPIED.fullmatch(words(line)):
        return "", words(line)
    found = _ISSUED.match(words(line))
    return (found[1], found[2]) if found else None


_COPIED = re.compile(r"[（(]?共印\s?\d{1,6}\s?份[）)]?。?")
