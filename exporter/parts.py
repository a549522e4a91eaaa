"""Name the readers and targets there are: our own table, and what other packages add.

Other packages offer theirs as entry points of the groups `exporter.readers` (a `ReaderPart`) and
`exporter.targets` (a `Target`). Their readers are asked before ours, so that they can read what ours
refuse; their targets have names of their own. Ours are written as a stranger would write them: an
address `module:name` that loads when first asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from exporter import plugins
from exporter.errors import PartError, require, require_among, require_between
from exporter.model import Document
from exporter.pipeline import Reader, Renderer, Transform
from exporter.style import Style

if TYPE_CHECKING:
    from exporter.brief.options import Languages
    from exporter.english.bilingual import Arrangement
    from exporter.english.exchange.xliff import Version
    from exporter.english.services.session import Session
    from exporter.english.services.translators import Translator

Address: TypeAlias = str
"""`package.module:name` of a callable."""


@dataclass(frozen=True, slots=True)
class ReaderPart:
    """A reader, the media type that it reads, and the suffixes of names that tell it (`.epub`)."""

    media: str
    read: Reader | Address
    suffixes: tuple[str, ...] = ()


MOST_PAGES = 20
"""Most pages of a brief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a user may say beyond source, target and style; every field has a safe default."""

    style: str | Path | None = None
    """None: the target's own style."""
    fonts: Path | None = None
    """A folder of fonts to look in first."""
    template: Path | None = None
    """A Word template (`docx`, `brief-docx`)."""
    icc: Path | None = None
    """The press's colour profile (`pdf-print`, `brief-print`)."""
    memory: Path | None = None
    """A translation memory: TMX, or the .db of a review."""
    terms: Path | None = None
    """The user's own terms: CSV, tab-separated text, a workbook or TBX."""
    translator: str | Translator | Session | None = None
    """A translator's name, or a function of your own."""
    patience: float = 45.0
    """Seconds that a translator may take for a document; when they are up, what has come is printed."""
    pages: int = 2
    """Pages of a brief."""
    languages: Languages = "zh-en"
    """Languages of a brief: `zh-en`, `zh` or `en`."""
    previous: Path | None = None
    """Last year's report: its targets are set beside what became of them (a brief)."""
    elements: tuple[tuple[str, str], ...] = ()
    """Elements of an official paper to set, by name: `("签发人", "某某")`."""
    organisation: str | None = None
    """Whose brief it is; None: as the style says."""
    reviewed: tuple[Path, ...] = ()
    """Files that came back from review: XLIFF, TMX, a workbook or a Word table of ours."""
    layout: Arrangement | None = None
    """How a document in two languages is arranged: `columns` or `stacked`; None: columns where most has English."""
    trace: bool = True
    """Word files and PDFs carry what proves them against their source."""
    embed_fonts: bool = False
    """Word files carry the fonts that they are set in; refused where a licence does not allow it."""
    xliff: Version = "1.2"
    """Version of the translation file: `1.2` or `2.0`."""

    def __post_init__(self) -> None:
        require_between(self.pages, 1, MOST_PAGES, "pages")
        require_among(self.languages, ("zh-en", "zh", "en"), "languages")
        require_among(self.layout, (None, "columns", "stacked"), "layout")
        require_among(self.xliff, ("1.2", "2.0"), "xliff")
        if self.style is not None:
            require(self.style, (str, Path), "style", "give a style's name or file")
        require(self.organisation, (str, NoneType), "organisation", "give a name")
        for name in ("fonts", "template", "icc", "memory", "terms"):
            require(getattr(self, name), (Path, str, NoneType), name, "give a pathlib.Path")
        for name in ("elements", "reviewed"):
            require(getattr(self, name), tuple, name, "give a tuple")


DEFAULTS = Options()

PageCount: TypeAlias = Callable[[bytes, Document, Style], int]
"""Counts the pages of what was made from a document in a style."""


@dataclass(frozen=True, slots=True)
class Target:
    """A row of the table of targets: what is made, from what, by which renderer, in which style.

    `make`, where given, gives the renderer for a user's options in the place of `renderer`.
    """

    name: str
    suffix: str
    label: str
    renderer: Renderer | Address
    transforms: tuple[Transform | Address, ...] = ()
    style: str = "official"
    make: Callable[[Options], Renderer] | Address | None = None
    pages: PageCount | Address | None = None
    """Given for a brief: what was made is counted in pages, and made shorter until it keeps to those asked for."""


READERS: tuple[ReaderPart, ...] = (
    ReaderPart("text/plain", "exporter.readers.formats.text:read"),
    ReaderPart("text/html", "exporter.readers.formats.html.reader:read"),
    ReaderPart("text/markdown", "exporter.readers.formats.markdown.reader:read"),
    ReaderPart("application/pdf", "exporter.readers.formats.pdf.reader:read"),
    ReaderPart("application/json", "exporter.readers.formats.saved:read"),
    ReaderPart(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "exporter.readers.formats.word.reader:read",
    ),
)

FACTS = "exporter.facts.extract:with_facts"
ENGLISH = "exporter.english.document:with_english"
FIGURES = (FACTS, ENGLISH)
DATELINE = "exporter.dateline:with_dateline"
PAPER = (*FIGURES, DATELINE)
WORD = "exporter.renderers.word:render"
HTML = "exporter.renderers.html:render"
PDF = "exporter.renderers.pdf.render:render"
BARE = "exporter.renderers.pdf.render:bare"


