"""Put a document together from its lines: head, body, appendix, metadata, account."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from exporter.errors import SourceError
from exporter.model import Alteration, Document, Notice, Origin, RegionKind, Source
from exporter.readers.account import regions
from exporter.readers.appendix import appendix_of
from exporter.readers.blocks import Setting, blocks
from exporter.readers.closing import broken_off, closing
from exporter.readers.furniture import Layout, Lot, lay_out
from exporter.readers.head import head_of
from exporter.readers.joining import rejoined
from exporter.readers.lines import SPACE, Line
from exporter.readers.mending import repaired, untabbed
from exporter.readers.metadata import metadata_of
from exporter.readers.outline import outline
from exporter.readers.pages import page_lots, with_levels
from exporter.readers.unglue import unglued
from exporter.readers.wrapping import full_width, loosened, unwrapped

PDF = "application/pdf"
MARKUP = Lot("furniture", "markup")
LOOSE = SPACE + "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_SIMPLIFIED = "这国时们个为来会学对发说经过动种从后还无与业实进现机当点关体应开么条间样问题报务财税总预万亿"
_TRADITIONAL = "這國時們個為來會學對發說經過動種從後還無與業實進現機當點關體應開麼條間樣問題報務財稅總預萬億"


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
    mended, known, first = _mended(text, lines, known, first)
    if not mended:
        raise SourceError(f"{source.name}: holds no text; give a file that holds a document", "source.empty")
    full = full_width(text, mended, 12 if source.media != PDF else 4) if known is None else 0
    pieces = mended
    if full:
        pieces, pages, mended = _without_pages(text, mended, full)
    elif known is None:
        mended = pieces = unglued(mended)
    layout = lay_out(mended, page, known, first)
    lots = layout.lots if not full else _lots_of_pieces(pieces, pages, mended, layout.lots)
    language = language_of(text)
    head = head_of(text, mended, layout, language)
    after = appendix_of(text, _of_kind(mended, layout, "appendix"), language, free=not full)
    body = _of_kind(mended, layout, "body")
    entries, found = outline(body if full else rejoined(text, body))
    made = closing(blocks(entries, Setting(language, dict(after.marks))))
    kept = [*head.printed, *(entry.line for entry in entries), *after.lines]
    return Document(
        metadata=metadata_of(head, made, [line.text for line in mended], language),
        blocks=(*head.blocks, *made),
        origin=Origin(source.name, source.media, encoding, source.sha256, text),
        appendix=after.blocks,
        account=regions(len(text), _marks(text, pieces, lots)),
        alterations=_alterations(kept),
        notices=(*notices, *found, *after.notices, *broken_off(made)),
    )


def _mended(
    text: str, lines: Sequence[Line], known: Sequence[Lot | None] | None, first: int
) -> tuple[list[Line], Sequence[Lot | None] | None, int]:
    """Repair lines; one that held only what no file may hold is left out, and with it what is known of it."""
    mended = [repaired(text, line) for line in lines]
    kept = [index for index, line in enumerate(mended) if line.grid is not None or line.text.strip(SPACE)]
    first = sum(1 for index in kept if index < first)
    return untabbed(text, [mended[index] for index in kept]), known and [known[index] for index in kept], first


def _without_pages(text: str, lines: Sequence[Line], full: int) -> tuple[list[Line], list[Lot | None], list[Line]]:
    """Give the lines of pages, the lot of those that are the pages' own, and the paragraphs that the others make."""
    loose = [loosened(text, line) for line in lines]
    pages = page_lots(loose)
    levelled = with_levels(loose, pages)
    own = [line for line, lot in zip(levelled, pages, strict=True) if lot is None]
    return levelled, pages, unwrapped(text, own, full)


def _lots_of_pieces(
    pieces: Sequence[Line], pages: Sequence[Lot | None], joined: Sequence[Line], lots: Sequence[Lot]
) -> list[Lot]:
    """Give each line of a page the lot of the paragraph that it became a part of."""
    starts = [line.start for line in joined]
    return [
        page or lots[max(0, bisect_right(starts, piece.start) - 1)] for piece, page in zip(pieces, pages, strict=True)
    ]


def language_of(text: str) -> str:
    """Tell traditional from simplified Chinese by characters that only one of them has."""
    sample = text[:20_000]
    traditional, simplified = (sum(map(sample.count, letters)) for letters in (_TRADITIONAL, _SIMPLIFIED))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _of_kind(lines: Sequence[Line], layout: Layout, kind: RegionKind) -> list[Line]:
    return [line for line, lot in zip(lines, layout.lots, strict=True) if lot.kind == kind]


def _marks(text: str, lines: Sequence[Line], lots: Sequence[Lot]) -> Iterator[tuple[int, Lot]]:
    """Give where each line's lot begins; what is neither line nor white space is markup."""
    end = 0
    for whole, lot in zip(lines, lots, strict=True):
        for line in _visible(whole):
            if text[end : line.start].strip(LOOSE):
                yield end, MARKUP
            yield line.start, lot
            end = line.end
    if text[end:].strip(LOOSE):
        yield end, MARKUP


def _visible(line: Line) -> list[Line]:
    """Give the lines of a table's cells in the order of the source; a plain line is its own."""
    if line.grid is None:
        return [line]
    return sorted((cell.line for row in line.grid.rows for cell in row if cell.line), key=lambda one: one.start)


def _alterations(lines: Sequence[Line]) -> tuple[Alteration, ...]:
    found = sorted((one for line in lines for one in _edits(line)), key=lambda one: one.span.start)
    return tuple(one for before, one in zip([None, *found], found, strict=False) if before is not one)


def _edits(line: Line) -> Iterator[Alteration]:
    yield from line.edits
    if line.grid is not None:
        for row in line.grid.rows:
            for cell in row:
                yield from cell.line.edits if cell.line else ()
