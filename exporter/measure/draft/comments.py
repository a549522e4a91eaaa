"""Write what was found into a copy of the draft as Word comments, each on the paragraph it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from exporter.measure.checks import Check
from exporter.measure.draft.draft import Draft, read_draft
from exporter.measure.draft.footers import MAIN
from exporter.measure.draft.parcel import Parcel
from exporter.measure.draft.properties import W

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "exporter"


def commented(name: str, data: bytes, checks: Iterable[Check], sentence: Callable[[Check], str]) -> bytes:
    """Give a copy of a Word file with a comment for what did not pass; what is of the whole file stands at its head.

    `sentence` says a check in the reader's language. Raises SourceError as `read_draft` does.
    """
    draft = read_draft(name, data)
    said: dict[int, list[str]] = defaultdict(list)
    for check in checks:
        if check.passed is False:
            for number in check.paragraphs or (_first(draft),):
                said[number].append(sentence(check))
    parcel = Parcel(name, draft.package.zip, draft.package.main)
    parcel.put(parcel.main, draft.root)
    _write(draft, parcel, said)
    return parcel.bytes()


def _first(draft: Draft) -> int:
    return next((part.number for part in draft.parts if part.text.strip()), 1)


def _write(draft: Draft, parcel: Parcel, said: dict[int, list[str]]) -> None:
    path = next((one.target for one in draft.package.relations.values() if one.kind == "comments"), None)
    there = parcel.tree(path) if path else None
    taken = [int(one.get(W + "id") or 0) for one in there if one.get(W + "id")] if there is not None else []
    comments = []
    for id, (number, sentences) in enumerate(sorted(said.items()), max(taken, default=-1) + 1):
        _anchor(draft.parts[number - 1].element, id)
        comments.append(_comment(id, sentences))
    if there is not None:
        for xml in comments:
            there.append(etree.fromstring(f'<w:c xmlns:w="{MAIN}">{xml}</w:c>')[0])
    elif comments:
        parcel.add(
            "comments.xml",
            "comments",
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<w:comments xmlns:w="{MAIN}">{"".join(comments)}</w:comments>',
        )


def _comment(id: int, sentences: Iterable[str]) -> str:
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(one)}</w:t></w:r></w:p>' for one in sentences)
    return f'<w:comment w:id="{id}" w:author="{AUTHOR}" w:initials="e">{paragraphs}</w:comment>'


def _anchor(paragraph: _Element, id: int) -> None:
    at = 1 if paragraph.find(W + "pPr") is not None else 0
    paragraph.insert(at, paragraph.makeelement(W + "commentRangeStart", {W + "id": str(id)}))
    paragraph.append(paragraph.makeelement(W + "commentRangeEnd", {W + "id": str(id)}))
    run = etree.SubElement(paragraph, W + "r")
    etree.SubElement(run, W + "commentReference", {W + "id": str(id)})
