"""Say whether a figure is of another level than the document's own place: of the whole above it, or of its bodies."""

from __future__ import annotations

import re

from exporter.english.figures.starts import words_of
from exporter.english.grammar.headings import Names, prepared
from exporter.model import Fact


def is_of_another_level(fact: Fact, english: str, source: str, names: Names) -> bool:
    """Say whether the English would take what is of another level for the document's own."""
    own = {name[-1] for name in names if name[-1:] in "国省市县区州盟旗镇乡"}
    if not own:
        return False
    whole = _WHOLE.fullmatch(fact.scope or "")
    if whole is not None and whole[1] not in own:
        return True
    return _is_held_against_its_place(fact, own) or (" by " not in english and _did_it(fact, source, own))


_WHOLE = re.compile("(?:全|我)([国省市县])")


def _is_held_against_its_place(fact: Fact, own: set[str]) -> bool:
    """Read 税收增速高于全省4个百分点 in the report of a province: what is held against all of it is a part of it."""
    against = _AGAINST.search(prepared(fact.quote))
    return against is not None and against[1] in own


_AGAINST = re.compile("(?:高于|快于|低于|慢于|好于|优于|高出)全([国省市县])")


def _did_it(fact: Fact, source: str, own: set[str]) -> bool:
    """Read 市委、市政府出台35项措施 in the report of a county: it is not the county that did so."""
    agents = (words_of(one, source) for one in fact.account if one.role == "agent" and not one.inherited)
    return any((body := _A_BODY.match(agent)) is not None and body[1] not in own for agent in agents)


_A_BODY = re.compile("([省市县])(?:委|政府|财政|人大|政协)")
