"""Read prepared Chinese clause by clause with the grammar: phrases, or the parts that no term covers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias

from exporter.english.glossary.terms import load
from exporter.english.grammar.chart_parser import (
    FINITE,
    LATER,
    LOOSE_TERMS,
    ROOTS,
    STATES,
    TERMS,
    Charted,
    Edges,
    best_of,
    charted,
)
from exporter.english.grammar.lexicon import QUOTES, Lexicon, lexicon_of
from exporter.english.grammar.noun_phrases import miscounted
from exporter.english.grammar.phrases import BEHIND, SLOT, Phrase, passive, replace
from exporter.english.grammar.styling import TextKind
from exporter.english.grammar.troubles import troubles
from exporter.english.grammar.verb_phrases import takes_acts
from exporter.english.words.morphology import MARK, title_case
from exporter.style import data_folder

Names: TypeAlias = Mapping[str, str]
"""Names of this document and their English: its place, above all."""

NO_NAMES: Names = MappingProxyType({})


def read_noun(
    text: str, names: Names = NO_NAMES, roots: Mapping[str, float] = TERMS, loose: bool = False
) -> Phrase | None:
    """Read a prepared text as a noun, alone (N, NP), with what was done to it (DN), or as what is done (VP).

    `loose`: heap nouns up, and leave out function words that no rule covers.
    """
    if not loose:
        found = clause(text, standard(), names, roots)
        return found if isinstance(found, Phrase) else None
    return best_of(_charted(text, names, loose=True), LOOSE_TERMS if roots is TERMS else roots)


_LOOSE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Z": dict.fromkeys("了着等在于对将把被由为所之其共各该本", ""),
        "X": {"型": "oriented", "级": "level", "式": "style", "类": "type"},
    }
)
"""Words of one character between those that terms cover: left out (Z), or ending an adjective (X)."""


def action_of(verb: str) -> str | None:
    """Read a verb with its object (通过验收), its English verbs marked for tense; None if it is not covered."""
    text = prepared(verb)
    if len(text) > MAX_ACTION:
        return None
    phrase = best_of(_charted(text, NO_NAMES), _ACTS)
    if phrase is None:
        return None
    return passive(phrase.text) if phrase.category == "V" else phrase.text


MAX_ACTION = 10
"""Longest verb that is read so; a longer one says more than the sentence of a figure can carry."""
_ACTS: Mapping[str, float] = {"VP": 0.0, "V": 0.3, "I": 0.5}


@lru_cache(maxsize=8192)
def prepared(text: str) -> str:
    """Bring a text to the form that the rules are written for: simplified, no spaces, no note marks."""
    if _odd().search(text):  # a tenth of what it takes to translate, and most texts have none
        text = text.translate(_plain())
    return "".join(_NOTE_MARK.sub("", text).split()).strip("。.:：；;").replace("”“", "”、“")


def is_traditional(text: str) -> bool:
    """Say whether a text is in traditional characters."""
    return any(ord(character) in _simplified() for character in text)


_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))} | {
    ord("．"): ".",
    ord("％"): "%",
    ord("("): "（",
    ord(")"): "）",
    ord(","): "，",
    ord(";"): "；",
}
_NOTE_MARK = re.compile(r"[\[〔［【]\s*\d{1,3}\s*[\]〕］】]|[①-⑳※]")


@cache
def _simplified() -> Mapping[int, str]:
    """Map traditional characters to simplified ones, where there is one answer (the table leaves out the others)."""
    lines = (data_folder("source") / "traditional.tsv").read_text("utf-8").splitlines()
    return {ord(line[0]): line[2] for line in lines[1:]}


@cache
def _plain() -> Mapping[int, str | int]:
    return {**_simplified(), **_WIDTH}


@cache
def _odd() -> re.Pattern[str]:
    """Find what is written otherwise."""
    return re.compile(f"[{''.join(map(re.escape, map(chr, _plain())))}]")


@cache
def standard() -> Lexicon:
    """Give the lexicon of the package's own terms."""
    return lexicon_of(load())


def clauses_of(text: str) -> list[str]:
    """Part a prepared text into its clauses."""
    return [one for one in re.split(r"[，；。]", text) if one]


Reading: TypeAlias = tuple[str, Phrase | tuple[str, ...]]
"""A clause, and what it was read as, or the parts of it that no term covers."""


def read(text: str, kind: TextKind, lexicon: Lexicon, names: Names) -> list[Reading]:
    """Read a text clause by clause; a term is one clause, and a noun."""
    if kind == "term":
        return [(text, clause(text, lexicon, names, TERMS))]
    found = [
        part
        for place, one in enumerate(clauses_of(text))
        for part in _side_by_side(one, clause(one, lexicon, names, LATER if place else ROOTS), lexicon, names)
    ]
    nominal = [_nominal(one) for _, one in found]
    if kind == "title" or all(nominal) or not any(nominal):
        return found
    return [(one, clause(one, lexicon, names, FINITE)) if _nominal(made) else (one, made) for one, made in found]


