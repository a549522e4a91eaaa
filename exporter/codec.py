"""Write a Document as versioned JSON, read it back, and publish the JSON Schema of it.

A dataclass becomes an object; a block carries its kind in `type`. Fields that hold their default
are left out. Decimals are strings, bytes are base64. The file fails to read, with both versions in the message,
when it was written for another version of the model.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
import types
import typing
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, TypeAlias

from exporter import model
from exporter.errors import DocumentError
from exporter.model import MODEL_VERSION, Document

FORMAT = "exporter-document"
BLOCKS: dict[str, type[Any]] = {kind.__name__: kind for kind in typing.get_args(model.Block)}

Json: TypeAlias = Any
"""What `json` gives: dict, list, str, int, float, bool or None."""
Write: TypeAlias = Callable[[Any], Json]
Read: TypeAlias = Callable[[Json, str], Any]


def encode(document: Document) -> bytes:
    """Write a document as UTF-8 JSON, one line per top-level field's item where it has many."""
    return json.dumps(tree(document), ensure_ascii=False, indent=1).encode("utf-8")


def tree(document: Document) -> dict[str, Json]:
    """Give a document as the plain data that `encode` writes."""
    return {"format": FORMAT, "version": MODEL_VERSION, **_writer(Document)(document)}


def trace(document: Document) -> dict[str, Json]:
    """Give a document as it goes along with a file of ours: without the bytes of pictures, which the file shows."""
    return tree(dataclasses.replace(document, media=()))


def decode(data: bytes) -> Document:
    """Read what `encode` wrote.

    Raises DocumentError: `document.json` (not JSON of ours), `document.version` (both versions in
    the message), `document.invalid` (the path in the tree and what was expected there).
    """
    try:
        tree = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise DocumentError(f"the file is not JSON ({error}); expected {FORMAT} JSON", "document.json") from None
    if not isinstance(tree, dict) or tree.pop("format", None) != FORMAT:
        raise DocumentError(
            f'the JSON has no "format": "{FORMAT}"; expected a document written by exporter', "document.json"
        )
    version = tree.pop("version", None)
    if version != MODEL_VERSION:
        raise DocumentError(
            f"the file has model version {version!r}, this package reads {MODEL_VERSION}; export it again",
            "document.version",
        )
    try:
        document: Document = _reader(Document)(tree, "document")
    except RecursionError:
        raise DocumentError("the document is nested too deep; flatten its pairs", "document.invalid") from None
    return document


def schema() -> dict[str, Json]:
    """Give the JSON Schema (2020-12) of the files that `encode` writes."""
    definitions: dict[str, Json] = {}
    root = _schema_of(Document, definitions)
    document = definitions.pop(root["$ref"].rsplit("/", 1)[1])
    document["properties"] = {
        "format": {"const": FORMAT},
        "version": {"const": MODEL_VERSION},
        **document["properties"],
    }
    document["required"] = ["format", "version", *document.get("required", [])]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **document,
        "$defs": definitions,
    }


# ---------------------------------------------------------------- writing


@cache
def _writer(kind: Any) -> Write:
    if dataclasses.is_dataclass(kind):
        return _object_writer(typing.cast(type[Any], kind))
    if _is_block(kind):
        return _write_block
    arguments, origin = typing.get_args(kind), typing.get_origin(kind)
    if origin is tuple:
        item = _writer(arguments[0])
        return lambda value: [item(one) for one in value]
    if origin in (types.UnionType, typing.Union):
        inner = _writer(_without_none(arguments))
        return lambda value: None if value is None else inner(value)
    if kind is Decimal:
        return lambda value: format(value, "f")
    if kind is bytes:
        return lambda value: base64.b64encode(value).decode("ascii")
    return lambda value: value


def _write_block(block: Any) -> Json:
    kind: Any = type(block)
    return {"type": kind.__name__, **_writer(kind)(block)}


@cache
def plan(kind: Any) -> list[tuple[str, Any, Write]]:
    """Give the fields of a dataclass, their defaults, and what turns each into plain data."""
    hints = typing.get_type_hints(kind)
    return [(field.name, field.default, _writer(hints[field.name])) for field in dataclasses.fields(kind)]


def _object_writer(kind: Any) -> Write:
    fields = plan(kind)

    def write(value: Any) -> Json:
        tree = {}
        for name, default, inner in fields:
            one = getattr(value, name)
            if one != default:
                tree[name] = inner(one)
        return tree

    return write


# ---------------------------------------------------------------- reading


