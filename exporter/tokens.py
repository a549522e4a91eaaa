"""Build a style from its tokens, each checked against the type that it has to have."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal

from exporter.errors import StyleError


def build(kind: type[Any], values: Mapping[str, Any], file: Path, path: str) -> Any:
    """Build a value of a dataclass from tokens of a file; `path` names where they stand. Raises StyleError."""
    hints = _hints(typing.cast(Any, kind))
    names = [field.name for field in dataclasses.fields(kind)]
    for name in values:
        if name not in names:
            token = f"{path}.{name}" if path else name
            raise StyleError(f"{file}: {token} is no token; there are {', '.join(names)}", "style.invalid")
    return kind(
        **{name: _value(hints[name], value, file, f"{path}.{name}".strip(".")) for name, value in values.items()}
    )


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


COLOURS = ("accent", "rule", "tint", "highlight", "color")
"""Tokens that are colours."""


def _value(hint: Any, value: Any, file: Path, token: str) -> Any:
    if dataclasses.is_dataclass(hint) and isinstance(value, dict):
        return build(typing.cast(type[Any], hint), value, file, token)
    if typing.get_origin(hint) is Literal:
        _require(
            value in typing.get_args(hint), value, f"one of {', '.join(map(str, typing.get_args(hint)))}", file, token
        )
    elif hint is float:
        _require(isinstance(value, (int, float)) and not isinstance(value, bool), value, "a number", file, token)
        return float(value)
    elif any(option is int for option in _options(hint)):
        _require(isinstance(value, int) and not isinstance(value, bool), value, "a whole number", file, token)
    elif token.rpartition(".")[2] in COLOURS:
        right = isinstance(value, str) and (re.fullmatch("#[0-9a-fA-F]{6}", value) is not None or not value)
        _require(right, value, "a colour like #1f4e79", file, token)
    elif hint in (bool, str):
        _require(isinstance(value, hint), value, "text" if hint is str else "true or false", file, token)
    return value


def _options(hint: Any) -> Iterator[Any]:
    yield from typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)


def _require(right: bool, value: object, wanted: str, file: Path, token: str) -> None:
    if not right:
        raise StyleError(f"{file}: {token} is {value!r}, expected {wanted}", "style.invalid")
