"""Headline figures stand in a brief, and what the report says of them stands with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.brief.build import brief
from exporter.brief.hardest import hardest
from exporter.brief.on_cards import on_cards
from exporter.brief.passages import priorities
from exporter.brief.side_by_side import numbered, set_out
from exporter.brief.statements import finding_zh
from exporter.brief.tables import named_en, named_zh
from exporter.brief.wording import value_zh
from exporter.model import Block, Cards, Document, Pair, Paragraph, Run, all_lines, lines_of
from tests.brief.reports import THIS_YEAR, read
from tests.facts.samples import facts

HEADLINES = (
    "预计全县生产总值268.4亿元、增长4.6%左右{}，一般公共预算收入21.7亿元、增长3.2%，固定资产投资增长6.8%，"
    "社会消费品零售总额下降1.4%，城乡居民人均可支配收入分别增长4.9%、6.2%。"
)
OPENING = THIS_YEAR[: THIS_YEAR.index("2020年，全县实现")]
REST = THIS_YEAR[THIS_YEAR.index("在看到成绩") :]


def made(text: str) -> Document:
    return brief(read(text))


def labels(document: Document) -> list[str]:
    return [card.zh.label for block in document.blocks if isinstance(block, Cards) for card in block.cards]


@pytest.mark.parametrize(
    ("left_out", "en"),
    [
        ("雄安三县", "the three counties of Xiong'an"),
        ("经济开发区", "economic development zone"),
        ("塬上三乡", "塬上三乡"),
    ],
)
def test_what_a_report_leaves_out_of_all_its_figures_stands_under_them(left_out: str, en: str) -> None:
    shown = made(OPENING + HEADLINES.format(f"（不含{left_out}，下同）") + "\n\n" + REST)
    said = "\n".join(all_lines(shown))
    assert labels(shown)[0] == "生产总值" and len(labels(shown)) == 6
    assert f"以下各数均不含{left_out}。" in said
    assert f"leave out: {en}." in said


def test_without_such_words_nothing_is_left_out() -> None:
    assert "均不含" not in "\n".join(all_lines(made(OPENING + HEADLINES.format("") + "\n\n" + REST)))


def test_a_name_behind_one_with_its_year_is_its_own() -> None:
    text = "2020年城镇居民人均可支配收入、农民人均纯收入分别升至38640元、19820元。"
    assert {"城镇居民人均可支配收入", "农民人均纯收入"} <= set(labels(made(OPENING + text + "\n\n" + REST)))


def test_the_growth_of_what_is_shown_as_a_level_is_told_by_theme() -> None:
    shown = made(
        OPENING + "2020年，全县地区生产总值增长4.6%，一般公共预算收入增长3.2%。\n\n"
        "一般公共预算收入达到21.7亿元，比上年有所增加。\n\n" + REST.replace("一般公共预算收入增长5%，", "")
    )
    told = [line for block in shown.blocks if isinstance(block, Pair) for line in lines_of(block.zh[0])]
    assert "一般公共预算收入" in labels(shown)
    assert any("一般公共预算收入增长3.2%" in line for line in told)


def test_what_every_report_is_asked_for_comes_in_first() -> None:
    names = ("人均地区生产总值5万元", "进出口总额3亿元", "出口总额2亿元", "实际利用外资1亿美元", "工业增加值90亿元")
    asked = "地区生产总值268亿元，固定资产投资146亿元，城镇居民人均可支配收入3.8万元"
    asked += "，森林覆盖率61%，农村居民人均可支配收入1.9万元"
    found = facts("一、2020年工作回顾", f"2020年，{'，'.join(names)}，{asked}。")
    shown = {fact.indicator for fact in on_cards(found, 6)}
    assert {"地区生产总值", "固定资产投资", "城镇居民人均可支配收入", "农村居民人均可支配收入"} <= shown


def test_a_change_since_an_earlier_year_says_since_when() -> None:
    (fact,) = facts("一、2020年工作回顾", "2020年城镇化率达到46.8%，比2015年提高6.5个百分点。")
    assert "比2015年提高6.5个百分点" in finding_zh(fact)


def test_more_than_is_said_once() -> None:
    (fact,) = facts("一、2020年工作回顾", "金融机构网点达到1430多家。")
    assert value_zh(fact) == "1430多家"


def listed(english: str) -> list[Block]:
    """Set out three tasks of which those have English that `english` names by their numbers."""
    pairs = [
        Pair(
            (Paragraph((Run(f"任务{at}"),)),),
            (Paragraph((Run(f"Task {at}"),), lang="en"),) if at in english else (),
            "verified" if at in english else "untranslated",
        )
        for at in "123"
    ]
    return list(set_out(numbered(pairs), 3, "zh-en"))


def test_where_few_lack_english_these_say_so_beside_the_others() -> None:
    rows = [(*lines_of(one.zh[0]), *lines_of(one.en[0])) for one in listed("13") if isinstance(one, Pair)]
    assert rows == [("1 任务1", "1 Task 1"), ("2 任务2", "In Chinese only"), ("3 任务3", "3 Task 3")]
    assert len(listed("13")) == 3


def test_where_many_lack_english_each_language_is_a_list_of_its_own() -> None:
    lines = [line for block in listed("3") for line in lines_of(block)]
    assert lines == ["1 任务1", "2 任务2", "3 任务3", "3 Task 3", "Nos. 1 and 2 are in Chinese only."]


def test_an_expectancy_of_life_is_told_in_years() -> None:
    (fact,) = read("# 甲县政府工作报告\n\n## 一、2020年工作回顾\n\n2020年人均预期寿命达到76.8岁。\n").facts
    assert fact.value_en == "76.8 years"


def test_what_turns_without_a_subject_keeps_words_before_it() -> None:
    praise = "，".join(f"在第{number}项工作上持续用力" for number in "一二三四五六七八九十")
    text = (
        f"# 甲县政府工作报告\n\n## 一、2020年工作回顾\n\n一年来，我们{praise}，但也在客观上影响了部分年度目标的实施。\n"
    )
    (run,) = hardest(read(text))
    assert run.text.startswith("…在第") and run.text.endswith("但也在客观上影响了部分年度目标的实施")


def test_where_all_but_a_few_are_foreseen_these_are_named_and_no_card_is_marked() -> None:
    text = HEADLINES.format("").replace("社会消费品零售总额下降1.4%，", "") + "\n\n全年城镇新增就业6840人。"
    shown = made(OPENING + text + "\n\n" + REST)
    assert "以上除城镇新增就业外，均为2020年预计数。" in "\n".join(all_lines(shown))
    assert not any("预计" in label for label in labels(shown))


def test_a_card_says_whose_own_accounts_it_is_of() -> None:
    (fact,) = facts("一、2020年预算执行情况", "县级一般公共预算支出28.9亿元，下降1.6%。")
    assert named_zh(fact) == "一般公共预算支出（县级）" and named_en(fact) == ""
    assert named_en(replace(fact, indicator_en="spending")) == "Spending (county level)"


def test_a_share_in_characters_has_one_sign() -> None:
    (fact,) = facts("一、2020年工作回顾", "财政收入占国民收入的比重为百分之二十五点五。")
    assert value_zh(fact) == "百分之二十五点五"


def test_a_part_on_a_year_in_characters_that_is_over_holds_no_tasks() -> None:
    text = "# 关于一九六三年计划草案的报告\n\n" + "".join(
        f"## （{number}）{title}\n\n正文若干。\n\n"
        for number, title in zip(
            "一二三四五", ("一九六二年的战果", "搞好基本建设", "发展工业", "发展农业", "发展交通"), strict=True
        )
    )
    document = read(text)
    known = replace(document.metadata, doc_type="plan", year_reviewed=1962, year_planned=1963)
    told = [line for pair in priorities(replace(document, metadata=known), {}) for line in lines_of(pair.zh[0])]
    assert told == ["搞好基本建设", "发展工业", "发展农业", "发展交通"]


def test_a_level_stands_where_its_growth_is_told_in_terms_of_its_own() -> None:
    text = "2020年地区生产总值268.4亿元，增长4.6%，一般公共预算收入21.7亿元，增长3.2%（剔除临时减免影响）。"
    shown = made(OPENING + text + "\n\n" + REST)
    (card,) = [
        one for block in shown.blocks if isinstance(block, Cards) for one in block.cards if "预算" in one.zh.label
    ]
    assert (card.zh.value, card.zh.note) == ("21.7亿元", "")
