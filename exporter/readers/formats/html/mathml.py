"""Write a formula of a page (MathML) as one line of text: a fraction as (a)/(b), powers raised where they can be."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from exporter.model import Raised, Run, plain, spoken

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 60
_SILENT = ("annotation", "annotation-xml", "mphantom", "semantics-annotation")


def formula(markup: str) -> str:
    """Give the content of a `math` element as text; the letters alone where its markup is broken."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(f"<math>{_plain(markup)}</math>".encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return "" if root is None else _row(root, 0)


def _plain(markup: str) -> str:
    """Resolve the references that HTML knows and XML does not, and leave those that XML needs."""
    kept = markup.replace("&lt;", "&amp;lt;").replace("&gt;", "&amp;gt;").replace("&amp;", "&amp;amp;")
    return html.unescape(kept)


def _row(element: _Element, depth: int) -> str:
    return (element.text or "").strip() + "".join(_one(child, depth + 1) for child in element)


def _one(element: _Element, depth: int) -> str:  # noqa: C901 - one case an element
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not name or name in _SILENT or depth > DEEPEST:
        return ""
    parts = [_one(child, depth + 1) for child in element]
    match name, len(parts):
        case "mfrac", 2:
            return f"({parts[0]})/({parts[1]})"
        case "msup" | "mover", 2:
            return parts[0] + _small(parts[1], "super")
        case "msub" | "munder", 2:
            return parts[0] + _small(parts[1], "sub")
        case "msubsup" | "munderover", 3:
            return parts[0] + _small(parts[1], "sub") + _small(parts[2], "super")
        case "msqrt", _:
            return f"√({''.join(parts)})"
        case "mroot", 2:
            return f"{_small(parts[1], 'super')}√({parts[0]})"
        case "mtr", _:
            return ", ".join(parts)
        case "mtable", _:
            return "; ".join(parts)
        case "mfenced", _:
            return f"{element.get('open', '(')}{', '.join(parts)}{element.get('close', ')')}"
        case _:
            return _row(element, depth)


def _small(text: str, raised: Raised) -> str:
    """Give a power or an index in small characters of its own, else behind ^ or _."""
    small = plain(spoken((Run(text, raised=raised),)))
    if small != text and all(one != other for one, other in zip(small, text, strict=True)):
        return small
    sign = "^" if raised == "super" else "_"
    return sign + (text if len(text) == 1 else f"({text})") if text else ""
