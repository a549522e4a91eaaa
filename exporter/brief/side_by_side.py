"""Set passages of which some have no English as a paragraph in each language, numbered, and count what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from exporter.brief.options import Languages
from exporter.model import Block, EnglishStatus, Heading, Pair, Paragraph, Run, Runs, lines_of

WARNED: Mapping[EnglishStatus, str] = {"draft": " [draft translation]", "machine": " [machine translation]"}
"""What stands behind English that nobody has proved."""


def beside(part: Iterable[Block]) -> Iterator[Block]:
    """Give the blocks of a section; pairs of which some have no English as one pair of numbered lists."""
    for paired, group in groupby(part, lambda block: isinstance(block, Pair)):
        if not paired:
            yield from group
            continue
        pairs = [block for block in group if isinstance(block, Pair)]
        some = any(one.en for one in pairs) and any(one.status == "untranslated" for one in pairs)
        yield from [_numbered(pairs)] if some else [_bare(pairs)] if _is_short(pairs) else pairs
        if not some and (note := counted(pairs, "zh-en")):
            yield note


SHORT, FEW = 20, 2
"""Characters of passages, on average, and passages, up to which they stand a line each though none has English."""


def _is_short(pairs: Sequence[Pair]) -> bool:
    lone = len(pairs) > FEW and all(one.status == "untranslated" for one in pairs)
    return lone and sum(len(line) for one in pairs for block in one.zh for line in lines_of(block)) <= SHORT * len(
        pairs
    )


def _bare(pairs: Sequence[Pair]) -> Pair:
    """Set short passages of which none has English as one paragraph over both columns."""
    runs = _run_on([_item(at, one.zh, "") for at, one in enumerate(pairs, 1)], "；")
    return Pair((Paragraph(runs),), (), "untranslated")


def counted(pairs: Sequence[Pair], languages: Languages) -> Paragraph | None:
    """Say how many passages have no English; None where all have."""
    missing = sum(one.status == "untranslated" for one in pairs)
    if not missing:
        return None
    english = _missing(missing, len(pairs))
    if languages == "en":
        return Paragraph((Run(f"Left out: {english}"),), "note", "en")
    return Paragraph((Run(f"* {len(pairs)}项中{missing}项尚无英文。"), Run(f" {english}", lang="en")), "note")


def _missing(missing: int, count: int) -> str:
    have = "has" if missing == 1 else "have"
    return f"{missing} of {count} {have} no English yet: name a translator or review them."


def _numbered(pairs: Sequence[Pair]) -> Pair:
    """Set the passages as a list in each language under the same numbers: a line each where most have English."""
    missing = sum(not one.en for one in pairs)
    zh = [_item(at, one.zh, "") for at, one in enumerate(pairs, 1)]
    en = [_item(at, one.en, WARNED.get(one.status, "")) for at, one in enumerate(pairs, 1) if one.en]
    told = Paragraph((Run(_missing(missing, len(pairs))),), "note", "en")
    lines = 2 * missing <= len(pairs)
    left = [Paragraph(runs) for runs in zh] if lines else [Paragraph(_run_on(zh, "；"))]
    right = [Paragraph(runs, lang="en") for runs in en] if lines else [Paragraph(_run_on(en, "; "), lang="en")]
    return Pair(tuple(left), (*right, told), "verified")


def _item(number: int, blocks: Iterable[Block], warning: str) -> Runs:
    runs = (run for block in blocks if isinstance(block, Heading | Paragraph) for run in block.runs)
    return (Run(f"{number} ", "strong"), *runs, *([Run(warning)] if warning else []))


def _run_on(items: Sequence[Runs], stop: str) -> Runs:
    return tuple(run for at, runs in enumerate(items) for run in ((Run(stop), *runs) if at else runs))
