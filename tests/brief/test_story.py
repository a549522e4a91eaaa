"""The story of a brief says what figures prove, each run tied to its fact; what a report admits is in its own words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import exporter
from exporter import conversion, parts
from exporter.batch.jobs import Job, job_as_plain, job_from_plain
from exporter.brief.build import brief
from exporter.brief.comparing import compared, direction
from exporter.brief.found import Findings, find
from exporter.brief.main_targets import of_main
from exporter.brief.options import BriefOptions
from exporter.brief.phrases import amount
from exporter.brief.promises import require_previous
from exporter.errors import DocumentError
from exporter.facts.data.pairs import FactPair
from exporter.model import Chart, Document, Fact, Pair, Paragraph, Run, Table, all_lines, lines_of, plain
from exporter.publisher import House
from exporter.style import load_style
from exporter.verify.prove import verify
from tests.brief.reports import LAST_YEAR, THIS_YEAR, read


@cache
def this_year() -> Document:
    return read(THIS_YEAR)


@cache
def found(previous: bool = False) -> Findings:
    return find(this_year(), BriefOptions(previous=read(LAST_YEAR) if previous else None))


def said(pairs: tuple[Pair, ...]) -> str:
    return "\n".join(line for pair in pairs for line in lines_of(pair))


def figures(pair: Pair) -> list[Run]:
    blocks = [block for block in (*pair.zh, *pair.en) if isinstance(block, Paragraph)]
    return [run for block in blocks for run in block.runs if run.role == "figure"]


def test_the_judgement_sets_the_next_target_beside_the_result() -> None:
    zh, en = lines_of(found().story[0])
    assert zh == "云溪县：2020年地区生产总值增长4.6%；2021年目标7%左右，高于上年增速"
    assert en.endswith(
        "in 2020 regional GDP grew 4.6 percent; the 2021 target, around 7 percent, is above the growth of 2020"
    )


def test_every_number_of_the_story_is_of_a_fact_that_it_is_tied_to() -> None:
    facts = {fact.id: fact for fact in this_year().facts}
    runs = [run for pair in found().story for run in figures(pair)]
    assert len(runs) > 10
    for run in runs:
        fact = facts[run.target or ""]
        said_of_it = (fact.quote, fact.value_en, fact.english, fact.change, fact.period)
        told = " ".join(str(one) for one in said_of_it if one is not None)
        assert all(number in told for number in re.findall(r"\d+(?:\.\d+)?", run.text)), run.text


def test_a_fall_is_said_as_one_wherever_it_stands() -> None:
    story = said(found().story)
    assert "下降的有社会消费品零售总额（1.4%）" in story
    pair = next(pair for pair in found().pairs if pair.target.indicator == "社会消费品零售总额")
    assert amount(pair.result, growth=True) == ("下降1.4%", "a fall of 1.4 percent")
    made = brief(this_year())
    (chart,) = (block for block in made.blocks if isinstance(block, Chart))
    assert "下降1.4%" in "\n".join(all_lines(made)) and "下降1.4%" in chart.alt
    assert Decimal("-1.4") in chart.series[0].values


def test_a_bound_is_no_level_and_a_ceiling_no_aim() -> None:
    ways = {pair.target.indicator: direction(pair) for pair in found().pairs}
    assert ways["城镇新增就业"] == "lower_floor"
    assert ways["地区生产总值"] == "higher"
    assert all("价格" not in name or way is None for name, way in ways.items())


def test_what_is_about_as_much_is_neither_higher_nor_lower() -> None:
    pair = next(pair for pair in found().pairs if pair.target.indicator == "地区生产总值")
    near = pair.result.change
    assert near is not None
    same = FactPair(pair.result, replace(pair.target, change=near), comparable=True, reason="")
    assert direction(same) is None


def test_the_report_admits_in_its_own_clauses_and_no_more() -> None:
    lines = [next(lines_of(pair)) for pair in found().admitted]
    assert lines == ["产业层次不高，龙头企业偏少", "交通短板依然突出", "部分干部作风还需改进"]


@pytest.mark.parametrize(
    "passage",
    [
        "成绩来之不易，问题也不容回避。一是产业层次不高。二是交通处在建设期。对此，我们将整改。",
        "我们要清醒的看到，全县发展还面临一些困难和问题：一是产业层次不高。外部影响较大。二是交通处在建设期。",
        "我县还存在不少短板。一是产业层次不高；二是交通处在建设期。这些问题，我们将认真解决。",
        "我们也清醒看到，对标要求还存在差距。第一，产业层次不高。第二，交通处在建设期。",
    ],
)
def test_what_is_numbered_as_a_difficulty_is_one(passage: str) -> None:
    assert admitted_in(passage) == ["产业层次不高", "交通处在建设期"]


def admitted_in(passage: str) -> list[str]:
    """Give what this year's report admits with another passage in the place of the one that does."""
    start, end = THIS_YEAR.index("在看到成绩"), THIS_YEAR.index("## 二、")
    text = f"{THIS_YEAR[:start]}{passage}\n\n{THIS_YEAR[end:]}"
    return [next(lines_of(pair)) for pair in find(read(text), BriefOptions()).admitted]


