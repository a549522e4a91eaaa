"""Name what a group of quantities is about, from the words around it and from what was said before."""

from __future__ import annotations

import dataclasses
import re

from exporter.facts.statements import noun_phrases
from exporter.facts.statements.clause_before import done_before, ends_a_work, event_before, name_before, turns
from exporter.facts.statements.closed_classes import PAYER, PREDICATES, lexicon
from exporter.facts.statements.coordination import name_parts, parted
from exporter.facts.statements.counted_things import name_thing
from exporter.facts.statements.groups import COUNTS, GROWTHS, THINGS, Group, is_attributive
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.inner_deeds import deed_within
from exporter.facts.statements.leads import Lead
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.payments import paid_for
from exporter.facts.statements.persons import counted_as, helped, things_of_a_rate
from exporter.facts.statements.possessors import reached, share_spent
from exporter.facts.statements.predicates import part_that_is
from exporter.facts.statements.purposes import purpose
from exporter.facts.statements.sentence import Name, Named, Sentence, one_each
from exporter.facts.statements.shares import are_rates, of_each, share
from exporter.facts.statements.sides import OF_FIRMS, OF_SOMETHING, are_firms, budget_of, joined
from exporter.facts.statements.states import (
    HOW_FAR,
    done_to_object_before,
    is_rate_of_deed,
    of_things_told,
    of_those_before,
)
from exporter.facts.statements.surroundings import completed_work, done_behind


def name_values(
    sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[Name, ...], verb: Name | None
) -> Named:
    """Name the subject of values; `spoken` is the last subject, `verb` the last verb of the clause."""
    if lead.role == "completion" and subject.end <= subject.start:
        return Named(one_each(spoken, len(group.quantities)))
    if lead.whole:
        return share(sentence, group, lead, subject, spoken)
    own = sentence.cut((subject.start, subject.end))
    if share_of := share_spent(sentence, group, lead, own, spoken):
        return share_of
    if group.quantities[0].form != "rank" and lead.role != "base" and is_attributive(sentence.text, group):
        thing = name_thing(sentence, group, subject, verb)
        if thing is None:
            return Named(spoken[-1:], verb)
        return reached(sentence, subject, of_those_before(sentence, group, thing, spoken), spoken)
    if own:
        return name_own(sentence, group, lead, subject, spoken)
    paid = PAYER.search(sentence.text, *group.lead) if group.quantities[0].kind == "money" else None
    if paid and (funds := purpose(sentence, group, Name())):
        return Named((funds,), sentence.whole(paid.span()))
    if spoken and _ADDS.match((verb or spoken[-1]).text) and _is_all_told(group, lead):
        summed = not _is_counted(group) and any(word.word.startswith("累计") for word in lead.tail)
        return Named((spoken[-1] if summed else spoken[-1].without(_NET),))
    if spoken:
        return _of_spoken(sentence, group, lead, spoken, verb)
    people = sentence.text.endswith("人口", group.lead[1], group.quantities[-1].end)
    done = done_before(sentence, group) if _is_counted(group) else None
    return Named((Name() + "人口",) if people else name_before(sentence, group), verb or done)


def _of_spoken(sentence: Sentence, group: Group, lead: Lead, spoken: tuple[Name, ...], verb: Name | None) -> Named:
    """Name the numbers of a group that has no words of its own by the subjects told before it, or a part of them."""
    if part := part_that_is(sentence, group, spoken[-1]):
        return Named((part,), None, spoken)
    spoken = things_of_a_rate(group, spoken)
    apart = lead.apart and len(spoken) == 1 and len(group.quantities) > 1
    many = (parted(sentence, spoken[0], len(group.quantities)) if apart else ()) or counted_as(group, spoken)
    return Named(one_each(many, len(group.quantities)), verb)


def _is_all_told(group: Group, lead: Lead) -> bool:
    """Say whether the words before a number say that it is all there is, not only what was added."""
    return group.quantities[0].qualifier == "突破" or any(word.word in _TOTALS for word in lead.tail)


