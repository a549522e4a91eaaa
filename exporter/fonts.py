"""Find a font file for every role, and know what it covers.

Fonts are always loaded by file, under family names of our own: what the machine's font
configuration would have guessed never matters. Which files stand for a role, in which order,
is data (`styles/fonts.toml`); where they lie is looked up in the folders of `_folders`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, TypeAlias, cast, get_args

from exporter.errors import FontError
from exporter.font_files import lacking, opened, unicodes
from exporter.kept import toml
from exporter.style import FontRole, data_folder

FaceRole: TypeAlias = FontRole | Literal["rare", "fangsong-hant"]
"""A role of a style; `rare`: where characters are looked for that no other face has; `fangsong-hant`: 仿宋 for
traditional text, whose shapes the other's often are not."""

INSTALL = "run exporter fonts install, or put a font file into a folder and name it with --fonts"


@dataclass(frozen=True, slots=True, order=True)
class Face:
    """One face of one font file, standing for one role at one weight."""

    role: FaceRole
    weight: int
    family: str
    """Our own name for the file, never its own: `Exporter Fangsong`, `Exporter Hei 700`; one for each file."""
    path: Path
    index: int = 0
    """Place in a collection (`.ttc`); 0 in a plain file."""

    def __hash__(self) -> int:
        return hash((self.family, self.weight))  # faces are keys of every stretch of text, and paths are slow to hash


@dataclass(frozen=True, slots=True)
class FaceRow:
    """A line of `doctor`: what stands for a role, and what it covers."""

    role: str
    weight: int
    family: str
    file: str
    """Path of the file; empty where another role stands in."""
    hanzi: int
    """Han characters that it has."""
    gb2312: float
    """Share of the 6,763 Han characters of GB 2312."""
    stand_in: str
    """Role that stands in where there is no file."""
    missing: str
    """Characters of the text asked about that this face has not; others of its chain may."""


@dataclass(frozen=True, slots=True, eq=False)
class FontBook:
    """Every face that this machine has for a role and weight, each role's best candidate only; known by identity."""

    faces: tuple[Face, ...]

    def face(self, role: FontRole, weight: int = 400) -> Face:
        """Give the face of a role, or of the role that stands in. Raises FontError `font.missing`."""
        return self.chain(role, weight)[0]

    def chain(self, role: FontRole, weight: int = 400, traditional: bool = False) -> tuple[Face, ...]:
        """Give the faces to look a character up in, best first, each once. Raises FontError `font.missing`."""
        found = _chain(self, role, weight, traditional)
        if not found:
            raise FontError(f"no font for the role {role}: no file of its list is on this machine; {INSTALL}")
        return found

    def assign(
        self, text: Iterable[str], role: FontRole, weight: int = 400, traditional: bool = False
    ) -> dict[str, Face]:
        """Give the face that draws each character; one that nothing has, or that draws nothing, is left out."""
        first, *others = self.chain(role, weight, traditional)
        found: dict[str, Face] = dict.fromkeys(text, first)
        left = lacking(first.path, first.index, found)
        for face in others:
            if not left:
                break
            left, before = lacking(face.path, face.index, left), left
            found |= dict.fromkeys({*before} - {*left}, face)
        for char in left:
            del found[char]
        return found

    def missing(self, text: Iterable[str]) -> str:
        """Give the characters that no face of the book has, sorted; those that draw nothing do not count."""
        lost: Iterable[str] = drawn(text)
        for face in self.faces:
            lost = lacking(face.path, face.index, lost) if lost else lost
        return "".join(sorted(lost))

    def describe(self, text: str = "") -> tuple[FaceRow, ...]:
        """Give a row for every role and weight of the list: its file, or what stands in, and its coverage."""
        return tuple(_rows(self, text))


def book(folder: Path | None = None) -> FontBook:
    """Look up a face for every role, in `folder` first; the answer is kept until the process ends.

    Raises FontError `font.folder` where `folder` is no folder.
    """
    if folder is not None and not folder.is_dir():
        raise FontError(f"{folder} is no folder; --fonts takes a folder that holds font files", "font.folder")
    return _book(folder)


def drawn(text: Iterable[str]) -> set[str]:
    """Give the characters of a text that have a picture."""
    return set(INVISIBLE.sub("", "".join(set(text))))


def draws_nothing(char: str) -> bool:
    """Tell whether a character has no picture of its own: controls, joiners, selectors (Unicode, 5.21)."""
    return INVISIBLE.match(char) is not None


INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Finds what draws nothing."""

_STANDS_IN: Mapping[FontRole, tuple[FontRole, ...]] = {
    "song": ("hei", "kai", "fangsong"),
    "biaosong": ("song", "hei", "kai", "fangsong"),
    "hei": ("song", "kai", "fangsong"),
    "kai": ("fangsong", "song", "hei"),
    "fangsong": ("song", "kai", "hei"),
    "serif": ("song", "sans", "hei"),
    "sans": ("hei", "serif", "song"),
}


@lru_cache(maxsize=256)
def _chain(book: FontBook, role: FontRole, weight: int, traditional: bool = False) -> tuple[Face, ...]:
    found: list[Face] = [face for face in book.faces if traditional and face.role == f"{role}-hant"]
    for at, stand_in in enumerate((role, *_STANDS_IN[role])):
        wanted = 700 if role == "biaosong" and at else weight
        here = [face for face in book.faces if face.role == stand_in]
        found += sorted(here, key=lambda face: (abs(face.weight - wanted), face.weight))
    found += [face for face in book.faces if face.role == "rare"]
    found += [face for face in book.faces if face not in found and not face.role.endswith("-hant")]
    once = {(face.path, face.index): face for face in reversed(found)}
    return tuple(face for face in found if once[face.path, face.index] is face)


@cache
def _book(folder: Path | None) -> FontBook:
    named = font_files(folder)
    faces = [face for entry in _candidates() if (face := _first(entry, named)) is not None]
    families = {(face.path, face.index): face.family for face in reversed(faces)}
    return FontBook(tuple(replace(face, family=families[face.path, face.index]) for face in faces))


@cache
def _candidates() -> tuple[tuple[FaceRole, int, tuple[str, ...]], ...]:
    tokens = toml(data_folder("styles") / "fonts.toml")
    return tuple((entry["role"], entry["weight"], tuple(entry["files"])) for entry in tokens["face"])


def _first(entry: tuple[FaceRole, int, tuple[str, ...]], named: Mapping[str, Path]) -> Face | None:
    role, weight, files = entry
    family = f"Exporter {role.title()}" + ("" if weight == 400 else f" {weight}")
    own = tuple(f"{role}{'' if weight == 400 else f'-{weight}'}{suffix}" for suffix in (".otf", ".ttf", ".ttc"))
    for file in (*own, *files):
        name, _, inner = file.partition("#")
        path = named.get(name.casefold())
        index = None if path is None else _index(path, inner)
        if path is not None and index is not None:
            return Face(role, weight, family, path, index)
    return None


def _index(path: Path, inner: str) -> int | None:
    """Find a face of a collection by PostScript name; None where the file is no font or holds no such face."""
    try:
        count = opened(path, 0).count
        if count == 0 or not len(unicodes(path, 0)):
            return None
        if count == 1 or not inner:
            return 0
        return next((index for index in range(count) if opened(path, index).get_name(6, "en") == inner), None)
    except (OSError, ValueError):
        return None


def font_files(folder: Path | None) -> dict[str, Path]:
    """Map file names in lower case to paths; the first folder that has a name wins."""
    named: dict[str, Path] = {}
    for place in ((folder,) if folder else ()) + tuple(_folders()):
        if place.is_dir():
            for path in sorted(place.rglob("*")):
                if path.suffix.casefold() in (".ttf", ".otf", ".ttc"):
                    named.setdefault(path.name.casefold(), path)
    return named


def _folders() -> Iterator[Path]:
    yield Path(sys.prefix) / "share" / "exporter" / "fonts"
    portable = find_spec("pylopdf_fonts_zh_cn")
    home = Path.home()
    if sys.platform == "win32":
        yield Path("C:/Windows/Fonts")
        yield home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
        yield from Path("/System/Library/AssetsV2").glob("com_apple_MobileAsset_Font*")
    else:
        yield from (home / ".local" / "share" / "fonts", home / ".fonts", Path("/usr/local/share/fonts"))
        yield from (Path("/usr/share/fonts"), Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"))
    yield from (Path(place) for place in (portable.submodule_search_locations or ()) if portable) if portable else ()


@cache
def _gb2312() -> frozenset[int]:
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return frozenset(ord(char) for row in rows if len(char := row.decode("gb2312", "ignore")) == 1)


def _rows(book: FontBook, text: str) -> Iterator[FaceRow]:
    roles = get_args(FontRole)
    for role, weight, _ in _candidates():
        face = next((face for face in book.faces if (face.role, face.weight) == (role, weight)), None)
        if face is None:
            own = cast(FontRole, role.removesuffix("-hant"))
            stand_in = next((f"{f.role} {f.weight}" for f in _chain(book, own, weight)), "") if own in roles else ""
            yield FaceRow(role, weight, "", "", 0, 0.0, stand_in, "")
            continue
        has = unicodes(face.path, face.index)
        hanzi = sum(1 for code in has if 0x3400 <= code <= 0x9FFF or code >= 0x20000)
        share = sum(1 for code in _gb2312() if code in has) / len(_gb2312())
        lost = "".join(sorted(char for char in set(text) if ord(char) not in has and not draws_nothing(char)))
        yield FaceRow(role, weight, face.family, str(face.path), hanzi, round(share, 4), "", lost)
