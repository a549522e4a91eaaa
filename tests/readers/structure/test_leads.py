"""Phrases that open the paragraphs of a series are told from first sentences that are short by chance."""

from __future__ import annotations

import pytest

import exporter
from exporter.model import Paragraph

TEXT = "全县上下齐心协力，抓项目、优环境、惠民生，各项工作都有新的起色，群众的获得感不断增强，发展的后劲更加充足。" * 2
HEAD = "青河县政府工作报告\n各位代表：\n下面，我代表青河县政府报告工作，请予审议。\n一、去年工作回顾\n"


def leads(*openings: str) -> list[str]:
    document = exporter.read((HEAD + "\n".join(opening + TEXT for opening in openings)).encode())
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph) and block.runs]
    return [block.runs[0].text for block in paragraphs if block.runs[0].role == "lead"]


@pytest.mark.parametrize(
    "series",
    [
        ("夯实产业根基。", "补齐设施短板。", "织密保障网络。"),
        ("守牢初心，一心为民办实事。", "守牢底线，一身正气作表率。"),
        (
            "这五年，我们抓产业、强筋骨，园区承载能力不断增强，县域经济总量迈上一个新的台阶。",
            "这五年，我们抓城乡、补短板，基础设施不断完善，城乡面貌发生翻天覆地的新变化。",
        ),
        ("老城区面貌要有改观。", "新城区建设要有突破。"),
    ],
)
def test_openings_that_are_built_alike_are_leads(series: tuple[str, ...]) -> None:
    assert leads(*series) == list(series)


@pytest.mark.parametrize(
    "sentences",
    [
        ("去年，是青河发展很不容易的一年。", "经过大家努力，全县经济保持平稳增长。"),
        ("农业摆脱了徘徊的局面。", "工业走出了低谷。"),
        ("文化是一座城市的灵魂。", "教育是一个民族的未来。"),
        ("今后五年，必须大力加强水利建设。", "今后五年，必须继续改善交通条件。"),
        ("夯实产业根基。", "在看到成绩的同时，我们也面临不少困难。"),
    ],
)
def test_sentences_that_tell_something_are_none(sentences: tuple[str, ...]) -> None:
    assert leads(*sentences) == []


def test_a_sentence_between_two_leads_is_text() -> None:
    assert leads("做强一产。", "产业兴旺是乡村振兴的根本。", "做优二产。", "做活三产。") == [
        "做强一产。",
        "做优二产。",
        "做活三产。",
    ]


def test_an_opening_of_two_clauses_goes_with_the_leads_beside_it_whose_words_it_has() -> None:
    series = ("推进乡村建设，多渠道增加农民收入。", "加快农机更新。", "深化农村改革。", "推进厕所改造。")
    assert leads(*series) == list(series)
    assert leads("知忧方能解难，居安更要思危。", *series[1:]) == list(series[1:])
