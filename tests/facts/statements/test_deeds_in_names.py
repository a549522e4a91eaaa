"""A verb that opens a name, or stands inside of it, is the deed where the counted thing stands behind it."""

from __future__ import annotations

import pytest

from exporter.facts.statements.nouns import opens_noun
from tests.facts.samples import REPORT, facts

DEEDS = (
    # a verb that may modify does not, where a thing stands behind it and both are no noun
    ("规范店招牌匾300块。", "规范", "店招牌匾"),
    ("识别监测对象2万人。", "识别", "监测对象"),
    ("除险加固中型水库3座。", "除险加固", "中型水库"),
    ("抢救古树名木120株。", "抢救", "古树名木"),
    ("归集信用信息6000条。", "归集", "信用信息"),
    ("提出意见建议80件。", "提出", "意见建议"),
    ("培养懂农业、爱农村的乡村人才500人。", "培养", "懂农业、爱农村的乡村人才"),
    # what the term base knows as one noun keeps its verb
    ("创新平台达到12个。", None, "创新平台"),
    ("入园企业40家。", None, "入园企业"),
    ("围绕重点领域开展技能培训3万人次。", "开展", "技能培训"),
    # a noun may begin with a letter that ends others, or joins two
    ("打造商圈6个。", "打造", "商圈"),
    ("创建和美乡村15个。", "创建", "和美乡村"),
    ("培育数据服务机构9家。", "培育", "数据服务机构"),
    # money
    ("撬动银行贷款12亿元。", "撬动", "银行贷款"),
    ("兑付补偿资金3000万元。", "兑付", "补偿资金"),
    ("免征税款2亿元。", "免征", "税款"),
    # who did it, for whom or where
    ("东湖创新中心培育科创企业70家。", "培育", "东湖创新中心科创企业"),
    ("县行政服务中心共受理审批事项900件。", "受理", "县行政服务中心审批事项"),
    ("为搬迁群众提供就业岗位450个。", "提供", "搬迁群众就业岗位"),
    ("向困难群众发放救助款160万元。", "发放", "困难群众救助款"),
    ("市区新增绿地面积30万平方米。", "新增", "市区绿地面积"),
    ("市区累计拆除违、临建筑4万平方米。", "拆除", "市区违、临建筑"),
    ("东部新城完成一期拆迁20亩。", "完成", "东部新城一期拆迁"),
    ("农牧区劳动力实现转移就业9000人。", "实现转移就业", "农牧区劳动力"),
    ("合作共建重点项目完成年度投资50亿元。", "完成", "合作共建重点项目年度投资"),
    ("林地矿业权出让实现收益6亿元。", None, "林地矿业权出让收益"),
    # names that hold a verb and are one
    ("城镇新增就业3000人。", None, "城镇新增就业"),
    ("商品房销售面积30万平方米。", None, "商品房销售面积"),
    ("运动员获得金牌12枚。", "获得", "运动员金牌"),
    # marks of a list
    ("⑤新建乡村公路30公里。", "新建", "乡村公路"),
    ("九是新增供热面积30万平方米。", "新增", "供热面积"),
)


@pytest.mark.parametrize(("line", "deed", "name"), DEEDS)
def test_a_verb_before_or_inside_of_a_name_is_the_deed(line: str, deed: str | None, name: str | None) -> None:
    fact = facts("一、2017年工作回顾", line)[-1]
    assert (fact.deed, fact.indicator) == (deed, name or fact.indicator)
    assert (fact.measure == "flow") == (deed is not None)


def test_a_noun_that_begins_with_a_joiner_is_whole() -> None:
    assert opens_noun("和美乡村", 0) and opens_noun("数据产品", 0)
    assert not opens_noun("和乡村", 0) and not opens_noun("化工程", 0)


def test_a_number_of_each_year_is_not_that_of_all() -> None:
    said = facts("一、2017年工作回顾", "五年来，每年输送灌溉用水8亿立方米。")[-1]
    assert (said.indicator, said.period) == ("每年灌溉用水", "2013-2017")
    assert facts("一、2017年工作回顾", "每年输送灌溉用水8亿立方米。", metadata=REPORT)[-1].indicator == "灌溉用水"
    assert facts("一、2017年工作回顾", "过去十年年均发生草原火灾70起。")[-1].indicator == "年均草原火灾"


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("海事服务热线受理渔民诉求3千件。", "海事服务热线渔民诉求", "受理"),
        ("“安居”项目交付房屋2千套。", "“安居”项目房屋", "交付"),
        ("困难渔民家庭资助取暖费30万元。", "困难渔民家庭取暖费", "资助"),
        ("向80岁以上渔民发放高龄津贴90万元。", "80岁以上渔民高龄津贴", "发放"),
        ("滩涂用地规模减量3平方公里。", "滩涂用地规模", "减量"),
        # names of what somebody has
        ("景区接待游客30万人次。", "景区接待游客", None),
    ],
)
def test_who_serves_and_whom_are_the_name_of_what_was_done(text: str, name: str, deed: str | None) -> None:
    (fact,) = facts(text)
    assert (fact.indicator, fact.deed) == (name, deed)
