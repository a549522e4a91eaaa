"""Lay out help: commands in the order of a day's work, in groups, in the language that is spoken."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from exporter.cli.language import localized
from exporter.cli.say import width

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Make files", ("export", "batch", "serve")),
    ("Look into a document", ("outline", "facts", "diff")),
    ("Check and translate", ("check", "review", "verify", "measure", "terms")),
    ("What there is", ("targets", "styles", "template", "fonts", "models", "doctor")),
)
SHOW = "show"
OTHERS = "More"
WIDEST = 100
"""Columns of help at the most; longer lines are hard to read."""
LEFT = 28
"""Columns of the names at the most; a longer one has a line of its own."""

Row = tuple[str, str]


class Group(TyperGroup):
    """The root, whose commands stand in groups; one with a command `show` calls it where none is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `show` before what is no name of a command."""
        named = args and (args[0] in self.commands or args[0] in ("-h", "--help"))
        return super().parse_args(ctx, args if named or SHOW not in self.commands else [SHOW, *args])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help of the root."""
        formatter.write("\n".join(_page(self, ctx, list(self.grouped(ctx)))) + "\n")

    def grouped(self, ctx: Any) -> Iterator[tuple[str, list[Row]]]:
        """Give each group's name and its commands with what they do."""
        left = [name for name in self.list_commands(ctx) if not _command(self, ctx, name).hidden]
        for title, names in GROUPS:
            here = [name for name in names if name in left]
            left = [name for name in left if name not in here]
            if here:
                yield title, [(name, _first(_command(self, ctx, name).help or "")) for name in here]
        if left:
            yield (
                OTHERS if len(left) < len(self.commands) else "Commands",
                [(name, _first(_command(self, ctx, name).help or "")) for name in left],
            )


class Command(TyperCommand):
    """A command, whose help is laid out as that of the root."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help of a command."""
        formatter.write("\n".join(_page(self, ctx, [])) + "\n")


def _command(group: TyperGroup, ctx: Any, name: str) -> Any:
    return group.get_command(ctx, name)


def _first(text: str) -> str:
    """Give the first sentence of a help text."""
    return localized(" ".join(text.split())).partition(". ")[0]


def _page(command: Any, ctx: Any, groups: list[tuple[str, list[Row]]]) -> Iterator[str]:
    records = [(one.param_type_name, one.get_help_record(ctx)) for one in command.get_params(ctx)]
    given = [
        str(one.metavar or one.name.upper()) for one in command.get_params(ctx) if one.param_type_name == "argument"
    ]
    usage = " ".join([ctx.command_path, *given, *(["COMMAND"] if groups else []), "[OPTIONS]"])
    yield localized("Usage: ") + usage
    yield ""
    yield from wrapped(localized(" ".join((command.help or "").split())), 2)
    for kind, title in (("argument", "Arguments"), ("option", "Options")):
        rows = [_record(*record) for of, record in records if of == kind and record]
        yield from _section(title, rows)
    for title, rows in groups:
        yield from _section(title, rows)


def _record(name: str, text: str) -> Row:
    """Turn what the parser says of a parameter into our language: its text, and the brackets behind it."""
    found = re.fullmatch(r"(.*?)(?:  )?(?:\[((?:default|required|env var|\d+<=|x[<>]).*)\])?", text, re.DOTALL)
    assert found
    extra = "; ".join(map(_extra, found[2].split("; "))) if found[2] else ""
    plain = re.sub(r" <(.*)>$", r" \1", name)
    plain = re.sub(r" (?:list\[str\]|list\[Path\]|str|path|Path)$", "", plain)  # says nothing to who reads help
    return plain, localized(found[1].strip()) + (f" [{extra}]" if extra else "")


def _extra(text: str) -> str:
    for known in ("default: ", "env var: "):
        if text.startswith(known):
            return localized(known) + text.removeprefix(known).strip("()")
    return localized(text)


def _section(title: str, rows: Iterable[Row]) -> Iterator[str]:
    rows = list(rows)
    if not rows:
        return
    yield ""
    yield localized(title) + ("：" if localized(title) != title else ":")
    column = min(max(width(name) for name, _ in rows), LEFT) + 4
    for name, text in rows:
        lines = list(wrapped(text, column)) or [""]
        if width(name) + 4 > column:
            yield f"  {name}"
        else:
            lines[0] = "  " + name + " " * (column - 2 - width(name)) + lines[0].lstrip()
        yield from lines


def wrapped(text: str, indent: int) -> Iterator[str]:
    """Break a text into lines by the columns that its characters take; Han characters may part anywhere."""
    room = min(shutil.get_terminal_size().columns, WIDEST) - indent
    line = ""
    for piece in re.findall(r"[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef][，。；：、）》”]*\s*|\s+", text):
        if line and width(line + piece.rstrip()) > room:
            yield " " * indent + line.rstrip()
            line = ""
        line += piece
    if line.strip():
        yield " " * indent + line.rstrip()
