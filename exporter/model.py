"""Hold a formal document as frozen data: its blocks, its figures, and the place of each in the source.

Every offset counts characters of `Origin.text`, the decoded and unaltered source, and every
`Span` is half-open. The `account` of a document tiles that text: nothing of the source is in
none of its regions, and nothing is in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, TypeAlias, assert_never

from exporter import display

MODEL_VERSION = 2
"""Version of this model; written into every JSON file and checked on reading."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of the source text."""

    start: int
    end: int


# ---------------------------------------------------------------- what goes in


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read, under a name that a person would recognise."""

    name: str
    """File name without folder, `stdin`, or the last part of a URL."""
    data: bytes
    media: str
    """`text/plain`, `text/html`, `text/markdown`, `application/pdf`, `application/json`, or Word's."""
    sha256: str
    """Hash of `data`, lower-case hexadecimal."""

    def __repr__(self) -> str:
        return display.line("Source", repr(self.name), self.media, f"{len(self.data)} bytes")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was read from: hash of the bytes and the decoded, unaltered text."""

    name: str
    media: str
    encoding: str | None
    """`utf-8`, `gb18030`, `big5` …; None where the format has no character encoding (Word, PDF)."""
    sha256: str
    text: str
    """Decoded text; for Word and PDF their text layer, a paragraph or line each, joined by `\\n`."""

    def __repr__(self) -> str:
        return display.line("Origin", repr(self.name), self.media, f"{len(self.text)} characters")


RegionKind: TypeAlias = Literal["body", "metadata", "appendix", "furniture"]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source and what it was taken for."""

    span: Span
    kind: RegionKind
    reason: str = ""
    """Why it is furniture (`navigation`, `site footer`, `markup` …) or which metadata it is."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One listed change between source and document: `was` stood at `span`, the document says `now`."""

    span: Span
    was: str
    now: str
    rule: str


