"""Place the closing lines of an official document as GB/T 9704-2012 does: signature, date, attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.model import Block, Paragraph, plain
from exporter.renderers.word.markup import PT
from exporter.renderers.word.sizes import ems
from exporter.style import Style, TextStyle


def closing_indents(blocks: Sequence[Block], style: Style) -> dict[int, str]:
    """Give the paragraph properties of each signature and its date, by `id` of the block.

    The three cases of 7.3.5: without a seal the date starts 2 characters right of the name; with
    a seal the name is centred on the date, which ends 4 characters before the edge; with a
    signature stamp both end 4 characters before it.
    """
    found: dict[int, str] = {}
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if not _is(block, "signature"):
            continue
        before = f'<w:spacing w:before="{round(style.text["signature"].line * PT)}"/>'
        if after is not None and _is(after, "date"):
            name, date = _ends(ems(_text(block)), ems(_text(after)), style)
            found[id(block)] = before + _right(name, style)
            found[id(after)] = _right(date, style)
    return found


def turnover(text: str, letters: TextStyle) -> str:
    """Indent an attachment line so that its second line begins under the first character of the name (7.3.4)."""
    found = re.match(r"(附件[:：]\s{0,4})?(\d{1,3}[.．、]\s{0,4})?", text)
    label, number = (found[1] or "", found[2] or "") if found else ("", "")
    shown = ems(label + number)
    left = 2 + (shown if label else shown + 3)
    hanging = shown
    em = (letters.size + letters.tracking) * PT
    spacing = f'<w:spacing w:before="{round(letters.line * PT)}"/>' if label else ""
    return (
        f'{spacing}<w:ind w:leftChars="{round(left * 100)}" w:left="{round(left * em)}" '
        f'w:hangingChars="{round(hanging * 100)}" w:hanging="{round(hanging * em)}"/>'
    )


def _ends(name: float, date: float, style: Style) -> tuple[float, float]:
    """Give the right indents of name and date in characters."""
    if style.seal == "sealed":
        return 4 + (date - name) / 2, 4.0
    if style.seal == "stamp":
        return 4.0, 4.0
    if name - date >= 2:
        return 2.0, name - date
    return 4 + date - name, 2.0


def _right(characters: float, style: Style) -> str:
    letters = style.text["signature"]
    value = max(0.0, characters)
    return (
        f'<w:ind w:rightChars="{round(value * 100)}" '
        f'w:right="{round(value * (letters.size + letters.tracking) * PT)}"/><w:jc w:val="right"/>'
    )


def _is(block: Block, role: str) -> bool:
    return isinstance(block, Paragraph) and block.role == role


def _text(block: Block) -> str:
    return plain(block.runs).strip() if isinstance(block, Paragraph) else ""
