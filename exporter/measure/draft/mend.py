"""Write a corrected copy of a draft: every mend of what was found, on the elements it speaks of, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from exporter.measure.draft import properties
from exporter.measure.draft.draft import Draft, Part, read_draft
from exporter.measure.draft.findings import Finding, Mend, MendKind
from exporter.measure.draft.footers import set_footers
from exporter.measure.draft.parcel import Parcel
from exporter.measure.draft.properties import W
from exporter.measure.draft.runs import Bench, family, runs_of, set_text, text_of
from exporter.style import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

PT = 20
"""Twips to a point."""
TWIPS = 1440 / 25.4
"""Twips to a millimetre."""
STRICT = (37.0, 35.0)
"""mm: margins at head and foot where the lines keep a pitch of their own (5.2.1)."""


def corrected(name: str, data: bytes, findings: Iterable[Finding], style: Style) -> bytes:
    """Give a copy of a Word file in which everything is mended that can be mended without a person.

    Raises SourceError as `read_draft` does.
    """
    draft = read_draft(name, data)
    parcel = Parcel(name, draft.package.zip, draft.package.main)
    parcel.put(parcel.main, draft.root)
    mends = list(dict.fromkeys(mend for finding in findings for mend in finding.mends))
    if any(mend.kind in ("sections", "line") for mend in mends):
        _sections(draft, style, relined=any(mend.kind == "line" for mend in mends))
    bench = Bench(draft, style)
    for kind, mender in _KINDS.items():
        for mend in mends:
            if mend.kind == kind and mend.part:
                mender(bench, draft.parts[mend.part - 1], mend)
    if any(mend.kind == "page_numbers" for mend in mends):
        set_footers(draft, parcel)
    return parcel.bytes()


def _sections(draft: Draft, style: Style, relined: bool) -> None:
    page = style.page
    top, bottom = (page.top, page.bottom) if relined else STRICT
    for section in draft.sections:
        if section.landscape:
            continue
        properties.put(
            section.element,
            "pgSz",
            {"w": round(page.width * TWIPS), "h": round(page.height * TWIPS), "orient": None, "code": None},
        )
        sides = {"top": top, "bottom": bottom, "left": page.inside, "right": page.outside}
        properties.put(
            section.element, "pgMar", {**{side: round(mm * TWIPS) for side, mm in sides.items()}, "gutter": 0}
        )


# ---------------------------------------------------------------- letters


def _font(bench: Bench, part: Part, mend: Mend) -> None:
    for run in runs_of(bench, part, mend.stretch):
        properties.put(properties.of(run, "rPr"), "rFonts", {"eastAsia": mend.value, "eastAsiaTheme": None})


def _size(bench: Bench, part: Part, mend: Mend) -> None:
    """Set the size; an indent keeps its number of characters."""
    size = float(mend.value)
    for run in runs_of(bench, part, mend.stretch):
        letters = properties.of(run, "rPr")
        properties.put(letters, "sz", {"val": round(size * 2)})
        properties.put(letters, "szCs", {"val": round(size * 2)})
    first = part.setting.indent("first", part.size)
    if first > 0:
        own = properties.of(part.element, "pPr")
        properties.put(own, "ind", {"firstLineChars": round(first * 100), "firstLine": round(first * size * PT)})


def _color(bench: Bench, part: Part, mend: Mend) -> None:
    for run in runs_of(bench, part, None):
        letters = properties.of(run, "rPr")
        properties.drop(letters, "color")
        properties.put(letters, "color", {"val": mend.value})


# ---------------------------------------------------------------- paragraphs


def _align(bench: Bench, part: Part, mend: Mend) -> None:
    own = properties.of(part.element, "pPr")
    _no_indents(own)
    properties.put(own, "jc", {"val": mend.value})


def _first(bench: Bench, part: Part, mend: Mend) -> None:
    own = properties.of(part.element, "pPr")
    _no_indents(own)
    value = float(mend.value)
    size = bench.style.text["body"].size if part.role not in ("copied_to", "issued") else 14.0
    properties.put(own, "ind", {"firstLineChars": round(value * 100), "firstLine": round(value * size * PT)})
    properties.put(own, "jc", {"val": "both"})
    _stripped(part)


def _right(bench: Bench, part: Part, mend: Mend) -> None:
    own = properties.of(part.element, "pPr")
    _no_indents(own)
    value = max(0.0, float(mend.value))
    letters = bench.style.text["signature"]
    properties.put(own, "ind", {"rightChars": round(value * 100), "right": round(value * letters.size * PT)})
    properties.put(own, "jc", {"val": "right"})
    _stripped(part)


def _no_indents(own: _Element) -> None:
    properties.drop(own, "ind")
    sides = ("left", "right", "firstLine")
    zero = {name: 0 for side in sides for name in (f"{side}Chars", side)}
    properties.put(own, "ind", zero)


def _stripped(part: Part) -> None:
    """Take away blanks that were typed in the place of an indent."""
    for piece in part.pieces:
        for one in list(piece.element):
            if one.tag == W + "tab":
                piece.element.remove(one)
            elif one.tag == W + "t":
                set_text(one, (one.text or "").lstrip())
                if one.text:
                    return


def _line(bench: Bench, part: Part, mend: Mend) -> None:
    own = properties.of(part.element, "pPr")
    properties.put(own, "spacing", {"line": round(float(mend.value) * PT), "lineRule": "exact"})


def _around(bench: Bench, part: Part, mend: Mend) -> None:
    for side in ("before", "after"):
        _space(part, side, 0)


def _before(bench: Bench, part: Part, mend: Mend) -> None:
    """Part a paragraph from what is above by whole lines: blank paragraphs go, one space before takes their place."""
    for above in reversed(bench.draft.parts[: part.number - 1]):
        if (
            above.text.strip()
            or len(above.element.findall(f".//{W}br"))
            or above.element.find(f".//{W}sectPr") is not None
        ):
            _space(above, "after", 0)
            break
        holder = above.element.getparent()
        if holder is not None and holder is part.element.getparent() and above.element.find(f".//{W}drawing") is None:
            holder.remove(above.element)
    _space(part, "before", round(float(mend.value) * bench.style.text["body"].line * PT))


def _down(bench: Bench, part: Part, mend: Mend) -> None:
    """Move a paragraph so many mm down, or up as far as there is white above it."""
    now = part.setting.around("before", bench.style.text["body"].line) * PT
    _space(part, "before", max(0, round(now + float(mend.value) * TWIPS)))


def _space(part: Part, side: str, twips: int) -> None:
    own = properties.of(part.element, "pPr")
    properties.put(own, "spacing", {side: twips, f"{side}Lines": None, f"{side}Autospacing": None})
    if part.setting.said.get(f"{side}Lines"):
        properties.put(own, "spacing", {f"{side}Lines": 0})


def _new_page(bench: Bench, part: Part, mend: Mend) -> None:
    properties.child(properties.of(part.element, "pPr"), "pageBreakBefore")


def _rule(bench: Bench, part: Part, mend: Mend) -> None:
    """Colour the rule that there is, or set one below the paragraph (7.2.7)."""
    own = properties.of(part.element, "pPr")
    sides = properties.child(own, "pBdr")
    if len(sides) == 0:
        sides.append(sides.makeelement(W + "bottom", {W + "val": "single", W + "sz": "12", W + "space": "7"}))
    for side in sides:
        side.set(W + "color", "FF0000")


def _words(bench: Bench, part: Part, mend: Mend) -> None:
    """Change the words of a paragraph where they differ, run by run."""
    old, new = part.text, str(mend.value)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle, last = new[head : len(new) - tail], len(old) - tail
    at, put = 0, False
    for run in [run for piece in part.pieces for run in family(bench, piece.element)]:
        was = text_of(run)
        start, end = at, at + len(was)
        at = end
        here = not put and start <= head <= end
        put = put or here
        text = old[start : min(end, head)] + (middle if here else "") + old[max(start, last) : end]
        texts = run.findall(W + "t")
        if text != was and texts and len(was) == sum(len(one.text or "") for one in texts):
            set_text(texts[0], text)
            for one in texts[1:]:
                run.remove(one)


def _common(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


_Mender: TypeAlias = Callable[[Bench, Part, Mend], None]
_KINDS: dict[MendKind, _Mender] = {
    "font": _font,
    "size": _size,
    "color": _color,
    "align": _align,
    "first": _first,
    "right": _right,
    "line": _line,
    "around": _around,
    "before": _before,
    "down": _down,
    "new_page": _new_page,
    "rule": _rule,
    "words": _words,
}
"""Letters first: their stretches are counted in the words as they were."""
