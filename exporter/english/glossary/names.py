"""Hold what a document calls things by, and the terms of its user, which stand before every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast, get_args

from exporter.english.glossary.terms import Kind, Term
from exporter.model import PersonalTerm

_MARKS = str.maketrans("", "", "~")


@dataclass(frozen=True, slots=True)
class Glossed(Mapping[str, str]):
    """Names of a document and their English, then the terms of its user."""

    own: Mapping[str, str]
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, zh: str) -> str:
        return self.own[zh] if zh in self.own else self.terms[zh].en.translate(_MARKS)

    def __iter__(self) -> Iterator[str]:
        yield from self.own
        yield from (zh for zh in self.terms if zh not in self.own)

    def __len__(self) -> int:
        return len({*self.own, *self.terms})


def glossed(own: Mapping[str, str], terms: Iterable[PersonalTerm]) -> Mapping[str, str]:
    """Join the names of a document with the terms of its user; of two for one Chinese the later counts."""
    given = {one.zh: Term(one.zh, one.en, kind=_kind(one.kind), source="user") for one in terms}
    return Glossed(own, MappingProxyType(given)) if given else own


def personal(names: Mapping[str, str]) -> Mapping[str, Term]:
    """Give the user's terms among names."""
    return names.terms if isinstance(names, Glossed) else MappingProxyType({})


def _kind(kind: str) -> Kind:
    return cast(Kind, kind) if kind in get_args(Kind) else "noun"
