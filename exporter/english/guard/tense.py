"""Tell where English speaks of another time than the passage its Chinese stands in: of what is to be as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.english.grammar.styling import Tense
from exporter.english.guard.finding import Finding
from exporter.english.guard.renderings import LOOK

_TO_COME = re.compile(r"\b(?:will|shall|going to)\b", re.IGNORECASE)
_MAY_BE_TO_COME = re.compile(
    r"\b(?:will|shall|must|should|need|needs|aim|aims|goals?|targets?|expect\w*|plan|plans|planned|let us|let's|strive|"
    r"would|can|is to|are to|ensure|going to|continue|keep|it is|we are)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:was|were|has|have|had)\b(?! to\b)|\bWe \w+ed\b")
_CHINESE_TO_COME = re.compile(r"[将要会能必愿]|今后|未来|明年|下一步|力争|计划|预计|继续|下半年|到20\d\d年")
_CHINESE_DONE = re.compile(r"[已了过]|去年|上年|以来|取得|实现|完成|达到|成功|历史|来，|自\d|没有|各位")


def other_tense(zh: str, english: str, tense: Tense | None) -> Iterator[Finding]:
    """Report English of the future in a passage on what was done, and of the past in one on what is planned."""
    if tense == "past" and (found := _TO_COME.search(english)) and not _CHINESE_TO_COME.search(zh):
        yield Finding(f"{LOOK}tense", f"{found[0]!r} in a passage on what was done?", "", found[0])
    planned = tense == "plan" and not _MAY_BE_TO_COME.search(english) and not _CHINESE_DONE.search(zh)
    if planned and (found := _DONE.search(english)):
        yield Finding(f"{LOOK}tense", f"{found[0]!r} in a passage on what is planned?", "", found[0])
