"""Parse a sentence into statements of figures: who, how much, how it changed.

A sentence is read as a row of groups, each one or more coordinated quantities with the words
before and behind them. A group states values, changes, or where a change set out; what it leaves
out (its subject, the value that a growth belongs to) is taken from the groups before it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.facts import naming, nouns
from exporter.facts.groups import COUNTS, Group, groups, is_streak, is_threshold, states_time
from exporter.facts.leads import Lead, read_lead
from exporter.facts.lexicon import lexicon
from exporter.facts.naming import Named, Sentence
from exporter.facts.nouns import Subject
from exporter.facts.quantities import Quantity, quantities
from exporter.model import ChangeKind

StatementRole: TypeAlias = Literal["value", "change", "base", "share", "comparison", "rank", "streak"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of a sentence; offsets count the characters of the sentence."""

    name: str
    value: Quantity | None
    start: int
    end: int
    clause: int
    role: StatementRole = "value"
    change: Decimal | None = None
    """Signed; of `multiple` in percent."""
    change_kind: ChangeKind = "none"
    changed: Quantity | None = None
    """The quantity that the change was read from."""
    scope: str | None = None
    part_of: str | None = None
    verb: str | None = None
    average: bool = False
    arrived: bool = False
    """The value is where a change arrived (提高到)."""
    strive: bool = False
    estimate: bool = False
    extra: bool = False
    """A further change of a subject whose value was stated before."""


@dataclass(frozen=True, slots=True)
class Context:
    """What later groups of a sentence may leave out."""

    subjects: tuple[str, ...] = ()
    whole: str | None = None
    """The subject that 其中 parts."""
    part_of: str | None = None
    scope: str | None = None
    verb: str | None = None
    estimate: bool = False
    strive: bool = False


def statements(text: str, original: str) -> tuple[Statement, ...]:
    """Parse a folded sentence; names are taken from the sentence as printed."""
    masked, asides = _asides(text)
    stated = _parse(Sentence(masked, original), Context())
    for start, end in asides:
        stated = _with_aside(stated, text, original, start, end)
    return tuple(stated)


def _parse(sentence: Sentence, context: Context) -> list[Statement]:
    stated: list[Statement] = []
    for group in groups(sentence.text, quantities(sentence.text)):
        stated, context = _read(sentence, group, stated, context)
    return stated


# ---------------------------------------------------------------- one group


@dataclass(frozen=True, slots=True)
class Reading:
    """A group with its lead and its subject, read."""

    group: Group
    lead: Lead
    subject: Subject
    change: bool
    """The numbers say how something changed."""
    streak: bool


def _read(
    sentence: Sentence, group: Group, stated: list[Statement], context: Context
) -> tuple[list[Statement], Context]:
    context = _enter(sentence.text, group, context)
    reading = _reading(sentence, group)
    if reading is None:
        return stated, context
    if reading.subject.scope:
        context = dataclasses.replace(context, scope=sentence.original[slice(*reading.subject.scope)])
    own = reading.subject.end > reading.subject.start
    if not own and reading.lead.each and stated and group.quantities[0].form != "fold":
        return _to_each(reading, stated, context)
    if reading.change and not own and stated and not naming.turns(sentence.text, group):
        return _attach(reading, stated, context)
    named = _name(sentence, reading, context)
    made = [_statement(sentence, reading, one, name, named.verb, context) for one, name in _paired(reading, named)]
    if not made:
        return stated, context
    return [*stated, *made], _leave(context, made[-1], named, group)


def _reading(sentence: Sentence, group: Group) -> Reading | None:
    """Read the lead of a group; None if its numbers are no figures."""
    text = sentence.text
    lead = read_lead(text, group.lead[0], _before_place(text, group))
    if is_threshold(text, group, lead):
        return None
    streak = is_streak(text, group)
    if group.quantities[0].kind == "time" and not streak and not states_time(lead, text, group):
        return None
    if lead.soft and group.quantities[0].kind in _COUNTED:
        lead = dataclasses.replace(lead, end=group.lead[1], role="value", sign=0)
    if streak or group.quantities[0].form == "rank":
        lead = dataclasses.replace(lead, role="value", sign=0, end=_with_growth(text, lead))
    lead = _leading_change(text, group, _multiple(text, group, lead))
    subject = nouns.subject(text, lead.start, lead.end)
    change = _is_change(group, lead)
    if subject.verb and (change or group.quantities[0].kind == "percent"):
        subject = dataclasses.replace(subject, start=subject.verb[0], verb=None)
    return Reading(group, lead, subject, change, streak)


