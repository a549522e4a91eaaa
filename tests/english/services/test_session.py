"""A translator never costs a document: dead, slow or refusing, what is there is kept, and the user is told."""

from __future__ import annotations

import time

from exporter.english.exchange.segments import Segment
from exporter.english.services.session import Session
from exporter.english.services.translators import Request, Response
from exporter.errors import TranslationError

SEGMENTS = (Segment("s0001", "深化改革。", "sentence"), Segment("s0002", "改善民生。", "sentence"))
ENGLISH = {"s0001": "We will deepen reform.", "s0002": "We will improve people's wellbeing."}


def test_targets_share_what_was_translated() -> None:
    asked: list[int] = []

    def translate(request: Request) -> Response:
        asked.append(len(request.segments))
        return Response({one.id: ENGLISH[one.id] for one in request.segments})

    session = Session(translate, "own", 5.0)
    assert session.translated(SEGMENTS) == session.translated(SEGMENTS)
    assert [one.en for one in session.translated(SEGMENTS)] == list(ENGLISH.values())
    assert asked == [2] and session.notices == ()


def test_one_that_hangs_is_left_behind() -> None:
    def translate(request: Request) -> Response:
        time.sleep(30)
        return Response({})

    session = Session(translate, "own", 0.1)
    assert [one.en for one in session.translated(SEGMENTS)] == [None, None]
    (notice,) = session.notices
    assert (notice.code, notice.level) == ("translate.failed", "warning") and "2 sentences" in notice.message


def test_one_that_is_dead_is_asked_once() -> None:
    asked: list[int] = []

    def translate(request: Request) -> Response:
        asked.append(1)
        raise TranslationError("no answer", "translate.unreachable")

    session = Session(translate, "own", 5.0)
    session.translated(SEGMENTS)
    session.translated(SEGMENTS)
    assert asked == [1] and len(session.notices) == 1
