"""Read what a paragraph of a Word file holds: its text as it is shown, links, pictures, formulas, ticks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exporter.readers.content.looks import Kind
from exporter.readers.formats.word.formulas import equation_field, formula
from exporter.readers.formats.word.layer import Inline, Layer
from exporter.readers.formats.word.pictures import drawn
from exporter.readers.formats.word.styles import PLAIN, Letters, attribute, child, local
from exporter.readers.formats.word.symbols import is_symbolic, shown, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    ("del", "moveFrom", "delText", "pPr", "rPr", "Fallback", "sdtPr", "sdtEndPr", "rt", "ffData", "fldData")
)
_LINK = re.compile(r"\s{0,20}HYPERLINK\s{1,8}(?:\\[a-zA-Z]\s{1,8}){0,8}\"([^\"]{1,4000})\"", re.IGNORECASE)
TICKED, OPEN = "☑", "☐"


@dataclass(slots=True)
class _Field:
    """A field of Word that is open: its instruction, and where its result begins."""

    instruction: str = ""
    start: int | None = None
    form: _Element | None = None


@dataclass(slots=True)
class _Reading:
    layer: Layer
    around: Letters
    """What the paragraph's style says of its letters."""
    text: Inline = field(default_factory=Inline)
    fields: list[_Field] = field(default_factory=list)
    font: str | None = None


def inline_of(layer: Layer, element: _Element, around: Letters = PLAIN) -> Inline:
    """Read a paragraph; what was deleted or hidden stays out, what was inserted is in."""
    reading = _Reading(layer, around)
    stack: list[tuple[Iterator[_Element], Callable[[], None] | None]] = [(iter(element), None)]
    while stack:
        inner = next(stack[-1][0], None)
        if inner is None:
            close = stack.pop()[1]
            if close:
                close()
            continue
        name = local(inner)
        if name in _SKIPPED:
            continue
        if name in _LEAVES:
            _LEAVES[name](reading, inner)
        elif name in _OPENERS:
            entered, close = _OPENERS[name](reading, inner)
            if entered is not None:
                stack.append((iter(entered), close))
        else:
            stack.append((iter(inner), None))
    return reading.text


# ---------------------------------------------------------------- what holds text

_Opened = tuple["_Element | None", "Callable[[], None] | None"]


def _run(reading: _Reading, element: _Element) -> _Opened:
    """Open a run: hidden ones are passed over, others are marked as their letters are set."""
    letters = reading.layer.styles.run(child(element, "rPr"))
    hidden = letters.hidden if letters.hidden is not None else reading.around.hidden
    if hidden:
        if any(local(one) in ("t", "sym", "drawing") for one in element):
            reading.layer.leave_out("docx.hidden")
        return None, None
    start, before = reading.text.size, reading.font
    reading.font = letters.font or reading.around.font
    kinds = _kinds(letters, reading.around)

    def close() -> None:
        reading.font = before
        for kind in kinds:
            reading.text.mark(start, kind)

    return element, close


def _kinds(letters: Letters, around: Letters) -> list[Kind]:
    found: list[Kind] = []
    if letters.struck or (letters.struck is None and around.struck):
        found.append("struck")
    if letters.raised in ("superscript", "subscript"):
        found.append("super" if letters.raised == "superscript" else "sub")
    if letters.bold and not around.bold:
        found.append("strong")
    if letters.italic and not around.italic:
        found.append("emphasis")
    return found


def _linked(reading: _Reading, element: _Element) -> _Opened:
    relation = reading.layer.package.relations.get(attribute(element, "id") or "")
    return element, _closing(reading, relation.target if relation and relation.outside else "")


def _simple_field(reading: _Reading, element: _Element) -> _Opened:
    found = _LINK.match(attribute(element, "instr") or "")
    return element, _closing(reading, found[1] if found else "")


def _closing(reading: _Reading, address: str) -> Callable[[], None]:
    start = reading.text.size

    def close() -> None:
        if address:
            reading.text.mark(start, "link", address)

    return close


def _ruby(reading: _Reading, element: _Element) -> _Opened:
    """Read the text, and above it how it is read."""
    over = child(element, "rt")
    reading_of = "".join(one.text or "" for one in over.iter() if local(one) == "t") if over is not None else ""
    start = reading.text.size

    def close() -> None:
        if reading_of.strip():
            reading.text.mark(start, "ruby", reading_of.strip())

    return child(element, "rubyBase"), close


def _control(reading: _Reading, element: _Element) -> _Opened:
    """Open a content control; a check box without a sign of its own shows one."""
    box = child(child(element, "sdtPr"), "checkbox")
    inner = child(element, "sdtContent")
    if box is not None and (inner is None or not any(local(one) in ("t", "sym") for one in inner.iter())):
        ticked = attribute(child(box, "checked"), "val") in ("1", "true", "on")
        reading.text.add(TICKED if ticked else OPEN)
    return inner, None


