"""Have sentences translated by a callable, keep what the guard lets pass, and mark the rest untranslated.

A translator is a function from a `Request` to a `Response`; this module never opens a connection. What comes back
is checked segment by segment: one that fails is asked for once more with the finding, then shown in Chinese.
"""

from __future__ import annotations

import hashlib
import json
import math
import threading
from collections.abc import Callable, Container, Iterable, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.english.exchange.segments import Segment
from exporter.english.glossary.terms import TermBase, load
from exporter.english.guard.terms import NAMED
from exporter.english.guard.terms import within as own_within
from exporter.english.guard.whole import findings
from exporter.english.services.budget import TIME_UP, USED_UP, Budget, Purse, Spent
from exporter.errors import TranslationError
from exporter.model import PersonalTerm

PROMPT_VERSION = "1"
BATCH = 12
"""Segments in one request."""
MAX_SEGMENT = 2_000
"""Longest segment that is sent, in characters."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One segment to translate, between its neighbours, with what was wrong with the last try."""

    id: str
    zh: str
    before: str = ""
    after: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Segments to translate, and the terms to use in them."""

    segments: tuple[Asked, ...]
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """English by segment id, who made it, and what it cost, in the translator's own unit."""

    english: dict[str, str]
    translator: str = ""
    cost: float = 0.0


Translator: TypeAlias = Callable[[Request], Response]
"""Raises TranslationError for what cannot be mended by asking again."""


def translated(
    segments: Sequence[Segment],
    translator: Translator,
    *,
    terms: TermBase | None = None,
    cache: MutableMapping[str, str] | None = None,
    budget: Budget | None = None,
    name: str = "translator",
    workers: int = 1,
    purse: Purse | None = None,
    batch: int = BATCH,
    own: Sequence[PersonalTerm] = (),
    wanted: Container[str] | None = None,
) -> tuple[tuple[Segment, ...], Spent]:
    """Translate what is untranslated; every sentence is either passed by the guard (`machine`) or left in Chinese.

    Never raises for a translator that fails: what it left is untranslated with the reason, and in `Spent.failures`.
    `cache` maps a key of content, terms and `name` (translator and model) to English that passed. At most `workers`
    requests are out at once, each called in a thread of its own; what comes back does not depend on their number.
    A request that outlives the time of its `budget` is left behind. `purse` goes on with what others have spent;
    `wanted` names the segments to ask for, all of them if not given. `own` are the user's terms: an answer says them.
    """
    purse = purse or Purse(budget or Budget())
    store = {} if cache is None else cache
    job = _Job(segments, translator, terms or load(), store, purse, name, max(1, workers), batch, tuple(own))
    waiting = [
        index
        for index, segment in enumerate(segments)
        if segment.en is None and len(segment.zh) <= MAX_SEGMENT and (wanted is None or segment.id in wanted)
    ]
    for attempt in (1, 2):
        waiting = _attempt(job, waiting, attempt)
    return tuple(job.done.get(segment.id, segment) for segment in segments), purse.spent


@dataclass(frozen=True, slots=True)
class _Job:
    """What one document's translation needs, and what has become of its segments so far."""

    segments: Sequence[Segment]
    translator: Translator
    base: TermBase
    store: MutableMapping[str, str]
    purse: Purse
    name: str
    workers: int
    batch: int
    own: tuple[PersonalTerm, ...]
    done: dict[str, Segment] = field(default_factory=dict)


def _attempt(job: _Job, waiting: Sequence[int], attempt: int) -> list[int]:
    """Ask for what is waiting, in batches; give the indexes of what failed and may be asked for again."""
    known = _from_store(job, waiting) if attempt == 1 else {}
    taken = [index for index in waiting if job.segments[index].id in known]
    again = [index for index in taken if not _accepted(job, index, _Given(known))]
    open_ = [index for index in waiting if job.segments[index].id not in known]
    batches = [open_[start : start + job.batch] for start in range(0, len(open_), job.batch)]
    requests = [_request(job, batch) for batch in batches]
    with ThreadPoolExecutor(min(job.workers, len(batches)) or 1, "translate") as pool:
        for batch, given in zip(batches, pool.map(lambda request: _ask(job, request), requests), strict=True):
            again += [index for index in batch if not _accepted(job, index, given)]
    return sorted(again)


