"""Name what a group of quantities is about, from the words around it and from what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exporter.facts import nouns
from exporter.facts.groups import Group, is_attributive
from exporter.facts.indicators import canonical
from exporter.facts.leads import Lead, read_lead
from exporter.facts.lexicon import PAYER, PURPOSE, lexicon
from exporter.facts.nouns import Subject


@dataclass(frozen=True, slots=True)
class Named:
    """The subjects of a group, one for all its quantities or one each; none: they were said before."""

    names: tuple[str, ...] = ()
    verb: str | None = None
    """What was done with the thing counted."""
    subjects: tuple[str, ...] = ()
    """What a later group means that leaves its subject out; empty: the names."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, folded and as printed."""

    text: str
    original: str

    def cut(self, *name: tuple[int, int]) -> str:
        """Give stretches of the sentence as a name."""
        return nouns.print_name(self.original, name)


def name_values(
    sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[str, ...], verb: str | None
) -> Named:
    """Name the subject of values; `spoken` is the last subject, `verb` the last verb of the clause."""
    if lead.whole:
        return _share(sentence, group, lead, subject, spoken)
    if group.quantities[0].form != "rank" and lead.role != "base" and is_attributive(sentence.text, group):
        return _counted(sentence, group, lead, subject, verb) or Named(spoken[-1:], verb)
    if subject.end > subject.start:
        return name_own(sentence, group, lead, subject, spoken)
    if spoken:
        return Named(spoken if len(spoken) == len(group.quantities) else spoken[-1:], verb)
    return Named(name_before(sentence, group), verb)


def name_own(sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[str, ...]) -> Named:
    """Name the subject that a group has before its numbers."""
    verb = sentence.original[slice(*subject.verb)] if subject.verb else None
    count = len(group.quantities)
    names = (
        name_parts(sentence, subject.start, subject.end, 0 if lead.each else count) if count > 1 or lead.each else ()
    )
    if names:
        return Named(names, verb)
    return _side(sentence, group, subject, spoken, verb) or _whole_name(sentence, group, lead, subject, spoken, verb)


def name_parts(sentence: Sentence, start: int, end: int, count: int) -> tuple[str, ...]:
    """Name coordinated subjects each: 化学需氧量、二氧化硫排放量, 城乡居民收入; empty if there are not `count`."""
    names = nouns.parts(sentence.text, start, end, count)
    if names:
        return tuple(sentence.cut(*name) for name in names)
    both = _BOTH.search(sentence.text, start, end) if count in (0, 2) else None
    if not both:
        return ()
    before, rest = sentence.cut((start, both.start())), sentence.cut((both.end(), end))
    return tuple(before + one + rest for one in _EACH_OF[both[0]])


_BOTH = re.compile("城乡(?=居民|低保|人均|常住|特困|基本)|存贷款")
_EACH_OF = {"城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款")}


def _whole_name(
    sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[str, ...], verb: str | None
) -> Named:
    name = sentence.cut((subject.start, subject.end))
    whole = sentence.cut((subject.verb[0], subject.end)) if subject.verb else name
    if verb and _keeps_verb(whole, name):
        name, verb = whole, None
    purpose = _purpose(sentence, group, name) if PAYER.search(name) and lead.role != "base" else ""
    if purpose:
        return Named((purpose,), verb)
    if nouns.is_verbal(name) and spoken and group.quantities[0].kind in ("count", "person", "household"):
        return Named((_joined(_without_verb(spoken[-1]), name),))
    return Named((name,), verb)


def _side(
    sentence: Sentence, group: Group, subject: Subject, spoken: tuple[str, ...], verb: str | None
) -> Named | None:
    """Name a side of the subject that was said before: 总量, 占比, 覆盖率."""
    name = sentence.cut((subject.start, subject.end))
    side = name.rpartition("、")[2]
    if (
        side not in lexicon().relative.words
        or verb
        or not spoken
        or (PAYER.search(side) and _purpose(sentence, group, side))
    ):
        return None
    many = spoken if len(spoken) == len(group.quantities) else spoken[-1:]
    return Named(tuple(_joined(one, side) for one in many), None, many)


def name_before(sentence: Sentence, group: Group, count: int = 1) -> tuple[str, ...]:
    """Take the subject from the clause before, up to what is said of it there; `count` subjects if it has them."""
    start, end = group.before
    if end <= start:
        return ()
    subject = nouns.subject(sentence.text, start, end)
    found = _TURN.search(sentence.text, subject.start + 2, end) if end - subject.start > 2 else None
    last = read_lead(sentence.text, subject.start, found.start() if found else end).end
    names = name_parts(sentence, subject.start, last, count) if count > 1 else ()
    name = sentence.cut((subject.start, last))[:40]
    return names or ((name,) if name else ())


def turns(text: str, group: Group) -> bool:
    """Say whether a clause between the last figure and this one brings a new subject."""
    start, end = group.before
    return end - start >= 4 and not _CARRIES.match(text, start, end) and _TURN.search(text, start, end) is not None


def name_streak(sentence: Sentence, group: Group, name: str) -> str:
    """Name a streak: 企业退休人员基本养老金|连续|增加."""
    start = group.after[0]
    stop = _PURPOSE_STOP.search(sentence.text, start)
    end = min(stop.start() if stop else len(sentence.text), start + 20)
    return f"{name}连续{sentence.cut((start, end))}"


