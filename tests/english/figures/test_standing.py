"""What a statistic takes of a whole place is said, and what a clause tells whole; other names are of their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import status_of


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        ("汽车制造业增加值增长7%。", "The value added of automobile manufacturing increased by 7 percent."),
        ("马铃薯产量达到31万吨。", "Potato output reached 310,000 metric tons."),
        ("新能源汽车产量达到3.1万辆。", "Output of new-energy vehicles reached 31,000 units."),
        ("常住人口达到31.2万人。", "The permanent resident population reached 312,000."),
        ("非金融类对外直接投资达到3亿美元。", "Non-financial outbound direct investment reached US$300 million."),
        ("对东盟出口增长7%。", "Exports to ASEAN increased by 7 percent."),
        (
            "失业保险参保人数达到31万人。",
            "The number of people covered by unemployment insurance stood at 310,000.",
        ),
        ("改造农村公路31公里。", "Thirty-one kilometers of rural roads were upgraded."),
        ("城镇新增就业3.1万人。", "A total of 31,000 new urban jobs were created."),
        ("接待游客增长7%。", "The number of tourists received increased by 7 percent."),
        (
            "独角兽企业数量居全国各城市第三位。",
            "The number of unicorn companies ranked third among cities in the country.",
        ),
        ("31项民生工程全面完成。", "All 31 public wellbeing projects were completed."),
        ("居民消费价格涨幅控制在3%以内。", "The rise in consumer prices was kept at no more than 3 percent."),
        ("城镇登记失业率控制在3%以内。", "The registered urban unemployment rate was kept at no more than 3 percent."),
        ("固定资产投资增长17%，居全市第3位。", "The growth of fixed-asset investment ranked third in the city."),
        ("居民消费价格涨幅回落到2.1%。", "The rise in consumer prices eased to 2.1 percent."),
        (
            "工业总产值按可比价格计算增长7%。",
            "Gross industrial output value increased by 7 percent at comparable prices.",
        ),
        ("贫困人口由11万人下降到3.1万人。", "The number of people in poverty fell from 110,000 to 31,000."),
        ("国际友城达到31个。", "The number of international sister cities reached 31."),
        (
            "市级以上农业龙头企业发展到31家。",
            "The number of leading agricultural enterprises at or above the city level reached 31.",
        ),
        ("工业设备更新投资增长17%。", "Investment in industrial equipment upgrading increased by 17 percent."),
        (
            "地区生产总值增速高于全国0.7个百分点。",
            "The growth rate of regional GDP was 0.7 percentage points higher than the national average.",
        ),
        ("每千人口托位达到3个。", "The number of childcare places per 1,000 people reached three."),
        (
            "金融机构存款余额310亿元，比年初增加17亿元。",
            "The balance of deposits in financial institutions reached 31 billion yuan, "
            "up 1.7 billion yuan from the beginning of the year.",
        ),
        (
            "实际使用外资连续7年居全省第一位。",
            "Foreign investment in actual use ranked first in the province for seven consecutive years.",
        ),
        ("完成31家企业数字化改造。", "Digital upgrading of 31 enterprises was completed."),
        ("完成31万亩标准农田建设。", "A total of 310,000 mu (about 20,700 hectares) of standard farmland was built."),
        ("落实增值税留抵退税31亿元。", "VAT credit refunds reached 3.1 billion yuan."),
        (
            "民生支出31亿元，占一般公共预算支出的81%。",
            "Spending on public wellbeing accounted for 81 percent of general public budget expenditure.",
        ),
        ("新建学校31所和医院3家。", "Thirty-one schools were built."),
        ("新建学校31所和医院3家。", "Three hospitals were built."),
        (
            "粮食产量连续十二年稳定在50万吨以上。",
            "Grain output remained at or above 500,000 metric tons for 12 consecutive years.",
        ),
        ("精简审批事项131项。", "The number of items requiring approval was cut by 131."),
        ("31个省重点项目完成投资17亿元。", "Investment in key provincial projects reached 1.7 billion yuan."),
        ("地区生产总值增长6.5%，增速居全省第三。", "The growth of regional GDP ranked third in the province."),
        ("贫困发生率由7%降至零。", "The poverty headcount ratio fell from 7 percent to zero."),
        ("完成造林面积31万亩。", "The afforested area reached 310,000 mu (about 20,700 hectares)."),
        ("按常住人口计算，人均地区生产总值31000元。", "Per capita regional GDP reached 31,000 yuan."),
    ],
)
def test_what_is_told_whole_is_verified(sentence: str, english: str, tmp_path: Path) -> None:
    assert (english, "verified") in status_of(sentence, tmp_path).values()


@pytest.mark.parametrize(
    "sentence",
    [
        "国际友城31个。",
        "参展企业达到31家。",
        "边境游达到31万人次。",
        "管理措施达到22部。",
        "年交易额达到3亿元。",
        "增值税达到13%。",
    ],
)
def test_what_stands_in_no_list_and_was_not_done_is_a_draft(sentence: str, tmp_path: Path) -> None:
    assert {status for _, status in status_of(sentence, tmp_path).values()} <= {"draft", "untranslated"}


def test_a_change_over_years_is_not_told_as_that_of_one(tmp_path: Path) -> None:
    several = "这五年，我们注重品质提升。城镇化率达到61%、提高4个百分点。"
    one = "2024年，我们注重品质提升。城镇化率达到61%、提高4个百分点。"
    english = "The urbanization rate stood at 61 percent, up 4 percentage points."
    assert (english, "verified") not in status_of(several, tmp_path).values()
    assert (english, "verified") in status_of(one, tmp_path).values()


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("扣除价格因素，农民人均纯收入增长9%。", "Per capita net income of rural residents increased by 9 percent."),
        ("固定资产投资增长7.9%、居全市第三。", "Fixed-asset investment ranked third in the city."),
    ],
)
def test_prices_and_what_ranks_are_not_left_out(sentence: str, wrong: str, tmp_path: Path) -> None:
    assert (wrong, "verified") not in status_of(sentence, tmp_path).values()
