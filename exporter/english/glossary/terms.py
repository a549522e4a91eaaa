"""Hold the term base: Chinese government terms and their English, found in a text by longest match.

The term base is a folder of tab-separated files (`zh en other kind status source year`), sorted and
readable. `other` is a second English form: of a noun the form before another noun (`economic` for
经济), of a verb the form without an object (`improve` for 提升), where the rule for it goes wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from itertools import chain
from operator import add
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

from exporter.errors import TranslationError
from exporter.facts.statements.indicators import Indicator, indicators
from exporter.kept import kept
from exporter.style import data_folder

Kind: TypeAlias = Literal[
    "indicator",
    "institution",
    "post",
    "policy",
    "place",
    "noun",
    "verb",
    "adjective",
    "adverb",
    "clause",
    "pattern",
    "phrase",
    "function",
    "measure",
    "time",
]
"""`clause` is a verb with its object (稳中求进), `pattern` has an open place (以{}为重点), `phrase` stands alone."""
Status: TypeAlias = Literal["preferred", "admitted", "forbidden", "gloss"]
"""How far a rendering may be trusted: `preferred` is used; `gloss` explains a name that has no official English known
here, and stands in quotation marks where the name does; `admitted` is another good rendering, or a plain word that
claims nothing; `forbidden` is a known error. A kind of `OFFICIAL` is preferred only with a source that shows it.
"""
OFFICIAL: frozenset[Kind] = frozenset(("indicator", "institution", "post", "policy", "phrase"))
"""Kinds whose English claims to be the official one."""

COLUMNS = ("zh", "en", "other", "kind", "status", "source", "year")


class Term(NamedTuple):
    """A term and one English of it, with where that English was seen."""

    zh: str
    en: str
    other: str = ""
    kind: Kind = "noun"
    status: Status = "preferred"
    source: str = "house"
    """`gwr-2015`: the official English of the national report of that year; `house`: this project's own choice;
    others are listed in `source/sources.tsv`."""
    year: str = ""


class Match(NamedTuple):
    """A term found in a text, with all its renderings, the preferred one first."""

    start: int
    end: int
    terms: tuple[Term, ...]


Lengths: TypeAlias = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class TermBase:
    """All terms, by their Chinese, with an index for longest match.

    `lengths` gives for the first two characters of any term the lengths of the terms that begin with them,
    longest first. A place in a text is looked up as often as there are lengths (at most 20), so
    matching is linear, and does without an automaton to build at every start.
    """

    terms: tuple[Term, ...]
    by_zh: Mapping[str, tuple[Term, ...]]
    lengths: Lengths
    forbidden: tuple[Term, ...] = ()
    """The renderings that are known errors."""

    def find(self, text: str) -> tuple[Match, ...]:
        """Find terms in a text, longest first, from left to right, without overlap."""
        return tuple(self._found(text))

    def starting(self, text: str, start: int) -> Iterator[Match]:
        """Find every term that begins at a place, longest first."""
        for length in self.lengths.get(text[start : start + 2], ()):
            terms = self.by_zh.get(zh := text[start : start + length])
            if terms is not None and len(zh) == length:
                yield Match(start, start + length, terms)
        alone = self.by_zh.get(text[start : start + 1])
        if alone is not None:
            yield Match(start, start + 1, alone)

    def preferred(self, zh: str) -> Term | None:
        """Give the preferred rendering of a term, or None."""
        return next((term for term in self.by_zh.get(zh, ()) if term.status != "forbidden"), None)

    def with_terms(self, more: Iterable[Term]) -> TermBase:
        """Add terms (a user's glossary, the names of a document), which come before those there are."""
        return _index((*more, *self.terms))

    def _found(self, text: str) -> Iterator[Match]:
        terms_of, end, done = self.by_zh.get, len(text), 0
        for at, lengths in enumerate(map(self.lengths.get, map(add, text, text[1:]))):
            if lengths is None or at < done:
                continue
            for length in lengths:
                terms = terms_of(text[at : at + length])
                if terms is not None and at + length <= end:
                    done = at + length
                    yield Match(at, done, terms)
                    break


def load(folder: Path | None = None) -> TermBase:
    """Load the term base of a folder of `.tsv` files; None: the one that comes with the package, with its indicators.

    Raises TranslationError `terms.malformed` or `terms.duplicate`, with file and line.
    """
    return _standard() if folder is None else _load(folder)


def read_terms(file: Path) -> tuple[Term, ...]:
    """Read one tab-separated file of terms; its first line names the columns, `zh` and `en` at least."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TranslationError(
            f"{file}: cannot be read as UTF-8 text ({error}); check it", "terms.unreadable"
        ) from None
    if not lines or not {"zh", "en"} <= set(names := lines[0].split("\t")):
        raise TranslationError(
            f"{file}: its first line does not name the columns {' '.join(COLUMNS)}; put them there, with tabs",
            "terms.malformed",
        )
    terms = tuple(
        _term(line.split("\t"), names, file, number) for number, line in enumerate(lines[1:], 2) if line.strip()
    )
    _refuse_duplicates(terms, file)
    return terms


@cache
def _standard() -> TermBase:
    """Join the package's terms and the names in its table of indicators, which is the home of their English."""
    groups, lengths = kept("term-index", _content(data_folder("source")), _standard_rows)
    return _base({zh: tuple(map(_made, rows)) for zh, rows in groups.items()}, lengths)


_made: Callable[[Sequence[str]], Term] = partial(tuple.__new__, Term)
"""Make a term of all its cells: at every start 23,000 are made so."""


def _content(folder: Path) -> bytes:
    """Give the hash of what the files of the base say."""
    said = sha256()
    for file in (*sorted((folder / "terms").glob("*.tsv")), folder / "indicators.tsv"):
        said.update(file.read_bytes())
    return said.digest()


def _standard_rows() -> tuple[dict[str, list[tuple[str, ...]]], Lengths]:
    folder = data_folder("source") / "terms"
    terms = [term for file in sorted(folder.glob("*.tsv")) for term in read_terms(file)]
    known = {term.zh for term in terms if term.status != "forbidden"}
    found = (_indicator(one) for one in indicators() if one.english)
    base = _index([*terms, *(term for term in found if term.zh not in known)])
    return {zh: [tuple(term) for term in group] for zh, group in base.by_zh.items()}, dict(base.lengths)


def _indicator(one: Indicator) -> Term:
    status: Status = "gloss" if one.source == "house" else "preferred"
    return Term(one.name, one.english, kind="indicator", status=status, source=one.source)


@cache
def _load(folder: Path) -> TermBase:
    return _index(term for file in sorted(folder.glob("*.tsv")) for term in read_terms(file))


_NAMES = list(COLUMNS)
_KINDS = frozenset(get_args(Kind))
_STATUSES = frozenset(get_args(Status))
_ORDER: Mapping[str, int] = {"preferred": 0, "gloss": 1, "admitted": 2, "forbidden": 3}


def _term(cells: list[str], names: list[str], file: Path, number: int) -> Term:
    if names != _NAMES or len(cells) != len(_NAMES):
        row = dict(zip(names, cells, strict=False))
        cells = [row.get(name, "") for name in _NAMES]
    zh, en, other, kind, status, source, year = cells
    kind, status = kind or "noun", status or "preferred"
    if not zh or not en or kind not in _KINDS or status not in _STATUSES:
        raise TranslationError(
            f"{file}, line {number}: needs zh, en, a kind of {', '.join(sorted(_KINDS))} "
            f"and a status of {', '.join(_ORDER)}; found {cells!r}",
            "terms.malformed",
        )
    return Term(zh, en, other, cast("Kind", kind), cast("Status", status), source or "house", year)


def _refuse_duplicates(terms: tuple[Term, ...], file: Path) -> None:
    seen: set[tuple[str, str, str]] = set()
    for term in terms:
        key = (term.zh, term.en, term.kind)
        if key in seen:
            raise TranslationError(f"{file}: {term.zh} = {term.en} stands there twice; remove one", "terms.duplicate")
        seen.add(key)


def _index(terms: Iterable[Term]) -> TermBase:
    by_zh: defaultdict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_zh[term.zh].append(term)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for zh in by_zh:
        if len(zh) > 1:
            lengths[zh[:2]].add(len(zh))
    ordered = {zh: tuple(sorted(group, key=lambda term: _ORDER[term.status])) for zh, group in by_zh.items()}
    return _base(ordered, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})


def _base(by_zh: Mapping[str, tuple[Term, ...]], lengths: Lengths) -> TermBase:
    every = tuple(chain.from_iterable(by_zh.values()))
    return TermBase(every, by_zh, lengths, tuple(term for term in every if term.status == "forbidden"))
