"""Parse a sentence into statements of figures: who, how much, how it changed.

A sentence is read as a row of groups, each one or more coordinated quantities with the words
before and behind them. A group states values, changes, or where a change set out; what it leaves
out (its subject, the value that a growth belongs to) is taken from the groups before it.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements import measures
from exporter.facts.statements import subjects as naming
from exporter.facts.statements.asides import counted_anew, taken_out
from exporter.facts.statements.changes import (
    Statement,
    StatementRole,
    attach,
    change_of,
    is_growth,
    is_of_a_stock,
    to_each,
)
from exporter.facts.statements.clause_before import name_before, opening_of, turns, whole_before
from exporter.facts.statements.figure_before import like_wholes, of_the_last
from exporter.facts.statements.groups import Group, groups
from exporter.facts.statements.kinds_shared import of_their_kind
from exporter.facts.statements.lead_reading import Reading, read_group, without_classes
from exporter.facts.statements.lists import listed, of_its_level, of_their_class, shared_backwards
from exporter.facts.statements.persons import things_of_a_rate
from exporter.facts.statements.sentence import Name, Named, Sentence, is_level, one_each
from exporter.facts.statements.sides import are_of_earlier, is_of_a_side, name_compared
from exporter.facts.statements.soundness import is_mingled, tells_of_some
from exporter.facts.statements.sums import named_beside
from exporter.facts.statements.surroundings import beside
from exporter.facts.statements.thresholds import with_bound_of_deed


@dataclass(frozen=True, slots=True)
class Context:
    """What later groups of a sentence may leave out."""

    subjects: tuple[Name, ...] = ()
    earlier: tuple[Name, ...] = ()
    """Subjects of the clause before a semicolon, for a clause that names only another scope."""
    whole: Name | None = None
    """The subject that 其中 parts."""
    part_of: Name | None = None
    scope: Name | None = None
    verb: Name | None = None
    estimate: bool = False
    strive: bool = False


def statements(
    text: str, original: str, earlier: tuple[Name, ...] = (), whole: Name | None = None
) -> tuple[Statement, ...]:
    """Parse a folded sentence; names are as printed, `earlier` and `whole` are what one before told of (其中)."""
    masked, asides = taken_out(text)
    stated = _parse(Sentence(masked, original), Context(earlier=earlier, whole=whole))
    for start, end in asides:
        stated = _with_aside(stated, text, original, start, end)
    return tuple(stated)


def _parse(sentence: Sentence, context: Context) -> list[Statement]:
    stated: list[Statement] = []
    for group in groups(sentence.text, without_classes(sentence.text)):
        stated, context = _read(sentence, with_bound_of_deed(sentence.text, group), stated, context)
    stated = named_beside(sentence.text, like_wholes(stated))
    return [measures.with_field(sentence, one) if one.role == "rank" else one for one in stated]


def _read(
    sentence: Sentence, group: Group, stated: list[Statement], context: Context
) -> tuple[list[Statement], Context]:
    context = _enter(sentence, group, context)
    reading = read_group(sentence.text, group)
    if reading is None:
        return stated, context
    if reading.subject.scope:
        subjects = context.subjects or context.earlier
        context = dataclasses.replace(context, scope=sentence.whole(reading.subject.scope), subjects=subjects)
    elif group.fresh and reading.subject.verb is not None and is_level(context.scope):
        context = dataclasses.replace(context, scope=None)  # 新增省级企业50家，|新增|经营主体10万户
    own = reading.subject.end > reading.subject.start
    side = sentence.text[reading.subject.start : reading.subject.end]
    if not context.subjects and are_of_earlier(side, context.earlier):
        context = dataclasses.replace(context, subjects=context.earlier)
    if not own and reading.lead.each and stated and len(group.quantities) == 1:
        return to_each(reading, stated), context
    if reading.change and not own and stated and not turns(sentence.text, group):
        attached = attach(reading, stated, is_of_a_stock(sentence.text, reading))
        return _renamed(sentence, reading, attached, len(stated)), context
    named = of_their_kind(reading, _name(sentence, reading, context), stated, context.part_of)
    named = of_its_level(sentence, reading, named, stated)
    named = of_the_last(sentence, reading, of_their_class(sentence, group, named), stated)
    named = listed(sentence, reading, named, context.verb, stated)
    pairs = _paired(sentence.text, reading, named)
    made = [_statement(sentence, reading, one, name, named, context) for one, name in pairs]
    if not made:
        return stated, context
    return [*shared_backwards(sentence, stated, made[0]), *made], _leave(context, made[-1], named, group)


def _renamed(sentence: Sentence, reading: Reading, stated: list[Statement], before: int) -> list[Statement]:
    """Name what stands behind `before` by what it is compared with (增速|高于全国), or a count by its things."""
    new = stated[before:]
    names = things_of_a_rate(reading.group, tuple(one.name for one in new))
    if reading.lead.role == "comparison":
        other = sentence.cut((reading.lead.compared, reading.group.lead[1]))
        grown = stated[before - 1].change_kind in ("percent", "multiple")
        names = tuple(name_compared(one.name, other, grown) for one in new)
    return [*stated[:before], *(dataclasses.replace(one, name=name) for one, name in zip(new, names, strict=True))]


_ESTIMATE = re.compile("预计|估计|预估|预测(?=[为达将，])")
_FORESEEN = re.compile(
    rf"^(?:(?:[^0-9；]|[12][0-9]{{3}}年)*[，：])?(?:[0-9]{{4}}年|去年|今年|全年|上年|全[省市县区]|初步)*(?:{_ESTIMATE.pattern})"
)
_STRIVE = re.compile("力争|争取(?=达到|实现|完成|突破|全年|年内|到(?:20|二零|明年|今年|年底|期末|本世纪)|使|在)")
_PART = re.compile("其中|当中")
_PARTS = re.compile("(?:其中|当中)[，：]|其中[^，；。]{0,40}占")
"""其中 that speaks for all clauses behind it, not only for its own."""


def _enter(sentence: Sentence, group: Group, context: Context) -> Context:
    """Note what the words before a group say of all that follows: 其中, 预计, 力争."""
    opening = group.before[0] if group.before[1] else group.lead[0]
    text, part_of = sentence.text, context.part_of
    words = text[opening : group.lead[1]]
    if _PART.search(words):
        part_of = context.whole or whole_before(sentence, group)
    elif group.anew or (group.fresh and not _PARTS.search(text, 0, group.lead[0])):
        part_of = None
    estimate = _ESTIMATE.search(text, max(0, opening - len("预计：")), group.lead[1]) is not None
    strive = _STRIVE.search(words) is not None
    if not estimate and not strive:
        estimate = context.estimate and (not group.anew or _FORESEEN.search(text, 0, opening) is not None)
        strive = context.strive and (not group.anew or _STRIVE.match(text) is not None)
    return Context(
        () if group.anew else context.subjects,
        context.earlier,
        context.whole,
        part_of,
        None if group.anew and is_level(context.scope) else context.scope,
        None if group.fresh else context.verb,
        estimate,
        strive,
    )


def _leave(context: Context, last: Statement, named: Named, group: Group) -> Context:
    """Note what a group leaves to those behind it."""
    parted = context.part_of is not None or last.name.text.startswith(("人均", "户均"))
    whole = context.whole if parted else last.name if len(named.names) < 2 else None
    subjects = named.subjects or named.names
    behind = named.verb is not None and not named.verb.text.endswith("增") and _is_behind(named.verb, subjects)
    verb = (None if behind else named.verb) or (None if group.fresh else context.verb)
    return dataclasses.replace(context, subjects=subjects, earlier=subjects, whole=whole, verb=verb, scope=last.scope)


def _is_behind(verb: Name, names: tuple[Name, ...]) -> bool:
    """Say whether a verb stands behind what it is said of, where it governs no list."""
    return any(verb.places[:1] > name.places[-1:] and verb.places[0] not in name.places for name in names)


def _name(sentence: Sentence, reading: Reading, context: Context) -> Named:
    group, lead, subject = reading.group, reading.lead, reading.subject
    own = subject.end > subject.start
    if lead.role == "comparison" and own:
        other = sentence.cut((lead.compared, group.lead[1]))
        compared = naming.name_own(sentence, group, lead, subject, context.subjects).names
        return Named(tuple(name_compared(one, other, grown=False) for one in compared), None, compared)
    spoken = context.subjects
    if not reading.change:
        return naming.name_values(sentence, group, lead, subject, spoken, context.verb)
    if own:
        return naming.name_own(sentence, group, lead, subject, spoken)
    if turns(sentence.text, group) or not spoken:
        before = name_before(sentence, group, len(group.quantities))
        spoken = before or spoken
    return Named(one_each(things_of_a_rate(group, spoken), len(group.quantities)))


def _paired(text: str, reading: Reading, named: Named) -> list[tuple[Quantity, Name]]:
    """Pair quantities with names: one to one, one name with all, or one quantity with each name."""
    members, names = reading.group.quantities, named.names
    if len(names) > 1 and len(members) == 1:
        members = members * len(names)
    elif len(names) != len(members):
        names = names[:1] * len(members)
    pairs = list(zip(members, names, strict=True)) if names else []
    part = "比例" * tells_of_some(text, reading.group)
    return [(member, name + part) for member, name in pairs if name]


def _statement(
    sentence: Sentence, reading: Reading, quantity: Quantity, name: Name, named: Named, context: Context
) -> Statement:
    group, lead = reading.group, reading.lead
    amount, kind = change_of(quantity, lead) if reading.change else (None, "none")
    role: StatementRole = lead.role
    if quantity.form == "rank":
        role, kind = "rank", "rank"
    verb, said = named.verb, beside(sentence, reading, named)
    if verb is not None and is_of_a_side(sentence.text, group, verb):
        said = dataclasses.replace(said, deed=said.deed + verb)
        verb = None
    return Statement(
        measures.named_a_year(sentence, reading, name, named.verb is not None) if quantity.form == "plain" else name,
        None if is_growth(quantity, reading) else quantity,
        opening_of(sentence.text, group),
        group.quantities[-1].end,
        group.clause,
        role,
        amount,
        kind,
        quantity if amount is not None else None,
        None if context.scope and set(context.scope.places) <= set(name.places) else context.scope,
        context.part_of,
        verb,
        lead.average or _YEARLY.search(sentence.text, *group.lead) is not None,
        lead.arrived,
        context.strive,
        context.estimate,
        beside=said,
        mingled=is_mingled(sentence.text, reading, len(named.names)),
        of_each_year=measures.is_of_each_year(sentence.text, reading, name),
        readings=(reading,),
    )


_YEARLY = re.compile("年均|平均每年")


def _with_aside(stated: list[Statement], text: str, original: str, start: int, end: int) -> list[Statement]:
    """Read an aside: its figures belong to the figure before it, with the scope that the aside names."""
    before = [one for one in stated if one.end <= start]
    subject = before[-1].name if before else Name()
    inner = " " * (start + 1) + text[start + 1 : end - 1]
    made = _parse(Sentence(inner, original), Context((subject,) if subject else (), whole=subject or None))
    made = list(counted_anew(Sentence(text, original), before[-1] if before else None, made))
    return sorted([*stated, *made], key=lambda one: (one.start, one.end))
