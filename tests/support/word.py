"""Judge Word files: by two validators of their schema, and by what LibreOffice lays out from them."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.support.tools import CHECKOUT, as_file, missing, require_tool, run_tool


def validate_docx(given: Path | str | bytes) -> list[str]:
    """Say what two validators object to, a line each; each catches what the other misses.

    0.4 s a file, nearly all of it the Open XML SDK; `validate_many_docx` runs several at a time.
    """
    with as_file(given, ".docx") as file:
        return [*_openxml_audit(file), *_open_xml_sdk(file)]


def validate_many_docx(files: Sequence[Path]) -> dict[Path, list[str]]:
    """Say what is wrong with each of many files; a file without fault has an empty list."""
    _sdk()
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(files, pool.map(validate_docx, files), strict=True))


def docx_to_pdf(path: Path | str, limit: float = 120) -> Path:
    """Lay a Word file out by LibreOffice: the PDF stands in the folder `libreoffice` beside it."""
    source = Path(path)
    folder = source.parent / "libreoffice"
    office = require_tool("soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
    with tempfile.TemporaryDirectory(prefix="exporter-office-") as profile:  # a shared profile locks out a second run
        command = [office, "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"]
        run = run_tool([*command, "--convert-to", "pdf", "--outdir", str(folder), str(source)], limit)
    made = folder / f"{source.stem}.pdf"
    if not made.is_file():
        pytest.fail(f"LibreOffice made no PDF of {source.name}: {run.stderr.strip()[-400:]}", pytrace=False)
    return made


def _openxml_audit(file: Path) -> list[str]:
    result = _auditor().validate(file)
    return [f"openxml-audit: {error.part_uri} {error.path}: {error.description}" for error in result.errors]


@cache
def _auditor() -> Any:
    from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]
    from openxml_audit.semantic.constraints import cross_part  # type: ignore[import-untyped]

    cross_part.id = _once
    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)


def _once(package: Any) -> int:
    """Number a package for good: what the validator keeps of one is not taken for another at the same address."""
    number: int = package.__dict__.setdefault("_number", next(_NUMBERS))
    return number


_NUMBERS = count()


def _open_xml_sdk(file: Path) -> list[str]:
    run = run_tool([_sdk(), str(file), "Microsoft365"])
    try:
        errors = json.loads(run.stdout)["errors"]
    except (ValueError, KeyError):
        pytest.fail(f"the Open XML SDK gave no verdict: {(run.stderr or run.stdout)[-400:]}", pytrace=False)
    return [f"Open XML SDK: {error.get('path')} {error.get('xPath')}: {error.get('description')}" for error in errors]


@cache
def _sdk() -> str:
    """The program itself out of the npm package: a file that `npm ci` made executable."""
    machine = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(platform.machine().lower(), platform.machine())
    name = f"ooxml-validator-{platform.system().lower()}-{machine}"
    program = CHECKOUT / "build" / "node" / "node_modules" / "@xarsh" / name / "ooxml-validator"
    return str(program) if program.is_file() else missing(f"the npm package @xarsh/{name}")
