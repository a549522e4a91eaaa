"""Give changes to the values they belong to, and state those that stand alone."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements.groups import GROWTHS
from exporter.facts.statements.lead_reading import Reading
from exporter.facts.statements.leads import Lead
from exporter.facts.statements.sentence import ALONE, Beside, Name
from exporter.model import ChangeKind

StatementRole: TypeAlias = Literal["value", "change", "base", "share", "comparison", "rank", "completion"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of a sentence; offsets count the characters of the sentence."""

    name: Name
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
    scope: Name | None = None
    part_of: Name | None = None
    verb: Name | None = None
    average: bool = False
    arrived: bool = False
    """The value is where a change arrived (提高到)."""
    strive: bool = False
    estimate: bool = False
    extra: bool = False
    """A further change of a subject whose value was stated before."""
    among: Name | None = None
    """Field of a rank: 全国."""
    beside: Beside = ALONE
    mingled: bool = False
    """Several numbers in order belong to several subjects, and these could not be parted: its name is that of all."""
    grows_yearly: bool = False
    """Its change is a mean of several years, its value is not: 收入6660元，年均增长6%."""
    of_each_year: bool = False
    """Its number is that of each of the years spoken of: 每年|投入|500万元."""
    readings: tuple[Reading, ...] = ()
    """The groups that it was read from: its own, and that of the change given to it."""


def to_each(reading: Reading, stated: list[Statement]) -> list[Statement]:
    """Give a number to every subject of the clause before (均增长8%, 均居全国首位)."""
    quantity = reading.group.quantities[0]
    targets = _last_clause(stated)
    if reading.change and all(stated[i].changed is None for i in targets):
        return _changed(reading, stated, targets, [quantity] * len(targets))
    return [*stated, *(_further(reading, stated[i], quantity) for i in targets)]


def _last_clause(stated: Sequence[Statement]) -> list[int]:
    """Give the places of the statements of the last clause; of the last two where that holds one."""
    clause = stated[-1].clause
    found = [i for i, one in enumerate(stated) if one.clause == clause and not one.extra]
    return found if len(found) > 1 else list(range(max(0, len(stated) - 2), len(stated)))


def attach(reading: Reading, stated: list[Statement], of_a_stock: bool = False) -> list[Statement]:
    """Give changes whose subjects were said before to the values they belong to; amounts too, if `of_a_stock`."""
    members = reading.group.quantities
    main = [i for i, one in enumerate(stated) if not one.extra and one.role not in ("base", "completion")]
    main = main or list(range(len(stated)))
    open_at = [i for i in main if stated[i].changed is None and stated[i].role in ("value", "share", "change")]
    targets = open_at[-len(members) :] if len(members) > 1 else [i for i in open_at[-1:] if i == main[-1]]
    pairs = list(zip([stated[i] for i in targets], members, strict=False))
    told = all(is_growth(one, reading) or (of_a_stock and _is_amount_of(one, whole)) for whole, one in pairs)
    if len(targets) == len(members) and told:
        return _changed(reading, stated, targets, members)
    sources = [stated[i] for i in main[-len(members) :]]
    sources = sources if len(sources) == len(members) else [stated[main[-1]]] * len(members)
    return [*stated, *(_further(reading, s, one) for s, one in zip(sources, members, strict=True))]


def is_of_a_stock(text: str, reading: Reading) -> bool:
    """Say whether an amount is what a stock gained since the beginning of the year: 比年初|增加96亿元."""
    lead, behind = reading.lead, reading.group.quantities[-1].end
    if lead.role != "change" or lead.since is None or _RATE.match(text, behind):
        return False
    return _SINCE.search(text, *lead.since) is not None


_RATE = re.compile(r"[，、](?:同比)?(?:增长|上升|提高|下降|减少|增幅)[^，、。；\d]{0,4}\d[\d.]*%")
"""A rate of growth behind an amount, which then is the change of the stock."""
_SINCE = re.compile("[比较](?:上?年初|[上去]?年[末底])")


def _is_amount_of(one: Quantity, whole: Statement) -> bool:
    return whole.value is not None and whole.value.kind == one.kind and whole.value.unit == one.unit


def _changed(
    reading: Reading, stated: Sequence[Statement], targets: Sequence[int], members: Sequence[Quantity]
) -> list[Statement]:
    renewed = list(stated)
    for index, quantity in zip(targets, members, strict=True):
        amount, kind = change_of(quantity, reading.lead)
        end = max(stated[index].end, reading.group.quantities[-1].end)
        renewed[index] = dataclasses.replace(
            stated[index],
            change=amount,
            change_kind=kind,
            changed=quantity,
            grows_yearly=reading.lead.average,
            end=end,
            readings=(*stated[index].readings, reading),
        )
    return renewed


