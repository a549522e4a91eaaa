"""Measure the Word renderer: the seed in a warm process, a million characters in three shapes, twice as many."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.benchmarks.figure import SEED, Figure, in_fresh_process, peak_megabytes, seconds

SENTENCE = "全面推进“一带一路”建设，完成投资1234.5亿元，增长8.2%；城镇居民人均可支配收入稳步提高，民生福祉持续增进。"
MILLION = 1_000_000
SHAPES = {"one paragraph": MILLION, "paragraphs of 300": 300, "paragraphs of 25": 25}


def figures() -> Iterator[Figure]:
    """The seed in two styles; a million characters in each shape, time and memory; two million, for linearity."""
    for style in ("official", "report"):
        script = f"from tests.benchmarks.bench_word import measure_seed; measure_seed({style!r})"
        yield Figure(f"seed, {style}", float(in_fresh_process(script)), "s", 0.05)
    for shape in SHAPES:
        script = f"from tests.benchmarks.bench_word import measure_big; measure_big({shape!r}, {MILLION})"
        took, peak = in_fresh_process(script).split()
        yield Figure(f"a million characters, {shape}", float(took), "s", 4)
        yield Figure(f"its peak memory, {shape}", float(peak), "MB", 400)
    script = f"from tests.benchmarks.bench_word import measure_big; measure_big('paragraphs of 300', {2 * MILLION})"
    yield Figure("two million characters, paragraphs of 300", float(in_fresh_process(script).split()[0]), "s")


def measure_seed(name: str) -> None:
    """Print the seconds that the seed, with its figures found, takes to render."""
    from exporter import conversion, parts
    from exporter.renderers.word import render
    from exporter.style import load_style

    document = parts.load(parts.FACTS)(conversion.read(str(SEED)))
    style = load_style(name)
    sys.stdout.write(str(seconds(lambda: render(document, style), 9)))


def measure_big(shape: str, characters: int) -> None:
    """Print the seconds and the process's peak memory in MB for a document of so many characters."""
    from exporter.model import Document, Metadata, Origin, Paragraph, Run
    from exporter.renderers.word import render
    from exporter.style import load_style

    size = min(SHAPES[shape], characters)
    text = (SENTENCE * (size // len(SENTENCE) + 1))[:size]
    blocks = tuple(Paragraph((Run(text),)) for _ in range(characters // size))
    document = Document(Metadata(), blocks, Origin("big.txt", "text/plain", "utf-8", "0" * 64, "文" * characters))
    style = load_style("official")
    sys.stdout.write(f"{seconds(lambda: render(document, style), 1)} {peak_megabytes()}")
