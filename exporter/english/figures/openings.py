"""Open a sentence of a count as an editor would: by its time, or by the number in words; else by `a total of`."""

from __future__ import annotations

import re

from exporter.english.words.morphology import sentence_case
from exporter.english.words.numbers import SPELLED, in_words


def opened(english: str) -> str:
    """Give a sentence that no numeral opens: In 2025, 473,000 jobs were created; Thirty-eight stations were added.

    `A total of` is kept for what is too long in words and needs no time beside it.
    """
    english = _INSIDE.sub(r"\1", english)
    english = _SMALL.sub(lambda small: f"{small[1]} {SPELLED[int(small[2])]}", english)
    english = _SO_MANY.sub(lambda small: f"{small[1]} {SPELLED[int(small[2])]}", english)
    found = _COUNTED.fullmatch(english)
    if found is None:
        return english
    if found["when"]:
        return f"{found['when'].capitalize()} {found['period']}, {found['number']} {found['rest']}."
    number = in_words(found["number"])
    return f"{sentence_case(number)} {found['rest']}." if number else english


_INSIDE = re.compile(r"^((?:In|By|(?:At|By) the end of) (?:the )?[^,]+, )a total of (?=\d)")
"""What stands behind a time needs no word before its number."""
_SMALL = re.compile(r"\b(reach (?:at least|around|more than|no more than)) ([1-9])(?=(?: by [^,]+| in [^,]+)?\.$)")
"""A number that is spelled in running text: at least three."""
_SO_MANY = re.compile(
    r"^((?:In \d{4}, t|T)he number of .* (?:(?:rose|risen|fell|fallen) to|(?:in|de)creased by)) ([1-9])"
    r"(?=(?: by [^,]+| in [^,]+)?\.$)"
)
_PERIOD = r"the year|(?:[A-Z][a-z]+ |the (?:first|second|third|fourth)[\w ]*? of |the )?[12]\d{3}(?:–\d{4} period)?"
_COUNTED = re.compile(
    r"(?:A total of )?(?P<number>[\d,.]+(?: (?:m|b|tr)illion)?) (?P<rest>.+?)"
    rf"(?: (?P<when>in|by|(?:at|by) the end of) (?P<period>{_PERIOD}))?\."
)