@cache
def _reader(kind: Any) -> Read:
    if dataclasses.is_dataclass(kind):
        return _object_reader(typing.cast(type[Any], kind))
    if _is_block(kind):
        return _read_block
    arguments, origin = typing.get_args(kind), typing.get_origin(kind)
    if origin is tuple:
        return _tuple_reader(_reader(arguments[0]))
    if origin in (types.UnionType, typing.Union):
        inner = _reader(_without_none(arguments))
        return lambda tree, path: None if tree is None else inner(tree, path)
    if origin is Literal:
        return _choice_reader(arguments)
    if kind is Decimal:
        return _read_decimal
    if kind is bytes:
        return _read_bytes
    return _scalar_reader(kind)


def _object_reader(kind: type[Any]) -> Read:
    hints = typing.get_type_hints(kind)
    fields = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
    needed = [field.name for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING]

    def read(tree: Json, path: str) -> Any:
        if not isinstance(tree, dict):
            raise _wrong(path, tree, "an object")
        for name in tree:
            if name not in fields:
                raise _wrong(f"{path}.{name}", tree[name], f"one of the fields {', '.join(fields)}")
        for name in needed:
            if name not in tree:
                raise _wrong(f"{path}.{name}", None, "a value")
        return kind(**{name: fields[name](value, f"{path}.{name}") for name, value in tree.items()})

    return read


def _read_block(tree: Json, path: str) -> Any:
    name = tree.get("type") if isinstance(tree, dict) else None
    if not isinstance(name, str) or name not in BLOCKS:
        raise _wrong(f"{path}.type", name, f"one of {', '.join(BLOCKS)}")
    kind: Any = BLOCKS[name]
    return _reader(kind)({key: value for key, value in tree.items() if key != "type"}, path)


def _tuple_reader(inner: Read) -> Read:
    def read(tree: Json, path: str) -> tuple[Any, ...]:
        if not isinstance(tree, list):
            raise _wrong(path, tree, "a list")
        return tuple(inner(one, f"{path}[{index}]") for index, one in enumerate(tree))

    return read


def _choice_reader(choices: tuple[Any, ...]) -> Read:
    def read(tree: Json, path: str) -> Any:
        if tree not in choices:
            raise _wrong(path, tree, f"one of {', '.join(map(str, choices))}")
        return tree

    return read


def _read_decimal(tree: Json, path: str) -> Decimal:
    try:
        number = Decimal(tree) if isinstance(tree, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise _wrong(path, tree, "a decimal number as text")
    return number


def _read_bytes(tree: Json, path: str) -> bytes:
    try:
        return base64.b64decode(tree, validate=True)
    except (TypeError, ValueError, binascii.Error):
        raise _wrong(path, tree, "bytes as base64") from None


def _scalar_reader(kind: type[Any]) -> Read:
    def read(tree: Json, path: str) -> Any:
        if not isinstance(tree, kind) or (kind is int and isinstance(tree, bool)):
            raise _wrong(path, tree, {"str": "text", "int": "a whole number", "bool": "true or false"}[kind.__name__])
        return tree

    return read


def _wrong(path: str, found: object, expected: str) -> DocumentError:
    return DocumentError(f"{path}: found {str(found)[:60]!r}, expected {expected}", "document.invalid")


# ---------------------------------------------------------------- schema


def _schema_of(kind: Any, definitions: dict[str, Json]) -> dict[str, Json]:
    if dataclasses.is_dataclass(kind):
        return _object_schema(typing.cast(type[Any], kind), definitions)
    if _is_block(kind):
        return {"oneOf": [_block_schema(name, definitions) for name in BLOCKS]}
    arguments, origin = typing.get_args(kind), typing.get_origin(kind)
    if origin is tuple:
        return {"type": "array", "items": _schema_of(arguments[0], definitions)}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_schema_of(_without_none(arguments), definitions), {"type": "null"}]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if kind is Decimal:
        return {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
    if kind is bytes:
        return {"type": "string", "contentEncoding": "base64"}
    return {"type": {str: "string", int: "integer", bool: "boolean"}[kind]}


def _object_schema(kind: type[Any], definitions: dict[str, Json]) -> dict[str, Json]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = typing.get_type_hints(kind)
        fields = dataclasses.fields(kind)
        type_tag = {"type": {"const": name}} if name in BLOCKS else {}
        definitions[name] = {
            "type": "object",
            "properties": {**type_tag, **{field.name: _schema_of(hints[field.name], definitions) for field in fields}},
            "required": [*type_tag, *(field.name for field in fields if field.default is dataclasses.MISSING)],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _block_schema(name: str, definitions: dict[str, Json]) -> dict[str, Json]:
    return _object_schema(BLOCKS[name], definitions)


# ---------------------------------------------------------------- types


def _is_block(kind: Any) -> bool:
    arguments = typing.get_args(kind)
    return len(arguments) > 1 and all(argument in BLOCKS.values() for argument in arguments)


def _without_none(arguments: tuple[Any, ...]) -> Any:
    (inner,) = (argument for argument in arguments if argument is not type(None))
    return inner
