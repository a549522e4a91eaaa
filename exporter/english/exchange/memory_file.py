"""Read the memory that a review keeps: a SQLite file with a table `unit`."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from exporter.english.exchange.memory import Memory, Unit, memory_of
from exporter.errors import TranslationError

SIGNATURE = b"SQLite format 3\0"


def memory_from(data: bytes, name: str) -> Memory:
    """Read a memory from the bytes of such a file. Raises TranslationError `exchange.malformed`."""
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(data)
            rows = base.execute(
                "SELECT zh, en, status, author, day, document, note FROM unit WHERE en <> ''"
            ).fetchall()
    except sqlite3.Error as error:
        raise TranslationError(
            f"{name}: no memory of exporter ({error}); give one made by `exporter review`", "exchange.malformed"
        ) from None
    return memory_of(_unit(*row) for row in rows)


def _unit(zh: str, en: str, status: str, author: str, day: str, document: str, note: str) -> Unit:
    signed = (author, day) if status == "reviewed" else ("", "")
    return Unit(zh, en, document, *signed, note)
