"""Set the paragraphs of a document as finished lines, for every engine alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeAlias

from exporter.fonts import Face
from exporter.model import Align, Run, Runs, with_readings
from exporter.renderers.fonts.faces import Faces, Side, Stack
from exporter.renderers.layout.roles import resized, run_font, run_latin
from exporter.renderers.layout.title_breaks import title_breaks
from exporter.style import Style, TextRole, TextStyle
from exporter.typesetting import Line, Piece, Settings, Text, compose, compose_in, count_lines

Alignment: TypeAlias = Literal["left", "center", "right", "justify"]

MARK_SIZE = 0.62
"""Size of a note's mark, as a share of the text's."""
MARK_RISE = 0.34
"""How far it is raised, in em of the text."""
LOWERED = -0.16
"""How far the 2 of CO₂ is lowered, in em of the text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paragraph in one text style: most have one, a run-in heading and its text are two."""

    runs: Runs
    role: TextRole
    lang: str
    scale: float = 1.0
    """Size as a share of the style's: less than 1 in a crowded table, in the second language of a card."""
    align: Align | None = None
    """None: as the style has it."""
    own: TextStyle | None = None  # a text style in the place of the role's
    typed: tuple[int, ...] = field(default=(), compare=False)
    """Where its source has the lines of a title end; no renderer that asks for what was laid out has to know it."""


class RunPiece(NamedTuple):
    """Where a run of the composer comes from, and how it is drawn."""

    run: Run
    part: int
    face: Face
    side: Side
    text: TextStyle
    size: float
    lang: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A paragraph as lines; `Piece.run` of a line's piece is an index into `sources`."""

    lines: tuple[Line, ...]
    sources: tuple[RunPiece, ...]
    align: Alignment


def rise_of(run: Run) -> float:
    """Say how far a run stands above its line, in em of the text."""
    if run.raised == "sub":
        return LOWERED
    return MARK_RISE if run.role == "mark" or run.raised == "super" else 0.0


def western(lang: str) -> bool:
    """Tell whether a language is written with an alphabet."""
    return not lang.lower().startswith(("zh", "ja", "ko", "yue"))


def stack_of(text: TextStyle, run: Run | None = None) -> Stack:
    """Give the fonts of a run in a text style."""
    role = run.role if run else "plain"
    return Stack(*run_font(role, text), *run_latin(role, text))


def scaled(part: Part, style: Style) -> TextStyle:
    """Give the text style of a part at its own size."""
    text = part.own or style.text[part.role]
    if part.scale == 1.0 and part.align is None:
        return text
    return resized(text, part.scale, part.align or text.align)


def set_parts(parts: Sequence[Part], style: Style, faces: Faces, measure: float) -> Composed:
    """Set the parts of one paragraph in a measure (pt); the first line's indent is the last part's."""
    sources, texts, settings, align = _given(parts, style, faces, measure)
    lines = tuple(_in_order(line, texts) for line in _composed(texts, settings))
    return Composed(lines, sources, align)


def set_anew(usual: Composed, parts: Sequence[Part], style: Style, faces: Faces, measure: float, by: int) -> Composed:
    """Set a paragraph in so many lines more than usual; where it cannot be set so, it stays as it is."""
    sources, texts, settings, align = _given(parts, style, faces, measure)
    lines = compose_in(texts, settings, len(usual.lines) + by, len(usual.lines))
    return Composed(tuple(_in_order(line, texts) for line in lines), sources, align) if lines else usual


def _given(
    parts: Sequence[Part], style: Style, faces: Faces, measure: float
) -> tuple[tuple[RunPiece, ...], list[Text], Settings, Alignment]:
    pairs = [pair for at, part in enumerate(parts) for pair in _texts(part, at, scaled(part, style), faces)]
    sources, texts = tuple(source for source, _ in pairs), [text for _, text in pairs]
    body = scaled(parts[-1], style)
    pitch = body.size + body.tracking
    room = max(measure - (body.left + body.right) * pitch, pitch)
    justify = body.align == "justify"
    settings = Settings(room, min(body.indent * pitch, room / 2), justify=justify, hyphenate=justify)
    if body.align == "center" and len(parts) == 1:
        settings = _by_meaning(parts[0], texts, settings) or _balanced(texts, settings)
    return sources, texts, settings, body.align


_STRETCH = 60_000
"""Characters handed to the composer at a time."""
_UNSURE = 4
"""Lines at the end of a stretch that are set anew with the next."""


def _composed(texts: Sequence[Text], settings: Settings) -> Iterator[Line]:
    """Compose a paragraph of any length in time linear to it: stretch by stretch, each from where the last is sure."""
    at = skip = 0
    while at < len(texts):
        stretch, whole = _stretch_from(texts, at, skip)
        lines = compose(stretch, settings)
        sure = lines if whole else lines[: max(len(lines) - _UNSURE, 1)]
        for line in sure:
            yield (
                line if at == 0 else line._replace(pieces=tuple(one._replace(run=one.run + at) for one in line.pieces))
            )
        if whole:
            return
        at, skip = _place(texts, at, skip, sure[-1].end)
        settings = replace(settings, indent=0.0)


def _stretch_from(texts: Sequence[Text], at: int, skip: int) -> tuple[list[Text], bool]:
    """Give the texts from a place on, as many as go into a stretch, and whether they are the rest."""
    stretch, size = [], 0
    for index in range(at, len(texts)):
        text = texts[index]
        stretch.append(replace(text, text=text.text[skip:]) if index == at and skip else text)
        size += len(stretch[-1].text)
        if size > _STRETCH:
            stretch[-1] = replace(stretch[-1], text=stretch[-1].text[: len(stretch[-1].text) - (size - _STRETCH)])
            return stretch, False
    return stretch, True


