"""Name a sum of money by what it was for."""

from __future__ import annotations

import re

from exporter.facts.statements.closed_classes import PURPOSE, lexicon
from exporter.facts.statements.groups import Group
from exporter.facts.statements.sentence import Name, Sentence

FUNDS = frozenset(("资金", "专项资金", "财政资金", "补助资金", "补贴", "资金支持", "奖补资金", "扶持资金"))
"""Words for money that say nothing of its purpose."""


def purpose(sentence: Sentence, group: Group, name: Name) -> Name | None:
    """Name a sum by what it was for, where the words before it name only who paid."""
    text = sentence.text
    found = PURPOSE.match(text, group.after[0])
    if not found or (name.text.endswith("资金") and name.text not in FUNDS and len(name.text) > 4):
        return None
    measure = _MEASURE.match(text, found.end())
    begin = measure.end() if measure else found.end()
    stop = _PURPOSE_END.search(text, begin)
    if stop and stop[0].isdigit() and "，" in found[0]:
        return None  # the clause behind has a figure of its own
    what = (
        sentence.cut((begin, min(stop.start() if stop else len(text), begin + 40)))
        .removeprefix("了")
        .without(_CARRIED_OUT)
    )
    if len(what.text) < 2 or what.text in FUNDS or name.text.startswith(what.text):
        return None
    invested = _INVESTED.search(name.text)
    if invested and name.text == invested[0] == "投资":
        return what.without(_INVESTED) + "投资"  # which is its deed too
    if invested:
        return what + name[invested.start() :]
    return what if what.text.endswith("资金") else what + "资金"


def spent_on(name: str) -> int:
    """Give where the verb ends that says what a sum was spent on doing: 投资2亿元|建立|厂区; 0 where none stands."""
    at = lexicon().deed.ahead(name, 0)
    works = name[:at] in lexicon().nominal.words or name[:at] in lexicon().modifying.words
    return 0 if works or len(name) - at < 3 or name[at : at + 1] in "的、和及与" else at


_CARRIED_OUT = re.compile("进行了?|给予了?|予以")
_INVESTED = re.compile("总?投资额?$")
_PURPOSE_END = re.compile(r"[，；。：]|(?<!\d)\d(?!\d*(?:千伏|[kK][vV]))")
_MEASURE = re.compile(r"了?(?:[\d.]+[万亿]?(?:个|家|项|座|条|处|所|名|户|公里|台|套)|一批|一系列)")
