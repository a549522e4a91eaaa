"""Put a document together from its lines: head, body, appendix, metadata, account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exporter.errors import SourceError
from exporter.facts.time.report_years import with_years
from exporter.model import Alteration, Block, Document, Notice, Origin, RegionKind, Source
from exporter.readers.account import regions
from exporter.readers.lines.cell_tables import left_flat
from exporter.readers.lines.line import SPACE, Line
from exporter.readers.lines.preparing import Prepared, prepared
from exporter.readers.lines.recognisers import LineClass
from exporter.readers.structure.appendix import appendix_of
from exporter.readers.structure.blocks import Setting, blocks, marks_without_notes
from exporter.readers.structure.closing import names_listed, with_addressee
from exporter.readers.structure.counted import counted, lost_numbers
from exporter.readers.structure.entries import entries_of
from exporter.readers.structure.furniture import notices_of
from exporter.readers.structure.head import head_of
from exporter.readers.structure.layout import Layout, lay_out
from exporter.readers.structure.metadata import metadata_of
from exporter.readers.structure.soundness import broken_off, damaged, doubtful, garbled, several, without_notes
from exporter.readers.structure.table_parts import bound

PDF = "application/pdf"
FEW, MANY = 4, 12
"""Long lines that are needed to tell that lines were broken: of a PDF they nearly always were."""
MARKUP = LineClass("furniture", "markup")
LOOSE = SPACE + "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_SIMPLIFIED = "这国时们个为来会学对发说经过动种从后还无与业实进现机当点关体应开么条间样问题报务财税总预万亿"
_TRADITIONAL = "這國時們個為來會學對發說經過動種從後還無與業實進現機當點關體應開麼條間樣問題報務財稅總預萬億"


def assemble(
    source: Source,
    text: str,
    lines: Iterable[Line],
    encoding: str | None,
    notices: Sequence[Notice] = (),
    page: bool = True,
    known: Sequence[LineClass | None] | None = None,
    first: int = 0,
) -> Document:
    """Put a document together; `page`, `known` and `first` as in `lay_out`."""
    origin = Origin(source.name, source.media, encoding, source.sha256, text)
    least = FEW if source.media == PDF else MANY
    return with_years(_document(origin, prepared(text, lines, known, first, least), notices, page))


def _document(origin: Origin, ready: Prepared, notices: Sequence[Notice], page: bool) -> Document:
    """Make a document of prepared lines, none of which outlives it; `page` as in `lay_out`."""
    if not ready.lines:
        raise SourceError(f"{origin.name}: holds no text; give a file that holds a document", "source.empty")
    text = origin.text
    layout = lay_out(ready.lines, page, ready.known, ready.first)
    language = language_of(text)
    head = head_of(text, ready.lines, layout, language)
    body, attached = (_of_kind(ready.lines, layout, kind) for kind in ("body", "appendix"))
    after = appendix_of(text, attached, language, not ready.broken, names_listed(body) if attached else ())
    marks = dict(after.marks) or marks_without_notes(body)
    made, kept, found = _read(text, body, ready.broken, Setting(language, marks))
    altered = _alterations([*head.printed, *kept, *after.lines])
    wrong = (
        *broken_off(made),
        *several(made),
        *damaged(altered),
        *garbled(made),
        *doubtful(made),
        *without_notes(marks),
    )
    texts, days = [line.text for line in ready.lines], _days_behind(ready.lines, layout)
    return Document(
        metadata=metadata_of(head, made, texts, language, days),
        blocks=tuple(bound((*head.blocks, *made, *after.imprint))),
        origin=origin,
        appendix=tuple(bound(after.blocks)),
        account=regions(len(text), _marks(text, ready.lots(layout.lots))),
        alterations=altered,
        notices=(*notices, *found, *after.notices, *wrong, *_of_lines(ready.lines, layout)),
    )


def _read(
    text: str, lines: Sequence[Line], broken: bool, setting: Setting
) -> tuple[list[Block], list[Line], list[Notice]]:
    """Give the blocks of a body, the lines that they are made of, and notices."""
    entries, found = entries_of(text, lines, broken)
    kept = [entry.line for entry in entries]
    setting = replace(setting, counted=counted(kept, setting.marks))
    return with_addressee(blocks(entries, setting)), kept, [*found, *lost_numbers(text, kept)]


def _days_behind(lines: Sequence[Line], layout: Layout) -> list[str]:
    """Give the days by which a page dates itself behind the text."""
    date = LineClass("metadata", "date")
    last = max((at for at, lot in enumerate(layout.lots) if lot.kind == "body"), default=len(lines))
    return [line.text for line, lot in zip(lines[last:], layout.lots[last:], strict=True) if lot == date]


def _of_lines(lines: Sequence[Line], layout: Layout) -> tuple[Notice, ...]:
    return (*left_flat(lines), *notices_of(lines, layout.lots))


def language_of(text: str) -> str:
    """Tell traditional from simplified Chinese by characters that only one of them has."""
    sample = text[:20_000]
    traditional, simplified = (sum(map(sample.count, letters)) for letters in (_TRADITIONAL, _SIMPLIFIED))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _of_kind(lines: Sequence[Line], layout: Layout, kind: RegionKind) -> list[Line]:
    return [line for line, lot in zip(lines, layout.lots, strict=True) if lot.kind == kind]


def _marks(text: str, places: Iterable[tuple[int, int, LineClass]]) -> Iterator[tuple[int, LineClass]]:
    """Give where each lot begins; what is neither line nor white space is markup."""
    last = 0
    for start, end, lot in places:
        if text[last:start].strip(LOOSE):
            yield last, MARKUP
        yield start, lot
        last = end
    if text[last:].strip(LOOSE):
        yield last, MARKUP


def _alterations(lines: Sequence[Line]) -> tuple[Alteration, ...]:
    found = sorted((one for line in lines for one in _edits(line)), key=lambda one: one.span.start)
    return tuple(one for before, one in zip([None, *found], found, strict=False) if before is not one)


def _edits(line: Line) -> Iterator[Alteration]:
    yield from line.edits
    if line.grid is not None:
        for row in line.grid.rows:
            for cell in row:
                yield from cell.line.edits if cell.line else ()
