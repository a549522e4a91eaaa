"""Lay a Word file out through LibreOffice, with a profile and font names of its own, and give the PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from exporter.errors import PartError, RenderError
from exporter.fonts import FontBook, book
from exporter.renderers.word.parts.fonts import WordFont, word_fonts
from exporter.style import FontRole, Style

PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.exe")


def to_pdf(data: bytes, style: Style, limit: float = 180.0) -> bytes:
    """Lay out the bytes of a Word file and give the PDF, in which font names of the style have the fonts there are.

    Raises PartError `engine.missing` without LibreOffice, RenderError `measure.failed` or
    `limit.time` (seconds) where it makes no PDF.
    """
    office = shutil.which("soffice") or next((place for place in PLACES if Path(place).is_file()), None)
    if office is None:
        raise PartError(
            "LibreOffice (soffice) is not on this machine; it lays the Word file out: install libreoffice-writer",
            "engine.missing",
        )
    with tempfile.TemporaryDirectory(prefix="exporter-measure-") as folder:
        return _converted(office, Path(folder), data, style, limit)


def font_configuration(style: Style, fonts: FontBook, cache: Path) -> str:
    """Write a fontconfig file in which each Word name of the style stands for the file that its role has here."""
    names = word_fonts(style)
    folders = sorted({str(face.path.parent) for face in fonts.faces})
    aliases = "".join(_aliases(names, fonts))
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        + "".join(f"<dir>{escape(one)}</dir>" for one in folders)
        + f"{aliases}<cachedir>{escape(str(cache))}</cachedir></fontconfig>"
    )


def _converted(office: str, folder: Path, data: bytes, style: Style, limit: float) -> bytes:
    source = folder / "given.docx"
    source.write_bytes(data)
    configuration = folder / "fonts.conf"
    configuration.write_text(font_configuration(style, book(style.fonts), folder / "cache"), "utf-8")
    profile = (folder / "profile").as_uri()
    command = [office, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration), "HOME": str(folder)}
    try:
        run = subprocess.run(  # noqa: S603 - our own words, and a file that we wrote
            [*command, "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source)],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=limit,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        raise RenderError(f"LibreOffice did not lay the file out within {limit:g} s", "limit.time") from None
    made = folder / "given.pdf"
    if not made.is_file():
        said = " ".join(run.stderr.split())[-200:] or "it said nothing"
        raise RenderError(f"LibreOffice made no PDF of the file ({said}); check that Word opens it", "measure.failed")
    return made.read_bytes()


def _aliases(names: Mapping[FontRole, WordFont], fonts: FontBook) -> Iterator[str]:
    for role, font in names.items():
        if font.charset == "00":
            continue  # Western names have metric twins that LibreOffice knows
        family = _family(fonts.face(role).path, fonts.face(role).index)
        for name in (font.name, font.alt):
            yield (
                f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
                f'<edit name="family" mode="assign" binding="strong"><string>{escape(family)}</string></edit></match>'
            )


def _family(path: Path, index: int) -> str:
    """Read the family name that the font gives itself."""
    from fontTools.ttLib import TTFont

    with TTFont(path, fontNumber=index, lazy=True) as font:
        return str(font["name"].getBestFamilyName() or path.stem)
