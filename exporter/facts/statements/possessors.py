"""Name things counted by whose they are or what they came by: 甲镇|20万吨|造纸项目, 育儿补贴|惠及|17万|婴幼儿.

A noun that stands before a number and is no deed says whose the thing behind it is, and what stands there before 的
says which things are meant; those whom something reaches are named with what reaches them, in the words of the clause
or as the subject told before it.
"""

from __future__ import annotations

import dataclasses
import re

from exporter.facts.numbers.folding import fold
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import PREDICATES, TIME, lexicon
from exporter.facts.statements.groups import Group
from exporter.facts.statements.leads import Lead
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.sentence import Name, Named, Sentence
from exporter.facts.statements.sides import aside_of
from exporter.facts.statements.surroundings import acts_among


def owned(sentence: Sentence, group: Group, subject: Subject, own: Name, thing: Name) -> Name:
    """Give a thing the owner that stands right before its number: “甲号”|117颗|卫星."""
    beside = not sentence.text[subject.end : group.quantities[0].start].strip(" \x01")
    if not own or not thing or thing.text in _PLACES or not beside or group.quantities[-1].kind in _OF_RATES:
        return thing
    rowed = _ROWED.split(own.text)
    owner = own[len(own.text) - len(rowed[-1]) :]
    if len(rowed) > 1 and group.quantities[-1].kind not in _SIZES:
        return thing  # names of the things themselves: 甲、乙|2个镇
    return owner + thing if _is_owner(owner.text) and _is_thing(thing.text, owner.text) else thing


_OF_RATES = frozenset(("percent", "point", "times", "time", "rank", "rate"))
_SIZES = frozenset(("mass", "power", "energy", "area", "volume", "length", "spec"))
_ROWED = re.compile("、|(?<![共饱总柔温中平暖缓祥谐])和|以及|(?<![普涉危波惠])及|(?<![参赠给])与")


def _is_owner(words: str) -> bool:
    """Say whether some words are a noun and nothing else: no deed, no time, no names of examples."""
    folded = fold(words)
    if not 1 < len(folded) <= _LONGEST or _NO_OWNER.search(folded) or aside_of(folded):
        return False
    return not any(True for _ in acts_among(folded)) and lexicon().adverb.ahead(folded, 0) == 0


_LONGEST = 18
_NO_OWNER = re.compile(
    r"[等的了在对向为给把将被由从以按其每各这那该此有达超近约共至到我你他们是同须正就，：；。\d]"
    r"|包括|包含|涵盖|加上|进行|布局|栽培|需要|过去|首个|全[国省市县区港球]|^[一二两三四五六七八九十几多][大个项类方所批件条座]|[个项家只]$|年$|[上中内外前后]$"
)
"""What no owner holds: words before a number that say when, how or for whom, or how many more there are."""


def _is_thing(words: str, owner: str) -> bool:
    """Say whether words behind a number are a noun that an owner may have."""
    folded = fold(words)
    return (len(folded) > 1 or folded in _PLACES) and not (
        folded.startswith(fold(owner)) or noun_phrases.is_act(folded) or PREDICATES.match(folded)
    )


_PLACES = frozenset("村县乡镇")
"""Things of one letter: 产业覆盖的|15个|村."""


def related(sentence: Sentence, group: Group, subject: Subject, own: Name, thing: Name) -> tuple[Name, Name | None]:
    """Name things by what stands before 的 and their number, and give the deed before that: 公布|政府提出的|40项|建议.

    Nothing where no such words stand there.
    """
    text, (start, end) = sentence.text, group.lead
    end = len(text[:end].rstrip(" \x01"))
    opens = start == 0 or text[start - 1] in "，；：。、！？（"
    if (
        group.quantities[-1].kind not in _COUNTED
        or not text.endswith("的", start, end)
        or not opens
        or aside_of(own.text)
    ):
        return Name(), None
    deed = sentence.whole(subject.verb) if subject.verb else None
    which = sentence.cut((subject.start, end - 1))
    if deed is None:
        acts = [one for one in acts_among(fold(which.text)) if _governs(which.text, *one)]
        if acts:
            deed, which = which[slice(*acts[-1])], which[acts[-1][1] :]
    which = which.removeprefix("了").without(_SINCE).without(_BY)
    if (
        not 2 < len(which.text) <= _LONGEST
        or _NO_RELATION.search(fold(which.text))
        or not _is_thing(thing.text, which.text)
    ):
        return Name(), None
    joint = Name() if which.text.startswith(_EARLIER) else sentence.whole((end - 1, end))
    return which + joint + thing, deed


