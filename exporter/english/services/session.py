"""Keep one translator for one document: asked once for each sentence, within one time, whatever targets ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field, replace

from exporter.english.exchange.segments import Segment
from exporter.english.services.budget import Budget, Purse
from exporter.english.services.translators import BATCH, Translator, translated
from exporter.model import Notice, PersonalTerm


@dataclass(slots=True)
class Session:
    """A translator, what it may take, and what it has given and failed to give so far."""

    translator: Translator
    name: str
    seconds: float
    workers: int = 1
    cache: MutableMapping[str, str] = field(default_factory=dict)
    batch: int = BATCH
    """Sentences in one request."""
    requests: int | None = 200
    """Requests for one document; None is no limit."""
    known: dict[str, Segment] = field(default_factory=dict)
    """What became of each sentence that was asked for."""
    purse: Purse = field(init=False)

    def __post_init__(self) -> None:
        self.purse = Purse(Budget(self.requests, seconds=self.seconds))

    def translated(self, segments: Sequence[Segment], own: Sequence[PersonalTerm] = ()) -> tuple[Segment, ...]:
        """Translate what is untranslated, with the user's own terms; what failed once is not asked for again."""
        missing = [one for one in segments if one.en is None and one.zh not in self.known]
        if missing:
            made, _ = translated(
                segments,
                self.translator,
                cache=self.cache,
                purse=self.purse,
                name=self.name,
                workers=self.workers,
                batch=self.batch,
                own=own,
                wanted={one.id for one in missing},
            )
            asked = {one.id for one in missing}
            self.known |= {one.zh: one for one in made if one.id in asked}
        return tuple(self._filled(one) for one in segments)

    def _filled(self, segment: Segment) -> Segment:
        made = self.known.get(segment.zh) if segment.en is None else None
        return segment if made is None else replace(segment, en=made.en, status=made.status, note=made.note)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Warn once for each reason for which something stays in Chinese."""
        reasons = Counter(self.purse.spent.failures)
        left = sum(one.en is None for one in self.known.values())
        if not reasons:
            return ()
        said = "; ".join(dict.fromkeys(reasons))
        return (Notice("translate.failed", f"{self.name}: {said}; {left} sentences stay in Chinese", "warning"),)


def opened(given: Translator | Session, seconds: float) -> Session:
    """Open a session with a translator of the user's own; one that is open goes on."""
    return given if isinstance(given, Session) else Session(given, "translator", seconds)
