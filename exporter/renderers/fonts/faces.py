"""Choose the face that draws each character, and keep account of what every face has to draw.

A text style names two fonts: one for Han, one for Latin letters and digits. In Chinese, quotation
marks, dashes and dots belong to the Han font; in a language written with an alphabet, everything
but Han belongs to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from exporter.fonts import Face, FontBook, drawn
from exporter.renderers.fonts import marks
from exporter.renderers.fonts.last_resort import box_of, last_resort
from exporter.renderers.fonts.sides import IS_WIDE, NO_HAN, latin_stretches
from exporter.renderers.fonts.subset import glyph_forms
from exporter.renderers.fonts.truth import false_shapes, has, twins, variants
from exporter.style import FontRole
from exporter.typesetting import Metrics, metrics, of_function

Side: TypeAlias = Literal["han", "latin", "han twin", "latin twin", "box"]
"""Which part of a face draws a character; `box`: none has it, and a box with its number stands in its place.
A twin looks like another character of the text (— and ―, 一 and ⼀): it
has a file of its own, so that what reads the page can tell the two apart."""


class Stack(NamedTuple):
    """The fonts that text is looked up in: for Han and for Latin, each with its weight."""

    font: FontRole
    weight: int
    latin: FontRole
    latin_weight: int


class Stretch(NamedTuple):
    """Characters that stand side by side and are drawn by one face."""

    text: str
    face: Face
    side: Side
    metrics: Metrics


class _Choice(NamedTuple):
    """The face of a font role, and the characters that it does not draw itself."""

    face: Face
    others: Mapping[str, tuple[Face | None, bool]]
    """Another face, or a twin (True); None: there is no face."""
    odd: re.Pattern[str] | None
    """Finds those characters."""
    side: Side
    metrics: Metrics
    drawn: set[str]
    """What the face has to draw on this side."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of one document: made by `faces_of`, filled as text is split."""

    book: FontBook
    characters: frozenset[str]
    """Every character that will be asked for."""
    lang: str = "zh-Hans"
    """Language of the document, whose forms Han characters and marks have."""
    used: dict[tuple[Face, Side], set[str]] = field(default_factory=dict)
    """What each face has to draw; a face that draws both sides is cut twice."""
    lost: frozenset[str] = frozenset()
    """Characters that no face of the book has."""
    _chosen: dict[tuple[FontRole, int, bool], _Choice] = field(default_factory=dict)  # True: of what holds no Han
    _twins: dict[str, frozenset[str]] = field(default_factory=dict)

    def split(self, text: str, stack: Stack, western: bool) -> list[Stretch]:
        """Split text into stretches of one face each, in order, nothing left out."""
        found: list[Stretch] = []
        at = 0
        for start, end in latin_stretches(text, western):
            if start > at:
                found += self._side(text[at:start], stack.font, stack.weight, False)
            found += self._found(text[start:end], stack)
            at = end
        if at < len(text):
            found += self._side(text[at:], stack.font, stack.weight, False)
        return found

    def _found(self, text: str, stack: Stack) -> Iterable[Stretch]:
        if IS_WIDE.match(text):
            return self._side(text, stack.font, stack.weight, False)
        return self._side(text, stack.latin, stack.latin_weight, True)

    def note(self, text: str, stack: Stack, western: bool = False) -> None:
        """Take account of text that is drawn without being split: page numbers, labels of charts."""
        self.split(text, stack, western)

    def families(self, stack: Stack, western: bool = False) -> tuple[str, ...]:
        """Give the family names that draw text of a stack, in the order to try them. Ask when all text is split."""
        sides: tuple[tuple[Side, Side], tuple[Side, Side]] = (("han", "han twin"), ("latin", "latin twin"))
        chains = (
            self.book.chain(stack.font, stack.weight, self.traditional),
            self.book.chain(stack.latin, stack.latin_weight, self.traditional),
        )
        pairs = [[(face, side) for face in faces for side in pair] for faces, pair in zip(chains, sides, strict=True)]
        ordered = (one for pair in (reversed(pairs) if western else pairs) for one in pair)
        spare = [one for one in self.used if one[0] not in self.book.faces]
        named = [family(*one) for one in (*ordered, *spare) if self.used.get(one)]
        return tuple(dict.fromkeys((*named, *map(box_of, self.boxed))))

    def drawn(self) -> dict[str, tuple[Face, set[str]]]:
        """Give each face with the characters that it draws, by family name."""
        found: dict[str, tuple[Face, set[str]]] = {}
        for (face, side), characters in self.used.items():
            if characters:
                found.setdefault(family(face, side), (face, set()))[1].update(characters)
        return dict(sorted(found.items()))

    def _side(self, text: str, role: FontRole, weight: int, latin: bool) -> Iterable[Stretch]:
        choice = self._chosen.get((role, weight, latin)) or self._choose(role, weight, latin)
        if choice.odd is None or not choice.odd.search(text):
            return (_taken(text, choice),)
        return self._parted(text, choice, choice.odd)

    def _parted(self, text: str, choice: _Choice, odd: re.Pattern[str]) -> Iterator[Stretch]:
        at = 0
        for found in odd.finditer(text):
            if found.start() > at:
                yield _taken(text[at : found.start()], choice)
            yield self._other(found[0], *choice.others[found[0]], choice)
            at = found.end()
        if at < len(text):
            yield _taken(text[at:], choice)

    def _other(self, char: str, face: Face | None, twin: bool, choice: _Choice) -> Stretch:
        if face is None:
            self.note(_NUMBERS, _BOXES)
            return Stretch(char, choice.face, "box", _BOXED)
        side = _TWIN[choice.side] if twin else choice.side
        self.used.setdefault((face, side), set()).add(char)
        return Stretch(char, face, side, self.metrics(face))

    def metrics(self, face: Face) -> Metrics:
        """Give the widths of a face in the language of the document."""
        return metrics(face.path, face.index, self.lang)

    @property
    def boxed(self) -> str:
        """The characters that no face on this machine has."""
        return "".join(sorted(char for char in self.lost if last_resort(char) is None))

    @property
    def traditional(self) -> bool:
        """Whether the document is in traditional characters."""
        return self.lang.casefold().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))

    def _marks(self, role: FontRole, chain: Sequence[Face]) -> dict[str, Face]:
        """Find another face for the Chinese marks that the first of a role does not draw as Chinese has them."""
        found = dict(marks.wide(self.characters, chain)) if role not in ("serif", "sans") else {}
        return found | dict(marks.placed(self.characters, chain, self.lang)) if self.traditional else found

    def _twins_of(self, face: Face) -> frozenset[str]:
        """Find the characters of the text that share a glyph of a face with an earlier one."""
        if face.family not in self._twins:
            self._twins[face.family] = twins(self.characters, glyph_forms(face, self.lang))
        return self._twins[face.family]

    def _choose(self, role: FontRole, weight: int, latin: bool) -> _Choice:
        chain = self.book.chain(role, weight, self.traditional)
        first = chain[0]
        side: Side = "latin" if latin else "han"
        asked = NO_HAN.findall("".join(self.characters)) if latin else self.characters
        assigned = self.book.assign(asked, role, weight, self.traditional)
        assigned |= self._marks(role, chain) | dict(self._true(assigned, chain))
        twins = self._twins_of(first)
        others: dict[str, tuple[Face | None, bool]] = {
            char: (face, char in self._twins_of(face))
            for char, face in assigned.items()
            if face is not first or char in twins
        }
        others |= {char: (last_resort(char), False) for char in self.lost}
        odd = re.compile(f"[{''.join(map(re.escape, sorted(others)))}]") if others else None
        drawn = self.used.setdefault((first, side), set())
        made = self._chosen[role, weight, latin] = _Choice(first, others, odd, side, self.metrics(first), drawn)
        return made

    def _true(self, assigned: Mapping[str, Face], chain: Sequence[Face]) -> Iterator[tuple[str, Face]]:
        """Find another face for what a face would draw as another character."""
        reference = self.book.face("song")
        drawn: dict[Face, set[str]] = {}
        for char in self.characters & variants().keys() & assigned.keys():
            drawn.setdefault(assigned[char], set()).add(char)
        for face, characters in drawn.items():
            for char in false_shapes(face, characters, reference):
                yield char, next((other for other in chain if has(other, char) and other is not face), reference)


