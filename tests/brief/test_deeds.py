"""What was done to things is said with their number; what is only proposed, or preliminary, is said to be so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.brief.build import brief
from exporter.brief.found import find
from exporter.brief.names import called, name_zh
from exporter.brief.options import BriefOptions
from exporter.brief.preliminary import preliminary
from exporter.model import Fact, Table, all_lines, lines_of, plain
from tests.brief.reports import THIS_YEAR, read


def aimed(sentence: str) -> Fact:
    """Give the last figure of this year's report with another sentence for what it plans."""
    return read(THIS_YEAR.replace("新增停车位800个以上。", sentence)).facts[-2]


@pytest.mark.parametrize(
    ("sentence", "zh", "en"),
    [
        ("力争新增高新技术企业6家。", "新增高新技术企业", "high-tech enterprises to be added"),
        ("引进高新技术企业6家。", "引进高新技术企业", "high-tech enterprises to be brought in"),
        ("建成标准厂房6万平方米。", "建成标准厂房", "standard factory buildings to be completed"),
        ("城镇新增就业6500人。", "城镇新增就业", "new urban jobs"),
    ],
)
def test_a_label_says_what_is_to_be_done(sentence: str, zh: str, en: str) -> None:
    name = called(aimed(sentence))
    assert name is not None
    assert (name.zh, name.en) == (zh, en)


def test_what_deed_and_thing_share_is_said_once() -> None:
    lifted = replace(aimed("新增高新技术企业6家。"), deed="实现脱贫", indicator="脱贫人口")
    assert name_zh(lifted) == "实现脱贫人口"
    assert name_zh(replace(lifted, deed="新增", indicator="增值税户")) == "新增增值税户"


def test_what_is_to_shrink_by_an_amount_has_no_label() -> None:
    assert called(aimed("减少贫困人口6000人。")) is None


def test_three_more_are_not_three_in_all() -> None:
    text = THIS_YEAR.replace("新增停车位800个以上。", "力争新增高新技术企业6家。")
    told = "\n".join(all_lines(brief(read(text))))
    assert "力争新增高新技术企业6家" in told
    assert "igh-tech enterprises to be added: 6 (aim)" in told
    assert "高新技术企业力争" not in told


def test_candidates_for_a_vote_are_no_targets() -> None:
    text = THIS_YEAR.replace(
        "新增停车位800个以上。", "以下民生实事候选项目，提请本次大会票决：新建幼儿园5所。城镇新增就业9000人。"
    )
    told = "\n".join(all_lines(brief(read(text))))
    assert "9000" not in told and "9,000" not in told


def test_a_report_that_calls_its_results_preliminary_is_quoted_once() -> None:
    document = read(THIS_YEAR.replace("2020年，全县实现", "据初步核算，2020年全县实现"))
    assert "\n".join(all_lines(brief(document))).count("初步核算数") == 1
    note = preliminary(document, [choice.fact for choice in find(document, BriefOptions()).results])
    assert note is not None
    assert "except for" in plain(note.runs)  # incomes, jobs and prices stand in sentences of their own
    assert "preliminary" not in "\n".join(all_lines(brief(read(THIS_YEAR))))


def test_prices_and_their_index_measure_the_same() -> None:
    text = THIS_YEAR.replace("居民消费价格上涨2.3%", "居民消费价格指数上涨2.3%")
    text = text.replace("城镇新增就业6500人以上", "城镇新增就业6500人以上，居民消费价格上涨3%左右")
    pairs = {pair.target.indicator: pair.result.indicator for pair in find(read(text), BriefOptions()).pairs}
    assert pairs["居民消费价格"] == "居民消费价格指数"


def test_a_growth_of_nothing_stays_as_it_was() -> None:
    text = THIS_YEAR.replace("居民消费价格上涨2.3%", "居民消费价格与上年持平")
    text = text.replace("城镇新增就业6500人以上", "城镇新增就业6500人以上，居民消费价格上涨3%左右")
    told = [line for block in brief(read(text)).blocks for line in lines_of(block)]
    assert not any("上涨0%" in line for line in told)


@pytest.mark.parametrize(
    ("result", "zh", "en"),
    [
        ("预计居民消费价格与上年持平", "预计持平", "unchanged (est.)"),
        ("居民消费价格与上年基本持平", "基本持平", "basically unchanged"),
        ("居民消费价格与上年持平", "持平", "unchanged"),
    ],
)
def test_what_was_only_foreseen_or_nearly_so_is_not_told_as_done(result: str, zh: str, en: str) -> None:
    text = THIS_YEAR.replace("居民消费价格上涨2.3%", result)
    text = text.replace("城镇新增就业6500人以上", "城镇新增就业6500人以上，居民消费价格上涨3%左右")
    (row,) = (
        [plain(cell.runs) for cell in row]
        for block in brief(read(text)).blocks
        if isinstance(block, Table)
        for row in block.rows
        if plain(row[0].runs) == "居民消费价格"
    )
    assert (row[1], row[4]) == (zh, en)