def _side_by_side(text: str, whole: Phrase | tuple[str, ...], lexicon: Lexicon, names: Names) -> list[Reading]:
    """Part a clause that cannot be read whole where each part is a clause: 因地制宜、分类指导."""
    parts = text.split("、")
    if isinstance(whole, Phrase) or len(parts) < 2 or "的" in text:
        return [(text, whole)]
    found = [(one, clause(one, lexicon, names, FINITE)) for one in parts]
    alike = {one.category for _, one in found if isinstance(one, Phrase)}
    first = found[0][1]
    told = alike in ({"VP"}, {"S"})
    governs = isinstance(first, Phrase) and takes_acts(first.leaves[0])
    return found if told and not governs and all(isinstance(one, Phrase) for _, one in found) else [(text, whole)]


def _nominal(one: Phrase | tuple[str, ...]) -> bool:
    return isinstance(one, Phrase) and one.category in ("N", "NC", "NP", "DN", "A")


def clause(text: str, lexicon: Lexicon, names: Names, roots: Mapping[str, float]) -> Phrase | tuple[str, ...]:
    """Parse a clause; where it cannot be read, give the parts that are in no term, or the clause itself."""
    admits = roots is STATES
    own = lexicon is standard()
    found = _charted(text, names, admits=admits) if own else _read_anew(text, lexicon, names, admits=admits)
    phrase = best_of(found, roots)
    if phrase is not None:
        return phrase
    return _uncovered(text, found.edges) or (text,)


def _charted(text: str, names: Names, loose: bool = False, admits: bool = False) -> Charted:
    """Read a text with the package's own terms: one that is asked about twice is read once."""
    if any(name in text for name in names):
        return _read_anew(text, standard(), names, loose, admits)
    return _read_before(text, loose, admits)


@lru_cache(maxsize=32)  # what is asked about twice is asked about soon, and a chart is large
def _read_before(text: str, loose: bool, admits: bool) -> Charted:
    return _read_anew(text, standard(), NO_NAMES, loose, admits)


def _read_anew(text: str, lexicon: Lexicon, names: Names, loose: bool = False, admits: bool = False) -> Charted:
    """Read a text; `admits`: with the words of what a report admits, too."""
    edges = lexicon.edges(text, names, lambda inner: _quoted(inner, lexicon, names))
    for place, readings in troubles().edges(text, NO_NAMES, lambda _: None).items() if admits else ():
        edges[place] = [*edges.get(place, ()), *((end, _likely(phrase)) for end, phrase in readings)]
    if admits and _LACKING.search(text):
        edges = {
            at: [one for one in found if one[0] < len(text) or one[1].category == "VP"] for at, found in edges.items()
        }
    if not loose:
        return charted(len(text), edges)
    for place, character in enumerate(text):
        for category, words in _LOOSE_WORDS.items():
            if character in words:
                english = words[character]
                edges.setdefault(place, []).append((place + 1, Phrase(category, english, cost=1.5, length=1)))
    return charted(len(text), edges, loose=True)


_LACKING = re.compile("(?<![有在些的多])不足$")
"""What a thing is said to be, not what it has or supplies: 供给 | 不足."""


def _likely(phrase: Phrase) -> Phrase:
    """Weigh a word of one character as others, where it is one that admits something: 弱, 少."""
    return replace(phrase, cost=phrase.cost - 0.6) if phrase.length == 1 and phrase.cost > 1 else phrase


_NAMED: Mapping[str, float] = {"N": 0, "NC": 0, "NP": 0, "VP": 0.2, "I": 0.2, "PP": 0.3}


def _quoted(inner: str, lexicon: Lexicon, names: Names) -> str | None:
    """Render a name in quotation marks: a term without them, anything else literally and within them."""
    term = lexicon.base.preferred(inner)
    if term is not None:
        english = term.other if SLOT in term.en else term.en.replace(MARK, "").removeprefix(BEHIND)
        return f'"{english}"' if term.status == "gloss" and QUOTES not in english else english
    phrase = best_of(charted(len(inner), lexicon.edges(inner, names, lambda _: None)), _NAMED)
    if phrase is not None and not miscounted(phrase) and not (phrase.children and _NAME_OF_ONE.fullmatch(inner)):
        article = "the " if _COUNTED.match(inner) else "a " if phrase.article == "a" else ""
        return f'{article}"{title_case(phrase.text.replace(MARK, "").replace(SLOT, "").strip())}"'
    return None


_NAME_OF_ONE = re.compile(r"[^两三四五六七八九十]{6,}(?:计划|方案|条例|办法)")
"""A long name of one scheme, which no rule can spell."""
_COUNTED = re.compile("[两三四五六七八九十]")


def _uncovered(text: str, edges: Edges) -> tuple[str, ...]:
    covered = [False] * len(text)
    for start, readings in edges.items():
        end = max(end for end, _ in readings)
        covered[start:end] = [True] * (end - start)
    parts = "".join(character if not known else " " for character, known in zip(text, covered, strict=True))
    return tuple(parts.split())