def _with_growth(text: str, lead: Lead) -> int:
    """Give the end of a subject with the noun of growth that a place or a streak speaks of (增速居全国第2位)."""
    found = _GROWTH.match(text, lead.end)
    return found.end() if found else lead.end


_GROWTH = re.compile("(?:增速|增幅|涨幅|降幅|增长率)")
_COUNTED = COUNTS | {"length", "area", "volume", "traffic"}


def _multiple(text: str, group: Group, lead: Lead) -> Lead:
    """Read what a multiple is a multiple of, where that is an earlier time: 是|2011年的|3.14倍."""
    found = _TIMES_OF.search(text, lead.start, group.lead[1]) if group.quantities[0].kind == "times" else None
    if not found:
        return lead
    return dataclasses.replace(lead, end=min(lead.end, found.start()), compared=found.start())


_TIMES_OF = re.compile(
    r"(?:是|为|达|相当于)?(?:到)?(?:[^，。；是为]{0,8}(?:年|上个|前|同期|时|五年|初)[^，。；]{0,6})的? ?$"
)


def _leading_change(text: str, group: Group, lead: Lead) -> Lead:
    """Read a percentage whose verb stands before its object: 精简|会议|41%."""
    if group.quantities[0].kind != "percent" or lead.role != "value" or lead.arrived or lead.end < group.lead[1]:
        return lead
    opening = nouns.subject(text, lead.start, lead.end)
    start = opening.verb[0] if opening.verb else opening.start
    after = lexicon().verb.ahead(text, start, lead.end)
    kind = lexicon().tail.get(text[start:after]) if start < after < lead.end else None
    if kind not in ("up", "down"):
        return lead
    return dataclasses.replace(lead, start=after, role="change", sign=1 if kind == "up" else -1)


def _before_place(text: str, group: Group) -> int:
    """Give where the lead of a rank ends: before the verb that places it (位居全省|第三)."""
    start, end = group.lead
    found = _PLACED.search(text, start, end) if group.quantities[0].form == "rank" else None
    return found.start() if found else end


_PLACED = re.compile(
    r"(?:连续[\d一二三四五六七八九十 ]+[年次个月季度]+)?(?:稳|仍|跃|继续|首次)?"
    r"(?:位?居|位?列|排名(?=[第全居列跃])|排在|名列|跃[居升至]*|升至|上升|提升|跻身|进至|进位|蝉联|前移)"
    r"|(?:稳定|继续|连续|始终)?(?:保持)?(?:在)?(?:全[国省市球县区]|世界|同类城市)(?:各[省市区县]+)?$"
)
_ESTIMATE = re.compile("预计|估计|预估|预测")
_STRIVE = re.compile("力争|争取(?=达到|实现|完成|突破|全年|年内|到|使|在)")
_PART = re.compile("其中|当中")
_PARTS = re.compile("(?:其中|当中)[，：]|其中[^，；。]{0,40}占")
"""其中 that speaks for all clauses behind it, not only for its own."""


def _enter(text: str, group: Group, context: Context) -> Context:
    """Note what the words before a group say of all that follows: 其中, 预计, 力争."""
    opening = group.before[0] if group.before[1] else group.lead[0]
    words = text[opening : group.lead[1]]
    if _PART.search(words):
        context = dataclasses.replace(context, part_of=context.whole)
    elif group.anew or (group.fresh and not _PARTS.search(text, 0, group.lead[0])):
        context = dataclasses.replace(context, part_of=None)
    if group.anew:
        context = dataclasses.replace(context, subjects=())
    if group.fresh and context.verb:
        context = dataclasses.replace(context, verb=None)
    estimate, strive = _ESTIMATE.search(words) is not None, _STRIVE.search(words) is not None
    if estimate or strive:
        context = dataclasses.replace(context, estimate=estimate, strive=strive)
    return context


