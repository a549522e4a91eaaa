"""Check a file for the press before it goes there: its standard, boxes, inks, letters, lines, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

from exporter.errors import RenderError, SourceError
from exporter.measure.checks import Check
from exporter.measure.colours import Inks
from exporter.measure.paint import Kind, Paint, paints_of
from exporter.renderers.pdf.press_colours import shares
from exporter.style import Style

MM = 25.4 / 72
STANDARD = "PDF/X-4"
BLEED = 3.0
"""mm beyond the trimmed page, so that a cut a little off shows no white."""
INK = 300.0
"""% of all inks in one place: more does not dry on coated sheets (the usual limit for ISO 12647-2 papers)."""
TYPE = 5.0
"""pt: smaller letters fill in or break up."""
LINE = 0.25
"""pt: thinner lines break up."""
RESOLUTION = 300.0
"""Pixels to the inch of a picture: twice a ruling of 150 lines."""
_SLACK = 0.02


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file for the press, read once: its pages' boxes in mm, what they paint, what the file says of itself."""

    version: str
    intent: str
    profile: bytes
    trapped: bool
    annotations: int
    boxes: tuple[Boxes, ...]
    paints: frozenset[Paint]
    style: Style

    @property
    def is_for_inks(self) -> bool:
        """Whether its output intent is the profile of a press with four inks (ICC.1, 7.2)."""
        return self.profile[36:40] == b"acsp" and self.profile[12:20] == b"prtrCMYK"

    def of(self, *kinds: Kind) -> tuple[Paint, ...]:
        """Give what is painted of some kinds, in the order of the pages."""
        return tuple(sorted((one for one in self.paints if one.kind in kinds), key=lambda one: (one.page, repr(one))))


Box: TypeAlias = tuple[float, float, float, float]
"""Left, foot, right, head, in mm."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page; None where it has none of its own."""

    media: Box
    bleed: Box | None
    trim: Box | None


def is_for_press(data: bytes) -> bool:
    """Tell whether a PDF says that it is for a press, by its version key or by its output intent."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return bool(_version(pdf)) or _intent(pdf) is not None
    except pikepdf.PdfError:
        return False


def check_press(data: bytes, style: Style) -> tuple[Check, ...]:
    """Run the checks over the bytes of a PDF; those of PDF/X-4 bear its name as their clause.

    Raises SourceError `pdf.malformed`, `limit.depth`.
    """
    sheet = read_sheet(data, style)
    return tuple(check for rule in RULES for check in rule(sheet))


def require_fit(data: bytes, style: Style) -> bytes:
    """Give a file back that conforms to its standard. Raises RenderError `render.press` with what is wrong."""
    wrong = [check for check in check_press(data, style) if check.clause == STANDARD and check.passed is False]
    if wrong:
        said = "; ".join(f"{check.what}: found {check.measured}, expected {check.expected}" for check in wrong)
        raise RenderError(
            f"the file made is not fit for the press ({said}); see what the style's CSS adds to it", "render.press"
        )
    return data


def read_sheet(data: bytes, style: Style) -> Sheet:
    """Read what the checks ask for. Raises SourceError `pdf.malformed`, `limit.depth`."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            intent = _intent(pdf)
            profile = intent["/DestOutputProfile"].read_bytes() if intent and "/DestOutputProfile" in intent else b""
            return Sheet(
                version=_version(pdf),
                intent=_named(intent),
                profile=profile,
                trapped=pdf.docinfo.get("/Trapped") in ("/True", "/False"),
                annotations=sum(len(page.obj.get("/Annots", ())) for page in pdf.pages),
                boxes=tuple(_boxes(page) for page in pdf.pages),
                paints=paints_of(pdf),
                style=style,
            )
    except (pikepdf.PdfError, TypeError, ValueError) as error:
        raise SourceError(f"not a sound PDF ({error}); print it to a new PDF", "pdf.malformed") from None


# ---------------------------------------------------------------- rules

Rule: TypeAlias = Callable[[Sheet], Iterator[Check]]


def standard(sheet: Sheet) -> Iterator[Check]:
    """Check what the file says of itself, and that it names the press that its inks are for."""
    yield _said("standard", STANDARD, sheet.version or "none", sheet.version.startswith(STANDARD))
    found = f"{sheet.intent or 'unnamed'}, {_profiled(sheet.profile)}"
    yield _said("output intent", "a CMYK profile of a press", found, sheet.is_for_inks)
    yield _said("trapping is told", "yes", "yes" if sheet.trapped else "no", sheet.trapped)
    yield _count("links and other annotations on the pages", sheet.annotations)


