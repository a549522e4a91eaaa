"""Hold a whole document: its blocks, its figures, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporter import display
from exporter.model.blocks import Block, Heading
from exporter.model.facts import Fact
from exporter.model.source import Alteration, Notice, Origin, Region
from exporter.model.text import heading_text

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
REPORTS: frozenset[DocType] = frozenset(("work_report", "communique", "budget", "plan", "speech"))
"""Documents that report on a place: a figure without an owner is that of all of it."""


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
