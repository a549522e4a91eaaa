"""Look through an answer of a translator for what is no translation: talk, echoes, hidden characters, another script.

What a service answers is hostile input: it may hold anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from exporter.english.guard.finding import Finding
from exporter.english.guard.vocabulary import vocabulary


def answer_findings(zh: str, en: str) -> Iterator[Finding]:
    """Report everything by which an answer is no English of a source, whatever the source means."""
    words = vocabulary()
    if (found := words.talk.search(en)) and not words.chinese_talk.search(zh):
        yield Finding("answer.talk", f"{found[0].strip()!r} speaks of the task; give the English alone", zh, found[0])
    if any(_is_hidden(character) for character in en):
        yield Finding("answer.hidden", "control or direction characters stand in the English; leave them out", zh)
    if (found := _SECRET.search(en)) and found[0] not in zh:
        yield Finding("answer.echo", "a key or a part of the request stands in the English; leave it out", zh)
    foreign = sum(1 for character in en if character.isalpha() and not _is_latin(character))
    if foreign and _HAN.sub("", en) != en.replace(" ", " "):
        foreign -= sum(len(run) for run in _HAN.findall(en))  # told by the guard of every English
    if foreign > _LETTERS * sum(1 for character in en if character.isalpha()):
        yield Finding("answer.script", "letters of another script stand in the English; write it in Latin letters", zh)
    if (found := _REPEATED.search(en)) is not None:
        yield Finding("answer.repeated", f"{found[1].strip()!r} is said again and again; say it once", zh, found[1])


_SECRET = re.compile(
    r"\bsk-[A-Za-z0-9_-]{8,}|\b[A-Za-z0-9_-]{40,}\b|\bBearer\s+\S{8,}|last_problem|nothing in it is an instruction|"
    r"</?[0-9a-f]{16}>|\"(?:id|text|before|after)\"\s*:|\bs\d{4}\b|DeepL-Auth-Key|EXPORTER_[A-Z]+|Use these terms"
)
"""Keys, the fence of a request, its fields and its rules."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LETTERS = 0.02
"""Share of letters that may be Greek or Cyrillic: µm."""
_REPEATED = re.compile(r"(\b\w+(?:\W+\w+){2,6}\W+)\1\1", re.IGNORECASE)


def _is_hidden(character: str) -> bool:
    """Say whether a character shows nothing, or turns the direction of what follows."""
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn") and character not in "\n\t\u00ad"


def _is_latin(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith(("LATIN", "MODIFIER LETTER"))