def admits(passage: str) -> list[str]:
    return admitted_in(f"我们也清醒地看到困难和问题：{passage}。对此，我们将整改。")


@pytest.mark.parametrize("mark", ["，", "；"])
def test_every_part_of_a_list_of_difficulties_counts(mark: str) -> None:
    parts_ = ["产业层次还不高", "县乡两级财力紧", "果园管护处在起步阶段", "交通短板依然突出"]
    assert sorted(admits(mark.join((*parts_, "等等")))) == sorted(parts_)


def test_a_difficulty_that_is_cut_short_says_so() -> None:
    kept, left = "，".join(["乡镇企业的技术改造还不够快"] * 9), "果园的灌溉设施还不完善，山区的公路还不够畅通"
    cut, numbered = admits(f"一是{kept}，{left}。二是交通短板突出；客运班次偏少")
    assert cut.startswith(kept) and cut.endswith("…") and not cut.endswith("，…")
    assert numbered == "交通短板突出…"


def test_what_was_missed_stands_first_and_whole_wherever_it_is_said() -> None:
    missed = "全年八项实事中，因用地未批，仍有两项未能按时完成"
    told = admitted_in(
        f"我们也清醒看到，还有不少困难：一是产业层次不高。二是山区的公路短板突出。{missed}。在此，向全县人民深表歉意！"
    )
    assert told == [missed, "向全县人民深表歉意", "产业层次不高", "山区的公路短板突出"]


def test_what_shall_be_done_with_what_is_missed_is_no_admission() -> None:
    told = admitted_in("我们也清醒看到，还有不少困难：一是产业层次不高。二是短板突出。对未按期完成的项目要问责。")
    assert told == ["产业层次不高", "短板突出"]


def test_a_difficulty_that_lists_what_it_means_is_not_lost() -> None:
    told = admitted_in(
        "我们也清醒看到，对标要求还存在差距。一是果园的管护还有不少短板：灌溉设施老化；山路狭窄。二是客运班次偏少。"
    )
    assert told == ["果园的管护还有不少短板…", "客运班次偏少"]


def test_difficulties_that_a_sentence_lists_without_naming_them_so() -> None:
    told = admitted_in("我们也清醒地看到，产业层次不高，客运班次偏少。公路短板依然突出。我们将整改。")
    assert sorted(told) == ["产业层次不高", "公路短板依然突出", "客运班次偏少"]


def test_what_was_learned_is_no_difficulty() -> None:
    told = "我们深刻认识到，克服困难取得成绩，在于团结一心，在于真抓实干，在于依靠群众，在于改革开放，来之不易。"
    assert admitted_in(told) == []


def test_what_the_next_sentence_calls_problems_is_admitted() -> None:
    told = admitted_in(
        "今年雨水偏多。特别是客运班次偏少，产业层次不高，公路短板依然突出，等等。对这些问题，我们会逐一解决。"
    )
    assert sorted(told) == ["产业层次不高", "公路短板依然突出", "客运班次偏少"]


def test_what_leads_no_report_is_no_main_figure_that_fell() -> None:
    text = THIS_YEAR.replace("城镇新增就业6840人。", "城镇新增就业6840人。化肥产量3万吨，下降28.6%。")
    story = said(find(read(text), BriefOptions()).story)
    assert "下降的有社会消费品零售总额" in story and "化肥" not in story


