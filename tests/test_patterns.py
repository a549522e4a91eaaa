"""Feed patterns of facts and English what their repeated choices can part in many ways: none may take all of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

ROOMS = ("exporter.facts", "exporter.english")
TIMES = 40
LENGTH = 90
"""Characters of a case: a pattern that parts each piece in two ways takes hours for them, any other no time."""
LIMIT = 120
"""Seconds for all patterns together, which take four."""
_read: Any = importlib.import_module("re._parser")


def patterns() -> dict[str, re.Pattern[str]]:
    """Find every pattern that a module has compiled, those inside of its tables too."""
    found = {}
    for room in ROOMS:
        for one in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
            for value in vars(importlib.import_module(one.name)).values():
                held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
                texts = (each for each in held if isinstance(each, re.Pattern) and isinstance(each.pattern, str))
                found.update({each.pattern: each for each in texts})
    return found


def choices(tokens: Any) -> Iterator[str]:
    """Give what the repeated groups of a parsed pattern match in one go."""
    for name, said in tokens:
        if "REPEAT" in str(name) and said[1] > 1:
            yield from matched(said[2])
        for inner in _inside(name, said):
            yield from choices(inner)


def _inside(name: Any, said: Any) -> list[Any]:
    match str(name):
        case "SUBPATTERN":
            return [said[3]]
        case "BRANCH":
            return list(said[1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return [said[2]]
        case "ASSERT" | "ASSERT_NOT":
            return [said[1]]
    return []


def matched(tokens: Any) -> list[str]:
    """Give some texts that a parsed pattern matches: each branch, each letter of a class, what is optional or not."""
    texts = [""]
    for name, said in tokens:
        texts = [before + behind for before, behind in product(texts[:60], _some(str(name), said))]
    return texts


def _some(name: str, said: Any) -> list[str]:
    match name:
        case "LITERAL":
            return [chr(said)]
        case "IN":
            return [chr(one) for kind, one in said if str(kind) == "LITERAL"] or ["和"]
        case "SUBPATTERN":
            return matched(said[3])
        case "BRANCH":
            return [text for branch in said[1] for text in matched(branch)]
        case "MAX_REPEAT" | "MIN_REPEAT":
            once = matched(said[2])
            return ["", *once] if said[0] == 0 else [text * said[0] for text in once]
        case "NOT_LITERAL" | "ANY":
            return ["和"]
    return [""]


def try_all() -> None:
    """Match and search each pattern on each pair of its choices, over and over, with an end that it cannot match."""
    for said, pattern in patterns().items():
        pieces = sorted({text for text in choices(_read.parse(said, pattern.flags)) if text})[:80]
        for one, other in product(pieces, ["", *pieces]):
            text = ((one + other) * TIMES)[:LENGTH] + "\x02"
            pattern.fullmatch(text)
            pattern.search(text)


def test_choices_are_found_in_groups() -> None:
    assert sorted(choices(_read.parse("甲(?:乙|丙?丁|[戊己])+"))) == ["丁", "丙丁", "乙", "己", "戊"]


@pytest.mark.slow
def test_no_pattern_tries_all_ways_to_part_a_text() -> None:
    command = [sys.executable, "-c", "from tests.test_patterns import try_all; try_all()"]
    subprocess.run(command, check=True, timeout=LIMIT)
