"""Judge paper, margins, grid and page numbers of a draft (5.1, 5.2.1, 5.2.3, 7.5)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exporter.measure.checks import Check
from exporter.measure.draft.draft import Draft, Part
from exporter.measure.draft.findings import Case, Finding, Mend, judged, measured, unjudged
from exporter.measure.draft.rules.letters import FACES
from exporter.measure.draft.sections import Section
from exporter.readers.formats.word.styles import attribute, child, local
from exporter.renderers.word.body.line_distance import CLOSEST, WIDEST
from exporter.renderers.word.body.signing import LONG, SOON
from exporter.style import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

MM = 25.4 / 72
WIDTH, HEIGHT = 156.0, 225.0
"""mm: the type area (5.2.1)."""
HEAD, INSIDE = 37.0, 28.0
"""mm: white at the head and at the binding edge (5.2.1)."""
WITHIN = 1.0


def paper(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge the size of the paper (5.1) and the margins (5.2.1) of every upright section."""
    upright = [section for section in draft.sections if not section.landscape]
    if not upright:
        yield unjudged("5.1", "paper", "210 × 297", "mm")
        return
    pitch = pitch_of(draft)
    filled = pitch is None or _fills(pitch[0])  # at its own pitch, in right margins
    mend = (Mend("sections", 0), *(() if filled else _pitches(draft, style)))
    width = max((one.width for one in upright), key=lambda value: abs(value - 210))
    height = max((one.height for one in upright), key=lambda value: abs(value - 297))
    yield measured("5.1", "paper width", 210, width, WITHIN, "mm", mend)
    yield measured("5.1", "paper height", 297, height, WITHIN, "mm", mend)
    lead = _lead(draft, style)
    for what, wanted, values, leads in (
        ("top margin", HEAD, [one.top for one in upright], (0.0, lead)),
        ("bottom margin", 297 - HEAD - HEIGHT, [one.bottom for one in upright], (0.0, lead)),
        ("left margin", INSIDE, [one.left for one in upright], (0.0,)),
        ("right margin", 210 - INSIDE - WIDTH, [one.right for one in upright], (0.0,)),
    ):
        worst = max(values, key=lambda value: _off(value, wanted, leads))
        right = _off(worst, wanted, leads) <= WITHIN
        yield measured("5.2.1", what, wanted, worst, abs(worst - wanted) + 1 if right else WITHIN, "mm", mend)


def _off(value: float, wanted: float, leads: tuple[float, ...]) -> float:
    """Tell how far a margin is from the measure, which is to the paper's text: with or without half a line's gap."""
    ends = [value + lead for lead in leads]
    return 0.0 if min(ends) <= wanted <= max(ends) else min(abs(end - wanted) for end in ends)


def _lead(draft: Draft, style: Style) -> float:
    """Give the white in mm between the head of the type area and the first line's characters."""
    body = style.text["body"]
    pitch = pitch_of(draft) or ((body.line, body.size) if _lined(draft) else (0.0, 0.0))
    return max(0.0, (pitch[0] - pitch[1]) / 2 * MM)


def pitch_of(draft: Draft) -> tuple[float, float] | None:
    """Give the distance of lines of the body and the size of its letters in pt, as most of its paragraphs have them."""
    pitches = Counter((_pitch(part, draft.sections[0]), part.size) for part in _even(draft))
    return pitches.most_common(1)[0][0] if pitches else None


def _even(draft: Draft) -> list[Part]:
    """Find the paragraphs of the body whose lines stand at one distance."""
    lined = _lined(draft)
    return [part for part in draft.of("body") if not part.in_table and part.text.strip() and part not in lined]


def _lined(draft: Draft) -> list[Part]:
    """Find the text of a signed paper whose lines were all set closer or wider for the signature (7.3.5.5)."""
    signed = next((part.number for part in draft.of("signature")), 0)
    text = [part for part in draft.of("body", "heading1", "heading2") if part.number < signed and part.text.strip()]
    size = sum(len(part.text) for part in text)
    if not LONG < size < SOON or any(part.setting.line[0] != "exact" for part in text):
        return []
    pitches = {_pitch(part, draft.sections[0]) for part in text}
    aside = len(pitches) == 1 and all(CLOSEST <= pitch <= WIDEST and not _fills(pitch) for pitch in pitches)
    return text if aside else []


def _fills(pitch: float) -> bool:
    """Tell whether lines at this distance come to 22 in right margins."""
    return math.floor(HEIGHT / MM / pitch + 0.05) == 22


def _pitch(part: Part, section: Section) -> float:
    rule, value = part.setting.line
    if rule == "exact":
        return round(value, 2)
    natural = part.size * 1.3
    kind, grid = section.grid
    if kind and kind != "default" and grid and part.setting.said.get("snapToGrid") != "0":
        lines = math.ceil(natural / grid)
        return round(lines * grid * value if rule == "auto" else max(value, lines * grid), 2)
    return round(natural * value if rule == "auto" else max(value, natural), 2)


