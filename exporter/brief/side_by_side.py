"""Number passages, choose those that stand beside their English, and count what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from exporter.brief.options import Languages
from exporter.brief.phrases import in_turn, noted, words
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


def set_out(
    pairs: Sequence[Pair], most: int, languages: Languages, weights: Sequence[int] | None = None
) -> Iterator[Block]:
    """Give `most` passages, those that weigh most, in their order; say in a quiet line which have no English.

    Where some of them have none, these say so beside them; where many have none, the two languages stand as two lists
    below each other, each behind the report's numbers. A brief in English alone has those in English. `weights`: the
    rank of each, the first without them.
    """
    shown = shown_of(pairs, most, languages, weights)
    lists = languages == "zh-en" and any(not one.en for one in shown) and all(map(_may_be_listed, shown))
    level = lists and 3 * sum(bool(one.en) for one in shown) >= 2 * len(shown)
    yield from _level(shown) if level else _two_lists(shown) if lists else shown
    if note := counted(pairs, shown, languages, told=level):
        yield note


def shown_of(
    pairs: Sequence[Pair], most: int, languages: Languages, weights: Sequence[int] | None = None
) -> tuple[Pair, ...]:
    """Give the passages that stand in a brief that has room for `most`: in English, none without before one with it."""
    rank, english = weights or range(len(pairs)), languages == "en"
    ranked = sorted(range(len(pairs)), key=lambda at: (english and pairs[at].status == "untranslated", rank[at]))
    return tuple(pairs[at] for at in sorted(ranked[:most]))


def _may_be_listed(pair: Pair) -> bool:
    """Tell whether a passage is a line of a list, its English proved or missing."""
    return pair.status not in WARNED and all(isinstance(block, Paragraph) for block in pair.zh)


def _in_chinese(pairs: Sequence[Pair], shown: Sequence[Pair]) -> list[str]:
    """Give the numbers of the passages shown that have no English."""
    held = set(map(id, shown))
    return [str(at) for at, one in enumerate(pairs, 1) if id(one) in held and not one.en]


def _level(shown: Sequence[Pair]) -> Iterator[Pair]:
    """Set passages beside their English, or beside words that say that it is missing."""
    missing = Paragraph((Run("In Chinese only"),), "note", "en")
    return (one if one.en else Pair(one.zh, (missing,), "verified") for one in shown)


def _two_lists(shown: Sequence[Pair]) -> Iterator[Block]:
    """Give the list in Chinese, then the one in English, each over both columns: neither leans on the other's lines."""
    for side in ([one.zh for one in shown], [one.en for one in shown]):
        yield from (block for blocks in side for block in blocks)


def _in_chinese_only(missing: Sequence[str], pairs: Sequence[Pair]) -> str:
    """Say which passages have no English: by their numbers, or how many where they stand behind none."""
    which = _numbers(missing) if _are_numbered(pairs) else f"{len(missing)} of {len(pairs)}"
    return f"{which} {'is' if len(missing) == 1 else 'are'} in Chinese only."


def _are_numbered(pairs: Sequence[Pair]) -> bool:
    return _runs_of(pairs[0].zh)[:1] == (_number(1),)


def _numbers(numbers: Sequence[str]) -> str:
    """Name items by their numbers: No. 5; Nos. 4, 6 and 8."""
    return f"{'Nos.' if len(numbers) > 1 else 'No.'} {in_turn(numbers)}"


def counted(pairs: Sequence[Pair], shown: Sequence[Pair], languages: Languages, told: bool = False) -> Paragraph | None:
    """Say which passages are left out, and which are in Chinese only (`told`: beside them); None for none."""
    if languages == "en":
        return _counted_in_english(pairs, shown)
    zh, en = _left_out(pairs, shown)
    lacking = _in_chinese(pairs, shown)
    if languages == "zh":
        en = ""
    elif lacking and len(lacking) == len(shown):
        en = f"{en} In Chinese only.".strip()
    elif lacking and not told:
        en = f"{en} {_in_chinese_only(lacking, pairs)}".strip()
    return noted(words(zh, f" {en}" if zh and en else en)) if zh or en else None


def _counted_in_english(pairs: Sequence[Pair], shown: Sequence[Pair]) -> Paragraph | None:
    count, missing = len(pairs), sum(not one.en for one in pairs)
    held = sum(bool(one.en) for one in shown)
    said = [f"{missing} of the report's {count} {'is' if missing == 1 else 'are'} in Chinese only."] * bool(missing)
    said += [f"Of {count - missing} in English, {held} {'is' if held == 1 else 'are'} listed."] * (
        held < count - missing
    )
    return Paragraph((Run(" ".join(said)),), "note", "en") if said else None


def _left_out(pairs: Sequence[Pair], shown: Sequence[Pair]) -> tuple[str, str]:
    """Say in both languages which of all passages do not stand here: by number where those are few."""
    held = {id(one) for one in shown}
    missing = [str(at) for at, one in enumerate(pairs, 1) if id(one) not in held]
    if not missing:
        return "", ""
    count, many = len(pairs), len(missing) > 1
    if len(missing) > NAMED or not _are_numbered(pairs):
        return f"原文共{count}项，此处列{len(shown)}项。", f"{len(shown)} of the source's {count} are listed."
    left = f"{_numbers(missing)} of the source's {count} {'are' if many else 'is'} left out."
    return f"原文共{count}项，第{'、'.join(missing)}项未列。", left


NAMED = 4
"""Numbers of passages left out that are told, at the most."""


def _runs_of(blocks: Iterable[Block]) -> Runs:
    return tuple(run for block in blocks if isinstance(block, Heading | Paragraph) for run in block.runs)


MARK = "*"
"""Stands behind what has no English."""
