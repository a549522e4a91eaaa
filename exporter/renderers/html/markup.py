"""Write text as HTML, every character of it escaped: the only place where tags are put around what a source says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TypeAlias, assert_never

from exporter.model import Document, Run
from exporter.renderers.layout.composition import Part
from exporter.renderers.layout.wording import note_ids

Html: TypeAlias = str

Inline: TypeAlias = Callable[[Sequence[Part], float], Sequence[Html]]
"""Sets the parts of one paragraph in a measure (pt), each to inline HTML."""


def text(given: str) -> Html:
    """Escape text between tags."""
    return escape(given, quote=False)


def quoted(given: str) -> Html:
    """Escape text inside a quoted attribute."""
    return escape(given, quote=True)


def tagged(run_html: Html, run: Run, notes: Mapping[str, str]) -> Html:
    """Put the tags of a run's look and role around its HTML."""
    if run.ruby:
        run_html = f"<ruby>{run_html}<rp>（</rp><rt>{text(run.ruby)}</rt><rp>）</rp></ruby>"
    if run.raised != "none" and run.role != "mark":
        tag = "sup" if run.raised == "super" else "sub"
        run_html = f"<{tag}>{run_html}</{tag}>"
    return _tagged(f"<s>{run_html}</s>" if run.struck else run_html, run, notes)


def _tagged(run_html: Html, run: Run, notes: Mapping[str, str]) -> Html:
    match run.role:
        case "mark":
            note = notes.get(run.target or "")
            return f'<sup class="mark">{_linked(run_html, f"#{note}" if note else None)}</sup>'
        case "link":
            return _linked(run_html, run.target if safe_link(run.target) else None)
        case "strong" | "lead" | "emphasis":
            return f'<span class="{run.role}">{run_html}</span>'
        case "figure":
            note = notes.get(run.target or "")
            return _linked(run_html, f"#{note}" if note else None)
        case "plain":
            return run_html
        case _:
            assert_never(run.role)


def safe_link(target: str | None) -> bool:
    """Tell whether an address may become a link: http, https and mailto only."""
    return target is not None and target.lower().startswith(("http://", "https://", "mailto:"))


def plain_inline(document: Document) -> Inline:
    """Set text as it flows, and leave its lines to the browser."""
    notes = note_ids(document)

    def inline(parts: Sequence[Part], measure: float) -> list[Html]:
        return ["".join(tagged(lines(text(run.text)), run, notes) for run in part.runs) for part in parts]

    return inline


def lines(escaped: Html) -> Html:
    """Turn line ends inside a run into breaks."""
    return escaped.replace("\n", "<br>")


def _linked(inner: Html, href: str | None) -> Html:
    return f'<a href="{quoted(href)}">{inner}</a>' if href else inner
