"""Bring the words of a name that was put together into the order of English."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from exporter.english.words.morphology import plural

Said: TypeAlias = str | Callable[[re.Match[str]], str]


def in_order(noun: str) -> str:
    """Say a word once where two terms meet in it, whose rate it is behind the rate, what things are like first."""
    for joined, said in _STEPS:
        noun = joined.sub(said, noun)
    return noun


def _for_them(found: re.Match[str]) -> str:
    return f"{found['over'] or ''}{found['what']} for {plural(found['whom'])}"


def _of_a_year(found: re.Match[str]) -> str:
    """What is made by the piece is sold in the plural: auto part → auto parts."""
    made = plural(found["of"]) if _BY_THE_PIECE.search(found["of"]) else found["of"]
    return f"annual {found['what']} of {made}"


_BY_THE_PIECE = re.compile(r"\b(?:part|component|product|vehicle|machine|tool|instrument|device|appliance)$")
_STEPS: tuple[tuple[re.Pattern[str], Said], ...] = (
    # a word that two terms share where they meet, or a bracket repeats: primary school | school buildings, GDP (GDP)
    (re.compile(r"\b([a-z]{2,}) (?:\1\b(?!-)|\(\1\))", re.IGNORECASE), r"\1"),
    # a word in the singular where its plural follows: irrigation facility | facilities
    (re.compile(r"\b(\w{3,}?)y? (?=\1(?:s|ies)\b)"), ""),
    # whose rate it is: the enrollment rate of children
    (
        re.compile(r"^((?:[\w-]+ )*(?:people|students|residents|children|households)) ((?:[\w-]+ ){1,4}rate)$"),
        r"\2 of \1",
    ),
    # what is told in all says so first: total clean energy installed capacity
    (re.compile(r"^((?!the |total |per )[\w-]+(?: (?!of |in |from |for |and )[\w-]+)?) total (?=[a-z])"), r"total \1 "),
    (re.compile(r"^tasks (?:for|of) (?=the renovation)"), ""),
    # villages that a province chose are none of its own: provincial-level beautiful villages
    (
        re.compile(
            r"^(provincial|municipal) "
            r"([\w\" ]*(?:villages?|towns?|townships?|communit(?:y|ies)|courtyards?|families))$"
        ),
        r"\1-level \2",
    ),
    # for whom things are stands behind them: summer care classes for primary school students
    (
        re.compile(
            r"^(?P<over>coverage of )?"
            r"(?P<whom>(?:(?!of |for |and )[\w-]+ )*(?:student|child|worker|farmer|resident|teacher)) "
            r"(?P<what>(?:[\w-]+ )*(?:classes|camps|insurance|loans|allowances|subsidies|canteens))$"
        ),
        _for_them,
    ),
    # investment is in projects, and no thing of theirs: investment in industrial projects
    (re.compile(r"^((?!key )(?:(?!of |in |for |and )[\w-]+ )+)project investment$"), r"investment in \1projects"),
    # where things are stands behind them: parking spaces in the central urban area
    (re.compile(r"^((?:central |main )?urban area) ((?:[\w-]+ )*[\w-]+s)$"), r"\2 in the \1"),
    # one trade has its article: the output value of the biomedical industry
    (re.compile(r"^(output value|value added) of (?!the )((?:[\w-]+ )+industry)$"), r"\1 of the \2"),
    (re.compile(r"^((?:[\w-]+ )*waste) safe (disposal|treatment)$"), r"safe \2 of \1"),
    # money set aside for a thing stands before it: special funds for water conservancy
    (re.compile(r"^((?:[\w-]+ )*[\w-]+) special (funds|subsidies|loans)$"), r"special \2 for \1"),
    # what a thing yields in a year: the annual output value of auto parts
    (
        re.compile(r"^(?P<of>(?:[\w-]+ )*[\w-]+) annual (?P<what>output value|output|sales|revenue)$"),
        _of_a_year,
    ),
    # what is outdated is the capacity: 落后炼钢产能
    (re.compile(r"production capacity of outdated ([\w-]+)$"), r"outdated \1 production capacity"),
    # what things are like stands before what kind they are: dilapidated rural houses, key industrial projects
    (
        re.compile(
            r"\b(rural|urban|economic|industrial|agricultural|health|medical|educational|cultural|transport|"
            r"transportation|tourism|environmental|ecological|commercial|energy) (key|major|old|dilapidated|weak|"
            r"under-resourced|idle|aging|outdated|self-supplied|self-supply|overall) (?=[a-z])"
        ),
        r"\2 \1 ",
    ),
    (re.compile(r"\bof ((?!the )(?:[\w-]+ ){0,3}urban area)$"), r"of the \1"),
    # what matters most stands first: provincial | key projects
    (
        re.compile(r"^((?:(?!key )[\w-]+ )+)key ((?:construction )?(?:projects|tasks|enterprises|programs))$"),
        r"key \1\2",
    ),
)
"""How terms stand side by side in Chinese, and how they do in English; each step reads what the one before wrote."""
