"""Keep what people write and approve in one SQLite file: a memory that survives a crash and a second window.

An approved translation is never lost: what takes its place leaves it in the history.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from exporter.english.grammar.headings import prepared
from exporter.errors import TranslationError
from exporter.model import EnglishStatus

_TABLES = """
CREATE TABLE IF NOT EXISTS unit (
  key TEXT PRIMARY KEY, zh TEXT NOT NULL, en TEXT NOT NULL, status TEXT NOT NULL, note TEXT NOT NULL,
  author TEXT NOT NULL, day TEXT NOT NULL, document TEXT NOT NULL, version INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS history AS SELECT * FROM unit WHERE 0;
CREATE TABLE IF NOT EXISTS cut (key TEXT PRIMARY KEY, places TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody wrote for a segment, and on which day (ISO 8601)."""

    zh: str
    en: str
    status: EnglishStatus
    note: str = ""
    author: str = ""
    day: str = ""
    document: str = ""
    version: int = 0
    """Counts the changes of this entry; a writer who has not seen the last one is told so."""


class ConflictError(Exception):
    """Somebody else has changed the entry since it was read; `entry` is what it says now."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.zh)
        self.entry = entry


@dataclass(frozen=True, slots=True)
class Store:
    """The file that entries are kept in."""

    path: Path

    def entries(self) -> dict[str, Entry]:
        """Give every entry by the prepared form of its Chinese."""
        with self._open(making=False) as base:
            return {row[0]: Entry(*row[1:]) for row in base.execute("SELECT * FROM unit")}

    def keep(self, entry: Entry) -> Entry:
        """Write an entry that was made on top of `entry.version`. Raises ConflictError."""
        key = prepared(entry.zh)
        with self._open() as base:
            base.execute("BEGIN IMMEDIATE")
            row = base.execute("SELECT * FROM unit WHERE key = ?", (key,)).fetchone()
            known = Entry(*row[1:]) if row else None
            if known and known.version != entry.version:
                raise ConflictError(known)
            if known and known.status == "reviewed":
                base.execute("INSERT INTO history SELECT * FROM unit WHERE key = ?", (key,))
            said = (entry.zh, entry.en, entry.status, entry.note, entry.author, entry.day, entry.document)
            base.execute("INSERT OR REPLACE INTO unit VALUES (?,?,?,?,?,?,?,?,?)", (key, *said, entry.version + 1))
            return Entry(*said, entry.version + 1)

    def cuts(self) -> dict[str, tuple[int, ...]]:
        """Give where texts are cut into parts, by the prepared form of each."""
        with self._open(making=False) as base:
            rows = base.execute("SELECT key, places FROM cut").fetchall()
        return {key: tuple(map(int, places.split(","))) for key, places in rows if places}

    def cut(self, zh: str, places: tuple[int, ...]) -> None:
        """Keep where a text is cut; nowhere, where there are no places."""
        with self._open() as base:
            base.execute("INSERT OR REPLACE INTO cut VALUES (?,?)", (prepared(zh), ",".join(map(str, places))))

    @contextmanager
    def _open(self, *, making: bool = True) -> Iterator[sqlite3.Connection]:
        """Open the file; one that is not there is made for who writes, and is empty for who reads."""
        place = self.path if making or self.path.exists() else ":memory:"
        try:
            with closing(sqlite3.connect(place, timeout=10)) as base:
                base.executescript(_TABLES)
                with base:
                    yield base
        except sqlite3.DatabaseError as error:
            raise TranslationError(
                f"{self.path}: cannot be used as a memory ({error}); name another file", "memory.unusable"
            ) from None
