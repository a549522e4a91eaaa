"""Name the office of who gave a report, as its source has it beside the name: 县长李明, Li Ming, Head of the County."""

from __future__ import annotations

import re

from exporter.english.document import person_in_english
from exporter.english.grammar.opening_lines import opening_of
from exporter.model import Document

OPENING = 4000
"""Characters of a source within which it says who speaks."""
_POST = re.compile(
    r"(?<![副原])(?P<post>(?:自治区)?代?(?:总理|省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|主席))[\s:：]*"
)


def speaker_of(document: Document) -> tuple[str, str] | None:
    """Name the speaker of a report with the office, in both languages; without it where the source says none."""
    name = document.metadata.speaker
    if not name:
        return None
    text = document.origin.text[:OPENING] if document.origin else ""
    post = next((found["post"] for found in _POST.finditer(text) if _is_named(text, found.end(), name)), "")
    return post + name, (opening_of(post + name) if post else None) or person_in_english(name) or ""


def _is_named(text: str, at: int, name: str) -> bool:
    """Say whether a name stands at a place of a text, whatever blanks part its letters, and no word goes on behind."""
    for letter in "".join(name.split()):
        at += len(text[at : at + _BLANKS]) - len(text[at : at + _BLANKS].lstrip())
        if not text.startswith(letter, at):
            return False
        at += 1
    return _GOES_ON.match(text, at) is None


_BLANKS = 20
"""Blanks between two letters of a name, at the most."""
_GOES_ON = re.compile("(?![在向作])[\u4e00-\u9fff]")
