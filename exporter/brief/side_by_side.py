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


def some_of(pairs: Sequence[Pair], most: int) -> tuple[Pair, ...]:
    """Give so many passages in their order: what has English is not left out for what has none."""
    ranked = sorted(range(len(pairs)), key=lambda at: (pairs[at].status == "untranslated", at))
    return tuple(pairs[at] for at in sorted(ranked[:most]))


def counted(pairs: Sequence[Pair], shown: Sequence[Pair], languages: Languages) -> Paragraph | None:
    """Say how many of all passages stand here, and how many of all have no English yet; None where nothing lacks.

    What lacks is counted of all that the report has, so that briefs with more and with less room say the same.
    """
    count, missing = len(pairs), sum(one.status == "untranslated" for one in pairs)
    held = sum(one.status != "untranslated" for one in shown)
    if languages == "en":
        said = [f"Left out: {missing} of {count} {_have(missing)} no English yet."] * bool(missing)
        said += [f"Of {count - missing} in English, {held} {'stands' if held == 1 else 'stand'} here."] * (
            held < count - missing
        )
        return Paragraph((Run(" ".join(said)),), "note", "en") if said else None
    marked = any(one.status == "untranslated" for one in shown)
    lacks_zh, lacks_en = _lacking(count, missing, marked) if languages == "zh-en" else ("", "")
    zh = [f"原文共{count}项，此处列{len(shown)}项"] * (len(shown) < count) + [lacks_zh] * bool(lacks_zh)
    en = [f"{len(shown)} of the source's {count} stand here"] * (len(shown) < count) + [lacks_en] * bool(lacks_en)
    if not zh:
        return None
    english = (Run(f" {'; '.join(en)}.", lang="en"),) if languages == "zh-en" else ()
    return Paragraph((Run("；".join(zh) + "。"), *english), "note")


def _lacking(count: int, missing: int, marked: bool) -> tuple[str, str]:
    """Say in both languages how many of so many have no English: all, or some; `marked`: some of them stand here."""
    if not missing:
        return "", ""
    sign, star = ("（*）", "*: ") if marked else ("", "")
    if missing == count:
        return f"{count}项均尚无英文{sign}", f"{star}none of the {count} has English yet"
    return f"{count}项中{missing}项尚无英文{sign}", f"{star}{missing} of {count} {_have(missing)} no English yet"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def _numbered(pairs: Sequence[Pair], abreast: bool) -> Iterator[Block]:
    """Set passages side by side, a row each or under the same numbers; mark what has no English."""
    if abreast:
        yield from pairs
        return
    zh = [_item(at, one.zh, "" if one.en else f" {MARK}") for at, one in enumerate(pairs, 1)]
    en = [_item(at, one.en, WARNED.get(one.status, "")) for at, one in enumerate(pairs, 1) if one.en]
    left, right = (Paragraph(runs) for runs in zh), (Paragraph(runs, lang="en") for runs in en)
    yield Pair(tuple(left), tuple(right), "verified")


MARK = "*"
"""Stands behind what has no English."""


def _item(number: int, blocks: Iterable[Block], behind: str) -> Runs:
    runs = (run for block in blocks if isinstance(block, Heading | Paragraph) for run in block.runs)
    return (Run(f"{number} ", "strong"), *runs, *([Run(behind)] if behind else []))


def _run_on(items: Sequence[Runs], stop: str) -> Runs:
    return tuple(run for at, runs in enumerate(items) for run in ((Run(stop), *runs) if at else runs))
