"""Say which names in no list are of a whole place, by what they measure or by how they are told."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import kind_of
from exporter.english.figures.starts import before_number, clause_start, sentence_start
from exporter.english.grammar.headings import prepared
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact


def is_of_a_whole(fact: Fact, name: str, source: str) -> bool:
    """Say whether a figure of a name in no list is that of the document's own place; `source` is its text."""
    ahead = _AHEAD.match(name)
    if _MEASURED.search(name) is not None or (ahead is not None and canonical(ahead[1]) is not None):
        return True
    if fact.change_kind != "rank" and _is_told_of_all(fact, name, source):
        return True
    if fact.change_kind == "absolute" and _SINCE.match(prepared(fact.quote)) and _FIRMS.search(name):
        return True
    if fact.change_kind != "rank" and len(name) >= _KIND and _are_so_many(fact, name, source):
        return True
    if len(name) < _LONG:
        return False
    if fact.change_kind == "rank":
        if _OF_PLACES.match(prepared(fact.among or "")) and _COMPARED.search(prepared(fact.indicator)):
            return True
        return fact.among is not None and _RANKED.search(prepared(fact.indicator)) is not None
    if fact.number is None:
        return fact.change_kind == "percent" and _GROWS.search(name) is not None
    return False


_SINCE = re.compile("比[12][0-9]{3}年(?:分别)?(?:净)?增[加长][0-9]")
_FIRMS = re.compile("(?:企业|合作社|家庭农场|市场主体)$")
"""What grew from a year by so many, behind how many there are: 龙头企业16家，比2006年增加10家."""


def _is_told_of_all(fact: Fact, name: str, source: str) -> bool:
    """Say whether the clause names all of the place (全县民营企业3000家), or an end of year at which it was counted."""
    counted = kind_of(fact) in _TAKEN_OF_ALL if fact.number is not None else fact.change_kind == "percent"
    if fact.number is None and len(name) <= _LONG:
        return False  # 全国排放总量下降10%: of what was told before
    if not counted or (_OF_OTHERS.search(name) and "元以上" not in name) or len(name) < _KIND:
        return False
    if _ALL_OF_IT.match(prepared(fact.quote)) is not None:
        return True
    told = prepared(source[sentence_start(fact, source) : fact.span.end])
    return kind_of(fact) == "count" and fact.kind == "actual" and _COUNTED_AT_THE_END.match(told) is not None


_TAKEN_OF_ALL = ("count", "percent", "length", "area", "power", "household")
_KIND = 2
_ALL_OF_IT = re.compile("(?:到?目前，?|年末)?(?:全[国省市县区州盟旗]|我[省市县区州])(?![0-9])")
_COUNTED_AT_THE_END = re.compile("(?:[12][0-9]{3})?年末(?:全[省市县区])?(?:共有|有|拥有|实有)")