def test_the_theme_is_quoted_and_tasks_are_counted() -> None:
    themed = THIS_YEAR.replace("坚持稳中求进工作总基调", "坚持以城乡融合发展为主线")
    told = said(find(read(themed), BriefOptions()).story)
    assert "2021年总体要求以“城乡融合发展”为主线。" in told
    assert "The main theme of work set for 2021 is integrated urban-rural development." in told
    assert "稳中求进" not in said(found().story)  # nearly every report has that tone
    for count, told in (("三", "；列出3个方面的任务。"), ("七", "“城乡融合发展”为主线。")):
        text = themed.replace("### （一）加快", f"今年要重点做好{count}个方面工作：\n\n### （一）加快")
        assert told in said(find(read(text), BriefOptions()).story)


@pytest.mark.parametrize("whose", ["“十四五”时期我县发展的指导思想是：", "今后五年工作的总体要求是：", "坚持"])
def test_the_line_of_five_years_or_of_no_requirements_is_not_the_years(whose: str) -> None:
    text = THIS_YEAR.replace("今年工作的总体要求是：坚持稳中求进工作总基调", f"{whose}以城乡融合发展为主线")
    assert "主线" not in said(find(read(text), BriefOptions()).story)


def test_what_is_told_in_one_breath_is_held_against_last_year_together() -> None:
    text = THIS_YEAR.replace("城镇新增就业6840人。", "城镇新增就业6840人。实际利用外资2400万美元、引进内资82.6亿元。")
    told = said(
        find(read(text.replace("新增养老床位300张", "实际利用外资2300万美元、引进内资48亿元")), BriefOptions()).story
    )
    assert "实际利用外资（2300万美元，上年2400万美元）、引进内资（48亿元，上年82.6亿元）" in told
    assert "(US$23 million after US$24 million) and domestic investment attracted (4.8 billion yuan after" in told


def test_only_main_targets_are_counted_and_charted() -> None:
    text = THIS_YEAR.replace("城镇新增就业6840人。", "高新技术产业增加值增长9%。")
    text = text.replace("新增养老床位300张。", "高新技术产业增加值增长8%。").replace("的目标定为", "的主要预期目标是")
    found = find(read(text), BriefOptions())
    assert any(pair.target.indicator == "高新技术产业增加值" for pair in found.pairs)
    assert all(pair.target.indicator != "高新技术产业增加值" for pair in found.main_pairs)
    assert "可比的4项" in said(found.story)
    assert of_main(read(THIS_YEAR), found.pairs) == found.pairs  # it names no main ones


def test_principles_before_the_tasks_are_no_tasks() -> None:
    text = THIS_YEAR.replace(
        "### （一）加快",
        "把握好以下原则。\n\n### ——坚定信心\n\n### ——把握政策取向\n\n今年重点抓好3个方面的工作。\n\n### （一）加快",
    )
    tasks = [next(lines_of(pair)) for pair in find(read(text), BriefOptions()).priorities]
    assert tasks == ["加快产业转型升级", "推进城乡融合发展", "保障和改善民生"]


def test_areas_of_work_of_five_years_are_not_those_of_the_year() -> None:
    end = THIS_YEAR.index("## 二、")
    later = "## 二、展望“十四五”，开启新征程\n\n五年里重点做好三个方面的工作：\n\n"
    later += "".join(
        f"### （{number}）守好{what}\n\n把{what}的事办实办好。\n\n"
        for number, what in zip("一二三", ("山", "水", "田"), strict=True)
    )
    text = f"{THIS_YEAR[:end]}{later}{THIS_YEAR[end:].replace('## 二、', '## 三、', 1)}"
    made = find(read(text), BriefOptions())
    tasks = [next(lines_of(pair)) for pair in made.priorities]
    assert tasks == ["加快产业转型升级", "推进城乡融合发展", "保障和改善民生"]
    assert "个方面的任务" not in said(made.story)


def test_a_target_keeps_both_its_ends_wherever_it_stands() -> None:
    text = THIS_YEAR.replace("地区生产总值增长7%左右", "地区生产总值增长5.5%—6%")
    made = brief(read(text))
    zh, en = lines_of(find(read(text), BriefOptions()).story[0])
    assert "5.5%～6%" in zh and "5.5 to 6 percent" in en
    (chart,) = (block for block in made.blocks if isinstance(block, Chart))
    assert "目标5.5%～6%" in chart.alt and "target 5.5 to 6 percent" in chart.alt
    assert (chart.series[1].values[0], chart.series[1].uppers[0]) == (Decimal("5.5"), Decimal(6))


