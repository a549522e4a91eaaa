"""Name sums by who pays and what for: 县财政|安排|200万元用于环卫."""

from __future__ import annotations

import re

from exporter.facts.statements import noun_phrases
from exporter.facts.statements.closed_classes import PAYER
from exporter.facts.statements.groups import Group
from exporter.facts.statements.purposes import purpose
from exporter.facts.statements.sentence import Name, Named, Sentence
from exporter.facts.statements.surroundings import closing_verb


def paid_for(sentence: Sentence, group: Group, name: Name, verb: Name | None) -> Named | None:
    """Name a sum by its purpose where the words before it name only who paid; of those who act only a treasury."""
    funds = purpose(sentence, group, name) if PAYER.search(name.text) else None
    if not funds:
        return None
    paid = closing_verb(name)
    who = name[: len(name.text) - len(paid.text)].without(_OFTEN)
    if TREASURY.fullmatch(who.text):
        return Named((who + funds,), verb or paid or None)
    return Named((funds,), verb or _payment(name) or (paid if paid.text in _SETS_ASIDE else None))


def payer(own: Name, verb: Name | None) -> Name:
    """Give who pays, without the verb that only says so of a treasury: 中央财政|安排|3亿元资金."""
    who = own[: len(own.text) - len(verb.text)] if verb and own.text.endswith(verb.text) else own
    return who if TREASURY.fullmatch(who.text) else own


TREASURY = re.compile("(?:国家|中央|地方|各?级|[省市县区镇乡])?(?:本级)?(?:财政|政府)")


def _payment(name: Name) -> Name | None:
    """Give the verb of paying that is all that stands before a sum: 投资|1800万元."""
    return name if name.text in _PAYS or noun_phrases.is_verbal(name.text) else None


_OFTEN = re.compile("(?:每年|今年|当年|全年|共|已|拟|将|再|又|还|累计)+$")
_SETS_ASIDE = frozenset(("安排", "拨付", "拨出", "下达", "筹集", "筹措", "拿出", "列支"))
"""Verbs of whoever pays, behind a name of theirs: 国家财政|安排|3亿元帮助解决…."""
_PAYS = frozenset(("投资", "安排", "出资", "拨款", "斥资", "预留", "动用"))
