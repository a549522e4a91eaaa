"""Tell the headings of boxes (专栏2　…) and the numbers inside of them from those of the text around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.readers.lines.recognisers import BOX
from exporter.readers.structure.shapes import Entry

_BOX = re.compile(BOX)


def boxed(entries: Sequence[Entry]) -> list[Entry]:
    """Give headings of boxes the kind `box`, and numbers that count on from 1 right below one the kind `boxed`."""
    done: list[Entry] = []
    inside, last = "", -1  # last: the number before, 0 right below the box, -1 outside
    for entry in entries:
        if entry.shape == "heading" and entry.number is None and _BOX.match(entry.line.text):
            entry, inside, last = replace(entry, kind="box"), "", 0
        elif entry.shape in ("heading", "run_in") and last >= 0:
            goes_on = entry.number and entry.number.value == last + 1 and entry.kind == (inside or entry.kind)
            inside, last = (entry.kind, last + 1) if goes_on else ("", -1)
            entry = replace(entry, kind="boxed") if goes_on else entry
        done.append(entry)
    return done
