"""The bars of set Chinese, measured from finished files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import exporter
from exporter.model import Document, Metadata, Paragraph, Run, all_lines
from exporter.renderers.pdf import tagged
from exporter.renderers.pdf.weasyprint import engine as weasy
from exporter.style import Style, load_style
from tests.renderers.pdf.pages import (
    CLOSING,
    FORBIDDEN_END,
    FORBIDDEN_START,
    OPENING,
    Line,
    body_lines,
    is_han,
    is_latin,
    lines_of,
    squeezed,
)
from tests.renderers.pdf.samples import TEXT, long_text

PT = 72 / 25.4
CORPUS = (
    "01_national_china_1986.txt",
    "02_national_china_2005.txt",
    "03_national_china_2010.txt",
    "04_national_china_2014.txt",
    "06_province_guangdong_2026.txt",
    "10_province_gansu_2026.txt",
    "13_province_qinghai_2026.txt",
    "14_province_hebei_2009.txt",
    "16_city_baoding_2009.txt",
    "17_city_baoding_2014.txt",
    "20_county_gaoyang_2015.txt",
    "22_county_gaoyang_2024_news.txt",
    "23_district_hailar_2012.txt",
    "26_county_qingyuan_2003.txt",
    "27_county_shunping_2008.txt",
    "29_county_fuping_2017.txt",
    "35_county_quyang_2020.txt",
    "36_province_shanghai_2020.txt",
    "38_province_guizhou_2025.docx",
    "40_city_daqing_2012_communique.html",
    "42_city_chengdu_2021_communique_pdftext.txt",
    "43_city_chengdu_2022_communique.pdf",
    "43_city_chengdu_2022_communique_pdftext.txt",
    "45_national_guofa_2016_65.txt",
    "47_national_guofa_2005_39.txt",
    "51_hongkong_policyaddress_2021_pdftext.txt",
    "53_hongkong_budget_2024_pdftext.txt",
    "56_national_guofa_2017_56.txt",
)
ENGINES = {"css": weasy.render, "drawn": tagged.render}


@cache
def official() -> Style:
    return load_style("official")


def edges(page: int) -> tuple[float, float]:
    """Left and right edge of the text block in pt."""
    sheet = official().page
    left = (sheet.inside if page % 2 else sheet.outside) * PT
    return left, left + official().measure * PT


def pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line of running text with the one that continues it."""
    for line, after in pairwise(lines):
        if line.text.strip() and after.chars[0].left - edges(after.page)[0] < 8 and not centred(line):
            yield line, after


def centred(line: Line) -> bool:
    left, right = edges(line.page)
    return line.chars[0].left - left > 40 and right - line.chars[-1].right > 40


def right_edge(line: Line) -> float:
    """Right edge of the last character; a mark that has lost its blank half ends there."""
    last = [char for char in line.chars if not char.text.isspace()][-1]
    target = edges(line.page)[1]
    shares = (0.0, 0.25, 0.5) if last.text in CLOSING else (0.0,)  # a quarter: of a mark in the middle of its square
    return min((last.right - share * last.size for share in shares), key=lambda edge: abs(edge - target))


def faults(document: Document, every: Sequence[Line]) -> list[str]:
    """Say which bars the lines of a finished file miss."""
    lines = body_lines(every, official().text["body"].size)
    found = [fault for check in (starts, ends, marks, spaces) for fault in check(lines)]
    found += numbers(lines, squeezed_spaces(document))
    full = list(pairs(lines))
    flush = sum(abs(right_edge(line) - edges(line.page)[1]) < 0.5 for line, _ in full)
    if len(full) - flush > max(1, 0.01 * len(full)):  # a short text may have one
        found.append(f"{flush} of {len(full)} lines flush")
    return [*found, *text_lost(document, every)]


def starts(lines: Sequence[Line]) -> Iterator[str]:
    for _, line in pairs(lines):
        if line.text.strip()[:1] in FORBIDDEN_START:
            yield f"begins: {line.text[:12]}"


