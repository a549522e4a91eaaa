"""Keep a user's own terms: read from a file, looked through, joined with others so that none is lost in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from exporter.english.exchange.term_grid import Grid, Row, cell, column_of, rows_of
from exporter.english.glossary.terms import Kind, load
from exporter.errors import TranslationError
from exporter.model import Notice, PersonalTerm

LONGEST = 200
"""Characters of a term in either language, at the most."""
FIELDS = ("zh", "en", "kind", "by", "on")
"""Columns of a file of terms that are ours."""
NAMED = 5
"""Conflicts that a message names; more are counted."""


@dataclass(frozen=True, slots=True)
class Personal:
    """A user's own terms, and what is to be said of the file that they come from."""

    terms: tuple[PersonalTerm, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """What becomes of terms that are joined to others."""

    terms: tuple[PersonalTerm, ...]
    added: tuple[PersonalTerm, ...]
    same: tuple[PersonalTerm, ...]
    conflicts: tuple[tuple[PersonalTerm, PersonalTerm], ...]
    """Of one Chinese, the English that was known and the other that came."""


def read_personal(name: str, data: bytes) -> Personal:
    """Read a user's own terms from CSV, tab-separated text, a workbook or TBX, with who gave them and when.

    Columns `zh` and `en` at least; `kind`, `by` and `on` are read too. A term that has no English yet is counted;
    of two renderings the later counts, and is told. Raises TranslationError `terms.malformed`, `terms.unreadable`,
    `terms.invalid` or `exchange.malformed`.
    """
    said = [row for row in rows_of(name, data) if row.said.get("status", "") not in _NOT_USED]
    held = [_term(row, name) for row in said if row.said.get("zh") and row.said.get("en")]
    open_ = len(said) - len(held)
    notices = [Notice("terms.open", f"{name}: {open_} rows lack zh or en and are left out")] if open_ else []
    joined = joined_with((), held, replaced=True)
    if joined.conflicts:
        told = f"{name}: {_named(joined.conflicts, 'and')}; the later counts, leave one"
        notices.append(Notice("terms.conflict", told))
    return Personal(joined.terms, tuple(notices))


def joined_with(known: Sequence[PersonalTerm], more: Iterable[PersonalTerm], *, replaced: bool = False) -> Joined:
    """Join terms to others; where one has other English already, that stays unless it is to be `replaced`."""
    terms = {one.zh: one for one in known}
    added, same, conflicts = [], [], []
    for one in more:
        there = terms.get(one.zh)
        if there is None:
            added.append(one)
        elif there.en == one.en:
            same.append(one)
            continue
        else:
            conflicts.append((there, one))
        if there is None or replaced:
            terms[one.zh] = one
    return Joined(tuple(terms.values()), tuple(added), tuple(same), tuple(conflicts))


def require_no_conflict(joined: Joined, name: str) -> None:
    """Refuse to join where terms contradict each other, by name. Raises TranslationError `terms.conflict`."""
    if not joined.conflicts:
        return
    raise TranslationError(
        f"{name} has other English: {_named(joined.conflicts, 'not')}; nothing is written, "
        "choose with --replace or --keep",
        "terms.conflict",
    )


def _named(conflicts: Sequence[tuple[PersonalTerm, PersonalTerm]], word: str) -> str:
    said = "; ".join(f"{old.zh} is {old.en!r} {word} {new.en!r}" for old, new in conflicts[:NAMED])
    return said + (f" and {len(conflicts) - NAMED} more" if len(conflicts) > NAMED else "")


def looked_through(term: PersonalTerm, where: str) -> PersonalTerm:
    """Give a term back if it can be one. Raises TranslationError `terms.invalid`, which names the place."""
    fault = _fault(term)
    if fault:
        raise TranslationError(f"{where}: {fault}", "terms.invalid")
    return term


def official_notices(terms: Iterable[PersonalTerm]) -> tuple[Notice, ...]:
    """Say which terms stand in the place of an official rendering of the term base."""
    base = load()
    found = ((one, base.preferred(one.zh)) for one in terms)
    return tuple(
        Notice("terms.official", f"{one.zh} is officially {there.en!r} ({there.source}); yours stands before it")
        for one, there in found
        if there is not None and there.source != "house" and there.en.strip("~") != one.en
    )


def written_into(grid: Grid, joined: Joined) -> Grid:
    """Put joined terms into the rows of their file; its own columns and the order of its rows stay as they are."""
    names = list(grid.names or FIELDS)
    wanted = [one for one in FIELDS if any(getattr(term, one) for term in joined.terms)]
    names += [one for one in wanted if column_of(names, one) is None]
    places = {one: column_of(names, one) for one in FIELDS}
    left = {one.zh: one for one in joined.terms}
    rows = [_put(row, left.pop(cell(row, places["zh"]), None), places, len(names)) for row in grid.rows if any(row)]
    rows += [_put((), one, places, len(names)) for one in left.values()]
    return replace(grid, names=tuple(names), rows=tuple(rows))


def _put(row: Sequence[str], term: PersonalTerm | None, places: dict[str, int | None], width: int) -> tuple[str, ...]:
    cells = [*row, *[""] * (width - len(row))]
    for name, at in places.items() if term is not None else ():
        if at is not None:
            cells[at] = getattr(term, name)
    return tuple(cells)


def _term(row: Row, name: str) -> PersonalTerm:
    said = row.said
    kind = said.get("kind") or "noun"
    term = PersonalTerm(said["zh"], said["en"], kind, said.get("by", ""), said.get("on", ""))
    return looked_through(term, f"{name}, {row.place}")


def _fault(term: PersonalTerm) -> str:
    """Say why something is no term; nothing where it is one."""
    if max(len(term.zh), len(term.en)) > LONGEST:
        return f"longer than {LONGEST} characters; a term is a few words"
    if any(unicodedata.category(one) in ("Cc", "Cf", "Co", "Cs", "Cn") for one in term.zh + term.en):
        return f"{term.zh!r} holds characters that show nothing; write it again"
    if not _HAN.search(term.zh):
        return f"{term.zh!r} holds no Chinese; the Chinese comes first"
    if _HAN.search(term.en) or not re.search(r"[^\W\d_]", term.en):
        return f"{term.en!r} is no English; write it in Latin letters"
    if term.kind not in get_args(Kind):
        return f"{term.kind!r} is no kind of word; there are {', '.join(get_args(Kind))}"
    forbidden = next((one for one in load().forbidden if (one.zh, one.en) == (term.zh, term.en)), None)
    return f"{term.en!r} is a known error for {term.zh}; the guard would report it" if forbidden else ""


_NOT_USED = ("forbidden", "deprecated", "superseded")
"""Status of what a list of terms warns of."""
_HAN = re.compile(r"[\u3400-\u9fff]")
