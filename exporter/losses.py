"""Say what of a document a target cannot show: pictures of a kind it does not know, links, the look of letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from exporter.model import Block, Document, Notice, NoticeLevel, Pair, Picture, Run, Table
from exporter.style import Style


@dataclass(frozen=True, slots=True)
class Shows:
    """What a target shows beside letters."""

    pictures: frozenset[str]
    """Media types."""
    looks: frozenset[str] = frozenset(("links", "raised", "struck", "ruby"))
    paged: bool = False
    """It has pages, which are not the source's."""


_DOTS = frozenset(("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff", "image/webp"))
_PAGE = Shows(_DOTS, paged=True)
_WEB = Shows(_DOTS | {"image/svg+xml"})
_WORD = replace(_PAGE, pictures=_DOTS | {"image/x-emf", "image/x-wmf"})
_TEXT = Shows(frozenset(), frozenset())
SHOWS: Mapping[str, Shows] = {
    "docx": _WORD,
    "bilingual-docx": _WORD,
    "pdf": _PAGE,
    "pdf-fast": _PAGE,
    "pdf-print": replace(_PAGE, looks=_PAGE.looks - {"links"}),
    "bilingual-pdf": _PAGE,
    "html": _WEB,
    "bilingual-html": _WEB,
    "md": Shows(_WEB.pictures - {"image/tiff"}),
    "xliff": _TEXT,
    "tmx": _TEXT,
    "review-xlsx": _TEXT,
    "review-docx": _TEXT,
}
"""By target. A brief chooses what it says, figures are no text, and a stranger's target speaks for itself."""
_SAID: Mapping[str, tuple[NoticeLevel, str]] = {
    "pictures": ("warning", "pictures are of a kind that it does not show ({}); they are left out"),
    "links": ("info", "links keep their words and lose their addresses"),
    "raised": ("info", "raised and lowered characters stand on the line"),
    "struck": ("warning", "struck-out words are not shown"),
    "ruby": ("info", "readings above the line are left out"),
    "page_references": (
        "warning",
        "references to a page (见第3页) are to the source's pages; the pages here are others",
    ),
}
_REFERS = re.compile(r"见(?:本?报告|正文|原文|文件|本书)?第\s*\d{1,3}\s*页")


def losses(document: Document, target: str) -> Iterator[Notice]:
    """Give a notice for each kind of content that a target does not show, with how often the document has it."""
    shows = SHOWS.get(target)
    if shows is None:
        return
    found, kinds = Counter[str](), set[str]()
    media = {one.sha256: one.media for one in document.media}
    for block in _flat((*document.blocks, *document.appendix)):
        if isinstance(block, Picture) and block.image and media.get(block.image, "") not in shows.pictures:
            found["pictures"] += 1
            kinds.add(media.get(block.image, ""))
        for run in _runs(block):
            found.update(_looks(run) - shows.looks)
            found["page_references"] += len(_REFERS.findall(run.text)) if shows.paged else 0
    for kind, (level, said) in _SAID.items():
        if found[kind]:
            what = said.format(", ".join(sorted(kinds)))
            yield Notice(f"render.{kind}", f"{target}: {found[kind]} {what}", level)


def lost_contents(document: Document, target: str, style: Style) -> Iterator[Notice]:
    """Say that pages have no list of contents, which their source has: its style prints none."""
    paged = target in SHOWS and SHOWS[target].paged and style.kind == "document" and not style.contents
    if paged and any(notice.code == "source.contents" for notice in document.notices):
        said = (
            f"{target}: the source's list of contents is left out, and this style prints none; one that does is report"
        )
        yield Notice("render.contents", said, "warning")


def _looks(run: Run) -> set[str]:
    looks = {"links"} if run.role == "link" and run.target else set()
    looks |= {"raised"} if run.raised != "none" else set()
    looks |= {"struck"} if run.struck else set()
    return looks | ({"ruby"} if run.ruby else set())


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Pair):
            yield from _flat((*block.zh, *block.en))
        else:
            yield block


def _runs(block: Block) -> Iterator[Run]:
    yield from getattr(block, "runs", ())
    yield from getattr(block, "caption", ())
    for item in getattr(block, "items", ()):
        yield from item.runs
    if isinstance(block, Table):
        yield from (run for row in block.rows for cell in row for run in cell.runs)
