"""Name persons and households of whom a clause says only what they did or came to: 3万人|参保, 实现脱贫|12户."""

from __future__ import annotations

import re

from exporter.facts.numbers.folding import fold
from exporter.facts.numbers.units import LIVING
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import PREDICATES, lexicon
from exporter.facts.statements.groups import THINGS, Group
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.sentence import Name, Named, Sentence


def helped(sentence: Sentence, group: Group, subject: Subject) -> Named | None:
    """Name those of whom a clause says only that they benefit or are out of poverty, by their measure: 脱贫|12户."""
    name = sentence.cut((subject.start, subject.end))
    if _BENEFITED.fullmatch(name.text) and all(one.kind == "person" for one in group.quantities):
        return Named((name + "人员",))
    found = _LIFTED.fullmatch(name.text)
    if found is None or subject.verb or any(one.kind not in LIVING for one in group.quantities):
        return None
    who, begins = name[: found.end("who")], name.places[found.end("who")]
    still = name[slice(*found.span("still"))] if found["still"] else Name()
    if still:
        return Named(tuple(still + name[-2:] + _CALLED[one.kind] for one in group.quantities))
    light = begins - 2 if sentence.text.startswith("实现", begins - 2) and begins >= group.lead[0] + 2 else begins
    verb = sentence.whole((light, name.places[-1] + 1))
    return Named(tuple(who or name[-2:] + _CALLED[one.kind] for one in group.quantities), verb)


_BENEFITED = re.compile("受[益惠]")
_LIFTED = re.compile(
    "(?P<who>|[\u4e00-\u9fff]*(?:人口|群众|家庭|户))(?:(?P<still>(?:剩余)?未)|(?:实现|全部|实际|稳定)*)脱贫"
)
_CALLED = {"person": "人口", "household": "户"}


def who_did(sentence: Sentence, group: Group, own: Name, name: Name) -> Named | None:
    """Name those of whom only a predicate stands behind their number by it: 3万人|参保, 2千户|领取补贴."""
    said, members = name.removesuffix("了"), group.quantities
    if own or not said or any(one.kind not in LIVING for one in members) or not _is_said(fold(said.text)):
        return None
    if _OUT_OF_NEED.fullmatch(said.text):
        return Named(tuple(said[-2:] + _CALLED[one.kind] for one in members), said)
    if became := _BECAME.match(said.text):
        return Named((said[became.end() :],), said[: became.end()])
    if _FOR.search(sentence.text, *group.lead):
        return Named((said.without(_GIVES) + "对象",), said)
    persons = "人员" if said.text == fold(said.text) else "人員"
    doers = said.without(_LIGHT)
    names = tuple(doers + (persons if one.kind == "person" else "户") for one in members)
    return Named(names, None if _LASTING.match(fold(said.text)) else said)


def counted_as(group: Group, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Give those told of before as what they are counted in now: 脱贫户, of whom the next number is of persons."""
    if group.quantities[-1].kind != "person" or len(names) != 1 or not names[0].text.endswith(("贫户", "困户")):
        return names
    return (names[0][:-1] + "人口",)


def things_of_a_rate(group: Group, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Give the things that a rate told before is of, where the next number counts: 市场主体|活跃度, 增加3万户."""
    counts = all(one.kind in THINGS for one in group.quantities)
    return tuple(name.without(_DEGREE) or name for name in names) if counts else names


_DEGREE = re.compile("(?<=主体|企业|人口|群众|居民|项目|设备|车辆|公司)[\u4e00-\u9fff]{1,3}[度率]$")


def _is_said(words: str) -> bool:
    """Say whether some words are a predicate, and name nobody."""
    if _THOSE.search(words) or _WHO.search(words):
        return False
    return noun_phrases.is_act(words) or lexicon().act.ahead(words, 0) > 0 or PREDICATES.match(words) is not None


_THOSE = re.compile(
    "(?:人数|规模|人次|人员|人口|群众|家庭|居民|农民|学生|学员|教师|职工|用户|对象|骨干|干部|代表|岗位|就业|招生|设施|问题|工程|项目|任务"
    "|改造|搬迁|培训|[者户生人员民师工]|[的、“”（0-9].*)$"
)
"""Whoever is named, or what else is counted in persons and households."""
_OUT_OF_NEED = re.compile("(?:全部|实现|稳定|顺利|如期|了)*脱贫")
_LIGHT = re.compile("^(?:实现了?|全部|均|已)+(?=..)")
_WHO = re.compile("[队人学职党会]员|群众|居民|学生|农民")
_FOR = re.compile("[为对给向](?:近|约|超过?)?$")
_BECAME = re.compile("(?:当选|增选|晋升|被?评选?|被?授予|获评|成)(?:为|上)?(?=..)")
_GIVES = re.compile("^(?:提供|给予|进行|发放)了?(?=..)")
_LASTING = re.compile("参保|参合|领取|享受|享有|得到|受益|受惠")
"""What goes on, and is no deed of a year."""