_NET = re.compile("^(?:新增|净增)(?=..)")
_ADDS, _TOTALS = re.compile("新|净?增"), frozenset(("累计", "累计达到", "总数达", "总计", "合计", "达到", "达"))
"""What was added, and the words with which all that there is now is told: 新增公园16座、|累计达到|83座."""


def name_own(sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[Name, ...]) -> Named:
    """Name the subject that a group has before its numbers."""
    verb = sentence.whole(subject.verb) if subject.verb and not _is_brought(sentence.text, lead, subject.verb) else None
    if verb and lead.role == "base" and _STANDS.fullmatch(verb.text):
        subject, verb = dataclasses.replace(subject, start=verb.places[0], verb=None), None
    count = len(group.quantities)
    each = lead.each or (count == 1 and are_rates(sentence.text, group, lead, subject))
    names = (
        name_parts(sentence, subject.start, subject.end, 0 if each else count, _are_alike(group))
        if count > 1 or each
        else ()
    )
    if names and not verb and _is_now_more(group, names[-1]):
        return Named((*names[:-1], names[-1][:-2]), names[-1][-2:])
    if names:
        return Named(of_each(names, group, spoken), verb)
    return (
        helped(sentence, group, subject)
        or _side(sentence, group, lead, subject, spoken, verb)
        or _whole_name(sentence, group, lead, subject, spoken, verb)
    )


_STANDS = re.compile("(?:备案|注册|登记|挂牌|认证|在建)")
"""What those counted are, where the clause tells of how many there were and are: 备案博物馆|由23座增至102座."""


def _is_brought(text: str, lead: Lead, verb: tuple[int, int]) -> bool:
    """Say whether a verb only brings something to a level, which is its own and no deed: 推动|预期寿命|达到80岁."""
    brought, kinds = text[slice(*verb)], {word.kind for word in lead.tail}
    return (brought in _BRINGS and "copula" in kinds) or (brought in _RAISES and "to" in kinds)


_RAISES = frozenset(("增加", "提高", "提升", "扩大", "减少", "降低", "压缩", "缩短", "放宽"))
_BRINGS = frozenset(("推动", "促进", "保持"))


def _are_alike(group: Group) -> bool:
    """Say whether the numbers of a group measure one kind of thing: not 214对和69家."""
    return len({one.unit for one in group.quantities if one.kind in THINGS}) <= 1


def _whole_name(
    sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[Name, ...], verb: Name | None
) -> Named:
    name = sentence.cut((subject.start, subject.end)).without(_COMES_TO)
    verb = verb or completed_work(sentence, group, subject, name)
    whole = sentence.cut((subject.verb[0], subject.end)) if subject.verb else name
    if verb and _keeps_verb(whole, name, group.quantities[0].kind in _SHARES):
        return Named((whole,))
    if lead.role != "base" and (paid := paid_for(sentence, group, name, verb)):
        return paid
    if spoken and (told := of_things_told(group, name, spoken)):
        return told
    if spoken and name.text.endswith("率") and len(name.text) > 4 and spoken[-1].text.endswith(name.text[:-1]):
        return Named((spoken[-1][: 1 - len(name.text)] + name,), verb)
    if allotted := _ALLOTTED.search(name.text):
        paid_out = group.quantities[0].kind == "money" and lead.role == "value" and not lead.tail
        return Named((name[: allotted.start()],), verb or (name[allotted.start() :] if paid_out else None))
    if not verb and (parted := _done_in(sentence, group, lead, subject, name)):
        return parted
    if spoken and _CHOSEN.search(name.text):
        return Named(spoken[-1:], name)
    return Named((event_before(sentence, group, name) + name,), verb)


def _done_in(sentence: Sentence, group: Group, lead: Lead, subject: Subject, name: Name) -> Named | None:
    """Part a name and what was done, which stands behind the thing, at its end, alone, or inside of it."""
    if group.quantities[0].kind in _DONE_WITH and (done := done_behind(name)):
        return Named((name[: -len(done.text)].without(HOW_FAR),), done)
    if _is_now_more(group, name):
        return Named((name[:-2],), name[-2:])
    if _is_counted(group) and (became := _BECAME.match(name.text)):
        return Named((name[became.end() :],), name[: became.end()])
    if worked_on := done_to_object_before(sentence, group, name):
        return Named((worked_on,), name)
    alone = lead.role == "value" and not lead.tail
    return deed_within(sentence, group, subject.start, subject.end) if alone else None


