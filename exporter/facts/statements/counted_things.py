"""Name a thing that is counted, which stands behind its number: 479个|智能制造技改项目."""

from __future__ import annotations

import re

from exporter.facts.numbers.folding import fold
from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import PREDICATES, lexicon
from exporter.facts.statements.groups import Group
from exporter.facts.statements.noun_phrases import Subject
from exporter.facts.statements.payments import TREASURY, payer
from exporter.facts.statements.persons import who_did
from exporter.facts.statements.possessors import owned, related
from exporter.facts.statements.predicates import (
    EACH,
    JOINED_TO,
    MOVED,
    ROW_MARKS,
    called,
    counted_of,
    goes_by_deed,
    is_deed,
    told_of,
)
from exporter.facts.statements.purposes import FUNDS, purpose, spent_on
from exporter.facts.statements.sentence import Name, Named, Sentence
from exporter.facts.statements.sides import aside_of
from exporter.facts.statements.states import climbed, done_to
from exporter.facts.statements.surroundings import (
    GOES_OUT,
    closing_verb,
    completed_before,
    deed_before_row,
    deed_of_row,
    done_by_its_place,
)


def name_thing(sentence: Sentence, group: Group, subject: Subject, verb: Name | None) -> Named | None:
    """Name the thing counted behind its number; what is said of it there is its verb."""
    text = sentence.text
    noun, said = counted_of(text, group)
    name = sentence.cut(noun)
    if steps := climbed(sentence, group, subject, name):
        return steps
    verb = completed_before(sentence, group, name) or verb
    if noun[1] == group.after[1] and text[noun[1] : noun[1] + 1].isdigit():
        name = name.without(_AND_OTHERS)
    name, predicate = name.without(_PACE), sentence.cut(said).without(EACH) if said else Name()
    predicate = _without_next(text, group, predicate)
    own = _own(sentence, group, subject)
    own_verb = _own_verb(sentence, group, subject, own)
    if done := done_to(sentence, group, name, own_verb or verb):
        name, own_verb = done
    if not name:
        return Named((own,), own_verb or verb) if own else None
    if _LEVEL.fullmatch(fold(name.text)) and (shared := _SHARED.match(text, group.after[1])):
        noun, said = noun_phrases.counted(text, *shared.span(1))
        name, predicate = name + sentence.cut(noun), sentence.cut(said) if said else predicate
    if not predicate and (other := _in_other_words(sentence, group, subject, own, name)):
        return Named(other.names, own_verb or other.verb or verb)
    which, done_with = (Name(), None) if MOVED.match(predicate.text) else related(sentence, group, subject, own, name)
    if which:
        return Named((which,), done_with or predicate or verb)
    return _with_own_words(sentence, group, subject, name, (predicate, own_verb, verb))


def _with_own_words(
    sentence: Sentence, group: Group, subject: Subject, name: Name, said: tuple[Name, Name | None, Name | None]
) -> Named:
    """Name things counted with the words before their number, which say their deed, whose they are, or which."""
    text, (predicate, own_verb, verb) = sentence.text, said
    own = _own(sentence, group, subject)
    deed = _led_or_done(text, group, own, own_verb, predicate)
    if name.text in FUNDS:
        who = deed[0] if deed else payer(own, own_verb) or verb or Name()
        return Named((purpose(sentence, group, name) or who + name,), own_verb or verb)
    if deed is not None:
        return Named((deed[0] + name,), deed[1])
    if own and _describes(own.text) and (modified := _modified(text, group, own, name, predicate)):
        if own_verb and own.text.endswith(own_verb.text):
            own_verb = None  # the name says it
        told_too = predicate if group.quantities[-1].kind != "percent" else Name()
        return Named((modified,), None if text[group.lead[1] - 1] in "在对向为" else own_verb or told_too or None)
    whole = owned(sentence, group, subject, own, name)
    return _by_its_deed(text, group, own, (name, whole), said)


def _own(sentence: Sentence, group: Group, subject: Subject) -> Name:
    """Give the words before a number that are of its own clause, unless they only join it to the one before."""
    return Name() if JOINED_TO.search(sentence.text, *group.lead) else sentence.cut((subject.start, subject.end))


def _without_next(text: str, group: Group, predicate: Name) -> Name:
    """Take the verb off what is said of things counted that has the next number for its object: 获委任|担任|440个."""
    last = closing_verb(predicate)
    if not _NEXT_NUMBER.match(text, group.after[1]) or not 0 < len(last.text) < len(predicate.text) - 3:
        return predicate
    return predicate[: len(predicate.text) - len(last.text)]


