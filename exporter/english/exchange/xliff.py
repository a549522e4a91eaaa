"""Carry segments to other tools and back as XLIFF: 1.2 (OASIS 2008), which most tools read, or 2.0 (OASIS 2014).

A segment's own status travels beside the state that tools know, and counts only as long as that state agrees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from exporter.english.exchange.segments import Segment, mark_of
from exporter.english.exchange.xml import XML_LANG, XML_SPACE, legal, local_name, parsed, text_of, written
from exporter.errors import TranslationError
from exporter.model import EnglishStatus, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

Version: TypeAlias = Literal["1.2", "2.0"]

XLIFF_12 = "urn:oasis:names:tc:xliff:document:1.2"
XLIFF_20 = "urn:oasis:names:tc:xliff:document:2.0"

_STATES_12: dict[EnglishStatus, tuple[str, str]] = {
    "verified": ("final", ""),
    "reviewed": ("signed-off", ""),
    "draft": ("needs-review-translation", ""),
    "machine": ("needs-review-translation", "mt-suggestion"),
    "untranslated": ("needs-translation", ""),
}
"""State and its qualifier in XLIFF 1.2."""
_APPROVED = ("verified", "reviewed")

_STATES_20: dict[EnglishStatus, str] = {
    "verified": "final",
    "reviewed": "reviewed",
    "draft": "translated",
    "machine": "translated",
    "untranslated": "initial",
}
"""XLIFF 2.0's four states; the status itself stands in `subState`, so that nothing is lost."""


def to_xliff(segments: Sequence[Segment], name: str = "document", version: Version = "1.2") -> bytes:
    """Write segments as XLIFF, a unit each: id, both languages, state, place in the source and remark as notes."""
    return (_to_12 if version == "1.2" else _to_20)(segments, name)


def from_xliff(data: bytes, name: str = "XLIFF") -> tuple[Segment, ...]:
    """Read segments from XLIFF 1.2 or 2.0, ours or a tool's; what a person set to final or approved is reviewed.

    Raises TranslationError `exchange.malformed`.
    """
    root = parsed(data, name)
    if root.tag == f"{{{XLIFF_12}}}xliff":
        return tuple(_segment_12(unit) for unit in root.iter(f"{{{XLIFF_12}}}trans-unit"))
    if root.tag == f"{{{XLIFF_20}}}xliff":
        return tuple(_segment_20(unit) for unit in root.iter(f"{{{XLIFF_20}}}unit"))
    raise TranslationError(
        f"{name}: XLIFF 1.2 or 2.0 expected, found {local_name(root)}; export it as one of them", "exchange.malformed"
    )


# ---------------------------------------------------------------- 1.2


def _to_12(segments: Sequence[Segment], name: str) -> bytes:
    from lxml import etree

    root = etree.Element(f"{{{XLIFF_12}}}xliff", {"version": "1.2"}, nsmap=cast(Any, {None: XLIFF_12}))
    said = {"original": legal(name), "source-language": "zh-CN", "target-language": "en-US", "datatype": "plaintext"}
    body = etree.SubElement(etree.SubElement(root, f"{{{XLIFF_12}}}file", said), f"{{{XLIFF_12}}}body")
    add = _adder(XLIFF_12)
    for segment in segments:
        known = {"id": segment.id, "resname": segment.kind, XML_SPACE: "preserve"}
        if segment.status in _APPROVED:
            known["approved"] = "yes"
        unit = etree.SubElement(body, f"{{{XLIFF_12}}}trans-unit", known)
        add(unit, "source", segment.zh, {XML_LANG: "zh-CN"})
        state, qualifier = _STATES_12[segment.status]
        if segment.en is not None:
            marks = {XML_LANG: "en-US", "state": state} | ({"state-qualifier": qualifier} if qualifier else {})
            add(unit, "target", segment.en, marks)
        add(unit, "note", segment.status, {"from": "exporter status"})
        if segment.span is not None:
            add(unit, "note", f"{segment.span.start}-{segment.span.end}", {"from": "exporter span"})
        if segment.note:
            add(unit, "note", segment.note, {"from": "exporter"})
        if segment.status == "verified":
            add(unit, "note", mark_of(segment.zh, segment.en), {"from": "exporter rule"})
    return written(root)


def _segment_12(unit: _Element) -> Segment:
    notes = {note.get("from", ""): text_of(note) for note in unit.iter(f"{{{XLIFF_12}}}note")}
    source = unit.find(f"{{{XLIFF_12}}}source")
    target = unit.find(f"{{{XLIFF_12}}}target")
    english = text_of(target) if target is not None else ""
    zh = text_of(source) if source is not None else ""
    return Segment(
        unit.get("id", ""),
        zh,
        cast(Any, unit.get("resname") or "sentence"),
        english or None,
        _status_12(unit, target, notes.get("exporter status", ""), bool(english)),
        _span(notes.get("exporter span", "")),
        note=_remark(notes, ("exporter", "exporter status", "exporter span", "exporter rule")),
        untouched=notes.get("exporter rule") == mark_of(zh, english),
    )