def _brief(
    name: str, suffix: str, label: str, renderer: Address, pages: Address, make: Address | None = None
) -> Target:
    return Target(name, suffix, label, renderer, FIGURES, style="brief", make=make, pages=pages)


def _both(name: str, suffix: str, label: str, make: Address) -> Target:
    return Target(name, suffix, label, make, FIGURES, style="bilingual", make=make)


TARGETS: tuple[Target, ...] = (
    Target("docx", ".docx", "Word file", WORD, PAPER, make="exporter.makers:word"),
    Target("pdf", ".pdf", "PDF", PDF, PAPER, make="exporter.makers:archive"),
    _brief(
        "brief",
        ".brief.pdf",
        "bilingual brief, PDF",
        PDF,
        "exporter.makers:printed_pages",
        make="exporter.makers:archive",
    ),
    _brief(
        "brief-docx",
        ".brief.docx",
        "bilingual brief, Word",
        WORD,
        "exporter.makers:foreseen_pages",
        make="exporter.makers:word",
    ),
    Target("pdf-fast", ".fast.pdf", "PDF with nothing attached", BARE, (DATELINE,)),
    Target("pdf-print", ".print.pdf", "PDF for the press", PDF, PAPER, make="exporter.makers:press"),
    _brief(
        "brief-print",
        ".brief.print.pdf",
        "brief for the press",
        PDF,
        "exporter.makers:printed_pages",
        make="exporter.makers:press",
    ),
    _brief(
        "brief-html",
        ".brief.html",
        "bilingual brief, web page",
        "exporter.renderers.briefpage:render",
        "exporter.makers:one_page",
    ),
    Target("html", ".html", "web page", HTML, FIGURES, "report"),
    Target("json", ".json", "the document model", "exporter.renderers.data:render_json", FIGURES),
    Target("facts-csv", ".facts.csv", "figures, CSV", "exporter.facts.data.csv_jsonl:render_csv", FIGURES),
    Target("facts-xlsx", ".facts.xlsx", "figures, workbook", "exporter.facts.data.workbook:render", FIGURES),
    _both("bilingual-docx", ".bilingual.docx", "both languages, Word", "exporter.desk:word"),
    _both("bilingual-pdf", ".bilingual.pdf", "both languages, PDF", "exporter.desk:pdf"),
    _both("bilingual-html", ".bilingual.html", "both languages, web page", "exporter.desk:html"),
    Target("xliff", ".xlf", "translation file, XLIFF", WORD, FIGURES, make="exporter.desk:xliff"),
    Target("tmx", ".tmx", "translation memory, TMX", WORD, FIGURES, make="exporter.desk:tmx"),
    Target("review-xlsx", ".review.xlsx", "workbook to review in", WORD, FIGURES, make="exporter.desk:review_workbook"),
    Target("review-docx", ".review.docx", "Word table to review in", WORD, FIGURES, make="exporter.desk:review_word"),
    Target("md", ".md", "Markdown", "exporter.renderers.markdown:render"),
)


def target(named: str | Target | Renderer) -> Target:
    """Find a target by name; a Target or a renderer is taken as it is. Raises PartError `target.unknown`."""
    if isinstance(named, Target):
        return named
    if not isinstance(named, str):
        if not callable(named):
            require(named, (str, Target), "to", "give a target's name, a Target or a function")
        return Target(getattr(named, "__name__", "own"), getattr(named, "suffix", ".out"), "own renderer", named)
    for row in TARGETS:
        if row.name == named:
            return row
    found = plugins.points("exporter.targets").get(named)
    if found is None:
        raise PartError(f"no target {named!r}; there are {', '.join(target_names())}", "target.unknown")
    return plugins.loaded(found, Target)


def target_names() -> tuple[str, ...]:
    """Name every target, ours first."""
    ours = tuple(row.name for row in TARGETS)
    return ours + tuple(sorted(set(plugins.points("exporter.targets")) - set(ours)))


def reader(media: str) -> ReaderPart:
    """Find the reader of a media type, another package's before ours. Raises PartError `reader.unknown`."""
    rows = (*_foreign_readers(), *READERS)
    found = next((row for row in rows if row.media == media), None)
    if found is None:
        raise PartError(f"no reader for {media}; there are {', '.join(row.media for row in rows)}", "reader.unknown")
    return found


def reader_of(name: str) -> ReaderPart | None:
    """Find the reader of another package that takes names with this suffix; None: ours are to look at the bytes."""
    return next((row for row in _foreign_readers() if name.lower().endswith(row.suffixes or ("\0",))), None)


def targets() -> tuple[Target, ...]:
    """Give every target, ours first; another package's that is broken is passed by."""
    ours = {row.name for row in TARGETS}
    return (*TARGETS, *(row for row in plugins.whole("exporter.targets", Target) if row.name not in ours))


def _foreign_readers() -> tuple[ReaderPart, ...]:
    return tuple(plugins.whole("exporter.readers", ReaderPart))


def load(part: Callable[..., Any] | Address) -> Callable[..., Any]:
    """Give a callable as it is, or import it from its address. Raises PartError `engine.missing`."""
    if not isinstance(part, str):
        return part
    module, _, name = part.partition(":")
    try:
        return cast(Callable[..., Any], getattr(importlib.import_module(module), name))
    except ImportError as error:
        raise PartError(f"{part} cannot be loaded ({error}); install it again", "engine.missing") from None
