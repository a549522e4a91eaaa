"""Judge where elements stand: how they are aligned, indented, and parted from what is above (7.2 to 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporter.measure.draft.draft import Draft, Part, is_red
from exporter.measure.draft.findings import Case, Finding, Mend, judged
from exporter.measure.draft.roles import Role
from exporter.readers.formats.word.styles import attribute, local
from exporter.renderers.layout.wording import ROLL
from exporter.style import Style

WITHIN = 0.35
"""Characters."""
_INDENTS: tuple[tuple[str, str, float, tuple[Role, ...]], ...] = (
    ("7.2.1", "copy number", 0, ("copy_number",)),
    ("7.2.2", "secrecy", 0, ("secrecy",)),
    ("7.2.3", "urgency", 0, ("urgency",)),
    ("7.3.2", "addressee", 0, ("addressee",)),
    ("7.3.3", "first lines", 2, ("body", "heading1", "heading2", "heading3", "heading4")),
    ("7.3.6", "remark", 2, ("remark",)),
    ("7.3.7", "label of an attachment", 0, ("attachment_label",)),
    ("7.4", "imprint", 1, ("copied_to", "issued")),
)
_CENTRED: tuple[tuple[str, str, Role], ...] = (
    ("7.2.4", "issuing mark", "issuer_mark"),
    ("7.3.1", "title", "title"),
    ("7.3.7", "title of an attachment", "attachment_title"),
)


def indents(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge what stands at the edge, and what a number of characters from it."""
    for clause, what, wanted, roles in _INDENTS:
        parts = [part for part in draft.parts if part.role in roles and _counts(part, clause)]
        cases = [_indent(part, wanted) for part in parts]
        yield judged(clause, f"indent of the {what}", f"{wanted:g}", cases, "characters")
    listed = draft.of("attachment")[:1]  # the names after the first are turned over, and begin further in
    yield judged("7.3.4", "indent of the list of attachments", "2", [_indent(part, 2) for part in listed], "characters")


def _counts(part: Part, clause: str) -> bool:
    return bool(part.text.strip()) and (not part.in_table or clause == "7.4")


def _indent(part: Part, wanted: float) -> Case:
    blank = part.text[: len(part.text) - len(part.text.lstrip())]
    typed = sum(1.0 if letter == "\u3000" else 0.5 for letter in blank)
    found = part.setting.indent("left", part.size) + part.setting.indent("first", part.size) + typed
    right = abs(found - wanted) <= WITHIN and part.setting.align in ("left", "both", "distribute")
    told = f"{found:.2g}" if part.setting.align in ("left", "both", "distribute") else part.setting.align
    return Case(part, told, right, (Mend("first", part.number, wanted),))


