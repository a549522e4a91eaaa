"""The hand-annotated reports are found again, as the scoring tool counts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from exporter import conversion
from exporter.facts.data.csv_jsonl import jsonl
from exporter.facts.extract import with_facts

BARS = {"figure_recall": 0.97, "full_recall": 0.93, "typed_recall": 0.90, "precision": 0.95}


@pytest.mark.parametrize(
    ("name", "source"),
    [("seed_cixi_2018", "seed/cixi-2018.txt"), ("03_national_china_2010", "corpus/03_national_china_2010.txt")],
)
def test_the_bars_are_kept(shared: Path, tmp_path: Path, name: str, source: str) -> None:
    predicted = tmp_path / "facts.jsonl"
    predicted.write_bytes(jsonl(with_facts(conversion.read(shared / source))))
    gold = shared / "corpus" / "gold"
    command = [
        *(sys.executable, str(shared / "tools" / "score.py"), "facts", str(gold / f"{name}.facts.jsonl")),
        *(str(predicted), "--regions", str(gold / "exhaustive_regions.json"), "--traps", str(gold / "traps.jsonl")),
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    assert figures["traps_sprung"].startswith("0 of")
    for measure, bar in BARS.items():
        assert float(figures[measure].split()[0]) >= bar, said


def test_no_figure_stands_inside_a_trap(shared: Path) -> None:
    sources = {"seed_cixi_2018": "seed/cixi-2018.txt", "03_national_china_2010": "corpus/03_national_china_2010.txt"}
    documents = {name: conversion.read(shared / source) for name, source in sources.items()}
    for line in (shared / "corpus" / "gold" / "traps.jsonl").read_text("utf-8").splitlines():
        trap = json.loads(line)
        document = documents[trap["doc"]]
        assert document.origin
        start = document.origin.text.index(trap["text"])
        places = [fact.number_span.start for fact in with_facts(document).facts if fact.number_span]
        assert not [place for place in places if start <= place < start + len(trap["text"])], trap
