"""Name what a figure counts together with what was done to it: 新增高新技术企业, high-tech enterprises to be added."""

from __future__ import annotations

from typing import NamedTuple

from exporter.brief.subjects import known
from exporter.english.figures.deeds import ADDS, LIGHT, deed_of
from exporter.english.figures.subjects import read_object
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import MARK
from exporter.model import Fact


class Name(NamedTuple):
    """What a figure is called in both languages."""

    zh: str
    en: str


def called(fact: Fact) -> Name | None:
    """Name what a figure is of, as a label that is true without its sentence; None where its deed has no such English.

    Three high-tech enterprises that are to be added are not the three that there are.
    """
    zh, en = fact.indicator, fact.indicator_en or ""
    if says_its_deed(fact):
        return Name(zh, en)
    verb = fact.deed or ""
    deed = None if verb in _LESSENS else deed_of(prepared(verb), read_object)
    if deed is None:
        return None
    if fact.kind != "target":
        done = deed.english if MARK not in deed.english else f"that {deed.conjugated('past', plural=True)}"
    else:
        done = f"to {deed.conjugated('base', plural=True)}"
    return Name(f"{verb}{zh}", f"{en} {done}")


def says_its_deed(fact: Fact) -> bool:
    """Tell whether the name of a figure says by itself what was done, or nothing was: 城镇新增就业, 引进内资."""
    verb, meant = fact.deed, known(fact)
    if not verb or verb in fact.indicator:
        return True
    flows = meant is not None and meant.quantity == "flow" and (verb in ADDS or verb in LIGHT)
    return flows or (meant is not None and verb in LIGHT and fact.change is not None and fact.value is None)


_LESSENS = frozenset(("减少", "压减", "削减", "精简", "裁减", "压缩", "减", "缩减", "降低", "减轻", "缓解"))
"""By how much something shrinks is no amount of it."""


def name_zh(fact: Fact) -> str:
    """Give the Chinese name of a figure that is shown."""
    return fact.indicator if says_its_deed(fact) else done_to(fact.deed or "", fact.indicator)


def done_to(verb: str, thing: str) -> str:
    """Say a verb before its thing, what both hold once: 实现脱贫, 脱贫人口 → 实现脱贫人口."""
    shared = next((n for n in range(len(verb), 1, -1) if thing.startswith(verb[-n:])), 0)
    return verb + thing[shared:]


def name_en(fact: Fact) -> str:
    """Give the English name of a figure that is shown; empty where it has none."""
    found = called(fact)
    return found.en if found else ""


def is_a_deed(fact: Fact) -> bool:
    """Tell whether a figure is so much work that was done, and not how much there is: 筹集保障性住房."""
    return not (fact.deed or "新").startswith(("新", "净", "增", "完成", "实现", "达"))
