"""The English of a listed indicator says each word of its Chinese names that makes it another thing, and no other."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from exporter.facts.statements.indicators import Indicator, indicators

QUALIFIERS = {
    "规模以上|规上|限额以上|限上|四上": "above the designated size",
    "规模以下": "below the designated size",
    "(?<!非)城[镇市乡区](?!化|社区|常住人口城镇化|建成区绿)|城市(?!化|建成区绿)": (
        r"\b(?:urban|city|cities|streets?|built-up)\b"
    ),
    "农村|乡村|(?<!城)城乡|城乡": r"\b(?:rural|nonagricultural|villages?)\b",
    "户籍": "registered population|household registration",
    "人均": r"\b(?:per capita|median per capita|average)\b",
    "亩均": "per mu",
    "非金融": "non-financial",
    "核心": r"\bcore\b",
    "人民币": r"\bRMB\b",
    "(?<!本)外币": "foreign-currency",
    "本外币": "RMB and foreign-currency",
    "净增|净出口|净收入|纯收入|净入学": r"\bnet\b",
    "(?:^|[^刷])新增|新登记|新设": r"\b(?:new|newly|additional|increase|added)\b",
    "累计(?!参)": r"\bcumulative\b",
    "实际|实到": r"\bactual(?:ly)?\b|\breal\b",
    "合同": r"\bcontract(?:s|ed)?\b",
    "全口径|大口径": "full-scope|total",
    "(?<!人)均衡性": "equalization",
    "一般公共预算|一般公共财政预算": "general public",
    "(?<![增印花值关])税收": r"\b(?:tax|taxes|VAT|duty)\b",
    "非税": "non-tax",
    "专项债|专项债务": "special-purpose",
    "(?<!对)地方": r"\blocal\b",
    "中央(?!企业)": r"central government",
    "国家级|全国重点": r"\b(?:national|national-level|state)\b",
    "省级": r"\bprovincial",
    "市级": r"\bmunicipal",
    "民间|私营|民营": r"\bprivate(?:ly)?\b",
    "国有": r"\bstate\b|state-owned",
    "非公": "non-public",
    "网[上络]": r"\bonline\b|internet",
    "实物": "physical",
    "跨境": "cross-border",
    "(?<!国内)入境": "inbound|entering|foreign exchange",
    "国内(?!生产|外)": "domestic|GDP",
    "过夜": "overnight",
    "进出口": (
        "imports (?:and|or) exports|foreign trade|trade (?:in|with)|import and export|external trade|"
        "exports over imports|freight|small-scale border trade|trade deficit|digital trade"
    ),
    "(?<!进)出口(?!值|占)": r"\bexports?\b",
    "(?<!期)进口": r"\bimport(?:s|ed)?\b",
    "对外": "outbound|outside world|overseas|abroad|external|exports|imports",
    "直接投资": "direct investment",
    "高技术": r"\bhigh-tech\b",
    "高新技术产业|高新技术产品|高新技术制造": "new- and high-tech",
    "战略性新兴": "strategic emerging",
    "装备制造": "equipment manufacturing",
    "现代服务业": "modern services",
    "第一产业|一产": "primary industry|primary, secondary",
    "第二产业|二产": "secondary industry",
    "第三产业|三产": "tertiary industry|tertiary industries",
    "增加值(?!用水|能耗|占|税)": "value added",
    "总产值": (
        "gross|output value of crop|output value of forestry|output value of animal|"
        "output value of fishery|output value of services in support"
    ),
    "零售额": "retail sales",
    "占.*比[重例]|占比": r"\b(?:shares?|intensity|ratio)\b",
    "余额": r"\b(?:balance|outstanding|broad money|narrow money|savings|reserves)\b",
    "存款": r"\bdeposits?\b|savings",
    "贷款": r"\bloans?\b|microcredit",
    "普惠": "inclusive|public-interest",
    "绿色": r"\bgreen\b",
    "不良": "non-performing",
    "养老保险": "old-age insurance|pension",
    "医疗保险|医保": "medical insurance",
    "失业保险": "unemployment insurance",
    "工伤保险": "work injury insurance",
    "基本(?:养老|医疗)(?!金)": r"\bbasic\b",
    "居民(?!收入基尼|消费|委|小区|综合|电子|健康|规范|体质|人均(?:消费|预期|期望)|平均预期)": (
        "resident|household|personal|urban|rural|popul|Engel|insurance"
    ),
    "职工": "worker|employee",
    "学前": "preschool|kindergarten",
    "入园": "kindergarten|preschool",
    "义务教育(?!大班)": "compulsory education",
    "高中(?!等)": "senior (?:secondary|high)",
    "初中": "junior (?:secondary|high)",
    "(?<!中)小学": "primary",
    "高等(?!级)|高校": "higher (?:vocational )?education|college",
    "毛入": "gross",
    "每千": "per 1,000",
    "(?<!十)(?<!10)(?:每万|万人)": "per 10,000",
    "万元(?!.*亿)": "10,000 yuan",
    "亿元": "100 million yuan",
    "单位(?:地区|GDP|国内|生产|工业)": "per unit|per 100 million",
    "发明专利": "invention patent",
    "授权": "granted",
    "申请": "application",
    "有效(?!灌溉|利用|警情|期|高新)": "valid",
    "高价值": "high-value",
    "技[术改]改造投资|技改投资": "technolog(?:y|ical) upgrading",
    "(?<!加)工业(?!生产|品|化|用|固|废|信息|战略|$)": r"industr|manufactured|textile",
    "播种": r"\bsown\b",
    "种植面积": "planted to|cultivation",
    "存栏": "in stock",
    "出栏": "slaughtered",
    "销售面积": "sold",
    "竣工": "completed",
    "施工": "under construction",
    "新开工": "started|start",
    "常住(?!居民)": "permanent resident",
    "平均浓度|年均浓度": "average concentration",
    "排放(?!权)": r"\bemissions?\b|discharge|carbon intensity",
    "铁路(?:货|客|旅)": "railway",
    "公路(?:货|客|旅)": "highway",
    "水[路运](?:货|客|旅)": "waterway",
    "民航": "civil aviation|air ",
    "集装箱": "container",
    "港口(?!生产)": r"\bports?\b",
    "机场": "airport|aircraft",
    "高速公路": "expressway",
    "高速铁路|高铁": "high-speed railway",
    "可再生": "renewable",
    "新能源(?!汽车|公交)": "new[- ]energy|new energy|new-energy",
    "清洁能源": "clean[- ]energy",
    "非化石": "nonfossil",
    "装机": "installed",
    "工业企业": "industrial enterprises",
    "满意": "satisfaction",
}
"""Words that make another thing of a name (patterns), and the English (patterns) of which one must say each."""

UNSAID = ("规模以上工业", "地方生产总值")
"""Names of which the term base has the English, and one in which 地方 says regional."""

ADDED = {
    "above the designated size": "规模以上|规模工业|规上|限额以上|限上|四上|小升规|升规|转规",
    r"\bper capita\b": "人均|补助标准",
    r"\bRMB\b": "人民币|本外币",
    r"\bcore\b": "核心|主要劳动年龄",
    r"non-financial": "非金融",
    r"\bonline\b": "网|线上",
    r"\bper mu\b": "亩",
    r"\bvalue added\b": "增加值|第[一二三]产业|规模以上工业|核心产业",
    r"\bgross\b": "总|毛|农林牧渔业产值|资本形成|生产|基尼|畜牧业",
    r"\bgeneral public\b": "一般公共|公共服务支出|一般公共预算",
    r"\blocal\b": "地方|政府债券|本地",
    r"\bcumulative\b": "累计",
    r"\bchildren\b": "儿童|幼儿|在园|公办园",
}
"""English that must not stand without its Chinese."""


def _names() -> list[tuple[str, Indicator]]:
    return [(name, one) for one in indicators() for name in (one.name, *one.synonyms)]


def test_no_two_rows_share_their_english() -> None:
    counted = Counter(one.english.lower() for one in indicators())
    assert [english for english, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("zh", QUALIFIERS)
def test_a_qualifier_is_said(zh: str) -> None:
    said = re.compile(QUALIFIERS[zh])
    lost = [(name, one.english) for name, one in _names() if name not in UNSAID and re.search(zh, name)]
    assert [pair for pair in lost if not said.search(pair[1])] == []


@pytest.mark.parametrize("english", ADDED)
def test_a_qualifier_is_not_added(english: str) -> None:
    printed = re.compile(ADDED[english])
    claimed = [(name, one.english) for name, one in _names() if re.search(english, one.english)]
    assert [pair for pair in claimed if not printed.search(pair[0])] == []