def _taken(text: str, choice: _Choice) -> Stretch:
    choice.drawn.update(text)
    return Stretch(text, choice.face, choice.side, choice.metrics)


_BOXED = of_function(lambda char: 1.0, "box")
"""How wide the boxes are that stand for what no face has."""
_NUMBERS = "0123456789ABCDEF"
_BOXES = Stack("sans", 400, "sans", 400)
"""Fonts of the numbers in boxes."""


def box_family(book: FontBook) -> str:
    """Name the font file that the numbers in boxes are drawn from."""
    return family(book.face(_BOXES.latin, _BOXES.latin_weight), "latin")


_TWIN: Mapping[Side, Side] = {"han": "han twin", "latin": "latin twin"}


def faces_of(book: FontBook, texts: Iterable[str], lang: str) -> Faces:
    """Make ready to split these texts of a document in `lang`."""
    characters: set[str] = set()
    for text in texts:
        characters.update(text)
    shown = frozenset(drawn(characters))
    return Faces(book, shown, lang, lost=frozenset(book.missing(shown)))


def family(face: Face, side: Side) -> str:
    """Name the font file that holds what a face draws on one side."""
    return face.family + _SUFFIX[side]


_SUFFIX: Mapping[Side, str] = {
    "han": "",
    "box": "",
    "latin": " Latin",
    "han twin": " Twin",
    "latin twin": " Latin Twin",
}
