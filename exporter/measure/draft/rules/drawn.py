"""Judge what only the drawn page shows: text on the first page, mark, signature, imprint (7.2.4, 7.3.3, 7.3.5, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.measure.checks import Check
from exporter.measure.draft.draft import Draft, Part, shown
from exporter.measure.draft.findings import Case, Finding, Mend, judged, unjudged
from exporter.measure.draft.rules.words import dated
from exporter.measure.pages import Line, PageInk
from exporter.renderers.layout.closings import closing_ends
from exporter.renderers.word.sizes import ems
from exporter.style import Style

MM = 25.4 / 72
WITHIN = 0.8
"""Characters: ink ends a little before the edge of its character."""
AIR = 1.25
"""Characters: what engines put between the digits of a date and its Han characters, in all."""
HEAD, FOOT = 37.0, 262.0
"""mm from the head of the paper to the head and the foot of the type area."""
_MARKS = {"order": HEAD + 20, "letter": 30.0}


def on_pages(draft: Draft, pages: Sequence[PageInk], style: Style) -> Iterator[Finding]:
    """Judge a draft by its pages as drawn."""
    body = next((part for part in draft.of("body", "heading1") if len(part.text.strip()) >= 4), None)
    on_first = [Case(body, *_on_first(body, pages))] if body is not None else []
    yield judged("7.3.3", "text on the first page", "yes", on_first)
    yield _mark(draft, pages)
    yield _signature(draft, pages, style)
    last = draft.of("copied_to", "issued")[-1:]
    found = _line(last[0], pages) if last else None
    foot = [Case(last[0], f"{found[1].bottom:.0f}", abs(found[1].bottom - FOOT) <= 4)] if found else []
    yield judged("7.4", "foot of the imprint, from the head of the paper", f"{FOOT:g}", foot, "mm")


def _on_first(part: Part, pages: Sequence[PageInk]) -> tuple[str, bool]:
    words = _plain(part.text)[:8]
    right = bool(pages) and words in _plain("".join(line.text for line in pages[0].lines))
    return "yes" if right else "no", right


def _mark(draft: Draft, pages: Sequence[PageInk]) -> Finding:
    wanted = _MARKS.get(draft.form, HEAD + 35)
    clause = {"order": "10.2", "letter": "10.1", "minutes": "10.3"}.get(draft.form, "7.2.4")
    marks = draft.of("issuer_mark")[:1]
    found = _line(marks[0], [replace(page, lines=page.lines[:8]) for page in pages[:1]]) if marks else None
    top = found[1].top if found else wanted
    mends = (Mend("down", marks[0].number, wanted - top),) if found else ()
    cases = [Case(marks[0], f"{top:.1f}", abs(top - wanted) <= 2, mends)] if found else []
    return judged(clause, "head of the issuing mark, from the head of the paper", f"{wanted:g}", cases, "mm")


def _signature(draft: Draft, pages: Sequence[PageInk], style: Style) -> Finding:
    """Judge name and date by any of the three cases of 7.3.5: without a seal, with one, with a signature stamp."""
    what, expected = "place of signature and date", "7.3.5.1, 7.3.5.2 or 7.3.5.3"
    date = next(iter(draft.of("date")[-1:]), None)
    name = next((part for part in draft.of("signature")[::-1] if date and part.number < date.number), None)
    above, below = (_line(part, pages) if part else None for part in (name, date))
    if name is None or date is None or above is None or below is None:
        return unjudged("7.3.5", what, expected, "characters")
    words = dated(date.text.strip())
    spare = ems(date.text.strip()) - ems(words)  # a date in another form may stand as it should be written
    stands = [_stand(draft, style, above, below[1], one) for one in (spare, 0.0)]
    gaps, right = stands[0][0], any(one[1] for one in stands)
    told = f"name {gaps[0]:.1f}, date {gaps[1]:.1f} from the right"
    first, second = closing_ends(ems(name.text.strip()), ems(words), style.seal)
    mends = () if right else (Mend("right", name.number, first), Mend("right", date.number, second))
    numbers = () if right else (name.number, date.number)
    place = "" if right else shown([name])
    return Finding(Check("7.3.5", what, expected, told, "characters", right, place, numbers), mends)


def _stand(
    draft: Draft, style: Style, named: tuple[PageInk, Line], date: Line, spare: float
) -> tuple[tuple[float, float], bool]:
    """Tell how far name and date end from the right in characters, and whether that is one of the three cases."""
    page, name = named
    em = style.text["signature"].size * MM
    section = draft.sections[0]
    edge = page.width - (section.left if page.number % 2 == 0 and draft.mirrored else section.right)
    gaps = (edge - name.right) / em, (edge - date.right) / em
    start = spare + (date.left - name.left) / em
    middle = (date.left + date.right - name.left - name.right) / 2 / em
    plain = -WITHIN - AIR <= start - 2 <= WITHIN and min(abs(gap - 2) for gap in gaps) <= WITHIN
    sealed = abs(gaps[1] - 4) <= WITHIN and abs(middle) <= WITHIN + AIR / 2
    stamped = all(abs(gap - 4) <= WITHIN for gap in gaps)
    return gaps, plain or sealed or stamped


def _line(part: Part, pages: Sequence[PageInk]) -> tuple[PageInk, Line] | None:
    """Find the last line on the pages that holds a paragraph of one line, or the end of a longer one."""
    words = _plain(part.text)
    for page in reversed(pages):
        for line in reversed(page.lines):
            text = _plain(line.text)
            if text and (words == text or (len(text) >= 4 and words.endswith(text))):
                return page, line
    return None


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
