"""Bring the words of a name that was put together into the order of English."""

from __future__ import annotations

import re


def in_order(noun: str) -> str:
    """Say a word once where two terms meet in it, whose rate it is behind the rate, what things are like first."""
    noun = _RATE_OF_MEN.sub(r"\2 of \1", _AS_MANY.sub("", _TWICE.sub(r"\1", noun)))
    noun = _IN_ALL.sub(r"total \1 ", noun)
    noun = _OUTDATED.sub(r"outdated \1 production capacity", noun)
    return _KEY.sub(r"key \1\2", _ONE_AREA.sub(r"of the \1", _LIKENESS.sub(r"\2 \1 ", noun)))


_TWICE = re.compile(r"\b([a-z]{2,}) (?:\1\b(?!-)|\(\1\))", re.IGNORECASE)
"""A word that two terms share where they meet, or a bracket repeats: primary school | school buildings, GDP (GDP)."""
_AS_MANY = re.compile(r"\b(\w{3,}?)y? (?=\1(?:s|ies)\b)")
"""A word in the singular where its plural follows: irrigation facility | facilities."""
_RATE_OF_MEN = re.compile(r"^((?:[\w-]+ )*(?:people|students|residents|children|households)) ((?:[\w-]+ ){1,4}rate)$")
_IN_ALL = re.compile(r"^((?!the |total |per )[\w-]+(?: (?!of |in |from |for |and )[\w-]+)?) total (?=[a-z])")
"""What is told in all says so first: total clean energy installed capacity."""
_LIKENESS = re.compile(
    r"\b(rural|urban|industrial|agricultural|health|medical|educational|cultural|transport|transportation|tourism|"
    r"environmental|ecological|commercial|energy) (key|major|old|dilapidated|weak|under-resourced|idle|aging|outdated|"
    r"self-supplied|self-supply) (?=[a-z])"
)
"""What things are like stands before what kind they are: dilapidated rural houses, key industrial projects."""
_ONE_AREA = re.compile(r"\bof ((?!the )(?:[\w-]+ ){0,3}urban area)$")
_KEY = re.compile(r"^((?:(?!key )[\w-]+ )+)key ((?:construction )?(?:projects|tasks|enterprises|programs))$")
"""What matters most stands first: provincial | key projects."""
_OUTDATED = re.compile(r"production capacity of outdated ([\w-]+)$")
"""What is outdated is the capacity: 落后炼钢产能."""
