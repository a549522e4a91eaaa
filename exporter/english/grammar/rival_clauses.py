"""Say where a heading leaves open whose deed a clause tells, or of which time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.english.grammar.phrases import Phrase
from exporter.english.grammar.styling import Tense
from exporter.english.words.morphology import MARK


def whose_deeds(texts: Sequence[str], clauses: Sequence[Phrase], tense: Tense | None, main: bool) -> Iterator[str]:
    """Give the clauses of a heading whose subject or time the heading does not settle."""
    for place, (text, clause) in enumerate(zip(texts, clauses, strict=True)):
        before = clauses[place - 1].category if place else ""
        if before == "S" and clause.category in ("VP", "I") and _STAYS.search(clause.text):
            yield text  # 大局安全有序，保持稳定: who remains stable
        if clause.category == "S" and before in ("VP", "I") and tense == "plan" and _COME_ABOUT.search(text):
            yield text  # 实施战略，动力有效激发: what has come about, in a part that plans
    task = main or (len(texts) == 1 and _PRINCIPLE.match(texts[0]))
    if tense == "past" and task and {clause.category for clause in clauses} == {"VP"}:
        yield texts[0]  # 三、加快建立体制: a task, or what was done


_STAYS = re.compile(rf"{MARK}(?:continue to )?(?:remain|become|reach|keep (?:steady|stable)|grow (?:stronger|ever))\b")
_COME_ABOUT = re.compile(r"(?:有效|明显|显著|成功|圆满|全部|如期)(?:\w{2,4})$|(?:取得|实现|迈出|呈现|跃上|迈上)")
_PRINCIPLE = re.compile(r"(?:必须|始终)?坚持|必须")
