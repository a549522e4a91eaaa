"""Say figures as parts of a sentence in both languages, each run tied to the fact that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from exporter.brief.comparing import bound_of
from exporter.brief.english_wording import in_terms, rounded, size_en
from exporter.brief.wording import figure_zh, reckoning_of, size_zh
from exporter.model import Fact, Pair, Paragraph, ParagraphRole, Run, Runs


class Said(NamedTuple):
    """The same words in Chinese and in English; English is empty where it is not sure."""

    zh: Runs
    en: Runs


def words(zh: str, en: str) -> Said:
    """Give words that show no figure."""
    return Said((Run(zh),) if zh else (), (Run(en),) if en else ())


def of(fact: Fact, zh: str, en: str) -> Said:
    """Give words that show a figure, tied to its fact."""
    return Said((Run(zh, "figure", target=fact.id, span=fact.span),), (Run(en, "figure", target=fact.id),))


def joined(*parts: Said) -> Said:
    """Put words one behind the other."""
    return Said(tuple(run for part in parts for run in part.zh), tuple(run for part in parts for run in part.en))


def listed(parts: Sequence[Said]) -> Said:
    """List words: 甲、乙、丙; one, two, and three."""
    last = words("、", ", and " if len(parts) > 2 else " and ")
    stops = [*[words("、", ", ")] * (len(parts) - 2), last]
    return joined(*parts[:1], *(said for both in zip(stops, parts[1:], strict=False) for said in both))


def in_turn(names: Sequence[str]) -> str:
    """List English words without a comma before the last: 1, 2 and 3."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def number_word(number: int) -> str:
    """Write a small number in English words."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def paired(said: Said, role: ParagraphRole = "body") -> Pair:
    """Set a sentence in both languages beside each other."""
    en = (Paragraph(said.en, role, "en"),) if said.en else ()
    return Pair((Paragraph(said.zh, role),), en, "verified" if en else "untranslated")


def noted(said: Said) -> Paragraph:
    """Set a sentence as a note, its English behind its Chinese."""
    return Paragraph((*said.zh, *(replace(run, lang="en") for run in said.en)), "note")


def rate(fact: Fact) -> tuple[str, str]:
    """Say the growth of a figure without its direction: 8%以上, 8 percent or more; its terms and 预计 are said."""
    zh, en = reckoning_of(fact).zh + size_zh(fact), in_terms(size_en(fact), fact)
    if fact.kind != "estimate":
        return zh, en
    exact = bound_of(fact, growth=True) == "exact"
    return f"预计{zh}", f"an estimated {en}" if exact else f"{en} (estimate)"


def amount(fact: Fact, growth: bool) -> tuple[str, str]:
    """Say a growth, or else a value, as it stands in brackets."""
    if growth:
        zh, en = rate(fact)
        return (f"下降{zh}", f"a fall of {en}") if (fact.change or 0) < 0 else (zh, en)
    en = rounded(fact.value_en or "") if fact.bound == "exact" else fact.value_en or ""
    if fact.kind == "estimate":
        en = f"an estimated {en}" if fact.bound == "exact" else f"{en} (estimate)"
        return f"预计{figure_zh(fact)}", en
    return figure_zh(fact), f"aiming for {en}" if fact.bound == "strive" else en


def sentence(said: Said) -> Said:
    """Begin the English with a capital."""
    if not said.en:
        return said
    first, *others = said.en
    return Said(said.zh, (replace(first, text=first.text[:1].upper() + first.text[1:]), *others))


def lower_first(text: str) -> str:
    """Take the capital of a sentence away, but not that of a name or an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