_NEXT_NUMBER = re.compile(r"[约近超逾共]?\d")


def _by_its_deed(
    text: str, group: Group, own: Name, thing: tuple[Name, Name], said: tuple[Name, Name | None, Name | None]
) -> Named:
    """Name things counted, with their owner, and their deed: what is said of them, the verb before, that of a list."""
    predicate, own_verb, verb = said
    name, whole = thing
    told = None if is_deed(text, group, name, predicate) else told_of(group, own, name, predicate)
    listed = verb if text[slice(*group.lead)].strip() in ("", *ROW_MARKS) else None
    if told and not goes_by_deed(text, group, own, name, predicate):
        return Named((told,), own_verb or verb or called(predicate))
    return Named((whole,), own_verb or listed or predicate or verb, (told,) if told else ())


def _led_or_done(text: str, group: Group, own: Name, verb: Name | None, predicate: Name) -> tuple[Name, Name] | None:
    """Give who is named with things counted, and their deed, where a verb stands before the number.

    Of those who act only a treasury is named: 县财政|每年拿出|1000万的资金. None where no deed stands there, or one of
    several.
    """
    known, alone = lexicon(), not text[group.after[1] : group.after[1] + 1].isdigit()
    if verb is None or aside_of(own.text):
        return None
    if verb.text in _LEADS and predicate and alone:
        return Name(), verb + predicate
    if not own or own.text == verb.text or not own.text.endswith(verb.text):
        return None
    folded, kind = fold(verb.text), group.quantities[-1].kind
    done = folded in known.deed.words or (folded == "安排" and kind == "money")
    if not done or folded in known.nominal.words or kind == "percent":
        return None
    paying = TREASURY.match(own.text) if kind in ("money", "bare") else None
    return (own[: paying.end()] if paying else Name()), verb


def _in_other_words(sentence: Sentence, group: Group, subject: Subject, own: Name, name: Name) -> Named | None:
    """Name a thing where what stands behind its number is no thing but a verb, or says only a side of it."""
    if doers := who_did(sentence, group, own, name):
        return doers
    acts = PREDICATES.match(fold(name.text)) and noun_phrases.is_act(name.text)
    if own and acts and not noun_phrases.is_act(own.text):
        return Named((own,), name)
    if name.text.removeprefix("年度") in _TASKS and own:
        related = sentence.text[group.lead[1] - 1] == "的"
        return Named((sentence.whole((subject.start, group.lead[1])) + name if related else own,))
    if name.text.startswith("规模") and group.quantities[-1].kind == "money" and len(name.text) > 3:
        return Named((name[2:] + name[:2],))
    return None


_PACE = re.compile(
    "(?<=.[^高初集其])中$|(?<=..)(?:的?建设|的)?(?:步伐|进度|进程|力度)$|^[一二三四五六七八九十两]{1,2}[项个大](?=指标|目标|任务)"
)
"""What a clause says of how fast a thing goes on, or how many there are of it again."""
_LEADS = frozenset(("组织", "引导", "带动", "帮助", "动员", "鼓励", "资助", "安排", "推动", "推进", "支持"))
"""Verbs that let those counted do something, which belongs to the deed: 组织|2100万|劳动者|参加培训."""


def _describes(own: str) -> bool:
    """Say whether the words before a number are no mere verb of what was done."""
    if noun_phrases.is_verbal(own) or GOES_OUT.search(own):
        return False
    return aside_of(own) is not None or not noun_phrases.is_act(own)


def _modified(text: str, group: Group, own: Name, name: Name, predicate: Name) -> Name | None:
    """Join a thing counted and the words before its number, where those say which thing it is."""
    of, aside = text.startswith("的", group.after[0]), aside_of(own.text)
    if not of and not aside:
        land = _LAND.fullmatch(name.text) and _PLACE.search(own.text)
        loose = land or _LOOSE.match(name.text) or group.quantities[-1].kind == "percent"
        return own + name if loose and _SAYS.fullmatch(own.text) else None
    if text[group.lead[1] - 1] in "在对向为":
        whole = own.removesuffix("在") + "在" + name + predicate
        return whole + "占比" if group.quantities[-1].kind == "percent" else whole
    if group.quantities[-1].kind == "percent" and _RATES.search(own.text):
        return own
    if aside is None:
        return name + own if own.text.endswith("人口") else own + name
    side, name = own[aside.start() :], name.without(_DOING)
    name = name if of else name[spent_on(fold(name.text)) :]
    if noun_phrases.is_act(name.text):
        return side
    name = name.without(_NEXT_ITEM)
    return name if name.text.endswith(side.text) else name + side


