"""Say results and errors: lines for people, JSON for programs, one line an error."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from exporter.cli.language import localized
from exporter.errors import ExporterError
from exporter.model import Notice


class UsageError(Exception):
    """Wrong usage that the parser of the command line cannot see; exit status 2."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def rows(table: Sequence[Mapping[str, str]], as_json: bool) -> None:
    """Print rows that have the same keys, in columns or as JSON."""
    if as_json:
        as_plain_json(table)
        return
    widths = {key: max(width(row[key]) for row in table) for key in table[0]} if table else {}
    for row in table:
        print("  ".join(padded(row[key], widths[key]) for key in row).rstrip())


def width(text: str) -> int:
    """Count the columns that a text takes in a terminal: two for a Han character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, columns: int) -> str:
    """Fill a text with spaces to a number of columns."""
    return text + " " * (columns - width(text))


def as_plain_json(value: object) -> None:
    """Print a value as JSON."""
    sys.stdout.write(as_json_text(value, indent=1) + "\n")


def as_json_text(value: object, indent: int | None = None) -> str:
    """Give a value as JSON that any program reads: a byte of a name that is no text stands as `\\xff`."""
    return _SURROGATE.sub(lambda found: "\\" + _byte(found), json.dumps(value, ensure_ascii=False, indent=indent))


_SURROGATE = re.compile("[\ud800-\udfff]")


def _byte(found: re.Match[str]) -> str:
    """Give what stands for a byte that is no text, or for half of a pair of surrogates, as Python writes it."""
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


COUNTS = ("source.left_out", "source.page_says", "source.notes_lost", "reviewed.doubted", "reviewed.taken")
"""Notices that are no warnings, and that everybody wants to read."""


def warnings(notices: Iterable[Notice]) -> None:
    """Print the warnings among notices and counts of what was left out and taken, a line each, on standard error."""
    for notice in notices:
        if notice.code in COUNTS and notice.level == "info":
            print(_one_line(localized(notice.message)), file=sys.stderr)
        elif notice.level == "warning":
            print(f"warning[{notice.code}]: {_one_line(localized(notice.message))}", file=sys.stderr)


def told(notices: Iterable[Notice]) -> None:
    """Print notices of any level, a line each, on standard error."""
    for notice in notices:
        print(f"{notice.level}[{notice.code}]: {_one_line(localized(notice.message))}", file=sys.stderr)


def error(code: str, message: str) -> None:
    """Print an error on standard error, in one line."""
    print(f"error[{code}]: {_one_line(localized(message))}", file=sys.stderr)


def fail(cause: ExporterError | UsageError, status: int = 1) -> NoReturn:
    """Print an error, as JSON too where JSON was asked for, and leave."""
    if "--json" in sys.argv:
        as_plain_json({"error": {"code": cause.code, "message": cause.message}})
    error(cause.code, cause.message)
    sys.exit(status)


def notice(one: Notice) -> dict[str, Any]:
    """Give a notice as JSON can say it."""
    place = {"start": one.span.start, "end": one.span.end} if one.span else {}
    return {"code": one.code, "level": one.level, "message": one.message, **place}


def _one_line(message: str) -> str:
    said = _SURROGATE.sub(_byte, message)
    return "".join(character if character.isprintable() else " " for character in said)
