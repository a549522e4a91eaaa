"""Read `exporter.toml`, beside the sources and in the user's folder: defaults for the options of every command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from exporter.cli.say import UsageError
from exporter.style import style_names

NAME = "exporter.toml"
FILES = {"template", "icc", "fonts", "previous", "reviewed"}
"""Options that name a file or folder that is there."""
PATHS = FILES | {"out", "memory", "terms"}
"""Options that name a file or folder: in a file of settings they are seen from its own folder."""
LANGUAGES = ("zh", "en")
Settings: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """An option as a file of settings names it: what the parser calls it, and whether it takes no value, or many."""

    name: str
    flag: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, as the command line would be given it, and the file that says it."""

    value: Any
    file: Path


MESSAGES = Key("messages")


def settings_for(arguments: Iterable[str], known: Mapping[str, Key]) -> dict[str, Setting]:
    """Join the settings of the user's folder and of the first source's; what is nearer to the source wins.

    `known` are the options there are, by their keys. Raises UsageError `config.*`, naming file and key.
    """
    found: dict[str, Setting] = {}
    for folder in (user_folder(os.environ), *_beside(arguments)):
        found |= _read(folder / NAME, known)
    return found


def user_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder of a user's settings, as the system wants it."""
    if sys.platform == "win32":  # pragma: no cover
        return Path(environment.get("APPDATA", "~")).expanduser() / "exporter"
    return Path(environment.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "exporter"


def default_map(
    settings: Mapping[str, Setting], commands: Mapping[tuple[str, ...], Mapping[str, Key]]
) -> dict[str, Any]:
    """Give each command, called by one word or more, what concerns it."""
    found: dict[str, Any] = {}
    for path, options in commands.items():
        place = found
        for word in path:
            place = place.setdefault(word, {})
        place |= {options[key].name: one.value for key, one in settings.items() if key in options}
    return found


def _beside(arguments: Iterable[str]) -> list[Path]:
    """Give the folder of the first source that is a file or folder; of one that is not there; the working folder."""
    meant: list[Path] = []
    for given in list(arguments)[1:]:
        try:
            path = Path(given)
            if path.is_dir():
                return [path]
            if path.is_file():
                return [path.parent]
            if path.parent.is_dir() and not given.startswith("-"):
                meant.append(path.parent)
        except (OSError, ValueError):  # a name that no file can have
            continue
    return meant[:1] or [Path()]


def _read(path: Path, known: Mapping[str, Key]) -> dict[str, Setting]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise UsageError(
            "config.unreadable", f"{path}: cannot be read ({error.strerror}); check the path and its permissions"
        ) from None
    except UnicodeDecodeError as error:
        raise UsageError("config.unreadable", f"{path}: cannot be read ({error}); save it as UTF-8") from None
    import tomllib  # few have such a file

    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError("config.malformed", f'{path}: not TOML ({error}); write lines like style = "report"') from None
    for key in said:
        if key not in known:
            raise UsageError("config.unknown", f"{path}: {key!r} is no option; there are {', '.join(sorted(known))}")
    return {key: Setting(_values(key, value, path, known[key]), path) for key, value in said.items()}


def _values(key: str, said: Any, path: Path, known: Key) -> Any:
    """Turn what is said into what the command line would be given, an option that may stand often into a list."""
    if isinstance(said, dict) and known.many:
        return [f"{name}={one}" for name, one in said.items()]
    values = [_value(key, one, path, known.flag) for one in (said if isinstance(said, list) else [said])]
    if known.many:
        return values
    if len(values) != 1:
        raise _of_no_use(path, key, said, "one value")
    return values[0]


def _value(key: str, value: Any, path: Path, flag: bool) -> Any:
    """Turn one value into text. Raises UsageError `config.value` for one of no use."""
    if isinstance(value, dict | list):
        raise _of_no_use(path, key, value, "a text or number")
    if isinstance(value, bool) != flag:
        raise _of_no_use(path, key, value, "true or false" if flag else "a text or number")
    if key == "messages" and value not in LANGUAGES:
        raise _of_no_use(path, key, value, " or ".join(LANGUAGES))
    if isinstance(value, str) and (key in PATHS or (key == "style" and (path.parent / value).is_dir())):
        return _place(key, value, path)
    if key == "style" and value not in style_names() and not Path(str(value)).is_dir():
        raise _of_no_use(path, key, value, f"a folder that is there, or {', '.join(style_names())}")
    return value if flag else str(value)


def _place(key: str, value: str, path: Path) -> str:
    place = path.parent / Path(value).expanduser()
    if key in FILES and "://" not in value and not place.exists():
        raise _of_no_use(path, key, value, "a file or folder that is there")
    return str(place)


def _of_no_use(path: Path, key: str, value: Any, wanted: str) -> UsageError:
    said = str(value).lower() if isinstance(value, bool) else repr(value)
    return UsageError("config.value", f"{path}: {key} = {said}, expected {wanted}")