_OPENERS: dict[str, Callable[[_Reading, _Element], _Opened]] = {
    "r": _run,
    "hyperlink": _linked,
    "fldSimple": _simple_field,
    "ruby": _ruby,
    "sdt": _control,
}


# ---------------------------------------------------------------- what is text


def _text(reading: _Reading, element: _Element) -> None:
    text = element.text or ""
    reading.text.add(shown(text, reading.font) if is_symbolic(reading.font) else text)


def _break(reading: _Reading, element: _Element) -> None:
    reading.text.add("\f" if attribute(element, "type") == "page" else "\n")


def _symbol(reading: _Reading, element: _Element) -> None:
    """Add the character of a symbol font; its private codes mean nothing in any other font."""
    try:
        code = int(attribute(element, "char") or "", 16)
        reading.text.add(symbol(attribute(element, "font"), code))
    except (ValueError, OverflowError):
        return


def _reference(reading: _Reading, element: _Element) -> None:
    """Add the mark of a note; one that the text gives it itself follows, and opens the note as well."""
    notes = reading.layer.notes
    own = (attribute(element, "customMarkFollows") or "0") not in ("0", "false", "off")
    mark = "" if own else f"[{len(notes) + 1}]"
    notes.append((f"{local(element)[:-9]}s:{attribute(element, 'id')}", mark))
    reading.text.add(mark)


def _box(reading: _Reading, element: _Element) -> None:
    reading.layer.pending.append(element)


def _drawing(reading: _Reading, element: _Element) -> None:
    found = drawn(reading.layer, element)
    reading.layer.pending += found.boxes
    reading.text.pictures += [(reading.text.size, picture) for picture in found.pictures]


def _formula(reading: _Reading, element: _Element) -> None:
    made = formula(element)
    if made.text:
        reading.layer.leave_out("formula.linear")
        reading.text.join(made)


def _field_part(reading: _Reading, element: _Element) -> None:
    kind = attribute(element, "fldCharType")
    if kind == "begin":
        reading.fields.append(_Field(form=child(element, "ffData")))
    elif kind == "separate" and reading.fields:
        reading.fields[-1].start = reading.text.size
    elif kind == "end" and reading.fields:
        _end_field(reading, reading.fields.pop())


def _instruction(reading: _Reading, element: _Element) -> None:
    if reading.fields:
        reading.fields[-1].instruction += element.text or ""


def _end_field(reading: _Reading, ended: _Field) -> None:
    """Show what a field has no result for: the tick of a form, the choice of a list, an equation."""
    start = ended.start if ended.start is not None else reading.text.size
    link = _LINK.match(ended.instruction)
    if link:
        reading.text.mark(start, "link", link[1])
    if start < reading.text.size:
        return
    box, choice = child(ended.form, "checkBox"), child(ended.form, "ddList")
    if box is not None:
        found = child(box, "checked") if child(box, "checked") is not None else child(box, "default")
        ticked = found is not None and (attribute(found, "val") or "1") not in ("0", "false", "off")
        reading.text.add(TICKED if ticked else OPEN)
    elif choice is not None:
        _chosen(reading, choice)
    elif re.match(r"\s*EQ\b", ended.instruction, re.IGNORECASE):
        made = equation_field(ended.instruction)
        reading.layer.leave_out("formula.linear" if made else "docx.equation")
        reading.text.join(made or Inline())


def _chosen(reading: _Reading, choice: _Element) -> None:
    entries = [attribute(one, "val") or "" for one in choice if local(one) == "listEntry"]
    number = attribute(child(choice, "result"), "val") or attribute(child(choice, "default"), "val") or "0"
    if number.isascii() and number.isdigit() and int(number) < len(entries):
        reading.text.add(entries[int(number)])


_LEAVES: dict[str, Callable[[_Reading, _Element], None]] = {
    "t": _text,
    "tab": lambda reading, element: reading.text.add("\u3000"),
    "ptab": lambda reading, element: reading.text.add("\u3000"),
    "br": _break,
    "cr": lambda reading, element: reading.text.add("\n"),
    "noBreakHyphen": lambda reading, element: reading.text.add("-"),
    "softHyphen": lambda reading, element: None,
    "sym": _symbol,
    "footnoteReference": _reference,
    "endnoteReference": _reference,
    "txbxContent": _box,
    "drawing": _drawing,
    "pict": _drawing,
    "object": _drawing,
    "AlternateContent": _drawing,
    "oMath": _formula,
    "fldChar": _field_part,
    "instrText": _instruction,
    "delInstrText": lambda reading, element: None,
}
