"""Row the quantities of a sentence into groups, and say how each stands among the words around it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import RELATIVE, lexicon


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated quantities (17.9%和13.7%), with the places of the words before and behind them."""

    quantities: tuple[Quantity, ...]
    lead: tuple[int, int]
    """From the mark before them, or the group before, to the first quantity."""
    after: tuple[int, int]
    """From the last quantity to the mark, or the group, behind it."""
    before: tuple[int, int]
    """The clause before the group's own, where it holds no quantity; or an empty stretch."""
    clause: int
    """Where the clause of the group begins."""
    fresh: bool
    """The group is the first of its clause."""
    anew: bool
    """A semicolon or a colon stands between the group and the one before."""


def groups(text: str, found: Sequence[Quantity]) -> Iterator[Group]:
    """Join coordinated quantities of a folded sentence, in order."""
    index, previous, clause = 0, 0, 0
    last_group: Group | None = None
    while index < len(found):
        last = index
        while last + 1 < len(found) and _are_joined(text, found[last], found[last + 1]):
            last += 1
        members = found[index : last + 1]
        lead, before = _before(text, previous, members[0].start)
        lead = _behind_counted(text, last_group, lead)
        fresh = index == 0 or (lead[0] > previous and text[lead[0] - 1] != "、")
        clause = lead[0] if fresh else clause
        after = _after(text, members[-1], found[last + 1] if last + 1 < len(found) else None)
        anew = _ANEW.search(text, previous, members[0].start) is not None
        joined = tuple(_with_unit(one, members[-1]) for one in members)
        last_group = Group(joined, lead, after, before, clause, fresh, anew)
        yield last_group
        previous, index = members[-1].end, last + 1


_STOP = re.compile("[，；：。！？]")
_ANEW = re.compile("[；：]")
_FURTHEST = 160
"""Characters around a number that its words are looked for in; no subject is as long."""
_JOINT = re.compile(r" ?(?:、|，|和|及|与|以及|或|至)+ ?$")


def _are_joined(text: str, left: Quantity, right: Quantity) -> bool:
    gap = text[left.end : right.start]
    if left.form == right.form == "rank":
        return gap in ("、", "和")
    if "rank" in (left.form, right.form) or len(gap) > 3 or not _JOINT.match(gap):
        return False
    if right.qualifier in PASSED and _ADDED_TO.search(text, max(0, left.start - 4), left.start):
        return False
    if gap.strip() in ("、", "和") and all(one.kind in GROWTHS or one.unit in _SO_MANY_IN for one in (left, right)):
        return True
    if "，" in gap and (left.unit != right.unit or _NOUN.match(text, right.end)):
        return False
    return left.kind in (right.kind, "bare") or (gap == "、" and left.kind in _SIZES and right.kind in _SIZES)


_SO_MANY_IN = frozenset(("/千", "/万", "/10万", "/十万"))
"""Rates that stand beside percentages: 1.9‰、8.6/10万."""
PASSED = frozenset(("突破", "超过", "超"))
"""Words before the whole number that something has come to: 净增98万户、|突破|1900万户."""
_ADDED_TO = re.compile("(?:新增|净增加?|增加|净增长)了?[近超约]? ?$")
GROWTHS = frozenset(("percent", "times", "point"))
"""Units of growth, which may stand side by side: 分别增长3.8倍、80.2%."""
_NOUN = re.compile(r" ?(?:的|(?!以[上下]|左右)[\u4e00-\u9fff]{2})")
"""A thing counted behind the second of two numbers, which then is no second value of the first."""
THINGS = frozenset(("count", "person", "household"))
COUNTS = THINGS | {"bare"}
_SIZES = THINGS | {"area", "length", "mass", "volume", "money"}
"""Measures that one thing may have side by side: 55万平方米、2.8万户房屋改造."""


