"""Load a house style: sizes, measures, fonts and colours as typed values, each with its source.

A style is a folder with `style.toml`; CSS for what tokens cannot say stands beside it in
`style.css`. A token is a plain value, or a table that also says where the value comes from::

    top = { value = 37, clause = "5.2.1", strength = "must", source = "GB/T 9704-2012" }

`extends = "report"` takes every token that is not said anew from another style.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from exporter.errors import StyleError
from exporter.kept import toml
from exporter.publisher import House, Seal
from exporter.tokens import build

FontRole: TypeAlias = Literal["song", "biaosong", "hei", "kai", "fangsong", "serif", "sans"]
"""The first five set Chinese; `serif` and `sans` set Latin."""
TextRole: TypeAlias = Literal[
    "title",
    "subtitle",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "body",
    "headline",
    "addressee",
    "signature",
    "caption",
    "table",
    "table_head",
    "note",
    "contents",
    "card_value",
    "card_label",
    "english",
    "provenance",
]


MADE_BY = "exporter, style "
"""What a PDF calls its creator, before the name of its style: who measures it knows what it should be."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a token's value comes from."""

    clause: str = ""
    strength: str = ""
    """`must`, `usual`, `recommended`, `may` (规定, 一般, 推荐, 可以), or empty: our own choice."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page in mm, and the grid of lines and characters that a full page holds."""

    width: float = 210.0
    height: float = 297.0
    top: float = 25.0
    bottom: float = 25.0
    inside: float = 25.0
    outside: float = 25.0
    mirrored: bool = False
    """Inside and outside change sides on even pages."""
    lines: int | None = None
    characters: int | None = None
    bleed: float = 0.0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The running page number; `form` holds `{page}` and may hold `{pages}`."""

    form: str = "{page}"
    place: Literal["center", "outside"] = "center"
    font: FontRole = "song"
    size: float = 14.0
    below: float = 7.0
    """mm from the foot of the text block to the number."""
    indent: float = 0.0
    """Characters from the outer edge, for `outside`."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text of one role is set: sizes in pt, indents in characters of its own size."""

    font: FontRole = "song"
    latin: FontRole = "serif"
    size: float = 12.0
    line: float = 20.0
    """Distance of base lines in pt."""
    weight: int = 400
    color: str = "#000000"
    align: Literal["left", "center", "right", "justify"] = "justify"
    indent: float = 0.0
    """First line, in characters."""
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    tracking: float = 0.0
    """pt added to each character (negative: taken away)."""
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A house style. `text` has a TextStyle for every TextRole; `evidence` is by token path."""

    name: str
    label: str
    folder: Path
    page: PageSetup
    page_number: PageNumber
    text: Mapping[TextRole, TextStyle]
    house: House
    kind: Literal["document", "brief"] = "document"
    """What it prints; a brief is not set in a document's style, nor a document in a brief's."""
    contents: bool = False
    """A table of contents follows the title."""
    running_head: bool = False
    notes: Literal["end", "foot"] = "end"
    """Where notes stand that the text marks: where the document has them, or at the foot of the page that marks them.
    Notes that the document prints under a heading of its own stay there."""
    note_columns: int = 1
    """Notes that follow one another stand in so many columns."""
    run_in: bool = True
    """A heading that the source runs into its text stays in one line with it; false: it has a line of its own."""
    seal: Seal = "none"
    """Room for a seal at the signature (GB/T 9704-2012, 7.3.5) of what bears none of its own: none, a seal, a stamp."""
    accent: str = "#000000"
    rule: str = "#999999"
    tint: str = "#f2f2f2"
    highlight: str = ""  # kept for targets; empty: the accent
    css: str = ""
    fonts: Path | None = None
    """A folder of fonts to look in first: the style's own `fonts/`, or the user's."""
    evidence: Mapping[str, Evidence] = dataclasses.field(default_factory=dict)

    @property
    def measure(self) -> float:
        """Width of the text block in mm."""
        return self.page.width - self.page.inside - self.page.outside


def load_style(name: str | Path) -> Style:
    """Load a style by name, or from a folder that holds `style.toml`.

    Raises StyleError: `style.unknown` (what there is), `style.invalid` (file and token).
    """
    return _load(_folder(name))


def style_names() -> tuple[str, ...]:
    """Name the styles that come with the package."""
    return tuple(sorted(folder.name for folder in data_folder("styles").iterdir() if (folder / "style.toml").is_file()))


def data_folder(name: Literal["styles", "source"]) -> Path:
    """Find a data folder: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise StyleError(f"the folder {name}/ of this package is missing; reinstall the package", "style.missing")


