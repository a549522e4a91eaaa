"""Measure one export and a batch beside other makers of documents: CPU of whole processes, and what pages are worth.

`python -m tests.benchmarks.bench_beside` prints the table of the README. What is not on the machine is left out.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.figure import CHECKOUT, SEED, Figure
from tests.renderers.pdf.pages import FORBIDDEN_END, FORBIDDEN_START, Line, lines_of
from tests.support.pdf import verapdf

TIMES, DOCUMENTS = 3, 10
SAMPLE = CHECKOUT / "source" / "sample.html"
EXPORTER = str(Path(sys.executable).parent / "exporter")
PAGE = (
    "#set page(margin: (top: 35mm, bottom: 33mm, left: 28mm, right: 26mm))\n"
    '#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh")\n#set par(justify: true)\n\n'
)
WEASY = (
    "import sys, weasyprint, html\n"
    "said = ''.join(f'<p>{html.escape(one)}' for one in open(sys.argv[1], encoding='utf-8').read().split('\\n\\n'))\n"
    "css = '@page{size:A4;margin:35mm 26mm 33mm 28mm}p{font:16pt/29.6pt \"Noto Serif CJK SC\";text-align:justify}'\n"
    "weasyprint.HTML(string=f'<html lang=zh-Hans><style>{css}</style>{said}').write_pdf(sys.argv[2])"
)
REPORTLAB = (
    "import sys\n"
    "from reportlab.pdfbase import pdfmetrics; from reportlab.pdfbase.cidfonts import UnicodeCIDFont\n"
    "from reportlab.platypus import SimpleDocTemplate, Paragraph; from reportlab.lib.styles import ParagraphStyle\n"
    "pdfmetrics.registerFont(UnicodeCIDFont('STSong-Light'))\n"
    "style = ParagraphStyle('p', fontName='STSong-Light', fontSize=16, leading=29.6, wordWrap='CJK', alignment=4)\n"
    "said = open(sys.argv[1], encoding='utf-8').read().split('\\n\\n')\n"
    "SimpleDocTemplate(sys.argv[2]).build([Paragraph(one, style) for one in said])"
)
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


class Row(NamedTuple):
    """A maker: CPU seconds of one run, and what the pages are worth where it makes pages."""

    name: str
    cpu: float
    pages: str = ""


def figures() -> Iterator[Figure]:
    """Ratios, which machines hardly change; the seconds stand beside them."""
    rows = {row.name: row for row in measured()}
    for row in rows.values():
        yield Figure(f"{row.name}{f' ({row.pages})' if row.pages else ''}", row.cpu, "s CPU")
    word, both = rows.get("pandoc: Word"), rows.get("pandoc and Typst: PDF")
    if word and both:
        yield Figure("one cold export beside pandoc's Word", rows[ALL].cpu / word.cpu, "times", 8)
        yield Figure("a document of a batch beside both", rows[BATCH].cpu / (word.cpu + both.cpu), "times", 1)


ALL, BATCH = "exporter: Word, PDF, brief, facts", "exporter: the same, a document of a batch"


def measured() -> Iterator[Row]:
    """Run every maker that is there on the same text."""
    source = SEED if SEED.is_file() else SAMPLE
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        text = room / "text.md"
        text.write_text("\n\n".join(_lines(source)), "utf-8")
        yield Row(ALL, cpu([EXPORTER, "export", str(source), "--out", str(room / "ours"), "--quiet"]))
        yield _row("exporter: PDF", [EXPORTER, "export", str(source), "-o", str(room / "one.pdf")], room / "one.pdf")
        yield Row(BATCH, _batch(source, room))
        yield from _others(text, room)


def _others(text: Path, room: Path) -> Iterator[Row]:
    pandoc = _pandoc()
    word, typ = str(room / "p.docx"), str(room / "p.typ")
    if pandoc:
        yield Row("pandoc: Word", cpu([pandoc, str(text), "-o", word]))
        (room / "p.typ").write_text(PAGE + text.read_text("utf-8"), "utf-8")
        by_typst = [sys.executable, "-c", TYPST, typ, str(room / "t.pdf")]
        if importlib.util.find_spec("typst"):
            yield _row("pandoc and Typst: PDF", by_typst, room / "t.pdf", cpu([pandoc, str(text), "-t", "typst"]))
    for name, script in (("WeasyPrint: PDF", WEASY), ("ReportLab: PDF", REPORTLAB)):
        made = room / f"{name[:4]}.pdf"
        yield _row(name, [sys.executable, "-c", script, str(text), str(made)], made)
    office = shutil.which("soffice")
    if office and Path(word).is_file():
        convert = [office, "--headless", "--convert-to", "pdf", "--outdir", str(room), word]
        yield _row("LibreOffice: PDF of pandoc's Word", convert, room / "p.pdf")


def _row(name: str, command: Sequence[str], made: Path, more: float = 0.0) -> Row:
    return Row(name, cpu(command) + more, worth(made.read_bytes()))


def cpu(command: Sequence[str]) -> float:
    """Give the median CPU seconds of a command, its children counted; the first run does not count."""
    return median([_spent(lambda: _run(command)) for _ in range(TIMES + 1)][1:])


def _batch(source: Path, room: Path) -> float:
    """Give the CPU seconds of a document in a batch of texts that differ."""
    (room / "in").mkdir()
    lines = _lines(source)
    for at in range(DOCUMENTS):
        kept = [line for number, line in enumerate(lines) if number < 4 or number % DOCUMENTS != at]
        (room / "in" / f"d{at}.txt").write_text("\n\n".join(kept), "utf-8")
    command = [EXPORTER, "batch", str(room / "in"), "--out", str(room / "out"), "--jobs", "1", "--quiet"]
    return _spent(lambda: _run(command)) / DOCUMENTS


def _lines(source: Path) -> list[str]:
    import exporter
    from exporter.model import all_lines

    return [
        "".join(char for char in line if char not in "\\#$*_@<>`[]~=/") for line in all_lines(exporter.read(source))
    ]


def _spent(action: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _pandoc() -> str | None:
    found = shutil.which("pandoc")
    spec = None if found else importlib.util.find_spec("pypandoc")
    inside = Path(spec.origin).parent / "files" / "pandoc" if spec and spec.origin else None
    return found or (str(inside) if inside and inside.is_file() else None)


def worth(pdf: bytes) -> str:
    """Say what pages are worth: lines that begin or end with a mark they may not, even right edges, standards."""
    lines = [line for line in lines_of(pdf) if len(line.text.strip()) > 12]
    bad = sum(line.text.strip()[0] in FORBIDDEN_START or line.text.strip()[-1] in FORBIDDEN_END for line in lines)
    kept = [name for name, flavour in (("PDF/A-3a", "3a"), ("PDF/UA-1", "ua1")) if not verapdf(pdf, flavour)]
    return f"{bad} bad edges, {_flush(lines):.0%} flush, {' and '.join(kept) or 'no standard'}"


def _flush(lines: Sequence[Line]) -> float:
    """Give the share of lines whose last character ends at an edge that many end at, its blank half counted or not."""
    full = [line for line in lines if len(line.text.strip()) > 24]
    ends = [{round(line.chars[-1].right), round(line.chars[-1].right - line.chars[-1].size / 2)} for line in full]
    edges = {edge for edge, count in Counter(edge for end in ends for edge in end).items() if count > 0.2 * len(full)}
    near = {edge + by for edge in edges for by in (-1, 0, 1)}
    return sum(bool(end & near) for end in ends) / max(1, len(full))


def table() -> str:
    """Write the table of the README."""
    rows = list(measured())
    word = next((row.cpu for row in rows if row.name == "pandoc: Word"), rows[0].cpu)
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}"
        for name in ("weasyprint", "reportlab", "typst")
        if importlib.util.find_spec(name)
    )
    head = f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}, Python {sys.version.split()[0]}, {versions}"
    said = [f"| {row.name} | {row.cpu:.2f} | {row.cpu / word:.1f} | {row.pages} |" for row in rows]
    return "\n".join((head, "", "| maker | CPU s | beside pandoc's Word | pages |", "| --- | --: | --: | --- |", *said))


if __name__ == "__main__":
    print(table())