def ends(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        if line.text.strip()[-1:] in FORBIDDEN_END:
            yield f"ends: {line.text[-12:]}"


def squeezed_spaces(document: Document) -> str:
    return "\n".join(all_lines(document))


def numbers(lines: Sequence[Line], source: str) -> Iterator[str]:
    for line, after in pairs(lines):
        joined = line.text[-5:] + after.text[:5] in source  # a space in the source is a place to break
        if joined and re.search(r"[0-9.]$", line.text) and re.match(r"[0-9.%％]|亿|万|个百分点", after.text):
            yield f"split: {line.text[-8:]}|{after.text[:8]}"


def marks(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        for left, right in pairwise(line.chars):
            both = left.text in CLOSING | OPENING and right.text in CLOSING
            if both and left.size == right.size and (right.left - left.left) / left.size > 1.01:
                yield f"adjacent: {left.text}{right.text}"


def spaces(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        for left, right in pairwise(line.chars):
            mixed = (is_han(left.text) and is_latin(right.text)) or (is_latin(left.text) and is_han(right.text))
            gap = (right.left - left.right) / left.size
            if mixed and abs(left.size - right.size) < 0.5 and not 0.15 <= gap <= 0.33 and gap < 0.8:
                yield f"gap {gap:.2f}: {left.text}{right.text} in {line.text[:12]}"


def text_lost(document: Document, lines: Sequence[Line]) -> Iterator[str]:
    whole = squeezed("".join(line.text for line in lines if not re.fullmatch(r"\s*—\s*\d+\s*—\s*", line.text)))
    at = 0
    for wanted in map(squeezed, all_lines(document)):
        place = whole.find(wanted, at)
        if place < 0:
            yield f"lost: {wanted[:30]}"
        else:
            at = place + len(wanted)


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_running_text_is_set_by_the_rules(engine: Callable[[Document, Style], bytes]) -> None:
    document = long_text()
    assert faults(document, lines_of(engine(document, official()))) == []


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_a_line_spread_over_few_gaps_keeps_the_space_beside_a_number(
    engine: Callable[[Document, Style], bytes],
) -> None:
    figures = "".join(f"{43_210 + 1_001 * at:,}–––––––" for at in range(20))
    document = Document(Metadata(), (Paragraph((Run("本年收入" + figures),)),))
    lines = body_lines(lines_of(engine(document, official())), official().text["body"].size)
    assert lines[0].chars[1].left - lines[0].chars[0].left > 1.5 * lines[0].chars[0].size, "it is spread"
    assert list(spaces(lines)) == []


def test_a_report_is_set_by_the_rules(report_path: Path) -> None:
    holds_the_bars(exporter.read(report_path))


@pytest.mark.slow
@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus_is_set_by_the_rules(name: str, shared: Path) -> None:
    holds_the_bars(exporter.read(shared / "corpus" / name))


def test_no_file_of_the_corpus_is_left_out(shared: Path) -> None:
    files = {path.name for path in (shared / "corpus").iterdir() if path.suffix in (".txt", ".docx", ".html", ".pdf")}
    assert files == set(CORPUS)


def holds_the_bars(document: Document) -> None:
    """Every bar in both engines, the same pages line for line, and pages that are full."""
    flowed, drawn = (lines_of(engine(document, official())) for engine in ENGINES.values())
    assert faults(document, flowed) == []
    assert faults(document, drawn) == []
    assert [(line.page, squeezed(line.text)) for line in flowed] == [(line.page, squeezed(line.text)) for line in drawn]
    assert all(abs(left.base - right.base) < 0.2 for left, right in zip(flowed, drawn, strict=True))
    counts = full_pages(drawn)
    assert not counts or max(counts) <= 22
    assert sum(count < 22 for count in counts) <= max(1, 0.1 * len(counts)), counts


def full_pages(lines: Sequence[Line]) -> list[int]:
    """Count the lines of the pages that hold text alone, and that text follows: a table's head may need a new page."""
    text = [line for line in body_lines(lines, 16) if line.text.strip()]
    counts = Counter(line.page for line in text)
    first = {line.page: line for line in reversed(lines)}
    followed = {page - 1 for page, line in first.items() if line in text}
    return [counts[page] for page in range(2, lines[-1].page) if counts[page] >= 20 and page in followed]


def test_a_full_page_has_22_lines() -> None:
    lines = lines_of(weasy.render(long_text(60), official()))
    counts = full_pages(lines)
    assert set(counts) <= {21, 22}, "21 where a widow line would begin the next page and no paragraph can help"
    assert counts.count(22) >= 0.9 * len(counts)


def test_a_full_line_has_28_characters() -> None:
    document = Document(Metadata(), (Paragraph((Run("国" * 90),)),))
    assert len(body_lines(lines_of(tagged.render(document, official())), 16)[1].text) == 28


def test_page_numbers_stand_outside() -> None:
    numbers = [line for line in lines_of(weasy.render(long_text(), official())) if re.fullmatch(r"— \d+ —", line.text)]
    for line in numbers:
        left, right = edges(line.page)
        outer = right - line.chars[-1].right if line.page % 2 else line.chars[0].left - left
        assert abs(outer - 14) < 0.5


def test_sample_has_what_is_measured() -> None:
    assert any(is_latin(char) for char in TEXT) and "；“" in TEXT
