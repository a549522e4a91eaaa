"""The engine places what was set elsewhere, and does for everybody else what it did."""

from __future__ import annotations

import io
from unicodedata import normalize

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.errors import PartError
from exporter.model import Document, Metadata, Paragraph, Run
from exporter.renderers.pdf import tagged
from exporter.renderers.pdf.weasyprint import engine as weasy
from exporter.renderers.pdf.weasyprint import hooks
from exporter.renderers.pdf.weasyprint.glyph_lines import numbers, token
from exporter.style import load_style
from tests.renderers.pdf.pages import Char, lines_of, squeezed
from tests.renderers.pdf.samples import TEXT, long_text


@given(st.lists(st.integers(0, 2**29), max_size=5))
def test_a_token_names_its_row(rows: list[int]) -> None:
    assert numbers("".join(map(token, rows))) == rows
    assert numbers("".join(map(token, rows)) + "\n字") == rows


@pytest.mark.parametrize("name", ["official", "brief"])
def test_both_engines_put_every_glyph_in_the_same_place(name: str) -> None:
    left, right = (_glyphs(engine.render(long_text(6), load_style(name))) for engine in (weasy, tagged))
    assert [glyph.text for _, glyph in left] == [glyph.text for _, glyph in right]
    moved = [abs(one.left - other.left) for (_, one), (_, other) in zip(left, right, strict=True)]
    assert max(moved) < 0.05


def test_text_that_a_font_has_to_shape_is_whole() -> None:
    said = TEXT + "法语称cafe\u0301noe\u0308l。" + TEXT
    made = weasy.render(Document(Metadata(title="文字"), (Paragraph((Run(said),)),)), load_style("official"))
    found = "".join(line.text for line in lines_of(made))
    assert normalize("NFC", squeezed(said)) in normalize("NFC", squeezed(found))


def test_pages_of_others_are_what_they_were() -> None:
    page = f"<html lang=zh-Hans><title>t</title><p>{TEXT}</p><p>{token(0)}</p>"
    weasyprint = hooks.engine()
    made = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/a-3a")
    weasy.render(long_text(2), load_style("official"))
    assert weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/a-3a") == made
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 1
    assert squeezed(TEXT) in squeezed("".join(line.text for line in lines_of(made)))


def test_another_version_of_the_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks.engine(), "__version__", "71.0")
    with pytest.raises(PartError, match=r"weasyprint==70\.0") as caught:
        weasy.render(long_text(1), load_style("official"))
    assert caught.value.code == "engine.version"


def _glyphs(pdf: bytes) -> list[tuple[int, Char]]:
    """Every glyph with its page, from top to bottom and left to right."""
    found = [(line.page, char) for line in lines_of(pdf) for char in line.chars if char.text.strip()]
    return sorted(found, key=lambda pair: (pair[0], -round(pair[1].base), pair[1].left))
