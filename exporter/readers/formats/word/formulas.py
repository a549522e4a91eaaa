"""Write a formula of a Word file as one line of text: a fraction as (a)/(b), powers raised, roots as √(x)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from exporter.readers.content.looks import Kind
from exporter.readers.formats.word.layer import Inline
from exporter.readers.formats.word.styles import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 40
"""Deepest nesting of a formula that is read as one; what is deeper keeps its letters alone."""


def formula(element: _Element, depth: int = 0) -> Inline:
    """Write the children of a formula element (`m:oMath`, `m:e` …) as a line."""
    text = Inline()
    if depth > DEEPEST:
        text.add("".join(one.text or "" for one in element.iter() if local(one) == "t"))
        return text
    for one in element:
        name = local(one)
        if name == "t":
            text.add(one.text or "")
        elif name in ("del", "moveFrom") or name.endswith("Pr"):
            continue
        else:
            text.join(_WRITERS.get(name, formula)(one, depth + 1))
    return text


def _of(element: _Element, name: str, depth: int) -> Inline:
    found = child(element, name)
    return formula(found, depth) if found is not None else Inline()


def _value(element: _Element, name: str, otherwise: str) -> str:
    """Give a character that the properties of a formula element set."""
    for properties in element:
        if local(properties).endswith("Pr"):
            found = child(properties, name)
            if found is not None:
                return attribute(found, "val") or ""
    return otherwise


def _line(*parts: str | Inline) -> Inline:
    text = Inline()
    for one in parts:
        if isinstance(one, str):
            text.add(one)
        else:
            text.join(one)
    return text


def _small(inner: Inline, kind: Kind) -> Inline:
    """Set a whole text small; within it nothing is smaller still: that stands behind ^ or _ in brackets."""
    if not inner.text:
        return inner
    made = Inline(inner.text, [one for one in inner.looks if one.kind not in ("super", "sub")])
    made.mark(0, kind)
    return made


def _fraction(element: _Element, depth: int) -> Inline:
    return _line("(", _of(element, "num", depth), ")/(", _of(element, "den", depth), ")")


def _scripted(element: _Element, depth: int) -> Inline:
    base = _of(element, "e", depth)
    low, high = _of(element, "sub", depth), _of(element, "sup", depth)
    return _line(base, _small(low, "sub"), _small(high, "super"))


def _before(element: _Element, depth: int) -> Inline:
    low, high = _of(element, "sub", depth), _of(element, "sup", depth)
    return _line(_small(low, "sub"), _small(high, "super"), _of(element, "e", depth))


def _root(element: _Element, depth: int) -> Inline:
    degree = _of(element, "deg", depth)
    return _line(_small(degree, "super"), "√(", _of(element, "e", depth), ")")


def _large(element: _Element, depth: int) -> Inline:
    sign = _value(element, "chr", "∫")
    low, high = _of(element, "sub", depth), _of(element, "sup", depth)
    return _line(sign, _small(low, "sub"), _small(high, "super"), _of(element, "e", depth))


def _bracketed(element: _Element, depth: int) -> Inline:
    begin, end, between = _value(element, "begChr", "("), _value(element, "endChr", ")"), _value(element, "sepChr", "|")
    text = Inline(begin)
    inner = [one for one in element if local(one) == "e"]
    for index, one in enumerate(inner):
        text.join(_line(between if index else "", formula(one, depth)))
    text.add(end)
    return text


def _matrix(element: _Element, depth: int) -> Inline:
    """Write rows behind semicolons, their cells behind commas."""
    text = Inline()
    for at, row in enumerate(one for one in element if local(one) in ("mr", "e")):
        text.add("; " if at else "")
        cells = [one for one in row if local(one) == "e"] if local(row) == "mr" else [row]
        for index, one in enumerate(cells):
            text.join(_line(", " if index else "", formula(one, depth)))
    return text


def _limit(element: _Element, depth: int) -> Inline:
    kind: Kind = "super" if local(element) == "limUpp" else "sub"
    return _line(_of(element, "e", depth), _small(_of(element, "lim", depth), kind))


def _function(element: _Element, depth: int) -> Inline:
    name, inner = _of(element, "fName", depth), _of(element, "e", depth)
    return _line(name, " " if name.text[-1:].isalpha() and inner.text[:1].isalnum() else "", inner)


def _accented(element: _Element, depth: int) -> Inline:
    inner = _of(element, "e", depth)
    sign = _value(element, "chr", "\u0302")
    return _line(inner, sign if len(inner.text) == 1 and "\u0300" <= sign <= "\u036f" else "")


_WRITERS: dict[str, Callable[[_Element, int], Inline]] = {
    "f": _fraction,
    "sSup": _scripted,
    "sSub": _scripted,
    "sSubSup": _scripted,
    "sPre": _before,
    "rad": _root,
    "nary": _large,
    "d": _bracketed,
    "m": _matrix,
    "eqArr": _matrix,
    "limUpp": _limit,
    "limLow": _limit,
    "func": _function,
    "acc": _accented,
}

_CALL = re.compile(r"\\([a-z]{1,2})\s*((?:\\[a-z]{2}\s*\d{0,3}\s*)*)\(", re.IGNORECASE)


def equation_field(instruction: str) -> Inline | None:
    """Write a field of Word's EQ language: `\\f(a,b)`, `\\r(n,x)`, `\\s\\up8(x)`, a reading set over its word.

    None where the field holds anything else.
    """
    found = re.match(r"\s*EQ\s+((?:\\\*\s*(?:\"[^\"]*\"|\S+)\s*)*)(.*)$", instruction, re.IGNORECASE | re.DOTALL)
    return _expression(found[2].strip(), 0) if found else None


def _expression(text: str, depth: int) -> Inline | None:
    made = Inline()
    here = 0
    while here < len(text):
        call = _CALL.search(text, here)
        if call is None:
            break
        made.add(text[here : call.start()])
        end = _closing(text, call.end())
        inner = _call(call[1].lower(), call[2].lower(), _arguments(text[call.end() : end]), depth) if end >= 0 else None
        if inner is None or depth > DEEPEST:
            return None
        made.join(inner)
        here = end + 1
    made.add(text[here:])
    return None if "\\" in made.text else made


def _call(name: str, options: str, given: list[str], depth: int) -> Inline | None:
    over = re.match(r"\\s\s*\\up\s*\d{0,3}\s*\((.*)\)$", given[0].strip(), re.DOTALL) if given else None
    if name == "o" and over and len(given) == 2:
        base = _expression(given[1].strip(), depth + 1)
        if base is not None:
            base.mark(0, "ruby", over[1].strip())
        return base
    inner = [_expression(one.strip(), depth + 1) for one in given]
    if any(one is None for one in inner):
        return None
    parts = [one for one in inner if one is not None]
    if name == "f" and len(parts) == 2:
        return _line("(", parts[0], ")/(", parts[1], ")")
    if name == "r" and parts:
        return _line(_small(parts[0], "super") if len(parts) > 1 else "", "√(", parts[-1], ")")
    if name == "s" and len(parts) == 1:
        return _small(parts[0], "super" if "\\up" in options else "sub")
    if name == "b" and len(parts) == 1:
        return _line("(", parts[0], ")")
    return None


def _closing(text: str, here: int) -> int:
    depth = 1
    for at in range(here, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at
    return -1


def _arguments(text: str) -> list[str]:
    """Part the arguments of a call at commas and semicolons outside brackets."""
    parts, depth, last = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter in ",;" and not depth:
            parts.append(text[last:at])
            last = at + 1
    return [*parts, text[last:]]
