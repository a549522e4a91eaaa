"""Follow the elements inside a line of a page: how characters are set, what they lead to, how they are read."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from exporter.readers.content.looks import Kind, Look
from exporter.readers.formats.html.tokenizer import Token, attributes

_KINDS: dict[str, Kind] = {
    "sup": "super",
    "sub": "sub",
    "s": "struck",
    "strike": "struck",
    "del": "struck",
    "b": "strong",
    "strong": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "a": "link",
}
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S{1,2000}$", re.IGNORECASE)
_SPLIT = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}:|#|$)", re.IGNORECASE)
"""Begins addresses that are whole but lead to no page: scripts, files, places of the same page."""
_STYLED = frozenset(("span", "font", "ins", "u", "label", "small", "big", "code", "abbr", "time", "mark"))
_STYLES = (
    ("struck", re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE)),
    ("super", re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)),
    ("sub", re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE)),
)
_BY_STYLE: dict[str, Kind] = {"struck": "struck", "super": "super", "sub": "sub"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_TAG = re.compile(r"\shidden(?=[\s/>]|\s*=\s*[\"']?(?:hidden|true)?[\"']?[\s/>])", re.IGNORECASE)
MOST = 200_000
"""Looks of one page."""


@dataclass(slots=True)
class Inlines:
    """The inline elements that are open, and the looks that those closed have given."""

    looks: list[Look] = field(default_factory=list)
    open_: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    ruby: list[int] = field(default_factory=list)
    """Where the text that the next reading stands over begins, for each ruby element that is open."""
    silent: str = ""
    """The element whose text stands above or beside the line: a reading, or its brackets."""
    hidden: str = ""
    """The element whose text is not shown."""
    depth: int = 0
    said: int = 0
    """Where that text begins."""
    text: str = ""
    relative: int = 0

    def open(self, text: str, token: Token) -> None:
        """Take account of an opening tag."""
        name = token.name
        if name == "ruby":
            self.ruby.append(token.end)
        elif name in ("rt", "rp") and self.ruby:
            self.silent, self.said = name, token.end
            if name == "rt":
                self.open_.setdefault("rt", []).append((token.start, ""))
        elif name in _KINDS or name in _STYLED:
            given = attributes(text, token)
            if self.hides(given, text[token.start : token.end]) and text[token.end - 2] != "/":
                self.hidden = self.hidden or name
            address = html.unescape(given.get("href", "")).strip() if name == "a" else ""
            styled = next((kind for kind, style in _STYLES if style.search(given.get("style", ""))), "")
            self.open_.setdefault(name, []).append((token.end, address or styled))
        if name == self.hidden:
            self.depth += 1
        self.text = text

    @staticmethod
    def hides(given: dict[str, str], tag: str) -> bool:
        """Tell whether an element is not shown."""
        return HIDDEN.search(given.get("style", "")) is not None or _HIDDEN_TAG.search(tag) is not None

    def close(self, name: str, place: int) -> None:
        """Take account of a closing tag that begins at a place."""
        if name == "ruby" and self.ruby:
            self.ruby.pop()
            self.silent = ""
        elif name in ("rt", "rp"):
            self._end_reading(name, place)
        elif self.open_.get(name) and len(self.looks) < MOST:
            start, value = self.open_[name].pop()
            if name in _KINDS and (name == "a" or not value):
                self.looks.append(Look(start, place, _KINDS[name], value))
            elif value in _BY_STYLE:
                self.looks.append(Look(start, place, _BY_STYLE[value]))
        if name == self.hidden:
            self.depth -= 1
            if self.depth <= 0:
                self.hidden, self.depth = "", 0

    @property
    def quiet(self) -> bool:
        """Whether what is said now is no part of the line."""
        return bool(self.silent or self.hidden)

    def end_silence(self) -> None:
        """End a reading, or a hidden stretch, that was never closed: a block begins."""
        self.silent = self.hidden = ""
        self.depth = 0
        self.ruby.clear()

    def finished(self, base: str) -> list[Look]:
        """Give the looks of the page, its links with whole addresses."""
        return [made for look in self.looks if (made := self._addressed(look, base)) is not None]

    def _end_reading(self, name: str, place: int) -> None:
        if name == "rt" and self.ruby and self.silent == "rt":
            start, _ = self.open_["rt"].pop()
            said = html.unescape(re.sub(r"<[^<>]{0,400}>", "", self.text[self.said : place])).strip()
            if said and start > self.ruby[-1]:
                self.looks.append(Look(self.ruby[-1], start, "ruby", said))
            self.ruby[-1] = place
        self.silent = ""

    def _addressed(self, look: Look, base: str) -> Look | None:
        if look.kind != "link" or _ADDRESS.match(look.value):
            return look
        if not look.value or _SPLIT.match(look.value):
            return None
        whole = urljoin(base, look.value) if base else ""
        if not _ADDRESS.match(whole):
            self.relative += 1
            return None
        return replace(look, value=whole)
