"""What needs nothing of the text around it is said: some of the things named, all of the place, a level of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import figures_of, told_of

SAID = [
    ("北山路、河口路等7条城区道路建成通车。", "Seven urban roads were completed and opened to traffic."),
    ("实施河口路等13项道路改造工程。", "Thirteen road renovation projects were carried out."),
    (
        "宜山、平河等5个县区被命名为国家生态文明建设示范区。",
        "Five counties and districts were named national demonstration zones of ecological conservation.",
    ),
    ("社会治安满意率达到93.1%。", "The law and order satisfaction rate stood at 93.1 percent."),
    ("接待游客人次增长13%。", "Tourist visits increased by 13 percent."),
    ("年末共有博物馆31座，文化馆13个。", "There were 13 cultural centers at the end of the year."),
    ("新增省级平台31个、高新技术企业131家。", "A total of 131 high-tech enterprises were added."),
    ("投资3亿元新建农村公路31公里。", "Thirty-one kilometers of rural roads were built."),
    ("12类31件民生实事全面完成。", "All 31 practical projects for public wellbeing were completed."),
    ("信访工作不断强化，全年化解信访案件131件。", "A total of 131 petition cases were resolved."),
    ("实施重点工业项目31个，完成投资3.1亿元。", "Investment in key industrial projects reached 310 million yuan."),
    ("经营主体新增3万户，达到31万户。", "The number of business entities reached 310,000."),
    ("加强设施建设，为31个村配备健身器材。", "Thirty-one villages were equipped with fitness equipment."),
    ("依法取缔煤炭市场13个。", "Thirteen coal markets were shut down."),
    ("市委、市政府出台31项帮扶措施。", "Thirty-one assistance measures were introduced."),
    ("城镇化率提高至61.3%。", "The urbanization rate rose to 61.3 percent."),
    ("新增平原绿化3180亩。", "A total of 3,180 mu (212 hectares) of plains were greened."),
    ("实施环境治理三年行动，推进31个城中村改造项目。", "Thirty-one urban village renovation projects were advanced."),
    (
        "北山示范区建设提速，金融论坛举办，战略性新兴产业贷款增长13%。",
        "Loans for strategic emerging industries increased by 13 percent.",
    ),
    ("新增公园31座、累计达到131座。", "The number of parks increased to 131."),
    ("机场增至13座。", "The number of airports rose to 13."),
    ("新能源产业投资突破31亿元。", "Investment in the new energy industry exceeded 3.1 billion yuan."),
    ("新建县级医院3所、村卫生室31个。", "Thirty-one village clinics were built."),
]


@pytest.mark.parametrize(("sentence", "english"), SAID)
def test_what_needs_nothing_around_it_is_said(sentence: str, english: str, tmp_path: Path) -> None:
    assert (english, "verified") in told_of(sentence.rstrip("。"), sentence, tmp_path)


def test_a_heading_that_names_a_year_as_well_leaves_each_figure_its_own(tmp_path: Path) -> None:
    head = "清河市2026年政府工作报告\n一、2025年和“十四五”时期工作回顾\n"
    made = figures_of(f"{head}2025年，经济稳中有进。\n社会消费品零售总额增长3.1%。\n", tmp_path)
    assert [(one.english, one.english_status) for one in made if "零售" in one.quote] == [
        ("Total retail sales of consumer goods increased by 3.1 percent.", "verified")
    ]


OPEN = [
    ("实施北山改造、河口整治等7项行动。", "7项"),  # of no kind
    ("北山产业园吸引大河、青河等9家劳动密集型企业入驻。", "9家"),  # who attracted them
    ("交办事项办结率达到100%。", "办结率"),  # of what was handed over
    ("31户以上自然村光纤和5G网络通达率分别达到100%和93%。", "5G网络"),  # in those villages
    ("新增国家级绿色工厂31家、绿色矿山13家。", "绿色矿山"),  # perhaps of that level
    ("北山奶源基地项目推进，新建牧场3座，鲜奶产量达到13万吨。", "鲜奶产量"),  # of that work
    ("市政领域投资31亿元。", "市政领域"),  # areas of what?
    ("五个新区建设推进，新开工13个重大项目。", "重大项目"),  # in those areas
    ("大河产业园聚集人才，吸引31名科研人员。", "科研人员"),  # to the park
]


@pytest.mark.parametrize(("sentence", "words"), OPEN)
def test_what_needs_more_than_its_number_says_is_a_draft(sentence: str, words: str, tmp_path: Path) -> None:
    assert "verified" not in {status for _, status in told_of(words, sentence, tmp_path)}