def grid(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge lines a page and characters a line, as margins, pitch and letters give them (5.2.3)."""
    pitch = pitch_of(draft)
    upright = [section for section in draft.sections if not section.landscape]
    if pitch is None or not upright:
        yield unjudged("5.2.3", "lines on a page", "22")
        yield unjudged("5.2.3", "characters on a line", "28")
        return
    section = upright[0]
    height = (section.height - section.top - section.bottom) / MM
    pitches = tuple(_pitches(draft, style))
    mends = (Mend("sections", 0), *pitches)
    yield measured("5.2.3", "lines on a page", 22, math.floor(height / pitch[0] + 0.05), 0, "", mends)
    body = next(part for part in draft.of("body") if part.text.strip())
    em = pitch[1] + next((piece.letters.spacing for piece in body.pieces if piece.text.strip()), 0)
    across = math.floor((section.width - section.left - section.right) / MM / em + 0.05)
    yield measured("5.2.3", "characters on a line (27 in Word's 16 pt)", 28, across, 1, "", mends)
    uneven = [
        Case(part, f"{_pitch(part, section):g}", abs(_pitch(part, section) - pitch[0]) <= 0.5, pitches)
        for part in _even(draft)
    ]
    yield judged("5.2.3", "pitch of the body's lines", f"{pitch[0]:g}", uneven, "pt")


def _pitches(draft: Draft, style: Style) -> Iterator[Mend]:
    for part in draft.parts:
        if not part.in_table and not part.in_box and part.role not in ("title", "issuer_mark"):
            yield Mend("line", part.number, style.text["body"].line)


# ---------------------------------------------------------------- page numbers

_FORM = re.compile(r"[—―─－–]\s*#\s*[—―─－–]")


def page_numbers(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge the page number: there at all, size, font, form, side and place (7.5)."""
    mends = (Mend("page_numbers", 0),)
    section = next((one for one in reversed(draft.sections) if not one.landscape), draft.sections[-1])
    footers = [(place, *found) for place, root in section.footers if (found := _numbered(root))]
    if not footers:
        yield _said("there is a page number", "yes", "no", False, mends)
        return
    yield _said("there is a page number", "yes", "yes", True, ())
    _, paragraph, run, form = footers[0]
    letters = draft.cascade.of_run(paragraph, run)
    yield measured("7.5", "page number size", 14, letters.size, 0.3, "pt", mends)
    font = letters.latin or "?"
    yield _said("page number font", "宋体", font, bool(FACES["song"].search(font)), mends)
    yield _said("page number form", "— 1 —", form.replace("#", "1"), bool(_FORM.fullmatch(form)), mends)
    sides = {place: _side(draft, paragraph) for place, paragraph, _, _ in footers}
    right = sides.get("default") == "outside" or (
        draft.facing and sides.get("default") == "right" and sides.get("even") == "left"
    )
    told = "、".join(f"{place} {side}" for place, side in sides.items())
    yield _said("page number side", "odd right, even left", told, right, mends)
    below = section.bottom - section.footer - letters.size * 0.6 * MM
    yield measured("7.5", "page number below the type area", 7, below, 4, "mm", mends)


def _said(what: str, expected: str, found: str, right: bool, mends: tuple[Mend, ...]) -> Finding:
    return Finding(Check("7.5", what, expected, found, "", right), () if right else mends)


def _numbered(root: _Element) -> tuple[_Element, _Element, str] | None:
    """Find the paragraph of a footer that holds the number, its run, and its text with # for the number."""
    for paragraph in (one for one in root.iter() if local(one) == "p"):
        form, number, inside, instruction = "", None, False, ""
        for one in paragraph.iter():
            name = local(one)
            if name == "fldSimple" and re.search(r"\bPAGE\b", attribute(one, "instr") or ""):
                number = next((run for run in one.iter() if local(run) == "r"), None)
                form, inside = form + "#", True
            elif name == "instrText":
                instruction += one.text or ""
            elif name == "fldChar":
                kind = attribute(one, "fldCharType")
                inside = kind != "end"
                if kind == "end" and re.search(r"\bPAGE\b", instruction):
                    form, number, instruction = form + "#", one.getparent(), ""
            elif name == "t":
                within = inside and any(local(up) == "fldSimple" for up in one.iterancestors())
                form += "" if within or (inside and instruction) else (one.text or "")
        if number is not None:
            return paragraph, number, form.strip()
    return None


def _side(draft: Draft, paragraph: _Element) -> str:
    frame = child(child(paragraph, "pPr"), "framePr")
    across = attribute(frame, "xAlign")
    if across:
        return across
    return draft.cascade.of_paragraph(paragraph).align
