"""What a clause says beside how much it is, is said: for the first time, another ten, past a mark, of all there is."""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from exporter.english.document import with_english
from exporter.facts.extract import with_facts
from tests.english.figures.test_context import figures_of, status_of

TOLD = [
    ("优良天数比例首次突破84%。", "The share of days with good air quality exceeded 84 percent for the first time."),
    (
        "水利投资连续三年超70亿元。",
        "Investment in water conservancy exceeded 7 billion yuan for three consecutive years.",
    ),
    ("地区生产总值迈上3000亿元台阶。", "Regional GDP reached the 300 billion yuan mark."),
    ("城镇调查失业率平均为5.1%。", "The surveyed urban unemployment rate averaged 5.1 percent."),
    ("经济总量保持全省第4位。", "Total economic output remained fourth in the province."),
    ("粮食增产31万吨。", "Grain output increased by 310,000 metric tons."),
    ("工业机器人产量占全国31%。", "Output of industrial robots accounted for 31 percent of the national total."),
    ("棉花产量占全省1/3。", "Cotton output accounted for one-third of the provincial total."),
    ("全年新增经营主体3100户，总量达到4.2万户。", "The number of business entities stood at 42,000."),
    (
        "进出口总额从全国第六位上升到第三位。",
        "Total imports and exports rose from sixth to third place in the country.",
    ),
    ("其中农村居民人均可支配收入首次突破3万元。", "exceeded 30,000 yuan for the first time."),
    ("创业带动就业640人。", "A total of 640 jobs were created through entrepreneurship."),
    ("义务植树21万株。", "A total of 210,000 trees were planted on a voluntary basis."),
    ("筹集保障性租赁住房430套（间）。", "A total of 430 units of government-subsidized rental housing were secured."),
    (
        "淘汰落后炼钢产能34万吨。",
        "A total of 340,000 metric tons of outdated steelmaking production capacity was phased out.",
    ),
    (
        "规上高技术服务业营收增长4.8%。",
        "Revenue of high-tech services above the designated size increased by 4.8 percent.",
    ),
    ("财政支出8亿元，比2020年增长3亿元，年均增长9.8%。", "up 9.8 percent a year on average from 2020."),
    (
        "国内生产总值达到34亿元，年均增长8.3%，从全省第六位上升到第四位。",
        "(GDP) rose from sixth to fourth place in the province.",
    ),
    ("落地首批11个营商环境改革试点。", "The first batch of 11 business environment reform pilots was secured."),
    ("完成省市改革任务31项。", "Thirty-one provincial and municipal reform tasks were completed."),
    (
        "改造农村危房310户，完成省下达任务的104%。",
        "dilapidated rural houses renovated reached 104 percent of the quota",
    ),
    (
        "固定资产投资增长9.3%（年度目标7%左右）。",
        "Fixed-asset investment was targeted to grow by around 7 percent in 2025.",
    ),
    ("限额以上单位通过互联网实现的餐饮收入增长18.4%。", "Online catering revenue of units above the designated size"),
    ("建成公共租赁住房240套，新增就业岗位1300个。", "A total of 1,300 new jobs were created."),
    ("高铁通车里程居全国第6位。", "The length of high-speed railways open to traffic ranked sixth in the country."),
    ("修建农村公路14条61公里。", "Sixty-one kilometers of rural roads were built."),
    ("新建12所学校和3座体育馆。", "Three gymnasiums were built."),
    ("推进总投资24亿元的6个园区基础设施项目。", "Six industrial park infrastructure projects were advanced."),
    ("新增国家级专精特新“小巨人”企业21户。", 'Twenty-one national-level "little giant" firms'),
]
AIMS = [
    ("继续实施14项民生工程。", "Fourteen public wellbeing projects will continue to be carried out."),
    ("再推出12条乡村旅游精品线路。", "Another 12 rural quality tourist routes will be rolled out."),
    ("安排省重点项目1个。", "One key provincial project is scheduled."),
]
DRAFTS = [
    "民营企业、外资企业出口分别占全省的53%、37%。",  # of private enterprises nothing is told but that they export, too
    "解决了43个村和近8万人的饮水问题。",
    "开发公益岗位11类，覆盖贫困人口214户630人。",  # by the jobs, which only the clause before says
    "某镇签约项目9个，总数达到31个。",
]


@pytest.mark.parametrize(("sentence", "told"), TOLD)
def test_what_a_clause_says_beside_its_figure_is_said(sentence: str, told: str, tmp_path: Path) -> None:
    said = [english for english, status in status_of(sentence, tmp_path).values() if status == "verified"]
    assert any(told in (english or "") for english in said)


@pytest.mark.parametrize(("sentence", "told"), AIMS)
def test_what_goes_on_or_comes_again_is_said_of_an_aim(sentence: str, told: str, tmp_path: Path) -> None:
    head = "清河市2026年政府工作报告\n一、2025年工作回顾\n2025年，我们做了以下工作。\n二、2026年工作安排\n"
    facts = figures_of(f"{head}2026年，我们要做好以下工作。\n{sentence}", tmp_path)
    assert told in {fact.english for fact in facts if fact.english_status == "verified"}


@pytest.mark.parametrize("sentence", DRAFTS)
def test_what_is_shared_or_of_others_is_a_draft(sentence: str, tmp_path: Path) -> None:
    said = list(status_of(sentence, tmp_path).values())
    assert said and not any(
        status == "verified" for english, status in said if "foreign" not in (english or "").lower()
    )


TABLE = (
    "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>全年经济运行平稳。</p>"
    "<table><tr><th rowspan='2'>指标</th><th colspan='2'>2024年</th></tr>"
    "<tr><th>绝对值（亿元）</th><th>增长（%）</th></tr>"
    "<tr><td>地区生产总值</td><td>412.7</td><td>6.2</td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    ("title", "status"), [("清河县2024年主要经济指标", "verified"), ("某公司2024年年报摘要", "draft")]
)
def test_a_table_of_a_place_gives_its_listed_indicators(title: str, status: str, tmp_path: Path) -> None:
    file = tmp_path / "table.html"
    file.write_text(TABLE.format(title), "utf-8")
    fact = with_english(with_facts(exporter.read(file))).facts[0]
    assert fact.english == "In 2024, regional GDP reached 41.27 billion yuan, up 6.2 percent."
    assert fact.english_status == status
