"""Real reports, set in the official format and judged from the outside, and beside Typst."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from exporter.fonts import book
from exporter.typesetting import Metrics, Mode, Settings, Text, compose, metrics
from tests.typesetting.fonts import text_of
from tests.typesetting.judge import objections, paragraphs

MEASURE = 156 / 25.4 * 72
NEVER = (
    "forbidden starts",
    "forbidden ends",
    "numbers split",
    "numbers split from units",
    "wide pairs",
    "mixed gaps out of range",
)


@pytest.fixture(scope="module")
def song() -> Metrics:
    face = book().face("song")
    return metrics(face.path, face.index)


@pytest.fixture(scope="module")
def reports(shared: Path) -> list[str]:
    files = [*sorted((shared / "corpus").glob("*.txt")), *(shared / "seed").glob("*.txt")]
    texts = paragraphs(files)
    assert len(texts) > 500
    return texts


@pytest.mark.parametrize("mode", ["greedy", "optimal"])
def test_nothing_to_object_to(reports: list[str], song: Metrics, mode: Mode) -> None:
    settings = Settings(MEASURE, indent=31.5, mode=mode)
    found: Counter[str] = Counter()
    for text in reports:
        runs = [Text(text, song, 16, tracking=-0.25)]
        lines = compose(runs, settings)
        assert "".join(map(text_of, lines)) == text
        found.update(objections(lines, runs, MEASURE))
    assert {name: found[name] for name in NEVER} == dict.fromkeys(NEVER, 0)
    assert found["not flush"] <= 0.01 * found["full lines"]
    assert min(found["pairs"], found["mixed"]) > 100


def test_the_optimum_is_evener_than_greedy_in_as_many_lines(reports: list[str], song: Metrics) -> None:
    loose: dict[str, int] = {}
    lines: dict[str, int] = {}
    for mode in ("greedy", "optimal"):
        settings = Settings(MEASURE, indent=31.5, mode=mode)
        done = [compose([Text(text, song, 16, tracking=-0.25)], settings) for text in reports[:200]]
        lines[mode] = sum(map(len, done))
        growth = [max(piece.spacing for piece in line.pieces) for each in done for line in each if not line.last]
        loose[mode] = sum(each > 0.05 * 16 for each in growth)
    assert loose["optimal"] < loose["greedy"] / 2
    assert lines["optimal"] <= 1.01 * lines["greedy"]


@pytest.mark.slow
def test_as_many_lines_as_typst(reports: list[str], song: Metrics, tmp_path: Path) -> None:
    texts = [text for text in reports if len(text) < 1000][:150]
    theirs = _typst_lines(texts, tmp_path)
    ours = [len(compose([Text(text, song, 16, tracking=-0.25)], Settings(MEASURE))) for text in texts]
    assert abs(sum(ours) - sum(theirs)) <= 0.02 * sum(theirs)


def _typst_lines(texts: list[str], folder: Path) -> list[int]:
    import typst

    probes = ["国", "国 \\ 国", *(f"#text({json.dumps(text, ensure_ascii=False)})" for text in texts)]
    file = folder / "probe.typ"
    file.write_text(
        '#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh", region: "cn", tracking: -0.25pt)\n'
        "#set par(justify: true)\n"
        + "".join(
            f"#context [#metadata(measure(block(width: {MEASURE}pt)[{probe}]).height.pt()) <height>]\n"
            for probe in probes
        ),
        encoding="utf-8",
    )
    one_line, two_lines, *heights = json.loads(typst.query(str(file), "<height>", field="value"))
    return [1 + round((height - one_line) / (two_lines - one_line)) for height in heights]
