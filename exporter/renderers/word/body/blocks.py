"""Write every block of the model as WordprocessingML, each in the form that Word itself would give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from exporter.model import (
    Block,
    Cards,
    Chart,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Table,
    plain,
    printed,
)
from exporter.renderers.layout.forms import holds_nothing, look_of
from exporter.renderers.layout.sheets import sheets_of
from exporter.renderers.layout.wording import apart, unpaired
from exporter.renderers.word.body.captions import before_table
from exporter.renderers.word.body.groups import gap_above, groups, has_room_above
from exporter.renderers.word.body.lists import counting
from exporter.renderers.word.body.page_room import room_above
from exporter.renderers.word.body.pictures import drawing_xml
from exporter.renderers.word.body.runs import anchor, language, led, runs_xml
from exporter.renderers.word.body.sheets import GAP, on_sheet
from exporter.renderers.word.body.signing import kept_together
from exporter.renderers.word.body.tables import cards_xml, columns_xml, table_xml
from exporter.renderers.word.body.titles import breaks_of
from exporter.renderers.word.body.writing import Entry, Place, Writing, flow_of, keep_of
from exporter.renderers.word.markup import EMU, PT, attribute, paragraph, text_run
from exporter.renderers.word.official.direct import PLAIN
from exporter.renderers.word.official.imprint import IMPRINT, imprint_xml, line_of
from exporter.renderers.word.official.joint import joint_mark, joint_signature
from exporter.renderers.word.official.places import places_of
from exporter.renderers.word.parts.styles import letters_of, paragraph_properties, role_of, style_of
from exporter.renderers.word.sizes import CHINESE, COLUMN_MARGIN, chart_size, pairs_in_columns
from exporter.style import TextRole


def blocks_xml(blocks: Sequence[Block], writing: Writing, place: Place) -> str:
    """Write blocks in order; what goes side by side shares a table, a page break opens what follows it."""
    parts: list[str] = []
    special = kept_together(blocks, places_of(blocks, writing.style, writing.form), writing)
    special |= {} if place.cell else room_above(blocks, writing.style)
    own_pages = bool(writing.furniture) and not place.cell
    sheets = sheets_of(blocks, writing.style) if own_pages else {}
    upright, breaks, last = place, place.break_before, None
    for members, following in groups(blocks, writing, place):
        block = members[0]
        if isinstance(block, PageBreak):
            breaks = bool(parts) and not place.cell
            continue
        if own_pages:
            place = on_sheet(sheets.get(id(block), "upright"), parts, writing, upright)
        drop = place.drop if last is None else 0
        direct = special.get(id(block), PLAIN)
        kept = any(special.get(id(one), PLAIN).keep for one in members)
        direct = replace(direct, keep=kept, free=holds_nothing(block, following))
        here = replace(place, break_before=breaks or (direct.new_page and not place.cell), drop=drop, direct=direct)
        made = gap_above(block, last, here) + _group(members, following, writing, here)
        if parts and made and has_room_above(block, writing) and not place.cell:
            parts[-1] = parts[-1].removesuffix(GAP)
        parts.append(made)
        breaks, last = breaks and not made, block
    writing.started |= bool(parts)
    return "".join(parts)


def foot_xml(imprint: Sequence[Paragraph], writing: Writing, place: Place) -> str:
    """Write the imprint of a paper as the box at the foot of its last page, which is upright."""
    if not imprint:
        return ""
    parts: list[str] = []
    style, here = writing.style, place
    if writing.furniture:
        on_sheet("upright", parts, writing, here)
    written = [_paragraph(line, writing, replace(here, direct=line_of(line, style))) for line in imprint]
    return "".join(parts) + imprint_xml(written, imprint, letters_of(IMPRINT, style), style, writing.form)


def note_xml(note: Note, writing: Writing, style: str, mark: str) -> str:
    """Write a note as a paragraph: its mark as it stands, then its text, in which no mark has a footnote.

    The mark of a note on a figure leads back to it; what leads to a note finds it by its bookmark.
    """
    role = role_of(style)
    runs = tuple(replace(run, target=None) if run.role == "mark" else run for run in note.runs)
    printed = text_run(note.mark, mark, _chinese(writing, role, note.lang))
    text = runs_xml(runs, writing, role, note.lang, note.mark[-1:])
    place = writing.sources.get(note.id) or writing.listed.get(note.id)
    if place is None:
        return paragraph(style, printed + text)
    return paragraph(style, anchor(led(printed, writing.figures.get(note.id)) + text, place, writing))


def _group(members: Sequence[Block], following: Block | None, writing: Writing, place: Place) -> str:
    if len(members) > 1 or (isinstance(members[0], Pair) and id(members[0]) in pairs_in_columns(members)):
        pairs = [block for block in members if isinstance(block, Pair)]
        if pairs and not place.cell:
            return _columns(pairs, writing, place)
    together = [block for block in members if isinstance(block, Paragraph)] if len(members) > 1 else []
    if together and isinstance(members[0], Heading):
        return _run_in(members[0], together[0], writing, place)
    if together:
        return _joint(together, following, writing, place)
    notes = [note_xml(block, writing, "NoteText", "") for block in members if isinstance(block, Note)]
    if len(notes) > 1:  # two columns, to be read along the rows
        rows = [(left, right or "") for left, right in zip_longest(notes[::2], notes[1::2])]
        return before_table((), "zh-Hans", writing, place) + columns_xml(rows, place.width, "Notes") + GAP
    return _block(members[0], following, writing, place)


def _joint(members: Sequence[Paragraph], following: Block | None, writing: Writing, place: Place) -> str:
    """Write the mark of several bodies, or their names over the date that follows."""
    font = _chinese(writing, "title" if members[0].role == "issuer_mark" else "signature", "zh-Hans")
    if members[0].role == "issuer_mark":
        return joint_mark(members, place.direct.above, writing.style, font)
    assert isinstance(following, Paragraph)
    return joint_signature(members, following, writing.style, font, place.direct.line)


def _block(block: Block, following: Block | None, writing: Writing, place: Place) -> str:  # noqa: C901 - one case a block
    match block:
        case Heading():
            return _heading(block, writing, place)
        case Paragraph():
            return _paragraph(block, writing, place)
        case ListBlock():
            return _list(block, writing, place)
        case Table():
            return before_table(block.caption, block.lang, writing, place) + table_xml(block, writing, place) + GAP
        case Picture():
            return _picture(block, writing, place)
        case Chart():
            return _chart(block, writing, place)
        case Cards():
            return before_table((), block.lang, writing, place) + cards_xml(block, writing, place) + GAP
        case Note():
            return "" if writing.notes.get(block.id) is block else note_xml(block, writing, "NoteText", "")
        case Pair():
            return _stacked(block, writing, place)
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _heading(heading: Heading, writing: Writing, place: Place) -> str:
    style = place.direct.style or style_of(heading, place.english)
    if place.direct.letters:
        return _set_alone(heading.number + printed(heading.runs), style, heading.lang, writing, place)
    breaks = () if heading.number else breaks_of(plain(heading.runs), style, writing, place)
    content = _headed(heading, role_of(style), writing, place, breaks=breaks)
    if place.cell:  # a row of headings side by side neither keeps the next row nor stands apart from it
        return paragraph(style, content, '<w:keepNext w:val="0"/>' + _CLOSE + place.direct.properties)
    return paragraph(style, content, flow_of(place) + place.direct.properties)


def _run_in(heading: Heading, text: Paragraph, writing: Writing, place: Place) -> str:
    """Write a heading in the paragraph that goes on from it: a paragraph of its own would be a line of its own."""
    look = replace(heading, level=look_of(heading, writing.style))
    style, opening = style_of(text, place.english), f"RunIn{min(max(look.level, 1), 4)}"
    content = _headed(heading, role_of(style_of(look, place.english)), writing, place, opening)
    last = (heading.number + plain(heading.runs))[-1:]
    content += runs_xml(text.runs, writing, role_of(style), text.lang, last)
    return paragraph(style, content, f"{flow_of(place)}<w:widowControl/>{place.direct.properties}")  # no lone heading


def _headed(
    heading: Heading, role: TextRole, writing: Writing, place: Place, opening: str = "", breaks: Sequence[int] = ()
) -> str:
    """Write number and words of a heading, in a character style where it opens a paragraph; the contents lead to it."""
    own = f'<w:rStyle w:val="{opening}"/>' if opening else ""
    content = text_run(heading.number, own + language(heading.lang), _chinese(writing, role, heading.lang))
    content += runs_xml(heading.runs, writing, role, heading.lang, heading.number[-1:], breaks, own)
    if 1 <= heading.level <= writing.depth and not place.english:
        name = f"_Toc{len(writing.entries) + 1:08d}"
        shown = heading.number + "".join(run.text for run in heading.runs if run.role != "mark")
        writing.entries.append(Entry(heading.level, shown.rstrip("。"), name))
        content = anchor(content, name, writing)
    return content


_CLOSE = '<w:spacing w:before="0" w:after="0"/>'


def _paragraph(block: Paragraph, writing: Writing, place: Place) -> str:
    style = place.direct.style or style_of(block, place.english)
    if place.direct.letters:
        return _set_alone(printed(block.runs), style, block.lang, writing, place)
    breaks = breaks_of(plain(block.runs), style, writing, place)
    content = runs_xml(block.runs, writing, role_of(style), block.lang, breaks=breaks)
    drop = f'<w:spacing w:before="{place.drop}"/>' if place.drop and style == "English" else ""
    return paragraph(style, content, flow_of(place) + (drop or place.direct.properties))


def _set_alone(text: str, style: str, lang: str, writing: Writing, place: Place) -> str:
    """Write a line whose letters its part in the document gives."""
    content = text_run(text, place.direct.letters + language(lang), _chinese(writing, role_of(style), lang))
    return paragraph(style, content, flow_of(place) + place.direct.properties)


def _list(block: ListBlock, writing: Writing, place: Place) -> str:
    counts = counting(block.items)
    if counts is not None:
        writing.lists.append(counts)
    number, parts = len(writing.lists), list[str]()
    for index, item in enumerate(block.items):
        properties = flow_of(replace(place, break_before=place.break_before and index == 0))
        if counts is None:
            printed_mark = item.mark + apart(item.mark)
            mark = text_run(printed_mark, language(block.lang), _chinese(writing, "body", block.lang))
            properties += _deeper(item.level, writing) or place.direct.properties
        else:
            mark = ""
            properties += f'<w:numPr><w:ilvl w:val="{item.level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
            properties += place.direct.properties
        content = mark + runs_xml(item.runs, writing, "body", block.lang, item.mark[-1:])
        parts.append(paragraph("ListParagraph", content, properties))
    return "".join(parts)


def _deeper(level: int, writing: Writing) -> str:
    left = max(0, min(level, 9) - 1) * 2
    return paragraph_properties(replace(writing.style.text["body"], left=left)) if left else ""


def _chart(chart: Chart, writing: Writing, place: Place) -> str:
    writing.charts.append(chart)
    number = len(writing.charts)
    width, height = chart_size(chart, place.width)
    alt = chart.alt or plain(chart.title)
    name = attribute(plain(chart.title) or f"图 {number}")
    drawing = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{round(width * EMU)}" cy="{round(height * EMU)}"/>'
        f'<wp:docPr id="{1000 + number}" name="{name}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="rChart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    return before_table(chart.title, chart.lang, writing, place) + paragraph("Picture", drawing, keep_of(place))


def _picture(picture: Picture, writing: Writing, place: Place) -> str:
    """Write a picture, and below it the line that names it."""
    drawing = drawing_xml(picture, writing, place.width)
    named = runs_xml(picture.caption, writing, "caption", picture.lang)
    under = paragraph("Caption", named, '<w:keepNext w:val="0"/>' if drawing else flow_of(place)) if named else ""
    if not drawing:
        return under
    keep = "<w:keepNext/>" if under or place.keep else ""
    return paragraph("Picture", drawing, keep + ("<w:pageBreakBefore/>" if place.break_before else "")) + under


MM = 25.4 / 72
"""Millimetres in a point."""
BASE = 0.8
"""Share of a line's height above its base line, where lines have a fixed height."""