def _further(reading: Reading, source: Statement, quantity: Quantity) -> Statement:
    """State a further number of a subject: a second change, an amount (比上年增加5038亿元), a rank."""
    amount, kind = change_of(quantity, reading.lead) if reading.change else (None, "none")
    role: StatementRole = "rank" if quantity.form == "rank" else reading.lead.role
    return dataclasses.replace(
        source,
        name=_of_what(reading, source, quantity, role),
        value=None if is_growth(quantity, reading) else quantity,
        start=reading.group.lead[0],
        end=quantity.end,
        role=role,
        change=amount,
        change_kind="rank" if role == "rank" else kind,
        changed=quantity if amount is not None else None,
        average=reading.lead.average,
        grows_yearly=False,
        arrived=reading.lead.arrived,
        extra=reading.change,
        readings=(reading,),
    )


def _of_what(reading: Reading, source: Statement, quantity: Quantity, role: StatementRole) -> Name:
    """Name what a further number is of: of a rank, of a place in one, of the growth told before it, else the same."""
    name, grown = source.name, source.change_kind == "percent" and source.role in ("value", "change")
    if role == "rank":
        return as_ranked(source)
    if role == "change" and quantity.unit in _PLACES:
        return name if name.text.endswith(("位次", "排名", "名次")) else name + "位次"
    if role != "change" or _OF_GROWTH.search(name.text):
        return name
    level = source.value is not None and source.value.kind in ("percent", "times")
    if not grown or level or quantity.kind != "point" or not any(one.word in _OF_PACE for one in reading.lead.tail):
        return name
    return name + ("增速" if (source.change or 0) >= 0 else "降幅")


_OF_PACE = frozenset(("加快", "放缓", "回落", "收窄", "扩大", "提升", "提高", "上升", "回升"))
"""What a growth does: 增长6.3%，比三季度|加快|0.7个百分点."""


def as_ranked(source: Statement) -> Name:
    """Name what is ranked: the growth, where a clause tells nothing else of its subject: 收入增长9%，|居全市第2位."""
    grows = (
        source.value is None
        and not source.average
        and source.change_kind == "percent"
        and not _OF_GROWTH.search(source.name.text)
    )
    return source.name + "增速" if grows else source.name


_OF_GROWTH = re.compile("[速幅率比度位]$|增长$|[比占]重$")
_PLACES = frozenset(("位", "名次", "个位次"))
"""What a rank moves by, which is no growth of what was ranked: 增速居第一，|比上年前移9位."""


def is_growth(quantity: Quantity, reading: Reading) -> bool:
    """Say whether a number is a growth and nothing else."""
    return reading.change and reading.lead.role != "comparison" and quantity.kind in GROWTHS


def change_of(quantity: Quantity, lead: Lead) -> tuple[Decimal | None, ChangeKind]:
    """Give the signed change that a quantity says, and its kind."""
    number, sign = quantity.number, 1 if contradicts(quantity, lead.sign) else lead.sign or 1
    if number is None or lead.role == "comparison":
        return None, "none"
    if quantity.form == "fold":
        return (Decimal(2) ** int(number) - 1) * 100 * sign, "multiple"
    if quantity.kind == "times":
        grown = lead.role == "change" and not lead.arrived
        return _short((number if grown else number - 1) * 100) * sign, "multiple"
    if quantity.unit in ("成", "‰"):
        return _short(number * 10 if quantity.unit == "成" else number / 10) * sign, "percent"
    if quantity.kind == "percent":
        return (number if quantity.unit else (number * 100).quantize(_HUNDREDTH)) * sign, "percent"
    if quantity.kind == "point":
        return number * sign, "percentage_points"
    return number * sign, "absolute"


def contradicts(quantity: Quantity, sign: int) -> bool:
    """Say whether a fall is printed with a minus of its own: 下降-3.2%, which is hardly meant for a growth."""
    return sign < 0 and quantity.number is not None and quantity.number < 0


def _short(number: Decimal) -> Decimal:
    """Give a number without zeros at its end that only multiplying has made."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


_HUNDREDTH = Decimal("0.01")
"""To which a part (三分之一) is rounded where it says a change in percent."""
