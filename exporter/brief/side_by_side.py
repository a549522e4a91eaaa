"""Number passages, choose those that stand beside their English, and count what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from exporter.brief.options import Languages
from exporter.brief.phrases import in_turn
from exporter.model import Block, EnglishStatus, Heading, Pair, Paragraph, Run, Runs, lines_of

WARNED: Mapping[EnglishStatus, str] = {"draft": " [draft translation]", "machine": " [machine translation]"}
"""What stands behind English that nobody has proved."""


def beside(part: Iterable[Block]) -> Iterator[Block]:
    """Give the blocks of a section; short passages of which none has English run on over both columns."""
    for paired, group in groupby(part, lambda block: isinstance(block, Pair)):
        if not paired:
            yield from group
            continue
        pairs = [block for block in group if isinstance(block, Pair)]
        yield from [_bare(pairs)] if _is_short(pairs) else pairs


def numbered(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Set before each passage its number among all of its list, in each language."""
    return tuple(
        replace(one, zh=_behind_number(at, one.zh), en=_behind_number(at, one.en)) for at, one in enumerate(pairs, 1)
    )


def _behind_number(number: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    first, *rest = blocks or (None,)
    if not isinstance(first, Heading | Paragraph):
        return tuple(blocks)
    return (replace(first, runs=(_number(number), *first.runs)), *rest)


def _number(number: int) -> Run:
    return Run(f"{number} ", "strong")


SHORT, FEW = 20, 2
"""Characters of passages, on average, and passages, up to which they stand a line each though none has English."""


def _is_short(pairs: Sequence[Pair]) -> bool:
    lone = len(pairs) > FEW and all(one.status == "untranslated" for one in pairs)
    return lone and sum(len(line) for one in pairs for block in one.zh for line in lines_of(block)) <= SHORT * len(
        pairs
    )


def _bare(pairs: Sequence[Pair]) -> Pair:
    """Set short passages of which none has English as one paragraph over both columns."""
    runs = [run for one in pairs for run in (Run("；"), *_runs_of(one.zh))]
    return Pair((Paragraph(tuple(runs[1:])),), (), "untranslated")


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
    out_zh, out_en = _left_out(pairs, shown)
    zh, en = ([said for said in both if said] for both in ((out_zh, lacks_zh), (out_en, lacks_en)))
    if not zh:
        return None
    english = (Run(f" {'; '.join(en)}.", lang="en"),) if languages == "zh-en" else ()
    return Paragraph((Run("；".join(zh) + "。"), *english), "note")


def _left_out(pairs: Sequence[Pair], shown: Sequence[Pair]) -> tuple[str, str]:
    """Say in both languages which of all passages do not stand here, by their numbers where those are few."""
    held = {id(one) for one in shown}
    missing = [str(at) for at, one in enumerate(pairs, 1) if id(one) not in held]
    if not missing:
        return "", ""
    count, many = len(pairs), len(missing) > 1
    if len(missing) > NAMED or _runs_of(pairs[0].zh)[:1] != (_number(1),):
        return f"原文共{count}项，此处列{len(shown)}项", f"{len(shown)} of the source's {count} stand here"
    left = f"{'Nos.' if many else 'No.'} {in_turn(missing)} of the source's {count} {'are' if many else 'is'} left out"
    return f"原文共{count}项，第{'、'.join(missing)}项未列", left


NAMED = 4
"""Numbers of passages left out that are told, at the most."""


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


def _runs_of(blocks: Iterable[Block]) -> Runs:
    return tuple(run for block in blocks if isinstance(block, Heading | Paragraph) for run in block.runs)


MARK = "*"
"""Stands behind what has no English."""