def _before(text: str, previous: int, start: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the lead, and the clause before it if that holds no quantity."""
    previous = max(previous, start - _FURTHEST)
    stops = [stop.start() for stop in _STOP.finditer(text, previous, start)]
    if not stops:
        listed = text.find("、", previous, start)
        cut = listed > previous > 0 and not text[previous:listed].isspace() and not _NAMED.match(text, previous, start)
        return (listed + 1 if cut else previous, start), (0, 0)
    opening = stops[-2] + 1 if len(stops) > 1 else previous
    whole = (len(stops) > 1 or previous == 0) and text[stops[-1]] == "，"
    return (stops[-1] + 1, start), ((opening, stops[-1]) if whole else (0, 0))


_NAMED = re.compile("(?!的)[^，。；：、]+、.*等 ?")
"""A verb and the names of things that a number counts: 投入8000万元|新建了甲、乙等|6个中心."""


def _behind_counted(text: str, last: Group | None, lead: tuple[int, int]) -> tuple[int, int]:
    """Begin a lead behind the thing that the group before counts: 240项审批业务|压缩时限32%."""
    if last is None or last.after[0] != lead[0] or not is_attributive(text, last):
        return lead
    begins = last.after[1]
    if lead[0] < begins < lead[1] and (text[begins] in "和及并与以" or lexicon().verb.ahead(text, begins) > begins):
        return begins, lead[1]
    _, said = noun_phrases.counted(text, *lead)
    if said is None or text[said[0]] in "到在为达至是有已均占" or _ONLY_MOVES.fullmatch(text, said[0], lead[1]):
        return lead
    return said[0], lead[1]


_ONLY_MOVES = re.compile(
    r"(?:平均|分别|同比|再|又|均)?(?:增长|增加|提高|提升|下降|降低|减少|压缩|压减|缩短|精简|上升|扩大|收窄)"
    r"(?:了|超|近|约)? ?"
)
"""Nothing but a word of change: what is counted before it is what changed (15个事项审批时限|压缩|70%)."""


def _after(text: str, last: Quantity, following: Quantity | None) -> tuple[int, int]:
    """Give the words behind a number; those behind the next where that stands at once (2座|35万千瓦|电站)."""
    end = last.end
    if following and following.start - end <= 6 and _describes(text, last, following):
        start, furthest = following.end, min(following.end + _FURTHEST, len(text))
        stop = _NOUN_END.search(text, start, furthest)
        return start, stop.start() if stop else furthest
    limit = min(following.start if following else len(text), end + _FURTHEST)
    stop = _STOP.search(text, end, limit)
    if text.startswith("、", end) and (stop or not following or text[end + 1 : limit].strip()):
        return end, end  # another clause begins, without a number of its own or before it
    if stop:
        return end, stop.start()
    if following and last.kind == "money" and following.kind == "count" and _ROW.fullmatch(text, end, following.start):
        stop = _NOUN_END.search(text, following.end, following.end + _FURTHEST)
        return end, stop.start() if stop else min(following.end + _FURTHEST, len(text))
    if following and last.kind in COUNTS:
        given = _GIVEN_TO.search(text, max(0, last.start - 60), last.start) is not None
        alone = not given and text[last.start - 1 : last.start] in TO
        limit = limit if alone else _before_deed(text, end, limit, given)
    listed = text.find("、", end, limit) if following else -1
    if listed > end and not text[end:listed].isspace():
        return end, listed
    deed = _NEXT_DEED.search(text, end + 1, limit) if following else None
    return end, deed.start() if deed and lexicon().verb.ahead(text, deed.end()) == _before_bound(text, limit) else limit


_GIVEN_TO = re.compile(r"(?:^|[，。；、]|[共已]|累计)[为向给对]\d[^，。；]*[、和]$")
"""Those counted to whom something is given, which stand before it: 向28个乡镇、|410个|村|选派队员1300名."""


def _before_deed(text: str, start: int, end: int, given: bool) -> int:
    """Give where that begins which those counted do, or is done for them, if its thing is counted next; else `end`."""
    for at in range(start + 1, end - 3):
        after = lexicon().verb.ahead(text, at, end) if given or _ACTING.search(text, start, at) else at
        noun = text[at:after] in lexicon().modifying.words or (text[at:after] in _ACTS and at > start + 2)
        if after > at and (given or not noun):
            return at if after + 1 < end and text[after] not in "的和及、" else end
    return end


TO = tuple("为向给对")
"""What stands before those to whom something is given."""
_ACTS = frozenset(("改造", "建设", "治理", "整治", "提升", "发展"))
_ACTING = re.compile("(?:[县市区镇乡村]|企业|公司|基金|学校|医院|单位|机构|银行|部门|园区|集团|高校|院所)$")
"""Those who act: 175家|企业|发行债券1193只."""


def _before_bound(text: str, end: int) -> int:
    while text[end - 1] in " 了共":
        end -= 1
    return end


_NEXT_DEED = re.compile("(?<=..)(?:和|及|并|与|以及)(?=[\u4e00-\u9fff]{2,4} ?(?:了|共)? ?$)")
"""What joins a further deed, which has the next number for its object: 通过|46条|条例草案|和审批|3200亿元|拨款."""


_ROW = re.compile(r" ?的[^，；：。、\d]{2,20}(?:、[^，；：。、\d]{2,20})*(?:等|、[^，；：。、\d]{2,20}) ?")
"""The names of the things that a sum was for, before their number: 12亿元|的甲、乙等|3个项目."""
_NOUN_END = re.compile(r"[，；：。！？〔]|[、和及]? ?\d")


_BESIDE = re.compile("总投资额?|计划总投资|投资额?|总?面积|占地|总?规模|总长")
"""A side of the things counted, whose number stands before their name: 27个|总投资|69亿元的|项目."""


def _describes(text: str, last: Quantity, following: Quantity) -> bool:
    """Say whether two numbers in a row speak of the one thing behind them."""
    between = text[last.end : following.start].strip()
    behind = text[following.end : following.end + 1]
    pair = last.kind in COUNTS and following.kind not in (*COUNTS, "percent", "time", "point", "times", "money")
    pair = pair or (last.kind == "money" and following.kind in COUNTS)
    pair = pair or (last.kind == "household" and following.kind in ("person", "bare"))
    beside = last.kind in COUNTS and _BESIDE.fullmatch(between) is not None
    return (
        (beside or (pair and between in ("", "的")))
        and _NOUN.match(text, following.end) is not None
        and behind not in "，；。"
    )


def _with_unit(member: Quantity, last: Quantity) -> Quantity:
    """Give a member that prints only its magnitude the unit of the last (1409万、1305万人次)."""
    if member.kind != "bare" or member.unit is None or last.unit is None or not last.unit.startswith(member.unit):
        return member
    return dataclasses.replace(member, unit=last.unit, kind=last.kind)


def is_attributive(text: str, group: Group) -> bool:
    """Say whether the thing counted stands behind its number (479个智能制造技改项目)."""
    start, end = group.after
    while start < end and text[start] in " \x01":
        start += 1
    if start >= end or text[start] in "，；。、（）：！？〔[—-/":
        return False
    if text[start] == "的":
        return OF_NOUN.match(text, start) is not None
    if group.quantities[-1].kind in COUNTS and RELATIVE.match(text, start, end):
        return True
    if group.quantities[-1].unit == "次" and _TIMES.match(text, start):
        return True
    if _BEHIND.match(text, start) or _SIZE.match(text, start, end):
        return False
    return group.quantities[-1].kind in COUNTS or not _DONE_WITH.match(text, start)


OF_NOUN = re.compile(
    r" ?的(?!目标|任务|要求|(?:较[高低好])?水平"
    r"|规模(?!企业|以上|化)|速度|增速|增长|高位|低位|区间|成绩|历史|年度|好|上限|下限|标准(?!化|地|厂))"
)
_BEHIND = re.compile(
    r"和(?![美谐睦平])|及|与|以及|并|由|左右|之|用于|为(?![民主])|对|给|后|时|来|内|中(?=[，、的])|起(?![步重飞])|增加|增长|下降|提高|[达到](?![^，。；、\d]{2,12}的[^，。；]{2})|至|不等|是|有(?![机色线]|[^，。；、]{1,10}的[^，。；]{2})|位?居(?![民住家])|占"
    "|同比|比|较|创(?![新业造客意伤投作])|[增减升降][至到为]|再(?![生])|已(?![^，。；、]{2,10}的[^，。；]{2})|投入|每|均(?!衡)|提前|超额|予以|支持了|实施了|完成了|以来|等|一[条件斤台辆只头张盒瓶双套吨亩](?=$|[，。；、])|多(?![式功元层样媒边双晶民学领渠联国次用])|征收(?!安置)|安排|计算|掌握|的"
)
_TIMES = re.compile(r"(?:提高|增加|上调|下调|降低)[^，。；、\d]{4}")
"""What was done so many times: 4次|提高基础养老金."""
_DONE_WITH = re.compile(
    "解决|实施|支持|完成|建设|开展|补贴|补助|资助|设立|购置|整治|改造|专项|推进|建成|新建|收购|帮助|扶持"
)
"""Verbs that say what a sum was for; behind a count they are part of what is counted (20个改造提升点)."""
_SIZE = re.compile("[一二两三四五]?个?[新大]{0,2}(?:规模|目标|水平|任务|能力|大关|台阶|以上)(?:$|[，。；、])")
