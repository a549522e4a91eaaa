"""What a brief counts is all there is; what has no row stands in a sentence, what is drawn has its figure beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from exporter.brief.by_parts import by_parts
from exporter.brief.fit import Amounts
from exporter.brief.found import find
from exporter.brief.main_targets import holds_all, place_of_the_wordless
from exporter.brief.options import BriefOptions
from exporter.brief.sections import SECTIONS
from exporter.brief.yearly import is_yearly
from exporter.model import Chart, Document, Fact, Series, lines_of
from exporter.renderers.layout.dumbbell import lay_dumbbells
from exporter.renderers.layout.shapes import WIDTH, Words
from exporter.style import load_style
from tests.brief.reports import THIS_YEAR, read

INCOMES = "城镇居民人均可支配收入38640元，增长4.9%。"


def told(document: Document) -> str:
    return "\n".join(line for pair in find(document, BriefOptions()).story for line in lines_of(pair))


def by_its_parts(text: str, indicator: str) -> list[Fact]:
    """Give what is said by its parts where no sentence of the indicator has a proved English."""
    facts = (
        replace(one, english_status="draft") if one.indicator == indicator and one.bound != "over" else one
        for one in read(text).facts
    )
    document = replace(read(text), facts=tuple(facts))
    proved = [fact for fact in document.facts if fact.english_status == "verified"]
    return [fact for fact in by_parts(document, proved) if fact.indicator == indicator]


@pytest.mark.parametrize(
    ("words", "indicator", "change"),
    [
        ("规模以上工业增加值增长7.1%。", "规模以上工业增加值", "7.1"),
        ("城镇和农村居民人均可支配收入分别增长4.9%和6.3%。", "城镇居民人均可支配收入", "4.9"),
    ],
)
def test_words_of_a_name_are_no_bound_and_no_more_than_the_name(words: str, indicator: str, change: str) -> None:
    found = by_its_parts(THIS_YEAR.replace(INCOMES, words), indicator)
    assert [str(fact.change) for fact in found if fact.kind == "actual"] == [change]


def test_the_level_reached_stands_before_the_one_that_was_passed() -> None:
    text = THIS_YEAR.replace(
        "全县实现地区生产总值268.4亿元，增长4.6%；", "全县地区生产总值突破260亿元、达到268.4亿元；"
    )
    assert [str(fact.number) for fact in by_its_parts(text, "地区生产总值")][:1] == ["268.4"]
    first = find(read(text), BriefOptions()).results[0].fact
    assert (first.value, first.bound) == ("268.4", "exact")


def test_targets_are_counted_only_where_all_that_compare_are_known() -> None:
    document = read(THIS_YEAR)
    assert "comparable growth targets" in told(document)
    unread = replace(
        document,
        facts=tuple(fact for fact in document.facts if (fact.indicator, fact.kind) != ("固定资产投资", "actual")),
    )
    assert "comparable growth targets" not in told(unread)
    assert "等" in told(unread)
    assert not holds_all(unread, find(unread, BriefOptions()).main_pairs)


def test_output_is_named_where_its_target_stands_in_the_list_of_those_above() -> None:
    assert "地区生产总值以外的2021年目标中，" in told(read(THIS_YEAR))
    assert "Of 2021 targets other than regional GDP, those" in told(read(THIS_YEAR))


def test_main_targets_without_a_row_stand_in_a_sentence() -> None:
    findings = find(read(THIS_YEAR.replace("2021年的目标定为", "2021年主要预期目标是")), BriefOptions())
    blocks = SECTIONS["targets"](findings, replace(Amounts(), targets=1, chart=0))
    said = "\n".join(line for block in blocks for line in lines_of(block))
    assert "其他主要目标" in said and "Further main targets" in said
    assert "城镇新增就业6500人以上" in said and "另有" not in said


def test_targets_for_later_years_stand_by_their_years() -> None:
    text = THIS_YEAR.replace(
        "2021年的目标定为",
        "“十四五”时期的主要目标是：地区生产总值年均增长7%以上，到2025年森林覆盖率达到64%，城镇化率达到58%。\n\n2021年的目标定为",
    )
    findings = find(read(text), BriefOptions())
    blocks = SECTIONS["targets"](findings, Amounts())
    said = "\n".join(line for block in blocks for line in lines_of(block))
    assert "2021–2025年　地区生产总值年均增长7%以上" in said
    assert "By 2025  Forest coverage: 64%" in said


@pytest.mark.parametrize(("result", "target", "order"), [("10.2", "8", ["≥8%", "10.2%"]), ("2", "5", ["2%", "≥5%"])])
def test_figures_of_a_row_stand_outside_of_its_marks(result: str, target: str, order: list[str]) -> None:
    series = (
        Series("完成 Result", (Decimal(result),)),
        Series("目标 Target", (Decimal(target),), ("at_least",)),
    )
    drawing = lay_dumbbells(Chart("dumbbell", ("产出 Output",), series, "%"), load_style("brief"))
    said = {shape.text: shape for shape in drawing.shapes if isinstance(shape, Words)}
    left, right = (said[text] for text in order)
    assert (left.anchor, right.anchor) == ("end", "start") and left.x < right.x < WIDTH
    assert said[order[0]].color != said[order[1]].color


def test_targets_that_are_no_main_ones_are_drawn_where_too_few_of_those_compare() -> None:
    main = "2021年主要预期目标是：全县地区生产总值增长7%左右，城镇新增就业6500人以上，居民消费价格上涨3%左右。"
    start, end = THIS_YEAR.index("2021年的目标定为"), THIS_YEAR.index("### （一）")
    text = f"{THIS_YEAR[:start]}{main}\n\n一般公共预算收入增长5%，固定资产投资增长8%。\n\n{THIS_YEAR[end:]}"
    findings = find(read(text), BriefOptions())
    assert [pair.target.indicator for pair in findings.drawn_pairs] == [
        "地区生产总值",
        "一般公共预算收入",
        "固定资产投资",
    ]
    heading = next(iter(SECTIONS["targets"](findings, Amounts())))
    assert "  Targets" in "\n".join(lines_of(heading))


def test_a_growth_by_times_is_the_years_only_where_the_report_says_so() -> None:
    fact = replace(read(THIS_YEAR).facts[0], change_kind="multiple", quote="收入增长1.7倍", period="2020", base=None)
    assert not is_yearly(fact)
    assert is_yearly(replace(fact, quote="收入同比增长1.7倍"))


def test_a_growth_whose_sentence_found_an_earlier_base_is_not_the_years() -> None:
    text = THIS_YEAR.replace(
        "居民消费价格上涨2.3%。", "居民消费价格上涨2.3%。同2010年相比，粮食产量由3.1万吨增加到6.4万吨，增长106%。"
    )
    grain = next(fact for fact in read(text).facts if fact.number == Decimal("6.4"))
    assert "from 2010" in (grain.english or "") and not is_yearly(grain)


def test_of_a_floor_for_output_nothing_is_presumed() -> None:
    text = THIS_YEAR.replace("全县地区生产总值增长7%左右", "全县地区生产总值增长4%以上")
    assert "除地区生产总值外" not in told(read(text)) and "part from regional GDP" not in told(read(text))
    assert "以外的2021年目标中，" in told(read(text))
    assert "f 2021 targets other than " in told(read(text))


def test_main_targets_without_a_figure_in_a_sentence_of_their_own_are_pointed_to() -> None:
    main = THIS_YEAR.replace("2021年的目标定为", "2021年主要预期目标是")
    further = "城镇新增就业6500人以上。单位产值能耗和烟尘排放量达到上级核定标准。"
    text = main.replace("城镇新增就业6500人以上。", further)
    assert place_of_the_wordless(read(main)) is None
    assert place_of_the_wordless(read(text)) == ("二、第2段", "II, para. 2")
    deeds = further.replace("单位产值能耗和烟尘排放量达到上级核定标准", "我们要把各项工作做到位，使群众满意")
    assert place_of_the_wordless(read(main.replace("城镇新增就业6500人以上。", deeds))) is None