def _from_store(job: _Job, indexes: Iterable[int]) -> dict[str, str]:
    """Give what was translated before, by segment id."""
    found = {
        job.segments[i].id: job.store.get(key_of(job.segments[i].zh, job.base, job.name, job.own)) for i in indexes
    }
    return {id_: english for id_, english in found.items() if english is not None}


@dataclass(frozen=True, slots=True)
class _Given:
    """What a request gave by segment id, and why there is no more of it."""

    english: dict[str, str]
    reason: str = "the translator gave nothing"


def _ask(job: _Job, request: Request) -> _Given:
    if not job.purse.ask():
        return _Given({}, next(iter(job.purse.spent.failures), USED_UP))
    cost, reason, refused = 0.0, "", False
    english: dict[str, str] = {}
    try:
        response = within(job.purse.left(), lambda: job.translator(request))
        cost = max(0.0, response.cost)
        english = {id_: text for id_, text in response.english.items() if isinstance(text, str)}
    except TranslationError as error:
        reason, refused = error.message, error.code in _LASTING
    except Exception as error:  # a user's own function may raise anything; the document goes on without it
        reason = f"{type(error).__name__}: the translator failed"
    finally:
        job.purse.pay(cost, reason, refused)
    return _Given(english, reason or "the translator gave nothing")


_LASTING = frozenset(("translate.refused", "translate.unreachable", "translate.time", "translate.endpoint"))
"""Failures after which no other request is worth its time."""


def within(seconds: float, call: Callable[[], Response]) -> Response:
    """Call in a thread that is left behind when its time is up. Raises TranslationError `translate.time`."""
    outcome: list[Response | BaseException] = []

    def run() -> None:
        try:
            outcome.append(call())
        except BaseException as error:  # raised again in the thread that waits
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(None if math.isinf(seconds) else max(0.0, seconds))
    if not outcome:
        raise TranslationError(TIME_UP, "translate.time")
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _request(job: _Job, indexes: Sequence[int]) -> Request:
    """Put segments, their neighbours, the last finding and the terms in them into a request."""
    texts = ["", *(segment.zh for segment in job.segments), ""]
    asked = tuple(
        Asked(
            job.segments[index].id,
            texts[index + 1],
            texts[index],
            texts[index + 2],
            job.done[job.segments[index].id].note if job.segments[index].id in job.done else "",
        )
        for index in indexes
    )
    matches = job.base.find("\n".join(one.zh for one in asked))
    used = {match.terms[0].zh: _shown(match.terms[0].en) for match in matches if match.terms[0].kind in NAMED}
    used |= {term.zh: term.en for one in asked for term in own_within(one.zh, job.own)}
    return Request(asked, tuple(sorted(used.items())))


def _shown(english: str) -> str:
    return english.replace("~", "").replace("{}", "…")


def _accepted(job: _Job, index: int, given: _Given) -> bool:
    """Take a translation that the guard lets pass; else note why not."""
    segment = job.segments[index]
    english = given.english.get(segment.id)
    text = " ".join(english.split()) if english is not None else ""
    found = findings(segment.zh, text, segment.facts, job.own, job.base)
    if english is None or found:
        why = found[0].message if english is not None else given.reason
        job.done[segment.id] = replace(segment, note=why)
        return False
    job.store[key_of(segment.zh, job.base, job.name, job.own)] = text
    job.done[segment.id] = replace(segment, en=text, status="machine", note=job.name)
    return True


def key_of(zh: str, base: TermBase, name: str, own: Sequence[PersonalTerm] = ()) -> str:
    """Give the key under which a translation is kept: of its content, the terms in it, the translator, the prompt."""
    terms = [(match.terms[0].zh, match.terms[0].en) for match in base.find(zh)]
    terms += [(term.zh, term.en) for term in own_within(zh, own)]
    return hashlib.sha256(json.dumps([PROMPT_VERSION, name, zh, terms], ensure_ascii=False).encode()).hexdigest()
