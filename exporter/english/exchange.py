"""Carry segments, memory and terms to other tools and back: XLIFF 2.0, TMX 1.4, TBX, CSV.

The source of every field is its standard: XLIFF 2.0 (OASIS 2014), TMX 1.4b (LISA 2005), TBX-Basic (ISO 30042:2008).
Status and place travel in `subState` and a `note`, which tools keep.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args

from exporter.english.memory import Memory, Unit, memory_of
from exporter.english.morphology import MARK
from exporter.english.phrases import SLOT
from exporter.english.segments import Segment
from exporter.english.terms import COLUMNS, Kind, Status, Term
from exporter.errors import TranslationError
from exporter.model import EnglishStatus, Span
from exporter.style import data_folder

if TYPE_CHECKING:
    from lxml.etree import _Element

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

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
    file = etree.SubElement(root, f"{{{XLIFF}}}file", {"id": "f1", "original": _legal(name)})
    for segment in segments:
        unit = etree.SubElement(file, f"{{{XLIFF}}}unit", {"id": segment.id, "name": segment.kind})
        notes = etree.SubElement(unit, f"{{{XLIFF}}}notes")
        if segment.span is not None:
            _add(notes, "note", f"{segment.span.start}-{segment.span.end}", {"category": "span"})
        _add(notes, "note", segment.note or "-", {"category": "remark"})
        state = {"id": f"{segment.id}-1", "state": _STATES[segment.status], "subState": f"exporter:{segment.status}"}
        inner = etree.SubElement(unit, f"{{{XLIFF}}}segment", state)
        _add(inner, "source", segment.zh, {_XML_SPACE: "preserve"})
        if segment.en is not None:
            _add(inner, "target", segment.en, {_XML_SPACE: "preserve"})
    return _written(root)


def from_xliff(data: bytes) -> tuple[Segment, ...]:
    """Read segments from XLIFF 2.0; a tool's own changes of state count (`final` by a person is reviewed).

    Raises TranslationError `exchange.malformed`.
    """
    root = _parsed(data, "XLIFF")
    if root.tag != f"{{{XLIFF}}}xliff":
        raise TranslationError(f"XLIFF 2.0 expected, found {root.tag}; export it as XLIFF 2.0", "exchange.malformed")
    return tuple(_segment(unit) for unit in root.iter(f"{{{XLIFF}}}unit"))


def _segment(unit: _Element) -> Segment:
    notes = {note.get("category", ""): _text(note) for note in unit.iter(f"{{{XLIFF}}}note")}
    zh = "".join(_text(source) for source in unit.iter(f"{{{XLIFF}}}source"))
    targets = [_text(target) for target in unit.iter(f"{{{XLIFF}}}target")]
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
                etree.SubElement(item, "prop", {"type": f"x-{name}"}).text = _legal(value)
        for lang, text in (("zh-Hans", unit.zh), ("en", unit.en)):
            variant = etree.SubElement(item, "tuv", {_XML_LANG: lang})
            etree.SubElement(variant, "seg").text = _legal(text)
    return _written(root)


def from_tmx(data: bytes) -> Memory:
    """Read a memory from TMX, without units that lack a language. Raises TranslationError `exchange.malformed`."""
    root = _parsed(data, "TMX")
    if root.tag != "tmx":
        raise TranslationError(f"TMX expected, found {root.tag}; give a TMX file", "exchange.malformed")
    return memory_of(unit for item in root.iter("tu") if (unit := _unit(item)) is not None)


def _unit(item: _Element) -> Unit | None:
    texts: dict[str, str] = {}
    for variant in item.iter("tuv"):
        lang = (variant.get(_XML_LANG) or variant.get("lang") or "").lower()[:2]
        segment = variant.find("seg")
        if segment is not None:
            texts.setdefault(lang, _text(segment))
    props = {prop.get("type", "").removeprefix("x-"): _text(prop) for prop in item.iter("prop")}
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


# ---------------------------------------------------------------- TBX and CSV

_ADMIN: dict[Status, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
    "gloss": "admittedTerm-admn-sts",
}


def to_tbx(terms: Iterable[Term]) -> bytes:
    """Write terms as TBX-Basic, an entry for each Chinese term with all its renderings."""
    from lxml import etree

    root = etree.Element("martif", {"type": "TBX-Basic", _XML_LANG: "en"})
    description = etree.SubElement(etree.SubElement(root, "martifHeader"), "fileDesc")
    _plain(etree.SubElement(description, "sourceDesc"), "p", "Term base of Chinese government language")
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    entries: dict[str, list[Term]] = {}
    for term in terms:
        entries.setdefault(term.zh, []).append(term)
    for number, (zh, renderings) in enumerate(entries.items(), 1):
        _entry(etree.SubElement(body, "termEntry", {"id": f"t{number:05d}"}), zh, renderings)
    return _written(root)


def _entry(entry: _Element, zh: str, renderings: Sequence[Term]) -> None:
    from lxml import etree

    _plain(entry, "descrip", renderings[0].kind, {"type": "subjectField"})
    chinese = etree.SubElement(entry, "langSet", {_XML_LANG: "zh-Hans"})
    _plain(etree.SubElement(chinese, "tig"), "term", zh)
    english = etree.SubElement(entry, "langSet", {_XML_LANG: "en"})
    for term in renderings:
        tig = etree.SubElement(english, "tig")
        shown = term.en.replace(MARK, "").replace(SLOT, "…")
        _plain(tig, "term", shown)
        if shown != term.en:
            _plain(tig, "note", f"exact: {term.en}")
        _plain(tig, "termNote", _ADMIN[term.status], {"type": "administrativeStatus"})
        for name in ("kind", "status", "other", "source", "year"):
            if getattr(term, name):
                _plain(tig, "note", f"{name}: {getattr(term, name)}")


def from_tbx(data: bytes) -> tuple[Term, ...]:
    """Read terms from TBX, with what our notes say of them. Raises TranslationError `exchange.malformed`."""
    root = _parsed(data, "TBX")
    return tuple(term for entry in root.iter("termEntry", "{*}termEntry", "{*}conceptEntry") for term in _terms(entry))


def _terms(entry: _Element) -> Iterator[Term]:
    languages = {(one.get(_XML_LANG) or "")[:2].lower(): one for one in entry.iter("{*}langSet", "{*}langSec")}
    if "zh" not in languages or "en" not in languages:
        return
    zh = next((_text(term) for term in languages["zh"].iter("{*}term")), "")
    for tig in languages["en"].iter("{*}tig", "{*}ntig", "{*}termSec"):
        en = next((_text(term) for term in tig.iter("{*}term")), "")
        notes = dict(_text(note).split(": ", 1) for note in tig.iter("{*}note") if ": " in _text(note))
        if zh and en:
            yield _term({"zh": zh, **notes, "en": notes.get("exact", en)})


def to_csv(terms: Iterable[Term]) -> str:
    """Write terms as CSV, a row each, with the columns of the term base."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([getattr(term, column) for column in COLUMNS] for term in terms)
    return file.getvalue()