def boxes(sheet: Sheet) -> Iterator[Check]:
    """Check that each page has its boxes, one inside the other, of the style's size and with its bleed."""
    yield _count("pages without a TrimBox", sum(one.trim is None for one in sheet.boxes))
    yield _count("pages without a BleedBox", sum(one.bleed is None for one in sheet.boxes))
    whole = [(one.media, one.bleed, one.trim) for one in sheet.boxes if one.bleed and one.trim]
    outside = sum(not (_within(trim, bleed) and _within(bleed, media)) for media, bleed, trim in whole)
    yield _count("pages whose boxes are not inside one another", outside)
    sizes = {(round(trim[2] - trim[0], 1), round(trim[3] - trim[1], 1)) for _, _, trim in whole}
    page = sheet.style.page
    wanted = f"{page.width:g} x {page.height:g}"
    shown = ", ".join(f"{width:g} x {height:g}" for width, height in sorted(sizes)) or None
    right = all(abs(width - page.width) < 0.2 and abs(height - page.height) < 0.2 for width, height in sizes)
    yield Check("", "TrimBox", wanted, shown, "mm", right if sizes else None)
    media = {(round(one.media[2] - one.media[0], 1), round(one.media[3] - one.media[1], 1)) for one in sheet.boxes}
    yield Check("", "MediaBox", "", ", ".join(f"{w:g} x {h:g}" for w, h in sorted(media)), "mm", None)
    bleeds = [min(t[0] - b[0], t[1] - b[1], b[2] - t[2], b[3] - t[3]) for _, b, t in whole]
    yield _at_least("bleed", BLEED, min(bleeds, default=None), "mm", 0.05)


def colours(sheet: Sheet) -> Iterator[Check]:
    """Check that everything is painted in inks, and with how much of them."""
    spaces = sorted({one.space.name for one in sheet.paints if one.kind != "blending"})
    yield Check("", "colour spaces", "", ", ".join(spaces) or None, "", None)
    strange = [one for one in sheet.of(*_PAINTED) if not one.space.is_of_press and one.space.name != "Pattern"]
    found = _listed(f"{one.space.name} ({one.kind}, page {one.page})" for one in strange)
    yield _said("colours that are no inks", "none", found, not strange)
    inked = [(one.inks, one.page) for one in sheet.paints if one.inks is not None]
    most = max((sum(inks) * 100 for inks, _ in inked), default=None)
    yield _at_most("ink in one place", INK, most, "%")
    live = sheet.of("text", "area", "line", "picture", "shading")
    yield _reported("transparency", [one for one in live if one.live])
    yield _reported("overprint", [one for one in live if one.overprints])


def letters(sheet: Sheet) -> Iterator[Check]:
    """Check the inks and the size of letters, and that their fonts come with the file."""
    text = sheet.of("text")
    allowed = _of_style(sheet) if sheet.is_for_inks else ()
    strange = [one for one in text if not _is_allowed(one.inks, allowed)]
    found = _listed(f"{_ink_names(one.inks) or one.space.name} (page {one.page})" for one in strange)
    what = "text neither in black alone nor in a colour of the style"
    yield Check("", what, "none", found, "", not strange if sheet.is_for_inks else None)
    yield _at_least("smallest letters", TYPE, min((one.size for one in text if one.size is not None), default=None))
    fonts = {one.font for one in text if one.font is not None}
    out, whole = ({one.name for one in fonts if not one.embedded}, {one.name for one in fonts if not one.subset})
    yield _said("fonts that are not in the file", "none", _listed(sorted(out)), not out)
    yield Check("", "fonts that are in the file whole", "none", _listed(sorted(whole - out)), "", not whole - out)


def lines(sheet: Sheet) -> Iterator[Check]:
    """Check the thinnest line, and the narrowest area, which is a line to the eye."""
    drawn = [one for one in sheet.of("line", "area") if one.inks is None or sum(one.inks) > 0]
    yield _at_least("thinnest line", LINE, min((one.size for one in drawn if one.size is not None), default=None))


