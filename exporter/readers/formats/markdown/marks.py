"""Name the marks of Markdown inside a line, and hold what they say of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from exporter.model import Medium
from exporter.readers.content.looks import Kind, Look
from exporter.readers.content.pictures import Shown

_TARGET = (
    r"\((?:<[^<>\n]{0,2000}>|data:[^()\s]*|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)"
    r"(?:\s+\"[^\"\n]{0,500}\")?\)"
)
_NAMES = (
    "sup|sub|s|strike|del|b|strong|i|em|u|ins|mark|span|font|ruby|rt|rp|br|p|div|center|a|img|small|kbd|code|details|"
    "summary"
)
MARKUP = re.compile(
    r"(?P<comment><!--(?:[^-]|-(?!->)){0,20000}-->)"
    rf"|(?P<image>!\[[^\[\]]{{0,500}}\]{_TARGET})"
    rf"|(?P<open>\[)(?=[^\[\]]{{1,500}}\]{_TARGET})|(?P<close>\]{_TARGET})"
    r"|(?P<note>\[\^[^\[\]\s]{1,40}\])|(?P<named>\[(?P<said>[^\[\]\n]{1,200})\]\[(?P<label>[^\[\]\n]{0,100})\])"
    r"|(?P<auto><(?:https?://|mailto:)[^<>\s]{1,2000}>)"
    r"|(?P<mark>\*{1,3}|__|~~)|(?P<code>`+)|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    rf"|(?P<tag></?(?:{_NAMES})(?=[\s/>])[^<>\n]{{0,300}}>)|(?P<end>(?<! ) {{0,200}}\\?\n[ \t>]{{0,200}})",
    re.IGNORECASE,
)
LIST = re.compile(r"(?P<indent>[ \t>]*)(?P<mark>[-*+])[ \t]+(?P<box>\[[ xX]\][ \t]+)?|(?P<lead>[ \t>]+)")
TAGS: dict[str, Kind] = {
    "sup": "super",
    "sub": "sub",
    "s": "struck",
    "strike": "struck",
    "del": "struck",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
}
MARKS: dict[str, tuple[Kind, ...]] = {
    "*": ("emphasis",),
    "**": ("strong",),
    "***": ("strong",),
    "__": ("strong",),
    "~~": ("struck",),
}
ALT = re.compile(r"!\[([^\[\]]*)\]\(<?([^<>\s()]*)")
ADDRESS = re.compile(r"\]\(<?((?:https?://|mailto:)[^<>\s]*?)>?(?:\s+\"[^\"]*\")?\)$", re.IGNORECASE)


DEEPEST = 100
"""Marks that are open at a time; beyond it the first ones are forgotten."""


@dataclass(slots=True)
class Markdown:
    """A text being read, and what its marks say."""

    text: str
    numbers: dict[str, int] = field(default_factory=dict)
    """Label of a footnote → its number, in the order of the marks."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Label of a link, in lower case → its address."""
    looks: list[Look] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    media: dict[str, Medium] = field(default_factory=dict)
    relative: int = 0
    """Links to addresses that are no whole ones."""

    def number(self, label: str) -> int:
        """Give the number of a footnote."""
        return self.numbers.setdefault(label, len(self.numbers) + 1)
