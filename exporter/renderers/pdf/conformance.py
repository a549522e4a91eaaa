"""Make a PDF of one standard conform to a second: PDF/UA-1 beside PDF/A, the language of every stretch of text.

Everything here works on the objects that a finisher is given; nothing of the engine is changed.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

_NS = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""'
_UA = "http://www.aiim.org/pdfua/ns/id/"
_A = "http://www.aiim.org/pdfa/ns"

_PDF_UA = (
    f'<rdf:Description {_NS} xmlns:pdfuaid="{_UA}" pdfuaid:part="1"/>'
    f'<rdf:Description {_NS} xmlns:pdfaExtension="{_A}/extension/" xmlns:pdfaSchema="{_A}/schema#" '
    f'xmlns:pdfaProperty="{_A}/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li>"
    "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


class Spoken(NamedTuple):
    """A stretch of marked content in a language that is not the document's."""

    content: str
    """Reference of the content stream (`12 0 R`)."""
    mcid: int
    lang: str


def claim_ua(pdf: Any) -> None:
    """Say in the XMP metadata that the file is PDF/UA-1 too, in the terms that PDF/A allows (ISO 19005-3, 6.6.2.3)."""
    stream = pdf.objects[_number(pdf.catalog["Metadata"])]
    stream.stream = [b"".join(stream.stream).replace(b"</rdf:RDF>", _PDF_UA.encode() + b"</rdf:RDF>")]


def unlink(pdf: Any) -> None:
    """Take links off the pages: paper has none, and PDF/X-4 allows nothing of the kind where it is printed."""
    for page in _pages(pdf):
        page.pop("Annots", None)


def settle_id(pdf: Any) -> None:
    """Put the hash of the file's pages and fonts in the place of a random document identifier."""
    streams = (thing.stream for thing in pdf.objects if isinstance(getattr(thing, "stream", None), list))
    whole = hashlib.sha256()
    metadata = pdf.objects[_number(pdf.catalog["Metadata"])]
    for parts in streams:
        if parts is not metadata.stream:
            whole.update(b"".join(part if isinstance(part, bytes) else str(part).encode() for part in parts))
    said = b"".join(metadata.stream)
    metadata.stream = [_RANDOM.sub(b"xmp.did:" + str(uuid.UUID(whole.hexdigest()[:32])).encode(), said)]


_RANDOM = re.compile(rb"xmp\.did:[0-9a-f-]{36}")


def speak(pdf: Any, spoken: Iterable[Spoken], string: Any) -> None:
    """Set the language of structure elements (ISO 32000-1, 14.9.2); one whose parts all agree gets it itself.

    `string` makes a PDF string of text.
    """
    by_content = {page["Contents"]: page["StructParents"] for page in _pages(pdf)}
    parents = _parents(pdf)
    said: dict[str, list[str]] = {}
    for stretch in spoken:
        reference = parents[by_content[stretch.content]][stretch.mcid]
        element = pdf.objects[_number(reference)]
        element["Lang"] = string(stretch.lang)
        said.setdefault(element["P"], []).append(stretch.lang)
    for reference, langs in said.items():
        element = pdf.objects[_number(reference)]
        if len(langs) == len(element["K"]) and len(set(langs)) == 1:
            element["Lang"] = string(langs[0])


def name_notes(pdf: Any, string: Any) -> None:
    """Call notes and the marks that lead to them by their names (ISO 14289-1, 7.9), each note with an identifier.

    A note comes from an `a` that leads nowhere: the one link without an annotation. A mark's link stands in a
    structure without a name.
    """
    links = [thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("S") == "/Link"]
    notes = [link for link in links if not any(_is_annotation(pdf, kid) for kid in link["K"])]
    for number, note in enumerate(notes, 1):
        note["S"], note["ID"] = "/Note", string(f"note-{number}")
    for link in links:
        parent = pdf.objects[_number(link["P"])]
        if parent["S"] == "/NonStruct":
            parent["S"] = "/Reference"


def describe(pdf: Any, places: Mapping[str, str], string: Any) -> None:
    """Say in words what stands where a link leads (ISO 14289-1, 7.18.5), for those places that have words."""
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Subtype") == "/Link" and "Dest" in thing:
            place = thing["Dest"].string
            thing["Contents"] = string(places.get(place, place))


def _is_annotation(pdf: Any, kid: Any) -> bool:
    return not isinstance(kid, int) and pdf.objects[_number(kid)].get("Type") == "/OBJR"


def _pages(pdf: Any) -> Iterator[Any]:
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Type") == "/Page":
            yield thing


def _parents(pdf: Any) -> dict[int, Any]:
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    numbers = pdf.objects[_number(root["ParentTree"])]["Nums"]
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def _number(reference: Any) -> int:
    given = reference if isinstance(reference, (bytes, str)) else str(reference)
    return int(given.split()[0])
