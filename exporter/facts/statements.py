"""Parse a sentence into statements of figures: who, how much, how it changed.

A sentence is read as a row of groups, each one or more coordinated quantities with the words
before them (the lead) and behind them. A group states values, changes, or where a change set out;
what a group leaves out (its subject, the value that a growth belongs to) is taken from the groups
before it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from exporter.facts import nouns
from exporter.facts.leads import Lead, read_lead
from exporter.facts.lexicon import PAYER, PURPOSE, lexicon
from exporter.facts.nouns import Subject
from exporter.facts.quantities import Quantity, quantities
from exporter.model import ChangeKind


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of a sentence; offsets count the characters of the sentence."""

    name: str
    value: Quantity | None
    start: int
    end: int
    change: Decimal | None = None
    """Signed; of `multiple` in percent."""
    change_kind: ChangeKind = "none"
    changed: Quantity | None = None
    """The quantity that the change was read from."""
    role: Literal["value", "change", "base", "share", "comparison", "rank", "streak"] = "value"
    scope: str | None = None
    part_of: str | None = None
    verb: str | None = None
    average: bool = False
    arrived: bool = False
    """The value is where a change arrived (提高到)."""
    strive: bool = False
    estimate: bool = False
    run: int = 0
    """Statements of one group have the same number."""


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated quantities, with the places of the words before and behind them."""

    quantities: tuple[Quantity, ...]
    lead: tuple[int, int]
    after: tuple[int, int]
    before: tuple[int, int]
    """The clause before the group's own that holds no quantity, or an empty stretch."""
    fresh: bool
    """The group opens a clause."""


@dataclass(frozen=True, slots=True)
class Context:
    """What later groups of a sentence may leave out."""

    name: str = ""
    """The last subject."""
    whole: str | None = None
    """The subject that 其中 parts."""
    part_of: str | None = None
    scope: str | None = None
    verb: str | None = None
    estimate: bool = False
    strive: bool = False


def statements(text: str, original: str, subject: str = "") -> tuple[Statement, ...]:
    """Parse a folded sentence; names are taken from the sentence as printed. `subject` is who it speaks of if it does not say."""
    masked, asides = _asides(text)
    found = _sentence(masked, original, Context(name=subject))
    for start, end in asides:
        found = _with_aside(found, text, original, start, end)
    return tuple(found)


def _sentence(text: str, original: str, context: Context) -> list[Statement]:
    stated: list[Statement] = []
    for group in _groups(text, quantities(text)):
        stated, context = _read(text, original, group, stated, context)
    return stated


# ---------------------------------------------------------------- groups

_STOP = re.compile("[，；：。！？]")
_JOINT = re.compile(r" ?(?:、|，|和|及|与|以及|或|至)+ ?$")


def _groups(text: str, found: Sequence[Quantity]) -> Iterator[Group]:
    index = 0
    previous = 0
    while index < len(found):
        last = index
        while last + 1 < len(found) and _are_joined(text, found[last], found[last + 1]):
            last += 1
        members = found[index : last + 1]
        after_end = found[last + 1].start if last + 1 < len(found) else len(text)
        stop = _STOP.search(text, members[-1].end, after_end)
        yield _group(text, previous, members, stop.start() if stop else after_end)
        previous = members[-1].end
        index = last + 1


def _are_joined(text: str, left: Quantity, right: Quantity) -> bool:
    if left.form == "rank" or right.form == "rank":
        return False
    gap = text[left.end : right.start]
    if len(gap) > 3 or not _JOINT.match(gap) or ("，" in gap and left.unit != right.unit):
        return False
    return left.kind == right.kind or left.kind == "bare"


def _group(text: str, previous: int, members: Sequence[Quantity], after_end: int) -> Group:
    stops = [stop.start() for stop in _STOP.finditer(text, previous, members[0].start)]
    lead_start = stops[-1] + 1 if stops else previous
    before = (0, 0)
    if stops:
        opening = stops[-2] + 1 if len(stops) > 1 else previous
        before = (opening, stops[-1]) if len(stops) > 1 or previous == 0 else (0, 0)
        if text[stops[-1]] in "：；":
            before = (0, 0)
    last = members[-1]
    unified = tuple(_with_unit(member, last) for member in members)
    return Group(unified, (lead_start, members[0].start), (last.end, after_end), before, bool(stops) or previous == 0)


def _with_unit(member: Quantity, last: Quantity) -> Quantity:
    """Give a member that prints only its magnitude the unit of the last (1409万、1305万人次)."""
    if member.kind != "bare" or last.unit is None or member.unit is None or not last.unit.startswith(member.unit):
        return member
    return dataclasses.replace(member, unit=last.unit, kind=last.kind)