def pictures(sheet: Sheet) -> Iterator[Check]:
    """Check the resolution of pictures; there is nothing to judge where there are none."""
    sizes = [one.size for one in sheet.of("picture") if one.size is not None]
    yield _at_least("lowest resolution of a picture", RESOLUTION, min(sizes, default=None), "ppi", 0.5)


RULES: tuple[Rule, ...] = (standard, boxes, colours, letters, lines, pictures)
_PAINTED: tuple[Kind, ...] = ("text", "area", "line", "picture", "shading", "blending")


# ---------------------------------------------------------------- verdicts


def _said(what: str, expected: str, measured: str, passed: bool) -> Check:
    return Check(STANDARD, what, expected, measured, "", passed)


def _count(what: str, measured: int) -> Check:
    return Check(STANDARD, what, 0, measured, "", measured == 0)


def _at_least(what: str, least: float, measured: float | None, unit: str = "pt", slack: float = _SLACK) -> Check:
    passed = None if measured is None else measured >= least - slack
    return Check("", f"{what}, at least", least, None if measured is None else round(measured, 2), unit, passed)


def _at_most(what: str, most: float, measured: float | None, unit: str) -> Check:
    passed = None if measured is None else measured <= most + _SLACK
    return Check("", f"{what}, at most", most, None if measured is None else round(measured, 1), unit, passed)


def _reported(what: str, found: Sequence[Paint]) -> Check:
    """PDF/X-4 allows it; where it is, what lies above one another may add its inks."""
    shown = _listed(f"{one.kind} (page {one.page})" for one in found)
    return Check("", what, "none", shown, "", None if found else True)


def _listed(found: Iterable[str]) -> str:
    names = list(dict.fromkeys(found))
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "") or "none"


_SHOWN = 4


# ---------------------------------------------------------------- inks of the style


def _of_style(sheet: Sheet) -> tuple[Inks, ...]:
    """Give the inks that the press's profile has for the colours of the style."""
    style = sheet.style
    named = dict.fromkeys((style.accent, *(text.color for text in style.text.values()), _RED))
    return tuple(shares(color, sheet.profile) for color in named)


_RED = "#ff0000"
"""The red of an official document's head (GB/T 9704-2012, 6)."""


def _is_allowed(inks: Inks | None, allowed: Sequence[Inks]) -> bool:
    if inks is None:
        return False
    if max(inks[:3]) == 0:
        return True
    return any(all(abs(one - other) < 0.005 for one, other in zip(inks, given, strict=True)) for given in allowed)


def _ink_names(inks: Inks | None) -> str:
    return (
        "" if inks is None else " ".join(f"{name}{share * 100:.0f}" for name, share in zip("CMYK", inks, strict=True))
    )


# ---------------------------------------------------------------- reading


def _version(pdf: Any) -> str:
    """Give the version of PDF/X that the metadata says, or that older files say in their information."""
    metadata = pdf.Root.get("/Metadata")
    xmp = metadata.read_bytes().decode("utf-8", "replace") if metadata is not None else ""
    found = re.search(r"pdfxid:GTS_PDFXVersion\s*(?:=\s*[\"']|>)\s*([^\"'<]{1,40})", xmp)
    return found[1].strip() if found else str(pdf.docinfo.get("/GTS_PDFXVersion", ""))


def _intent(pdf: Any) -> Any:
    intents = pdf.Root.get("/OutputIntents", ())
    return next((one for one in intents if one.get("/S") == "/GTS_PDFX"), None)


def _named(intent: Any) -> str:
    if intent is None:
        return "none"
    return next((str(intent[key]) for key in ("/Info", "/OutputConditionIdentifier") if key in intent), "")


def _profiled(profile: bytes) -> str:
    return profile[16:20].decode("latin-1").strip() if len(profile) > 128 else "no profile"


def _boxes(page: Any) -> Boxes:
    own = {key: _box(page.obj[key]) for key in ("/BleedBox", "/TrimBox") if key in page.obj}
    return Boxes(_box(page.mediabox), own.get("/BleedBox"), own.get("/TrimBox"))


def _box(given: Any) -> Box:
    left, foot, right, head = (float(one) * MM for one in given)
    return min(left, right), min(foot, head), max(left, right), max(foot, head)


def _within(inner: Box, outer: Box) -> bool:
    slack = 0.01
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )
