"""Draw targets against results, for the pairs that can be compared; say why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporter.facts.pairs import FactPair
from exporter.model import Block, Chart, Paragraph, Run, Series

MAX_BARS = 6


def growth_chart(pairs: Sequence[FactPair], years: tuple[str, str]) -> Chart | None:
    """Chart the growth reached against the growth aimed at; None with fewer than two comparable pairs.

    `years` are the year reviewed and the year planned. Values are percent, as stated.
    """
    shown = [pair for pair in pairs if pair.comparable and _growth(pair)][:MAX_BARS]
    if len(shown) < 2:
        return None
    names = tuple(f"{pair.result.indicator} {_capital(pair.result.indicator_en or '')}" for pair in shown)
    return Chart(
        "bar",
        names,
        (
            Series(f"{years[0]}年完成 {years[0]} result", tuple(pair.result.change for pair in shown)),
            Series(f"{years[1]}年目标 {years[1]} target", tuple(pair.target.change for pair in shown)),
        ),
        "%",
        (Run("增速：完成与目标"), Run("  Growth: result and target", lang="en")),
        "；".join(f"{pair.result.indicator}：完成{pair.result.change}%，目标{pair.target.change}%" for pair in shown),
    )


def not_compared(pairs: Iterable[FactPair]) -> tuple[Block, ...]:
    """Name the pairs that stay out of the chart, with the reason, in one note; nothing where there are none."""
    left_out = [pair for pair in pairs if not pair.comparable]
    if not left_out:
        return ()
    reasons = dict.fromkeys(f"{pair.target.indicator}（{pair.reason}）" for pair in left_out)
    names = dict.fromkeys(pair.target.indicator_en or "" for pair in left_out)
    said = f"Not in the chart, because target and result do not measure the same: {'; '.join(names)}."
    return (
        Paragraph((Run("未列入图中：" + "；".join(reasons) + "。"),), "note"),
        Paragraph((Run(said),), "note", "en"),
    )


def _growth(pair: FactPair) -> bool:
    return pair.result.change_kind == pair.target.change_kind == "percent"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