def _leave(context: Context, last: Statement, named: Named, group: Group) -> Context:
    """Note what a group leaves to those behind it."""
    whole = context.whole if context.part_of is not None else last.name
    verb = named.verb or (None if group.fresh else context.verb)
    return dataclasses.replace(context, subjects=named.subjects or named.names, whole=whole, verb=verb)


def _is_change(group: Group, lead: Lead) -> bool:
    first = group.quantities[0]
    if first.form in ("rank", "ratio") or lead.role == "base":
        return False
    if first.form == "fold" or lead.role in ("change", "comparison"):
        return True
    return first.kind == "times" and lead.compared >= 0


# ---------------------------------------------------------------- subjects and their numbers


def _name(sentence: Sentence, reading: Reading, context: Context) -> Named:
    group, lead, subject = reading.group, reading.lead, reading.subject
    own = subject.end > subject.start
    if lead.role == "comparison" and own:
        return Named((sentence.cut((subject.start, subject.end), (lead.compared, group.lead[1])),))
    spoken = context.subjects
    if not reading.change and not reading.streak:
        return naming.name_values(sentence, group, lead, subject, spoken, context.verb)
    if own:
        return naming.name_own(sentence, group, lead, subject, spoken)
    if naming.turns(sentence.text, group) or not spoken:
        before = naming.name_before(sentence, group, len(group.quantities))
        spoken = before or spoken
    return Named(spoken if len(spoken) == len(group.quantities) else spoken[-1:] or ("",) * reading.streak)


def _paired(reading: Reading, named: Named) -> list[tuple[Quantity, str]]:
    """Pair quantities with names: one to one, one name with all, or one quantity with each name."""
    members, names = reading.group.quantities, named.names
    if not names:
        return []
    if len(names) == len(members):
        return list(zip(members, names, strict=True))
    if len(members) == 1:
        return [(members[0], name) for name in names]
    return [(member, names[0]) for member in members]


def _statement(
    sentence: Sentence, reading: Reading, quantity: Quantity, name: str, verb: str | None, context: Context
) -> Statement:
    group, lead = reading.group, reading.lead
    amount, kind = _change(quantity, lead) if reading.change else (None, "none")
    role: StatementRole = lead.role
    if quantity.form == "rank":
        role, kind = "rank", "rank"
    elif reading.streak:
        role, name = "streak", naming.name_streak(sentence, group, name)
    return Statement(
        name,
        None if _is_growth(quantity, reading) else quantity,
        _opening(sentence.text, group),
        group.quantities[-1].end,
        group.clause,
        role,
        amount,
        kind,
        quantity if amount is not None else None,
        context.scope,
        context.part_of,
        verb,
        lead.average or _YEARLY.search(sentence.text, *group.lead) is not None,
        lead.arrived,
        context.strive,
        context.estimate,
    )


_YEARLY = re.compile("年均|平均每年")


def _is_growth(quantity: Quantity, reading: Reading) -> bool:
    """Say whether a number is a growth and nothing else."""
    return reading.change and reading.lead.role != "comparison" and quantity.kind in ("percent", "point", "times")


def _opening(text: str, group: Group) -> int:
    """Give where the words of a group begin."""
    start = group.lead[0]
    while start < group.lead[1] and text[start] in " 、\x01":
        start += 1
    return start


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
        return (number if quantity.unit else (number * 100).quantize(_HUNDREDTH)) * sign, "percent"
    if quantity.kind == "point":
        return number * sign, "percentage_points"
    return number * sign, "absolute"


_HUNDREDTH = Decimal("0.01")
"""To which a part (三分之一) is rounded where it says a change in percent."""

# ---------------------------------------------------------------- numbers whose subject was said before


