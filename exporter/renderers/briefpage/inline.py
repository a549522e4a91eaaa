"""Write runs as HTML: figures as links to their source, the two languages of a line each in a span of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exporter.model import Fact, Medium, Run, Runs
from exporter.renderers.briefpage.passages import Mark
from exporter.renderers.html import Html, lines, quoted, tagged, text
from exporter.renderers.layout.composition import western
from exporter.style import Style


@dataclass(frozen=True, slots=True)
class PageContext:
    """What every block of a page needs to know."""

    style: Style
    language: str
    notes: Mapping[str, str]
    """Anchor of each note, by its id."""
    facts: Mapping[str, Fact]
    """The figures whose place in the source can be shown, by their id."""
    marks: Mapping[str, tuple[Mark, ...]]
    places: Iterator[tuple[int, int]]
    """Place and depth in the outline of the next heading, drawn as they are written."""
    anchors: Iterator[str]
    """Anchor of the next note, drawn as they are written."""
    media: Mapping[str, Medium]
    """The pictures, by the hash of their bytes."""


def inline(runs: Runs, lang: str, page: PageContext) -> Html:
    """Write runs inside an element of the language `lang`."""
    return "".join(_run(run, lang, page) for run in runs)


def switched(runs: Runs, lang: str, page: PageContext) -> Html:
    """Write a line that says one thing in two languages, Chinese first, so that a reader may switch one off.

    Any other line is written as it stands.
    """
    first = [western(run.lang or lang) for run in runs]
    if True not in first or False not in first or first != sorted(first):
        return inline(runs, lang, page)
    cut = first.index(True)
    return side(inline(runs[:cut], "zh-Hans", page), "zh-Hans", page) + side(inline(runs[cut:], "en", page), "en", page)


def side(inner: Html, lang: str, page: PageContext, tag: str = "span", names: str = "") -> Html:
    """Put an element around what is said in one of the two languages, which a reader may switch off."""
    name = " ".join(filter(None, ("en" if western(lang) else "zh", names)))
    return f'<{tag} class="{name}"{lang_of(lang, page)}>{inner}</{tag}>'


def both(label: str, page: PageContext) -> Html:
    """Write a label as charts hold them, Chinese first and English after a space, so that one may be switched off."""
    zh, en = halves(label)
    if not en:
        return text(label)
    return side(text(zh), "zh-Hans", page) + " " + side(text(en), "en", page)


def halves(label: str) -> tuple[str, str]:
    """Part such a label; the second half is empty where there is one language only."""
    last = max((at for at, character in enumerate(label) if "\u3400" <= character <= "\u9fff"), default=-1)
    cut = label.find(" ", last + 1)
    return (label, "") if last < 0 or cut < 0 else (label[:cut], label[cut + 1 :].strip())


def english_name(fact: Fact) -> str:
    """Give the English of an indicator as a label opens; empty where there is none."""
    name = fact.indicator_en or ""
    return name[:1].upper() + name[1:]


def figure(inner: Html, fact: str | None, page: PageContext, names: str = "figure") -> Html:
    """Link a figure to its sentence in the source; what is no figure of the document stays as it is."""
    href = href_of(fact, page) if fact in page.facts else None
    if fact is None or href is None:
        return inner
    return f'<a class="{names}" href="{quoted(href)}" data-fact="{quoted(fact)}">{inner}</a>'


def href_of(fact: str | None, page: PageContext) -> str | None:
    """Say where a figure leads without a script: to its note, else to its row of the source."""
    note, marks = page.notes.get(fact or ""), page.marks.get(fact or "")
    if note:
        return f"#{note}"
    return f"#row-{marks[0][0]}" if marks else None


def lang_of(lang: str, page: PageContext) -> Html:
    """Give the attribute that says the language of an element; every element that switches has one."""
    return f' lang="{quoted(lang)}"'


def _run(run: Run, lang: str, page: PageContext) -> Html:
    inner = lines(text(run.text))
    if run.role != "figure":
        inner = tagged(inner, run, page.notes)
    if run.lang is not None and run.lang != lang:
        inner = f'<span lang="{quoted(run.lang)}">{inner}</span>'
    return figure(inner, run.target, page) if run.role == "figure" else inner


def joined(parts: Sequence[Html]) -> Html:
    """Join blocks, a line each."""
    return "".join(f"{part}\n" for part in parts if part)
