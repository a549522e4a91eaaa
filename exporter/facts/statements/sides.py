"""Join a subject that was said before and a side of it: 经营主体|总量."""

from __future__ import annotations

import re

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.closed_classes import ACCOUNTS, lexicon
from exporter.facts.statements.groups import Group
from exporter.facts.statements.matcher import words
from exporter.facts.statements.sentence import Name, Sentence

OF_SOMETHING = frozenset(("死亡人数", "死伤人数", "受伤人数", "伤亡人数", "直接经济损失", "直接财产损失"))
"""What is always that of something said before, even before a semicolon."""


OF_FIRMS = frozenset(
    (
        "工业增加值",
        "增加值",
        "利税",
        "利润",
        "利润总额",
        "营业收入",
        "主营业务收入",
        "工业总产值",
        "总产值",
        "产值",
        "销售收入",
        "税收",
    )
)
"""Sides of the enterprises that a sentence began with: 规模以上企业增长到36家，实现|利税."""


def are_of_earlier(side: str, earlier: tuple[Name, ...]) -> bool:
    """Say whether a side is of what was said before a semicolon."""
    return side in OF_SOMETHING or (side in OF_FIRMS and bool(earlier) and earlier[-1].text.endswith("企业"))


def joined(spoken: Name, side: Name) -> Name:
    """Join a subject and one of its sides: 经营主体|总量."""
    words = spoken.text
    start = _past_verbs(words)
    if words.startswith("新") and start and len(words) - start > 1 and words[start] not in "、和":
        spoken = spoken[start:]
    if side.text[:2] in ("出口", "进口"):
        spoken = spoken.without(_TRADED)
    both = spoken.text.find("进出口")
    if both >= 0 and side.text[:2] in ("出口", "进口"):
        return spoken[:both] + side + (spoken[both + 3 :] if len(side.text) == 2 else "")
    if spoken.text.endswith(side.text) and not spoken.text.endswith("总投资"):
        return spoken
    if spoken.text in _SIZES or (spoken.text.endswith(("占比", "比重")) and side.text.endswith("业")):
        return side
    if _HARVEST.search(spoken.text) and _MONEY.search(side.text):
        return side
    if _OWN_MEASURE.fullmatch(f"  {words}", 2):
        return side
    shared = spoken.without(_ASIDE).without(_OWN_MEASURE)
    if side.text.endswith(("面积", "占地", "投资")):
        shared = shared.without(_SPENT)
    if side.text in OF_SOMETHING:
        shared = shared.without(_OCCURRED)
    return shared + side if shared.text not in _TIMES else side


_SIZES = words("总投资 计划总投资 投资 占地 占地面积 建筑面积 总建筑面积 总面积 总规模 出口 进口 出口额 进口额").words
"""A side that stands before another one, of what neither has named."""


def _past_verbs(words: str) -> int:
    """Give where the verbs end with which some words begin: 新建续建|项目."""
    start = 0
    while (after := lexicon().verb.ahead(words, start)) > start:
        start = after
    return start


_TRADED = re.compile("(?<=贸易)(?:总[额值量]|额)$")
"""The measure of all trade, of which exports and imports have their own: 货物贸易|出口额."""
_OCCURRED = re.compile("^(?:共|累计)?(?:发生|查处|立案)(?:了|各类|各种|一般)*")
"""What happened before the sides of it are told: 发生各类|生产安全事故."""
_HARVEST, _MONEY = re.compile("产量|面积|存栏|出栏$"), re.compile("利润|利税|税|收入$")
_SPENT = re.compile("(?<=..)(?:计划)?总?投资$")
_TIMES = frozenset(("", "年末", "全年", "年底"))
"""What is left of a subject without its measure where the measure is all there was."""
_ASIDE = re.compile(r"（[^（）]*\d[^（）]*）$")
_OWN_MEASURE = re.compile(
    "(?:存款余额|贷款余额|(?<=..)(?:存量|规模|(?:施工|竣工|新开工)面积)|(?<=..)(?:招生|在校学?生|毕业生|专任教师|教职工)|(?<=项目|企业|工程)[开竣完][工业]率|注册资[本金]|起数|死亡人数|死伤人数|受伤人数|伤亡人数)$|(?<=..)(?:存栏|出栏|播种面积|种植面积|面积|覆盖面|销售收入|营业收入|工业总产值|总产值|资产总额|年?产能|生产能力|占地|占地面积|总?建筑面积|全长|总长|总长度|[日年]处理能力|总?库容|床位|年[产税纳利销][^，。；]{0,3}|总?产量|总?产值|数量|总量|人数|金额)$"
)


def without_verb(name: Name) -> Name:
    """Take the verb off the end of a subject, for another to take its place (养殖场关闭 184 家、改造治理 22 家)."""
    for length in (4, 3, 2):
        if name.text[-length:] in lexicon().verb.words and len(name.text) > length + 1:
            return name[:-length]
    return name


def is_of_a_side(text: str, group: Group, verb: Name) -> bool:
    """Say whether a number measures a side of things whose deed is not its own: 抓好|投资3亿元的项目."""
    if verb.text.endswith(("增", "增加")):
        return False
    return text.startswith("的", group.quantities[-1].end) and aside_of(text[slice(*group.lead)]) is not None


def aside_of(name: str) -> re.Match[str] | None:
    """Find the side of a thing that a name ends in."""
    return _ASIDES.search(fold(name))


_ASIDES = re.compile(
    "(?:[一二三四五首]期)?(?:计划总|总|规划建设|建设|建筑|占地|合同|协议|全)?(?:投资额?|面积|规模|金额|总额|资金|长|价值|容量|能力|造价|用地)$|占地$"
)
"""Sides of a thing that are printed before it: 总投资12亿元的新校区."""


def budget_of(sentence: Sentence, end: int) -> Name:
    """Give the budget whose sum is told, where the sentence tells of one alone: 国有资本经营预算|…，支出总计."""
    found = {one[0]: one.span() for one in _BUDGET.finditer(sentence.text, 0, end)}
    return sentence.cut(*found.values()) if len(found) == 1 else Name()


_BUDGET = re.compile(f"{ACCOUNTS}预算(?=收入|支出|总?收支)|政府性基金(?=收入|支出)")


def name_compared(name: Name, other: Name, grown: bool) -> Name:
    """Name the distance of a subject, or of its growth, to another: 工业增加值增速高于全国."""
    rate = "增速" if grown and not name.text.endswith(("增速", "增幅", "涨幅")) else ""
    return name + rate + other.without(_REACHED)


_REACHED = re.compile("(?:达到?|了|近|约|超过?)+$")


def are_firms(text: str, name: Name) -> bool:
    """Say whether a name is that of enterprises, and nothing was done with them."""
    first = next((place for place in name.places if place >= 0), 0)
    verbs = lexicon().act.words
    return name.text.endswith("企业") and not any(text[max(0, first - n) : first] in verbs for n in (2, 3, 4))