def _columns(pairs: Sequence[Pair], writing: Writing, place: Place) -> str:
    inside = replace(place, cell=True, break_before=False)
    zh = replace(inside, width=place.width * CHINESE - COLUMN_MARGIN * MM)
    en = replace(inside, width=place.width * (1 - CHINESE) - COLUMN_MARGIN * MM, english=True)
    texts = writing.style.text
    drop = max(0, round((texts["body"].line - texts["english"].line) * BASE * PT))
    rows = [
        (
            blocks_xml(pair.zh, writing, zh) if pair.en else blocks_xml(unpaired(pair), writing, inside),
            blocks_xml(pair.en, writing, replace(en, drop=drop)),
        )
        for pair in pairs
    ]
    return (
        before_table((), "zh-Hans", writing, place)
        + columns_xml(rows, place.width, whole=writing.style.kind == "brief")
        + GAP
    )


def _stacked(pair: Pair, writing: Writing, place: Place) -> str:
    chinese = blocks_xml(pair.zh, writing, replace(place, keep=place.keep or bool(pair.en), direct=PLAIN))
    stays = place.keep or any(isinstance(block, Heading) for block in pair.zh)
    inside = replace(place, english=True, keep=stays, break_before=place.break_before and not chinese, direct=PLAIN)
    return chinese + "".join(_kept(pair.en, writing, inside))


def _kept(blocks: Sequence[Block], writing: Writing, place: Place) -> Iterator[str]:
    for index, block in enumerate(blocks):
        last = index == len(blocks) - 1
        here = replace(place, keep=place.keep or not last, break_before=place.break_before and index == 0)
        yield blocks_xml((block,), writing, here)


def _chinese(writing: Writing, role: TextRole, lang: str) -> str:
    return writing.fonts[writing.style.text[role].font].name if lang.startswith("zh") else ""