def _folder(name: str | Path) -> Path:
    given = Path(name)
    if (given / "style.toml").is_file():
        return given.resolve()
    if isinstance(name, str) and name == given.name and (data_folder("styles") / name / "style.toml").is_file():
        return data_folder("styles") / name
    raise StyleError(
        f"no style {str(name)!r}; there are {', '.join(style_names())}, or give a folder that holds style.toml",
        "style.unknown",
    )


@cache
def _load(folder: Path) -> Style:
    sources = list(_sources(folder, ()))
    tokens, evidence = _unwrap(reduce(_merge, (tokens for _, tokens in reversed(sources))))
    file = folder / "style.toml"
    text = tokens.pop("text", {})
    body = text.get("body", {})
    known = typing.get_args(TextRole)
    for role in text:
        if role not in known:
            raise StyleError(f"{file}: text.{role} is no text role; there are {', '.join(known)}", "style.invalid")
    build(TextStyle, body, file, "text.body")  # every role takes from the body: a wrong token is its own first
    roles = {role: build(TextStyle, {**body, **text.get(role, {})}, file, f"text.{role}") for role in known}
    fields = {
        "name": folder.name,
        "label": folder.name,
        **{part: {} for part in ("page", "page_number", "house")},
        **tokens,
        "folder": folder,
        "text": MappingProxyType(roles),
        "css": "".join(_css(source) for source, _ in reversed(sources)),
        "fonts": folder / "fonts" if (folder / "fonts").is_dir() else None,
        "evidence": MappingProxyType(evidence),
    }
    style: Style = build(Style, fields, file, "")
    return style


def _sources(folder: Path, seen: tuple[Path, ...]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give a style's folder and tokens, then those of the style that it extends, and so on."""
    file = folder / "style.toml"
    if folder in seen:
        raise StyleError(f"{file}: extends runs in a circle", "style.invalid")
    try:
        tokens = toml(file)
    except (OSError, ValueError) as error:
        raise StyleError(f"{file}: cannot be read as TOML ({error})", "style.invalid") from None
    parent = tokens.pop("extends", None)
    yield folder, tokens
    if parent is None:
        return
    if not isinstance(parent, str):
        raise StyleError(f"{file}: extends must name a style, found {parent!r}", "style.invalid")
    beside = folder.parent / parent
    try:
        base = beside if (beside / "style.toml").is_file() else _folder(parent)
    except StyleError as error:
        raise StyleError(f"{file}: extends: {error.message}", error.code) from None
    yield from _sources(base, (*seen, folder))


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict) and "value" not in value and "value" not in old
        merged[key] = _merge(old, value) if both and old is not None else value
    return merged


def _unwrap(tokens: dict[str, Any], path: str = "") -> tuple[dict[str, Any], dict[str, Evidence]]:
    plain: dict[str, Any] = {}
    evidence: dict[str, Evidence] = {}
    for key, value in tokens.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict) and "value" in value:
            plain[key] = value["value"]
            evidence[here] = Evidence(*(str(value.get(name, "")) for name in ("clause", "strength", "source")))
        elif isinstance(value, dict):
            plain[key], below = _unwrap(value, here)
            evidence.update(below)
        else:
            plain[key] = value
    return plain, evidence


def _css(folder: Path) -> str:
    file = folder / "style.css"
    return file.read_text("utf-8") if file.is_file() else ""
