"""Tabulate what became of last year's targets: what was set, what came of it, and by how much it differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exporter.brief.english_wording import change_sign
from exporter.brief.names import name_en, name_zh
from exporter.brief.options import Languages
from exporter.brief.phrases import Said, joined, listed, noted, paired, words
from exporter.brief.places import places_in
from exporter.brief.promises import Outcome, Verdict
from exporter.brief.tables import cell_of, row_of, scoped_en, scoped_zh, widths_of
from exporter.brief.wording import digits, figure_zh
from exporter.model import BOUND_SIGNS, Block, Cell, Document, Fact, Run, Table


def what_became(ended: Sequence[Outcome], previous: Document | None, languages: Languages) -> Iterator[Block]:
    """Tabulate what was set, what came of it and by how much it differs; then name what cannot be compared.

    Their places in last year's report, where that is given, are named: its figures have no notes of their own here.
    """
    told = [one for one in ended if one.verdict != "open"]
    if told:
        head = row_of(("指标", "Indicator", "上年目标 Target", "完成 Result", "结果", "Outcome"), left=(0, 1, 4, 5))
        rows = (tuple(_outcome(one, languages)) for one in told)
        yield Table((head, *rows), widths=widths_of(30, 43, 26, 24, 25, 26))
    missing = [one.target for one in ended if one.verdict == "open"]
    if missing:
        names = listed([words(name_zh(fact), name_en(fact)) for fact in missing])
        label = Said((Run("未列可比数", "strong"), Run("　")), (Run("No comparable figure", "strong"), Run("  ")))
        yield paired(joined(label, names, words("。", ".")))
    if previous is not None:
        yield _found_in(previous, [one.target for one in ended])


def _found_in(previous: Document, facts: Iterable[Fact]) -> Block:
    """Say where last year's report states its targets."""
    starts = sorted(fact.span.start for fact in facts)
    places = dict.fromkeys(map(places_in(previous).of, starts))
    zh, en = "；".join(zh for zh, _ in places), "; ".join(en for _, en in places)
    return noted(words(f"上年目标见上年报告：{zh}。", f" Last year's targets stand in last year's report: {en}."))


def _outcome(one: Outcome, languages: Languages) -> Iterator[Cell]:
    growth = one.target.value is None
    zh, en = _verdict(one, growth)
    yield cell_of(scoped_zh(one.target))
    yield cell_of(scoped_en(one.target), lang="en")
    yield cell_of(_signed(one.target, growth, languages), "right", one.target if one.told_here else None)
    yield cell_of(_signed(one.result, growth, languages) if one.result else "—", "right", one.result)
    yield cell_of(zh)
    yield cell_of(en, lang="en")


def _signed(fact: Fact, growth: bool, languages: Languages) -> str:
    """Write a growth with its sign and bound, or a value in the languages asked for."""
    if fact.unit == "%" and fact.number is not None:
        return f"{BOUND_SIGNS.get(fact.bound, '')}{digits(fact.number)}%"
    if growth and fact.change is not None:
        return change_sign(fact)
    said = {"zh": (figure_zh(fact),), "en": (fact.value_en or "",)}.get(
        languages, (figure_zh(fact), fact.value_en or "")
    )
    return " ".join(said)


def _verdict(one: Outcome, growth: bool) -> tuple[str, str]:
    zh, en = _VERDICTS[one.verdict]
    if zh and one.result is not None and one.result.kind == "estimate":
        zh, en = f"预计{zh}", f"{en} (estimate)"
    if one.verdict == "open" or not one.by or not (growth or one.target.unit == "%"):
        return zh, en
    by = digits(abs(one.by))
    way_zh, way_en = ("高", "higher") if one.by > 0 else ("低", "lower")
    return f"{zh}{'，' if zh else ''}{way_zh}{by}个百分点", f"{en}{', ' if en else ''}{by} pp {way_en}"


_VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    "reached": ("达到", "reached"),
    "missed": ("未达到", "missed"),
    "differs": ("", ""),
    "open": ("", ""),
}
