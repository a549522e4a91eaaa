"""Render titles, headings, terms and places in English by rule, or say what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from exporter.english.glossary.names import personal
from exporter.english.glossary.terms import TermBase, load
from exporter.english.grammar.chart_parser import FINITE, LATER, LOOSE_TERMS, NAMES, PROSE, ROOTS, TERMS, parse
from exporter.english.grammar.doubt import doubts
from exporter.english.grammar.lexicon import QUOTES, Lexicon, lexicon_of
from exporter.english.grammar.phrases import BEHIND, SLOT, Phrase, passive
from exporter.english.grammar.rules import LOOSE_RULES
from exporter.english.grammar.styling import Tense, TextKind, prose, styled
from exporter.english.words.morphology import MARK, sentence_case, singular, title_case
from exporter.english.words.numbering import numbered
from exporter.model import EnglishStatus
from exporter.style import data_folder

Names: TypeAlias = Mapping[str, str]
"""Names of this document and their English: its place, above all."""

_NO_NAMES: Names = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rendering:
    """English of a text, or None and the parts that no rule and no term covers."""

    text: str | None
    status: EnglishStatus
    missing: tuple[str, ...] = ()


def english_of(
    text: str,
    kind: TextKind,
    tense: Tense | None = None,
    terms: TermBase | None = None,
    names: Names = _NO_NAMES,
) -> Rendering:
    """Render a Chinese text of a kind in English; `untranslated`, with what is missing, if any part is not covered."""
    lexicon = lexicon_of(terms) if terms else _standard()
    number, body = numbered(prepared(text))
    body = _IN_WORDS.sub(lambda year: year[0].translate(_DIGITS), body)
    if kind == "heading" and (field := _FIELD.fullmatch(body)):
        return _of_field(english_of(field["what"], "term", None, terms, names), number, field["what"], names)
    era = _ERA.fullmatch(body)
    if era is not None:
        said = english_of(era["what"].replace("、", "，"), kind, "past", terms, names)  # 扬优聚势、产业升级
        if said.text is None and "、" in era["what"]:
            said = english_of(era["what"], kind, "past", terms, names)
        return _of_years(said, number, era["years"])
    if body in personal(names):
        english = personal(names)[body].en.replace(MARK, "")
        return Rendering(number + (english if kind == "term" else sentence_case(english)), "reviewed")
    whole = [term.en for term in lexicon.base.by_zh.get(body, ()) if term.kind == "phrase" and MARK not in term.en]
    if whole:
        return _verified(number + (sentence_case(whole[0].lower()) if number[:1] == "(" else whole[0]))
    clauses = _read(body, kind, lexicon, names)
    missing = tuple(part for clause in clauses if not isinstance(clause, Phrase) for part in clause)
    if missing or not clauses:
        return Rendering(None, "untranslated", missing or (text,))
    read = [clause for clause in clauses if isinstance(clause, Phrase)]
    doubtful = tuple(_doubtful(body, read, names)) if kind != "term" else ()
    text = styled(read, kind, tense, number[:1] in ("I", "V", "X"))
    whole_text = number + (lowered(text) if number.endswith(", ") else text)
    return Rendering(whole_text, "draft", doubtful) if doubtful else _verified(whole_text)


def _doubtful(body: str, read: Sequence[Phrase], names: Names) -> Iterator[str]:
    """Give the words whose reading is not to be believed, clause by clause."""
    clauses = [clause for clause in _BREAK.split(body) if clause]
    for text, phrase in zip(clauses, read, strict=True):
        yield from doubts(text, phrase, personal(names))


_IN_WORDS = re.compile(r"[一二][〇○零一二三四五六七八九]{3}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_FIELD = re.compile(r"关于(?P<what>[^，。；的]{2,16})(?:问题|方面)?")
"""A heading that only names what it is about."""


def _of_field(what: Rendering, number: str, zh: str, names: Names) -> Rendering:
    """Render 关于外交工作: on diplomatic work."""
    if what.text is None:
        return Rendering(None, "untranslated", what.missing)
    phrase = _clause(zh, _standard(), names, TERMS)
    doubtful = tuple(doubts(zh, phrase, personal(names))) if isinstance(phrase, Phrase) else (zh,)
    said = f"{number}{'on' if number.endswith(', ') else 'On'} {what.text}"
    return Rendering(said, "draft", doubtful) if doubtful else _verified(said)


def prose_of(text: str, tense: Tense, names: Names = _NO_NAMES) -> str | None:
    """Render clauses of running text as a sentence; None unless each is read, and with confidence."""
    clauses = [clause for clause in _BREAK.split(prepared(text)) if clause]
    read = [_clause(clause, _standard(), names, PROSE) for clause in clauses]
    sure = [
        one
        for clause, one in zip(clauses, read, strict=True)
        if isinstance(one, Phrase) and one.cost <= DOUBT * one.length and not any(doubts(clause, one, personal(names)))
    ]
    return prose(sure, tense) if read and len(sure) == len(read) else None


DOUBT = 0.38
"""Cost of a reading, for each character, from which running text is left in Chinese."""


def name_of(text: str, names: Names = _NO_NAMES) -> Rendering:
    """Render the name of a project, campaign, plan or strategy; what is no name but says what to do, as a heading.

    新动能培育壮大工程 → Project to foster and strengthen new growth drivers.
    """
    body = prepared(text)
    phrase = _clause(body, _standard(), names, NAMES)
    if not isinstance(phrase, Phrase):
        return Rendering(None, "untranslated", phrase)
    if phrase.category == "VP" and not _DONE_WITH.match(body):
        return Rendering(None, "untranslated", (body,))
    doubtful = tuple(doubts(body, phrase, personal(names)))
    if doubtful:
        return Rendering(None, "untranslated", doubtful)
    if phrase.category == "VP":
        return _verified(sentence_case(phrase.text.replace(MARK, "")))
    head, rest = _AFTER.match(phrase.text).groups()  # type: ignore[union-attr]
    return _verified(sentence_case(singular(head) + rest))


_AFTER = re.compile(r"(.*?)((?: (?:to|for|of|in|on|from) .*)?)$")
_DONE_WITH = re.compile(
    r"(?:深入|全面|大力|扎实|持续|积极|继续|加快|统筹|有序|稳步|组织|坚定|纵深|推动){0,2}(?:实施|推进|开展|启动|落实|抓好|深化|完成|建设|执行)"
)
"""What is done with a project or a plan; another verb in front belongs to its name."""


_ERA = re.compile(r"(?:过去[一三五]年，)?(?:这)?是(?:我们)?(?P<what>.{4,60})的(?P<years>[一三五])年")


def _of_years(what: Rendering, number: str, years: str) -> Rendering:
    """Render 这是综合实力提升的五年: five years in which overall strength increased."""
    if what.text is None:
        return what
    count = {"一": "A year", "三": "Three years", "五": "Five years"}[years]
    return _verified(f"{number}{count} in which {lowered(what.text)}")


def lowered(text: str) -> str:
    """Set the first letter of a text in lower case, unless it begins a name."""
    first, second = text.partition(" ")[0], text.partition(" ")[2].partition(" ")[0]
    return text if first.upper() == first or second.istitle() or "2" in first else text[:1].lower() + text[1:]


def read_noun(
    text: str, names: Names = _NO_NAMES, roots: Mapping[str, float] = TERMS, loose: bool = False
) -> Phrase | None:
    """Read a prepared text as a noun, alone (N, NP), with what was done to it (DN), or as what is done (VP).

    `loose`: heap nouns up, and leave out function words that no rule covers.
    """
    if not loose:
        found = _clause(text, _standard(), names, roots)
        return found if isinstance(found, Phrase) else None
    lexicon = _standard()
    edges = lexicon.edges(text, names, lambda inner: _quoted(inner, lexicon, names))
    for place, character in enumerate(text):
        for category, words in _LOOSE_WORDS.items():
            if character in words:
                english = words[character]
                edges.setdefault(place, []).append((place + 1, Phrase(category, english, cost=1.5, length=1)))
    return parse(len(text), edges, LOOSE_TERMS if roots is TERMS else roots, LOOSE_RULES)


_LOOSE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Z": dict.fromkeys("了着等在于对将把被由为所之其共各该本", ""),
        "X": {"型": "oriented", "级": "level", "式": "style", "类": "type"},
    }
)
"""Words of one character between those that terms cover: left out (Z), or ending an adjective (X)."""


def action_of(verb: str) -> str | None:
    """Read a verb with its object (通过验收), its English verbs marked for tense; None if it is not covered."""
    lexicon = _standard()
    text = prepared(verb)
    if len(text) > MAX_ACTION:
        return None
    phrase = parse(len(text), lexicon.edges(text, _NO_NAMES, lambda inner: _quoted(inner, lexicon, _NO_NAMES)), _ACTS)
    if phrase is None:
        return None
    return passive(phrase.text) if phrase.category == "V" else phrase.text


MAX_ACTION = 10
"""Longest verb that is read so; a longer one says more than the sentence of a figure can carry."""
_ACTS: Mapping[str, float] = {"VP": 0.0, "V": 0.3, "I": 0.5}


def prepared(text: str) -> str:
    """Bring a text to the form that the rules are written for: simplified, no spaces, no note marks."""
    text = _NOTE_MARK.sub("", text.translate(_WIDTH).translate(_simplified()))
    return _SPACE.sub("", text).strip("。.:：；;").replace("”“", "”、“")


_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))} | {
    ord("．"): ".",
    ord("％"): "%",
    ord("("): "（",
    ord(")"): "）",
    ord(","): "，",
    ord(";"): "；",
}
_NOTE_MARK = re.compile(r"[\[〔［【]\s*\d{1,3}\s*[\]〕］】]|[①-⑳]")
_SPACE = re.compile(r"\s+")


@cache
def _simplified() -> Mapping[int, str]:
    """Map traditional characters to simplified ones, where there is one answer (the table leaves out the others)."""
    lines = (data_folder("source") / "traditional.tsv").read_text("utf-8").splitlines()
    return {ord(line[0]): line[2] for line in lines[1:]}


@cache
def _standard() -> Lexicon:
    return lexicon_of(load())


def _verified(text: str) -> Rendering:
    return Rendering(text, "verified")


# ---------------------------------------------------------------- clauses

_BREAK = re.compile(r"[，；。]")


def _read(text: str, kind: TextKind, lexicon: Lexicon, names: Names) -> list[Phrase | tuple[str, ...]]:
    """Read a text clause by clause; a term is one clause, and a noun."""
    if kind == "term":
        return [_clause(text, lexicon, names, TERMS)]
    clauses = [clause for clause in _BREAK.split(text) if clause]
    read = [_clause(clause, lexicon, names, LATER if place else ROOTS) for place, clause in enumerate(clauses)]
    if kind == "title" or all(_nominal(one) for one in read) or not any(_nominal(one) for one in read):
        return read
    return [_clause(clauses[i], lexicon, names, FINITE) if _nominal(one) else one for i, one in enumerate(read)]


def _nominal(clause: Phrase | tuple[str, ...]) -> bool:
    return isinstance(clause, Phrase) and clause.category in ("N", "NC", "NP", "DN", "A")


def _clause(text: str, lexicon: Lexicon, names: Names, roots: Mapping[str, float]) -> Phrase | tuple[str, ...]:
    """Parse a clause; where it cannot be read, give the parts that are in no term, or the clause itself."""
    edges = lexicon.edges(text, names, lambda inner: _quoted(inner, lexicon, names))
    phrase = parse(len(text), edges, roots)
    if phrase is not None:
        return phrase
    return _uncovered(text, edges) or (text,)


_NAMED: Mapping[str, float] = {"N": 0, "NC": 0, "NP": 0, "VP": 0.2, "I": 0.2, "PP": 0.3}


def _quoted(inner: str, lexicon: Lexicon, names: Names) -> str | None:
    """Render a name in quotation marks: a term without them, anything else literally and within them."""
    term = lexicon.base.preferred(inner)
    if term is not None:
        english = term.other if SLOT in term.en else term.en.replace(MARK, "").removeprefix(BEHIND)
        return f'"{english}"' if term.status == "gloss" and QUOTES not in english else english
    phrase = parse(len(inner), lexicon.edges(inner, names, lambda _: None), _NAMED)
    if phrase is not None:
        article = "the " if _COUNTED.match(inner) else ""
        return f'{article}"{title_case(phrase.text.replace(MARK, "").replace(SLOT, "").strip())}"'
    return None


_COUNTED = re.compile("[两三四五六七八九十]")


def _uncovered(text: str, edges: Mapping[int, list[tuple[int, Phrase]]]) -> tuple[str, ...]:
    covered = [False] * len(text)
    for start, readings in edges.items():
        end = max(end for end, _ in readings)
        covered[start:end] = [True] * (end - start)
    parts = "".join(character if not known else " " for character, known in zip(text, covered, strict=True))
    return tuple(parts.split())
