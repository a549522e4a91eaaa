"""What programs that read a page take from it: the lines as they stand, pairs of marks whole."""

from __future__ import annotations

import re

import pytest

from exporter import conversion
from exporter.fonts import book
from exporter.model import Document, Metadata, Paragraph, Run, all_lines
from exporter.pdfium import text_of
from exporter.renderers.fonts.faces import faces_of
from exporter.renderers.layout.items import Words
from exporter.renderers.layout.pages import lay_out
from exporter.renderers.pdf import tagged
from exporter.style import load_style
from tests.renderers.pdf.samples import long_text
from tests.support.pdf import pdf_text, verapdf

PAIRED = (
    "县长说：“今年抓好三件事；“两本账”要本本清楚，《规划》要件件落实。”代表们说：“好事”，要办好（见附件）。",
    "新建“口袋公园”3个，改造“老旧小区”12个，提出“一网通办”，推行“跨省通办”，办事更快，群众满意度达96%。",
)
"""Two marks side by side have letters on both sides."""
CROWDED = ("他说：“‘三件事’、‘两本账’、《规划》（草案）、“一网通办”（二期）；“（一）修路；（二）治水。””",)
"""More than two stand side by side: high and low ones alone are for pdfium on two lines, so they are left alone."""
NAMED = ("表扬买买提·艾力、古丽·阿布都热依木等3人，“五·一二”活动办得好，《云溪县志·水利篇》收入《丛书》·《地方卷》。",)
"""Interpuncts of half a width move into the squares of what they part."""
PAIR = re.compile("[：，。；、”’）》][“‘（《]|[”’）》][，。；：、”’）》]")


def turned(sentences: tuple[str, ...]) -> Document:
    """Every sentence often, each time begun elsewhere, so that its marks stand at all places of a line."""
    paragraphs = tuple(Paragraph((Run((said[at:] + said[:at]) * 2),)) for said in sentences for at in range(len(said)))
    return Document(Metadata(title="成对的标点"), paragraphs)


def lines_of(text: str) -> list[str]:
    """Give the lines of a text without spaces, which readers put where a gap is wide."""
    return [line for line in (re.sub(r"\s", "", one) for one in re.split(r"[\r\n\f]+", text)) if line]


def test_poppler_takes_pairs_of_marks_and_lines_as_they_stand() -> None:
    pairs, whole = (
        sum(len(PAIR.findall(line)) for line in lines_of(read(tagged.bare(turned(PAIRED), load_style("official")))))
        for read in (text_of, pdf_text)
    )
    assert whole > 0.85 * pairs > 500
    made = tagged.bare(long_text(40), load_style("official"))
    lines, read = lines_of(text_of(made)), lines_of(pdf_text(made))
    assert "".join(read) == "".join(lines)
    assert len(read) < 1.08 * len(lines)


def test_names_are_read_whole_across_their_interpuncts() -> None:
    made = tagged.bare(turned(NAMED), load_style("official"))
    parted, read = (sum(len(re.findall(".·.", line)) for line in lines_of(one(made))) for one in (text_of, pdf_text))
    assert read > 0.99 * parted > 9 * len(NAMED[0])


@pytest.mark.parametrize("sentences", [PAIRED, CROWDED, NAMED])
def test_marks_move_no_glyph_and_part_no_line(sentences: tuple[str, ...]) -> None:
    document, style = turned(sentences), load_style("official")
    layout = lay_out(document, style, faces_of(book(), all_lines(document), "zh-Hans"))
    set_lines = [
        "".join(piece.text for piece in ink.composed.lines[ink.line].pieces)
        for sheet in layout.sheets
        for _, ink in sheet.inks
        if isinstance(ink, Words)
    ]
    read = [line for line in lines_of(text_of(tagged.bare(document, style))) if not re.fullmatch("—\\d+—", line)]
    assert read == [line for line in map(str.strip, set_lines) if line]


def test_what_is_marked_breaks_no_rule() -> None:
    made = conversion.render(turned((*PAIRED, *CROWDED, *NAMED)), "pdf")
    assert verapdf(made, "3a") == []
    assert verapdf(made, "ua1") == []
