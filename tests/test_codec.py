"""Laws of the document's JSON: what goes out comes back, the schema holds, and a wrong file is refused by name."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from exporter import carried
from exporter.codec import decode, encode, schema, trace
from exporter.errors import DocumentError
from exporter.model import (
    MODEL_VERSION,
    Document,
    Medium,
    Metadata,
    Paragraph,
    Picture,
    Run,
    plain,
    spoken,
    with_readings,
)
from exporter.pipeline import check
from tests.documents import documents

VALIDATOR = jsonschema.Draft202012Validator(schema())


@given(documents)
def test_what_goes_out_comes_back(document: Document) -> None:
    assert decode(encode(document)) == document


@given(documents)
def test_what_goes_out_keeps_the_published_schema(document: Document) -> None:
    VALIDATOR.validate(json.loads(encode(document)))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def tree(**changed: Any) -> bytes:
    return json.dumps(
        {"format": "exporter-document", "version": MODEL_VERSION, "metadata": {}, "blocks": [], **changed}
    ).encode()


def test_a_picture_is_held_once_and_comes_back() -> None:
    data = b"\x89PNG any bytes"
    medium = Medium(hashlib.sha256(data).hexdigest(), "image/png", data, 4, 3)
    shown = Picture(medium.sha256, "走势图", (Run("图1　走势"),), width=Decimal("80.5"))
    small = Paragraph((Run("绿地35.6km"), Run("2", raised="super"), Run("40公顷", struck=True), Run("鄱", ruby="pó")))
    document = Document(Metadata(), (shown, small, shown), media=(medium,))
    VALIDATOR.validate(json.loads(encode(document)))
    assert decode(encode(document)) == document
    assert encode(document).count(b'"data"') == 1
    assert '"data"' not in json.dumps(trace(document))
    assert plain(spoken(small.runs)) == "绿地35.6km²鄱"
    assert plain(with_readings(small.runs)).endswith("鄱（pó）")


@pytest.mark.parametrize("media", [(), (Medium("0" * 64, "image/png", b"other"),)])
def test_a_picture_without_its_bytes_is_refused(media: tuple[Medium, ...]) -> None:
    with pytest.raises(DocumentError) as caught:
        check(Document(Metadata(), (Picture("0" * 64),), media=media))
    assert caught.value.code == "document.picture"


@pytest.mark.parametrize(
    ("data", "code", "named"),
    [
        (b"\xff", "document.json", "not JSON"),
        (b"[1]", "document.json", "format"),
        (b"[" * 100_000, "document.json", "not JSON"),
        (tree(version=99), "document.version", f"99.*{MODEL_VERSION}"),
        (tree(blocks={}), "document.invalid", r"document\.blocks"),
        (tree(blocks=[{"type": "Poem"}]), "document.invalid", r"blocks\[0\]\.type.*Poem.*Heading"),
        (tree(blocks=[{"type": "Paragraph"}]), "document.invalid", r"blocks\[0\]\.runs"),
        (tree(metadata={"colour": 1}), "document.invalid", r"metadata\.colour"),
        (tree(metadata={"year_planned": True}), "document.invalid", "whole number"),
    ],
)
def test_a_wrong_file_is_refused_by_name(data: bytes, code: str, named: str) -> None:
    with pytest.raises(DocumentError, match=named) as caught:
        decode(data)
    assert caught.value.code == code


@given(documents)
def test_what_a_file_carries_is_the_trace_however_long_it_is(document: Document) -> None:
    carried._remembered.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        for items, at_a_time in ((10_000, 500), (0, 1)):
            patch.setattr(carried, "_LONG", items)
            patch.setattr(carried, "_AT_A_TIME", at_a_time)
            assert json.loads(b"".join(carried.carried(document))) == trace(document)