# ---------------------------------------------------------------- one group


def _read(
    text: str, original: str, group: Group, stated: list[Statement], context: Context
) -> tuple[list[Statement], Context]:
    context = _enter(text, group, context)
    lead = read_lead(text, group.lead[0], _rank_verb(text, group))
    if _is_threshold(text, group, lead):
        return stated, context
    streak = _STREAK.search(text, max(group.lead[0], group.lead[1] - 4), group.lead[1]) is not None
    subject = nouns.subject(text, lead.start, lead.end)
    scope = original[slice(*subject.scope)] if subject.scope else context.scope
    context = dataclasses.replace(context, scope=scope)
    if group.quantities[0].kind == "time" and not streak and not _states_time(text, group, lead, subject):
        return stated, context
    change = _is_change(group, lead)
    names, verb = _names(text, original, group, lead, subject, context, change and bool(stated))
    if change and not names:
        return _attach(group, lead, stated, context)
    made = [
        _statement(text, original, group, lead, quantity, name, verb, context, streak, len(stated), change)
        for quantity, name in _shared(group, names, context)
    ]
    if not made:
        return stated, context
    later = dataclasses.replace(context, name=made[-1].name, verb=verb or (None if group.fresh else context.verb))
    if later.part_of is None:
        later = dataclasses.replace(later, whole=made[-1].name)
    return [*stated, *made], later


def _rank_verb(text: str, group: Group) -> int:
    """Give where the lead of a rank ends: before the verb that places it (位居全省|第三)."""
    start, end = group.lead
    if group.quantities[0].form != "rank":
        return end
    found = _PLACED.search(text, start, end)
    return found.start() if found else end


_PLACED = re.compile(
    r"(?:连续[\d一二三四五六七八九十 ]+[年次个月季度]+)?(?:稳|仍|均|都|跃|分|双双|继续|首次)?(?:位?居|位?列|排名(?=[第全居列跃])|排在|名列|跃[居升至]*|升至|上升|提升|跻身|进至|进位|保持|蝉联|前移)"
    r"|(?:稳定|继续|连续|始终)?(?:保持)?(?:在)?全[国省市球](?:各[省市区县]+)?$"
)
_STREAK = re.compile("连续 ?$")
_ESTIMATE = re.compile("预计|估计|预估|初步核算|初步统计|预期可")
_STRIVE = re.compile("力争|争取|争创")
_PART = re.compile(r"其中|当中")


def _enter(text: str, group: Group, context: Context) -> Context:
    """Note what the words of a lead say of all that follows: 其中, 预计, 力争."""
    opening = min(group.before[0], group.lead[0]) if group.before[1] else group.lead[0]
    words = text[opening : group.lead[1]]
    if _PART.search(words):
        context = dataclasses.replace(context, part_of=context.whole)
    elif group.fresh and text[max(0, group.lead[0] - 1) : group.lead[0]] == "；":
        context = dataclasses.replace(context, part_of=None)
    if _ESTIMATE.search(words) or _STRIVE.search(words):
        context = dataclasses.replace(
            context, estimate=_ESTIMATE.search(words) is not None, strive=_STRIVE.search(words) is not None
        )
    return context


def _is_change(group: Group, lead: Lead) -> bool:
    first = group.quantities[0]
    if first.form in ("rank", "ratio"):
        return False
    if first.form == "fold":
        return True
    return lead.role in ("change", "comparison") or (first.kind == "times" and lead.end < group.lead[1])


# ---------------------------------------------------------------- thresholds and times

_OF = re.compile(r" ?的(?!目标|任务|要求|水平|规模|速度|增速|增长|高位|低位|区间|成绩|历史|年度|好)")


def _is_threshold(text: str, group: Group, lead: Lead) -> bool:
    """Say whether a quantity only describes what is spoken of: 1000万元以上项目, 投资超10亿元的项目."""
    last = group.quantities[-1]
    if last.form in ("rank", "fold"):
        return False
    attributive = _is_attributive(text, group)
    if not attributive:
        return False
    if last.kind in ("spec", "time"):
        return last.kind == "spec" or _STREAK.search(text, max(0, group.lead[1] - 4), group.lead[1]) is None
    if last.bound == "exact" or last.qualifier in ("多", "余"):
        return False
    if last.kind in ("count", "person", "household", "bare") and last.qualifier not in ("以上", "及以上", "以下"):
        return _OF.match(text, last.end) is not None and lead.end > lead.start
    if last.kind in ("count", "person", "household"):
        return lexicon().verb.ahead(text, nouns.subject(text, lead.start, group.lead[1]).start) < group.lead[1]
    return True


