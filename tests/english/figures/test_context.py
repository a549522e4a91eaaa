"""A sentence says nothing that is true only beside its neighbors."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

import exporter
from exporter.english.document import with_english
from exporter.english.figures import context, starts
from exporter.english.figures.starts import last_in
from exporter.facts.extract import with_facts
from exporter.model import Fact
from tests.facts.samples import report

HEAD = "清河市2026年政府工作报告\n一、2025年工作回顾\n2025年，我们做了以下工作。\n"


def figures_of(text: str, folder: Path) -> tuple[Fact, ...]:
    """Give the figures of a report with their English."""
    file = folder / "report.txt"
    file.write_text(text, "utf-8")
    return with_english(with_facts(exporter.read(file))).facts


def status_of(sentence: str, folder: Path) -> dict[str, tuple[str | None, str]]:
    """Give the English and its status for each figure of a sentence in a report, by its quotation."""
    return {fact.quote: (fact.english, fact.english_status) for fact in figures_of(HEAD + sentence, folder)}


def told_of(words: str, sentence: str, folder: Path) -> set[tuple[str | None, str]]:
    """Give the English and its status of the figures whose quotation has the words, or stands in them."""
    return {said for quote, said in status_of(sentence, folder).items() if words in quote or quote in words}


OPEN = [
    ("限额以上批发企业中，粮油类零售额实现31亿元；服装类零售额12亿元。", "服装类零售额12亿元"),
    ("解决3200万渔民饮水问题。", "解决3200万"),
    ("接待了二十多个国家的船员来访。", "接待了二十多个"),
    ("财政收入突破9亿元，其中教育费附加增幅较大，完成2.1亿元。", "完成2.1亿元"),
    ("新增渔船40艘，港口吞吐能力近800万吨。", "港口吞吐能力近800万吨"),  # what was added
    ("完成300个渔村雨污混接改造。", "完成300个"),  # villages, not pipes
    ("到2030年，渔业人口翻一番。", "渔业人口翻一番"),  # from when on?
    ("农村黑臭水体治理（管控）率达到62%。", "农村黑臭水体治理（管控）率达到62%"),  # what is kept under control too
    ("五年来建成书院20所，有9所获得省级奖项。", "有9所"),  # schools, not awards
    ("基本建成30万套，新开工40万套以上。", "新开工40万套以上"),
    ("补贴分三年发放，上限为3,000元。", "上限为3,000元"),
    ("开发区入驻企业达到131家。", "开发区入驻企业达到131家"),
    ("全国文明城市达到5个。", "全国文明城市达到5个"),
    ("列入省重点项目14个。", "列入省重点项目14个"),
    ("PM2.5浓度年均31微克/立方米。", "PM2.5浓度年均31微克/立方米"),
    ("同改革前比较，小学生增加3倍，中学生增加21倍。", "中学生增加21倍"),
    ("累计约12万标准箱受益。", "累计约12万标准箱"),
    ("开发区规上工业增加值、工业投资年均分别增长3.1%、7.3%。", "工业投资"),
    ("国际友城达到31对。", "31对"),
    ("4个镇和9个村规划编制工作全面完成。", "4个"),
    ("完成水库加固，每年减轻农民负担310万元。", "310万元"),
    ("3个区、2个县获评全国文明区、文明县。", "2个"),
    ("推进安置房建设，基本建成3万套。", "基本建成3万套"),
    ("甲集团、乙电力等4家央企风电项目全面启动。", "4家"),  # firms, not works
    ("启动3.1万亩蔬菜基地建设工程。", "启动3.1万亩"),
    ("提升31个景区运营水平。", "提升31个"),
    ("全面清理拖欠渔民的工资，已偿还拖欠工资3100万元。", "拖欠工资3100万元"),
    ("新发展中药材3100亩。", "新发展中药材3100亩"),
    ("税收收入增速高于全市4.1个百分点。", "高于全市4.1个百分点"),  # of a part of the city
    ("省委、省政府出台31项措施。", "31项"),
    ("新纳入监测对象31户。", "新纳入监测对象31户"),
    ("外送绿电31亿度，减少碳排放310万吨。", "减少碳排放310万吨"),  # elsewhere
    ("建成自然保护区310个，占国土面积的14%。", "建成自然保护区310个"),  # all that there are
    ("东部两市对口协作、倾力帮扶，投入财政援助资金3.1亿元。", "3.1亿元"),
    ("310个管控单元实现全覆盖。", "310个"),
    ("实施“瞪羚”培育计划，首批入选企业31家。", "31家"),
    ("东湖科创城集聚企业310家。", "310家"),
    ("甲大学、乙研究院等31家研发机构确定入驻。", "31家"),
    ("居民消费价格上涨1.3%，低于全省居民消费价格指数0.2个百分点。", "0.2个百分点"),
    ("仓储项目推行告知承诺，审批时限压减到31天。", "31天"),
]


@pytest.mark.parametrize(("sentence", "quote"), OPEN)
def test_what_its_neighbors_say_leaves_a_sentence_open(sentence: str, quote: str, tmp_path: Path) -> None:
    told = told_of(quote, sentence, tmp_path)
    assert told and "verified" not in {status for _, status in told}


WHOLE = [
    ("新增公共停车位120个", "A total of 120 public parking spaces were added."),
    ("公开招聘教师31名", "Thirty-one teachers were openly recruited."),
    ("培育孵化电商企业31家", "Thirty-one e-commerce firms were fostered and incubated."),
    (
        "新能源汽车、集成电路、彩色电视机产量分别增长31%、13%、3%",
        "Output of color television sets increased by 3 percent.",
    ),
    ("科技创新投入31亿元", "A total of 3.1 billion yuan was invested in scientific and technological innovation."),
    (
        "新筹集保障性租赁住房3100套",
        "Another 3,100 units of government-subsidized rental housing were secured.",
    ),
    ("净增有进出口实绩企业31家", "Thirty-one enterprises with actual imports or exports were added on a net basis."),
    ("居民消费价格指数涨幅控制在3%左右", "The rise in the consumer price index (CPI) was kept at around 3 percent."),
    ("建成产业集群6个", "Six industry clusters were built up."),
    (
        "新建改扩建及维修改造幼儿园31所",
        "Thirty-one kindergartens were built, rebuilt, expanded, repaired, or renovated.",
    ),
    (
        "建档立卡贫困人口医保参保率达到100%",
        "The medical insurance participation rate of registered poor people stood at 100 percent.",
    ),
    ("新建改造公路31公里", "Thirty-one kilometers of roads were built or renovated."),
    ("制定发布地方标准31项", "Thirty-one local standards were formulated and released."),
    ("完成职业技能培训3.1万人次", "Vocational skills training covered 31,000 participants."),
    ("全年接待游客31万人次", "A total of 310,000 tourist visits were recorded."),
    ("配备保洁员310名", "A total of 310 cleaners were provided."),
    ("补偿大病住院患者310人", "A total of 310 serious disease inpatients were compensated."),
    ("城镇调查失业率平均值为5.1%", "The surveyed urban unemployment rate averaged 5.1 percent."),
    (
        "省、市重点项目完成年度投资计划的131%",
        "Key provincial and municipal projects fulfilled 131 percent of the annual investment plan.",
    ),
]
"""Clauses that stand alone as a sentence."""

SAID = [
    *((f"{clause}。", clause, english) for clause, english in WHOLE),
    (
        "同1999年相比，粮食产量增长12%，棉花产量增长31%。",
        "棉花产量增长31%",
        "Cotton output increased by 31 percent from 1999.",
    ),
    ("生猪存栏41万头、出栏53万头。", "出栏53万头", "A total of 530,000 hogs were slaughtered."),
    ("经营主体净增2000户、达到4.1万户。", "达到4.1万户", "The number of business entities increased to 41,000."),
    ("高新技术企业新增30家、达到95家。", "达到95家", "The number of high-tech enterprises increased to 95."),
    ("4所县级和9所市级医院基本建成。", "4所", "Four county-level hospitals were basically completed."),
    ("5个地级市获评全国文明城市。", "5个", "Five prefecture-level cities were named National Civilized Cities."),
    (
        "31件惠民实事全部如期兑现。",
        "31件",
        "All 31 practical projects that benefit the people were delivered on schedule.",
    ),
    ("建设31个群众滑冰场。", "建设31个", "Thirty-one public skating rinks were built."),
    ("5个医疗中心项目全部开工。", "5个", "All five medical center projects were started."),
    (
        "过去五年，是收获的五年。2023年以来，清理违规企业31家。砖瓦窑治理成效显著。拆除砖瓦窑22座。",
        "拆除砖瓦窑22座",
        "In the 2021–2025 period, 22 brick kilns were demolished.",
    ),
]


@pytest.mark.parametrize(("sentence", "quote", "english"), SAID)
def test_what_its_neighbors_say_is_said(sentence: str, quote: str, english: str, tmp_path: Path) -> None:
    assert status_of(sentence, tmp_path)[quote] == (english, "verified")


@pytest.mark.parametrize(
    "sentence", ["学校3所、医院2家。", "办理提案48件、建议30件。", "开 发 区 企 业 131 家 、 学 校 3 所。"]
)
def test_a_document_that_no_file_was_read_for_is_held_to_its_words_too(sentence: str) -> None:
    read, written = (
        [(fact.quote, fact.english, fact.english_status) for fact in with_english(with_facts(document)).facts]
        for document in (report("2017年工作回顾", sentence, origin=origin) for origin in (True, False))
    )
    assert [(quote.replace(" ", ""), *said) for quote, *said in read] == written


AIMED = [
    ("到2030年，森林覆盖率提高到41%。", "Forest coverage is targeted to rise to 41 percent by 2030."),
    ("到2028年底，建成学校3所。", "Three schools will be completed by the end of 2028."),
    ("2027年，改造公路3公里。", "In 2027, 3 kilometers of roads will be upgraded."),
    ("力争引进博士12名。", "Efforts will be made to bring in 12 PhD holders."),
]


@pytest.mark.parametrize(("sentence", "english"), AIMED)
def test_what_is_due_by_a_year_is_not_told_of_that_year_alone(sentence: str, english: str, tmp_path: Path) -> None:
    (fact,) = figures_of(f"清河市2026年政府工作报告\n一、2026年工作安排\n{sentence}", tmp_path)
    assert fact.english == english


def test_a_thing_by_itself_borrows_no_noun(tmp_path: Path) -> None:
    told = status_of("新增公厕和口袋公园各5个。", tmp_path)["新增公厕和口袋公园各5个"]
    assert told == ("Five pocket parks were added.", "verified")


FIVE_YEARS = (
    "过去五年，全县新建公路310公里，新建学校31所，改造农村危房3100户，新增高标准农田3万亩，建成水库3座。"
    "2025年，全县粮食产量31万吨，比2020年增加3万吨。"
)


def test_where_several_years_are_told_of_none_goes_without_saying(tmp_path: Path) -> None:
    said = {english for english, _ in status_of(FIVE_YEARS, tmp_path).values()}
    assert "Grain output reached 310,000 metric tons in 2025." in said
    assert "Grain output increased by 30,000 metric tons from 2020 to 2025." in said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今年增长。去年下降。", "去年"),
        ("今年，去年。平稳", "去年"),
        ("。", None),
        ("", None),
        ("今年", "今年"),
        ("平稳。今年。。", "今年"),
    ],
)
def test_the_last_word_on_time_is_the_last_of_the_whole_text(text: str, found: str | None) -> None:
    last = last_in(re.compile("[今去]年"), text)
    assert (last and last[0]) == found


LONG_LISTS = [
    (context, "_ADDED_OR_CUT", "淘汰产能" + "31000万吨，" * 40 + "余下，"),
    (starts, "_STAYS", "分别稳定在" + "31.41%、" * 40 + "余下"),
]


@pytest.mark.parametrize(("module", "name", "text"), LONG_LISTS)
def test_a_long_list_that_ends_otherwise_is_given_up_at_once(module: ModuleType, name: str, text: str) -> None:
    """A pattern that could part each number in several ways would try them all: years for forty."""
    assert getattr(module, name).search(text) is None
