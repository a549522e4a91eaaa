"""Say what pages say of their own accord, and give headings and cards as runs, the same for every engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from exporter.model import (
    Block,
    CardFace,
    Document,
    EnglishStatus,
    Heading,
    Metadata,
    Note,
    Pair,
    Paragraph,
    Run,
    Runs,
    heading_text,
    plain,
)
from exporter.renderers.layout.composition import Part, western

STATUS: Mapping[EnglishStatus, str] = {
    "verified": "",
    "reviewed": "",
    "draft": "Draft translation",
    "machine": "Machine translation",
    "untranslated": "*",
}
"""What is said under a passage whose English is not good yet."""


def contents_label(language: str) -> str:
    """Give the heading of the contents."""
    return "Contents" if western(language) else "目　录"


def appendix_label(language: str) -> str:
    """Give the name of what stands behind a text."""
    return "Appendix" if western(language) else "附录"


def fixed_words(document: Document) -> Iterator[str]:
    """Give the words that a page says of its own accord."""
    yield from STATUS.values()
    yield contents_label(document.metadata.language)


def title_of(document: Document) -> str:
    """Give the title of a document: its own, else its place and kind, its first heading, or the name of its source."""
    told = document.metadata
    if told.title is None and told.place and told.doc_type == "work_report":
        return f"{told.place}政府工作报告"
    heading = next((heading_text(block) for block in document.blocks if isinstance(block, Heading)), "")
    return document.metadata.title or heading or (document.origin.name if document.origin else "") or "文档"


def author_of(metadata: Metadata) -> str | None:
    """Give who wrote a document, or published it: what every file names as its author."""
    return metadata.speaker or metadata.signature or metadata.publisher


def outline_name(heading: Heading) -> str:
    """Give a heading as an outline names it: on one line, in its own language, without marks of notes and its stop."""
    own = tuple(
        run for run in _unmarked(heading).runs if run.lang is None or western(run.lang) == western(heading.lang)
    )
    return " ".join(heading_text(replace(heading, runs=own)).split()).removesuffix("。")


def listed(heading: Heading) -> Runs:
    """Give the runs of a heading as the contents have it, without the marks of notes."""
    return numbered(_unmarked(heading))


def _unmarked(heading: Heading) -> Heading:
    return replace(heading, runs=tuple(run for run in heading.runs if run.role != "mark"))


def numbered(heading: Heading) -> Runs:
    """Give the runs of a heading as printed, number first."""
    if not heading.number:
        return heading.runs
    first = heading.runs[0] if heading.runs else None
    if first is not None and first.role == "plain":
        return (replace(first, text=heading.number + first.text), *heading.runs[1:])
    return (Run(heading.number), *heading.runs)


def unpaired(pair: Pair) -> tuple[Block, ...]:
    """Give a passage that has no English, its mark behind it."""
    *before, last = pair.zh or (Paragraph(()),)
    if pair.status == "untranslated" and isinstance(last, Heading | Paragraph):
        last = replace(last, runs=(*last.runs, Run(f" {STATUS[pair.status]}")))
    return (*before, last)


def marked(mark: str, runs: Runs) -> Runs:
    """Give the runs of a note or an item of a list as printed, mark first; an article's number stands apart."""
    return (Run(mark + apart(mark)), *runs) if mark else runs


def apart(mark: str) -> str:
    """Give the white between a mark and its text: a character behind the number of an article, 第三条."""
    return "\u3000" if mark.startswith("第") and mark.endswith("条") else ""


_APART = r"\s{0,3}"
_ROLLS = ("时间", "地点", "出席", "请假", "列席", "缺席", "主持", "记录")
ROLL = re.compile(rf"((?:会议)?(?:{'|'.join(_APART.join(roll) for roll in _ROLLS)})(?:人员?)?\s?[:：])(.*)", re.DOTALL)
"""Who took part in a meeting, behind a label."""
_UNIT = re.compile(r"(?:^|[\s\u3000]+)(?=[（(]?(?:计量)?(?:单位|單位)\s?[：:]\s?[^。；]{1,30}$)")


def titles_of(caption: Runs) -> tuple[Runs, Runs]:
    """Part the caption of a table in its name and its unit, which stands at the right edge above the table."""
    found = _UNIT.search(plain(caption))
    if found is None:
        return caption, ()
    return runs_between(caption, 0, found.start()), runs_between(caption, found.end())


def runs_between(runs: Runs, start: int, stop: int | None = None) -> Runs:
    """Give the runs of the characters from `start` on, up to `stop`."""
    kept: list[Run] = []
    here = 0
    for run in runs:
        text = run.text[max(0, start - here) : None if stop is None else max(0, stop - here)]
        here += len(run.text)
        if text:
            kept.append(replace(run, text=text) if text != run.text else run)
    return tuple(kept)


def card_parts(face: CardFace, fact: str | None, lang: str, scale: float) -> Iterator[tuple[str, Part]]:
    """Give what a card says of a fact in one language: label, value and note, those that there are."""
    if face.label:
        yield "label", Part((Run(face.label),), "card_label", lang)
    if face.value:
        yield "value", Part((Run(face.value, "figure", target=fact),), "card_value", lang, scale)
    if face.note:
        yield "note", Part((Run(face.note, "figure", target=fact),), "card_label", lang)


def deep(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks in reading order, those of pairs among them."""
    for block in blocks:
        if isinstance(block, Pair):
            yield from deep(block.zh)
            yield from deep(block.en)
        else:
            yield block


def headings_listed(blocks: Iterable[Block]) -> list[tuple[int, Heading]]:
    """Give the headings that stand in the contents, each with its number among all; fewer than three are not listed."""
    every = enumerate((block for block in deep(blocks) if isinstance(block, Heading)), 1)
    found = [(place, heading) for place, heading in every if 1 <= heading.level <= 2]
    return found if len(found) > 2 else []


def note_ids(document: Document) -> dict[str, str]:
    """Give every note that a mark or a figure may point to an anchor of our own."""
    return {note.id: f"note-{at}" for at, note in enumerate(_notes(document), 1)}


def note_words(document: Document) -> dict[str, str]:
    """Give what every note says, by its anchor: a link that leads there is described so."""
    ids = note_ids(document)
    return {ids[note.id]: note.mark + plain(note.runs) for note in _notes(document)}


def _notes(document: Document) -> Iterator[Note]:
    return (block for block in deep((*document.blocks, *document.appendix)) if isinstance(block, Note))
