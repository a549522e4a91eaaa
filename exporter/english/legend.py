"""Say in a document of two languages what its marks mean, and how much of it has English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from exporter.english.shown import STATUSES, Shown
from exporter.model import EnglishStatus, Paragraph, Run

MARK = "*"
LEFT_OUT = "[…]"
"""Stands in a passage's English where sentences of it have none, so that what is there is not taken for the whole."""


def legend(own: Sequence[Shown]) -> Iterator[Paragraph]:
    """Say what the marks mean, and how much has English."""
    whole = sum(one.is_whole for one in own)
    chinese = (*_SIGNS_ZH, Run(f"全文{len(own)}处，有英文的{whole}处。"))
    english = Run(f"{_SIGNS} {whole} of {len(own)} passages are in English.")
    yield Paragraph(chinese, "status")
    yield Paragraph((english,), "status", lang="en")


_SIGNS_ZH = (Run(f"{MARK}：尚无英文；"), Run(LEFT_OUT, lang="en"), Run("：此处中文未译。"))
_SIGNS = f"{MARK}: not yet in English; {LEFT_OUT}: part of the Chinese that is not translated."


def tally(own: Sequence[Shown]) -> Iterator[Paragraph]:
    """Count what has English, by who said it, and what has none."""
    whole = Counter(one.status for one in own if one.is_whole)
    partly = sum(one.is_said and not one.is_whole for one in own)
    kinds = [f"{whole[status]} {_WHO[status]}" for status in STATUSES if whole[status]]
    none = len(own) - whole.total() - partly
    cells = any(one.segment.kind == "term" for one in own)
    counted = "headings, sentences, and table cells" if cells else "headings and sentences"
    chinese = (
        f"全文标题、句子{'和表格单元' * cells}{len(own)}处，有英文的{whole.total()}处，部分有英文的{partly}处，"
        f"其余{none}处只有中文（{MARK}、{LEFT_OUT}）。"
    )
    english = (
        f"Of {len(own)} {counted}, {whole.total()} have English "
        f"({'; '.join(kinds) or 'none'}), {partly} have some; {none} are in Chinese only ({MARK}, {LEFT_OUT})."
    )
    yield Paragraph((Run(chinese),), "status")
    yield Paragraph((Run(english),), "status", lang="en")


_WHO: Mapping[EnglishStatus, str] = {
    "verified": "verified, that is rendered by rule, with every word and figure traced to the Chinese",
    "reviewed": "approved by a person",
    "machine": "from a translator, with figures and terms checked but not the meaning",
}