def _status_12(unit: _Element, target: _Element | None, own: str, translated: bool) -> EnglishStatus:
    """Read how far a unit is; one that is approved and empty is `reviewed`, for whoever reads it to refuse."""
    approved = unit.get("approved") == "yes"
    state = target.get("state", "") if target is not None else ""
    known = _STATES_12.get(cast(EnglishStatus, own))
    if not translated:
        return "reviewed" if approved else "untranslated"
    if known is not None and own != "untranslated" and state == known[0] and approved == (own in _APPROVED):
        return cast(EnglishStatus, own)
    return "reviewed" if approved or state in ("signed-off", "final") else "draft"


# ---------------------------------------------------------------- 2.0


def _to_20(segments: Sequence[Segment], name: str) -> bytes:
    from lxml import etree

    languages = {"version": "2.0", "srcLang": "zh-Hans", "trgLang": "en"}
    root = etree.Element(f"{{{XLIFF_20}}}xliff", languages, nsmap=cast(Any, {None: XLIFF_20}))
    file = etree.SubElement(root, f"{{{XLIFF_20}}}file", {"id": "f1", "original": legal(name)})
    add = _adder(XLIFF_20)
    for segment in segments:
        unit = etree.SubElement(file, f"{{{XLIFF_20}}}unit", {"id": segment.id, "name": segment.kind})
        notes = etree.SubElement(unit, f"{{{XLIFF_20}}}notes")
        if segment.span is not None:
            add(notes, "note", f"{segment.span.start}-{segment.span.end}", {"category": "span"})
        add(notes, "note", segment.note or NO_REMARK, {"category": "remark"})
        if segment.status == "verified":
            add(notes, "note", mark_of(segment.zh, segment.en), {"category": "rule"})
        state = {
            "id": f"{segment.id}-1",
            "state": _STATES_20[segment.status],
            "subState": f"exporter:{segment.status}",
        }
        inner = etree.SubElement(unit, f"{{{XLIFF_20}}}segment", state)
        add(inner, "source", segment.zh, {XML_SPACE: "preserve"})
        if segment.en is not None:
            add(inner, "target", segment.en, {XML_SPACE: "preserve"})
    return written(root)


def _segment_20(unit: _Element) -> Segment:
    notes = {note.get("category", ""): text_of(note) for note in unit.iter(f"{{{XLIFF_20}}}note")}
    zh = "".join(text_of(source) for source in unit.iter(f"{{{XLIFF_20}}}source"))
    english = "".join(text_of(target) for target in unit.iter(f"{{{XLIFF_20}}}target"))
    inner = unit.find(f"{{{XLIFF_20}}}segment")
    return Segment(
        unit.get("id", ""),
        zh,
        cast(Any, unit.get("name") or "sentence"),
        english or None,
        _status_20(inner, bool(english)),
        _span(notes.get("span", "")),
        note=_remark(notes, ("remark", "span", "rule")),
        untouched=notes.get("rule") == mark_of(zh, english),
    )


def _status_20(segment: _Element | None, translated: bool) -> EnglishStatus:
    state = segment.get("state", "initial") if segment is not None else "initial"
    if segment is None or not translated:
        return "reviewed" if state in ("reviewed", "final") else "untranslated"
    own = cast(EnglishStatus, segment.get("subState", "").removeprefix("exporter:"))
    if _STATES_20.get(own) == state and own != "untranslated":
        return own
    return "reviewed" if state in ("reviewed", "final") else "draft"


# ---------------------------------------------------------------- both


def _span(said: str) -> Span | None:
    found = re.fullmatch(r"(\d+)-(\d+)", said)
    return Span(int(found[1]), int(found[2])) if found else None


def _remark(notes: Mapping[str, str], ours: Sequence[str]) -> str:
    """Give what a person noted in a tool, else what was noted before: of `ours`, the notes of our own, the first."""
    said = next((text for who, text in notes.items() if who not in ours and text.strip()), notes.get(ours[0], ""))
    return "" if said == NO_REMARK else said


NO_REMARK = "-"
"""Stands where there is none, since XLIFF 2.0 has no empty notes."""


def _adder(namespace: str) -> Callable[[_Element, str, str, dict[str, str]], None]:
    from lxml import etree

    def add(parent: _Element, tag: str, text: str, attributes: dict[str, str]) -> None:
        etree.SubElement(parent, f"{{{namespace}}}{tag}", attributes).text = legal(text)

    return add