def _states_time(text: str, group: Group, lead: Lead, subject: Subject) -> bool:
    """Say whether a length of time is a figure (压缩至5个工作日) and not a measure of the telling (用3年时间)."""
    if lead.role in ("change", "base", "comparison") or lead.arrived or lead.end < group.lead[1]:
        return subject.end > subject.start or lead.sign != 0 or lead.end < group.lead[1]
    return _TIMED.search(text, max(subject.start, subject.end - 4), subject.end) is not None


_TIMED = re.compile(r"天数|时间|时限|周期|寿命|年限|期限|时长|日数|工期|年龄$")


def _is_attributive(text: str, group: Group) -> bool:
    """Say whether the thing counted stands behind its number (479个智能制造技改项目)."""
    start, end = group.after
    while start < end and text[start] in " \x01":
        start += 1
    if start >= end or text[start] in "，；。、）：！？〔[—-":
        return False
    if text[start] == "的":
        return _OF.match(text, start) is not None
    return _BEHIND.match(text, start, end) is None


_BEHIND = re.compile(
    r"和|及|与|以及|并|左右|以上|以内|之|，|（|用于|解决|实施|支持|完成|建设|开展|补贴|补助|资助|设立|购置|为|对|给|后|时|来|内|中(?=[，、的])|起|增加|增长|下降|提高|达|至|到|的目标|不等|是|有|位?居|占|同比|比|较|创|再|已|投入|每|均|再造|专项用于|整治|改造"
)


# ---------------------------------------------------------------- names


def _names(
    text: str, original: str, group: Group, lead: Lead, subject: Subject, context: Context, may_attach: bool
) -> tuple[tuple[str, ...], str | None]:
    """Name the subject of each quantity of a group: one for all, or one each. Empty: said before."""
    verb = original[slice(*subject.verb)] if subject.verb else None
    context = dataclasses.replace(context, verb=None) if group.fresh else context
    if lead.whole:
        return _shares(text, original, lead, subject, context), None
    if _is_attributive(text, group) and group.quantities[0].form != "rank" and not _is_change(group, lead):
        return _counted(text, original, group, lead, subject, context)
    if subject.end > subject.start:
        return _own(text, original, group, lead, subject, context), verb
    if may_attach and not _turns(text, group):
        return (), None
    name = context.name or _from_before(text, original, group)
    if not name and group.before[1]:
        name = _from_before(text, original, group)
    return ((name,) if name else ()), context.verb if not lead.role == "change" else None


def _own(text: str, original: str, group: Group, lead: Lead, subject: Subject, context: Context) -> tuple[str, ...]:
    start, end = subject.start, subject.end
    count = len(group.quantities)
    if count > 1 or lead.each:
        names = nouns.parts(text, start, end, 0 if lead.each else count)
        if names:
            return tuple(nouns.print_name(original, name) for name in names)
    name = nouns.print_name(original, ((start, end),))
    if name in lexicon().relative.words and context.name and not subject.verb:
        name = _joined(context.name, name)
    elif nouns.is_verbal(name) and context.name and group.quantities[0].kind == "count":
        name = _joined(_without_verb(context.name), name)
    if PAYER.search(text, max(start, end - 8), end):
        name = _purpose(text, original, group, name) or name
    return (name,)


def _joined(name: str, side: str) -> str:
    return name if name.endswith(side) else name + side


def _without_verb(name: str) -> str:
    """Take the verb off the end of a subject, for another to take its place (养殖场关闭 184 家、改造治理 22 家)."""
    for length in (4, 3, 2):
        if name[-length:] in lexicon().verb.words and len(name) > length + 1:
            return name[:-length]
    return name


def _purpose(text: str, original: str, group: Group, name: str) -> str:
    """Name a sum by what it was for, where its lead names only who paid."""
    start = group.after[0]
    found = PURPOSE.match(text, start)
    if not found:
        return ""
    measure = _MEASURE.match(text, found.end())
    begin = measure.end() if measure else found.end()
    stop = _PURPOSE_END.search(text, begin)
    end = min(stop.start() if stop else len(text), begin + 40)
    what = nouns.print_name(original, ((begin, end),)).removeprefix("了")
    return what + "资金" if len(what) > 1 and not name.startswith(what) else ""


