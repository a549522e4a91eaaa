"""Put the pictures that pages show into a PDF, each once (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from exporter.model import Medium
from exporter.renderers.layout.media import VECTOR, pixels
from exporter.renderers.pdf.tagged.content import Pen
from exporter.renderers.pdf.tagged.file import File
from exporter.renderers.pdf.tagged.vector import form, operators, vector_of


@dataclass(slots=True)
class Images:
    """The pictures of a document, and those that are in the file already; `icc`: the profile of a press."""

    file: File
    media: Mapping[str, Medium]
    pen: Pen
    icc: bytes = b""
    _held: dict[str, int] = field(default_factory=dict)

    def name(self, hash: str) -> str:
        """Give the name of a picture, which is put into the file where it is met first."""
        if hash not in self._held:
            self._held[hash] = self._put(self.media[hash])
        return f"P{list(self._held).index(hash) + 1}"

    def resources(self) -> str:
        """Write the entry that pages find their pictures by."""
        if not self._held:
            return ""
        return f"/XObject<<{''.join(f'/P{at} {number} 0 R' for at, number in enumerate(self._held.values(), 1))}>>"

    def _put(self, medium: Medium) -> int:
        if medium.media == VECTOR and (shapes := vector_of(medium.data)):
            return self.file.stream(operators(shapes, self.pen), form(shapes))
        width, height, dots, gray = pixels(medium)
        said = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8"
        if gray:
            return self._packed(dots, f"{said}/ColorSpace/DeviceGray")
        if self.icc:
            return self._packed(_inked(width, height, dots, self.icc), f"{said}/ColorSpace/DeviceCMYK")
        if medium.media == "image/jpeg" and _is_plain(medium.data):
            return self.file.stream(medium.data, f"{said}/ColorSpace/DeviceRGB/Filter/DCTDecode", pack=False)
        return self._packed(dots, f"{said}/ColorSpace/DeviceRGB")

    def _packed(self, dots: bytes, said: str) -> int:
        """Add dots; they repeat as no font program does, so that looking for it pays."""
        return self.file.stream(zlib.compress(dots, LEVEL), f"{said}/Filter/FlateDecode", pack=False)


LEVEL = 6
"""Of compression."""


def _is_plain(data: bytes) -> bool:
    """Tell whether a JPEG is RGB as it stands, so that its bytes go into the file as they are."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        return opened.mode == "RGB" and "adobe_transform" not in opened.info


def _inked(width: int, height: int, dots: bytes, icc: bytes) -> bytes:
    """Turn RGB into the inks of a press."""
    from PIL import Image, ImageCms

    image = Image.frombytes("RGB", (width, height), dots)
    screen, press = ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(io.BytesIO(icc))
    made = ImageCms.profileToProfile(image, screen, press, outputMode="CMYK")
    return made.tobytes() if made is not None else b""
