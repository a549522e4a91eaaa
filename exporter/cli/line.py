"""Put the library on the command line: one command a job, one line an error, an honest exit status."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from functools import partial
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import typer

from exporter.cli import (  # noqa: F401 - each puts its commands into the app
    desk,
    figures,
    fonts,
    look,
    make,
    measuring,
    models,
    prove,
    serve,
    templates,
    terms,
)
from exporter.cli.app import app
from exporter.cli.language import choose, localized
from exporter.cli.say import UsageError, fail
from exporter.cli.settings import MESSAGES, Key, Setting, default_map, settings_for
from exporter.cli.typed import file_like_option, require_values
from exporter.errors import ExporterError, unwritable

__all__ = ["app", "run"]

_WRONG_USAGE: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
"""What the parser raises; Typer carries a parser of its own, or Click's, by its version."""
UNSETTABLE = ("help", "version", "install_completion", "show_completion", "name", "output")
"""Options that are for one call, not for a file of settings."""


def run() -> None:
    """Run the command line and leave with its exit status."""
    _open_streams()
    arguments, language, debug = _ours(sys.argv[1:])
    if debug:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
    try:
        sys.exit(_run(arguments, language))
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except BrokenPipeError:
        _mute()
        sys.exit(141)
    except Exception as error:
        if debug:
            raise
        if isinstance(error, OSError):
            _mute()
        fail(_named(error), 2 if isinstance(error, UsageError) else 1)


def _named(error: Exception) -> ExporterError | UsageError:
    """Give whatever was raised a code and one line."""
    match error:
        case ExporterError() | UsageError():
            return error
        case MemoryError():
            return ExporterError("out of memory; allow more, or split the document", "limit.memory")
        case OSError():
            return _refused(error)
    return ExporterError(f"unexpected {type(error).__name__}: {error}; run again with --debug and report it")


def _refused(error: OSError) -> ExporterError:
    """Say what the system refused: where it names no file, it is what was to be printed."""
    if error.filename is None:
        return unwritable("standard output", error)
    return ExporterError(f"{error.filename}: {error.strerror}; check the path and its permissions", "system.refused")


def _mute() -> None:
    """Let what still waits to be printed go nowhere: nobody listens, or there is no room."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """Let standard streams be there, whatever the caller has closed, and take names of any bytes.

    What is printed on a standard output that is closed is refused when it is written, as on a full disk.
    """
    sys.stdin = sys.stdin or Path(os.devnull).open()  # noqa: SIM115 - as long as this process
    for name in ("stdout", "stderr"):
        kind = os.O_RDONLY if name == "stdout" else os.O_WRONLY
        stream = getattr(sys, name) or os.fdopen(os.open(os.devnull, kind), "w", encoding="utf-8")
        if isinstance(stream, TextIOWrapper):
            odd = "surrogateescape" if (stream.encoding or "").lower() in ("utf-8", "ascii") else "replace"
            stream.reconfigure(errors=odd if name == "stdout" else "backslashreplace")
        setattr(sys, name, stream)


def _run(arguments: list[str], language: str | None) -> int:
    """Run a command with the settings that concern it; wrong usage is one line, as every error."""
    choose(language)
    root: Any = typer.main.get_command(app)
    _completion_told(root)
    commands = list(_commands(root))
    require_values(arguments, commands)
    options = {path: _options(command) for path, command in commands}
    known = {key: one for keys in options.values() for key, one in keys.items()} | {"messages": MESSAGES}
    settings = settings_for(arguments, known)
    choose(language or (settings["messages"].value if "messages" in settings else None))
    try:
        status = root.main(arguments, "exporter", standalone_mode=False, default_map=default_map(settings, options))
        sys.stdout.flush()
    except _WRONG_USAGE as error:
        raise _fault(error, arguments, settings) from None
    return status if isinstance(status, int) else 0


def _completion_told(root: Any) -> None:
    """Let the installation of completion speak the language of everything else."""
    for param in root.params:
        if param.name == "install_completion" and param.callback:
            param.callback = partial(_told, param.callback)


def _told(installed: Callable[..., Any], *given: Any) -> Any:
    out = sys.stdout
    with redirect_stdout(StringIO()) as said:
        try:
            return installed(*given)
        finally:
            print("".join(localized(line) + "\n" for line in said.getvalue().splitlines()), end="", file=out)


def _fault(error: Any, arguments: Sequence[str], settings: Mapping[str, Setting]) -> UsageError:
    """Say in one line what the parser has to say, of a file of settings too; called with nothing at all, the help."""
    context: Any = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(context.get_help(), file=sys.stderr)
        sys.exit(2)
    asked = f"{context.command_path} --help" if context else "exporter --help"
    what = error.format_message().rstrip(".")
    key = _key(error.param) if getattr(error, "param", None) else ""
    if key in settings and f"--{key}" not in {one.partition("=")[0] for one in arguments}:
        return UsageError("config.value", f"{settings[key].file}: " + localized(what))
    if file := file_like_option(arguments):
        return UsageError("usage", f"{file}: a file whose name begins like an option; write ./{file}")
    return UsageError("usage", localized(what) + localized("; see {}").format(asked))


def _commands(group: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give every command by the words that call it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, (*above, name))
        else:
            yield (*above, name), command


def _options(command: Any) -> dict[str, Key]:
    """Give the options of a command that a file of settings may name, by their long names without dashes."""
    rows = [one for one in command.params if one.param_type_name == "option" and one.name not in UNSETTABLE]
    return {_key(one): Key(one.name, bool(one.is_flag), bool(one.multiple)) for one in rows}


def _key(param: Any) -> str:
    return next((str(one).removeprefix("--") for one in param.opts if str(one).startswith("--")), "")


def _ours(arguments: list[str]) -> tuple[list[str], str | None, bool]:
    """Take out what may stand anywhere before `--`: `--debug` and `--messages zh|en`."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    left, language, debug = [], None, False
    rest = iter(arguments[:end])
    for argument in rest:
        name, _, value = argument.partition("=")
        if argument == "--debug":
            debug = True
        elif name == "--messages":
            language = value or next(rest, "")
        else:
            left.append(argument)
    if language not in (None, "zh", "en"):
        fail(UsageError("usage", f"--messages takes zh or en, found {language!r}"), 2)
    return left + arguments[end:], language, debug
