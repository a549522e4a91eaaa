"""Each figure of a printed brief leads to the note that says where it stands in the source, but not on paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pytest

from exporter import codec, conversion, parts
from exporter.model import Cards, Document, Note, Table, plain
from exporter.renderers.layout.wording import deep, note_ids
from exporter.renderers.pdf import tagged
from exporter.style import load_style
from tests.support.pdf import qpdf_check, verapdf
from tests.support.press import fogra39


class Link(NamedTuple):
    """A link of a page: what stands under it, the place it leads to by name, and the line that begins there."""

    words: str
    place: str
    there: str
    said: str
    """Its description, for those who do not see the page."""
    prints: bool


def links_of(pdf: bytes) -> list[Link]:
    with pikepdf.open(BytesIO(pdf)) as file, pypdfium2.PdfDocument(pdf) as drawn:
        texts = [page.get_textpage() for page in drawn]
        pages = {page.obj.objgen: at for at, page in enumerate(file.pages)}
        names = _destinations(file)
        found = []
        for page, text in zip(file.pages, texts, strict=True):
            for link in page.obj.get("/Annots", []):
                name = "" if isinstance(link.Dest, pikepdf.Array) else str(link.Dest)
                there, _, x, y, *_ = names.get(name, link.Dest)
                line = texts[pages[there.objgen]].get_text_bounded(
                    float(x) - 1, float(y) - LINE, float(x) + COLUMN, float(y)
                )
                left, one, right, other = map(float, link.Rect)
                under = text.get_text_bounded(left, min(one, other), right, max(one, other) - HANGS)
                found.append(Link(_tight(under), name, _tight(line), str(link.get("/Contents", "")), link.F == PRINTS))
        return found


LINE, COLUMN = 11.0, 154.0
"""pt: height of a note's line at the most, width of a column of notes at the most."""
HANGS = 1.5
"""pt by which letters of the line above may hang into a line."""
PRINTS = 4
"""Flags of an annotation that prints and is not hidden (ISO 19005-3, 6.3.2)."""


def _destinations(file: pikepdf.Pdf) -> dict[str, Any]:
    named = "/Names" in file.Root and "/Dests" in file.Root.Names
    return dict(pikepdf.NameTree(file.Root.Names.Dests).items()) if named else {}


def _tight(text: str) -> str:
    return "".join(text.replace("\ufffe", "-").split())


def model_of(pdf: bytes) -> Document:
    with pikepdf.open(BytesIO(pdf)) as file:
        return codec.decode(file.attachments["document.json"].get_file().read_bytes())


def figures_of(document: Document) -> Iterator[tuple[str, str]]:
    """Give the fact and the words of every figure that is shown."""
    for block in deep(document.blocks):
        if isinstance(block, Cards):
            for card in block.cards:
                for face in (card.zh, card.en):
                    if card.fact and face:
                        yield from ((card.fact, said) for said in (face.value, face.note) if said)
        else:
            cells = [cell.runs for row in block.rows for cell in row] if isinstance(block, Table) else []
            for runs in (*cells, getattr(block, "runs", ())):
                yield from ((run.target, run.text) for run in runs if run.role == "figure" and run.target)


def words_to(links: list[Link]) -> dict[str, str]:
    """Give the words that lead to each place, in the order of the pages."""
    words: defaultdict[str, str] = defaultdict(str)
    for link in links:
        words[link.place] += link.words
    return words


def test_each_figure_leads_to_the_line_of_its_note(report_path: Path) -> None:
    printed = conversion.render(conversion.read(report_path), "brief")
    document, links = model_of(printed), links_of(printed)
    anchors = note_ids(document)
    expected: defaultdict[str, str] = defaultdict(str)
    for fact, said in figures_of(document):
        expected[anchors[fact]] += _tight(said)
    assert words_to(links) == expected
    notes = {anchors[block.id]: block.mark + plain(block.runs) for block in document.blocks if isinstance(block, Note)}
    assert len(notes) == len(expected) > 1
    for link in links:
        assert link.there == _tight(notes[link.place])
        assert link.said == notes[link.place]
        assert link.prints


def test_the_fast_engine_links_them_too(report_path: Path) -> None:
    document = model_of(conversion.render(conversion.read(report_path), "brief"))
    links = links_of(tagged.render(document, load_style("brief")))
    notes = {block.id: _tight(block.mark + plain(block.runs)) for block in document.blocks if isinstance(block, Note)}
    expected: defaultdict[str, str] = defaultdict(str)
    for fact, said in figures_of(document):
        expected[notes[fact]] += _tight(said)
    assert words_to([link._replace(place=link.there) for link in links]) == expected
    assert all(link.prints for link in links)


def test_a_press_file_has_no_links(report_path: Path) -> None:
    made = conversion.render(conversion.read(report_path), "brief-print", parts.Options(icc=fogra39()))
    with pikepdf.open(BytesIO(made)) as file:
        assert all("/Annots" not in page.obj for page in file.pages)


@pytest.mark.slow
def test_links_keep_the_standards(report_path: Path) -> None:
    printed = conversion.render(conversion.read(report_path), "brief")
    assert printed == conversion.render(conversion.read(report_path), "brief")
    assert [verapdf(printed, flavour) for flavour in ("3a", "ua1")] == [[], []]
    assert qpdf_check(printed) == []
