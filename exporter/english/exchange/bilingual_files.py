"""Carry segments and memory to other tools and back: XLIFF 2.0 (OASIS 2014), TMX 1.4b (LISA 2005).

Status and place travel in `subState` and a `note`, which tools keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from exporter.english.exchange.memory import Memory, Unit, memory_of
from exporter.english.exchange.segments import Segment
from exporter.english.exchange.xml import XML_LANG, XML_SPACE, legal, parsed, text_of, written
from exporter.errors import TranslationError
from exporter.model import EnglishStatus, Span
from exporter.style import data_folder

if TYPE_CHECKING:
    from lxml.etree import _Element

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"

# ---------------------------------------------------------------- XLIFF

_STATES: dict[EnglishStatus, str] = {
    "verified": "final",
    "reviewed": "reviewed",
    "draft": "translated",
    "machine": "translated",
    "untranslated": "initial",
}
"""XLIFF's four states; the status itself stands in `subState`, so that nothing is lost."""


def to_xliff(segments: Sequence[Segment], name: str = "document") -> bytes:
    """Write segments as XLIFF 2.0, a unit each: id, both languages, state, and the place in the source as a note."""
    from lxml import etree

    languages = {"version": "2.0", "srcLang": "zh-Hans", "trgLang": "en"}
    root = etree.Element(f"{{{XLIFF}}}xliff", languages, nsmap=cast(Any, {None: XLIFF}))
    file = etree.SubElement(root, f"{{{XLIFF}}}file", {"id": "f1", "original": legal(name)})
    for segment in segments:
        unit = etree.SubElement(file, f"{{{XLIFF}}}unit", {"id": segment.id, "name": segment.kind})
        notes = etree.SubElement(unit, f"{{{XLIFF}}}notes")
        if segment.span is not None:
            _add(notes, "note", f"{segment.span.start}-{segment.span.end}", {"category": "span"})
        _add(notes, "note", segment.note or "-", {"category": "remark"})
        state = {"id": f"{segment.id}-1", "state": _STATES[segment.status], "subState": f"exporter:{segment.status}"}
        inner = etree.SubElement(unit, f"{{{XLIFF}}}segment", state)
        _add(inner, "source", segment.zh, {XML_SPACE: "preserve"})
        if segment.en is not None:
            _add(inner, "target", segment.en, {XML_SPACE: "preserve"})
    return written(root)


def from_xliff(data: bytes) -> tuple[Segment, ...]:
    """Read segments from XLIFF 2.0; a tool's own changes of state count (`final` by a person is reviewed).

    Raises TranslationError `exchange.malformed`.
    """
    root = parsed(data, "XLIFF")
    if root.tag != f"{{{XLIFF}}}xliff":
        raise TranslationError(f"XLIFF 2.0 expected, found {root.tag}; export it as XLIFF 2.0", "exchange.malformed")
    return tuple(_segment(unit) for unit in root.iter(f"{{{XLIFF}}}unit"))


def _segment(unit: _Element) -> Segment:
    notes = {note.get("category", ""): text_of(note) for note in unit.iter(f"{{{XLIFF}}}note")}
    zh = "".join(text_of(source) for source in unit.iter(f"{{{XLIFF}}}source"))
    targets = [text_of(target) for target in unit.iter(f"{{{XLIFF}}}target")]
    inner = unit.find(f"{{{XLIFF}}}segment")
    span = re.fullmatch(r"(\d+)-(\d+)", notes.get("span", ""))
    remark = notes.get("remark", "")
    return Segment(
        unit.get("id", ""),
        zh,
        cast(Any, unit.get("name") or "sentence"),
        "".join(targets) or None,
        _status(inner, bool(targets)),
        Span(int(span[1]), int(span[2])) if span else None,
        note="" if remark == "-" else remark,
    )


def _status(segment: _Element | None, translated: bool) -> EnglishStatus:
    """Give the status that the sub-state says, as long as the state still agrees with it."""
    if segment is None or not translated:
        return "untranslated"
    state = segment.get("state", "initial")
    own = cast(EnglishStatus, segment.get("subState", "").removeprefix("exporter:"))
    if _STATES.get(own) == state and own != "untranslated":
        return own
    return "reviewed" if state in ("reviewed", "final") else "draft"


def _add(parent: _Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    from lxml import etree

    etree.SubElement(parent, f"{{{XLIFF}}}{tag}", attributes or {}).text = legal(text)


def merged(segments: Sequence[Segment], returned: Sequence[Segment]) -> tuple[Segment, ...]:
    """Take back what a translator's tool returned: English and status by id, where the Chinese is still the same."""
    back = {segment.id: segment for segment in returned}
    return tuple(
        replace(segment, en=other.en, status=other.status, note=other.note)
        if (other := back.get(segment.id)) is not None and other.zh == segment.zh and other.en
        else segment
        for segment in segments
    )


# ---------------------------------------------------------------- TMX


def to_tmx(memory: Memory | Iterable[Unit]) -> bytes:
    """Write a memory as TMX 1.4, with who approved each translation and when."""
    from lxml import etree

    header = {"creationtool": "exporter", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "exporter"}
    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(root, "header", {**header, "adminlang": "en", "srclang": "zh-Hans", "datatype": "plaintext"})
    body = etree.SubElement(root, "body")
    for unit in memory.units if isinstance(memory, Memory) else memory:
        item = etree.SubElement(body, "tu")
        for name, value in (
            ("source", unit.source),
            ("approved-by", unit.approved_by),
            ("approved-on", unit.approved_on),
        ):
            if value:
                etree.SubElement(item, "prop", {"type": f"x-{name}"}).text = legal(value)
        for lang, text in (("zh-Hans", unit.zh), ("en", unit.en)):
            variant = etree.SubElement(item, "tuv", {XML_LANG: lang})
            etree.SubElement(variant, "seg").text = legal(text)
    return written(root)


def from_tmx(data: bytes) -> Memory:
    """Read a memory from TMX, without units that lack a language. Raises TranslationError `exchange.malformed`."""
    root = parsed(data, "TMX")
    if root.tag != "tmx":
        raise TranslationError(f"TMX expected, found {root.tag}; give a TMX file", "exchange.malformed")
    return memory_of(unit for item in root.iter("tu") if (unit := _unit(item)) is not None)


def _unit(item: _Element) -> Unit | None:
    texts: dict[str, str] = {}
    for variant in item.iter("tuv"):
        lang = (variant.get(XML_LANG) or variant.get("lang") or "").lower()[:2]
        segment = variant.find("seg")
        if segment is not None:
            texts.setdefault(lang, text_of(segment))
    props = {prop.get("type", "").removeprefix("x-"): text_of(prop) for prop in item.iter("prop")}
    if not texts.get("zh") or not texts.get("en"):
        return None
    return Unit(
        texts["zh"], texts["en"], props.get("source", ""), props.get("approved-by", ""), props.get("approved-on", "")
    )


@cache
def standard_memory() -> Memory:
    """Give the memory that comes with the package: drafts for its sample report."""
    files = sorted((data_folder("source") / "memory").glob("*.tmx"))
    return memory_of(unit for file in files for unit in from_tmx(file.read_bytes()).units)