_SINCE = re.compile(f"^(?:{TIME.pattern})")
_BY = re.compile("^(?:通过|通過|透過|透过|依托)")
_COUNTED = frozenset(("count", "bare", "person", "household", "area", "length", "money"))
_NO_RELATION = re.compile(
    r"[、，：；。\d]|^[在于对向为给]|[我你该这]|已有$|现有$|等$|^(?:上述|其他|其余|剩余|全部|所有|新的?)$|年度?$|全[国省市县区]$"
)


def _governs(words: str, start: int, end: int) -> bool:
    """Say whether a verb has all that stands behind it for its object, and is not part of what says which things."""
    manner = words[max(0, start - 2) : start] in _EARLIER
    if len(words) - end < 2 or manner:
        return False
    return words[end] == "了" or _is_done(fold(words[start:end]))


def _is_done(verb: str) -> bool:
    """Say whether a verb names no work and modifies no noun."""
    return verb in lexicon().deed.words and verb not in lexicon().nominal.words


_EARLIER = ("原先", "原本", "最初", "此前", "之前", "早前")


def _used_for(sentence: Sentence, group: Group, name: Name) -> Name:
    """Name a share by what it goes to, where that stands behind it: 新增财力|80%|用于民生; empty where nothing does."""
    found = _USED_FOR.match(sentence.text, *group.after) if group.quantities[-1].kind == "percent" else None
    share = sentence.cut(found.span("what")) if found else Name()
    return name + share + "占比" if share and not _RATED.search(name.text) else Name()


def share_spent(sentence: Sentence, group: Group, lead: Lead, own: Name, spoken: tuple[Name, ...]) -> Named | None:
    """Name the share of a sum that goes to something, of the sum told before it too: 转移支付4万亿元，|87%用于西部."""
    whose = own or (spoken[-1] if spoken else own)
    share_of = _used_for(sentence, group, whose) if whose and lead.role == "value" else None
    return Named((share_of,), None, () if own else spoken) if share_of else None


_RATED = re.compile("[率比]$|比[例重]$|占比$")
_USED_FOR = re.compile(
    r"(?:以上|以下|左右)?(?:将|均|都)?(?P<what>(?:用于|投向|投入到?|来自|位于|集中[在于]|分布[在于]|流向)[^，。；、\d]{2,16})$"
)
"""What a share is for, behind its number and its bound."""


def reached(sentence: Sentence, subject: Subject, named: Named, spoken: tuple[Name, ...]) -> Named:
    """Name those whom something reaches with what reaches them: 营养改善计划|惠及|3200万|孩子."""
    verb = named.verb
    known = verb is not None and (_REACHES.fullmatch(fold(verb.text)) or _POSTS.fullmatch(fold(verb.text)))
    if verb is None or not known or len(named.names) != 1 or verb.places[0] < 0:
        return named
    begins = subject.verb[0] if subject.verb else subject.start
    agent = _agent(sentence.cut((begins, verb.places[0]))) if begins < verb.places[0] else Name()
    agent = agent or (_agent(spoken[-1]) if spoken and begins == verb.places[0] else Name())
    if spoken and _POSTS.fullmatch(fold(verb.text)):
        said = sentence.cut((begins, verb.places[0]))
        agent = spoken[-1].removeprefix(said.text) + said
    thing = named.names[0]
    if not agent or len(agent.text) + len(thing.text) > _LONGEST_WITH or agent.text in thing.text:
        return named
    return dataclasses.replace(named, names=(agent + verb + thing,), subjects=named.subjects or (thing,))


_REACHES = re.compile("惠及|覆盖|带动|吸引|吸纳|辐射|辐射带动|覆盖带动|服务")
_POSTS = re.compile("担任|出任|兼任")
"""What persons hold who were counted before: 青年|获委任|担任|440个职位."""
_LONGEST_WITH = 36


def _agent(words: Name) -> Name:
    """Give who or what acts, behind verbs of its own and without words of manner: 实施|免费教育政策、."""
    words = words.strip("、，：；").without(_MANNER)
    start = lexicon().verb.ahead(fold(words.text), 0)
    agent = words[start + words.text.startswith("了", start) :]
    folded = fold(agent.text)
    inner = _NO_AGENT.search(folded) or any(_is_done(folded[slice(*one)]) for one in acts_among(folded))
    return agent if len(agent.text) > 2 and not inner else Name()


_NO_AGENT = re.compile(r"[、须能会于\d]|^[为向对在以从用]")
_MANNER = re.compile(
    "(?<=..)(?:(?:种植|养殖)?总?面积|年?总?产[值量]|规模|总?收入|总量|数量)$|^(?:通过|透過|透过|依托|利用)|(?:可|将|將|已|共|累计|累計|直接|广泛|预计|預計|能|会|會|全年|每年|用户)+$"
)
"""What is no name of who acts: words of manner, and the side of it that was told before."""