_BECAME = re.compile("被?(?:评为|评选为|授予|命名为|认定为|列为|确定为|选为)(?=..)")
"""What those counted were called, before what they are now: 被评为|先进工作者|的有30人."""
_MEASURES = frozenset("额率值量数")
_DONE_WITH = COUNTS | {"length", "area"}


def _is_now_more(group: Group, name: Name) -> bool:
    """Say whether a name ends in a verb of adding that stands behind what was added, and that is a thing."""
    if not _NOW_MORE.search(name.text) or group.quantities[0].kind in GROWTHS:
        return False
    return _is_counted(group) or name.text[-4:-2] not in lexicon().act.words


_SHARES = frozenset(("money", "percent", "point", "times"))
_NOW_MORE = re.compile("[^、]{2}(?:新增|净增|减量)$")
"""A verb of adding that stands behind what was added, or taken off: 高新技术企业|新增|711家."""
_CLASSES = ("企业", "项目", "品种")
"""What is a side of something too, but a class of its own where it is a part: 其中|企业|900万户."""
_SUMMED, _ALL_TOLD = frozenset(("收入", "支出", "收支")), ("总计", "合计")
"""A budget's sum of all that came in or went out, which is no side of what was named before."""
_COMES_TO = re.compile(
    "(?<=..)(?:力争|预计|有望)*(?:完成|实现)(?=(?:工业|农业|年)?总?(?:增加值|产值|税收|利税|利润)$|(?:营业|销售|综合)收入$"
    "|[^，。；、]{0,6}(?:吞吐量|运输量|周转量|发送量|客运量|货运量|发电量|销售额|成交额|交易额|零售额)$)"
)
"""A light verb between who has a measure and the measure: 入统工业|完成|增加值."""
_ALLOTTED = re.compile("(?:(?<=[额积量入出金])|(?<=投资))安排$")
"""What a plan or a budget says of a sum, behind what it is of: 播种面积|安排为9千万亩, 专项资金|安排3亿元."""
_CHOSEN = re.compile("(?:选出|评出|选取|遴选|挑选)了?$")
"""A clause that takes some of what was counted before: 形成12个候选项目，票决选出|10个."""


def _side(
    sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[Name, ...], verb: Name | None
) -> Named | None:
    """Name a side of the subject that was said before: 总量, 占比, 覆盖率."""
    name = sentence.cut((subject.start, subject.end))
    side = name.last_of_row()
    if spoken and side.text == name.text in OF_FIRMS and not verb and are_firms(sentence.text, spoken[-1]):
        return Named((spoken[-1] + side,), None, spoken[-1:])
    if side.text in _SUMMED and sentence.text.startswith(_ALL_TOLD, subject.end):
        return Named((budget_of(sentence, subject.start) + sentence.cut((subject.start, subject.end + 2)),), verb)
    if spoken and side.text in _CLASSES and sentence.text.endswith("其中", group.lead[0], subject.start):
        apart = not spoken[-1].text.startswith("新") and side.text == name.text
        return Named((side if apart else joined(spoken[-1], side),), verb, spoken)
    spoken = _whose(sentence, group, side.text, spoken)
    if (
        not (side.text in lexicon().relative.words or is_rate_of_deed(side.text, spoken) or _GIVES.fullmatch(side.text))
        or any(part[-1:] in _MEASURES and part not in lexicon().relative.words for part in name.text.split("、")[:-1])
        or verb
        or not spoken
        or spoken[-1].text.startswith(side.text)  # 总投资86亿元的|项目|24个
        or (group.quantities[0].kind == "person" and spoken[-1].text.endswith(_MONEYS))
        or (PAYER.search(side.text) and purpose(sentence, group, side))
    ):
        return None
    if group.fresh and canonical(side.text) is not None and side.text not in (*_TRADE, *OF_SOMETHING, *_OF_SCHOOLS):
        return None
    if side.text in _OF_SCHOOLS and _SCHOOL.search(spoken[-1].text) is None:
        return None
    many = one_each(spoken, len(group.quantities))
    if side.text == "惠及" and _is_counted(group):
        return Named(many, side)
    sides = tuple(joined(one, side) for one in many)
    return Named(sides, completed_work(sentence, group, subject, side), sides if lead.role == "base" else many)