def _place(texts: Sequence[Text], at: int, skip: int, done: int) -> tuple[int, int]:
    """Find the text, and the place in it, that lies so many characters further on."""
    done += skip
    while at < len(texts) and done >= len(texts[at].text):
        done -= len(texts[at].text)
        at += 1
    return at, done


_STEP = 0.02
"""em by which a character begins right of the one before it at least."""
_GIVE = 0.08
"""em that each gap after a moved mark gives at most."""


def _in_order(line: Line, texts: Sequence[Text]) -> Line:
    """Keep characters in order: what reads a page goes by where a glyph begins.

    Of ；“ or 1（ the opening mark has lost its blank half, and its square may begin left of the
    character before it. It is moved just right of that, and the rest of the line makes room.
    """
    pieces = line.pieces
    for at in range(1, len(pieces)):
        more = _overlap(pieces[at - 1], pieces[at], texts)
        if more > 0:
            pieces = (*_held(pieces[:at], more), *_closed_up(pieces[at:], more, texts[pieces[at].run].size))
    return line if pieces is line.pieces else line._replace(pieces=pieces)


def _overlap(left: Piece, right: Piece, texts: Sequence[Text]) -> float:
    """Say how far left of its due place a mark begins after a character that it has moved into."""
    text = texts[left.run]
    if left.after > -0.2 * text.size:
        return 0.0
    last = left.x + left.width - text.metrics.at(text.size)[left.text[-1]]
    return last + _STEP * text.size - right.x


def _held(pieces: Sequence[Piece], more: float) -> tuple[Piece, ...]:
    return (*pieces[:-1], pieces[-1]._replace(after=pieces[-1].after + more))


def _closed_up(pieces: Sequence[Piece], more: float, size: float) -> Iterator[Piece]:
    """Move the first character to the right, and every other less, so that the line ends where it ended."""
    count = sum(len(piece.text) for piece in pieces) - 1
    give = min(more / count, _GIVE * size) if count else 0.0
    passed = 0
    for piece in pieces:
        inner = len(piece.text) - 1
        final = passed + inner == count
        yield piece._replace(
            x=piece.x + max(more - give * passed, 0.0),
            width=piece.width - give * inner,
            spacing=piece.spacing - give,
            after=piece.after if final else piece.after - give,
        )
        passed += len(piece.text)


def set_words(said: str, text: TextStyle, faces: Faces, lang: str = "zh-Hans") -> Composed:
    """Set words that belong to no block on one line, as they come: a page number, a running head, a label."""
    pairs = tuple(_texts(Part((Run(said),), "body", lang), 0, text, faces))
    pieces: list[Piece] = []
    x, start = 0.0, 0
    for at, (_, found) in enumerate(pairs):
        width = sum(map(found.metrics.at(found.size).__getitem__, found.text))
        pieces.append(Piece(found.text, at, start, x, width, 0.0, 0.0))
        x, start = x + width, start + len(found.text)
    line = Line(tuple(pieces), 0, start, 0.0, x, x, last=True)
    return Composed((line,) if pieces else (), tuple(source for source, _ in pairs), text.align)


def _texts(part: Part, at: int, text: TextStyle, faces: Faces) -> Iterator[tuple[RunPiece, Text]]:
    stacks = {role: stack_of(text, Run("", role)) for role in {run.role for run in part.runs}}
    for run in with_readings(part.runs):
        lang = run.lang or part.lang
        drawn = faces.lang if faces.traditional and not western(lang) else lang
        mark = run.role == "mark" or run.raised != "none"
        size = text.size * MARK_SIZE if mark else text.size
        sources: dict[tuple[int, Side], RunPiece] = {}  # figures part a run into many stretches of few faces
        for stretch in faces.split(run.text, stacks[run.role], western(lang)):
            key = id(stretch.face), stretch.side
            if key not in sources:
                sources[key] = RunPiece(run, at, stretch.face, stretch.side, text, size, lang)
            shown = Text(stretch.text, stretch.metrics, size, drawn, text.tracking, unbroken=mark, attached=mark)
            yield sources[key], shown


def _by_meaning(part: Part, texts: Sequence[Text], settings: Settings) -> Settings | None:
    """End the lines of a long title between words, in a shape of the standard (GB/T 9704-2012, 7.3.1)."""
    if part.role not in ("title", "subtitle") or not texts:
        return None
    em = texts[0].size + texts[0].tracking
    advances = {char: text.metrics.at(text.size)[char] / em for text in texts for char in set(text.text)}
    said, room, worded = "".join(text.text for text in texts), settings.measure / em, part.role == "title"
    breaks = title_breaks(said, room, lambda some: sum(map(advances.__getitem__, some)), worded, part.typed)
    return replace(settings, breaks=breaks) if breaks else None


def _balanced(texts: Sequence[Text], settings: Settings) -> Settings:
    """Narrow the measure of a centred text so that its lines are about as long as each other."""
    count = count_lines(texts, settings)
    if not 1 < count <= 4:
        return settings
    low, high = settings.measure / count, settings.measure
    while high - low > 4:
        middle = (low + high) / 2
        fits = count_lines(texts, replace(settings, measure=middle)) <= count
        low, high = (low, middle) if fits else (middle, high)
    return replace(settings, measure=high)
