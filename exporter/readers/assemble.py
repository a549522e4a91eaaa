"""Put a document together from its lines: head, body, appendix, metadata, account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.errors import SourceError
from exporter.model import (
    Alteration,
    Block,
    Document,
    Heading,
    Notice,
    Origin,
    Source,
    Span,
)
from exporter.readers.account import regions
from exporter.readers.blocks import blocks, paragraph
from exporter.readers.furniture import SPEAKER, SUBTITLE, Layout, Lot, lay_out
from exporter.readers.joining import BROKEN_HEADING, rejoined
from exporter.readers.lines import SPACE, Line, cut, join, run
from exporter.readers.metadata import head_of, metadata_of
from exporter.readers.outline import outline
from exporter.readers.repair import repaired

MARKUP = Lot("furniture", "markup")
LOOSE = SPACE + "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_SIMPLIFIED = frozenset("这国时们个为来会学对发说经过动种从后还无与业实进现机当点关体应开么条间样问题报务财税总预万亿")
_TRADITIONAL = frozenset("這國時們個為來會學對發說經過動種從後還無與業實進現機當點關體應開麼條間樣問題報務財稅總預萬億")


def assemble(
    source: Source,
    text: str,
    lines: Sequence[Line],
    encoding: str | None,
    notices: Sequence[Notice] = (),
    page: bool = True,
    known: Sequence[Lot | None] | None = None,
    first: int = 0,
) -> Document:
    """Put a document together; `page`, `known` and `first` as in `lay_out`."""
    mended = [repaired(text, line) for line in lines]
    if not mended:
        raise SourceError(f"{source.name}: holds no text; give a file that holds a document", "source.empty")
    layout = lay_out(mended, page, known, first)
    origin = Origin(source.name, source.media, encoding, source.sha256, text)
    language = language_of(text)
    body = [line for line, lot in zip(mended, layout.lots, strict=True) if lot.kind == "body"]
    entries, found = outline(rejoined(text, body))
    head, title, subtitle = _head(text, mended, layout, language)
    made = (*head, *blocks(entries, language))
    metadata = metadata_of(head_of(mended, layout), title, subtitle, language)
    return Document(
        metadata=metadata,
        blocks=made,
        origin=origin,
        account=regions(len(text), _marks(text, mended, layout.lots)),
        alterations=_alterations([*(entry.line for entry in entries), *_kept_head(mended, layout)]),
        notices=(*notices, *found),
    )


def language_of(text: str) -> str:
    """Tell traditional from simplified Chinese by characters that only one of them has."""
    sample = text[:50_000]
    traditional = sum(1 for letter in sample if letter in _TRADITIONAL)
    simplified = sum(1 for letter in sample if letter in _SIMPLIFIED)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _marks(text: str, lines: Sequence[Line], lots: Sequence[Lot]) -> Iterator[tuple[int, Lot]]:
    """Give where each line's lot begins; what is neither line nor white space is markup."""
    end = 0
    for line, lot in zip(lines, lots, strict=True):
        if text[end : line.start].strip(LOOSE):
            yield end, MARKUP
        yield line.start, lot
        end = line.end
    if text[end:].strip(LOOSE):
        yield end, MARKUP


def _kept_head(lines: Sequence[Line], layout: Layout) -> list[Line]:
    return [line for line, lot in zip(lines, layout.lots, strict=True) if lot.kind == "metadata"]


def _alterations(lines: Sequence[Line]) -> tuple[Alteration, ...]:
    found = {one.span: one for line in lines for one in _edits(line)}
    return tuple(found[span] for span in sorted(found))


def _edits(line: Line) -> Iterator[Alteration]:
    yield from line.edits
    if line.grid is not None:
        for row in line.grid.rows:
            for cell in row:
                yield from cell.line.edits if cell.line else ()


def _head(text: str, lines: Sequence[Line], layout: Layout, lang: str) -> tuple[list[Block], str | None, str | None]:
    """Make the blocks of the head: title, subtitle, who speaks."""
    if layout.title is None:
        return [], None, None
    made: list[Block] = []
    title, *below = _title_lines(text, lines, layout)
    made.append(Heading(0, (run(title),), lang=lang, span=Span(title.start, title.end)))
    subtitle = None
    for line in below:
        if SUBTITLE.search(line.text):
            subtitle = subtitle or re.sub(r"^[—\-－―\s]+", "", line.text)
            made.append(paragraph(line, lang, "subtitle"))
        elif SPEAKER.match(line.text):
            made.append(paragraph(line, lang, "byline"))
    return made, title.text, subtitle


def _title_lines(text: str, lines: Sequence[Line], layout: Layout) -> list[Line]:
    assert layout.title is not None
    rows = [
        lines[index]
        for index in range(layout.title, layout.start)
        if layout.lots[index].kind == "metadata" and layout.lots[index].reason in ("title", "head")
    ]
    dash = re.search(r"(?<=\S)\s*——", rows[0].text)
    rows = [*cut(rows[0], [dash.start()]), *rows[1:]] if dash else rows
    done = [rows[0]]
    for row in rows[1:]:
        last = done[-1]
        if last.text.startswith("——") and _is_rest(last.text, row.text):
            done[-1] = join(text, last, row, BROKEN_HEADING)
        else:
            done.append(row)
    return done


def _is_rest(subtitle: str, text: str) -> bool:
    """Tell whether a line is the rest of a subtitle that names a session."""
    if re.search(r"[上）]$", subtitle) or text.startswith(("——", "（")) or len(subtitle) + len(text) > 60:
        return False
    return SUBTITLE.search(text) is not None