def test_a_growth_says_in_what_terms_it_is_reckoned_in_both_languages() -> None:
    text = THIS_YEAR.replace("城镇居民人均可支配收入38640元，增长4.9%", "居民人均可支配收入实际增长4.1%")
    made = brief(read(text), BriefOptions(sections=("findings", "cards")))
    told = "\n".join(all_lines(made))
    assert "实际增长4.1%" in told and "4.1 percent in real terms" in told


def test_incomes_of_town_and_country_stand_beside_each_other() -> None:
    text = THIS_YEAR.replace("增长4.9%。城镇新增", "增长4.9%，农村居民人均可支配收入19870元，增长7.3%。城镇新增")
    assert "农村居民人均可支配收入增长7.3%，快于城镇居民（4.9%）。" in said(find(read(text), BriefOptions()).story)
    real = text.replace("增长7.3%。", "实际增长7.3%。")
    assert "快于城镇居民" not in said(find(read(real), BriefOptions()).story)
    assert "高于地区生产总值" not in said(found().story)  # growths in money are not held against growth in real terms


def test_a_mean_of_the_year_is_set_beside_its_target() -> None:
    text = THIS_YEAR.replace("居民消费价格上涨2.3%。", "细颗粒物年均浓度31微克/立方米，下降4.2%。")
    text = text.replace("城镇新增就业6500人以上", "城镇新增就业6500人以上，细颗粒物年均浓度控制在33微克/立方米以内")
    made = find(read(text), BriefOptions())
    (pair,) = [pair for pair in made.pairs if pair.target.indicator == "细颗粒物年均浓度"]
    assert pair.comparable and compared(pair) is not None
    assert "细颗粒物年均浓度" in [choice.fact.indicator for choice in made.results]


def test_the_main_targets_stand_apart_and_what_is_missing_of_them_is_named() -> None:
    aims = "2021年的主要预期目标是：固定资产投资增长8%，地区生产总值增长7%左右，一般公共预算收入增长5%，"
    aims += "社会消费品零售总额增长6%左右，节能减排完成上级任务。\n\n争取全年实际利用外资2亿美元、引进内资20亿元。"
    start, end = THIS_YEAR.index("2021年的目标定为"), THIS_YEAR.index("### （一）")
    text = f"{THIS_YEAR[:start]}{aims}\n\n{THIS_YEAR[end:]}".replace("居民消费价格", "引进内资60亿元。居民消费价格")
    made = brief(read(text))
    told = "\n".join(all_lines(made))
    rows = [plain(row[0].runs) for block in made.blocks if isinstance(block, Table) for row in block.rows[1:]]
    (chart,) = (block for block in made.blocks if isinstance(block, Chart))
    drawn = [name.split()[0] for name in chart.categories]
    assert "引进内资" not in (*rows, *drawn) and "地区生产总值" in drawn
    assert not set(rows) & set(drawn)  # each figure stands once
    assert "争取引进内资20亿元（2020年60亿元）" in told
    assert "未用数字表述的主要目标见原文二、第2段" in told


def test_a_level_whose_change_is_of_several_years_stands_without_the_change() -> None:
    told = "预计全县地区生产总值完成268.4亿元，比2015年增长61.3亿元，年均递增5.3%；"
    text = THIS_YEAR.replace("全县实现地区生产总值268.4亿元，增长4.6%；", told)
    first = find(read(text), BriefOptions()).results[0].fact
    assert (first.indicator, first.value, first.change, first.kind) == ("地区生产总值", "268.4", None, "estimate")


def test_a_level_that_an_earlier_one_rose_to_stands_without_what_grew_since_then() -> None:
    told = "国民生产总值由1978年的84.1亿元增加到268.4亿元，按可比价格计算增长108%；"
    first = (
        find(read(THIS_YEAR.replace("全县实现地区生产总值268.4亿元，增长4.6%；", told)), BriefOptions()).results[0].fact
    )
    assert (first.indicator, first.value, first.change) == ("国民生产总值", "268.4", None)