def _to_each(reading: Reading, stated: list[Statement], context: Context) -> tuple[list[Statement], Context]:
    """Give a number to every subject of the clause before (均增长8%, 均居全国首位)."""
    quantity = reading.group.quantities[0]
    targets = _last_clause(stated)
    if reading.change and all(stated[i].changed is None for i in targets):
        return _changed(reading, stated, targets, [quantity] * len(targets)), context
    return [*stated, *(_further(reading, stated[i], quantity) for i in targets)], context


def _last_clause(stated: Sequence[Statement]) -> list[int]:
    """Give the places of the statements of the last clause; of the last two where that holds one."""
    clause = stated[-1].clause
    found = [i for i, one in enumerate(stated) if one.clause == clause and not one.extra]
    return found if len(found) > 1 else list(range(max(0, len(stated) - 2), len(stated)))


def _attach(reading: Reading, stated: list[Statement], context: Context) -> tuple[list[Statement], Context]:
    """Give changes whose subjects were said before to the values they belong to."""
    members = reading.group.quantities
    main = [i for i, one in enumerate(stated) if not one.extra and one.role != "base"]
    if not main:
        return stated, context
    open_at = [i for i in main if stated[i].changed is None and stated[i].role in ("value", "share", "change")]
    targets = open_at[-len(members) :] if len(members) > 1 else [i for i in open_at[-1:] if i == main[-1]]
    if len(targets) == len(members) and all(_is_growth(one, reading) for one in members):
        return _changed(reading, stated, targets, members), context
    sources = [stated[i] for i in main[-len(members) :]]
    sources = sources if len(sources) == len(members) else [stated[main[-1]]] * len(members)
    return [*stated, *(_further(reading, s, one) for s, one in zip(sources, members, strict=True))], context


def _changed(
    reading: Reading, stated: Sequence[Statement], targets: Sequence[int], members: Sequence[Quantity]
) -> list[Statement]:
    renewed = list(stated)
    for index, quantity in zip(targets, members, strict=True):
        amount, kind = _change(quantity, reading.lead)
        end = max(stated[index].end, reading.group.quantities[-1].end)
        renewed[index] = dataclasses.replace(stated[index], change=amount, change_kind=kind, changed=quantity, end=end)
    return renewed


def _further(reading: Reading, source: Statement, quantity: Quantity) -> Statement:
    """State a further number of a subject: a second change, an amount (比上年增加5038亿元), a rank."""
    amount, kind = _change(quantity, reading.lead) if reading.change else (None, "none")
    role: StatementRole = "rank" if quantity.form == "rank" else reading.lead.role
    return dataclasses.replace(
        source,
        value=None if _is_growth(quantity, reading) else quantity,
        start=reading.group.lead[0],
        end=quantity.end,
        role=role,
        change=amount,
        change_kind="rank" if role == "rank" else kind,
        changed=quantity if amount is not None else None,
        average=reading.lead.average,
        arrived=reading.lead.arrived,
        extra=reading.change,
    )


# ---------------------------------------------------------------- asides

_ASIDE = re.compile(r"（[^（）]{2,80}）")
_DIGIT = re.compile(r"[\d一二三四五六七八九十百]")


def _asides(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take bracketed asides that hold a quantity out of a sentence, and say where they stood."""
    if "（" not in text:
        return text, []
    found = [m.span() for m in _ASIDE.finditer(text) if _DIGIT.search(m[0]) and quantities(m[0][1:-1])]
    if found:
        pieces = [
            text[left:right]
            for left, right in zip((0, *(e for _, e in found)), (*(s for s, _ in found), None), strict=True)
        ]
        gaps = ["\x01" * (end - start) for start, end in found] + [""]
        text = "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    return text, found


def _with_aside(stated: list[Statement], text: str, original: str, start: int, end: int) -> list[Statement]:
    """Read an aside: its figures belong to the figure before it, with the scope that the aside names."""
    before = [one for one in stated if one.end <= start]
    subject = before[-1].name if before else ""
    inner = " " * (start + 1) + text[start + 1 : end - 1]
    made = _parse(Sentence(inner, original), Context((subject,) if subject else (), subject or None))
    return sorted([*stated, *made], key=lambda one: (one.start, one.end))
