"""Examine this machine: fonts by role, engines, and programs that measuring needs."""

from __future__ import annotations

import importlib
import shutil
import warnings
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

from exporter.errors import ExporterError

DEBIAN_FONTS = "exporter fonts install, or on Debian and Ubuntu sudo apt-get install fonts-noto-cjk fonts-lxgw-wenkai"
RARE_FONTS = "for rare characters in names: sudo apt-get install fonts-babelstone-han"
FANGSONG = {"fangsong": "exporter fonts install", "fangsong-hant": "sudo apt-get install fonts-cwtex-fs"}
"""What brings the faces that those packages lack."""
DEBIAN_PANGO = "sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu), brew install pango (macOS)"
CSS = "pip install 'gongwenkit[css]'"
AS_GOOD = {"biaosong": "song 700", "fangsong-hant": "fangsong 400"}
"""What may stand in for a role unnoticed: heavy 宋体 for 小标宋 is what most have."""
PURPOSE = "only styles with CSS of their own, and scripts whose letters join, need it"
"""What an engine of CSS is for, where all else is drawn by this package itself."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for; `mend` is the command that brings it, empty where nothing is to do."""

    what: str
    found: str
    right: bool
    needed: bool = True
    mend: str = ""


def checks(fonts: Path | None) -> tuple[Check, ...]:
    """Look for every font role, engine and program; `fonts` is the user's own folder."""
    return (*_fonts(fonts), *_engines(), *_programs())


def _fonts(folder: Path | None) -> Iterator[Check]:
    from exporter.fonts import book

    try:
        rows = book(folder).describe()
    except ExporterError as error:
        yield Check("fonts", error.message, False, mend=DEBIAN_FONTS)
        return
    for row in rows:
        what = f"font {row.role} {row.weight}"
        if row.file:
            yield Check(what, f"{row.file} ({row.hanzi} Han characters, {row.gb2312:.0%} of GB 2312)", True)
        elif row.role == "rare":
            yield Check(what, "nothing", False, False, RARE_FONTS)
        else:
            found = f"{row.stand_in} stands in" if row.stand_in else "nothing"
            right = AS_GOOD.get(row.role, "nothing") == row.stand_in
            mend = "" if right else FANGSONG.get(row.role, DEBIAN_FONTS)
            yield Check(what, found, right, needed=not row.stand_in, mend=mend)


def _engines() -> Iterator[Check]:
    found = _engine("weasyprint", "weasyprint", DEBIAN_PANGO if find_spec("weasyprint") else CSS)
    yield found if found.right else replace(found, found=f"not usable ({found.found}): {PURPOSE}", needed=False)
    for package, module in (
        ("python-docx", "docx"),
        *((name, name) for name in ("pypdfium2", "openpyxl")),
    ):
        yield _engine(package, module, f"pip install {package}")


def _engine(package: str, module: str, mend: str) -> Check:
    try:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()), warnings.catch_warnings(action="ignore"):
            importlib.import_module(module)
        return Check(package, version(package), True)
    except (ImportError, PackageNotFoundError, OSError) as error:  # OSError: Pango is not there
        return Check(package, str(error).splitlines()[0], False, mend=mend)


def _programs() -> Iterator[Check]:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    mend = "" if office else "sudo apt-get install libreoffice-writer"
    yield _translator()
    yield Check(
        "LibreOffice", office or "not found: `exporter measure` needs it for Word files", bool(office), False, mend
    )


def _translator() -> Check:
    """Look for a model that translates on this machine."""
    from exporter.english.services.local import found_model, how

    try:
        return Check("translator local", found_model().name, True, False)
    except ExporterError:
        return Check("translator local", "no model", False, False, how())
