"""Bring the words of a name that was put together into the order of English."""

from __future__ import annotations

import re

from exporter.english.words.morphology import plural


def in_order(noun: str) -> str:
    """Say a word once where two terms meet in it, whose rate it is behind the rate, what things are like first."""
    noun = _RATE_OF_MEN.sub(r"\2 of \1", _AS_MANY.sub("", _TWICE.sub(r"\1", noun)))
    noun = _IN_ALL.sub(r"total \1 ", noun)
    noun = _OF_A_LEVEL.sub(r"\1-level \2", _TASKS.sub("", noun))
    noun = _FOR_THEM.sub(lambda found: f"{found[1] or ''}{found[3]} for {plural(found[2])}", noun)
    noun = _SPENT_ON.sub(r"investment in \1projects", noun)
    noun = _IN_TOWN.sub(r"\2 in the \1", noun)
    noun = _AN_INDUSTRY.sub(lambda found: f"of the {found[1] or found[2]}", noun)
    noun = _SAFELY.sub(r"safe \2 of \1", noun)
    noun = _OF_A_YEAR.sub(
        lambda found: f"annual {found[2]} of {_in_plural(found[1])}", _SPECIAL.sub(r"special \2 for \1", noun)
    )
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
    r"\b(rural|urban|economic|industrial|agricultural|health|medical|educational|cultural|transport|transportation|tourism|"
    r"environmental|ecological|commercial|energy) (key|major|old|dilapidated|weak|under-resourced|idle|aging|outdated|"
    r"self-supplied|self-supply|overall) (?=[a-z])"
)
"""What things are like stands before what kind they are: dilapidated rural houses, key industrial projects."""


def _in_plural(noun: str) -> str:
    """Give what is made as it is sold, by the piece: auto part → auto parts."""
    return plural(noun) if _BY_THE_PIECE.search(noun) else noun


_BY_THE_PIECE = re.compile(r"\b(?:part|component|product|vehicle|machine|tool|instrument|device|appliance)$")
_TASKS = re.compile(r"^tasks (?:for|of) (?=the renovation)")
_OF_A_LEVEL = re.compile(
    r"^(provincial|municipal) "
    r"((?:(?!-)[\w\" -])*(?:villages?|towns?|townships?|communit(?:y|ies)|courtyards?|families))$"
)
"""Villages that a province chose are none of its own: provincial-level beautiful villages."""
_SPENT_ON = re.compile(r"^((?!key )(?:(?!of |in |for |and )[\w-]+ )+)project investment$")
_FOR_THEM = re.compile(
    r"^(coverage of )?((?:(?!of |for |and )[\w-]+ )*(?:student|child|worker|farmer|resident|teacher)) "
    r"((?:[\w-]+ )*(?:classes|camps|insurance|loans|allowances|subsidies|canteens))$"
)
"""For whom things are stands behind them: summer care classes for primary school students."""
_IN_TOWN = re.compile(r"^((?:central |main )?urban area) ((?:[\w-]+ )*[\w-]+s)$")
"""Where things are stands behind them: parking spaces in the central urban area."""
_AN_INDUSTRY = re.compile(
    r"(?<=^output value )of (?!the )((?:[\w-]+ )+industry)$|(?<=^value added )of (?!the )((?:[\w-]+ )+industry)$"
)
"""One trade has its article: the output value of the biomedical industry."""
_SAFELY = re.compile(r"^((?:[\w-]+ )*waste) safe (disposal|treatment)$")
_OF_A_YEAR = re.compile(r"^((?:[\w-]+ )*[\w-]+) annual (output value|output|sales|revenue)$")
"""What a thing yields in a year: the annual output value of auto parts."""
_SPECIAL = re.compile(r"^((?:[\w-]+ )*[\w-]+) special (funds|subsidies|loans)$")
"""Money set aside for a thing stands before it: special funds for water conservancy."""
_ONE_AREA = re.compile(r"\bof ((?!the )(?:[\w-]+ ){0,3}urban area)$")
_KEY = re.compile(r"^((?:(?!key )[\w-]+ )+)key ((?:construction )?(?:projects|tasks|enterprises|programs))$")
"""What matters most stands first: provincial | key projects."""
_OUTDATED = re.compile(r"production capacity of outdated ([\w-]+)$")
"""What is outdated is the capacity: 落后炼钢产能."""
