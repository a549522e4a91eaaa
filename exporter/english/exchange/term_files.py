"""Carry terms to other tools and back: TBX-Basic (ISO 30042:2008) and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast, get_args

from exporter.english.exchange.xml import XML_LANG, added, parsed, text_of, written
from exporter.english.glossary.terms import COLUMNS, Kind, Status, Term
from exporter.english.grammar.phrases import SLOT
from exporter.english.words.morphology import MARK

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADMIN: dict[Status, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
    "gloss": "admittedTerm-admn-sts",
}

_STATUSES: dict[str, Status] = {
    "preferredTerm": "preferred",
    "admittedTerm": "admitted",
    "deprecatedTerm": "forbidden",
    "supersededTerm": "forbidden",
    "preferred": "preferred",
    "admitted": "admitted",
    "deprecated": "forbidden",
    "superseded": "forbidden",
}


def to_tbx(terms: Iterable[Term]) -> bytes:
    """Write terms as TBX-Basic, an entry for each Chinese term with all its renderings."""
    from lxml import etree

    root = etree.Element("martif", {"type": "TBX-Basic", XML_LANG: "en"})
    description = etree.SubElement(etree.SubElement(root, "martifHeader"), "fileDesc")
    added(etree.SubElement(description, "sourceDesc"), "p", "Term base of Chinese government language")
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    entries: dict[str, list[Term]] = {}
    for term in terms:
        entries.setdefault(term.zh, []).append(term)
    for number, (zh, renderings) in enumerate(entries.items(), 1):
        _entry(etree.SubElement(body, "termEntry", {"id": f"t{number:05d}"}), zh, renderings)
    return written(root)


def _entry(entry: _Element, zh: str, renderings: Sequence[Term]) -> None:
    from lxml import etree

    added(entry, "descrip", renderings[0].kind, {"type": "subjectField"})
    chinese = etree.SubElement(entry, "langSet", {XML_LANG: "zh-Hans"})
    added(etree.SubElement(chinese, "tig"), "term", zh)
    english = etree.SubElement(entry, "langSet", {XML_LANG: "en"})
    for term in renderings:
        tig = etree.SubElement(english, "tig")
        shown = term.en.replace(MARK, "").replace(SLOT, "…")
        added(tig, "term", shown)
        if shown != term.en:
            added(tig, "note", f"exact: {term.en}")
        added(tig, "termNote", _ADMIN[term.status], {"type": "administrativeStatus"})
        for name in ("kind", "status", "other", "source", "year"):
            if getattr(term, name):
                added(tig, "note", f"{name}: {getattr(term, name)}")


def from_tbx(data: bytes) -> tuple[Term, ...]:
    """Read terms from TBX, with what our notes say of them. Raises TranslationError `exchange.malformed`."""
    root = parsed(data, "TBX")
    return tuple(term for entry in root.iter("termEntry", "{*}termEntry", "{*}conceptEntry") for term in _terms(entry))


def _terms(entry: _Element) -> Iterator[Term]:
    languages = {(one.get(XML_LANG) or "")[:2].lower(): one for one in entry.iter("{*}langSet", "{*}langSec")}
    if "zh" not in languages or "en" not in languages:
        return
    zh = next((text_of(term) for term in languages["zh"].iter("{*}term")), "")
    for tig in languages["en"].iter("{*}tig", "{*}ntig", "{*}termSec"):
        en = next((text_of(term) for term in tig.iter("{*}term")), "")
        notes = dict(text_of(note).split(": ", 1) for note in tig.iter("{*}note") if ": " in text_of(note))
        if zh and en:
            yield _term({"zh": zh, "status": _status(tig), **notes, "en": notes.get("exact", en)})


def _status(tig: _Element) -> Status:
    """Read how far a rendering may be used from what TBX says of it (`administrativeStatus`)."""
    said = (text_of(one) for one in tig.iter("{*}termNote") if one.get("type") == "administrativeStatus")
    return next((_STATUSES[word] for one in said if (word := one.split("-")[0].strip()) in _STATUSES), "preferred")


def to_csv(terms: Iterable[Term]) -> str:
    """Write terms as CSV, a row each, with the columns of the term base."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([getattr(term, column) for column in COLUMNS] for term in terms)
    return file.getvalue()


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