def centred(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge what stands in the middle: mark, title, an attachment's title; and the number where nobody signs."""
    for clause, what, role in _CENTRED:
        yield judged(clause, f"place of the {what}", "center", [_centre(part) for part in draft.of(role)])
    signed = bool(draft.of("signatory")) or any("签发人" in part.text for part in draft.of("document_number"))
    letter = draft.form == "letter"
    marked = bool(draft.of("issuer_mark"))
    numbers = draft.of("document_number") if marked and not signed and not letter else ()
    yield judged("7.2.5", "place of the document number", "center", [_centre(part) for part in numbers])


def _centre(part: Part) -> Case:
    indent = abs(part.setting.indent("first", part.size)) + abs(
        part.setting.indent("left", part.size) - part.setting.indent("right", part.size)
    )
    right = part.setting.align == "center" and indent <= 0.6
    told = part.setting.align if part.setting.align != "center" else f"center, {indent:g} characters aside"
    return Case(part, told if not right else "center", right, (Mend("align", part.number, "center"),))


def gaps(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge the blank lines above title, addressee, list of attachments and signature; none between paragraphs."""
    line = style.text["body"].line
    titles = draft.of("title")[:1] if draft.of("issuer_mark") and draft.of("document_number") else ()
    signed = _first_of_the_last(draft.of("signature"))
    numbered = draft.of("document_number")[:1] if titles and draft.form == "paper" and not draft.of("signatory") else ()
    for clause, what, wanted, most, parts in (
        ("7.2.5", "document number", 2, 2, numbered),
        ("7.3.1", "title", 2, 2, titles),
        ("7.3.2", "addressee", 1, 1, [part for part in draft.of("addressee")[:1] if _follows_the_title(draft, part)]),
        ("7.3.4", "list of attachments", 1, 1, draft.of("attachment")[:1]),
        ("7.3.5", "signature", 1, 5, signed),
    ):
        cases = [_gap(draft, part, wanted, most, line) for part in parts]
        yield judged(clause, f"blank lines above the {what}", f"{wanted}", cases)
    body = [part for part in draft.of("body", "heading1", "heading2") if not part.in_table and part.text.strip()]
    cases = [_close(part, line) for part in body]
    yield judged("5.2.3", "space between paragraphs", "0", cases, "pt")


def _first_of_the_last(signers: Sequence[Part]) -> Sequence[Part]:
    """Give the first of those who sign together last."""
    for above, part in reversed([*pairwise(signers)]):
        if part.number - above.number > 1:
            return (part,)
    return signers[:1]


def _follows_the_title(draft: Draft, part: Part) -> bool:
    """Tell whether no remark in brackets stands between: of one the standard is silent."""
    above = next((one for one in reversed(draft.parts[: part.number - 1]) if one.text.strip()), None)
    return above is None or not re.fullmatch("（.*）", above.text.strip(), re.DOTALL)


def _gap(draft: Draft, part: Part, wanted: int, most: int, line: float) -> Case:
    found = part.setting.around("before", line) / line
    for above in reversed(draft.parts[: part.number - 1]):
        if above.text.strip():
            found += above.setting.around("after", line) / line
            break
        found += above.setting.line[1] / line if above.setting.line[0] == "exact" else 1
    right = wanted - 0.4 <= found <= most + 0.5
    return Case(part, f"{found:.2g}", right, (Mend("before", part.number, wanted),))


def _close(part: Part, line: float) -> Case:
    around = part.setting.around("before", line), part.setting.around("after", line)
    apart = part.role != "body" or ROLL.match(part.text.strip())  # who took part stands below a blank line (10.3)
    right = max(around) <= (line if apart else line * 0.3)
    return Case(part, f"{max(around):g}", right, (Mend("around", part.number, 0),))


def breaks(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge that each attachment opens a page (7.3.7), and that a red rule closes the head (7.2.7)."""
    cases = [_opens_page(draft, part) for part in draft.of("attachment_label")]
    yield judged("7.3.7", "an attachment begins a page", "yes", cases)
    marks = draft.of("issuer_mark")
    yield judged("7.2.4", "colour of the issuing mark", "red", [_red(part) for part in marks])
    ruled = marks and draft.form in ("paper", "minutes")
    numbers = draft.of("document_number")[:1] if ruled else ()
    yield judged("7.2.7", "red rule below the number", "yes", [_ruled(draft, part) for part in numbers])


def _opens_page(draft: Draft, part: Part) -> Case:
    right = part.setting.page_break or _breaks(part)
    for above in reversed(draft.parts[: part.number - 1]):
        right = right or _breaks(above) or any(local(one) == "sectPr" for one in above.element.iter())
        if above.text.strip():
            break
    return Case(part, "yes" if right else "no", right, (Mend("new_page", part.number),))


def _breaks(part: Part) -> bool:
    return any(local(one) == "br" and attribute(one, "type") == "page" for one in part.element.iter())


def _red(part: Part) -> Case:
    colours = {piece.letters.color for piece in part.pieces if piece.text.strip()}
    right = all(is_red(colour) for colour in colours)
    told = "、".join(f"#{colour}" for colour in sorted(colours))
    return Case(part, told, right, (Mend("color", part.number, "FF0000"),))


def _ruled(draft: Draft, number: Part) -> Case:
    """A rule is a border of the number or of what stands about it, or a line that is drawn there."""
    title = next((part.number for part in draft.of("title")), number.number + 2)
    near: Sequence[Part] = draft.parts[number.number - 1 : max(number.number + 1, title - 1)]
    ruled = [(part, colour) for part in near if (colour := _rule(part))]
    right = any(is_red(colour) for _, colour in ruled)
    told = "、".join(f"#{colour}" for _, colour in ruled) or "no"
    return Case(number, "yes" if right else told, right, (Mend("rule", (ruled[0][0] if ruled else number).number),))


def _rule(part: Part) -> str:
    for one in part.element.iter():
        name = local(one)
        if name in ("bottom", "top") and any(local(up) == "pBdr" for up in one.iterancestors()):
            return (attribute(one, "color") or "auto").upper()
        if name in ("srgbClr",):
            return (attribute(one, "val") or "").upper()
        if name in ("line", "shape", "rect") and attribute(one, "strokecolor"):
            return {"red": "FF0000"}.get(attribute(one, "strokecolor") or "", "").upper() or str(
                attribute(one, "strokecolor")
            ).lstrip("#").upper()
    return ""
