"""Corrupt official English the ways a translator does, to see whether the guard notices."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from tests.reports import SHARED

PARALLEL = SHARED / "corpus" / "parallel"
ALIGNED = ("2008", "2009", "2010", "2011", "2012", "2013", "2014", "2015", "2017", "2019", "2020", "2022")
"""Years aligned by hand; 2024 and 2026 drift in places."""
HELD_OUT = tuple(year for year in ALIGNED if int(year) % 2)
"""Years whose pairs the guard was not made with."""

Corruption = Callable[[str, str, random.Random], str | None]
"""Takes the Chinese, the English and a source of chance; gives corrupted English, or None where it does not apply."""

_AMOUNT = re.compile(
    r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?=\s?(?:%|percent|trillion|billion|million|yuan|km|kilometers|[a-z]))"
)
_PERCENT = re.compile(r"(?<=\d)(?:\s?%|[ -]percent\b(?!age))")
_BOUND = re.compile(
    r"\b(?:over|more than|nearly|about|around|approximately|at least|no less than|almost|close to)\s"
    r"(?=(?:US\s?)?\$?\s?\d)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UP = re.compile(r"\b(?:increase(?:d)?|rose|grew|up)\b(?=(?: \w+){0,3} \$?\d)")
_FLIP = {"increase": "decrease", "increased": "decreased", "rose": "fell", "grew": "fell", "up": "down"}


def pairs(years: tuple[str, ...] = ALIGNED) -> Iterator[tuple[str, str]]:
    """Give the pairs of the parallel reports that hold a figure in both languages."""
    for year in years:
        for line in (PARALLEL / f"{year}.tsv").read_text("utf-8").splitlines():
            zh, _, en = line.partition("\t")
            if re.search(r"\d", zh) and re.search(r"\d", en):
                yield zh, en


def tenfold(zh: str, en: str, chance: random.Random) -> str | None:
    found = _one(_AMOUNT, en, chance)
    if found is None:
        return None
    digits = found[0].replace(",", "")
    whole, _, decimals = digits.partition(".")
    larger = f"{whole}{decimals[:1] or '0'}{'.' + decimals[1:] if len(decimals) > 1 else ''}"
    return _put(en, found, larger)


def without_bound(zh: str, en: str, chance: random.Random) -> str | None:
    if not re.search(r"\d[^，。；]{0,4}(?:多|余|以上|左右)|(?:近|约|超过|突破)\d", zh):
        return None
    found = _one(_BOUND, en, chance)
    return None if found is None else _put(en, found, "")


def points(zh: str, en: str, chance: random.Random) -> str | None:
    found = _one(_PERCENT, en, chance)
    return None if found is None else _put(en, found, " percentage points")


def swapped(zh: str, en: str, chance: random.Random) -> str | None:
    if "分别" not in zh and "respectively" not in en:
        return None
    amounts = list(_AMOUNT.finditer(en))
    for first, second in zip(amounts[-2::-1], amounts[:0:-1], strict=False):
        if first[0] != second[0]:
            return en[: first.start()] + second[0] + en[first.end() : second.start()] + first[0] + en[second.end() :]
    return None


def another_year(zh: str, en: str, chance: random.Random) -> str | None:
    found = _one(_YEAR, en, chance)
    if found is None or f"{found[0]}年" not in zh or en.count(found[0]) > 1:
        return None
    return _put(en, found, str(int(found[0]) - 1))


def number_left_out(zh: str, en: str, chance: random.Random) -> str | None:
    found = _one(_AMOUNT, en, chance)
    return None if found is None else _put(en, found, "")


def turned(zh: str, en: str, chance: random.Random) -> str | None:
    if not re.search(r"(?:增长|提高|增加|上升)(?:了|到|约|近|超过)?\d", zh):
        return None
    found = _one(_UP, en, chance)
    return None if found is None else _put(en, found, _FLIP[found[0]])


ALL: dict[str, Corruption] = {
    "tenfold": tenfold,
    "without bound": without_bound,
    "points for percent": points,
    "swapped order": swapped,
    "another year": another_year,
    "number left out": number_left_out,
    "turned round": turned,
}


def corrupted(count: int, seed: int = 7, years: tuple[str, ...] = ALIGNED) -> Iterator[tuple[str, str, str, str]]:
    """Give kind, Chinese, sound English and corrupted English, every kind as often as its material allows."""
    chance = random.Random(seed)
    material = list(pairs(years))
    made = 0
    while made < count:
        before = made
        for kind, corrupt in ALL.items():
            for zh, en in chance.sample(material, min(40, len(material))):
                wrong = corrupt(zh, en, chance)
                if wrong is not None and wrong != en:
                    yield kind, zh, en, wrong
                    made += 1
                    break
            if made == count:
                return
        if made == before:
            return


def _one(pattern: re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return chance.choice(found) if found else None


def _put(text: str, found: re.Match[str], instead: str) -> str:
    return text[: found.start()] + instead + text[found.end() :]