_PURPOSE_END = re.compile(r"[，；。：]|\d")
_MEASURE = re.compile(r"了?(?:[\d.]+[万亿]?(?:个|家|项|座|条|处|所|名|户|公里|台|套)|一批|一系列)")


def _shares(text: str, original: str, lead: Lead, subject: Subject, context: Context) -> tuple[str, ...]:
    """Name a share: the subject with what it is a share of."""
    assert lead.whole is not None
    at, end = lead.whole
    own = nouns.print_name(original, ((subject.start, at),)) if subject.start < at else ""
    of = nouns.print_name(original, ((at, end),))
    if not of.endswith(("比重", "比例", "比率", "份额")):
        of = of + "比重" if len(of) > 1 else "占比"
    names = nouns.parts(text, subject.start, at, 0) if lead.each and own else ()
    if names:
        return tuple(nouns.print_name(original, name) + of for name in names)
    return ((own or context.name) + of,)


def _counted(
    text: str, original: str, group: Group, lead: Lead, subject: Subject, context: Context
) -> tuple[tuple[str, ...], str | None]:
    """Name the thing counted behind its number; what is said of it is its verb."""
    noun, said = nouns.counted(text, *group.after)
    name = nouns.print_name(original, (noun,))
    predicate = nouns.print_name(original, (said,)) if said else ""
    own = nouns.print_name(original, ((subject.start, subject.end),))
    verb = _leading_verb(original, subject, own) or context.verb
    if not name:
        return ((own or context.name,) if own or context.name else ()), verb
    if name in _FUNDS:
        return (_purpose(text, original, group, name) or (own or verb or "") + name,), verb
    if text[group.after[0]] == "的" and own and not verb:
        return (name + own,), None
    if len(name) <= 2 and 1 < len(predicate) <= 24:
        return (predicate + name,), verb
    return (name,), verb or predicate or None


_FUNDS = frozenset(["资金", "专项资金", "财政资金", "补助资金", "补贴", "资金支持", "奖补资金"])


def _leading_verb(original: str, subject: Subject, own: str) -> str | None:
    if subject.verb:
        return original[slice(*subject.verb)]
    return own if own and lexicon().verb.ahead(own, 0) == len(own) else None


def _turns(text: str, group: Group) -> bool:
    """Say whether a clause between the last figure and this one brings a new subject."""
    start, end = group.before
    if end - start < 4:
        return False
    return _CARRIES.match(text, start, end) is None and _TURN.search(text, start, end) is not None


_CARRIES = re.compile(
    r" ?(?:再创|创|连续|超额|位?居|占|高于|低于|快于|比|较|其中|同比|按|扣除|剔除|总量|均|全部|为|是|使)"
)
_TURN = re.compile(
    r"稳步|快速|持续|大幅|明显|进一步|加快|较快|平稳|不断|显著|扎实|顺利|全面|增强|提升|改善|提高|推进|发展"
)


def _from_before(text: str, original: str, group: Group) -> str:
    """Take the subject from the clause before, up to what is said of it."""
    start, end = group.before
    if end <= start:
        return ""
    subject = nouns.subject(text, start, end)
    found = _TURN.search(text, subject.start + 2, end) if end - subject.start > 2 else None
    return nouns.print_name(original, ((subject.start, found.start() if found else end),))[:40]


def _shared(group: Group, names: tuple[str, ...], context: Context) -> Iterator[tuple[Quantity, str]]:
    """Pair quantities with names: one to one, all with one, or one with all."""
    if not names:
        return
    if len(names) == len(group.quantities):
        yield from zip(group.quantities, names, strict=True)
    elif len(group.quantities) == 1:
        yield from ((group.quantities[0], name) for name in names)
    else:
        yield from ((quantity, names[0]) for quantity in group.quantities)


# ---------------------------------------------------------------- statements


def _statement(
    text: str,
    original: str,
    group: Group,
    lead: Lead,
    quantity: Quantity,
    name: str,
    verb: str | None,
    context: Context,
    streak: bool,
    run: int,
    change: bool,
) -> Statement:
    amount, kind = _change(quantity, lead) if change else (None, "none")
    growth_only = change and quantity.kind in ("percent", "point", "times") and lead.role != "comparison"
    role: Literal["value", "change", "base", "share", "comparison", "rank", "streak"] = lead.role
    if quantity.form == "rank":
        role, kind = "rank", "rank"
    elif streak:
        role, name = "streak", _streak_name(text, original, group, name)
    elif change and growth_only:
        role = "change"
    return Statement(
        name,
        None if growth_only else quantity,
        _opening(text, group),
        group.quantities[-1].end,
        amount,
        kind,
        quantity if amount is not None else None,
        role,
        context.scope,
        context.part_of,
        verb,
        lead.average,
        lead.arrived,
        context.strive,
        context.estimate,
        run,
    )


