"""Say what a file is: its metadata, what its colours mean, what it was made from."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import md5
from html import escape

from exporter.carried import carried
from exporter.model import Document
from exporter.pdfium import BRIEF_OF
from exporter.renderers.fonts.colour_profile import srgb
from exporter.renderers.layout.wording import author_of, title_of
from exporter.renderers.pdf.tagged.file import File, packed_together, references, text
from exporter.style import MADE_BY, Style

PRODUCER = "exporter"


def add_info(file: File, document: Document, style: Style, press: bool) -> int:
    """Add the document information (ISO 32000-1, 14.3.3)."""
    day = f"D:{_day(document):%Y%m%d%H%M%S}Z"
    said = {"Title": title_of(document), "Author": author_of(document.metadata), "Creator": MADE_BY + style.name}
    said |= {"Producer": PRODUCER, "CreationDate": day, "ModDate": day, "Keywords": _made_from(document)}
    rows = "".join(f"/{key}{text(value)}" for key, value in said.items() if value)
    return file.add(f"<<{rows}{'/Trapped/False' if press else ''}>>")


def _made_from(document: Document) -> str:
    """Say of a brief in which languages it is, and the hash of its source: a file for the press carries no more."""
    if document.kind != "brief" or document.origin is None:
        return ""
    english = any(block.lang == "en" for block in document.blocks)
    languages = "en" if document.metadata.language == "en" else "zh-en" if english else "zh"
    return f"{BRIEF_OF} {languages} SHA-256 {document.origin.sha256}"


def add_intent(file: File, icc: bytes) -> int:
    """Add what colours mean: sRGB, or what the profile of a press says."""
    channels, kind = (4, "GTS_PDFX") if icc else (3, "GTS_PDFA1")
    profile = file.stream(icc or srgb(), f"/N {channels}")
    name = text(_described(icc) if icc else "sRGB IEC61966-2.1")
    return file.add(
        f"<</Type/OutputIntent/S/{kind}/OutputConditionIdentifier{name}/Info{name}"
        f"/RegistryName()/DestOutputProfile {profile} 0 R>>"
    )


def _described(icc: bytes) -> str:
    """Give the name of a profile (ICC.1, 9.2.41)."""
    count = int.from_bytes(icc[128:132], "big")
    for at in range(132, 132 + 12 * min(count, 200), 12):
        offset, size = (int.from_bytes(icc[at + 4 + step : at + 8 + step], "big") for step in (0, 4))
        data = icc[offset : offset + size]
        if icc[at : at + 4] == b"desc" and data[:4] == b"desc":
            return data[12 : 12 + max(int.from_bytes(data[8:12], "big") - 1, 0)].decode("ascii", "replace")
        if icc[at : at + 4] == b"desc" and data[:4] == b"mluc":
            length, start = (int.from_bytes(data[step : step + 4], "big") for step in (20, 24))
            return data[start : start + length].decode("utf-16-be", "replace")
    return "CMYK"


def add_metadata(file: File, document: Document, style: Style, part: int | None) -> int:
    """Add the metadata in XMP (ISO 19005-3, 6.6; ISO 14289-1, 5; ISO 15930-7, 6.8).

    `part` of ISO 19005 is what an archive file conforms to; None: the file is for a press.
    """
    title, author = escape(title_of(document)), escape(author_of(document.metadata) or "")
    day = f"{_day(document):%Y-%m-%dT%H:%M:%S+00:00}"
    creator = f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    if publisher := escape(document.metadata.publisher or ""):
        creator += f"<dc:publisher><rdf:Bag><rdf:li>{publisher}</rdf:li></rdf:Bag></dc:publisher>"
    said = (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{creator}'
        f"<dc:language><rdf:Bag><rdf:li>{escape(document.metadata.language)}</rdf:li></rdf:Bag></dc:language>"
        "<dc:format>application/pdf</dc:format>"
        f"<xmp:CreatorTool>{escape(MADE_BY + style.name)}</xmp:CreatorTool><xmp:CreateDate>{day}</xmp:CreateDate>"
        f"<xmp:ModifyDate>{day}</xmp:ModifyDate><xmp:MetadataDate>{day}</xmp:MetadataDate>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
    )
    if keywords := _made_from(document):
        said += f"<pdf:Keywords>{keywords}</pdf:Keywords>"
    inner = said + (_press(said) if part is None else f"<pdfaid:part>{part}</pdfaid:part>{_ARCHIVE}")
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
    xmp = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>{inner}</rdf:Description>{"" if part is None else _EXTENSION}'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )
    return file.stream(xmp.encode(), "/Type/Metadata/Subtype/XML", pack=False)


_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
_ARCHIVE = "<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
_A = "http://www.aiim.org/pdfa/ns"
_EXTENSION = (
    f'<rdf:Description rdf:about="" xmlns:pdfaExtension="{_A}/extension/" xmlns:pdfaSchema="{_A}/schema#" '
    f'xmlns:pdfaProperty="{_A}/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_SPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li>"
    "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def _press(said: str) -> str:
    known = uuid.UUID(md5(said.encode(), usedforsecurity=False).hexdigest())
    return (
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>"
        f"<xmpMM:DocumentID>xmp.did:{known}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>"
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
    )


def add_attachments(file: File, document: Document) -> tuple[str, str]:
    """Attach what the file was made from (ISO 19005-3, 6.8): entries of the catalogue, and of its names."""
    if document.origin is None:
        return "", ""
    source = (document.origin.text.encode(),)
    rows: tuple[tuple[str, Iterable[bytes], str, str, str], ...] = (
        ("document.json", carried(document), "application#2Fjson", "The document as data", "Data"),
        ("source.txt", source, "text#2Fplain", f"Text of the source {document.origin.name}", "Source"),
    )
    day = f"D:{_day(document):%Y%m%d%H%M%S}Z"
    named = {}
    for name, pieces, kind, said, relation in rows:
        packed, size = packed_together(pieces)
        dated = f"/Params<</Size {size}/CreationDate({day})/ModDate({day})>>/Filter/FlateDecode"
        held = file.stream(packed, f"/Type/EmbeddedFile/Subtype/{kind}{dated}", pack=False)
        named[name] = file.add(
            f"<</Type/Filespec/F{text(name)}/UF{text(name)}/Desc{text(said)}/AFRelationship/{relation}"
            f"/EF<</F {held} 0 R/UF {held} 0 R>>>>"
        )
    names = "".join(f"{text(name)}{number} 0 R" for name, number in named.items())
    return f"/AF{references(named.values())}", f"/EmbeddedFiles<</Names[{names}]>>"


def _day(document: Document) -> datetime:
    """Give the document's own day, or one that is the same for ever: files made twice are equal."""
    try:
        return datetime.fromisoformat(document.metadata.date or "").replace(tzinfo=UTC)
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)
