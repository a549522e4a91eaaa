"""Errors cross process borders as themselves and as plain data."""

from __future__ import annotations

import pickle

import pytest

from exporter import errors
from exporter.errors import ExporterError, as_plain, from_plain

FAMILIES = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ExporterError)]


@pytest.mark.parametrize("kind", FAMILIES)
def test_an_error_survives_every_border(kind: type[ExporterError]) -> None:
    error = kind("found this,\n expected that", "some.code")
    for again in (from_plain(as_plain(error)), pickle.loads(pickle.dumps(error))):
        assert (type(again), again.code, str(again)) == (kind, "some.code", "found this, expected that")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    assert errors.__doc__ is not None
    assert all(kind.__name__ in errors.__doc__ for kind in FAMILIES)