def test_a_bracket_before_a_half_width_semicolon_bounds_no_figure_behind_it() -> None:
    told = "一般公共预算收入完成21.3亿元，增长6.1%(剔除减税影响);"
    told += "城乡居民人均可支配收入分别为28090元和9113元，分别增长10%和13%;"
    text = THIS_YEAR.replace("全县实现地区生产总值268.4亿元，增长4.6%；", told)
    shown = {choice.fact.indicator: choice.fact.value for choice in find(read(text), BriefOptions()).results}
    assert shown["城镇居民人均可支配收入"] == "28090"


def test_the_growth_of_the_economy_is_the_target_of_output() -> None:
    text = THIS_YEAR.replace("全县地区生产总值增长7%左右", "经济增长7%左右")
    pair = next(pair for pair in find(read(text), BriefOptions()).pairs if pair.target.indicator == "经济增长")
    assert (pair.result.indicator, direction(pair)) == ("地区生产总值", "higher")


def test_the_main_targets_come_first_and_as_the_report_has_them() -> None:
    text = THIS_YEAR.replace("2021年的目标定为：", "粮食产量22万吨。\n\n2021年的主要预期目标是：森林覆盖率达到63%，")
    names = [choice.fact.indicator for choice in find(read(text), BriefOptions()).targets]
    assert names[:3] == ["森林覆盖率", "地区生产总值", "一般公共预算收入"]


def test_the_furthest_below_is_named_first_and_a_list_says_that_it_is_not_all() -> None:
    text = THIS_YEAR.replace("城镇新增就业6500人以上", "城镇新增就业6500人以上。进出口总额20亿元")
    text = text.replace("城镇新增就业6840人", "城镇新增就业6840人。进出口总额60亿元")
    story = said(find(read(text), BriefOptions()).story)
    assert "低于上年的有进出口总额（20亿元，上年60亿元）；下限低于" in story
    assert "those below last year's figures include total imports and exports" in story
    more = text.replace("社会消费品零售总额增长6%", "固定资产投资增长1%，社会消费品零售总额增长6%").replace(
        "固定资产投资增长8%，", ""
    )
    more = more.replace("一般公共预算收入增长5%", "一般公共预算收入增长1%")
    story = said(find(read(more), BriefOptions()).story)
    assert "低于上年的有固定资产投资（1%，上年6.8%）、一般公共预算收入（1%，上年3.2%）等" in story
    assert "below last year's figures include fixed-asset investment" in story


def test_what_a_figure_counts_is_said_in_the_chart_and_the_findings_too() -> None:
    own = replace(this_year(), facts=tuple(map(_of_own_level, this_year().facts)))
    findings = find(own, BriefOptions())
    assert "一般公共预算收入（县本级）（" in said(findings.story)
    assert "general public budget revenue (county level) (" in said(findings.story)
    chart = next(block for block in brief(own).blocks if isinstance(block, Chart))
    assert any("一般公共预算收入（县本级）" in name and "(county level)" in name for name in chart.categories)


def _of_own_level(fact: Fact) -> Fact:
    return replace(fact, scope="县本级") if fact.indicator == "一般公共预算收入" else fact


def test_a_chart_marks_the_bounds_of_targets() -> None:
    chart = next(block for block in brief(this_year()).blocks if isinstance(block, Chart))
    assert chart.kind == "dumbbell" and "about" in chart.series[1].bounds


def test_money_weighs_more_than_a_count() -> None:
    first = found().commitments[0].fact
    assert first.currency is not None or first.unit in ("亿元", "公里", "张")


# ---------------------------------------------------------------- last year's report


def test_last_years_targets_are_set_beside_what_became_of_them() -> None:
    verdicts = {one.target.indicator: (one.verdict, str(one.by)) for one in found(previous=True).outcomes}
    assert verdicts["地区生产总值"] == ("missed", "-2.4")
    assert verdicts["一般公共预算收入"] == ("reached", "0.2")
    assert verdicts["固定资产投资"][0] == "differs"
    assert verdicts["城镇新增就业"][0] == "reached"
    assert verdicts["森林覆盖率"][0] == "open"


def test_the_summary_names_what_was_missed() -> None:
    assert "未达到1项：地区生产总值" in said(found(previous=True).story)
    assert "2 reached, 1 missed (regional GDP)" in said(found(previous=True).story)


def test_the_brief_names_the_report_that_set_the_targets() -> None:
    before = read(LAST_YEAR, "last.md")
    text = "\n".join(all_lines(brief(this_year(), BriefOptions(previous=before))))
    assert before.origin is not None
    assert "上年目标见上年报告：二、第1段。" in text and before.origin.sha256 not in text


