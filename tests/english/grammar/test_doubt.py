"""Headings that are read with doubt are drafts: silence is cheap, error is not."""

from __future__ import annotations

import pytest

from exporter.english.grammar.attested import beside, objects, pairs
from exporter.english.grammar.headings import english_of


@pytest.mark.parametrize(
    "text",
    [
        "深化农村改革",
        "持续优化营商环境，培育壮大经营主体",
        "加快构建现代化产业体系",
        "切实保障和改善民生",
        "2024年工作回顾",
        "加强政府自身建设",
        "改革开放取得新突破",
        "（三）园区建设扎实推进",
    ],
)
def test_what_is_plain_is_said(text: str) -> None:
    assert english_of(text, "heading", "plan").status == "verified"


@pytest.mark.parametrize(
    "text",
    [
        "民主",  # a state of nobody
        "文化大发展大繁荣",
        "推进项目立县",  # projects that establish counties
        "建设幸福云汀",  # happiness of a place
        "着力推动消费升级换代",  # to consume
        "完善产业与城镇道路养护",  # which of them is maintained
        "提质增效抓文旅",
    ],
)
def test_what_can_be_read_otherwise_is_not(text: str) -> None:
    assert english_of(text, "heading", "plan").status in ("draft", "untranslated")


def test_the_pairs_are_words_alone() -> None:
    rows = pairs()
    assert all(" " not in word for words in rows.values() for word in words)
    assert len(rows["beside"]) > 1000 and len(rows["object"]) > 300
    assert "growth" in beside("economic") and not beside("nothing like a word")
    assert "market" in objects("develop")
