"""Read the words that bound a number: 超过, 近, 以上, 左右."""

from __future__ import annotations

import re

from exporter.facts.numbers.numerals import Numeral
from exporter.model import Bound

BEFORE = re.compile(
    r"(?:(?P<over>[>＞]|超过|超出|突破|大于|高于|(?<![赶反高])超|逾|(?<![侦突打告爆])破|(?<![超通经不透渡跨迈越])过)了?"
    r"|(?P<nearly>接近|将近|(?<![最附邻靠远])近)|(?P<about>大约|大概|(?<![节签集履预条公特制邀续大])约)"
    r"|(?P<at_least>≥|>=|不低于|不少于|至少有?|最少|不小于)|(?P<at_most>≤|<=|[<＜]|不超过|不高于|不大于|最多|至多|不多于|不到|不足|低于|少于))"
    r" ?$"
)
BEFORE_HALF = re.compile("(?P<over>过)$|(?P<nearly>近)$")
AFTER = re.compile(
    r" ?(?:(?P<at_least>及?以上)|(?P<at_most>及?以下|以内|之内)|(?P<about>左右|上下)"
    r"|(?P<over>(?<=[倍番])多(?=[，。；、）]|$)))"
)
_BOUNDS: dict[str, Bound] = {
    "over": "over",
    "nearly": "nearly",
    "about": "about",
    "at_least": "at_least",
    "at_most": "at_most",
}


def bound_of(
    numeral: Numeral, before: re.Match[str] | None, after: re.Match[str] | None, over: str | None
) -> tuple[Bound, str | None]:
    """Give the bound of a number and the word that says it."""
    for found in (after, before):
        if found and found.lastgroup:
            word = found[found.lastgroup]
            return ("range" if numeral.upper is not None else _BOUNDS[found.lastgroup]), word
    if numeral.upper is not None:
        return "range", None
    return ("over", over) if over else ("exact", None)
