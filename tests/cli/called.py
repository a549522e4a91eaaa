"""Call the command line in this process, as its main program is called."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.cli.language import choose


@dataclass(frozen=True, slots=True)
class Called:
    """How a call ended."""

    status: int
    out: str
    err: str


def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> Called:
    """Run `exporter ARGUMENTS` and give its exit status and what it said."""
    monkeypatch.setattr(sys, "argv", ["exporter", *map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        main()
    choose(None)
    said = capsys.readouterr()
    return Called(int(left.value.code or 0), said.out, said.err)
