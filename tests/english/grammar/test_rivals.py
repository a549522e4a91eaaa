"""A reading that has a rival of like cost is no reading: who shares what, who does it, and when."""

from __future__ import annotations

import pytest

from exporter.english.grammar.headings import english_of
from exporter.english.grammar.styling import Tense


@pytest.mark.parametrize(
    "text",
    [
        "加大渔业支持保护力度",  # two deeds for one thing, or the one done to the other
        "推动消费平稳增长和模式优化",  # what is improved
        "促进餐饮、住宿等服务消费",  # services of these kinds, or their consumption
        "增强进口对产业升级的支撑作用",  # imports are what supports
        "旅游城市建设",  # a city of tourists
        "强化技术优势",  # strengthen the strengths
        "落实产业政策，发展动力有效激发",  # come about already, in a part that plans
        "大力推动科技创新引领产业创新",  # whose innovation leads
        "优化环境服务供给",  # two deeds, or one for a service
        "扩大生产、保障供应",  # two deeds, or one for what is made and kept
        "饮水安全和重点海域治理",  # both treated, or the one beside the treatment of the other
        "提质增效抓文旅",  # quality that focuses on tourism
    ],
)
def test_what_can_be_shared_or_attached_otherwise_is_no_reading(text: str) -> None:
    assert english_of(text, "heading", "plan").status != "verified"


@pytest.mark.parametrize("text", ["三、加快建设现代农业", "坚持依法治市"])
def test_a_task_or_principle_alone_is_not_told_as_done(text: str) -> None:
    assert english_of(text, "heading", "past").status != "verified"
    assert english_of(text, "heading", "plan").status == "verified"


@pytest.mark.parametrize(
    ("text", "english", "tense"),
    [
        ("加强对重点企业的支持", "Strengthen support for key enterprises", "plan"),
        ("加强对市场运行的监督", "Strengthen oversight of the operation of markets", "plan"),
        ("强化民生保障和城市管理", "Strengthen urban management and support for public wellbeing", "plan"),
        ("坚持依法治市，建设法治政府", "We remained committed to the law-based governance of the city, and", "past"),
    ],
)
def test_what_has_one_reading_is_said(text: str, english: str, tense: Tense) -> None:
    found = english_of(text, "heading", tense)
    assert (found.status, (found.text or "")[: len(english)]) == ("verified", english)
