"""Play the translator: a document's segments with English of our own, filled into files as tools do it."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from translate.storage import factory, tmx
from translate.storage.xliff2 import Xliff2File

from exporter import conversion, desk, pipeline
from exporter.english.exchange.review_tables import as_document, to_workbook
from exporter.english.exchange.segments import Segment
from exporter.english.exchange.xliff import to_xliff
from exporter.english.glossary.terms import load as load_terms
from exporter.english.guard.whole import findings
from exporter.model import Document
from exporter.parts import FIGURES, WORD, Options, load
from exporter.style import load_style
from tests.support.tools import require_tool, run_tool

Work = Mapping[str, str]
"""English by the id of its segment."""

PLAIN = re.findall(
    r"\w+",
    "garden button letter window stone ribbon table pillow whistle lantern ladder hammer needle saddle thimble blanket "
    "pocket basket candle feather mirror pencil velvet marble shoelace envelope",
)
"""Words that say nothing of any report."""


def read(source: Path) -> Document:
    return pipeline.run(conversion.read(source), [load(step) for step in FIGURES])


def segments_of(document: Document) -> tuple[Segment, ...]:
    return desk.segments_of(document, Options())


def english_for(segment: Segment) -> str:
    """English of our own for a segment: the rule's, or words that say its figures and names and nothing else."""
    if segment.en:
        return segment.en
    names = (match.terms[0] for match in load_terms().find(segment.zh))
    said = [term.en.replace("~", "") for term in names if term.kind in ("indicator", "institution", "place")]
    said += [fact.value_en or fact.english or "" for fact in segment.facts]
    words = max(3, len(segment.zh) // 2)
    spoken = " ".join(f"{PLAIN[at % len(PLAIN)]}{'s' * (at // len(PLAIN) % 2)}" for at in range(words))
    return f"The {spoken} {'; '.join(said)}".strip()


def work_on(segments: Sequence[Segment]) -> Work:
    """Translate every segment of which our English says all figures."""
    made = {one.id: english_for(one) for one in segments}
    return {one.id: made[one.id] for one in segments if one.en or not findings(one.zh, made[one.id], one.facts)}


# ---------------------------------------------------------------- the tools


def by_xliff(document: Document, segments: Sequence[Segment], work: Work) -> bytes:
    """A tool that reads XLIFF 1.2 and marks what is approved."""
    store = factory.getobject(io.BytesIO(to_xliff(segments)))
    for unit in store.units:
        if not unit.isheader() and unit.getid().split("\x04")[-1] in work:
            unit.target = work[unit.getid().split("\x04")[-1]]
            unit.markapproved()
    return bytes(store)


def by_xliff_2(document: Document, segments: Sequence[Segment], work: Work) -> bytes:
    """A tool that reads XLIFF 2.0."""
    store = Xliff2File.parsestring(to_xliff(segments, version="2.0"))
    for unit in store.units:
        if not unit.isheader() and unit.getid().split("::")[0] in work:
            unit.target = work[unit.getid().split("::")[0]]
            unit.markapproved()
    written = io.BytesIO()
    store.serialize(written)
    return written.getvalue()


def by_hand(document: Document, segments: Sequence[Segment], work: Work) -> bytes:
    """A tool of XLIFF 1.2 that cuts units into marked parts, adds words of its own, and writes a byte order mark."""
    from lxml import etree

    root = etree.fromstring(to_xliff(segments))
    spaces = {"x": root.nsmap[None]}
    for unit in root.iterfind(".//x:trans-unit", spaces):
        english = work.get(unit.get("id"))
        source = unit.find("x:source", spaces)
        if english is None:
            continue
        for old in unit.findall("x:target", spaces):
            unit.remove(old)
        cut = etree.Element(f"{{{spaces['x']}}}seg-source")
        etree.SubElement(cut, f"{{{spaces['x']}}}mrk", {"mtype": "seg", "mid": "0"}).text = source.text
        target = etree.Element(f"{{{spaces['x']}}}target", {"state": "signed-off", "{urn:other}score": "1"})
        etree.SubElement(target, f"{{{spaces['x']}}}mrk", {"mtype": "seg", "mid": "0"}).text = english
        source.addnext(cut)
        cut.addnext(target)
        unit.set("approved", "yes")
    return b"\xef\xbb\xbf" + etree.tostring(root, xml_declaration=True, encoding="utf-8")


def by_tmx(document: Document, segments: Sequence[Segment], work: Work) -> bytes:
    """A tool that gives a translation memory."""
    store = tmx.tmxfile(sourcelanguage="zh-CN", targetlanguage="en-US")
    for one in segments:
        if one.id in work:
            store.addtranslation(one.zh, "zh-CN", work[one.id], "en-US")
    return bytes(store)


def by_workbook(document: Document, segments: Sequence[Segment], work: Work) -> bytes:
    """A person with a spreadsheet."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(to_workbook(segments)))
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[0].value in work:
            row[2].value, row[3].value = work[str(row[0].value)], "Reviewed"
            row[2].data_type = "s"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def by_word(document: Document, segments: Sequence[Segment], work: Work) -> bytes:
    """A person with a word processor."""
    import docx
    from docx.oxml.ns import qn

    table = pipeline.check(as_document(segments, document))
    paper = docx.Document(io.BytesIO(load(WORD)(table, load_style("official"))))
    for row in paper.tables[0]._tbl.tr_lst[1:]:
        cells = row.tc_lst
        known = "".join(text.text or "" for text in cells[0].iter(qn("w:t")))
        if known in work:
            _write(cells[2], work[known])
            _write(cells[3], "reviewed")
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def _write(cell: Any, text: str) -> None:
    from docx.oxml.ns import qn

    paragraph = cell.findall(qn("w:p"))[0]
    for run in paragraph.findall(qn("w:r")):
        paragraph.remove(run)
    run = paragraph.makeelement(qn("w:r"))
    run.append(run.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}))
    run[0].text = text
    paragraph.append(run)


def saved_by_office(data: bytes, suffix: str) -> bytes:
    """Open a file in LibreOffice and save it again in its own format."""
    office = require_tool("soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
    with tempfile.TemporaryDirectory(prefix="exporter-office-") as folder:
        given = Path(folder) / f"given{suffix}"
        given.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        out = Path(folder) / "out"
        run_tool(
            [
                office,
                "--headless",
                "--norestore",
                profile,
                "--convert-to",
                suffix[1:],
                "--outdir",
                str(out),
                str(given),
            ],
            180,
        )
        return (out / given.name).read_bytes()


def by_word_in_office(document: Document, segments: Sequence[Segment], work: Work) -> bytes:
    return saved_by_office(by_word(document, segments, work), ".docx")


Tool = Callable[[Document, Sequence[Segment], Work], bytes]
TOOLS: dict[str, Tool] = {
    "xliff 1.2": by_xliff,
    "xliff 1.2 in parts": by_hand,
    "xliff 2.0": by_xliff_2,
    "tmx": by_tmx,
    "workbook": by_workbook,
    "word": by_word,
    "word saved by LibreOffice": by_word_in_office,
}
