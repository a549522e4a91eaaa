"""Say what the words do from which a statement was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.facts.account.licences import licensed
from exporter.facts.numbers.folding import fold
from exporter.facts.numbers.quantities import Quantity
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.lead_reading import GROWTH_BEHIND, MOVED_BY, Reading
from exporter.facts.statements.sentence import ADDED, Name
from exporter.model import StretchRole


@dataclass(frozen=True, slots=True)
class Roles:
    """The role of each character of a sentence that a statement was read from."""

    text: str
    of: dict[int, StretchRole] = field(default_factory=dict)

    def paint(self, start: int, end: int, role: StretchRole) -> None:
        """Give a role to characters `start` to `end`."""
        for place in range(start, end):
            self.of[place] = role

    def paint_name(self, name: Name | None, role: StretchRole) -> None:
        """Give a role to the characters of a name, where they stand."""
        for place in name.places if name else ():
            if place != ADDED:
                self.of[place] = role


def roles_of(text: str, statement: Statement) -> Roles:
    """Give the roles of the words that a statement was read from, wherever in the sentence they stand."""
    roles = Roles(text)
    for reading in statement.readings:
        _paint_lead(roles, reading)
    _paint_thing(roles, statement)
    for reading in statement.readings:
        if reading.lead.whole:
            roles.paint(*reading.lead.whole, "whole")
        if reading.lead.role == "comparison" and reading.lead.since:
            roles.paint(*reading.lead.since, "base")
    roles.paint_name(_unlicensed(statement.beside.agent), "agent")
    roles.paint_name(_unlicensed(statement.beside.modifier), "modifier")
    roles.paint_name(statement.beside.deed, "deed")
    roles.paint_name(statement.verb, "deed")
    roles.paint_name(statement.scope, "scope")
    _paint_part(roles, statement)
    roles.paint_name(statement.among, "among")
    if statement.value:
        _paint_number(roles, statement.value, "value", "unit")
    if statement.changed and statement.changed is not statement.value:
        _paint_number(roles, statement.changed, "change", "change")
    return roles


def _unlicensed(words: Name) -> Name:
    """Give words without those at their beginning that may go unsaid."""
    return words[licensed("before")[0].ahead(fold(words.text), 0) :] if words else words


_TAIL: dict[str, StretchRole] = {
    "up": "change",
    "down": "change",
    "to": "change",
    "more": "change",
    "less": "change",
    "growth": "change",
    "fall": "change",
    "average": "degree",
}
"""What the words of the tail do that always do the same; the others are looked up among the licences."""
_COMPARED = frozenset(("同比", "环比", "可比"))


def _paint_lead(roles: Roles, reading: Reading) -> None:
    moves = any(word.kind in ("up", "down", "more", "less") for word in reading.lead.tail) or reading.lead.since
    for word in reading.lead.tail:
        role = "base" if word.word in _COMPARED else _TAIL.get(word.kind)
        if role and (moves or word.kind != "to"):
            roles.paint(word.start, word.end, role)
    if reading.lead.since:
        roles.paint(*reading.lead.since, "base")
    if reading.change and (behind := GROWTH_BEHIND.match(roles.text, reading.group.quantities[-1].end)):
        roles.paint(*behind.span(), "change")
    number = reading.group.quantities[0]
    moved = _MOVED.search(roles.text, reading.lead.end, number.start) if number.form == "rank" else None
    if moved:
        roles.paint(*moved.span(), "change")
        if since := _FROM_PLACE.search(roles.text, reading.group.lead[0], moved.start()):
            roles.paint(*since.span(), "base")


_MOVED = re.compile(
    rf"{MOVED_BY}(?:至|到)?|"
    "(?:时隔[^，。；]{1,8}[年月])?重[返回]|跃居|跃[升至到]+|升[至到]|上升[至到]?|提升[至到]?|前移[至到]?|进[位至到]+|跻身"
)
"""Words with which a rank is said to have changed."""
_FROM_PLACE = re.compile(r"[由从][^，。；]{0,10}第[\d一二三四五六七八九十]+[位名]?$")


def _paint_thing(roles: Roles, statement: Statement) -> None:
    """Paint a name: its last run of words is the thing, those before it say which; a sum is named by its purpose."""
    name = statement.name
    runs = list(_runs(roles.text, name))
    bought = name.text.endswith(("资金", "投资")) and name.places[-1:] == (ADDED,)
    if bought and (number := statement.value):
        roles.paint(number.end, max(name.places, default=0) + 1, "purpose")
    for place, run in enumerate(runs, 1):
        role: StretchRole = "purpose" if bought else "thing" if place == len(runs) else "modifier"
        for at in run:
            roles.of[at] = role


def _runs(text: str, name: Name) -> Iterator[list[int]]:
    """Part the places of a name into stretches that stand together, but for blanks."""
    run: list[int] = []
    for place in name.places:
        if place == ADDED:
            continue
        if run and place != run[-1] and (place < run[-1] or run[-1] < 0 or text[run[-1] + 1 : place].strip(" \n\x01")):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _paint_part(roles: Roles, statement: Statement) -> None:
    """Paint 其中 and the whole that it speaks of."""
    if statement.part_of is None:
        return
    for place in statement.part_of.places:
        if place != ADDED:
            roles.of.setdefault(place, "whole")
    at = max(roles.text.rfind(word, 0, statement.start + 4) for word in ("其中", "当中"))
    if at >= 0:
        roles.paint(at, at + 2, "whole")


def _paint_number(roles: Roles, quantity: Quantity, number: StretchRole, unit: StretchRole) -> None:
    roles.paint(quantity.start, quantity.end, "bound")
    roles.paint(quantity.number_start, quantity.number_end, number)
    roles.paint(quantity.number_end, quantity.unit_end or quantity.end, unit)
    if other := _OTHER_UNIT.match(roles.text, quantity.end):
        roles.paint(*other.span(), unit)


_OTHER_UNIT = re.compile("（[个套件条张间栋幅]）")
"""A second measure word for the same things: 928件（套）."""