_LONG = 4
"""Shortest name, in characters, that says of what it is."""
_MEASURED = re.compile(
    "|".join(
        (
            "^(?:国民)?经济(?:增[长速]|增长率)?$",
            "(?:业|经济|社会)(?:实现|总)?(?:增加值|总产值|产值)$",
            "占.{2,}(?:比[重例]|份额|贡献率)?$",
            "用于.{2,}(?:占比|比[重例])$",
            "贡献率$",
            "[^全]..?(?:产量|总产|单产|面积|装机(?:容量|规模|比重)?|发电量|用电量|周转量|存栏|出栏)$",
            "(?:贷款|存款)余额$",
            "(?:进出口|出口|进口)(?:总[额值])?$",
            "^每(?:千|万|十万|百)(?:名|户)?.{2,}",
            "^(?:中央|地方|各级|[省市县]级)?(?:公共)?财政(?:用于|对).{2,}(?:支出|投入|转移支付)$",
            "^(?!.*(?:园|区|该|集团|公司|入驻|注册|项目)).{2,}(?:业|企业)(?:主营业务|营业|销售)?(?:总?收入|营收)$",
            "^(?!.*(?:园|区|公司|集团|企业|项目|基地|小镇|市场|工厂|该)).{2,}产值$",
            "..(?:浓度|盖度|覆盖率|普及率|参保率|保护率|入园率|入学率|巩固率|治理率|利用率|自给率|绿化率|机械化率|渗透率|处理率|达标率)$",
            "^(?!群众|用户|干部|居民).{4,}(?:[^办及营]率|覆盖面)$",
            "(?:消费|贸易|货运|进出口)总?额$",
            "^经济总量$",
            "^(?:全国)?社会保障基金积累$",
            "储蓄(?:存款)?余额$",
            "^中央财政[^安排]{2,}(?:支出|投入)$",
            "^(?!.*(?:项目|工程|园|区|小区|公司|企业)).{2,}(?:业|设施|交通|水利|能源|教育|卫生)投资$",
            "网络零售额$",
            "^旅游总?花费$",
            "^信贷规模$",
            "^城镇投资$",
            "(?:业|企业)(?:纳税总额|上缴税金|利税总额)$",
            "..(?:都市圈|城市群|经济圈|经济带)(?:经济总量|生产总值)$",
            "^..+(?:港|机场|口岸)(?:集装箱|货邮|货物|旅客)?吞吐量$",
        )
    )
)
"""Measures that statistics take of all of a place, with what they are of."""
_AHEAD = re.compile("(.{2,}?)(?:增速|增幅|增长率|增长速度)?(?:高于|快于|低于|慢于)全[国省市](?:平均(?:水平)?)?")
"""What is listed, or its growth, beside that of a larger place."""
_RANKED = re.compile("(?:数量?|[总存产]量|规模|指数|强度|水平|绩效|考核|成效|监测|贡献度)$")
"""What is compared between places."""
_COMPARED = re.compile("(?:竞争力|投资额|总额|里程|收入|支出|余额|能力)$")
_OF_PLACES = re.compile("全[国省市]各?(?:[省市县区]|省区市)?$")
"""What ranks among places is of one."""
_GROWS = re.compile(
    "(?:投资|零售额|餐饮收入|警情数量|会议数量|支出|营收|业务收入|运量|电量|贷款|经费|成交额|交易额|[进出]口额?|案件数?|受理数|警情|合同金额|"
    "人次|总花费|贸易|标准|增加值|企业数量|项目数量|诊疗量|输出量|事故)$"
)
"""What statistics compare with the year before, of whatever kind it is."""


def _are_so_many(fact: Fact, name: str, source: str) -> bool:
    """Say whether there are told to be so many firms, works or places of a kind: 市级以上农业龙头企业达到14家.

    What stands behind another in a list may share its rank: 国家级绿色工厂达到17家、绿色矿山达到31家.
    """
    counted = kind_of(fact) == "count" and fact.measure == "level" and not _OF_OTHERS.search(name)
    whole = fact.number is not None and fact.number == fact.number.to_integral_value()
    if not counted or not (whole or (fact.unit or "").startswith(("万", "千", "百"))):
        return False
    if _COME_TO.search(prepared(before_number(fact))) is None:
        return False
    return _IN_ALL.match(prepared(fact.quote).lstrip("、，")) is not None or not _may_share_a_rank(fact, name, source)


def _may_share_a_rank(fact: Fact, name: str, source: str) -> bool:
    """Say whether a rank, or what else stands in front of the first of a list, may be meant for this one too."""
    start = clause_start(fact, source)
    told = prepared(source[sentence_start(fact, source) : start])
    listed = prepared(source[start : fact.span.start])
    if "、" in listed and _IN_FRONT.search(listed) is not None:
        return True
    return _OF_A_RANK.search(told + listed) is not None and _OF_A_RANK.search(name) is None


_IN_ALL = re.compile("(?:总[数量]|累计)已?(?:达到?|增至|突破|超过?)")
_COME_TO = re.compile("(?:达到?|发展到|增[加长]?[到至]|扩大到|升[到至]|突破|超过?)了?$")
_OF_A_RANK = re.compile("国家级|部级|[省市县区州]级|全国|限额以上|规模以上|规上|限上")
_IN_FRONT = re.compile("重点|特色|示范|新型|国家|[省市县区]|部级|骨干|培育|获|入选|“")
_OF_OTHERS = re.compile(
    "参[展会加赛与训]|入[驻园会]|签约|报名|合作(?!社)|会员|加盟|惠及|涉及|落户|开发区|园区(?!$)|[公该]司|集团|来自|"
    "(?:产品|成果|项目|服务|床位|座位|站点|网点|班|间|标准|措施|[国省市县区镇村]|地区|国家)$"
)
"""What is counted of a fair, a park or a firm, or of a larger place."""
