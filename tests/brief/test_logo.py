"""A house's logo opens its briefs, and what cannot be drawn is an error."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

import exporter
from exporter import conversion, parts
from exporter.errors import ExporterError
from exporter.verify.prove import verify
from tests.brief.reports import THIS_YEAR

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="40" height="40" fill="#7a1f2b"/></svg>'


def house(folder: Path, logo: str, data: bytes | None) -> exporter.Options:
    tokens = (
        f'extends = "brief"\n[house]\norganisation = "云溪研究室"\norganisation_en = "Yunxi Office"\nlogo = "{logo}"\n'
    )
    (folder / "style.toml").write_text(tokens, "utf-8")
    if data is not None:
        (folder / logo).write_bytes(data)
    return exporter.Options(style=folder)


def png() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (120, 40), "#7a1f2b").save(made, "PNG")
    return made.getvalue()


@pytest.mark.parametrize(("name", "data"), [("logo.png", png()), ("logo.svg", SVG.encode())])
def test_a_logo_opens_the_brief_in_every_form(tmp_path: Path, name: str, data: bytes) -> None:
    options, source = house(tmp_path, name, data), conversion.read_bytes("report.md", THIS_YEAR.encode())
    made = {to: conversion.render(source, to, options) for to in ("brief", "brief-docx", "brief-html")}
    drawn = b"/Subtype/Form" if name.endswith("svg") else b"/Subtype/Image"
    assert drawn in made["brief"].replace(b" ", b"")
    assert b"word/media/image1.png" in made["brief-docx"]
    assert re.search(rb'<img class="logo" src="data:image/png;base64,[^"]+" [^>]*alt="\xe4\xba\x91', made["brief-html"])
    for suffix, to in ((".pdf", "brief"), (".docx", "brief-docx"), (".html", "brief-html")):
        assert verify(f"report.brief{suffix}", made[to], source).differences == (), to


@pytest.mark.parametrize(("name", "data"), [("none.png", None), ("logo.png", b"no picture"), ("logo.svg", b"<svg/>")])
def test_a_logo_that_cannot_be_drawn_is_an_error(tmp_path: Path, name: str, data: bytes | None) -> None:
    source = conversion.read_bytes("report.md", THIS_YEAR.encode())
    with pytest.raises(ExporterError) as caught:
        conversion.render(source, "brief", house(tmp_path, name, data))
    assert caught.value.code in ("style.logo", "render.picture")


@pytest.mark.parametrize("name", ["logo.svg", "LOGO.SVG"])
def test_an_svg_with_letters_comes_as_dots_and_says_so(tmp_path: Path, name: str) -> None:
    lettered = SVG.replace("</svg>", '<text x="44" y="30" font-size="20">Y</text></svg>').encode()
    source = conversion.read_bytes("report.md", THIS_YEAR.encode())
    options = house(tmp_path, name, lettered)
    for to, told in (("brief", ["style.logo_in_dots"]), ("brief-docx", [])):
        (made,) = conversion.render_all(source, [parts.target(to)], options)
        notices = made.notices
        assert [one.code for one in notices if one.code == "style.logo_in_dots"] == told
    assert b"/Subtype/Image" in conversion.render(source, "brief", options).replace(b" ", b"")
