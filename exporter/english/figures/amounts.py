"""Tell what a figure is an amount of, and write it beside what it counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from exporter.english.figures.measurand import PERSONS, Measurand
from exporter.english.grammar.headings import prepared
from exporter.english.words.numbers import SPELLED, amount, bounded
from exporter.facts.numbers.units import Unit, unit_of
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact


def kind_of(fact: Fact) -> str:
    """Give the kind of a fact's unit; `bare` where it has none."""
    found = unit_of(fact.unit) if fact.unit else None
    return found.kind if found else "bare"


def listed_kind(fact: Fact) -> str | None:
    """Give the kind of the unit in which the table of indicators measures it; None where it is not listed with one."""
    known = canonical(prepared(fact.indicator))
    unit = unit_of(known.unit) if known and known.unit else None
    return unit.kind if unit else None


PIECES = frozenset(("count", "person", "household"))


def unit_said(fact: Fact) -> str | None:
    """Give the unit of a value with its currency: a plain 元 of Hong Kong is its dollar."""
    unit = fact.unit
    if unit and fact.currency == "HKD" and unit.endswith(("元", "圆", "圓")) and not unit.endswith("港元"):
        return f"{unit[:-1]}港元"
    return unit


def is_pieces(fact: Fact) -> bool:
    """Say whether it counts pieces, persons, or households."""
    return kind_of(fact) in PIECES


def _is_span(fact: Fact) -> bool:
    return kind_of(fact) == "time"


def is_counted(fact: Fact) -> bool:
    """Say whether its unit may be left out beside a noun that names it."""
    return is_pieces(fact) or _is_span(fact)


def is_ratio(fact: Fact) -> bool:
    """Say whether it stands at a level, and does not reach one."""
    return kind_of(fact) in ("percent", "point", "rate", "spec", "time")


def is_one(fact: Fact) -> bool:
    """Say whether it is exactly one, not one ten thousand."""
    found = unit_of(fact.unit) if fact.unit else None
    return fact.number == 1 and fact.upper is None and (found is None or found.magnitude == 1)


def is_bare(text: str) -> bool:
    """Say whether an amount is a number alone, without a unit or a sign of currency."""
    alone = text[-1].isdigit() or text.endswith(("million", "billion", "trillion")) or text.isalpha()
    return alone and not re.search(r"[$€]", text)


def spelled(number: str) -> str:
    """Spell a number below ten, behind a bound and in a range too: at least three, one to two."""
    found = _SMALL.fullmatch(number)
    if found is None:
        return number
    words = [SMALL[int(one)] for one in (found["low"], found["high"]) if one]
    return f"{found['bound'] or ''}{' to '.join(words)}"


_SMALL = re.compile(
    r"(?P<bound>at least |more than |nearly |around |no more than )?(?P<low>[0-9])(?: to (?P<high>[0-9]))?"
)
SMALL = SPELLED[:10]
"""Numbers that are spelled in running text."""


def countable(subject: Measurand) -> bool:
    """Say whether a plural is of things, not of a sum (exports, sales, profits)."""
    return not _SUMS.search(_WITH_WHAT.sub("", subject.head))


_WITH_WHAT = re.compile(r" (?:using|providing|offering|operating) .*$")
_SUMS = re.compile(
    r"(?:exports|imports|sales|profits|deposits|loans|earnings|revenues|taxes|prices|wages|savings|emissions|funds|"
    r"bonds|services|subsidies|cuts|reductions|costs|expenses|fees|transactions|results)$"
)


