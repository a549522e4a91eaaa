"""Set passages of which some have no English as a paragraph in each language, numbered; count what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from exporter.brief.options import Languages
from exporter.model import Block, EnglishStatus, Heading, Pair, Paragraph, Run, Runs, lines_of

WARNED: Mapping[EnglishStatus, str] = {"draft": " [draft translation]", "machine": " [machine translation]"}
"""What stands behind English that nobody has proved."""


def beside(part: Iterable[Block], abreast: bool = True) -> Iterator[Block]:
    """Give the blocks of a section; pairs of which some have no English `abreast`, or as a pair of numbered lists."""
    for paired, group in groupby(part, lambda block: isinstance(block, Pair)):
        if not paired:
            yield from group
            continue
        pairs = [block for block in group if isinstance(block, Pair)]
        some = any(one.en for one in pairs) and any(one.status == "untranslated" for one in pairs)
        yield from _numbered(pairs, abreast) if some else [_bare(pairs)] if _is_short(pairs) else pairs


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


def counted(pairs: Sequence[Pair], shown: int, languages: Languages) -> Paragraph | None:
    """Say how many of all passages have no English yet, and how many of them stand here; None where nothing lacks.

    What lacks is counted of all that the report has, so that briefs with more and with less room say the same.
    """
    count, missing = len(pairs), sum(one.status == "untranslated" for one in pairs)
    held = sum(one.status != "untranslated" for one in pairs[:shown])
    lacks_zh, lacks_en = f"* {count}项中{missing}项尚无英文。", f"{missing} of {count} {_have(missing)} no English yet."
    here = f"The source has {count}, of which {shown} {'stands' if shown == 1 else 'stand'} here."
    if languages == "en":
        said = [f"Left out: {lacks_en}"] * bool(missing)
        said += [f"Of {count - missing} in English, {held} {'stands' if held == 1 else 'stand'} here."] * (
            held < count - missing
        )
        return Paragraph((Run(" ".join(said)),), "note", "en") if said else None
    zh = [lacks_zh] * bool(missing and languages == "zh-en") + [f"原文共{count}项，此处列{shown}项。"] * (shown < count)
    en = [lacks_en] * bool(missing) + [here] * (shown < count)
    if not zh:
        return None
    english = (Run(f" {' '.join(en)}", lang="en"),) if languages == "zh-en" else ()
    return Paragraph((Run("".join(zh)), *english), "note")


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def _numbered(pairs: Sequence[Pair], abreast: bool) -> Iterator[Block]:
    """Set passages side by side where most have English, a row each or under the same numbers; mark what has none.

    Where few have, each language runs on over the whole width: one column would stand empty.
    """
    most = 2 * sum(not one.en for one in pairs) <= len(pairs)
    if most and abreast:
        yield from pairs
        return
    zh = [_item(at, one.zh, "" if one.en else f" {MARK}") for at, one in enumerate(pairs, 1)]
    en = [_item(at, one.en, WARNED.get(one.status, "")) for at, one in enumerate(pairs, 1) if one.en]
    if most:
        left, right = (Paragraph(runs) for runs in zh), (Paragraph(runs, lang="en") for runs in en)
        yield Pair(tuple(left), tuple(right), "verified")
        return
    yield Paragraph(_run_on(zh, "；"))
    yield Paragraph(_run_on(en, "; "), lang="en")


MARK = "*"
"""Stands behind what has no English."""


def _item(number: int, blocks: Iterable[Block], behind: str) -> Runs:
    runs = (run for block in blocks if isinstance(block, Heading | Paragraph) for run in block.runs)
    return (Run(f"{number} ", "strong"), *runs, *([Run(behind)] if behind else []))


def _run_on(items: Sequence[Runs], stop: str) -> Runs:
    return tuple(run for at, runs in enumerate(items) for run in ((Run(stop), *runs) if at else runs))
