"""Tell the time of a whole document: its years, its sections, and the moment of each sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporter.facts.passages import Grid, Part, parts_of
from exporter.facts.time.moments import Timed, moments_of
from exporter.facts.time.report_years import Calendar, calendar_of
from exporter.facts.time.sections import Section, sections_of
from exporter.model import Document, Fact, Notice, Span


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The years of a document and its sections in order, over its parts."""

    parts: tuple[Part, ...]
    calendar: Calendar
    sections: tuple[Section, ...]

    def moments(self) -> Iterator[tuple[Timed, ...]]:
        """Give for each part its sentences with their moments."""
        return moments_of(self.parts, self.sections, self.calendar)

    def place(self, section: Section) -> Span | None:
        """Give the place in the source of the first words of a section."""
        if section.part >= len(self.parts):
            return None
        part = self.parts[section.part]
        passage = part.caption if isinstance(part, Grid) else part
        if section.start >= len(passage.text):
            return None
        return passage.span(section.start, min(section.start + _SHOWN, len(passage.text)))


_SHOWN = 40


def chronicle_of(document: Document) -> Chronicle:
    """Read the times of a document; any text gives at least one section."""
    taken = tuple(parts_of(document))
    calendar = calendar_of(document)
    return Chronicle(taken, calendar, sections_of(document, taken, calendar))


def unsettled(chronicle: Chronicle, facts: Sequence[Fact]) -> Iterator[Notice]:
    """Warn of each section with figures whose time or kind is not settled."""
    if all(section.sure for section in chronicle.sections):
        return
    spans = [chronicle.place(section) for section in chronicle.sections]
    starts = [span.start if span else 0 for span in spans]
    held = Counter(max((i for i, at in enumerate(starts) if at <= fact.span.start), default=0) for fact in facts)
    for place, section in enumerate(chronicle.sections):
        if not section.sure and held[place]:
            yield Notice(
                "facts.unsure_section",
                f"{held[place]} figures of “{section.title or 'the opening'}” may be dated wrongly: it was read as "
                f"{section.kind} of {section.period or 'no year'}, but its witnesses contradict; check it",
                span=spans[place],
            )
