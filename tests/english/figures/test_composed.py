"""Sentences of figures: nothing unsaid, nothing that the guard would not pass; measured on the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from exporter.conversion import read
from exporter.english.exchange.segments import Segment, segments_of
from exporter.english.figures.composed import composed
from exporter.english.guard.number_check import check_segment
from exporter.parts import ENGLISH, FACTS, load
from exporter.pipeline import run

REPORT = "某某市政府工作报告\n各位代表：\n一、2021年工作回顾\n{}\n二、2022年主要任务\n{}\n"


def sentences(past: str, plan: str = "我们要努力工作。") -> list[Segment]:
    document = run(read(REPORT.format(past, plan).encode()), (load(FACTS), load(ENGLISH)))
    return [segment for segment in segments_of(document) if segment.kind == "sentence" and segment.facts]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "全市实现地区生产总值1200亿元，增长6.5%。",
            "Regional GDP reached 120 billion yuan, up 6.5 percent.",
        ),
        (
            "深化改革开放，一般公共预算收入80亿元，增长5%。",
            "We deepened reform and opening up. General public budget revenue reached 8 billion yuan, up 5 percent.",
        ),
    ],
)
def test_a_sentence_of_figures_is_said_by_its_figures(zh: str, en: str) -> None:
    found = sentences(zh)[0]
    assert found.en == en
    assert found.status == "verified"


@pytest.mark.parametrize(
    "zh",
    [
        "魑魅魍魉，地区生产总值1200亿元，增长6.5%。",
        "地区生产总值较年初以来的魑魅1200亿元，增长6.5%。",
        "地区生产总值1200亿元，首次超过邻市。",
    ],
)
def test_what_is_not_known_is_not_composed(zh: str) -> None:
    assert all(segment.en is None and segment.status == "untranslated" for segment in sentences(zh))


def test_without_figures_nothing_is_composed() -> None:
    assert composed("深化改革开放。", ()) is None


def test_sentences_of_the_corpus(corpus_files: tuple[Path, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Bar: what is composed passes the guard; at least a sixth of the sentences with figures is."""
    whole = said = 0
    for file in [file for file in corpus_files if file.name[:2] in ("03", "10", "14", "23")]:
        document = run(exporter.read(file), (load(FACTS), load(ENGLISH)))
        for segment in segments_of(document):
            if segment.kind == "sentence" and segment.facts:
                whole += 1
                said += segment.en is not None
                assert segment.en is None or not check_segment(segment.zh, segment.en, segment.facts)
    with capsys.disabled():
        print(f"\nsentences with figures: {said} of {whole} in English by rule ({said / whole:.1%})")
    assert said >= whole / 6