NoticeLevel: TypeAlias = Literal["info", "warning"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know, with a stable dotted code and its place where it has one."""

    code: str
    message: str
    level: NoticeLevel = "warning"
    span: Span | None = None


# ---------------------------------------------------------------- runs and blocks

RunRole: TypeAlias = Literal["plain", "strong", "emphasis", "lead", "figure", "mark", "link"]
Raised: TypeAlias = Literal["none", "super", "sub"]
EnglishStatus: TypeAlias = Literal["verified", "reviewed", "draft", "machine", "untranslated"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind inside a block."""

    text: str
    role: RunRole = "plain"
    """`lead`: an unnumbered opening phrase; `figure`: a fact's text; `mark`: a note's mark."""
    span: Span | None = None
    lang: str | None = None
    """None: the language of the block."""
    target: str | None = None
    """A fact's id (`figure`), a note's id (`mark`), an http, https or mailto address (`link`)."""
    raised: Raised = "none"
    """Set small above (`super`: the 2 of m²) or below (`sub`: the 2 of CO₂) the line."""
    struck: bool = False
    """Struck out by the source: shown struck, and no part of what the text says."""
    ruby: str = ""
    """How it is read, set above it: pó over 鄱."""

    def __repr__(self) -> str:
        return display.run(self)


Runs: TypeAlias = tuple[Run, ...]

ParagraphRole: TypeAlias = Literal[
    "body",
    "subtitle",
    "addressee",
    "closing",
    "signature",
    "date",
    "attachment",
    "document_number",
    "byline",
    "caption",
    "note",
    "provenance",
    "status",
    "copy_number",
    "secrecy",
    "urgency",
    "issuer_mark",
    "signatory",
    "remark",
    "copied_to",
    "issued",
]
"""What a paragraph is. The last eight are parts of an official paper by GB/T 9704-2012: 份号, 密级和保密期限,
紧急程度, 发文机关标志, 签发人, 附注, 抄送机关, 印发机关和印发日期."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title is level 0. `number` is printed before `runs` as it stands (`（一）`)."""

    level: int
    runs: Runs
    number: str = ""
    run_in: bool = False
    """The heading opens the paragraph that follows it and is set in one line with it."""
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, or a line with a part of its own in a formal document."""

    runs: Runs
    role: ParagraphRole = "body"
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `mark` is its printed number or bullet (`1.`, `①`, `一是`), part of the text."""

    mark: str
    runs: Runs
    level: int = 1
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Items that stand each in a line of their own."""

    items: tuple[ListItem, ...]
    lang: str = "zh-Hans"
    span: Span | None = None


Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; columns and rows that it covers are counted from its own place."""

    runs: Runs
    colspan: int = 1
    rowspan: int = 1
    align: Align = "left"
    lang: str | None = None
    """None: the language of the table."""
    span: Span | None = None


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first `header_rows` are headings and repeat on every page."""

    rows: tuple[Row, ...]
    header_rows: int = 1
    caption: Runs = ()
    widths: tuple[Decimal, ...] = ()
    """Relative column widths, or empty: shared by need."""
    lang: str = "zh-Hans"
    span: Span | None = None


ChartKind: TypeAlias = Literal["bar", "column", "line"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart, a value (or None) for each category."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data, drawn by each renderer in its own way; `alt` says it in words."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    title: Runs = ()
    alt: str = ""
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card says in one language: a label, the figure, and a note (its change, its year)."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure in one or two languages; `fact` is the id of the figure it shows."""

    zh: CardFace | None
    en: CardFace | None
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Key figures shown large, side by side."""

    cards: tuple[Card, ...]
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the source, with the line below it that names it.

    `image` is the hash of its bytes, which `Document.media` holds once; empty where the source only
    gives an address.
    """

    image: str = ""
    alt: str = ""
    """What it shows, in the source's words."""
    caption: Runs = ()
    address: str = ""
    width: Decimal | None = None
    """Width in mm that the source gives it; None: as its pixels ask for, 96 to the inch."""
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or glossary entry; `mark` is printed, `id` is what a `mark` run points to."""

    id: str
    mark: str
    runs: Runs
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage in two languages, kept together; `en` is empty where it is untranslated."""

    zh: tuple[Block, ...]
    en: tuple[Block, ...]
    status: EnglishStatus
    lang: str = "zh-Hans"
    span: Span | None = None


Block: TypeAlias = Heading | Paragraph | ListBlock | Table | Picture | Chart | Cards | Pair | Note | PageBreak


# ---------------------------------------------------------------- figures

ChangeKind: TypeAlias = Literal["percent", "percentage_points", "multiple", "absolute", "rank", "none"]
Bound: TypeAlias = Literal["exact", "at_least", "at_most", "about", "nearly", "over", "range", "strive"]
FactKind: TypeAlias = Literal["actual", "target", "estimate"]
PeriodType: TypeAlias = Literal["year", "span", "half", "quarter", "month", "to_date", "point"]
"""`to_date`: from January on; `point`: the state at the end of the period named."""
Measure: TypeAlias = Literal["level", "flow", "change", "share", "rank", "ratio", "completion"]
"""`level`: how large the thing named is; `flow`: what was done or added, with a deed; `change`: only a change is
stated; `completion`: a part of a plan."""
StretchRole: TypeAlias = Literal[
    "agent",
    "deed",
    "thing",
    "modifier",
    "whole",
    "base",
    "among",
    "scope",
    "time",
    "degree",
    "purpose",
    "value",
    "unit",
    "bound",
    "change",
    "licensed",
    "unread",
]
"""What a stretch of a clause does. `licensed`: it changes nothing that the fact says; `unread`: nobody knows."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source and what it does for a figure."""

    span: Span
    role: StretchRole
    inherited: bool = False
    """It stands in another clause, at `span`, and holds for this one too: the verb of a list, a shared modifier."""
    licence: str = ""
    """Of `licensed`: the row of `source/licences.tsv` that allows it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the source as typed data. Contract: `facts --format jsonl`, a field each.

    Numbers are exact (`Decimal`), in the unit printed: 157.3 and 亿元, never 15730000000.
    """

    id: str
    span: Span
    line: int
    """1-based line of `span.start` in the source text."""
    quote: str
    """The source's own text at `span`, unaltered."""
    indicator: str
    value: str | None = None
    """As printed; None where only growth is stated."""
    number: Decimal | None = None
    """`value` normalised; the lower end of a range."""
    upper: Decimal | None = None
    """The upper end of a range."""
    unit: str | None = None
    change: Decimal | None = None
    """Signed. `multiple` counts percent: 增长2倍 is 200, 是…的2.2倍 is 120."""
    change_kind: ChangeKind = "none"
    change_bound: Bound = "exact"
    """Bound of the change: 增长8%以上 is at_least."""
    bound: Bound = "exact"
    """Bound of the value, or of the change where there is no value."""
    qualifier: str | None = None
    """The printed word of the bound: 左右, 以上, 近."""
    period: str | None = None
    """A year `2017`, a span of years `2016-2020`, `2025-H1`, `2025-Q1`, `2025-11`, or months `2025-01/2025-11`."""
    period_type: PeriodType | None = None
    kind: FactKind = "actual"
    scope: str | None = None
    part_of: str | None = None
    """The indicator that this one is a stated part of (其中)."""
    section: str | None = None
    """Number and text of the level-1 heading that it stands under."""
    deed: str | None = None
    """What was done with the thing counted: 新增, 拆除; None for a level."""
    measure: Measure = "level"
    base: str | None = None
    """What a change or a completion is measured from: a period, `previous_year`, `previous_period`, `plan`, `quota`."""
    average: bool = False
    """A mean of several years' rates or sums."""
    among: str | None = None
    """Field of a rank as printed: 全国."""
    currency: str | None = None
    """ISO 4217 code, where the unit is money."""
    sure: bool = True
    """False where time or kind of its section, or a word of its clause, is not settled."""
    account: tuple[Stretch, ...] = ()
    """Tiles its clause in order, a role for every character; what is inherited follows."""
    number_span: Span | None = None
    """Place of the number itself (or of the change, where there is no value)."""
    indicator_en: str | None = None
    value_en: str | None = None
    english: str | None = None
    english_status: EnglishStatus = "untranslated"

    def __repr__(self) -> str:
        said = " ".join(one for one in (self.value, self.unit) if one) or f"change {self.change}"
        return display.line("Fact", self.id, f"{self.indicator}:", said, self.period, f"(line {self.line})")

    def _repr_html_(self) -> str:
        return display.facts_page([self])


# ---------------------------------------------------------------- the document

DocType: TypeAlias = Literal[
    "work_report",
    "communique",
    "notice",
    "letter",
    "order",
    "minutes",
    "budget",
    "plan",
    "speech",
    "news",
    "other",
]
"""`notice` is any official paper (公文) but a letter (函), an order (令) and minutes (纪要)."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the source says of itself; what it does not say is None or empty."""

    title: str | None = None
    subtitle: str | None = None
    place: str | None = None
    place_rank: str | None = None
    """`national`, `province`, `prefecture`, `county`, `township`, or None."""
    year_reviewed: int | None = None
    year_planned: int | None = None
    date: str | None = None
    """ISO 8601 day, of the paper (成文日期), of publication or of the speech."""
    speech_date: str | None = None
    """ISO 8601 day on which a report was given, wherever the page around it was made later."""
    publisher: str | None = None
    speaker: str | None = None
    session: str | None = None
    copy_number: str | None = None
    """份号, as printed: `000012`."""
    secrecy: str | None = None
    """密级和保密期限, without blanks: `机密★1年`."""
    urgency: str | None = None
    """紧急程度: `特急`."""
    issuer_mark: str | None = None
    """发文机关标志 (红头), as printed: `青河市人民政府文件`."""
    document_number: str | None = None
    """发文字号: `青政发〔2025〕7号`; of an order `第48号`, of minutes `〔2025〕7号`."""
    signatory: str | None = None
    """签发人 without the label; several are parted by 、."""
    addressee: str | None = None
    signature: str | None = None
    attachments: tuple[str, ...] = ()
    """Names in the 附件说明, without their numbers."""
    note: str | None = None
    """附注, as printed: `（此件公开发布）`."""
    copied_to: str | None = None
    """What follows 抄送：."""
    issued_by: str | None = None
    """印发机关."""
    issued_on: str | None = None
    """印发日期, ISO 8601."""
    doc_type: DocType = "other"
    language: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Medium:
    """The bytes of a picture, once however often it is shown."""

    sha256: str
    """Hash of `data`, lower-case hexadecimal: what `Picture.image` names."""
    media: str
    """`image/png`, `image/jpeg`, `image/gif`, `image/x-emf` …"""
    data: bytes = field(repr=False)
    width: int = 0
    """Pixels; 0 where they are not known."""
    height: int = 0


@dataclass(frozen=True, slots=True)
class PersonalTerm:
    """A term of the user's own, who said so, and when; it stands before every rule."""

    zh: str
    en: str
    kind: str = "noun"
    by: str = ""
    on: str = ""
    """ISO 8601 day."""


@dataclass(frozen=True, slots=True)
class Document:
    """A formal document: what it says (`blocks`), of itself (`metadata`), and where from (`origin`).

    The title stands in `metadata.title`, and as a level-0 heading in `blocks` where the source
    prints one. `appendix` (glossary, notes of the source) follows `blocks` in every rendering.
    """

    metadata: Metadata
    blocks: tuple[Block, ...]
    origin: Origin | None = None
    appendix: tuple[Block, ...] = ()
    account: tuple[Region, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    facts: tuple[Fact, ...] = ()
    notices: tuple[Notice, ...] = ()
    media: tuple[Medium, ...] = ()
    """Bytes of the pictures, each once."""
    terms: tuple[PersonalTerm, ...] = ()
    """The user's own terms for it."""
    kind: Literal["document", "brief"] = "document"
    """A brief is printed as it stands, in a style for briefs, by whichever target."""

    def __repr__(self) -> str:
        return display.document(self)

    def _repr_html_(self) -> str:
        heads = [block for block in self.blocks if isinstance(block, Heading) and block.level]
        return display.document_page(self, [(block.level, heading_text(block)) for block in heads])


# ---------------------------------------------------------------- questions asked of it


def plain(runs: Runs) -> str:
    """Join the text of runs."""
    return "".join(run.text for run in runs)


_SMALL = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"), str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def spoken(runs: Runs) -> Runs:
    """Give the runs of what a text says: struck ones left out, raised and lowered ones as characters of their own.

    A character stands for a character, so that every place in the source stays what it was.
    """
    if all(run.raised == "none" and not run.struck for run in runs):
        return runs
    return tuple(_small(run) for run in runs if not run.struck)


def _small(run: Run) -> Run:
    if run.raised == "none" or run.role == "mark":
        return run
    return replace(run, text=run.text.translate(_SMALL[run.raised == "sub"]), raised="none")


def with_readings(runs: Runs) -> Runs:
    """Give runs for where nothing can stand above the line: how they are read follows in brackets, 鄱（pó）."""
    if not any(run.ruby for run in runs):
        return runs
    return tuple(replace(run, text=f"{run.text}（{run.ruby}）", ruby="") if run.ruby else run for run in runs)


def heading_text(heading: Heading) -> str:
    """Give the heading as printed, number first."""
    return heading.number + plain(heading.runs)


def printed(runs: Runs) -> str:
    """Give the text of runs with how they are read in brackets: what stands on a page, in one line."""
    return plain(with_readings(runs))


def lines_of(block: Block) -> Iterator[str]:  # noqa: C901 - one case a block
    """Give the text of a block as it must come out of every renderer: whole, in order, a line each."""
    match block:
        case Heading():
            yield block.number + printed(block.runs)
        case Paragraph():
            yield printed(block.runs)
        case ListBlock(items=items):
            yield from (item.mark + printed(item.runs) for item in items)
        case Table(rows=rows, caption=caption):
            if caption:
                yield printed(caption)
            yield from (printed(cell.runs) for row in rows for cell in row)
        case Picture(caption=caption):
            if caption:
                yield printed(caption)
        case Chart(title=title):
            if title:
                yield printed(title)
        case Cards(cards=cards):
            for face in (face for card in cards for face in (card.zh, card.en) if face):
                yield from (text for text in (face.label, face.value, face.note) if text)
        case Note(mark=mark, runs=runs):
            yield mark + printed(runs)
        case Pair(zh=zh, en=en):
            for side in (*zh, *en):
                yield from lines_of(side)
        case PageBreak():
            return
        case _:
            assert_never(block)


def all_lines(document: Document) -> Iterator[str]:
    """Give the text of body and appendix, a line each; empty ones are left out."""
    for block in (*document.blocks, *document.appendix):
        yield from (line for line in lines_of(block) if line)


def line_at(text: str, offset: int) -> int:
    """Give the 1-based line that a character stands in."""
    return text.count("\n", 0, offset) + 1
