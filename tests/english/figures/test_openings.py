"""A sentence of a count opens as an editor would open it, and says from when to when a level moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.english.figures.openings import opened
from exporter.english.words.numbers import in_words
from tests.english.figures.test_context import figures_of, status_of

OPENED = [
    ("A total of 473 wells were drilled in 2025.", "In 2025, 473 wells were drilled."),
    ("A total of 38 wells were drilled.", "Thirty-eight wells were drilled."),
    (
        "A total of 12 wells were drilled in the first half of 2024.",
        "In the first half of 2024, 12 wells were drilled.",
    ),
    ("In the 2021–2025 period, a total of 86 wells were drilled.", "In the 2021–2025 period, 86 wells were drilled."),
    ("A total of 130 wells will be drilled by 2030.", "By 2030, 130 wells will be drilled."),
    ("The number of wells rose to 4 in 2025.", "The number of wells rose to four in 2025."),
    ("31 wells were drilled a year in 2025.", "In 2025, 31 wells were drilled a year."),
    (
        "The number of wells is targeted to reach at least 3 by 2030.",
        "The number of wells is targeted to reach at least three by 2030.",
    ),
    ("A total of 130 wells were drilled.", "A total of 130 wells were drilled."),
    ("A total of 12 million yuan in wages was recovered.", "A total of 12 million yuan in wages was recovered."),
    ("A total of 40 officials were sent to work in 20 villages.", "Forty officials were sent to work in 20 villages."),
]


@pytest.mark.parametrize(("english", "told"), OPENED)
def test_a_time_or_a_word_opens_a_sentence(english: str, told: str) -> None:
    assert opened(english) == told


def test_whole_numbers_below_a_hundred_have_words() -> None:
    written = [in_words(str(number)) for number in (0, 9, 12, 13, 19, 20, 21, 60, 99)]
    assert written == ["zero", "nine", "twelve", "thirteen", "nineteen", "twenty", "twenty-one", "sixty", "ninety-nine"]
    assert [in_words(number) for number in ("100", "1.5", "1,000", "5 million")] == [None] * 4


SAID = [
    ("过去五年，人均预期寿命由79.1岁提高到81.4岁。", "rose from 79.1 to 81.4 years in the 2021–2025 period."),
    ("人均生产总值由居全省第13位上升到第9位。", "rose from 13th to ninth place in the province."),
    ("普通高校在校生比2020年翻了一番。", "The number of students in regular higher education doubled from 2020"),
    ("减少农村贫困人口1100人以上。", "The number of rural people living in poverty decreased by at least 1,100"),
    ("城镇化率达到66%，五年提高6个百分点。", "up 6 percentage points over five years"),
    ("发展家庭农场达到610家。", "The number of family farms reached 610."),
    ("建成小型农田水利设施240处。", "A total of 240 small-scale irrigation facilities were completed."),
    ("生活污水集中处理率达到96%。", "The centralized treatment rate of domestic sewage stood at 96 percent."),
    ("规上工业企业净增14家。", "The number of industrial enterprises above the designated size increased by 14."),
    ("全社会研发投入占生产总值比重提升至2.4%以上。", "rose to 2.4 percent or above"),
    ("市级一般公共预算收入31亿元。", "General public budget revenue at the city level reached 3.1 billion yuan."),
    ("年末人口出生率为5.6‰。", "5.6 per thousand"),
    ("高新技术企业数量翻了一番。", "The number of high-tech enterprises doubled."),
    ("全年生产安全事故死亡人数37人。", "deaths from workplace accidents"),
    ("送戏下乡260场。", "A total of 260 performances were staged in the countryside."),
    ("挽回群众损失1700万元。", "losses suffered by the public"),
    (
        "实施市级重点项目140个，完成年度投资计划的109%。",
        "projects fulfilled 109 percent of the annual investment plan.",
    ),
    ("限额以上单位商品零售额中，饮料类零售额增长8.4%。", "enterprises above the designated size, "),
    ("规模以上工业中，高技术制造业增加值增长9.3%。", "Among industrial enterprises above the designated size, "),
    ("年末共有执业医师和执业助理医师1.3万人。", "There were 13,000 licensed (assistant) doctors"),
    ("人均生产总值由2020年的7.1万元提高到9.4万元。", "rose from 71,000 yuan in 2020 to 94,000 yuan"),
]


@pytest.mark.parametrize(("sentence", "told"), SAID)
def test_kinds_of_clauses_are_said_as_an_editor_would(sentence: str, told: str, tmp_path: Path) -> None:
    said = [english for english, status in status_of(sentence, tmp_path).values() if status == "verified" and english]
    assert any(told in english for english in said), said


def test_nobody_is_counted_by_a_plan_of_investment(tmp_path: Path) -> None:
    said = status_of("实施市级重点项目140个，完成年度投资计划的109%。", tmp_path).values()
    assert not [english for english, _ in said if english and "number of" in english]


YEARS = (
    "东山省2026年政府工作报告\n一、“十四五”时期和2025年工作回顾\n五年来，我们做了以下工作。\n"
    "全省人均生产总值突破9万元。城镇登记失业率控制在4%以内。研发经费投入强度由2.1%提高到2.7%。新建养老院14所。\n"
    "二、2026年工作安排\n2026年，生产总值增长5%。\n到2030年，森林覆盖率达到46%。\n力争2028年建成3座水库。\n"
)
OF_YEARS = [
    "Efforts will be made to complete three reservoirs by 2028.",
    "Per capita GDP had exceeded 90,000 yuan by 2025.",
    "The registered urban unemployment rate was kept at no more than 4 percent in the 2021–2025 period.",
    "R&D intensity rose from 2.1 percent to 2.7 percent in the 2021–2025 period.",
    "In the 2021–2025 period, 14 nursing homes were built.",
]


def test_what_came_about_in_several_years_is_told_of_them(tmp_path: Path) -> None:
    said = {one.english for one in figures_of(YEARS, tmp_path)}
    assert [english for english in OF_YEARS if english not in said] == [], said


DRAFTS = [
    ("30户以上自然村光纤和5G网络通达率分别达98%和92.5%。", "5G网络通达率"),
    ("税务行政复议机关办结案件1.3万件。", "1.3万件"),
    ("跨境电商综试区实现全覆盖，进出口额突破600亿元。", "进出口额"),
    ("南湖滑雪场完成投资4亿元，造雪面积达50万平米。", "造雪面积"),
    ("建成中心城区61公里供水、12公里雨水管网二期工程。", "61公里"),
    ("累计投资17亿元完成了12条县道建设。", "12条"),
    ("滨江组团建设全面铺开。3条主干道完工。", "3条"),
    ("种植结构趋于优化。产业化经营率达43%，提高15.2个百分点。乡镇企业增加值年均增长14.1%。", "提高15.2个百分点"),
    ("高频事项“一件事”办理达到33件。", "33件"),
]


@pytest.mark.parametrize(("sentence", "words"), DRAFTS)
def test_what_would_be_told_amiss_is_a_draft(sentence: str, words: str, tmp_path: Path) -> None:
    said = [one for quote, one in status_of(sentence, tmp_path).items() if words in quote]
    assert said and all(status != "verified" for _, status in said), said
