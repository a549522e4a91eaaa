"""Keep the documents that were dropped on the page, say what was read of them, and make files of them."""

from __future__ import annotations

import hashlib
import tempfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

from exporter import conversion, parts
from exporter.batch.jobs import Job, Limits, Outcome
from exporter.batch.run import export_all
from exporter.batch.write import safe_stem
from exporter.display import without_markup
from exporter.errors import ExporterError, SourceError
from exporter.model import Document, Heading, heading_text, line_at

KEPT = 8
"""Documents kept at a time; the one that was not asked for longest goes."""
SHOWN = 400
"""Stretches of what was left out that are shown."""
SECONDS = 120.0
"""Longest time for one file."""
OFFERED = ("docx", "pdf", "brief", "brief-docx", "brief-html", "bilingual-docx", "facts-xlsx", "html", "md")


class Desk:
    """The documents of one page, by the hash of their bytes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    def read(self, name: str, data: bytes) -> dict[str, Any]:
        """Read a document and say what it is, what stands in it and what was left out. Raises SourceError."""
        document = conversion.read(data, name=name)
        key = hashlib.sha256(name.encode(errors="surrogatepass") + b"\0" + data).hexdigest()
        self._kept[key] = (name, data)
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return {"id": key, "name": name, **report(document), "targets": offered()}

    def make(self, key: str, target: str, style: str | None = None) -> tuple[str, bytes]:
        """Make one file, in a process of its own, and give its name and bytes. Raises ExporterError."""
        if key not in self._kept:
            raise SourceError("this document is not kept any more; drop it again", "source.not_found")
        name, data = self._kept[key]
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "in" / (safe_stem(name) + Path(name).suffix)
            source.parent.mkdir()
            source.write_bytes(data)
            options = parts.Options(style=style or None)
            job = Job(str(source), (target,), str(Path(folder) / "out"), options=options, limits=Limits(SECONDS))
            return _file_of(next(export_all([job], workers=1)))


def _file_of(outcome: Outcome) -> tuple[str, bytes]:
    if outcome.error is not None:
        message = outcome.error.message
        raise ExporterError(message.replace(outcome.source, Path(outcome.source).name), outcome.error.code)
    made = Path(outcome.artefacts[0].path)
    return made.name, made.read_bytes()


def report(document: Document) -> dict[str, Any]:
    """Say what a document is, its headings, what was left out and why, and what should be known."""
    meta = document.metadata
    told = ("title", "place", "date", "speaker", "document_number", "doc_type")
    return {
        "said": {name: getattr(meta, name) for name in told if getattr(meta, name)},
        "headings": [
            {"level": block.level, "text": heading_text(block)}
            for block in document.blocks
            if isinstance(block, Heading) and block.level
        ],
        "left_out": left_out(document)[:SHOWN],
        "notices": [{"level": one.level, "code": one.code, "message": one.message} for one in document.notices],
    }


def left_out(document: Document) -> list[dict[str, Any]]:
    """Give every stretch of the source that is no part of the document, with its line and why."""
    if document.origin is None:
        return []
    text = document.origin.text
    stretches = [(one, without_markup(text[one.span.start : one.span.end])) for one in document.account]
    return [
        {"line": line_at(text, one.span.start), "text": said[:300], "reason": one.reason}
        for one, said in stretches
        if one.kind == "furniture" and said and one.reason != "markup"
    ]


def offered() -> list[dict[str, str]]:
    """Give the targets that the page offers."""
    rows = [parts.target(name) for name in OFFERED if name in parts.target_names()]
    return [{"name": row.name, "label": row.label, "suffix": row.suffix} for row in rows]
