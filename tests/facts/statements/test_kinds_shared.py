"""A bare noun has the kind that stands before it: industries what is measured of them, grades their quality."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts

NAMED = (
    ("装备制造业增加值增长12%，采矿业增长4%。", "装备制造业增加值；采矿业增加值"),
    ("第二产业投资增长6%，第三产业增长9%。", "第二产业投资；第三产业投资"),
    ("一产、二产分别增长3%、8%。", "一产增加值；二产增加值"),
    ("牧业产值30亿元，增长5%；渔业12亿元，增长2%。", "牧业产值；渔业产值"),
    ("第三产业占比55%，服务业增长8%。", "第三产业占比；服务业"),
    ("商贸业稳步发展，物流业增长8%。", "物流业"),
    ("优等品含水率≤5%，一等品≤8%。", "优等品含水率；一等品含水率"),
    ("含水率优等品≤5%，合格品≤9%。", "优等品含水率；合格品含水率"),
    ("房屋施工面积90万平方米，竣工面积30万平方米。", "房屋施工面积；房屋竣工面积"),
    ("香菇种植规模达到800万棒，实现产值3000万元。", "香菇种植规模；香菇种植产值"),
    ("产品出口到全球30多个国家。", "国家"),
    ("各部门累计清理废止不适应发展的文件等约300件。", "不适应发展的文件等"),
    ("发明、高价值专利审查周期分别为20天、12天。", "发明审查周期；高价值专利审查周期"),
    ("刑事、治安案件发案数分别下降8%、6%。", "刑事案件发案数；治安案件发案数"),
)


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names(text: str, names: str) -> None:
    found = facts(text)
    assert "；".join(fact.indicator for fact in found) == names
    assert all(fact.sure for fact in found)


def test_what_a_sentence_is_about_is_parted_by_the_next() -> None:
    text = "全年农林牧渔业总产值80亿元，增长5%。其中种植业45亿元，增长4%；渔业6亿元，增长2%。"
    found = facts(text)
    assert [fact.indicator for fact in found] == ["农林牧渔业总产值", "种植业总产值", "渔业总产值"]
    assert found[1].part_of == "农林牧渔业总产值"


def test_of_a_sentence_about_two_things_nobody_knows_which_is_parted() -> None:
    assert facts("工业企业300家，商贸企业200家。其中规模以上40家。")[-1].part_of is None


def test_when_a_thing_begins_is_no_part_of_its_name() -> None:
    assert [fact.indicator for fact in facts("把法定假期由明年起增至15天。")] == ["法定假期"]


def test_where_an_income_comes_from_is_by_head_too() -> None:
    found = facts("农村居民人均可支配收入21000元。其中，工资性收入9000元；经营净收入7000元。")
    assert [fact.indicator for fact in found[1:]] == ["农村居民人均工资性收入", "农村居民人均经营净收入"]


def test_a_rate_is_no_part_of_what_is_counted() -> None:
    text = "常住人口60万人。其中城镇人口40万人，城镇化率66.7%。"
    assert [fact.part_of for fact in facts(text)] == [None, "常住人口", None]


LATER = (
    ("钢增产约40万吨，机床增产1200台。", "— 钢产量 change；— 机床产量 change"),
    ("苹果、花生产量稳定在全国1/5、1/6。", "— 苹果产量占全国比重 share；— 花生产量占全国比重 share"),
    ("甲县食品业实现产值30亿元，对GDP贡献率达25%。", "— 甲县食品业产值 level；— 甲县食品业对GDP贡献率 share"),
    ("从业人员达到900人，人均年增收2万元。", "— 从业人员 level；— 从业人员人均年增收 level"),
    ("民间投资增速高于全国2.1个百分点。", "— 民间投资增速高于全国 change"),
    ("中央财政安排30亿元救灾款和80亿元重建资金。", "安排 中央财政救灾款 flow；安排 重建资金 flow"),
    ("建成了甲园、乙园等6个住宅小区。", "建成 住宅小区 flow"),
    ("登记船舶20艘、总吨位达90万吨、全省第三。", "登记 船舶 flow；— 总吨位 level；— 总吨位 rank"),
)


@pytest.mark.parametrize(("text", "told"), LATER)
def test_deeds_and_measures(text: str, told: str) -> None:
    assert "；".join(f"{fact.deed or '—'} {fact.indicator} {fact.measure}" for fact in facts(text)) == told


def test_what_is_left_out_is_no_figure_to_load() -> None:
    assert not facts("除山区12个村烧型煤以外，其余80个村全部改造。")[0].sure


def test_measures_of_large_industry_are_named_by_it() -> None:
    text = "全市规模以上工业经济效益综合指数达到320点；全员劳动生产率41万元/人；主营业务收入900亿元。"
    assert [fact.indicator for fact in facts(text)[1:]] == ["规模以上工业全员劳动生产率", "规模以上工业主营业务收入"]


def test_what_those_counted_were_called_is_their_deed() -> None:
    assert [(fact.deed, fact.indicator) for fact in facts("被评为先进工作者的有320人。")] == [("被评为", "先进工作者")]


SHARED = (
    ("热线诉求办结率、满意率分别达97%和98%。", "热线诉求办结率；热线诉求满意率"),
    ("职工养老保险参保率、代缴率均为99%。", "职工养老保险参保率；职工养老保险代缴率"),
    ("吊装、汽车两大主导产业力争实现年产值90亿元。", "吊装、汽车两大主导产业年产值"),
    ("总投资8亿元的温泉度假区，累计完成投资2亿元。", "温泉度假区总投资；温泉度假区投资"),
    ("11个设区市有望纳入试点。", "设区市"),
)


@pytest.mark.parametrize(("text", "names"), SHARED)
def test_what_is_shared_and_what_is_said(text: str, names: str) -> None:
    assert "；".join(fact.indicator for fact in facts(text)) == names


def test_a_sum_is_no_part_of_a_rate() -> None:
    text = "安排财政赤字90亿元，赤字率降到1.5%，其中中央财政赤字50亿元。"
    assert facts(text)[-1].part_of == "财政赤字"
