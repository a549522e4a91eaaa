"""Notes at the page foot: on the page that marks them, in both engines alike, and named as notes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from exporter.model import Document, Heading, Metadata, Note, Paragraph, Run
from exporter.renderers.pdf import tagged
from exporter.renderers.pdf.weasyprint import engine as weasy
from exporter.style import Style, load_style
from tests.renderers.pdf.pages import Line, lines_of, squeezed
from tests.renderers.pdf.samples import TEXT
from tests.support.pdf import verapdf

ENGINES = {"css": weasy.render, "drawn": tagged.render}
both = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
styles = pytest.mark.parametrize("name", ("official", "report"))

SAID = "“三张清单”：指权力清单、责任清单和负面清单，由主管部门按年公布。"


def noted(count: int = 12, heading: bool = False, times: int = 1) -> Document:
    """A report with a note for every second paragraph, of one line to five."""
    marked = [
        Paragraph((Run(TEXT[:24]), Run(f"[{at}]", role="mark", target=f"n{at}"), Run(TEXT * 2)))
        for at in range(1, count + 1)
    ]
    blocks = [block for paragraph in marked for block in (paragraph, Paragraph((Run(TEXT * 3),)))]
    notes = tuple(Note(f"n{at}", f"[{at}]", (Run(SAID * times * (1 + at % 5)),)) for at in range(1, count + 1))
    appendix = ((Heading(1, (Run("名词解释"),)),) if heading else ()) + notes
    return Document(Metadata(title="要点"), (Heading(0, (Run("要点"),)), *blocks), None, appendix)


def pages_of(lines: list[Line], pattern: str) -> list[int]:
    return [line.page for line in lines for _ in re.findall(pattern, line.text)]


@both
@styles
def test_a_note_stands_on_the_page_that_marks_it(engine: Callable[[Document, Style], bytes], name: str) -> None:
    style = load_style(name)
    lines = lines_of(engine(noted(), style))
    small = style.text["note"].size
    for at in range(1, 13):
        mark = rf"\[{at}\]"
        found = [line for line in lines if re.search(mark, line.text)]
        notes = [line for line in found if abs(line.chars[0].size - small) < 0.1 and line.text.startswith(f"[{at}]")]
        assert len(notes) == 1 and len({line.page for line in found}) == 1
        text = [line for line in lines if line.page == notes[0].page and line.chars[0].size > small + 0.5]
        numbers = re.compile(r"\s*—?\s*\d+\s*—?\s*")
        assert all(line.base > notes[0].base + small for line in text if not numbers.fullmatch(line.text))


@styles
def test_both_engines_place_notes_alike(name: str) -> None:
    sides = [lines_of(engine(noted(30), load_style(name))) for engine in ENGINES.values()]
    left, right = (
        sorted((line.page, -round(line.base), squeezed(line.text)) for line in side if ".." not in line.text)
        for side in sides
    )
    assert left == right


@both
def test_a_list_under_a_heading_of_its_own_stays_there(engine: Callable[[Document, Style], bytes]) -> None:
    lines = lines_of(engine(noted(heading=True), load_style("official")))
    first = next(line.page for line in lines if "名词解释" in line.text)
    assert min(pages_of(lines, "权力清单")) >= first


@both
def test_a_note_higher_than_a_third_of_the_page_stays_at_the_end(engine: Callable[[Document, Style], bytes]) -> None:
    document = noted(2, times=20)
    lines = lines_of(engine(document, load_style("official")))
    last_text = max(line.page for line in lines if "新建道路" in line.text)
    assert min(pages_of(lines, "权力清单")) >= last_text


@both
def test_a_style_may_leave_notes_at_the_end(engine: Callable[[Document, Style], bytes]) -> None:
    lines = lines_of(engine(noted(), replace(load_style("official"), notes="end")))
    assert min(pages_of(lines, "权力清单")) >= max(pages_of(lines, "新建道路"))


@both
def test_many_notes_in_one_line_do_not_run_over_the_foot(engine: Callable[[Document, Style], bytes]) -> None:
    marks = tuple(Run(f"[{at}]", role="mark", target=f"n{at}") for at in range(1, 40))
    notes = tuple(Note(f"n{at}", f"[{at}]", (Run(SAID * 4),)) for at in range(1, 40))
    document = Document(Metadata(), (Paragraph((Run(TEXT), *marks, Run(TEXT * 9))),), None, notes)
    style = load_style("official")
    lines = lines_of(engine(document, style))
    foot = style.page.bottom * 72 / 25.4
    assert all(line.base > foot for line in lines if "权力清单" in line.text)
    assert len(pages_of(lines, r"\[39\]")) == 2


@both
def test_notes_and_their_marks_are_called_so(engine: Callable[[Document, Style], bytes]) -> None:
    with pikepdf.open(io.BytesIO(engine(noted(), load_style("official")))) as pdf:
        elements = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing]
        notes = [str(thing["/ID"]) for thing in elements if thing["/S"] == "/Note"]
        marks = [thing for thing in elements if thing["/S"] == "/Reference"]
    assert len(set(notes)) == len(notes) == len(marks) == 12


@both
def test_marks_lead_to_their_notes(engine: Callable[[Document, Style], bytes]) -> None:
    with pikepdf.open(io.BytesIO(engine(noted(), load_style("official")))) as pdf:
        links = [note for page in pdf.pages for note in page.obj.get("/Annots", []) if note["/Subtype"] == "/Link"]
    assert len(links) == 12


@both
def test_contents_and_outline_leave_marks_out(engine: Callable[[Document, Style], bytes]) -> None:
    document = noted(3)
    marked = tuple(
        Heading(1, (Run("工作"), Run(f"[{at}]", role="mark", target=f"n{at}"), Run("重点")), f"{at}、")
        for at in (1, 2, 3)
    )
    made = engine(replace(document, blocks=(*document.blocks[:1], *marked, *document.blocks[1:])), load_style("report"))
    assert "1、工作重点" in next(line.text for line in lines_of(made) if line.text.rstrip().endswith("2"))
    with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_outline() as outline:
        assert "1、工作重点" in [str(item.title) for item in outline.root[0].children]


@pytest.mark.slow
@styles
def test_a_file_with_notes_is_accessible(name: str) -> None:
    for engine in ENGINES.values():
        made = engine(noted(), load_style(name))
        assert [verapdf(made, flavour) for flavour in ("3a", "ua1")] == [[], []]
