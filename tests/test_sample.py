"""The sample says what it is, is one report in two forms, and is made of its own sentences."""

from __future__ import annotations

import re
from pathlib import Path

import exporter
from exporter.model import Heading, Table, all_lines
from exporter.style import data_folder

RUN = 22
"""Han characters in a row that no text of ours may share with a real report."""


def test_it_says_first_that_it_is_a_sample() -> None:
    for name in ("sample.txt", "sample.html"):
        lines = list(all_lines(exporter.read(data_folder("source") / name)))
        text = (data_folder("source") / name).read_text("utf-8")
        assert "为本项目另行撰写" in text[:600]
        assert any("二、2018年发展目标和重点任务" in line for line in lines)  # broken over two lines in the source


def test_it_has_every_level_and_a_table() -> None:
    document = exporter.read(data_folder("source") / "sample.html")
    levels = {block.level for block in document.blocks if isinstance(block, Heading)}
    assert {1, 2, 3, 4} <= levels
    assert sum(isinstance(block, Table) for block in document.blocks) == 1


def test_nothing_of_the_page_around_it_comes_out() -> None:
    text = "".join(all_lines(exporter.read(data_folder("source") / "sample.html")))
    for strange in ("6.6%", "333.3", "77座", "9.9吨", "44条", "ICP备", "打印本页", "相关阅读"):
        assert strange not in text


def test_no_sentence_of_a_real_report_is_in_it(shared: Path) -> None:
    taken = set()
    for path in (*(shared / "corpus").glob("*.txt"), *(shared / "seed").glob("*.txt")):
        han = _han(path.read_bytes())
        taken |= {han[start : start + RUN] for start in range(len(han) - RUN + 1)}
    for name in ("sample.txt", "sample.html"):
        han = _han((data_folder("source") / name).read_bytes())
        assert [han[at : at + RUN] for at in range(len(han) - RUN + 1) if han[at : at + RUN] in taken] == []


def _han(data: bytes) -> str:
    for codec in ("utf-8", "gb18030"):
        try:
            return re.sub(r"[^\u4e00-\u9fff]+", "", data.decode(codec))
        except UnicodeDecodeError:
            continue
    return ""
