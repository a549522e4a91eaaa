"""Tell what of each segment is printed in a document of two languages: all of it, parts of it, or nothing.

English of rules alone stands only where it says what a sentence is about: one whose chief figure has none, and most
of its others, stays Chinese; so does a passage of which nothing but its address could be said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from exporter.english.exchange.segments import Segment
from exporter.english.figures.composed import told_in_part
from exporter.english.grammar.headings import lowered
from exporter.english.grammar.in_part import LEFT_OUT
from exporter.english.grammar.opening_lines import is_address
from exporter.english.words.numbering import numbered
from exporter.model import EnglishStatus

STATUSES: tuple[EnglishStatus, ...] = ("verified", "reviewed", "machine")
"""English that may be printed; a draft is a person's to see, not a reader's."""
OF_RULES: tuple[EnglishStatus, ...] = ("verified", "draft", "untranslated")
"""Statuses of what no person and no translator said."""
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Shown:
    """A segment and its English as it is printed: sentences in order, None where words of the Chinese are not said."""

    segment: Segment
    english: tuple[str | None, ...] = ()

    @property
    def is_said(self) -> bool:
        """Whether any of it has English."""
        return any(self.english)

    @property
    def is_whole(self) -> bool:
        """Whether all of it has English."""
        return self.is_said and None not in self.english

    @property
    def said(self) -> float:
        """Share of the segment that has English, in its Chinese characters, roughly."""
        return len(self.segment.zh) * (1.0 if self.is_whole else PARTLY if self.is_said else 0.0)

    @property
    def status(self) -> EnglishStatus:
        """How far what is printed can be trusted."""
        if self.is_said and self.segment.en is not None and self.segment.status in STATUSES:
            return self.segment.status
        return "verified" if self.is_said else "untranslated"


PARTLY = 0.5


def shown_of(passage: Sequence[Segment], known: Mapping[str, str] = NOTHING) -> tuple[Shown, ...]:
    """Give what is printed of the segments of one passage.

    `known`: English that the document's brief has for lines of it.
    """
    found = [one for group in sentences_of(passage, lambda one: one) for one in _sentence(group, known)]
    if len(found) > 1 and all(is_address(one.segment.zh) for one in found if one.is_said):
        return tuple(replace(one, english=()) if one.segment.status in OF_RULES else one for one in found)
    return tuple(found)


def sentences_of(passage: Iterable[Part], segment: Callable[[Part], Segment]) -> Iterator[tuple[Part, ...]]:
    """Give the parts of a passage by the sentence that they belong to: a semicolon ends none."""
    held: list[Part] = []
    for part in passage:
        held.append(part)
        if _ENDS.search(segment(part).zh) or segment(part).kind != "sentence":
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


Part = TypeVar("Part")
_ENDS = re.compile("[。！？][”’」』）)]*$")


def _sentence(group: Iterable[Segment], known: Mapping[str, str]) -> list[Shown]:
    """Give what is printed of a sentence: nothing where rules say neither its chief figure nor half of the others."""
    found = [Shown(segment, _english(segment, known)) for segment in group]
    facts = [fact for one in found for fact in one.segment.facts]
    chief = next((one for one in found if one.segment.facts), None)
    if chief is None or any(one.is_said and one.segment.status not in OF_RULES for one in found):
        return found
    unsaid = [fact for fact in facts if fact.english_status != "verified"]
    cut = not chief.is_said or (not chief.is_whole and facts[0] in unsaid)
    if cut and 2 * len(unsaid) > len(facts):
        return [replace(one, english=()) for one in found]
    return found


def _english(segment: Segment, known: Mapping[str, str]) -> tuple[str | None, ...]:
    """Give the English of a segment: its own, else what is certain of its figures, else that of lines within it."""
    if segment.en is not None and segment.status in STATUSES:
        return (segment.en,)
    if segment.kind != "sentence" or segment.span is None:
        return ()
    return told_in_part(segment.zh, segment.facts, segment.span.start) or tuple(_of_lines(segment.zh, known))


def _of_lines(zh: str, known: Mapping[str, str]) -> Iterator[str | None]:
    """Give the English of the lines that a sentence is made of, None for words that are in none."""
    text, done = "".join(zh.split()), 0
    found = sorted((text.find(line), line) for line in known if line in text)
    for start, line in found:
        if start < done:
            continue
        before = _NUMBER.search(text[done:start])
        number = numbered(f"{before[0]}{line}")[0] if before else ""
        if _WORDS.search(text[done : start - len(before[0]) if before else start]):
            yield None
        yield from _parts_of(number + (lowered(known[line]) if number else known[line]))
        done = start + len(line)
    if found and _WORDS.search(text[done:]):
        yield None


def _parts_of(english: str) -> Iterator[str | None]:
    """Give the parts of a line that is said in part, None for what is left out."""
    for at, part in enumerate(english.split(LEFT_OUT)):
        if at:
            yield None
        if _WORDS.search(part):
            yield part.strip(" ;,")


_WORDS = re.compile(r"\w")
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+[、，])$")
"""A number before a line, which the brief numbers for itself."""
