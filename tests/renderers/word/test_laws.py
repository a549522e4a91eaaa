"""Laws of the Word renderer: the text whole and in order, the same bytes, a file that Word opens."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import replace

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.model import Document, Heading, ListBlock, Metadata, Note, Paragraph, Run
from exporter.renderers.word import render
from exporter.style import load_style
from tests.documents import documents, texts
from tests.renderers.word.extract import body_lines, note_lines, printed_lines, whole

STYLES = ("official", "report", "brief")


@given(documents, st.sampled_from(STYLES))
def test_text_is_whole_and_in_order(document: Document, name: str) -> None:
    data = render(document, load_style(name))
    assert whole("".join(body_lines(data))) == whole("".join(printed_lines(document)))


@given(documents, st.sampled_from(STYLES))
def test_same_document_same_bytes(document: Document, name: str) -> None:
    style = load_style(name)
    assert render(document, style) == render(document, style)


@given(documents, st.sampled_from(STYLES))
def test_python_docx_opens_it(document: Document, name: str) -> None:
    opened = docx.Document(io.BytesIO(render(document, load_style(name))))
    assert opened.core_properties.author != "python-docx"
    assert opened.sections[0].page_width.mm == pytest.approx(210, abs=0.1)


@given(st.text(max_size=80))
def test_no_text_breaks_the_file(text: str) -> None:
    document = Document(Metadata(title=text), (Paragraph((Run(text),)), Note("n", text, (Run(text),))))
    data = render(document, load_style("official"))
    docx.Document(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=6))
def test_a_note_that_is_marked_becomes_a_footnote(pairs: list[tuple[str, str]]) -> None:
    notes = tuple(Note(f"n{index}", f"[{index}]", (Run(text),)) for index, (_, text) in enumerate(pairs))
    blocks = tuple(
        Paragraph((Run(text), Run(f"[{index}]", "mark", target=f"n{index}"))) for index, (text, _) in enumerate(pairs)
    )
    document = Document(Metadata(), blocks, appendix=notes)
    data = render(document, load_style("official"))
    lines = body_lines(data) + note_lines(data)
    assert whole("".join(lines)) == whole("".join(printed_lines(document)))
    assert len(note_lines(data)) == len(notes)
    headed = replace(document, appendix=(Heading(1, (Run("名词解释"),)), *notes))
    data = render(headed, load_style("official"))
    assert whole("".join(body_lines(data))) == whole("".join(printed_lines(headed)))
    assert note_lines(data) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(["1.", "2.", "（1）", "（2）", "①", "一是", "•", "a)"]), st.integers(1, 3)),
        min_size=1,
    )
)
def test_list_marks_are_printed_as_they_stand(marks: list[tuple[str, int]]) -> None:
    from exporter.model import ListItem

    block = ListBlock(tuple(ListItem(mark, (Run("事项"),), level) for mark, level in marks))
    data = render(Document(Metadata(), (block,)), load_style("official"))
    assert Counter(body_lines(data)) == Counter(mark + "事项" for mark, _ in marks)
    assert body_lines(data) == [mark + "事项" for mark, _ in marks]


def test_an_item_added_in_word_gets_the_next_number() -> None:
    from exporter import conversion
    from exporter.model import ListItem, all_lines

    block = ListBlock(tuple(ListItem(f"（{number}）", (Run(f"第{number}项。"),), 1) for number in (1, 2)))
    data = render(Document(Metadata(), (block,)), load_style("official"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    last = body[body.rindex("<w:p>") : body.rindex("</w:p>") + 6]
    parts["word/document.xml"] = body.replace(last, last + last.replace("第2项", "新增项")).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    assert list(all_lines(conversion.read(made.getvalue(), name="a.docx")))[-1] == "（3）新增项。"
