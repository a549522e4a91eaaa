"""Prove an artefact made earlier against its source: the hash, the figures as data, the figures on the page."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Literal, TypeAlias

from exporter import codec, parts, pdfium, pipeline
from exporter.errors import SourceError
from exporter.model import MODEL_VERSION, Document, Fact, all_lines

What: TypeAlias = Literal["source", "model", "figure", "text"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which artefact and source differ."""

    what: What
    found: str
    expected: str
    line: int | None = None
    """Line of the source, where the difference has one."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared, and what differed; nothing differs in an artefact that is proved."""

    artefact: str
    source: str
    figures: int
    """Figures traced back to their place."""
    differences: tuple[Difference, ...]


def verify(name: str, artefact: bytes, source: Document) -> Proof:
    """Compare an artefact (Word, PDF, HTML or JSON of ours) with the document read from its source.

    The artefact carries the model that it was made from; a file for the press, which may carry
    nothing, is compared with what the source gives now. Compared are the source's hash, every figure
    of the model with the figure read now, its words with the source's own, and the numbers that the
    artefact shows with those of its model. Raises SourceError `verify.no_model` for a file without one.
    """
    model, shown = _opened(name, artefact)
    fresh = pipeline.run(source, (parts.load(parts.FACTS), parts.load(parts.ENGLISH)))
    made = codec.decode(model) if model is not None else _made_again(fresh, artefact, shown or "")
    differences = (*_sources(made, fresh), *_facts(made, fresh), *_quotes(made, fresh), *_numbers(made, shown))
    told = fresh.origin.name if fresh.origin else "the source"
    return Proof(name, told, len(made.facts), differences)


# ---------------------------------------------------------------- opening


def _opened(name: str, data: bytes) -> tuple[bytes | None, str | None]:
    """Give the model inside an artefact and the text that it shows (None: it is the model itself)."""
    for starts, open_it in _KINDS:
        if data.lstrip()[: len(starts)].lower() == starts:
            model, shown = open_it(data)
            if model is not None or (open_it is _pdf and b"GTS_PDFX" in data):
                return model, shown
    raise SourceError(
        f"{name}: holds no model of ours; verify takes Word, PDF, HTML and JSON files that exporter made",
        "verify.no_model",
    )


def _made_again(fresh: Document, artefact: bytes, shown: str) -> Document:
    """Make what a file for the press was made from: the brief, where it shows the source's hash, else the document."""
    named = re.search(r"SHA-256 ?([0-9a-f\s]{64,80})", shown)
    if named is None:
        return fresh
    options = parts.load("exporter.brief.options:BriefOptions")(pages=pdfium.pages_of(artefact))
    made: Document = parts.load(parts.BRIEF)(fresh, options)
    if made.origin is None:
        return made
    return replace(made, origin=replace(made.origin, sha256="".join(named[1].split())[:64]))


def _word(data: bytes) -> tuple[bytes | None, str]:
    root = parts.load("exporter.renderers.word.trace:read_trace")(data)
    if root is None:
        return None, ""
    model = "".join(element.text or "" for element in root.iter("{urn:exporter:trace:1}part"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        shown = " ".join(
            _word_text(package.read(part).decode("utf-8"))
            for part in package.namelist()
            if re.fullmatch(r"word/(document|footnotes)\.xml", part)
        )
    return _whole(model), shown


def _whole(tree: str) -> bytes:
    """Give a model written without its heading the heading that `codec.decode` asks for."""
    said = json.loads(tree)
    return json.dumps(said if "format" in said else {"format": codec.FORMAT, "version": MODEL_VERSION, **said}).encode()


def _word_text(xml: str) -> str:
    paragraphs = re.split(r"</w:p>", xml)
    return "\n".join(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one))) for one in paragraphs)


def _pdf(data: bytes) -> tuple[bytes | None, str]:
    return pdfium.attachment(data, "document.json"), pdfium.text_of(data)


def _page(data: bytes) -> tuple[bytes | None, str]:
    read_model = parts.load("exporter.renderers.briefpage:read_model")
    return read_model(data), parts.load("exporter.renderers.briefpage:text_of")(data)


def _json(data: bytes) -> tuple[bytes | None, None]:
    return data, None


_KINDS: tuple[tuple[bytes, Callable[[bytes], tuple[bytes | None, str | None]]], ...] = (
    (b"pk\x03\x04", _word),
    (b"%pdf", _pdf),
    (b"<!doctype html", _page),
    (b"{", _json),
)


# ---------------------------------------------------------------- comparing


def _sources(made: Document, fresh: Document) -> Iterator[Difference]:
    was = made.origin.sha256 if made.origin else "none"
    now = fresh.origin.sha256 if fresh.origin else "none"
    if was != now:
        yield Difference("source", f"made from a source with SHA-256 {was}", f"SHA-256 {now}")


def _facts(made: Document, fresh: Document) -> Iterator[Difference]:
    now = {(fact.span, fact.number_span, fact.indicator): fact for fact in fresh.facts}
    for fact in made.facts:
        other = now.get((fact.span, fact.number_span, fact.indicator))
        if other is None:
            yield Difference(
                "figure", f"{fact.id} {fact.indicator} {fact.value or fact.change}", "no such figure", fact.line
            )
            continue
        for field in fields(Fact):
            was, is_now = getattr(fact, field.name), getattr(other, field.name)
            if was != is_now and field.name != "id":
                yield Difference("figure", f"{fact.id} {field.name} {was}", str(is_now), other.line)


def _quotes(made: Document, fresh: Document) -> Iterator[Difference]:
    text = fresh.origin.text if fresh.origin else ""
    for fact in made.facts:
        said = text[fact.span.start : fact.span.end]
        if said != fact.quote:
            yield Difference("figure", f"{fact.id} quotes “{fact.quote}”", f"“{said}”", fact.line)


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _numbers(made: Document, shown: str | None) -> Iterator[Difference]:
    """Compare the numbers on the page with the model's: each as often at least, and none of weight that it has not."""
    if shown is None:
        return
    wanted = Counter(_NUMBER.findall("\n".join(all_lines(made))))
    found = Counter(_NUMBER.findall(shown))
    for number, count in sorted(wanted.items()):
        if found[number] < count:
            yield Difference("text", f"{number} is shown {found[number]} times", f"{count} times")
    for number in sorted(set(found) - set(wanted)):
        if "." in number and number not in _charted(made):
            yield Difference("text", f"{number} is shown", "no such number in the model")


def _charted(made: Document) -> frozenset[str]:
    return frozenset(_NUMBER.findall(codec.encode(made).decode()))
