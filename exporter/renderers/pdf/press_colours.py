"""Mix the colours of a style from the inks of a press: black from black alone, the official red by its standard."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

from exporter.errors import PartError
from exporter.renderers.fonts.colour_profile import srgb
from exporter.renderers.layout.red_head import RED

GREY = 6
"""Steps of 255 by which the channels of a grey may differ."""


def inks(icc: bytes) -> Callable[[str], str]:
    """Give what turns `#1f4e79` into `device-cmyk(…)` by a press's profile. Raises PartError `icc.invalid`.

    Greys are black alone, and official red is M 80 % Y 80 % (GB/T 9704-2012, 6).
    """
    require_cmyk(icc)

    def mixed(color: str) -> str:
        return f"device-cmyk({' '.join(f'{share:.4g}' for share in shares(color, icc))})"

    return mixed


def require_cmyk(icc: bytes) -> None:
    """Raise PartError `icc.invalid` unless the bytes are a colour profile of a press (ICC.1, 7.2)."""
    if len(icc) < 132 or icc[36:40] != b"acsp":
        raise PartError("the file given with --icc is no ICC profile; give the profile of your press", "icc.invalid")
    if icc[16:20] != b"CMYK" or icc[12:16] != b"prtr":
        space, kind = (icc[at : at + 4].decode("latin-1").strip() for at in (16, 12))
        raise PartError(
            f"the profile given with --icc is of class {kind} for {space}, a press needs prtr for CMYK", "icc.invalid"
        )


@cache
def shares(color: str, icc: bytes) -> tuple[float, float, float, float]:
    """Give the shares of cyan, magenta, yellow and black of a colour."""
    if color.lower() == RED:
        return 0.0, 0.8, 0.8, 0.0
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    if max(red, green, blue) - min(red, green, blue) <= GREY:
        return 0.0, 0.0, 0.0, round(1 - (red + green + blue) / 765, 4)
    return _converted((red, green, blue), icc)


def _converted(rgb: tuple[int, int, int], icc: bytes) -> tuple[float, float, float, float]:
    from PIL import Image, ImageCms

    try:
        turn = ImageCms.buildTransform(
            BytesIO(srgb()), BytesIO(icc), "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC
        )
        turned = ImageCms.applyTransform(Image.new("RGB", (1, 1), rgb), turn)
    except (OSError, ImageCms.PyCMSError) as error:
        raise PartError(f"the profile given with --icc cannot be used ({error}); give another", "icc.invalid") from None
    assert turned is not None
    cyan, magenta, yellow, black = (round(share / 255, 4) for share in turned.tobytes())
    return cyan, magenta, yellow, black