_TURN = re.compile(
    "稳步|快速|持续|大幅|明显|进一步|加快|较快|平稳|不断|显著|扎实|顺利|全面|首次|近年来|(?:增强|提升|改善|提高|推进|发展)$|上台阶|新高|逐步|回落|回升|收窄|继续|稳定"
)
_CARRIES = re.compile(
    r" ?(?:再创|创|连续|超额|位?居|占|高于|低于|快于|比|较|其中|同比|按|扣除|剔除|总量|均|全部|为|是|使|实现连续)"
)
_PURPOSE_STOP = re.compile("[，；。：、！？]")
_ASIDES = re.compile("(?:投资|总投资|投资额|面积|占地|规模|总长|长|金额|价值|容量|能力|造价|用地)$")
"""Sides of a thing that are printed before it: 总投资12亿元的新校区."""
_ALL = re.compile("^(?:均|全部|都|已)+")
_TASKS = frozenset(("任务", "目标", "规模", "工作", "目标任务"))
_FUNDS = frozenset(("资金", "专项资金", "财政资金", "补助资金", "补贴", "资金支持", "奖补资金", "扶持资金"))


def _keeps_verb(whole: str, rest: str) -> bool:
    """Say whether an indicator is known with its verb and means another thing without it: 新增人民币贷款."""
    known = canonical(whole)
    return known is not None and canonical(rest) is not known


def _joined(spoken: str, side: str) -> str:
    """Join a subject and one of its sides: 经营主体|总量."""
    start = lexicon().verb.ahead(spoken, 0)
    if spoken.startswith("新") and start and len(spoken) - start > 1:
        spoken = spoken[start:]
    return spoken if spoken.endswith(side) else _OWN_MEASURE.sub("", spoken) + side


_OWN_MEASURE = re.compile("(?<=..)(?:播种面积|种植面积|面积|资产总额|产量|产值|数量|总量|人数|金额)$")


def _without_verb(name: str) -> str:
    """Take the verb off the end of a subject, for another to take its place (养殖场关闭 184 家、改造治理 22 家)."""
    for length in (4, 3, 2):
        if name[-length:] in lexicon().verb.words and len(name) > length + 1:
            return name[:-length]
    return name


def _purpose(sentence: Sentence, group: Group, name: str) -> str:
    """Name a sum by what it was for, where the words before it name only who paid."""
    text = sentence.text
    found = PURPOSE.match(text, group.after[0])
    if not found or (name.endswith("资金") and name not in _FUNDS and len(name) > 4):
        return ""
    measure = _MEASURE.match(text, found.end())
    begin = measure.end() if measure else found.end()
    stop = _PURPOSE_END.search(text, begin)
    if stop and stop[0].isdigit() and "，" in found[0]:
        return ""  # the clause behind has a figure of its own
    what = sentence.cut((begin, min(stop.start() if stop else len(text), begin + 40))).removeprefix("了")
    if len(what) < 2 or what in _FUNDS or name.startswith(what):
        return ""
    return what if what.endswith("资金") else what + "资金"


_PURPOSE_END = re.compile(r"[，；。：]|\d")
_MEASURE = re.compile(r"了?(?:[\d.]+[万亿]?(?:个|家|项|座|条|处|所|名|户|公里|台|套)|一批|一系列)")


def _share(sentence: Sentence, group: Group, lead: Lead, subject: Subject, spoken: tuple[str, ...]) -> Named:
    """Name a share: the subject with what it is a share of."""
    assert lead.whole is not None
    at, end = lead.whole
    own = sentence.cut((subject.start, at)) if subject.start < at else ""
    of = sentence.cut((at, end))
    if not of.endswith(("比重", "比例", "比率", "份额")):
        of = of + "比重" if len(of) > 1 else "占比"
    count = 0 if lead.each else len(group.quantities)
    names = name_parts(sentence, subject.start, at, count) if own and count != 1 else ()
    if not names:
        names = (own,) if own else spoken if len(spoken) == len(group.quantities) else spoken[-1:] or ("",)
    shares = tuple(name + of for name in names)
    return Named(shares, None, shares if lead.role == "base" else tuple(filter(None, names)))


def _counted(sentence: Sentence, group: Group, lead: Lead, subject: Subject, verb: str | None) -> Named | None:
    """Name the thing counted behind its number; what is said of it there is its verb."""
    text = sentence.text
    noun, said = nouns.counted(text, *group.after)
    name = sentence.cut(noun)
    predicate = sentence.cut(said) if said else ""
    own = sentence.cut((subject.start, subject.end))
    own_verb = _own_verb(sentence, subject, own)
    if not name:
        return Named((own,), own_verb or verb) if own else None
    if name in _TASKS and own:
        return Named((own,), own_verb)
    if name in _FUNDS:
        return Named((_purpose(sentence, group, name) or (own or verb or "") + name,), own_verb or verb)
    if own and text.startswith("的", group.after[0]) and not nouns.is_verbal(own):
        if text[group.lead[1] - 1] in "在对向为":
            return Named((own.removesuffix("在") + "在" + name + predicate,))
        return Named((name + own if _ASIDES.search(own) else own + name,), own_verb)
    if len(name) <= 2 and 1 < len(predicate) <= 24:
        return Named((_ALL.sub("", predicate) + name,), own_verb or verb)
    return Named((name,), own_verb or verb or predicate or None)


def _own_verb(sentence: Sentence, subject: Subject, own: str) -> str | None:
    """Give the verb before a number: all the words there, or those behind the last mark of a row."""
    last = own.rpartition("、")[2]
    if last and nouns.is_verbal(last):
        return own if nouns.is_verbal(own.replace("、", "")) else last
    return sentence.original[slice(*subject.verb)] if subject.verb else None
