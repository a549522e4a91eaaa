"""Compare the outlines of real inputs with what a reader of Chinese names, and with the annotated documents."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from exporter.model import lines_of
from exporter.readers.account import outline_json, outline_tree
from tests.readers.reading import read
from tests.reports import CORPUS, each

HERE = Path(__file__).parent
with (HERE / "level_one.csv").open(encoding="utf-8", newline="") as table:
    LEVEL_ONE: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in csv.DictReader(table):
        LEVEL_ONE[row["file"]].append((int(row["line"]), row["number"]))
GOLD = {"seed_cixi_2018": "seed/cixi-2018.txt", "03_national_china_2010": "corpus/03_national_china_2010.txt"}
NOT_YET = {
    "01_national_china_1986.txt": "lists whose numbers begin anew inside a part are read as parts",
    "51_hongkong_policyaddress_2021_pdftext.txt": "headings without numbers are all read as of the first level",
}
BARS = {"heading_recall": 0.97, "heading_precision": 0.97, "level_right": 0.98, "furniture_recall": 0.98}


@pytest.mark.parametrize("path", each(CORPUS))
def test_every_real_input_has_the_first_level_that_a_reader_names(path: Path, request: pytest.FixtureRequest) -> None:
    if path.name in NOT_YET:
        request.applymarker(pytest.mark.xfail(reason=NOT_YET[path.name], strict=True))
    outline = outline_json(read(path.name, path.read_bytes()))
    found = [(one["line"], one["number"] or "") for one in outline["headings"] if one["level"] == 1]
    assert found == LEVEL_ONE[path.name]


@pytest.mark.parametrize("name", GOLD)
def test_annotated_documents_score_at_the_bars(name: str, shared: Path, tmp_path: Path) -> None:
    source = shared / GOLD[name]
    said = tmp_path / "outline.json"
    said.write_text(json.dumps(outline_json(read(source.name, source.read_bytes()))), "utf-8")
    gold = shared / "corpus" / "gold" / f"{name}.structure.json"
    command = [sys.executable, shared / "tools" / "score.py", "outline", gold, said]
    scores = dict(
        line.split(": ", 1)
        for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    )
    for figure, bar in BARS.items():
        assert float(scores[figure]) >= bar, (figure, scores[figure])
    assert scores["body_lost"] == "0 lines"
    assert all(
        value.startswith("yes")
        for figure, value in scores.items()
        if figure.endswith("_right") and "_" in figure and figure != "level_right"
    )


def test_the_seed_has_its_three_and_seventeen_headings(seed_path: Path) -> None:
    levels = [one["level"] for one in outline_json(read(seed_path.name, seed_path.read_bytes()))["headings"]]
    assert (levels.count(1), levels.count(2), len(levels)) == (3, 17, 20)


def test_the_newer_figure_of_the_page_is_nowhere_in_the_document(seed_path: Path) -> None:
    document = read(seed_path.name, seed_path.read_bytes())
    assert not any("5.7%" in line for block in document.blocks for line in lines_of(block))


def test_the_tree_shows_line_numbers_and_levels(seed_path: Path) -> None:
    tree = outline_tree(read(seed_path.name, seed_path.read_bytes()))
    assert len(tree) == 21
    assert tree[1].startswith(" 12  一、")
    assert tree[2].startswith(" 16    （一）")