def test_targets_that_the_report_says_behind_its_results_are_held_against_them() -> None:
    text = THIS_YEAR.replace("增长4.6%；", "增长4.6%（年度目标4%以上）；").replace("增长3.2%；", "增长3.2%(目标为5%)；")
    shown = find(read(text), BriefOptions())
    verdicts = {one.target.indicator: (one.verdict, str(one.by)) for one in shown.outcomes}
    assert verdicts == {"地区生产总值": ("reached", "0.6"), "一般公共预算收入": ("missed", "-1.8")}
    assert "报告所列2020年目标（一、第1段）中，可比的有2项，达到1项，未达到1项：一般公共预算收入。" in said(shown.story)
    assert "Of the targets for 2020 that the report gives (I, para. 1), 2 can be compared: 1 reached, 1 missed" in said(
        shown.story
    )
    assert not find(this_year(), BriefOptions()).outcomes


@pytest.mark.parametrize(
    ("text", "code"),
    [(LAST_YEAR.replace("云溪", "石桥"), "previous.place"), (THIS_YEAR, "previous.year")],
)
def test_a_report_of_another_place_or_year_is_refused(text: str, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        require_previous(this_year().metadata, read(text).metadata)
    assert caught.value.code == code


# ---------------------------------------------------------------- one language


def test_english_alone_holds_no_chinese_and_counts_what_it_leaves_out() -> None:
    made = brief(this_year(), BriefOptions(languages="en"))
    lines = [line for block in made.blocks if not hasattr(block, "mark") for line in lines_of(block)]
    assert not [line for line in lines if re.search("[\u4e00-\u9fff]", line)]


def test_no_table_of_targets_has_a_column_of_dashes() -> None:
    for block in brief(this_year()).blocks:
        if isinstance(block, Table) and block.header_rows:
            columns = list(zip(*[[cell.runs for cell in row] for row in block.rows[1:]], strict=False))
            assert not any(all("".join(run.text for run in runs) == "—" for runs in column) for column in columns)


def test_the_house_says_who_it_is_in_each_language_by_itself() -> None:
    house = House(organisation="云溪研究室", organisation_en="Yunxi Research Office", disclaimer="仅供参考")
    style = replace(load_style("brief"), house=house)
    both = "\n".join(all_lines(brief(this_year(), BriefOptions(style=style))))
    english = "\n".join(all_lines(brief(this_year(), BriefOptions(style=style, languages="en"))))
    assert "云溪研究室 · 仅供参考" in both and "Yunxi Research Office" in both
    assert "Yunxi Research Office" in english and "云溪研究室" not in english


def test_a_growth_of_a_part_is_not_set_beside_the_target_of_the_whole() -> None:
    text = THIS_YEAR.replace("在看到成绩", "开发区建设提速，全年固定资产投资增长16%。\n\n在看到成绩")
    pairs = find(read(text), BriefOptions()).pairs
    assert [str(pair.result.change) for pair in pairs if pair.target.indicator == "固定资产投资"] == ["6.8"]


def test_last_years_report_reaches_every_brief_by_the_options(tmp_path: Path) -> None:
    last = tmp_path / "last.md"
    last.write_text(LAST_YEAR, "utf-8")
    source, options = conversion.read_bytes("report.md", THIS_YEAR.encode()), exporter.Options(previous=last)
    rows = [parts.target(name) for name in ("brief", "brief-docx", "brief-html")]
    for row, made in zip(rows, conversion.render_all(source, rows, options), strict=True):
        assert verify(f"report{row.suffix}", made.data, source).differences == (), row.name
    job = Job("report.md", ("brief",), "out", options=options)
    assert job_from_plain(job_as_plain(job)) == job


def test_a_report_that_is_not_there_costs_the_brief_alone(tmp_path: Path) -> None:
    source = conversion.read_bytes("report.md", THIS_YEAR.encode())
    rows = [parts.target("brief"), parts.target("md")]
    brief_made, text = conversion.each_by_itself(source, rows, exporter.Options(previous=tmp_path / "none.md"))
    assert getattr(brief_made, "code", "") == "source.not_found"
    assert getattr(text, "data", b"").startswith(b"#")
