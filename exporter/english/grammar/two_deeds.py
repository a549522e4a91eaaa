"""Say two deeds that stand side by side behind the one thing that both are done to."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import SLOT, Phrase


def two_deeds(left: Phrase, right: Phrase) -> str | None:
    """Say 人才培育 | 引进 as both done to talent; None where the second may be done to the first."""
    second = _DEED.fullmatch(right.text)
    if second is None or not right.verbal or _OF_DEEDS.match(right.text):
        return None
    if left.rule == "filled" and len(left.children) == 2:
        deed = left.children[1]
        first = _DEED.fullmatch(deed.text) if deed.verbal and deed.length == right.length else None
    else:
        first = _DONE.match(left.text) if not left.children and left.length == 2 * right.length else None
    return left.text.replace(f"{first[1]} of ", f"{first[1]} and {second[1]} of ", 1) if first else None


_DEED = re.compile(rf"([a-z]+) of {re.escape(SLOT)}")
_DONE = re.compile("([a-z]+(?:ing|[st]ion|ment)|use) of ")
_OF_DEEDS = re.compile(
    r"(?:management|oversight|supervision|inspection|assessment|evaluation|review|planning|advancement|promotion|"
    r"implementation|improvement|completion|launch|start|acceleration|extension|control|reform|study|monitoring) "
)
"""What is done to deeds as well as to things: the management of the construction of roads."""
