"""Measure both PDF engines beside plain WeasyPrint and beside Typst, and a text of a million characters."""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.benchmarks.figure import SEED, Figure, in_fresh_process, peak_megabytes, seconds

MILLION = 1_000_000
FOLDERS = (".venv/share/exporter/fonts", "/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/liberation2")
CSS = (
    "@page{size:A4;margin:35mm 26mm 33mm 28mm}"
    'p{font:16pt/29.6pt "Noto Serif CJK SC";text-indent:2em;margin:0;text-align:justify}'
)


def figures() -> Iterator[Figure]:
    """Each engine's seconds for the seed, as ratios in one process; seconds and memory of a million characters."""
    found = json.loads(in_fresh_process("from tests.benchmarks.bench_pdf import measure; measure()"))
    for name in ("plain", "plain archive", "pdf", "pdf-fast", "typst"):
        yield Figure(f"seed by {name}", found[name], "s")
    yield Figure("pdf beside plain WeasyPrint", found["pdf"] / found["plain"], "times", 1.3)
    yield Figure("pdf beside plain WeasyPrint writing PDF/A-3a", found["pdf"] / found["plain archive"], "times", 1.3)
    yield Figure("pdf-fast beside Typst on fresh text", found["pdf-fast"] / found["typst"], "times", 1.0)
    for target, bar in (("pdf-fast", 300.0), ("pdf", 1000.0)):
        code = f"from tests.benchmarks.bench_pdf import measure_million; measure_million({target!r})"
        took, peak = json.loads(in_fresh_process(code))
        yield Figure(f"a million characters by {target}", took, "s")
        yield Figure(f"its peak memory by {target}", peak, "MB", bar)


def measure() -> None:
    """Print the seconds of each engine for the seed as JSON."""
    import typst
    import weasyprint

    import exporter
    from exporter.model import all_lines
    from exporter.renderers.pdf import tagged
    from exporter.renderers.pdf.weasyprint import engine as weasy
    from exporter.style import load_style

    document, style = exporter.read(SEED), load_style("official")
    lines = tuple(all_lines(document))
    page = f"<html lang=zh-Hans><title>t</title><style>{CSS}</style>{''.join(f'<p>{escape(said)}' for said in lines)}"
    fresh = _fresh(lines)

    def by_typst() -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "text.typ"
            file.write_text(next(fresh), "utf-8")
            typst.compile(str(file), font_paths=list(FOLDERS), ignore_system_fonts=True)

    found = {
        "plain": seconds(lambda: weasyprint.HTML(string=page).write_pdf()),
        "plain archive": seconds(lambda: weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/a-3a")),
        "pdf": seconds(lambda: weasy.render(document, style)),
        "pdf-fast": seconds(lambda: tagged.render(document, style)),
        "typst": seconds(by_typst),
    }
    json.dump(found, sys.stdout)


def measure_million(target: str) -> None:
    """Print the seconds of a million characters by a target, and the peak memory in MB, as JSON."""
    import time

    from exporter.model import Document, Metadata, Paragraph, Run
    from exporter.renderers.pdf import tagged
    from exporter.renderers.pdf.weasyprint import engine as weasy
    from exporter.style import load_style

    said = "全年完成投资83.5亿元，增长12.4%，新建道路36公里；“清水绿岸”工程（一期）按期完工。" * 110
    blocks = tuple(Paragraph((Run(said[:5000]),)) for _ in range(MILLION // 5000))
    start = time.perf_counter()
    (weasy if target == "pdf" else tagged).render(Document(Metadata(title="长文"), blocks), load_style("official"))
    json.dump((time.perf_counter() - start, peak_megabytes()), sys.stdout)


def _fresh(lines: tuple[str, ...]) -> Iterator[str]:
    """Give texts of the same length that Typst has not seen: every paragraph turned round at another place."""
    head = (
        '#set page(paper: "a4", margin: (top: 35mm, bottom: 33mm, left: 28mm, right: 26mm))\n'
        '#set text(font: "FandolFang R", size: 16pt, lang: "zh", region: "cn")\n#set par(justify: true)\n\n'
    )
    for seed in range(10**6):
        turn = random.Random(seed)
        cuts = ((said, turn.randrange(len(said) + 1)) for said in lines)
        yield head + "\n\n".join(_plain(said[at:] + said[:at]) for said, at in cuts)


def _plain(said: str) -> str:
    return "".join(char for char in said if char not in "\\#$*_@<>`[]~=/")
