"""Tell which inks a colour of a PDF lays on paper, from its colour space and its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

Inks: TypeAlias = tuple[float, float, float, float]
"""Shares of cyan, magenta, yellow and black, from 0 to 1."""
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space (ISO 32000-1, 8.6): its name, and how many values its colours have."""

    name: str
    channels: int = 0
    """0: not told here."""

    @property
    def is_of_press(self) -> bool:
        """Whether a press has inks for it: black, the four process inks, or inks of its own."""
        return self.name.removeprefix("Indexed ").split(" (")[0] in _PRESS

    def inks(self, values: Sequence[float]) -> Inks | None:
        """Give the inks of a colour, or None where the values are not inks."""
        if not self.is_of_press or len(values) != self.channels:
            return None
        if self.channels == 1:
            return 0.0, 0.0, 0.0, 1.0 - values[0]
        cyan, magenta, yellow, black = values
        return cyan, magenta, yellow, black

    def first(self) -> Inks | None:
        """Give the inks that are chosen with the space, before any colour is."""
        return BLACK if self.is_of_press and self.channels in (1, 4) else None


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour chosen for painting."""

    space: Space
    inks: Inks | None


GRAY, RGB, CMYK, PATTERN = Space("DeviceGray", 1), Space("DeviceRGB", 3), Space("DeviceCMYK", 4), Space("Pattern")
UNCHOSEN = Colour(GRAY, BLACK)
"""What is painted with before a colour is chosen (8.4.1)."""
_PRESS = ("DeviceGray", "DeviceCMYK", "ICCBased grey", "ICCBased CMYK", "Separation", "DeviceN")
_DEVICE: Mapping[str, Space] = MappingProxyType(
    {
        **dict.fromkeys(("/DeviceGray", "/G", "/CalGray"), GRAY),
        **dict.fromkeys(("/DeviceRGB", "/RGB"), RGB),
        **dict.fromkeys(("/DeviceCMYK", "/CMYK"), CMYK),
        "/Pattern": PATTERN,
    }
)
_ICC: Mapping[int, Space] = MappingProxyType(
    {1: Space("ICCBased grey", 1), 3: Space("ICCBased RGB", 3), 4: Space("ICCBased CMYK", 4)}
)


def space_of(given: Any, named: Mapping[str, Any], depth: int = 0) -> Space:
    """Tell a colour space from a name or an array; `named` are the spaces of the resources."""
    if depth > 4:
        return Space("nested too deeply")
    if not _is_array(given):
        name = str(given)
        if name in _DEVICE or name not in named:
            return _DEVICE.get(name, Space(name.lstrip("/")))
        return space_of(named[name], {}, depth + 1)
    family = str(given[0])
    match family:
        case "/ICCBased":
            channels = int(given[1].get("/N", 0))
            return _ICC.get(channels, Space(f"ICCBased {channels}"))
        case "/Indexed" | "/I":
            return Space("Indexed " + space_of(given[1], named, depth + 1).name)
        case "/Separation" | "/DeviceN":
            return Space(f"{family[1:]} ({_colorants(given[1])})")
        case _:
            return _DEVICE.get(family, Space(family.lstrip("/")))


def _colorants(given: Any) -> str:
    names = list(given) if _is_array(given) else [given]
    return ", ".join(str(name).lstrip("/") for name in names)


def _is_array(given: Any) -> bool:
    import pikepdf

    return isinstance(given, (pikepdf.Array, list))
