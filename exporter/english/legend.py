"""Say in a document of two languages what its marks mean, and how much of it has English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from exporter.english.grammar.in_part import LEFT_OUT
from exporter.english.shown import STATUSES, Shown
from exporter.model import EnglishStatus, Paragraph, Run

MARK = "*"


def legend(own: Sequence[Shown]) -> Iterator[Paragraph]:
    """Say how much has English, and by which mark one sees what has not."""
    whole, partly, none = _amounts(own)
    chinese = [Run(f"全文{len(own)}处：{whole}处有英文")]
    english = [f"Of {len(own)} passages, {whole} are in English"]
    if partly:
        chinese += [Run(f"，{partly}处译出部分（"), Run(LEFT_OUT, lang="en"), Run("：此处未译）")]
        english.append(f"{partly} in part ({LEFT_OUT}: not translated)")
    if none:
        chinese.append(Run(f"，{none}处暂无英文（以{MARK}结尾）"))
        english.append(f"{none} in Chinese only (ending in {MARK})")
    yield Paragraph((*chinese, Run("。")), "status")
    yield Paragraph((Run(", ".join(english) + "."),), "status", lang="en")


def tally(own: Sequence[Shown]) -> Iterator[Paragraph]:
    """Count what has English, by who said it, and what has none."""
    whole, partly, none = _amounts(own)
    said = Counter(one.status for one in own if one.is_whole)
    kinds = [f"{said[status]} {_WHO[status]}" for status in STATUSES if said[status]]
    cells = any(one.segment.kind == "term" for one in own)
    counted = "headings, sentences, and table cells" if cells else "headings and sentences"
    chinese = [f"{whole}处有英文", *_said(partly, "处译出部分"), *_said(none, "处只有中文")]
    english = [
        f"{whole} have English" + (f" ({'; '.join(kinds)})" if kinds else ""),
        *_said(partly, " have some"),
        *_said(none, " are in Chinese only"),
    ]
    yield Paragraph((Run(f"全文标题、句子{'和表格单元' * cells}{len(own)}处：{'，'.join(chinese)}。"),), "status")
    yield Paragraph((Run(f"Of {len(own)} {counted}, {'; '.join(english)}."),), "status", lang="en")


def _amounts(own: Sequence[Shown]) -> tuple[int, int, int]:
    """Count what is in English, what is in part, and what is not."""
    whole, said = sum(one.is_whole for one in own), sum(one.is_said for one in own)
    return whole, said - whole, len(own) - said


def _said(amount: int, what: str) -> Iterator[str]:
    if amount:
        yield f"{amount}{what}"


_WHO: Mapping[EnglishStatus, str] = {
    "verified": "rendered by rule, each figure checked against the Chinese",
    "reviewed": "approved by a person",
    "machine": "from a translator, with figures and terms checked but not the meaning",
}
