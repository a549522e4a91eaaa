"""Figures are said as an editor writes them: how many there are, how far works went, which share, how many times."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import HEAD, figures_of, status_of

SAID = [
    ("森林覆盖率提高到二〇二四年的百分之三十一。", "Forest coverage rose to 31 percent in 2024."),
    ("财政收支差额为-3.2亿元。", "The fiscal balance was -320 million yuan."),
    ("吸引港资2.1亿港元。", "HK$210 million of investment from Hong Kong was attracted."),
    ("城乡居民收入比缩小到1.8。", "The urban-rural income ratio narrowed to 1.8."),
    ("城乡收入比为1.9。", "The urban-rural income ratio stood at 1.9."),
    ("年末存款余额34亿元。", "The balance of deposits reached 3.4 billion yuan at the end of the year."),
    ("年末存款余额增长12%。", "The balance of deposits increased by 12 percent."),
    ("县级进出口总额增长5%。", "Total imports and exports at the county level increased by 5 percent."),
    ("新建林地3万亩。", "A total of 30,000 mu (2,000 hectares) of forest land was added."),
    ("创建省级森林村庄9个。", "Nine provincial-level forest villages were developed."),
    ("新开工建设中型水库3座。", "Construction began on three medium-sized reservoirs."),
    ("加快建设省级区域医疗中心3个。", "Construction of three provincial regional medical centers was accelerated."),
    ("建设完成了37个交通建设项目。", "Thirty-seven transportation construction projects were completed."),
    ("新增农村劳动力转移就业3.1万人。", "Another 31,000 rural laborers found nonagricultural work."),
    ("解决3.1万农村人口饮水安全问题。", "Safe drinking water was provided for 31,000 rural residents."),
    ("开通国际国内航线31条。", "Thirty-one international and domestic air routes were opened."),
    ("获国家专利310项。", "A total of 310 national patents were granted."),
    ("生产总值时隔21年重返全省第三。", "GDP returned to third place in the province after 21 years."),
    ("为企业减负31亿元。", "Burdens on enterprises were reduced by 3.1 billion yuan."),
    ("新增公路31公里，其中高速公路9公里。", "Nine kilometers of expressways were added."),
    ("新增上市公司13家。", "Thirteen companies were newly listed."),
    (
        "全体居民人均可支配收入增长6.1%，增速居全省第4位。",
        "The growth of per capita disposable income of residents ranked fourth in the province.",
    ),
    ("入选国家级卓越工厂3家。", "Three national outstanding factories were recognized."),
    ("创成省级示范村31个。", "Thirty-one provincial-level demonstration villages were developed."),
    ("创建国家级绿色工厂13家。", "Thirteen national green factories were recognized."),
    ("代发地方债券31亿元。", "A total of 3.1 billion yuan in local bonds was issued on behalf of local governments."),
    ("可再生能源装机占比达41%。", "Renewable energy accounted for 41 percent of installed power-generating capacity."),
    ("粮食播种面积31万亩。", "The area sown to grain reached 310,000 mu (about 20,700 hectares)."),
    ("铁路里程进至全国第4位。", "The length of railways rose to fourth place in the country."),
    ("年末共有有线电视用户31万户。", "There were 310,000 cable TV subscribers at the end of the year."),
    ("落户现代农业项目310个。", "A total of 310 modern agriculture projects were attracted."),
    (
        "为3.1万名学生开展心理健康测评。",
        "A total of 31,000 students were provided with mental health evaluation.",
    ),
    (
        "财政收入完成3.1亿元，比2016年翻了一番。",
        "Fiscal revenue reached 310 million yuan, double the 2016 figure.",
    ),
    ("自然岸线率提升至41%。", "The share of natural shorelines retained rose to 41 percent."),
    ("城镇居民收入预计完成26900元。", "Per capita income of urban residents is estimated at 26,900 yuan."),
    ("开展食品安全抽检3100批次。", "A total of 3,100 batches of food were inspected."),
    ("退还岸线31公里。", "Thirty-one kilometers of shorelines were returned."),
    (
        "中心城区新增停车位3100个。",
        "A total of 3,100 parking spaces in the central urban area were added.",
    ),
    ("引进高层次人才131人，其中博士41人。", "Forty-one PhD holders were brought in."),
    ("互联网业务收入增长31%以上。", "Internet business income increased by 31 percent or more."),
    ("开设小学生爱心暑托班310个。", "A total of 310 summer care classes for primary school students were opened."),
    (
        "战略性新兴产业增加值占规上工业比重达到31%。",
        "Strategic emerging industries accounted for 31 percent of the value added of industrial enterprises above the "
        "designated size.",
    ),
    ("全市农村地区新建公厕310座。", "A total of 310 rural public toilets were built."),
    (
        "县域经济综合竞争力跃居全省第12位。",
        "The overall competitiveness of the county economy rose to 12th place in the province.",
    ),
    ("中欧班列开行310列。", "A total of 310 China-Europe freight trains were operated."),
    ("中欧班列开行数量增长31%。", "The number of China-Europe freight trains operated increased by 31 percent."),
    (
        "推广测土配方施肥31万亩。",
        "Soil testing and formula fertilization were promoted over 310,000 mu (about 20,700 hectares).",
    ),
    (
        "完成“四好农村路”建设31公里。",
        "Thirty-one kilometers of well-built, well-managed, well-maintained, and well-operated rural roads were built.",
    ),
    ("完成城市更新项目投资31亿元。", "Investment in urban renewal projects reached 3.1 billion yuan."),
    (
        "企业职工失业保险覆盖面达到91%。",
        "The coverage of unemployment insurance for enterprise workers stood at 91 percent.",
    ),
    ("一般性支出压减11%。", "General expenditures were cut by 11 percent."),
    ("压减地下水开采量310万立方米。", "Groundwater extraction was cut by 3.1 million cubic meters."),
    ("把低保标准提高到4300元。", "Subsistence allowance standards were raised to 4,300 yuan."),
    ("数字经济规模稳居全省首位。", "The size of the digital economy remained first in the province."),
    ("贫困发生率下降到3.1%以下。", "The poverty headcount ratio fell to 3.1 percent or below."),
    ("食用菌年产值达到3.1亿元。", "The annual output value of edible fungi reached 310 million yuan."),
    (
        "政府性基金收入31亿元，完成预算的93.1%，增长4.1%。",
        "Revenue from government-managed funds reached 3.1 billion yuan, 93.1 percent of the budgeted figure and up "
        "4.1 percent.",
    ),
    ("全年财政民生支出31亿元。", "Government spending on public wellbeing reached 3.1 billion yuan."),
    ("开发公益性岗位120个。", "A total of 120 public welfare jobs were created."),
    ("全市公共图书馆12个。", "There were 12 public libraries."),
    ("高新技术企业达到216家。", "The number of high-tech enterprises reached 216."),
    ("交通事故83起，下降9.5%。", "The number of traffic accidents was 83, down 9.5 percent."),
    ("贫困人口减少2600人。", "The number of people in poverty decreased by 2,600."),
    ("优良天数增加12天。", "The number of days with good or excellent air quality increased by 12."),
    ("完成造林绿化3.6万亩。", "Afforestation covered 36,000 mu (2,400 hectares)."),
    ("改造农村危房310户。", "A total of 310 dilapidated rural houses were renovated."),
    ("实施工业重点项目26个。", "Twenty-six key industrial projects were carried out."),
    ("一般公共预算收入30亿元，其中税收收入21亿元。", "Tax revenue reached 2.1 billion yuan."),
    (
        "一般公共预算收入30亿元，其中税收收入21亿元，占比70%。",
        "Tax revenue accounted for 70 percent of budget revenue.",
    ),
    ("财政收入完成31亿元，是2015年的2倍。", "Fiscal revenue reached 3.1 billion yuan, double the 2015 figure."),
    (
        "固定资产投资完成31亿元，是2015年的2.6倍。",
        "Fixed-asset investment reached 3.1 billion yuan, 2.6 times the 2015 figure.",
    ),
    ("又有3.1万户农村危房得到改造。", "Another 31,000 dilapidated rural houses were renovated."),
    ("民航旅客吞吐量31万人次。", "Civil aviation passenger throughput reached 310,000 passengers."),
    ("人均预期寿命达到79岁。", "Average life expectancy stood at 79 years."),
    ("1人当选工程院院士。", "One academician of the Chinese Academy of Engineering was elected."),
    ("居民消费价格涨幅回落0.3个百分点。", "The rise in consumer prices decreased by 0.3 percentage points."),
    ("药品抽检3100批次。", "A total of 3,100 batches of drugs were inspected."),
    ("营造林3.1万亩。", "Afforestation and forest tending covered 31,000 mu (about 2,070 hectares)."),
    ("地区生产总值（GDP）310亿元。", "Regional GDP reached 31 billion yuan."),
    ("外出农民工31万人。", "There were 310,000 migrant workers working away from home."),
    (
        "节水灌溉面积达到31万亩。",
        "The area under water-saving irrigation reached 310,000 mu (about 20,700 hectares).",
    ),
    (
        "三次产业结构由15:50:35调整为13:50:37。",
        "The ratio of the primary, secondary, and tertiary industries shifted to 13:50:37.",
    ),
    (
        "新建和改造提升高标准农田31万亩。",
        "A total of 310,000 mu (about 20,700 hectares) of high-standard farmland was built or upgraded.",
    ),
    ("整治国土面积31平方公里。", "Thirty-one square kilometers of land was improved."),
    ("企业开办时间压缩至1个工作日以内。", "The time required to start a business was cut to 1 working day or less."),
    ("交通项目完成投资3.1亿元。", "Investment in transportation projects reached 310 million yuan."),
    (
        "国有企业下岗职工再就业3100人。",
        "A total of 3,100 laid-off workers from state-owned enterprises were reemployed.",
    ),
    ("对东盟进出口增长31%。", "Trade with ASEAN increased by 31 percent."),
    ("受理问题线索310条。", "A total of 310 leads on problems were received."),
]


@pytest.mark.parametrize(("sentence", "english"), SAID)
def test_a_figure_is_said_as_an_editor_writes_it(sentence: str, english: str, tmp_path: Path) -> None:
    assert (english, "verified") in status_of(sentence, tmp_path).values()


def test_a_child_is_no_part_of_a_school(tmp_path: Path) -> None:
    said = status_of("公办幼儿园在园幼儿占比达到61%。", tmp_path).values()
    assert all("accounted" not in (english or "") for english, _ in said)


def test_a_ceiling_is_kept_or_come_down_to(tmp_path: Path) -> None:
    plan = "二、2026年工作安排\n将PM2.5平均浓度降至31微克/立方米以下。城镇调查失业率控制在5%以内。"
    said = {english for english, _ in status_of(plan, tmp_path).values()}
    assert {
        "The average concentration of PM2.5 will be reduced to no more than 31 micrograms per cubic meter.",
        "The surveyed urban unemployment rate will be kept at no more than 5 percent.",
    } <= said


def test_a_mark_to_be_passed_is_exceeded(tmp_path: Path) -> None:
    plan = "二、2026年工作安排\n常住人口城镇化率超过61%。"
    said = {english for english, _ in status_of(plan, tmp_path).values()}
    assert "The urbanization rate of permanent residents is targeted to exceed 61 percent." in said


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("固定资产投资下降1.8%，扣除房地产开发投资增长6.3%。", "Fixed-asset investment increased by 6.3 percent."),
        ("新增国家级龙头企业31家，居全国第5位。", "ranked fifth"),
        ("实施重点项目156个，完成投资310亿元，占年度计划的113%。", "Key projects reached 113 percent"),
        ("每千人拥有市场主体98户。", "per 1,000 households"),
        ("办理全国人大代表建议31件。", "deputies to the people's congress"),
        ("工业投资增幅回落2个百分点。", "Industrial investment increased by 2"),
        ("商品房销售面积降幅收窄9个百分点。", "sold decreased by 9"),
        ("各项贷款余额920亿元，同比多增31亿元。", "reached 3.1 billion"),
        ("国庆假期接待游客31万人次，实现旅游收入3.1亿元。", "Tourism revenue reached 310 million"),
        ("1人当选工程院院士。", "One people"),
        ("第三产业比2010年提升2.2个百分点。", "tertiary industry increased by 2.2 percentage"),
        ("过去五年，成绩很大。\n形成5个千亿级、26个百亿级产业。", "26 10-billion"),
        ("4个农业产业化集群纳入省政府规划。", "plans for the Provincial"),
        ("198项高频政务服务事项实现跨境通办。", "achieved cross-boundary public services"),
        ("过去五年，成绩很大。\n全年粮食总产310万吨。新设外资企业680家，增长22%。", "680 foreign-funded"),
    ],
)
def test_what_a_clause_takes_off_or_speaks_of_is_not_told_of_all(sentence: str, wrong: str, tmp_path: Path) -> None:
    said = status_of(sentence, tmp_path).values()
    assert not [english for english, status in said if status == "verified" and wrong in (english or "")]


def test_roads_are_counted_with_their_length(tmp_path: Path) -> None:
    told = {fact.english for fact in figures_of(f"{HEAD}改造乡村道路31条、93.1公里。", tmp_path)}
    assert "Thirty-one rural roads totaling 93.1 kilometers were upgraded." in told


def test_a_rank_is_risen_to_in_the_years_of_its_passage(tmp_path: Path) -> None:
    text = "清河市2026年政府工作报告\n一、过去五年工作回顾\n过去五年，经济较快发展。港口吞吐量跃居全省第3位。\n"
    told = {fact.english for fact in figures_of(text, tmp_path)}
    assert "Port cargo throughput rose to third place in the province in the 2021–2025 period." in told


def test_a_contribution_is_of_no_day(tmp_path: Path) -> None:
    text = f"{HEAD}产业结构由2020年的9:51:40调整到2025年底的8:41:51，第三产业对经济增长的贡献率达到51.3%。"
    told = {fact.english or "" for fact in figures_of(text, tmp_path)}
    assert not any("contribution" in one and "end of" in one for one in told)
