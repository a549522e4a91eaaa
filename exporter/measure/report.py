"""Measure a Word or PDF file: lay it out, read its pages, run the checks, count its fonts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from exporter.errors import SourceError
from exporter.measure.checks import ON_PAGES, Check, check_pages, is_official
from exporter.measure.draft.comments import commented
from exporter.measure.draft.draft import read_draft
from exporter.measure.draft.findings import Finding
from exporter.measure.draft.inspect import inspect
from exporter.measure.draft.mend import corrected
from exporter.measure.office import to_pdf
from exporter.measure.pages import PageInk, read_pages
from exporter.measure.press import check_press, is_for_press
from exporter.pdfium import creator
from exporter.renderers.word.parts.trace import style_name
from exporter.style import MADE_BY, Style, load_style, style_names


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font that really was used, and how many characters it set."""

    name: str
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a file looks like. It says which checks passed; it does not certify anything."""

    file: str
    kind: str
    """`docx`, `pdf`, or `press`: a PDF made for one."""
    style: str
    pages: int
    checks: tuple[Check, ...]
    fonts: tuple[FontUse, ...]

    @property
    def passed(self) -> tuple[Check, ...]:
        """The checks that passed."""
        return tuple(check for check in self.checks if check.passed)

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that did not pass."""
        return tuple(check for check in self.checks if check.passed is False)


def measure(name: str, data: bytes, style: Style | None = None) -> Measurement:
    """Measure the bytes of a Word or PDF file against a style: the one given, the file's own, or `official`.

    Raises SourceError `source.unsupported` for anything else, `pdf.malformed`; PartError
    `engine.missing` without LibreOffice; RenderError where it cannot lay the file out.
    """
    if data.startswith(b"%PDF"):
        return _measured_pdf(name, data, style or _named(creator(data).removeprefix(MADE_BY)))
    if data.startswith(b"PK\x03\x04"):
        chosen = style or _named(style_name(data))
        if is_official(chosen):
            return inspected(name, data, chosen).measurement
        return _measured(name, "docx", to_pdf(data, chosen), chosen)
    raise SourceError(f"{name}: neither a Word file nor a PDF; give a .docx or .pdf", "source.unsupported")


@dataclass(frozen=True, slots=True)
class Inspection:
    """A Word file as a draft of an official paper, clause by clause, and what mends it."""

    measurement: Measurement
    findings: tuple[Finding, ...]
    style: Style
    data: bytes

    def corrected(self) -> bytes:
        """Give a copy in which all is mended that needs no person, and what that has moved."""
        name, style = self.measurement.file, self.style
        once = corrected(name, self.data, self.findings, style)
        moved = inspected(name, once, style).findings
        return corrected(name, once, moved, style) if any(one.mends for one in moved) else once

    def commented(self, sentence: Callable[[Check], str]) -> bytes:
        """Give a copy with a Word comment for what did not pass, said by `sentence`."""
        return commented(self.measurement.file, self.data, self.measurement.checks, sentence)


def inspected(name: str, data: bytes, style: Style | None = None) -> Inspection:
    """Inspect a Word file as a draft of an official paper. Raises as `measure`, and SourceError `docx.*`."""
    own = style_name(data)
    chosen = style or _named(own)
    draft = read_draft(name, data)
    pages = read_pages(to_pdf(data, chosen))
    findings = inspect(draft, pages, chosen)
    checks = [finding.check for finding in findings]
    if own is not None or style is not None:
        checks += check_pages(pages, chosen, ON_PAGES)  # a file of ours keeps the measures of its style to the point
    fonts = tuple(_fonts(pages))
    return Inspection(Measurement(name, "docx", chosen.name, len(pages), tuple(checks), fonts), findings, chosen, data)


def check_as_json(check: Check) -> dict[str, Any]:
    """Turn a check into plain data for JSON."""
    return {**asdict(check), "verdict": check.verdict}


def as_json(measurement: Measurement) -> dict[str, Any]:
    """Turn a measurement into plain data for JSON."""
    plain = asdict(measurement)
    plain["checks"] = [check_as_json(check) for check in measurement.checks]
    plain |= {"passed": len(measurement.passed), "failed": len(measurement.failed)}
    plain["not_applicable"] = len(measurement.checks) - plain["passed"] - plain["failed"]
    plain["fonts"] = [asdict(font) for font in measurement.fonts]
    return plain


def _named(style: str | None) -> Style:
    return load_style(style if style in style_names() else "official")


def _measured_pdf(name: str, data: bytes, style: Style) -> Measurement:
    found = _measured(name, "pdf", data, style)
    if not is_for_press(data):
        return found
    return replace(found, kind="press", checks=(*found.checks, *check_press(data, style)))


def _measured(name: str, kind: str, pdf: bytes, style: Style) -> Measurement:
    pages = read_pages(pdf)
    return Measurement(name, kind, style.name, len(pages), check_pages(pages, style), tuple(_fonts(pages)))


def _fonts(pages: Sequence[PageInk]) -> list[FontUse]:
    used = Counter(glyph.font for page in pages for line in page.lines for glyph in line.glyphs)
    total = sum(used.values()) or 1
    return [FontUse(name, count, round(count / total, 4)) for name, count in used.most_common()]
