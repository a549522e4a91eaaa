"""Name things by what was counted before, where a number has only what is said of them: 引进50个项目，|25个|开工."""

from __future__ import annotations

import re

from exporter.facts.numbers.folding import fold
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.groups import THINGS, Group
from exporter.facts.statements.indicators import canonical
from exporter.facts.statements.matcher import words
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.sentence import Name, Named, Sentence
from exporter.facts.statements.sides import joined, without_verb
from exporter.facts.statements.surroundings import closing_verb


def of_those_before(sentence: Sentence, group: Group, named: Named, spoken: tuple[Name, ...]) -> Named:
    """Take a thing from the count before, where only a verb stands behind the next one and both have one unit."""
    quantity = group.quantities[-1]
    if not spoken or quantity.unit is None or quantity.kind not in THINGS or len(named.names) != 1 or named.verb:
        return named
    said = named.names[0]
    if not noun_phrases.is_act(said.text) or said.places[:1] < (quantity.end,):
        return named
    unit = re.compile(rf"\d[万千百亿多余]*{re.escape(quantity.unit[-1:])}")
    return Named(spoken[-1:], said) if unit.search(sentence.text, 0, quantity.start) else named


def done_to_object_before(sentence: Sentence, group: Group, deed: Name) -> Name:
    """Give the object of the clause before a bare deed: 加大|保障性住房|建设力度，今年|新开工|7万套."""
    start, end = group.before
    if end <= start or not noun_phrases.is_act(deed.text) or group.quantities[0].kind not in _DONE_WITH:
        return Name()
    found = _WORKED_ON.search(sentence.text, start, end)
    return sentence.cut(found.span("what")) if found else Name()


_DONE_WITH = THINGS | {"length", "area"}
_WORKED_ON = re.compile(
    "(?<![^，。；：])(?:[大全]力|加快|持续|继续|扎实|稳步|深入|积极|统筹|有序|进一步)*"
    "(?:加大|加强|推进|推动|抓好|做好|实施|强化|完善|加快)"
    r"(?P<what>[^，。；、\d的]{2,16}?)(?:的?(?:规划)?(?:建设|改造|开发|治理|供应|供给|培育|工作))+(?:力度|步伐|进度|进程|工作)?$"
)
"""A clause that says what is worked on, before one that says how much of it was done."""


def is_rate_of_deed(side: str, spoken: tuple[Name, ...]) -> bool:
    """Say whether a side is how many of those counted before something was done with: 欠款|清偿率."""
    done = _RATE_OF.fullmatch(fold(side))
    return (
        done is not None
        and bool(spoken)
        and done[1] in lexicon().act.words
        and canonical(side) is None
        and _MEASURED.search(fold(spoken[-1].text)) is None
    )


_RATE_OF = re.compile("([\u4e00-\u9fff]{2})率")
_MEASURED = re.compile("[率额值量数]$|收入$|支出$|比[例重]$|面积$|余额$")


def _in_state(spoken: Name) -> Name:
    """Give the things that a state is told of, without the verb or the state they were told of before."""
    return without_verb(spoken).without(HOW_FAR).without(_DUE)


def of_things_told(group: Group, name: Name, spoken: tuple[Name, ...]) -> Named | None:
    """Name things told of before, of which a clause says only how far they have come or what was done with them."""
    things = group.quantities[0].kind in THINGS
    states = things and name.text in _STATES
    if states and (thing := _in_state(spoken[-1])):
        return Named((thing,), name)
    given = group.quantities[0].kind == "money" and _GIVEN.search(spoken[-1].text) is not None
    if given and noun_phrases.is_verbal(name.text):
        return Named(spoken[-1:], name)
    if things and noun_phrases.is_verbal(name.without(AS_FAR_AS).text):
        done_to = without_verb(spoken[-1])
        if done_to.text != spoken[-1].text or lexicon().verb.ahead(done_to.text, 0) == 0:
            thing = done_to.without(HOW_FAR).without(_RATE)
            return Named((thing,), name, (joined(done_to, name),)) if _is_thing(thing) else Named((name,))
    return None


_GIVEN = re.compile("(?:补[贴助偿]|津贴|资金|贷款|救助金|保障金|奖[金励]|消费券)$")
"""Money that is given, of which the next clause says how much else was: 发放补贴3千万元，三年|累计发放|1亿元."""


def _is_thing(name: Name) -> bool:
    """Say whether a name is of something that a thing may be done with, and not only a side of it."""
    return len(name.text) > 1 and name.text not in lexicon().relative.words


_RATE = re.compile("(?<=..)(?:[参普覆完达][合保及盖成标])率$")
"""A rate, which nothing is done with: 新农合|参合率, 累计补偿83万人次."""
_STATES = words("出席 实际出席 到会 实际到会 在建 完工 竣工 开工 新开工 续建 投产 投用 在册 在校 在岗 办结 结案").words
"""How far what was counted before has come: 建成码头4座、|在建|3座."""
AS_FAR_AS = re.compile("^(?:基本|全部|主体|陆续|全面|已)+(?=..)")
"""Words before a verb that say how far it has come: 基本|建成."""
HOW_FAR = re.compile("(?:已经?|基本|全部|均|陆续|全年|累计|共|成功|首次|顺利|相继|先后)+$")
_DUE = re.compile("应(?:到会?|出席(?:会议)?)的?")
"""Those due to be there, of whom the next number says how many were."""


def done_to(sentence: Sentence, group: Group, name: Name, verb: Name | None) -> tuple[Name, Name] | None:
    """Part things and what a verb before their number has done to them: 启动|4家|企业|的破产改制."""
    found = _DONE_TO.search(name.text)
    if found is None or not (closing_verb(name[found.start(1) :]) or _REFORMED.search(found[1])):
        return None
    things, act = name[: found.start()], name[found.start(1) :]
    if verb is None or verb.text == "完成":
        return (things, act) if verb and sentence.text[group.after[1]] not in "和及与、" else None
    return things, verb if verb.text.endswith(act.text) else verb + act


_DONE_TO = re.compile(r"(?<=企业|项目|工程|园区|学校|医院|小区|村庄|乡镇|公路|道路|河流|水库)的([\u4e00-\u9fff]{2,8})$")
_REFORMED = re.compile("(?:改制|重组|脱困)$")
"""What a verb has done to the things that its number counts: 启动4家企业|的破产改制."""


def climbed(sentence: Sentence, group: Group, subject: Subject, name: Name) -> Named | None:
    """Name steps by what has climbed them, of which the clause goes on: 财政收入|连续迈上|3个|百亿元台阶."""
    found = _CLIMBED.search(sentence.text, max(subject.start, group.lead[0]), group.lead[1])
    if found is None or not _STEPS.fullmatch(fold(name.text)):
        return None
    who = sentence.cut(found.span("who"))
    return Named((who + name,), sentence.whole(found.span("verb")), (who,))


_CLIMBED = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,}?)(?:已|先后|接连|连续|再|共|又|成功|稳步|累计)*"
    "(?P<verb>[迈跨跃登]上|[迈跨][过越]|连[跨上])了? ?$"
)
_STEPS = re.compile("[一二两三四五六七八九十百千万亿元级新大]*(?:台阶|大关|关口)")
