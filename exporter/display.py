"""Show things short to who works with them by hand: a line in a shell, a small page in a notebook.

Knows no model: what is shown is asked for its fields, so that the model itself can use this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from typing import Any

LINE = 40
"""Characters of a text that are shown in a line."""
ROWS = 20
"""Rows of a table that are shown in a notebook."""
_STYLE = "text-align:left;vertical-align:top"


def shortened(text: str, size: int = LINE) -> str:
    """Give a text in quotes, its beginning only where it is longer than `size` characters."""
    return repr(text) if len(text) <= size else f"{text[:size]!r}… ({len(text)} characters)"


def line(kind: str, *said: object) -> str:
    """Give a line for a thing: its kind, and what tells it from others."""
    return f"<{' '.join([kind, *(str(one) for one in said if one not in (None, ''))])}>"


def run(shown: Any) -> str:
    """Give a run as it is built, with the beginning of its text and what is not as always."""
    said = [f"{name}={getattr(shown, name)!r}" for name in ("target", "lang") if getattr(shown, name)]
    role = [] if shown.role == "plain" else [repr(shown.role)]
    return f"Run({', '.join([shortened(shown.text), *role, *said])})"


def outcome(shown: Any) -> str:
    """Give how a job ended in a line."""
    made = ", ".join(one.target for one in shown.artefacts)
    said = f"{shown.code}: {shown.message}" if shown.code else made
    return line("Outcome", shown.status, repr(shown.source), said, f"({shown.seconds:.1f} s)")


def outcome_page(shown: Any) -> str:
    """Give how a job ended, with the files made, as a table."""
    rows: list[tuple[str, object]] = [("source", shown.source), ("status", shown.status)]
    rows += [(one.target, f"{one.path} ({one.bytes} bytes)") for one in shown.artefacts]
    rows += [(one.level, f"{one.code}: {one.message}") for one in shown.notices]
    return table((), [*rows, *([("error", f"{shown.code}: {shown.message}")] if shown.code else [])])


def document(shown: Any) -> str:
    """Give a document in a line."""
    meta = shown.metadata
    counts = {name: len(getattr(shown, name)) for name in ("blocks", "appendix", "facts", "notices")}
    return line("Document", shortened(meta.title or "without a title"), f"{meta.doc_type}:", _counts(counts))


def _counts(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in numbers.items() if number) or "empty"


def document_page(shown: Any, lines: Sequence[tuple[int, str]]) -> str:
    """Give a document as a small page: what it says of itself, its headings (level, text), its first figures."""
    meta = shown.metadata
    told = ("place", "date", "speaker", "publisher", "document_number", "doc_type", "language")
    known = [(name, getattr(meta, name, None)) for name in told]
    counts = {name: len(getattr(shown, name)) for name in ("blocks", "appendix", "facts", "notices")}
    parts = [f"<h3>{escape(meta.title or 'Document')}</h3>", f"<p>{_counts(counts)}</p>"]
    parts.append(table((), [(name, value) for name, value in known if value]))
    parts += [f'<div style="margin-left:{2 * level}em">{escape(text)}</div>' for level, text in lines[: 2 * ROWS]]
    if shown.facts:
        parts.append(facts_page(shown.facts))
    return "".join(parts)


def facts_page(shown: Sequence[Any]) -> str:
    """Give figures as a table, the first of them only."""
    heads = ("id", "indicator", "value", "unit", "change", "period", "kind", "line", "quote")
    rows = [tuple(getattr(fact, name) for name in heads) for fact in shown[:ROWS]]
    more = len(shown) - len(rows)
    return table(heads, rows) + (f"<p>… {more} more</p>" if more > 0 else "")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Give rows as an HTML table; nothing in it is markup."""
    head = "".join(f'<th style="{_STYLE}">{escape(name)}</th>' for name in heads)
    body = "".join(
        "<tr>"
        + "".join(f'<td style="{_STYLE}">{"" if one is None else escape(str(one))}</td>' for one in row)
        + "</tr>"
        for row in rows
    )
    return f"<table>{f'<thead><tr>{head}</tr></thead>' if heads else ''}<tbody>{body}</tbody></table>"


def without_markup(text: str) -> str:
    """Give what a stretch of a source says to a person: on one line, without the tags of a web page."""
    return " ".join(unescape(_TAG.sub(" ", text)).split())


_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--.*?-->", re.DOTALL)
