"""The preflight of a press file: a sound one passes, each fault is named, outside judges agree that no RGB is in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import makers, parts
from exporter.errors import RenderError, SourceError
from exporter.measure import Check, as_json, measure
from exporter.measure.press import STANDARD, check_press, require_fit
from exporter.model import Card, CardFace, Cards, Cell, Document, Heading, Metadata, Paragraph, Run, Table
from exporter.renderers.fonts.colour_profile import srgb
from exporter.renderers.pdf import tagged
from exporter.style import load_style
from tests.support import fogra39, verapdf
from tests.support.tools import require_tool, run_tool

Tamper = Callable[[pikepdf.Pdf], None]
BRIEF = load_style("brief")


def small() -> Document:
    """Give a page that paints letters, lines and tinted areas."""
    face = CardFace("地区生产总值", "100亿元", "增长5%")
    table = Table(((Cell((Run("指标"),)), Cell((Run("数值"),))), (Cell((Run("收入"),)), Cell((Run("5"),)))))
    return Document(
        Metadata(title="报告", date="2024-01-05"),
        (Heading(0, (Run("报告"),)), Cards((Card(face, None),)), Heading(1, (Run("结果"),)), table),
    )


@cache
def sound() -> bytes:
    return tagged.press(fogra39().read_bytes())(small(), BRIEF)


def tampered(tamper: Tamper) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        tamper(pdf)
        pdf.save(out)
    return out.getvalue()


def checked(data: bytes) -> dict[str, Check]:
    return {check.what: check for check in check_press(data, BRIEF)}


def failed(data: bytes) -> set[str]:
    return {check.what for check in check_press(data, BRIEF) if check.passed is False}


def test_what_the_renderer_makes_passes_every_check() -> None:
    found = checked(sound())
    assert failed(sound()) == set()
    assert found["standard"].measured == "PDF/X-4"
    assert found["TrimBox"].measured == "210 x 297" and found["MediaBox"].measured == "216 x 303"
    assert found["bleed, at least"].measured == 3.0
    assert found["colour spaces"].measured == "DeviceCMYK"


def test_measure_knows_a_press_file_and_its_style() -> None:
    found = measure("a.pdf", sound())
    assert (found.kind, found.style) == ("press", "brief")
    assert found.failed == ()
    whats = [check["what"] for check in as_json(found)["checks"]]
    assert {"paper width", "output intent", "ink in one place, at most"} <= set(whats)


def test_an_ordinary_pdf_is_not_held_to_the_press() -> None:
    found = measure("a.pdf", tagged.render(small(), BRIEF))
    assert (found.kind, found.style) == ("pdf", "brief")
    assert all(check.clause != STANDARD for check in found.checks)


# ---------------------------------------------------------------- faults


def painted(content: bytes) -> Tamper:
    """Paint something more on the first page."""
    return lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(content))


def drawn(width: int, **said: Any) -> Tamper:
    """Draw a picture of `width` pixels an inch wide."""

    def tamper(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_stream(b"\x10" * (width * width * 4), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        for key, value in {"Width": width, "Height": width, "BitsPerComponent": 8, **said}.items():
            image[f"/{key}"] = value
        name = pdf.pages[0].add_resource(image, pikepdf.Name.XObject)
        painted(f"q 72 0 0 72 100 100 cm {name} Do Q".encode())(pdf)

    return tamper


def nested(key: str, resource: Callable[[pikepdf.Pdf], pikepdf.Object], use: str) -> Tamper:
    """Add a resource that paints, and use it."""

    def tamper(pdf: pikepdf.Pdf) -> None:
        name = pdf.pages[0].add_resource(resource(pdf), pikepdf.Name(key))
        painted(use.format(name).encode())(pdf)

    return tamper


def form(content: bytes, **said: Any) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    def make(pdf: pikepdf.Pdf) -> pikepdf.Object:
        return pdf.make_stream(
            content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 99, 99], **said
        )

    return make


def form_in_form(pdf: pikepdf.Pdf) -> pikepdf.Object:
    inner = form(b"1 0 0 RG 0 0 m 9 9 l S")(pdf)
    return form(b"/In Do", Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner)))(pdf)


def tile(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_stream(
        b"0 1 0 rg 0 0 5 5 re f",
        Type=pikepdf.Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 5, 5],
        XStep=5,
        YStep=5,
        Resources=pikepdf.Dictionary(),
    )


def shading(pdf: pikepdf.Pdf) -> pikepdf.Object:
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    return pdf.make_indirect(
        pikepdf.Dictionary(ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Coords=[0, 0, 9, 9], Function=function)
    )


def soft_mask(pdf: pikepdf.Pdf) -> pikepdf.Object:
    group = form(b"1 1 0 rg 0 0 9 9 re f")(pdf)
    return pikepdf.Dictionary(SMask=pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=group))


def drawn_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    glyph = pdf.make_stream(b"9 0 d0 0 0 1 rg 0 0 9 9 re f")
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type3,
        FontMatrix=[0.1, 0, 0, 0.1, 0, 0],
        FontBBox=[0, 0, 9, 9],
        FirstChar=65,
        LastChar=65,
        Widths=[9],
        Encoding=pikepdf.Dictionary(Differences=[65, pikepdf.Name.a]),
        CharProcs=pikepdf.Dictionary(a=glyph),
    )


def calibrated(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pikepdf.Array([pikepdf.Name.ICCBased, pdf.make_stream(srgb(), N=3)])


RGB: dict[str, Tamper] = {
    "area": painted(b"1 0 0 rg 10 10 50 50 re f"),
    "line": painted(b"0 0 1 RG 10 10 m 50 50 l S"),
    "calibrated": nested("/ColorSpace", calibrated, "{} cs 1 0 0 sc 0 0 9 9 re f"),
    "picture": drawn(300, ColorSpace=pikepdf.Name.DeviceRGB),
    "inline picture": painted(b"q 9 0 0 9 0 0 cm BI /W 40 /H 1 /CS /RGB /BPC 8 ID " + b"\x01" * 120 + b" EI Q"),
    "palette": drawn(
        300,
        ColorSpace=pikepdf.Array([pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, 0, pikepdf.String(b"abc")]),
    ),
    "form in a form": nested("/XObject", form_in_form, "{} Do"),
    "tiles": nested("/Pattern", tile, "/Pattern cs {} scn 0 0 50 50 re f"),
    "shading": nested("/Shading", shading, "{} sh"),
    "soft mask": nested("/ExtGState", soft_mask, "q {} gs 0 0 0 1 k 0 0 9 9 re f Q"),
    "drawn letters": nested("/Font", drawn_font, "BT {} 9 Tf 0 0 0 1 k (A) Tj ET"),
}


@pytest.mark.parametrize("tamper", RGB.values(), ids=RGB)
def test_rgb_is_found_wherever_it_hides(tamper: Tamper) -> None:
    data = tampered(tamper)
    assert "colours that are no inks" in failed(data)
    assert "RGB" in str(checked(data)["colours that are no inks"].measured)
    with pytest.raises(RenderError, match="RGB") as caught:
        require_fit(data, BRIEF)
    assert caught.value.code == "render.press"


def without(box: str) -> Tamper:
    def tamper(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj[box]

    return tamper


def trimmed(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/TrimBox"] = pikepdf.Array([-4, -4, 600, 846])


def unintended(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def intended_for_a_screen(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OutputIntents"][0]["/DestOutputProfile"] = pdf.make_stream(srgb(), N=3)


def linked(pdf: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([link])


HELVETICA = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
FAULTS: dict[str, tuple[Tamper, set[str]]] = {
    "no TrimBox": (without("/TrimBox"), {"pages without a TrimBox"}),
    "no BleedBox": (without("/BleedBox"), {"pages without a BleedBox"}),
    "a trim too wide": (trimmed, {"TrimBox", "bleed, at least"}),
    "no output intent": (unintended, {"output intent"}),
    "an intent of RGB": (intended_for_a_screen, {"output intent"}),
    "a link": (linked, {"links and other annotations on the pages"}),
    "a font not in the file": (
        nested("/Font", lambda _: HELVETICA, "BT {} 9 Tf 0 0 0 1 k (A) Tj ET"),
        {"fonts that are not in the file"},
    ),
    "a picture too coarse": (
        drawn(72, ColorSpace=pikepdf.Name.DeviceCMYK),
        {"lowest resolution of a picture, at least"},
    ),
    "too much ink": (painted(b"1 1 0.8 0.9 k 0 0 99 99 re f"), {"ink in one place, at most"}),
    "a hairline": (painted(b"0 0 0 1 K 0.1 w 0 0 m 99 0 l S"), {"thinnest line, at least"}),
    "an area thin as a hair": (painted(b"0 0 0 1 k 0 0 99 0.1 re f"), {"thinnest line, at least"}),
}


@pytest.mark.parametrize(("tamper", "wrong"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_and_nothing_else(tamper: Tamper, wrong: set[str]) -> None:
    assert failed(tampered(tamper)) == wrong


def lettered(size: float, colour: str) -> Tamper:
    """Write a letter anew in a font of the page."""

    def tamper(pdf: pikepdf.Pdf) -> None:
        name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
        painted(f"BT {name} {size} Tf {colour} <0001> Tj ET".encode())(pdf)

    return tamper


def test_letters_in_many_inks_or_too_small_are_named() -> None:
    found = checked(tampered(lettered(9, "0.6 0.4 0.4 1 k")))
    check = found["text neither in black alone nor in a colour of the style"]
    assert (check.passed, check.measured) == (False, "C60 M40 Y40 K100 (page 1)")
    assert failed(tampered(lettered(3, "0 0 0 1 k"))) == {"smallest letters, at least"}
    assert failed(tampered(lettered(9, "0 0 0 0.5 k"))) == set()


@pytest.mark.parametrize(
    ("state", "what"),
    [({"ca": 0.5}, "transparency"), ({"BM": pikepdf.Name.Multiply}, "transparency"), ({"OP": True}, "overprint")],
)
def test_what_lets_through_what_lies_below_is_told_and_not_judged(state: dict[str, Any], what: str) -> None:
    tamper = nested("/ExtGState", lambda _: pikepdf.Dictionary(**state), "q {} gs 0 0 0 1 k 0 0 9 9 re f Q")
    check = checked(tampered(tamper))[what]
    assert (check.passed, check.measured) == (None, "area (page 1)")
    assert failed(tampered(tamper)) == set()


@given(st.tuples(*[st.integers(0, 100)] * 4))
def test_ink_is_the_sum_of_the_inks(percents: tuple[int, ...]) -> None:
    painted_more = painted(f"{' '.join(str(one / 100) for one in percents)} k 0 0 9 9 re f".encode())
    most, before = (checked(data)["ink in one place, at most"].measured for data in (tampered(painted_more), sound()))
    assert isinstance(most, float) and isinstance(before, float)
    assert most == pytest.approx(max(sum(percents), before), abs=0.1)


def test_forms_that_draw_themselves_are_refused() -> None:
    def endless(pdf: pikepdf.Pdf) -> pikepdf.Object:
        made = form(b"/In Do", Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary()))(pdf)
        made.Resources.XObject.In = made
        return made

    with pytest.raises(SourceError) as caught:
        check_press(tampered(nested("/XObject", endless, "{} Do")), BRIEF)
    assert caught.value.code == "limit.depth"


def test_content_that_cannot_be_read_is_an_error_of_ours() -> None:
    with pytest.raises(SourceError) as caught:
        check_press(tampered(painted(b"1 0 0 cm ]] (")), BRIEF)
    assert caught.value.code == "pdf.malformed"


def test_an_export_in_rgb_is_refused(tmp_path: Path) -> None:
    style = replace(BRIEF, css=".title{color:#ff8800}")
    renderer = makers.press(parts.Options(icc=fogra39()))
    with pytest.raises(RenderError) as caught:
        renderer(small(), style)
    assert caught.value.code == "render.press"
    assert "RGB" in caught.value.message


# ---------------------------------------------------------------- outside judges


def as_archive(data: bytes) -> bytes:
    """Call a press file an archive file in the same inks: veraPDF then looks for every colour that is none of them."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.OutputIntents[0]["/S"] = pikepdf.Name("/GTS_PDFA1")
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfaid:part"] = "2"
            metadata["pdfaid:conformance"] = "B"
        pdf.save(out)
    return out.getvalue()


def foreign_colours(data: bytes) -> list[str]:
    return [fault for fault in verapdf(as_archive(data), "2b") if fault.startswith("6.2.4.3")]


@pytest.mark.slow
def test_verapdf_finds_no_rgb_and_finds_what_was_put_in() -> None:
    assert foreign_colours(sound()) == []
    assert foreign_colours(tampered(RGB["form in a form"])) != []


@pytest.mark.slow
def test_ghostscript_separates_text_into_black_alone(tmp_path: Path) -> None:
    text = Document(Metadata(), (Heading(1, (Run("一、标题"),)), Paragraph((Run("正文。" * 200),))))
    file = tmp_path / "made.pdf"
    file.write_bytes(tagged.press(fogra39().read_bytes())(text, load_style("official")))
    run = run_tool([require_tool("gs"), "-q", "-o", "-", "-sDEVICE=inkcov", str(file)])
    inks = [[float(one) for one in row.split()[:4]] for row in run.stdout.splitlines()]
    assert inks and all(row[:3] == [0, 0, 0] and row[3] > 0 for row in inks)
