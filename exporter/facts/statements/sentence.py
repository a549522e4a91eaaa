"""Hold a sentence, and the names that its figures are given."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.facts.statements import noun_phrases


@dataclass(frozen=True, slots=True)
class Named:
    """The subjects of a group, one for all its quantities or one each; none: they were said before."""

    names: tuple[str, ...] = ()
    verb: str | None = None
    """What was done with the thing counted."""
    subjects: tuple[str, ...] = ()
    """What a later group means that leaves its subject out; empty: the names."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, folded and as printed."""

    text: str
    original: str

    def cut(self, *name: tuple[int, int]) -> str:
        """Give stretches of the sentence as a name."""
        return noun_phrases.print_name(self.original, name)
