"""Word to Word to Word: what a reader of the first file sees is in the third."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from exporter import conversion
from exporter.model import Document, Heading, Metadata, Note, Paragraph, Run, Span, plain
from exporter.renderers.word import render
from exporter.style import load_style
from tests.renderers.pdf.samples import held
from tests.renderers.word.test_official import PAPERS

OFFICIAL = load_style("official")
NOTED = Document(
    Metadata(title="河道巡查报告"),
    (
        Heading(0, (Run("河道巡查报告"),)),
        Paragraph(
            (Run("全年巡查"), Run("①", "mark", target="n1"), Run("三次，水面12km"), Run("2", raised="super"), Run("。"))
        ),
        Paragraph((Run("旧数字", struck=True), Run("新数字见"), Run("网站", "link", target="https://example.org/a"))),
    ),
    appendix=(Note("n1", "①", (Run("含夜间巡查。"),)),),
)


def seen(value: Any) -> Any:
    """Give what a reader sees of blocks: all but their places in the source."""
    if isinstance(value, tuple):
        return tuple(seen(one) for one in value)
    if hasattr(value, "__dataclass_fields__"):
        shown = ((field.name, getattr(value, field.name)) for field in fields(value))
        return (
            type(value).__name__,
            *((name, seen(one)) for name, one in shown if not isinstance(one, Span) and name != "id"),
        )
    return value


def again(document: Document) -> Document:
    return conversion.read(render(document, OFFICIAL), name="again.docx")


@pytest.mark.parametrize("document", [*PAPERS.values(), held(), NOTED], ids=[*PAPERS, "held", "noted"])
def test_a_second_pass_changes_nothing(document: Document) -> None:
    first = again(document)
    second = again(first)
    assert seen(second.blocks) == seen(first.blocks)
    assert seen(second.appendix) == seen(first.appendix)
    assert {one.sha256 for one in second.media} == {one.sha256 for one in first.media}


@pytest.mark.parametrize("name", PAPERS)
def test_every_part_keeps_its_role(name: str) -> None:
    roles = [
        (getattr(one, "role", "title"), plain(one.runs)[:4])
        for one in PAPERS[name].blocks
        if isinstance(one, Paragraph | Heading)
    ]
    first = again(PAPERS[name]).blocks
    assert [
        (getattr(one, "role", "title"), plain(one.runs)[:4]) for one in first if isinstance(one, Paragraph | Heading)
    ] == roles


def test_notes_keep_their_marks() -> None:
    first = again(NOTED)
    assert [(note.mark, note.runs[0].text) for note in first.appendix if isinstance(note, Note)] == [
        ("①", "含夜间巡查。")
    ]
    assert "[1]" not in str(first.blocks)
