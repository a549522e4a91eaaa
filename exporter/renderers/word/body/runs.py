"""Write the runs of a block: roles as character styles, links, footnote marks, a bookmark round each figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import quote

from exporter.characters import offsets
from exporter.model import Fact, Note, Run, Runs
from exporter.renderers.layout.roles import run_font
from exporter.renderers.word.body.writing import Writing
from exporter.renderers.word.markup import attribute, escape, text_run
from exporter.style import TextRole

LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-US"}
_ADDRESS = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::[0-9]{1,4})?(?:[/?#][^#]{0,1500}(?:#[^#]{0,300})?)?"
    r"|mailto:[^@:/?#]{1,100}@[a-z0-9.-]{1,200}",
    re.IGNORECASE,
)
"""Addresses that may be linked: http, https, mailto, and well formed."""


def runs_xml(
    runs: Runs,
    writing: Writing,
    role: TextRole,
    lang: str,
    after: str = "",
    breaks: Sequence[int] = (),
    own: str = "",
) -> str:
    """Write runs as children of `w:p`; `role` is the text role that sets the paragraph, `after` what stands before.

    A line ends at each of `breaks`, places in the text of the runs. `own`: the character style of plain runs.
    """
    cuts = _figure_cuts(runs, writing) if writing.facts else {}
    cuts |= {place: "<w:r><w:br/></w:r>" + cuts.get(place, "") for place in breaks}
    parts: list[str] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        stops = [start, *sorted(cut for cut in cuts if start < cut < end), end]
        for first, last in pairwise(stops):
            parts.append(cuts.pop(first, ""))
            piece = run.text[first - start : last - start]
            piece = piece.rstrip() if last in breaks else piece  # a blank would put a centred line out of its middle
            parts.append(_run(run, piece, writing, role, lang, after, own))
            after = piece[-1:] or after
        start = end
    parts.extend(cuts[cut] for cut in sorted(cuts))
    return "".join(parts)


def language(lang: str) -> str:
    """Write `w:lang` for a language of the model; nothing for Simplified Chinese, which is the file's own."""
    if lang == "zh-Hans":
        return ""
    code = LANGUAGES.get(lang, lang)
    if lang.startswith("zh"):
        return f'<w:lang w:eastAsia="{attribute(code)}"/>'
    return f'<w:lang w:val="{attribute(code)}" w:eastAsia="zh-CN"/>'


def bookmarked(content: str, fact: str | None, writing: Writing) -> str:
    """Put the bookmark of a figure around content, where it has none elsewhere."""
    name = writing.figure(fact) if fact else None
    if name is None:
        return content
    number = writing.bookmark()
    return f'{_start(number, name)}{content}<w:bookmarkEnd w:id="{number}"/>'


def led(content: str, place: str | None) -> str:
    """Make content a link to a bookmark; it looks as it did."""
    return f'<w:hyperlink w:anchor="{place}">{content}</w:hyperlink>' if place and content else content


def anchor(content: str, name: str, writing: Writing) -> str:
    """Put a bookmark around content."""
    number = writing.bookmark()
    return f'{_start(number, name)}{content}<w:bookmarkEnd w:id="{number}"/>'


def _run(run: Run, text: str, writing: Writing, role: TextRole, block_lang: str, after: str, own: str = "") -> str:
    lang = run.lang or block_lang
    letters = writing.style.text[role]
    face = run_font("lead", letters)[0] if run.role == "lead" else letters.font
    chinese = writing.fonts[face].name if lang.startswith("zh") else ""
    spoken = _set(run) + language(lang)
    if run.ruby and text == run.text:
        return _ruby(run, spoken, chinese, letters.size)
    match run.role:
        case "plain":
            return text_run(text, own + spoken, chinese, after)
        case "strong":
            return text_run(text, '<w:rStyle w:val="Strong"/>' + spoken, chinese, after)
        case "emphasis":
            return text_run(text, '<w:rStyle w:val="Emphasis"/>' + spoken, chinese, after)
        case "lead":
            label = "RunIn1" if writing.form == "minutes" else "Lead"  # 出席： stands in Hei (10.3)
            return text_run(text, f'<w:rStyle w:val="{label}"/>' + spoken, chinese, after)
        case "figure":
            shown = bookmarked(text_run(text, own + spoken, chinese, after), run.target, writing)
            return led(shown, writing.sources.get(run.target or ""))
        case "mark":
            return _mark(run, text, writing)
        case "link":
            return _link(run, text, writing, spoken, chinese)