def _whose(sentence: Sentence, group: Group, side: str, spoken: tuple[Name, ...]) -> tuple[Name, ...]:
    """Give what a side is of: the subject of the clause before where that says one, else what was spoken of."""
    if side in _PERSONAL:
        return (name_before(sentence, group) if not spoken or turns(sentence.text, group) else ()) or spoken
    if side not in lexicon().relative.words or (spoken and not ends_a_work(sentence.text, group)):
        return spoken
    if side in _TRADE and (works := _WORKS_BEFORE.search(sentence.text, *group.before)):
        return (_counted_in_words(sentence, works),)
    nouns = tuple(one.removesuffix("工作") for one in name_before(sentence, group) if _is_noun(one.text))
    return spoken if spoken and any(_PHASE.match(one.text) for one in nouns) else nouns


def _counted_in_words(sentence: Sentence, works: re.Match[str]) -> Name:
    """Name works that a clause counts in words, with the verb that says which: 新入驻|四个项目."""
    spans = [works.span(part) for part in ("verb", "works")]
    return sentence.cut(*(span for span in spans if span[0] >= 0))


_PHASE = re.compile("[一二三四五首]期|主体|起步区|核心区")
"""A part of a work, which names it no better than what was spoken of before."""


def _is_noun(name: str) -> bool:
    """Say whether a clause before says nothing of its subject, so that it may be that of the next."""
    return lexicon().verb.ahead(name, 0) == 0 and _SAYS.search(name) is None and PREDICATES.search(name, 2) is None


_SAYS = re.compile("形成|规范|[再已又更]|蓬勃|进场|丰收|使用|推广|[0-9]")


_MONEYS = ("资金", "补贴", "补助", "贷款", "保障金", "救助金", "投资")
_WORKS_BEFORE = re.compile(
    r"(?:(?P<verb>新(?:入驻|引进|开工|签约|落户|投产|竣工|建))[^，。；\d]*?)?"
    r"(?P<works>[一二三四五六七八九十两]{1,2}[个项][^，。；、\d]{0,6}(?:项目|工程))$"
)
"""Works that a clause counts in words, and what was newly done with them: 新入驻|甲厂、乙厂|两个项目，总投资…."""
_TRADE = frozenset(("出口", "进口", "出口额", "进口额", "总投资", "总投资额", "计划总投资", "完成投资", "到位资金"))
"""Sides that are of the subject before them although they are indicators of their own."""
_OF_SCHOOLS = frozenset(("在校学生", "在校生", "毕业生", "招生", "专任教师", "教职工"))
"""Those in schools, who are told school by school."""
_SCHOOL = re.compile("(?:学校|[小中大]学|[初高]中|高校|院校|幼儿园|教育|招生|在校学?生|毕业生)$")
_GIVES = re.compile("对[^，。；]{2,12}贡献率")
"""What something gives to a larger thing: |对GDP贡献率."""
_PERSONAL = frozenset(("人均", "年人均", "月人均", "户均", "支出资金"))
"""Sides whose subject the clause before says without a number: 养老金标准继续提高，年人均|提高2556元."""


def _is_counted(group: Group) -> bool:
    return group.quantities[0].kind in COUNTS


def _keeps_verb(whole: Name, rest: Name, measured: bool) -> bool:
    """Say whether a verb is part of an indicator, and no deed: 新增人民币贷款, 接待游客; but 新增|市场主体."""
    known = canonical(whole.text)
    if known is None or canonical(rest.text) is known:
        return False
    return measured or known.rank is not None or noun_phrases.is_act(rest.text)