def amount_beside(fact: Fact, subject: Measurand) -> str | None:
    """Write a fact's amount beside its subject: a measure word that only repeats what is counted is left out."""
    assert fact.number is not None
    number = _NUMBER_OF.match(subject.noun) is not None
    counted = subject.plural or subject.noun.endswith("talent") or number
    if kind_of(fact) in ("person", "household") and subject.plural and not number and not are_counted(subject):
        counted = False
    text = amount(fact.number, unit_said(fact), upper=fact.upper, counted=counted)
    if text is None:
        return None
    text = _said_twice(text, subject)
    if "passenger" in subject.noun:
        text = re.sub(r"person-times$|people$", "passengers", text)
    if subject.noun.endswith("life expectancy"):
        text = text.removesuffix(" of age")
    if "glass" in subject.noun:
        text = text.replace("TEU", "standard case")
    if _is_span(fact) and subject.noun.startswith(f"{text.rpartition(' ')[2]} "):
        return text.rpartition(" ")[0]
    if is_bare(text) and _BATCHES.search(fact.unit or "") and "batch" not in subject.noun:
        return f"{text} {'batch' if is_one(fact) else 'batches'}"
    if not is_bare(text) or (subject.plural and not _is_produced(subject)):
        return text
    piece = _piece(fact, subject)
    return f"{text} {piece}" if piece else text


_NUMBER_OF = re.compile("(?:[a-z-]+ ){0,3}number of ")


def _said_twice(text: str, subject: Measurand) -> str:
    """Leave out what a rate is taken per where the name says it: water use per 10,000 yuan, 32 cubic meters."""
    number, per, many = text.partition(" per ")
    return number if per and f" per {many} " in f"{subject.text} " else text


def came_to(fact: Fact, subject: Measurand, text: str) -> str:
    """Say how much of something there was, is estimated or aimed at: investment reached 31 million yuan."""
    value = bounded(text, fact.bound)
    if fact.kind == "actual":
        return f"{subject.full} exceeded {text}" if fact.bound == "over" else f"{subject.full} reached {value}"
    return f"{subject.full} is {'targeted' if fact.kind == 'target' else 'estimated'} to reach {value}"


def are_counted(subject: Measurand) -> bool:
    """Say whether what is named is the persons or households that the figure counts."""
    head = _STATIONED.sub("", subject.head)
    return bool(PERSONS.search(head)) or head.startswith("people ") or _EVENTS.search(head) is not None


_BATCHES = re.compile("批次?$")
"""What is counted in batches is not counted one by one: 药品抽检2300批次."""
_STATIONED = re.compile(
    r" (?:sent|stationed|assigned|posted|seconded|specializing|working|reaching|qualified|admitted)(?: .*)?$"
    r"| that use .*$"
)
_EVENTS = re.compile(
    r"(?:jobs|trips|visits|arrivals|beneficiaries|cases|transfers|births|deaths|registrations|applications|houses|"
    r"dwellings|homes|listings|places|posts|victims|increases|placements|users|subscribers|accounts|enrollments|awards|prizes|nominations|"
    r"participants|offenders|criminals|suspects|manufacturers|wells|digesters|cellars|kilns)$"
)


_PIECE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"套": ("unit", "units"), "台": ("unit", "units"), "台套": ("unit", "units"), "间": ("room", "rooms")}
)
"""English of measure words beside a noun that has no plural: 1,217 units of public rental housing."""


_BRACKETED = re.compile(r"[（(].[）)]$")
"""A second measure word in brackets: 套（间）."""
_UNCOUNTED = re.compile(r"(?:equipment|machinery|furniture|advice|legislation|research|information|evidence)$")


def _piece(fact: Fact, subject: Measurand) -> str:
    found: Unit | None = unit_of(fact.unit) if fact.unit else None
    word = _BRACKETED.sub("", found.text.lstrip("万亿千百")) if found else ""
    one, many = ("piece", "pieces") if _UNCOUNTED.search(subject.noun) else _PIECE.get(word, ("", ""))
    if not one and kind_of(fact) == "count" and _is_produced(subject):
        one, many = "unit", "units"
    return one if is_one(fact) else many


def _is_produced(subject: Measurand) -> bool:
    return _PRODUCED.search(subject.noun) is not None and PERSONS.search(subject.head) is None


_PRODUCED = re.compile(r"^(?:output|sales|exports) of |(?<!value of )\b(?:output|sales|exports)$")
"""What goods are made, sold and shipped in, whatever their measure word is."""
