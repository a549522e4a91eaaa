"""Measure the composer by the character: both modes, mixed fonts, one long paragraph, and what others need."""

from __future__ import annotations

import json
import random
import re
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from exporter.fonts import book
from exporter.typesetting import Metrics, Settings, Text, compose, metrics
from tests.benchmarks.figure import SEED, Figure, seconds

MEASURE = 156 / 25.4 * 72
ALPHABET = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面，。、“”12"
)


def figures() -> Iterator[Figure]:
    """Greedy 300,000 characters a second, optimal 100,000; linear; the same for ReportLab and Typst to compare."""
    song, serif = (metrics(face.path, face.index) for face in (book().face("song"), book().face("serif")))
    texts = [line.strip() for line in SEED.read_text("utf-8").splitlines() if len(line.strip()) > 40]
    count = sum(map(len, texts))
    yield _speed("greedy", [[Text(text, song, 16, tracking=-0.25)] for text in texts], "greedy", count, 3.33)
    yield _speed("optimal", [[Text(text, song, 16, tracking=-0.25)] for text in texts], "optimal", count, 10)
    mixed = [_mixed(text, song, serif) for text in texts]
    yield _speed("optimal, Latin in a font of its own", mixed, "optimal", count, 10)
    yield _growth(song)
    yield Figure("memory for one paragraph of 250,000, at its peak", _megabytes(song), "MB", 75)
    yield Figure(
        "ReportLab, wordWrap CJK, set only", seconds(lambda: _reportlab(texts), 3) / count * 1e6, "µs/character"
    )
    yield Figure("Typst, set and written as PDF", _typst(texts) / count * 1e6, "µs/character")


def _speed(
    name: str, paragraphs: list[list[Text]], mode: Literal["greedy", "optimal"], count: int, bar: float
) -> Figure:
    settings = Settings(MEASURE, indent=31.5, mode=mode)
    taken = _core_seconds(lambda: [compose(runs, settings) for runs in paragraphs])
    return Figure(name, taken / count * 1e6, "µs/character", bar)


def _mixed(text: str, song: Metrics, serif: Metrics) -> list[Text]:
    return [
        Text(part, serif if part < "\x80" else song, 16, tracking=-0.25) for part in re.findall("[!-~]+|[^!-~]+", text)
    ]


def _growth(song: Metrics) -> Figure:
    """Compare one paragraph with another four times as long: 4 where time is linear."""
    texts = _text(100_000), _text(400_000)
    short, long = (_core_seconds(partial(_long, text, song)) for text in texts)
    return Figure("time for 400,000 over time for 100,000", long / short, "times", 5)


def _megabytes(song: Metrics) -> float:
    text = _text(250_000)
    tracemalloc.start()
    _long(text, song)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def _long(text: str, song: Metrics) -> None:
    compose([Text(text, song, 16)], Settings(MEASURE))


def _text(count: int) -> str:
    return "".join(random.Random(1).choices(ALPHABET, k=count))


def _core_seconds(action: Callable[[], object]) -> float:
    """Give the least processor time of five runs, after one that does not count."""
    return min(_timed(action) for _ in range(6))


def _timed(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def _reportlab(texts: list[str]) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle("body", fontSize=16, leading=29.6, wordWrap="CJK")
    for text in texts:
        Paragraph(text, style).wrap(MEASURE, 10_000)


def _typst(texts: list[str]) -> float:
    import typst

    compiler = typst.Compiler()
    marks = iter("甲乙丙丁戊己庚辛")  # fresh text for each run: Typst remembers what it has set

    def compile_fresh() -> None:
        mark = next(marks)
        body = "".join(f"#par(text({json.dumps(mark + text, ensure_ascii=False)}))\n" for text in texts)
        compiler.compile(f"{_TYPST}{body}".encode())

    return seconds(compile_fresh, 5)


_TYPST = '#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh")\n#set par(justify: true)\n'
