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
        elif name in _KINDS:
            address = html.unescape(attributes(text, token).get("href", "")).strip() if name == "a" else ""
            self.open_.setdefault(name, []).append((token.end, address))
        self.text = text

    def close(self, name: str, place: int) -> None:
        """Take account of a closing tag that begins at a place."""
        if name == "ruby" and self.ruby:
            self.ruby.pop()
            self.silent = ""
        elif name in ("rt", "rp"):
            self._end_reading(name, place)
        elif self.open_.get(name) and len(self.looks) < MOST:
            start, value = self.open_[name].pop()
            self.looks.append(Look(start, place, _KINDS[name], value))

    def end_silence(self) -> None:
        """End a reading that was never closed: a block begins."""
        self.silent = ""
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
