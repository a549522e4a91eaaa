"""A name put together of known pieces is believed where no piece can be said of a part of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import status_of

TOLD = [
    ("新建县级物流配送中心17个。", "Seventeen county-level logistics distribution centers were built."),
    ("实施省级重点工程项目38个。", "Thirty-eight key provincial projects were carried out."),
    ("开通地铁新线2条。", "Two new subway lines were opened."),
    ("新培育自治区级绿色工厂12家。", "Another 12 autonomous region-level green factories were fostered."),
    ("招募社区助理400名。", "A total of 400 community assistants were recruited."),
    ("引进或培育网红品牌16个。", "Sixteen internet-famous brands were brought in or fostered."),
    ("对74家农民专业合作社进行现场检查。", "Seventy-four specialized farmers' cooperatives were inspected on site."),
]
DRAFTS = [
    "创建国家级冰雪特色学校2所。",  # English has no adjective behind a noun
    "新增国家县域商业建设行动县3个。",  # a row longer than anybody takes in
    "建议提案满意率达到97%。",  # two things side by side, and no kind of the second
    "投资500万元完成小麦深松整地2万亩。",
]


@pytest.mark.parametrize(("sentence", "told"), TOLD)
def test_a_general_head_and_a_rank_take_all_the_rest(sentence: str, told: str, tmp_path: Path) -> None:
    assert (told, "verified") in status_of(sentence, tmp_path).values()


@pytest.mark.parametrize("sentence", DRAFTS)
def test_what_may_be_parted_in_two_ways_is_a_draft(sentence: str, tmp_path: Path) -> None:
    assert "verified" not in {status for _, status in status_of(sentence, tmp_path).values()}


def test_what_is_advanced_need_not_come_to_its_end(tmp_path: Path) -> None:
    told = status_of("推进3座水库建设。", tmp_path)
    assert set(told.values()) == {("Work to build three reservoirs was advanced.", "verified")}
