"""Read what the pages of a PDF paint: every text, line, area and picture with its colour space, inks and size."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from exporter.errors import SourceError
from exporter.measure.colours import CMYK, GRAY, RGB, Colour, Inks, Space, space_of
from exporter.measure.graphics import UNMOVED, Matrix, State, at, matrix_of, scale, times

Kind: TypeAlias = Literal["text", "area", "line", "picture", "shading", "blending"]


@dataclass(frozen=True, slots=True)
class PaintFont:
    """A font that sets text on a page."""

    name: str
    embedded: bool
    subset: bool


@dataclass(frozen=True, slots=True)
class Paint:
    """One way of painting that a page makes use of, however often."""

    kind: Kind
    page: int
    """From 1."""
    space: Space
    inks: Inks | None = None
    size: float | None = None
    """pt: of type, of a line's width, of the narrow side of an area; of a picture, pixels to the inch."""
    font: PaintFont | None = None
    live: bool = False
    """It lets through what lies below (ISO 32000-1, 11)."""
    overprints: bool = False


MAX_STREAMS = 20_000
"""Content streams walked in a file; forms within forms multiply."""
MAX_NESTING = 20


def paints_of(pdf: Any) -> frozenset[Paint]:
    """Give what the pages of an open PDF (pikepdf's) paint. Raises SourceError `pdf.malformed`, `limit.depth`."""
    import pikepdf

    found: set[Paint] = set()
    try:
        for number, page in enumerate(pdf.pages, 1):
            walk = _Walk(number, found)
            group = page.obj.get("/Group", {}).get("/CS")
            if group is not None:
                found.add(Paint("blending", number, space_of(group, {})))
            walk.stream(page, _as_dict(page.obj.get("/Resources", {})), State())
    except (pikepdf.PdfError, TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
        raise SourceError(f"the content of a page cannot be read ({error})", "pdf.malformed") from None
    return frozenset(found)


@dataclass(slots=True)
class _Walk:
    """A walk through the content of a page and of everything that it draws."""

    page: int
    found: set[Paint]
    streams: int = 0
    depth: int = 0
    points: list[tuple[float, float]] = field(default_factory=list)
    text: Matrix = UNMOVED

    def stream(self, content: Any, resources: Mapping[str, Any], state: State) -> None:
        """Walk one content stream: a page, a form, a pattern's cell, a glyph of a Type 3 font."""
        import pikepdf

        self.streams, self.depth = self.streams + 1, self.depth + 1
        if self.streams > MAX_STREAMS or self.depth > MAX_NESTING:
            raise SourceError("the forms of a page lie too deep in one another; flatten the file", "limit.depth")
        saved: list[State] = []
        for step in pikepdf.parse_content_stream(content):
            operands: list[Any] = list(step.operands)
            match name := str(step.operator):
                case "q":
                    saved.append(state)
                case "Q":
                    state = saved.pop() if saved else state
                case "cm":
                    state = replace(state, matrix=times(matrix_of(operands), state.matrix))
                case "gs":
                    state = self._dressed(state, _of(resources, "/ExtGState", operands[0]), resources)
                case _ if name in _SETS:
                    state = self._chosen(name, operands, resources, state)
                case _:
                    self._paint(name, operands, resources, state)
        self.depth -= 1

    def _dressed(self, state: State, given: Mapping[str, Any], resources: Mapping[str, Any]) -> State:
        """Take over what a dictionary of graphics state parameters says (8.4.5)."""
        mask = given.get("/SMask")
        if mask is not None and _is_dict(mask):
            self._form(mask["/G"], resources, state)
        said = [float(given[key]) for key in ("/ca", "/CA") if key in given]
        blend = str(given["/BM"]) if "/BM" in given else None
        return replace(
            state,
            width=float(given.get("/LW", state.width)),
            opacity=min(said, default=state.opacity),
            masked=state.masked if mask is None else _is_dict(mask),
            blends=state.blends if blend is None else blend not in ("/Normal", "/Compatible"),
            overprints=bool(given.get("/OP", state.overprints) or given.get("/op", False)),
        )

    def _chosen(self, name: str, operands: Sequence[Any], resources: Mapping[str, Any], state: State) -> State:
        """Take over a colour, a width, a font, a place of text."""
        match name:
            case "w":
                return replace(state, width=float(operands[0]))
            case "Tr":
                return replace(state, mode=int(operands[0]))
            case "Tf":
                return replace(state, font=_of(resources, "/Font", operands[0]), size=float(operands[1]))
            case "Tm":
                self.text = matrix_of(operands)
                return state
            case "BT":
                self.text = UNMOVED
                return state
        if name in _FILLS:
            return replace(state, fill=self._colour(name, operands, resources, state, state.fill))
        return replace(state, stroke=self._colour(name, operands, resources, state, state.stroke))

    def _colour(
        self, name: str, operands: Sequence[Any], resources: Mapping[str, Any], state: State, now: Colour
    ) -> Colour:
        if name in _DEVICE:
            space = _DEVICE[name]
            return Colour(space, space.inks([float(one) for one in operands]))
        if name in ("cs", "CS"):
            space = space_of(operands[0], _as_dict(resources.get("/ColorSpace", {})))
            return Colour(space, space.first())
        if operands and _is_name(operands[-1]):
            self._pattern(_of(resources, "/Pattern", operands[-1]), resources, state)
            return Colour(now.space, None)
        return Colour(now.space, now.space.inks([float(one) for one in operands]))

    def _pattern(self, pattern: Any, resources: Mapping[str, Any], state: State) -> None:
        if "/Shading" in pattern:
            self._shade(pattern["/Shading"], resources, state)
        elif pattern:
            self.stream(pattern, _as_dict(pattern.get("/Resources", resources)), state)

    def _shade(self, shading: Any, resources: Mapping[str, Any], state: State) -> None:
        space = space_of(shading["/ColorSpace"], _as_dict(resources.get("/ColorSpace", {})))
        self._add("shading", space, None, None, state)

    def _paint(self, name: str, operands: Sequence[Any], resources: Mapping[str, Any], state: State) -> None:
        if name in _PATHS:
            self.points += [at(x, y, state.matrix) for x, y in _corners(name, [float(one) for one in operands])]
        elif name in _PAINTED:
            self._path(_PAINTED[name], state)
            self.points = []
        elif name in _SHOWN and any(_has_text(one) for one in operands):
            self._show(resources, state)
        elif name == "sh":
            self._shade(_of(resources, "/Shading", operands[0]), resources, state)
        elif name == "Do":
            drawn = _of(resources, "/XObject", operands[0])
            if drawn.get("/Subtype") == "/Image":
                self._picture(drawn, resources, state)
            else:
                self._form(drawn, resources, state)
        elif name == "INLINE IMAGE":
            self._picture(operands[0].obj, resources, state)

    def _path(self, how: str, state: State) -> None:
        if not self.points:
            return
        if "fill" in how:
            across, down = zip(*self.points, strict=True)
            narrow = min(max(across) - min(across), max(down) - min(down))
            self._add("area", state.fill.space, state.fill.inks, narrow, state)
        if "stroke" in how:
            self._add("line", state.stroke.space, state.stroke.inks, state.width * scale(state.matrix), state)

    def _show(self, resources: Mapping[str, Any], state: State) -> None:
        size = state.size * scale(times(self.text, state.matrix))
        if state.font and state.font.get("/Subtype") == "/Type3":
            inner = _as_dict(state.font.get("/Resources", resources))
            for glyph in _as_dict(state.font.get("/CharProcs", {})).values():
                self.stream(glyph, inner, state)
        for side in _MODES.get(state.mode, ()):
            colour: Colour = getattr(state, side)
            self._add("text", colour.space, colour.inks, size, state, _font(state.font))

    def _picture(self, image: Any, resources: Mapping[str, Any], state: State) -> None:
        across = max(math.hypot(state.matrix[0], state.matrix[1]), 0.001)
        pixels = float(image.get("/Width", image.get("/W", 0)))
        resolution = pixels / across * 72
        if image.get("/ImageMask", image.get("/IM", False)):
            self._add("picture", state.fill.space, state.fill.inks, resolution, state)
            return
        given = image.get("/ColorSpace", image.get("/CS"))
        space = space_of(given, _as_dict(resources.get("/ColorSpace", {}))) if given is not None else Space("unnamed")
        self._add("picture", space, _heaviest(image, space), resolution, replace(state, masked="/SMask" in image))

    def _form(self, form: Any, resources: Mapping[str, Any], state: State) -> None:
        group = form.get("/Group", {}).get("/CS")
        if group is not None:
            self.found.add(Paint("blending", self.page, space_of(group, {})))
        matrix = matrix_of(form.get("/Matrix", UNMOVED))
        outside, self.points = self.points, []
        inside = replace(state, matrix=times(matrix, state.matrix))
        self.stream(form, _as_dict(form.get("/Resources", resources)), inside)
        self.points = outside

    def _add(
        self,
        kind: Kind,
        space: Space,
        inks: Inks | None,
        size: float | None,
        state: State,
        font: PaintFont | None = None,
    ) -> None:
        rounded = None if size is None else round(size, 2)
        self.found.add(Paint(kind, self.page, space, inks, rounded, font, state.live, state.overprints))


_DEVICE: Mapping[str, Space] = {"g": GRAY, "G": GRAY, "rg": RGB, "RG": RGB, "k": CMYK, "K": CMYK}
_FILLS = ("g", "rg", "k", "cs", "sc", "scn")
_SETS = frozenset((*_DEVICE, *_FILLS, "CS", "SC", "SCN", "w", "Tr", "Tf", "Tm", "BT"))
_PATHS = frozenset(("m", "l", "c", "v", "y", "re"))
_PAINTED: Mapping[str, str] = {
    "n": "",
    **dict.fromkeys(("f", "F", "f*"), "fill"),
    **dict.fromkeys(("S", "s"), "stroke"),
    **dict.fromkeys(("B", "B*", "b", "b*"), "fill stroke"),
}
_SHOWN = ("TJ", "Tj", "'", '"')
_MODES: Mapping[int, tuple[str, ...]] = {
    0: ("fill",),
    1: ("stroke",),
    2: ("fill", "stroke"),
    4: ("fill",),
    5: ("stroke",),
    6: ("fill", "stroke"),
}
"""What each text rendering mode paints with (9.3.6)."""


def _corners(name: str, given: Sequence[float]) -> Iterator[tuple[float, float]]:
    if name == "re":
        x, y, width, height = given
        yield from ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
    else:
        yield from zip(given[::2], given[1::2], strict=True)


def _of(resources: Mapping[str, Any], kind: str, name: Any) -> Any:
    return _as_dict(resources.get(kind, {})).get(str(name), {})


def _font(given: Any) -> PaintFont | None:
    """Tell a font's name, and whether it lies in the file, cut down to what the file needs (9.6.4)."""
    if not given or given.get("/Subtype") == "/Type3":
        return None
    inner = given["/DescendantFonts"][0] if "/DescendantFonts" in given else given
    described = inner.get("/FontDescriptor", {})
    name = str(inner.get("/BaseFont", given.get("/BaseFont", ""))).lstrip("/")
    embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    tag, plus, rest = name.partition("+")
    subset = bool(plus) and len(tag) == 6 and tag.isupper()
    return PaintFont(rest if subset else name, embedded, subset)


def _heaviest(image: Any, space: Space) -> Inks | None:
    """Give the inks of the pixel that takes most, of a picture in inks."""
    import pikepdf

    if space.channels != 4 or not isinstance(image, pikepdf.Stream):
        return None
    from PIL import Image

    picture = pikepdf.PdfImage(image).as_pil_image()
    picture.thumbnail((600, 600), Image.Resampling.NEAREST)
    if picture.mode != "CMYK":
        return None
    colours = picture.getcolors(600 * 600) or []
    inked: list[tuple[int, ...]] = [colour for _, colour in colours if isinstance(colour, tuple)]
    cyan, magenta, yellow, black = (share / 255 for share in max(inked, key=sum, default=(0, 0, 0, 0)))
    return cyan, magenta, yellow, black


def _has_text(operand: Any) -> bool:
    import pikepdf

    if isinstance(operand, pikepdf.Array):
        return any(_has_text(one) for one in operand)
    return isinstance(operand, (pikepdf.String, bytes)) and len(bytes(operand)) > 0


def _is_name(operand: Any) -> bool:
    import pikepdf

    return isinstance(operand, pikepdf.Name)


def _is_dict(given: Any) -> bool:
    import pikepdf

    return isinstance(given, pikepdf.Dictionary)


def _as_dict(given: Any) -> Mapping[str, Any]:
    return dict(given.items()) if _is_dict(given) else {}
