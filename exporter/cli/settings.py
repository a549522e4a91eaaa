"""Read `exporter.toml`, beside the sources and in the user's folder: defaults for the options of every command."""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from exporter.cli.say import UsageError

NAME = "exporter.toml"
PATHS = {"template", "icc", "fonts", "memory", "terms", "out", "previous", "reviewed"}
"""Options that name a file or folder: in a file of settings they are seen from its own folder."""
Settings: TypeAlias = dict[str, Any]


def settings_for(arguments: Iterable[str], known: Iterable[str]) -> Settings:
    """Join the settings of the user's folder and of the first source's; what is nearer to the source wins.

    `known` are the options there are. Raises UsageError `config.*`, naming file and key.
    """
    names = set(known)
    found: Settings = {}
    for folder in (user_folder(os.environ), *_beside(arguments)):
        found |= _read(folder / NAME, names)
    return found


def user_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder of a user's settings, as the system wants it."""
    if sys.platform == "win32":  # pragma: no cover
        return Path(environment.get("APPDATA", "~")).expanduser() / "exporter"
    return Path(environment.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "exporter"


def default_map(settings: Settings, commands: Mapping[tuple[str, ...], Iterable[str]]) -> Settings:
    """Give each command, called by one word or more, what concerns it."""
    found: Settings = {}
    for path, options in commands.items():
        place = found
        for word in path:
            place = place.setdefault(word, {})
        place |= {name: value for name, value in settings.items() if name in set(options)}
    return found


def _beside(arguments: Iterable[str]) -> list[Path]:
    """Give the folder of the first source that is a file or folder; the working folder where none is."""
    for given in list(arguments)[1:]:
        try:
            path = Path(given)
            if path.is_dir():
                return [path]
            if path.is_file():
                return [path.parent]
        except (OSError, ValueError):  # a name that no file can have
            continue
    return [Path()]


def _read(path: Path, known: set[str]) -> Settings:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("config.unreadable", f"{path}: cannot be read ({error}); save it as UTF-8") from None
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError("config.malformed", f'{path}: not TOML ({error}); write lines like style = "report"') from None
    for name in said:
        if name not in known:
            raise UsageError("config.unknown", f"{path}: {name!r} is no option; there are {', '.join(sorted(known))}")
    return {name: _value(name, value, path) for name, value in said.items()}


def _value(name: str, value: Any, path: Path) -> Any:
    """Turn a value into what the command line would be given."""
    if isinstance(value, dict):
        return [f"{key}={one}" for key, one in value.items()]
    if isinstance(value, list):
        joined = [str(_value(name, one, path)) for one in value]
        return ",".join(joined) if name == "to" else joined
    if isinstance(value, str) and (name in PATHS or (name == "style" and (path.parent / value).is_dir())):
        return str(path.parent / Path(value).expanduser())
    return value if isinstance(value, bool) else str(value)
