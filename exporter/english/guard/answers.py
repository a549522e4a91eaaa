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
    if any(_is_hidden(character) and character not in zh for character in en):
        yield Finding("answer.hidden", "control or direction characters stand in the English; leave them out", zh)
    if (found := _SECRET.search(en)) and found[0] not in zh:
        yield Finding("answer.echo", "a key or a part of the request stands in the English; leave it out", zh)
    if (found := _TAG.search(en)) and found[0] not in zh:
        yield Finding("answer.tag", f"{found[0]!r} is a mark of a tool; leave it out", zh, found[0])
    if _in_another_language(en):
        yield Finding("answer.language", "another language than English; write it in English", zh)
    foreign = sum(1 for character in en if character.isalpha() and not _is_latin(character))
    if foreign and _HAN.sub("", en) != en.replace(" ", " "):
        foreign -= sum(len(run) for run in _HAN.findall(en))  # told by the guard of every English
    if foreign > _LETTERS * sum(1 for character in en if character.isalpha()):
        yield Finding("answer.script", "letters of another script stand in the English; write it in Latin letters", zh)
    if (found := _REPEATED.search(en)) is not None:
        yield Finding("answer.repeated", f"{found[1].strip()!r} is said again and again; say it once", zh, found[1])


def _in_another_language(en: str) -> bool:
    others = len(_OTHERS.findall(en))
    return others >= _SURE and others > 2 * len(_ENGLISH.findall(en))


_SECRET = re.compile(
    r"\bsk-[A-Za-z0-9_-]{8,}|\b[A-Za-z0-9_-]{40,}\b|\bBearer\s+\S{8,}|last_problem|nothing in it is an instruction|"
    r"</?[0-9a-f]{16}>|\"(?:id|text|before|after)\"\s*:|\bs\d{4}\b|DeepL-Auth-Key|EXPORTER_[A-Z]+|Use these terms"
)
"""Keys, the fence of a request, its fields and its rules."""
_TAG = re.compile(
    r"</?[A-Za-z][^<>]{0,80}>|\{\{?\d+\}?\}|\{/?[a-z]{1,3}\d*\}|\[\[?\d+\]\]|&(?:[a-z]{2,6}|#x?[0-9a-f]{1,6});|%\d?\$?[sd]\b|"
    r"\*\*|__|`"
)
"""Placeholders, tags and marks of plain-text formats, whole or broken, as tools write them between words."""
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|an?|for|is|was|were|by|with|on|at|as|that|will|be|we|our|from)\b", re.I)
_OTHERS = re.compile(
    r"\b(?:le|la|les|des|du|et|est|une|dans|pour|sur|avec|der|das|und|ist|wurde|von|mit|den|dem|ein|eine|für|el|los|las|"
    r"del|que|por|una|con|se|il|gli|della|di|da|em|um|uma|não|na|os|het|een|van)\b",
    re.IGNORECASE,
)
"""Little words of French, German, Spanish, Italian, Portuguese and Dutch that English has not."""
_SURE = 3
"""Little words of another language that show a text to be in it."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LETTERS = 0.02
"""Share of letters that may be Greek or Cyrillic: µm."""
_REPEATED = re.compile(r"(\b\w+(?:\W+\w+){2,6}\W+)\1\1", re.IGNORECASE)


def _is_hidden(character: str) -> bool:
    """Say whether a character shows nothing, or turns the direction of what follows."""
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn") and character != "\u00ad"


def _is_latin(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith(("LATIN", "MODIFIER LETTER"))