def _opening(text: str, group: Group) -> int:
    """Give where the words of a group begin."""
    start = group.lead[0]
    while start < group.lead[1] and text[start] in " 、\x01":
        start += 1
    return start


def _streak_name(text: str, original: str, group: Group, name: str) -> str:
    start, end = group.after
    what = nouns.print_name(original, ((start, min(end, start + 16)),))
    return f"{name}连续{what}"


def _change(quantity: Quantity, lead: Lead) -> tuple[Decimal | None, ChangeKind]:
    number, sign = quantity.number, lead.sign or 1
    if number is None:
        return None, "none"
    if quantity.form == "fold":
        return (Decimal(2) ** int(number) - 1) * 100 * sign, "multiple"
    if quantity.kind == "times":
        grown = lead.role == "change" and not lead.arrived
        return (number if grown else number - 1) * 100 * sign, "multiple"
    if quantity.unit == "成":
        return number * 10 * sign, "percent"
    if quantity.kind == "percent":
        return (number if quantity.unit else number * 100) * sign, "percent"
    if quantity.kind == "point":
        return number * sign, "percentage_points"
    return number * sign, "absolute"


def _attach(group: Group, lead: Lead, stated: list[Statement], context: Context) -> tuple[list[Statement], Context]:
    """Give changes whose subject was said before to the values they belong to."""
    count = len(group.quantities)
    open_at = [i for i, s in enumerate(stated) if s.changed is None and s.role in ("value", "share", "change")]
    if lead.each and count == 1 and stated:
        targets = [i for i in open_at if stated[i].run == stated[-1].run] or open_at[-1:]
        changes = list(group.quantities) * len(targets)
    else:
        targets = open_at[-count:] if count > 1 else [i for i in open_at[-1:] if i == len(stated) - 1]
        changes = list(group.quantities)
    first = group.quantities[0]
    if len(targets) == len(changes) and first.kind in ("percent", "point", "times"):
        renewed = list(stated)
        for index, quantity in zip(targets, changes, strict=True):
            amount, kind = _change(quantity, lead)
            renewed[index] = dataclasses.replace(
                stated[index],
                change=amount,
                change_kind=kind,
                changed=quantity,
                end=max(stated[index].end, group.quantities[-1].end),
            )
        return renewed, context
    return _more(group, lead, stated, context)


def _more(group: Group, lead: Lead, stated: list[Statement], context: Context) -> tuple[list[Statement], Context]:
    """State a change of its own: a second one of the same subject, or an amount (比上年增加5038亿元)."""
    base = stated[-1]
    names = [s.name for s in stated[-len(group.quantities) :]] if len(group.quantities) > 1 else [base.name]
    if len(names) < len(group.quantities):
        names = [base.name] * len(group.quantities)
    made = []
    for quantity, name in zip(group.quantities, names, strict=True):
        amount, kind = _change(quantity, lead)
        growth_only = quantity.kind in ("percent", "point", "times") and lead.role != "comparison"
        made.append(
            dataclasses.replace(
                base,
                name=name,
                value=None if growth_only else quantity,
                start=group.lead[0],
                end=quantity.end,
                change=amount,
                change_kind=kind,
                changed=quantity,
                role=lead.role if lead.role in ("change", "comparison") else "change",
                average=lead.average,
                run=len(stated),
            )
        )
    return [*stated, *made], context


# ---------------------------------------------------------------- asides

_ASIDE = re.compile(r"（[^（）]{2,80}）")
_DIGIT = re.compile(r"[\d一二三四五六七八九十百]")


def _asides(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take bracketed asides that hold a quantity out of a sentence, and say where they stood."""
    if "（" not in text:
        return text, []
    found = [m.span() for m in _ASIDE.finditer(text) if _DIGIT.search(m[0]) and quantities(m[0][1:-1])]
    for start, end in found:
        text = text[:start] + "\x01" * (end - start) + text[end:]
    return text, found


def _with_aside(found: list[Statement], text: str, original: str, start: int, end: int) -> list[Statement]:
    """Read an aside: its figures belong to the figure before it, with the scope that the aside names."""
    before = [s for s in found if s.end <= start]
    subject = before[-1].name if before else ""
    inner = " " * (start + 1) + text[start + 1 : end - 1]
    made = _sentence(inner, original, Context(name=subject, whole=subject or None))
    return sorted([*found, *made], key=lambda s: (s.start, s.end))
