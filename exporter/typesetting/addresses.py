"""Break addresses of the web at their joints, and nowhere else."""

from __future__ import annotations

import re

from exporter.typesetting.break_classes import POOR


def at_joints(text: str, breaks: bytearray) -> bytearray:
    """Let an address be broken behind a solidus, a dot, a question mark and the like between letters.

    `breaks` holds for each character what the place before it is to a line break. An address without a joint stays as
    it is.
    """
    for address in _ADDRESS.finditer(text) if "://" in text or "www." in text else ():
        joints = [found.start() for found in _JOINT.finditer(text, *address.span())]
        if joints:
            breaks[address.start() + 1 : address.end()] = bytes(address.end() - address.start() - 1)
        for at in joints:
            breaks[at] = POOR
    return breaks


_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|\bwww\.)[!-~]+", re.IGNORECASE | re.ASCII)
_JOINT = re.compile(r"(?<=[A-Za-z0-9][/.?&=#_])(?=[A-Za-z0-9]{2})")
