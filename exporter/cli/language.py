"""Say things in the language that a person reads: English as written, or Chinese by a table of sentences."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from exporter.style import data_folder

Language: TypeAlias = Literal["zh", "en"]
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Environment variables that name the locale, the first that is set decides."""
_chosen: list[Language] = []
TELLING = 10
"""Characters of its own that a row with places needs to be known by them; a shorter one is asked for whole."""
_CHINESE = 0x04
"""Primary language of a Windows language identifier."""


def choose(language: str | None) -> None:
    """Speak this language from now on; None: that of the machine."""
    _chosen[:] = ["zh" if language == "zh" else "en"] if language else []


def language() -> Language:
    """Give the language that is spoken: as chosen, or by `EXPORTER_MESSAGES`, or by the locale."""
    return _chosen[0] if _chosen else of_machine(os.environ)


def of_machine(environment: Mapping[str, str]) -> Language:
    """Tell the language of a machine from its environment."""
    said = environment.get("EXPORTER_MESSAGES") or next((environment[v] for v in LOCALE if environment.get(v)), None)
    if said is None and sys.platform == "win32":  # pragma: no cover - Windows has no such variables
        import ctypes

        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE else "en"
    return "zh" if (said or "").lower().startswith("zh") else "en"


def localized(text: str) -> str:
    """Give a text of ours in the language that is spoken; one that the table does not hold stays English."""
    return in_chinese(text) if language() == "zh" else text


def in_chinese(text: str) -> str:
    """Give the Chinese of a text: whole, or by the row whose places it fills."""
    exact, patterns = _table()
    if text in exact:
        return exact[text]
    for pattern, chinese in patterns:
        found = pattern.fullmatch(text)
        if found:
            return chinese.format(*map(in_chinese, found.groups()))
    return _listed(text, exact) or text


def _listed(text: str, exact: Mapping[str, str]) -> str:
    """Give a list of things with their numbers (`navigation 18, links 1`), if all of them are known."""
    things = [re.fullmatch(r"(.+?)( \d+)?", one) for one in text.split(", ")]
    said = [exact[one[1]] + (one[2] or "") for one in things if one and one[1] in exact]
    return "、".join(said) if len(said) == len(things) else ""


@cache
def _table() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """Read the rows; those with places come as patterns, the most telling first."""
    exact = dict(line.split("\t") for line in _lines())
    places = [row for row in exact.items() if "{}" in row[0] and _own(row[0]) >= TELLING]
    places.sort(key=lambda row: -_own(row[0]))
    return exact, [(re.compile(re.escape(english).replace(r"\{\}", "(.*)"), re.DOTALL), zh) for english, zh in places]


def _own(english: str) -> int:
    return len(english.replace("{}", ""))


def _lines() -> list[str]:
    text = (data_folder("source") / "messages.tsv").read_text("utf-8")
    return [line for line in text.splitlines()[1:] if line]
