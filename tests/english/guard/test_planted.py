"""Errors as people make them, planted into right English: each is flagged, and the right English is not."""

from __future__ import annotations

import pytest

from exporter.english.guard.whole import findings

PLANTED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "全市一般公共预算收入完成86.4亿元，同比下降2.3%。",
        "General public budget revenue was 8.64 billion yuan, down 2.3 percent year on year.",
        (
            "General public budget revenue was 86.4 billion yuan, down 2.3 percent year on year.",
            "General public budget revenue was 8.64 billion yuan, down 2.3 percentage points year on year.",
            "General public budget revenue fell by 8.64 billion yuan, or 2.3 percent, year on year.",
            "General public budget revenue was 8.46 billion yuan, down 2.3 percent year on year.",
        ),
    ),
    (
        "大会于3月15日下午开幕。",
        "The congress opened on the afternoon of March 15.",
        (
            "The congress opened on the afternoon of March 14.",
            "The congress opened on the morning of March 15.",
            "The congress closed on the afternoon of March 15.",
            "The congress opened on the afternoon of May 15.",
        ),
    ),
    (
        "地区生产总值力争增长6%左右。",
        "We will strive for GDP growth of around 6 percent.",
        ("GDP will grow by 6 percent.", "We will strive for GDP growth of over 6 percent."),
    ),
    (
        "转移就业农村劳动力5万多人。",
        "More than 50,000 rural workers were moved into jobs.",
        (
            "50,000 rural workers were moved into jobs.",
            "Nearly 50,000 rural workers were moved into jobs.",
            "More than 5,000 rural workers were moved into jobs.",
        ),
    ),
    (
        "前三季度，工业用电量占全省的三分之一。",
        "In the first three quarters, industrial power use was one third of the province's.",
        (
            "In the first two quarters, industrial power use was one third of the province's.",
            "In the first three quarters, industrial power use was one quarter of the province's.",
        ),
    ),
    (
        "快递业务量比2015年翻一番。",
        "The volume of express deliveries doubled from 2015.",
        (
            "The volume of express deliveries tripled from 2015.",
            "The volume of express deliveries doubled from 2016.",
            "The volume of express deliveries halved from 2015.",
        ),
    ),
    (
        "新建高标准农田500亩。",
        "We built 500 mu of high-standard farmland.",
        ("We built 500 hectares of high-standard farmland.", "We built 33 mu of high-standard farmland."),
    ),
    (
        "空气质量居全省第二位。",
        "Air quality ranked second in the province.",
        ("Air quality ranked third in the province.", "Air quality ranked second in the country."),
    ),
    (
        "城镇、农村居民人均可支配收入分别增长5%和7%。",
        "Per capita disposable income of urban and rural residents rose by 5 percent and 7 percent respectively.",
        ("Per capita disposable income of urban and rural residents rose by 7 percent and 5 percent respectively.",),
    ),
    ("不得新增隐性债务。", "No new hidden debt may be incurred.", ("New hidden debt may be incurred.",)),
    (
        "要深化与浙江省的合作。",
        "We must deepen cooperation with Zhejiang Province.",
        ("We must deepen cooperation with Jiangsu Province.",),
    ),
    (
        "深入推进供给侧结构性改革。",
        "We will advance supply-side structural reform.",
        ("We will advance demand-side structural reform.",),
    ),
    (
        "我们坚持稳字当头，扎实推进项目建设，全面加强生态保护，着力改善民生，各项事业取得新成绩。",
        "We put stability first, pushed on with projects, and improved conservation and people's lives, with success.",
        ("We put stability first.", "We put stability first, pushed ahead with projects."),
    ),
    (
        "环境治理任务依然艰巨。",
        "The task of environmental governance remains arduous.",
        (
            "The the task of environmental governance remains arduous.",
            "The task of environmental governance remains arduous <b>.",
            "TODO",
            "xxx",
            "Environmental governance remains arduous. Environmental governance remains arduous.",
            "The task (of environmental governance remains arduous.",
            "Ｔhe task of environmental governance remains ａrduous.",
            "The tаsk of environmental governance remains arduous.",
            "The task of environmental governance remains easy.",
        ),
    ),
    (
        "新增就业3万人。",
        "30,000 new jobs were created.",
        (
            "The number of jobs increased to 30,000.",
            "30,000 jobs were lost.",
            "13,000 new jobs were created.",
            "３0,0000 new jobs were created.",
        ),
    ),
    (
        "利用外资2.5亿美元。",
        "Foreign investment utilized was 250 million US dollars.",
        (
            "Foreign investment utilized was 250 million yuan.",
            "Foreign investment utilized was 25 million US dollars.",
            "Foreign investment utilized was 250 US dollars.",
        ),
    ),
    (
        "森林覆盖率不低于45%。",
        "Forest coverage will be no lower than 45 percent.",
        ("Forest coverage will be no more than 45 percent.", "Forest coverage will be 45 percent."),
    ),
    (
        "上半年完成投资超过60亿元。",
        "Over 6 billion yuan was invested in the first half of the year.",
        (
            "Over 6 billion yuan was invested in the second half of the year.",
            "Nearly 6 billion yuan was invested in the first half of the year.",
            "Over 6 billion yuan was invested in the first quarter.",
        ),
    ),
    (
        "市长李建国向大会报告工作。",
        "Mayor Li Jianguo reported to the congress on the work.",
        (
            "Mayor Wang Jianguo reported to the congress on the work.",
            "Governor Li Jianguo reported to the congress on the work.",
        ),
    ),
    (
        "粮食产量连续五年稳定在20万吨以上。",
        "Grain output stayed above 200,000 tons for five consecutive years.",
        (
            "Grain output stayed above 200,000 tons for four consecutive years.",
            "Grain output stayed below 200,000 tons for five consecutive years.",
            "Grain output stayed above 200,000 kilograms for five consecutive years.",
        ),
    ),
    (
        "大部分企业已复工复产。",
        "Most enterprises have resumed work and production.",
        (
            "All enterprises have resumed work and production.",
            "Few enterprises have resumed work and production.",
            "Most enterprises have not resumed work and production.",
        ),
    ),
    (
        "全市常住人口城镇化率达到62.5%，提高1.2个百分点。",
        "The urbanization rate of permanent residents reached 62.5 percent, up 1.2 percentage points.",
        (
            "The urbanization rate of permanent residents reached 65.2 percent, up 1.2 percentage points.",
            "The urbanization rate of permanent residents reached 62.5 percent, up 1.2 percent.",
            "The urbanization rate of permanent residents reached 62.5 percent, down 1.2 percentage points.",
            "The urbanization rate of permanent residents reached 62.5 percent.",
        ),
    ),
    (
        "实施重点项目126个，完成投资348亿元。",
        "We carried out 126 key projects, with an investment of 34.8 billion yuan.",
        (
            "We carried out 126 key projects, with an investment of 3.48 billion yuan.",
            "We carried out 162 key projects, with an investment of 34.8 billion yuan.",
            "We carried out 126 key projects, with an investment of 34.8 million yuan.",
            "We carried out over 126 key projects, with an investment of 34.8 billion yuan.",
            "We carried out 34.8 billion key projects, with an investment of 126 yuan.",
        ),
    ),
    (
        "全面推进乡村振兴。",
        "We will advance rural revitalization on all fronts.",
        ("We will advance urban renewal on all fronts.", "We will not advance rural revitalization on all fronts."),
    ),
    (
        "坚决遏制重特大事故。",
        "We will resolutely curb major accidents.",
        ("We will resolutely encourage major accidents.", "We will resolutely increase major accidents."),
    ),
    (
        "健全全过程人民民主。",
        "We will improve whole-process people's democracy.",
        ("We will improve whole-process people's dictatorship.",),
    ),
    (
        "市人大常委会审议通过了条例。",
        "The Standing Committee of the Municipal People's Congress adopted the regulations.",
        (
            "The Standing Committee of the Municipal CPPCC adopted the regulations.",
            "The Standing Committee of the Municipal People's Congress rejected the regulations.",
            "The State Council adopted the regulations.",
        ),
    ),
    (
        "一年来，我们主要做了以下工作。",
        "Over the past year, we mainly did the following work.",
        (
            "Over the past five years, we mainly did the following work.",
            "Over the past year, we mainly did the following work:: :",
        ),
    ),
    (
        "社会消费品零售总额与上年持平。",
        "Total retail sales of consumer goods were level with the previous year.",
        (
            "Total retail sales of consumer goods were above the previous year's.",
            "Total retail sales of consumer goods doubled over the previous year.",
        ),
    ),
    (
        "居民收入与经济增长基本同步。",
        "Household income grew basically in step with the economy.",
        ("Household income grew faster than the economy.",),
    ),
    (
        "深化与东盟国家的合作。",
        "We will deepen cooperation with ASEAN countries.",
        ("We will deepen cooperation with EU countries.", "We will deepen competition with ASEAN countries."),
    ),
    (
        "我们清醒认识到，工作中还存在不少问题。",
        "We are keenly aware that there are still many problems in our work.",
        (
            "We are keenly aware that there are no problems in our work.",
            "We are keenly aware that there are still many achievements in our work.",
        ),
    ),
    (
        "确保不发生系统性金融风险。",
        "We will ensure that no systemic financial risks occur.",
        ("We will ensure that systemic financial risks occur.",),
    ),
    (
        "推动传统产业转型升级。",
        "We will transform and upgrade traditional industries.",
        ("We will transform and upgrade emerging industries.",),
    ),
    (
        "人均预期寿命提高到79岁。",
        "Average life expectancy rose to 79 years.",
        (
            "Average life expectancy rose by 79 years.",
            "Average life expectancy rose to 97 years.",
            "Average life expectancy fell to 79 years.",
        ),
    ),
    (
        "扎实做好2026年工作。",
        "We will do a good job in our work in 2026.",
        ("We will do a good job in our work in 2025.", "We will do a good job in our work."),
    ),
    (
        "累计减税降费15.8亿元。",
        "Tax and fee cuts totaled 1.58 billion yuan.",
        (
            "Tax and fee increases totaled 1.58 billion yuan.",
            "Tax and fee cuts totaled 15.8 billion yuan.",
            "Tax and fee cuts totaled $1.58 billion.",
        ),
    ),
    (
        "全市粮食总产量达到32.6万吨，比上年增加1.4万吨。",
        "Total grain output reached 326,000 tons, 14,000 tons more than the year before.",
        (
            "Total grain output reached 32,600 tons, 14,000 tons more than the year before.",
            "Total grain output reached 326,000 tons, 14,000 tons less than the year before.",
            "Total grain output reached 326,000 kilograms, 14,000 tons more than the year before.",
        ),
    ),
    (
        "城镇登记失业率控制在3.5%以内。",
        "The registered urban unemployment rate was kept within 3.5 percent.",
        (
            "The registered urban unemployment rate was kept above 3.5 percent.",
            "The registered rural unemployment rate was kept within 3.5 percent.",
        ),
    ),
    (
        "新建学校12所，改扩建8所。",
        "Twelve schools were built, and eight were renovated or expanded.",
        (
            "Twelve schools were built, and nine were renovated or expanded.",
            "Twelve hospitals were built, and eight were renovated or expanded.",
            "Eight schools were built, and twelve were renovated or expanded.",
        ),
    ),
    (
        "发放助学金2300万元，惠及学生1.8万人次。",
        "Student grants of 23 million yuan were paid, 18,000 times in all.",
        (
            "Student grants of 230 million yuan were paid, 18,000 times in all.",
            "Student loans of 23 million yuan were collected, 18,000 times in all.",
            "Student grants of 23 million yuan were paid, 1,800 times in all.",
        ),
    ),
    (
        "高铁站将于明年6月建成通车。",
        "The high-speed rail station will open in June next year.",
        (
            "The high-speed rail station will open in July next year.",
            "The high-speed rail station opened in June last year.",
        ),
    ),
    (
        "严格落实耕地保护制度。",
        "We will strictly implement the system for protecting farmland.",
        (
            "We will strictly abolish the system for protecting farmland.",
            "We will loosely implement the system for protecting farmland.",
        ),
    ),
    (
        "扩大有效投资，激发民间投资活力。",
        "We will expand effective investment and stimulate private investment.",
        (
            "We will reduce effective investment and stimulate private investment.",
            "We will expand effective investment and stimulate state investment.",
        ),
    ),
    (
        "压减一般性支出5%。",
        "General expenditures were cut by 5 percent.",
        (
            "General expenditures were increased by 5 percent.",
            "General revenues were cut by 5 percent.",
            "General expenditures were cut to 5 percent.",
        ),
    ),
    (
        "PM2.5平均浓度为每立方米35微克。",
        "The average PM2.5 concentration was 35 micrograms per cubic meter.",
        (
            "The average PM2.5 concentration was 53 micrograms per cubic meter.",
            "The average PM10 concentration was 35 micrograms per cubic meter.",
        ),
    ),
    (
        "与12个国家签署合作协议。",
        "Cooperation agreements were signed with 12 countries.",
        (
            "Cooperation agreements were signed with 21 countries.",
            "Cooperation agreements were signed with 12 counties.",
            "Cooperation agreements were cancelled with 12 countries.",
        ),
    ),
    (
        "常住人口105万人。",
        "The permanent resident population was 1.05 million.",
        ("The permanent resident population was 10.5 million.", "The permanent resident population was 105,000."),
    ),
    (
        "连续三年位居全省第一。",
        "We ranked first in the province for three years running.",
        (
            "We ranked first in the province for two years running.",
            "We ranked last in the province for three years running.",
            "We ranked first in the country for three years running.",
        ),
    ),
    (
        "去年撤并村小11所。",
        "Last year 11 village schools were merged or closed.",
        ("Next year 11 village schools will be merged or closed.", "Last year 11 village schools were established."),
    ),
    (
        "存款利率下调0.1个百分点。",
        "Deposit rates were lowered by 10 basis points.",
        ("Deposit rates were lowered by 10 points.",),
    ),
    ("城镇消费增长慢于农村消费。", "Rural consumption grew faster than urban consumption.", ()),
    ("造船业用钢量下降4%。", "Shipbuilding used 4 percent less steel.", ()),
    ("安全隐患不容忽视。", "Safety hazards must not be ignored.", ("Safety hazards may be ignored.",)),
    (
        "修复河道近百公里。",
        "Nearly 100 kilometers of rivers were restored.",
        ("More than 100 kilometers of rivers were restored.",),
    ),
)


@pytest.mark.parametrize(("zh", "right", "wrong"), [(zh, right, one) for zh, right, all_ in PLANTED for one in all_])
def test_a_planted_error_is_flagged(zh: str, right: str, wrong: str) -> None:
    assert findings(zh, wrong) != (), right


@pytest.mark.parametrize(("zh", "right"), [(zh, right) for zh, right, _ in PLANTED])
def test_right_english_passes(zh: str, right: str) -> None:
    assert findings(zh, right) == ()
