"""A sentence says whose figure it is, or is a draft: names of their own stand, others are of whoever was named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import status_of

LOST = [
    ("民营经济较快发展，上缴税金达到31亿元。", "上缴税金"),
    ("高速公路建设提速，新增通车里程42公里。", "通车里程"),
    ("山前机场开通国际航线9条，货邮吞吐量达到21万吨。", "货邮吞吐量"),
    ("全市少数民族的学生增长很快。中等学校学生2万人。", "中等学校学生"),
    ("全年用于城镇职工住宅的投资7亿元，新建住宅43万平方米。", "新建住宅"),
    ("实施电商示范项目，全年网上销售2700万元。", "网上销售"),
    ("实施农民工资性收入提升行动。工资性收入增长12%。", "工资性收入"),
    ("实际利用外资增长3倍（不含北城区），运行平稳。", "实际利用外资"),
    ("出口总值比“八五”增长41%，实际利用外资增长2倍。", "实际利用外资"),
    ("全年共完成人工种草6万亩。", "种草"),
    ("“十四五”时期，一般公共预算收入达到327.1亿元、年均增长3.1%。", "一般公共预算收入"),
    ("“十四五”时期，规上工业增加值突破300亿元。", "规上工业增加值"),
    ("全市存款、贷款余额分别突破900亿元和700亿元。", "贷款余额"),
    ("全年出动机械设备1560台次。", "机械设备"),
    ("全县机床增产310台。", "机床"),
    ("去年实施的52项惠民工程，除停办3项外均未完工。", "惠民工程"),
    ("全县收割机、水泵等农机销量分别增长4%和9%。", "农机销量"),
    ("预计全年完成增加值15亿元，比2006年增长8.3亿元，年均递增17.6%。", "增加值"),
    ("水电外送量增长7%、清洁电占比超四成。", "清洁电占比"),
    ("全县网上销售面料的企业达到310家，年交易额超过17亿元。", "年交易额"),
    ("2025年，生产总值比2020年增长65%；财政收入达到31亿元，增长1.6倍。", "财政收入"),
    ("到2030年，生产总值达到439亿元；固定资产投资累计达到900亿元以上。", "固定资产投资"),
    ("21个县市新增城镇人口7万人，城镇化率提高2个百分点。", "城镇化率"),
    ("新增山前、河口、北岭等文明城市9个，总数达到17个。", "总数"),
    ("完成了9个部门、43项事项划转承接。", "9个"),
    ("民营经济发展加快，占国内生产总值的比重达41%。", "占国内生产总值"),
    ("推动人均预期寿命达到81岁。", "预期寿命"),
    ("融资风险可控，113家企业退出融资平台。", "113家"),
    ("省内转化成果431项、新增经济效益增长18%。", "新增经济效益"),
    ("粮食增产13万吨，增量占全市18%。", "增量占"),
    ("新能源汽车推广3万辆，保有量达到7万辆。", "保有量"),
    ("旅游总收入310亿元，其中入境游客数量增长41%。", "入境游客"),
    ("累计开通航线53条，旅客年吞吐量突破140万人次。", "吞吐量"),
    ("国家助学制度进一步完善，中央财政投入21亿元。", "中央财政投入"),
    ("限额以上通讯器材零售额增长41%。", "通讯器材"),
    ("抓园区招商。全年签约顺利，税收收入达到2.1亿元。", "税收收入"),
    ("投资千万元以上项目31个。新开工项目14个。", "新开工项目"),
    ("粮食总产41万吨，单产410公斤、居全市第三。", "居全市第三"),
    ("汽车以旧换新超3万辆、家电超8万台。", "家电"),
    ("工业、制造业、工业技改投资分别增长4%、5%、6%。", "工业"),
    ("居民收入稳步增长。财产净收入3100元，增长4%。", "财产净收入"),
]


@pytest.mark.parametrize(("sentence", "name"), LOST)
def test_what_belongs_to_somebody_named_before_is_a_draft(sentence: str, name: str, tmp_path: Path) -> None:
    status = {said[1] for found, said in status_of(sentence, tmp_path).items() if name in found}
    assert "verified" not in status


SAID = [
    ("数字消费蓬勃发展，服务消费增长7%。", "服务消费增长7%", "Services consumption increased by 7 percent."),
    (
        "农业品牌排名升至全国第七位。",
        "农业品牌排名升至全国第七位",
        "Agricultural brands ranked seventh in the country.",
    ),
    (
        "一大批项目开工，全社会固定资产投资增长9%。",
        "全社会固定资产投资增长9%",
        "Fixed-asset investment increased by 9 percent.",
    ),
    ("山前机场建成通航，全市出口增长4%。", "全市出口增长4%", "Exports increased by 4 percent."),
    (
        "研发中心新增12家，累计达到41家。",
        "累计达到41家",
        "R&D centers numbered 41.",
    ),
    ("全年完成造林6万亩。", "完成造林6万亩", "Afforestation reached 60,000 mu (4,000 hectares)."),
]


@pytest.mark.parametrize(("sentence", "quote", "english"), SAID)
def test_what_is_the_place_s_own_is_said(sentence: str, quote: str, english: str, tmp_path: Path) -> None:
    said = {found: told for found, told in status_of(sentence, tmp_path).items() if quote in found or found in quote}
    assert (english, "verified") in said.values(), said