def _set(run: Run) -> str:
    """Write how characters are set, in the order of the schema: struck, raised, and then the language."""
    raised = {"super": "superscript", "sub": "subscript"}.get(run.raised, "")
    return ("<w:strike/>" if run.struck else "") + (f'<w:vertAlign w:val="{raised}"/>' if raised else "")


def _ruby(run: Run, spoken: str, chinese: str, size: float) -> str:
    """Write text with its reading above it; the reading is half as large."""
    half = max(2, round(size))  # half-points: half the size of the text
    properties = (
        f'<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="{half}"/><w:hpsRaise w:val="{round(size * 2) - 2}"/>'
        f'<w:hpsBaseText w:val="{round(size * 2)}"/><w:lid w:val="zh-CN"/></w:rubyPr>'
    )
    over = text_run(run.ruby, f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    base = text_run(run.text, spoken, chinese)
    return f"<w:r><w:ruby>{properties}<w:rt>{over}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"


def _mark(run: Run, text: str, writing: Writing) -> str:
    note: Note | None = writing.notes.get(run.target or "")
    reference = '<w:rStyle w:val="FootnoteReference"/>'
    if note is None or not text:
        return led(text_run(text, reference), writing.listed.get(run.target or ""))
    if note.id in writing.footnotes:  # a footnote stands once: a later mark leads to the first
        first = f"_note_{writing.footnotes[note.id]}"
        return led(text_run(text, reference), first)
    number = len(writing.footnotes) + 1
    writing.footnotes[note.id] = number
    made = (
        f'<w:r><w:rPr>{reference}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )
    return anchor(made, f"_note_{number}", writing)


def _link(run: Run, text: str, writing: Writing, spoken: str, chinese: str) -> str:
    address = quote(run.target or "", safe="%/:=&?~#+!$,;'@()*-._", errors="replace")
    if not _ADDRESS.fullmatch(address):  # Word refuses a whole file for one address that is none
        return text_run(text, spoken, chinese)
    relation = writing.links.setdefault(address, f"rLink{len(writing.links) + 1}")
    inside = text_run(text, '<w:rStyle w:val="Hyperlink"/>' + spoken, chinese)
    return f'<w:hyperlink r:id="{relation}">{inside}</w:hyperlink>'


def _figure_cuts(runs: Runs, writing: Writing) -> dict[int, str]:
    """Give the bookmark starts and ends to write before each character of the runs' text."""
    named = {run.target for run in runs if run.role == "figure"}
    facts = [fact for fact in writing.facts_within(runs) if fact.id not in named]
    if not facts:
        return {}
    _, places = offsets(runs, writing.alterations)
    starts: dict[int, str] = {}
    ends: dict[int, str] = {}
    for fact, first, last in _found(facts, places):
        name = writing.figure(fact.id)
        if name is not None:
            number = writing.bookmark()
            starts[first] = starts.get(first, "") + _start(number, name)
            ends[last] = ends.get(last, "") + f'<w:bookmarkEnd w:id="{number}"/>'
    return {cut: ends.get(cut, "") + starts.get(cut, "") for cut in starts.keys() | ends.keys()}


def _found(facts: list[Fact], places: list[int]) -> Iterator[tuple[Fact, int, int]]:
    at: dict[int, int] = {}
    for index, place in enumerate(places):
        at.setdefault(place, index)
    for fact in facts:
        first, last = at.get(fact.span.start), at.get(fact.span.end - 1)
        if first is not None and last is not None and first <= last:
            yield fact, first, last + 1


def _start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{attribute(name)}"/>'