_DOING = re.compile("^(?:进行|开展|[\u4e00-\u9fff]{2,4}了(?=[^，。]{2}))")
"""What was done with a sum, before what it was done to: 投资8亿元|修建了|道路."""
_NEXT_ITEM = re.compile("(?<=..)(?:和|及|与|以及)(?:计划|完成)?总?投资额?$")
"""The side of the next item of a row, which is no part of this one: 总投资8亿元的甲园区|和总投资|6亿元的乙园区."""


def _own_verb(sentence: Sentence, group: Group, subject: Subject, own: Name) -> Name | None:
    """Give the verb before a number: all the words there, or those behind the last mark of a row."""
    last = own.last_of_row()
    if subject.verb and own and noun_phrases.is_act(own.text.lstrip("、和或并")) and not aside_of(own.text):
        return sentence.whole((subject.verb[0], subject.end))
    if last and noun_phrases.is_verbal(last.text):
        return own if noun_phrases.is_verbal(own.text.replace("、", "")) else last
    if last and noun_phrases.is_act(last.text) and not aside_of(last.text):
        return last[lexicon().adverb.ahead(last.text, 0) :] or last
    related = sentence.text.endswith("的", subject.start, group.lead[1])
    if subject.verb:
        if sentence.text[slice(*subject.verb)] in _LEADS and not related and _leads(own):
            return sentence.whole((subject.verb[0], subject.end))
        reaches = not related and not aside_of(own.text) and _REACHES.search(fold(own.text))
        return (closing_verb(own) if reaches else None) or sentence.whole(subject.verb)
    return None if related or aside_of(own.text) else closing_verb(own) or _deed_of_row(sentence, group, own)


def _deed_of_row(sentence: Sentence, group: Group, own: Name) -> Name | None:
    """Give the deed before a row of names, unless the things counted are but where others are: 3个乡镇|13个村的工程."""
    nested = sentence.text[group.after[1] : group.after[1] + 1].isdigit() or group.lead[1] in (0, group.lead[0])
    if nested:
        return None
    rowed = deed_before_row(sentence, group, own) if own else Name()
    return rowed or deed_of_row(own) or done_by_its_place(sentence, group, own) or None


def _leads(own: Name) -> bool:
    """Say whether the words behind a verb of leading are those led and what they do: 引导|企业投入."""
    return not aside_of(own.text) and 0 < len(closing_verb(own).text) < len(own.text) - 1


_REACHES = re.compile(
    "..(?:担任|惠及|覆盖|带动|服务|吸引|吸纳|救助|帮扶|(?:[总合]?共|累计)(?:建设|建成|新建|改造|实施|完成))$"
)
"""A later verb that has the thing counted for its object: 新建|管道|惠及|300万群众."""
_AND_OTHERS = re.compile("(?<=..)(?:和|及|与|、)[^和及与、]{2,30}等$")
"""Names of the thing that the next number counts: 22轮|强降水|和“…”等|15个台风."""
_RATES = re.compile("[率比]$|比[例重]$|覆盖面$")
_LOOSE = re.compile(
    "(?:国家(?:和|及|与)?地区|国家|省区市|省份|项目|项目建设|措施|政策措施|岸线|门类|经验|任务|工程|事项|活动)$"
)
"""A thing that says little without the words before its number: 优化营商环境改革|108项|措施."""
_LAND = re.compile("土地|用地|农田|耕地|林地|草地")
_PLACE = re.compile("(?:园区|开发区|[县镇乡村区市])$")
"""A place before the land of it that is measured: 工业园区|1.4万亩|土地."""
_SAYS = re.compile(r"[^\d、]{2,18}(?<!等)")
_LEVEL = re.compile("[\u4e00-\u9fff]{1,4}级")
_SHARED = re.compile(r"[、和及] ?\d[\d.]* ?(?:[家个项所座处支名]|人次)[^，；。、\d级]{1,4}级([^，；。、\d]{2,14})")
"""The noun that levels side by side share: 210个国家级、369个省级|改革试点."""
_TASKS = frozenset(("任务", "目标", "规模", "工作", "目标任务"))