def from_csv(text: str) -> tuple[Term, ...]:
    """Read terms from CSV with the columns zh and en at least. Raises TranslationError `exchange.malformed`."""
    rows = csv.DictReader(io.StringIO(text))
    if not {"zh", "en"} <= set(rows.fieldnames or ()):
        raise TranslationError(
            "CSV of terms: the first line does not name zh and en; put them there", "exchange.malformed"
        )
    return tuple(_term(row) for row in rows if row.get("zh") and row.get("en"))


def _term(row: dict[str, Any]) -> Term:
    kind, status = row.get("kind"), row.get("status")
    return Term(
        row["zh"],
        row["en"],
        row.get("other") or "",
        cast(Kind, kind if kind in get_args(Kind) else "noun"),
        cast(Status, status if status in get_args(Status) else "preferred"),
        row.get("source") or "house",
        row.get("year") or "",
    )


# ---------------------------------------------------------------- XML


def _parsed(data: bytes, what: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TranslationError(
            f"{what}: not well-formed XML ({error}); export it again", "exchange.malformed"
        ) from None


def _written(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _add(parent: _Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    from lxml import etree

    etree.SubElement(parent, f"{{{XLIFF}}}{tag}", attributes or {}).text = _legal(text)


def _plain(parent: _Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    from lxml import etree

    etree.SubElement(parent, tag, attributes or {}).text = _legal(text)


def _text(element: _Element) -> str:
    return "".join(str(part) for part in element.itertext())


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _legal(text: str) -> str:
    """Leave out characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def merged(segments: Sequence[Segment], returned: Sequence[Segment]) -> tuple[Segment, ...]:
    """Take back what a translator's tool returned: English and status by id, where the Chinese is still the same."""
    back = {segment.id: segment for segment in returned}
    return tuple(
        replace(segment, en=other.en, status=other.status, note=other.note)
        if (other := back.get(segment.id)) is not None and other.zh == segment.zh and other.en
        else segment
        for segment in segments
    )
