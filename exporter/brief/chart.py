"""Draw targets against results, for the pairs that can be compared; say why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from exporter.brief.choose import is_yearly
from exporter.brief.languages import label, language_of
from exporter.brief.options import Languages
from exporter.facts.data.pairs import FactPair
from exporter.model import Block, Chart, Paragraph, Run, Series


def growth_chart(
    pairs: Sequence[FactPair], years: tuple[str, str], most: int = 7, languages: Languages = "zh-en"
) -> Chart | None:
    """Chart the growth reached against the growth aimed at, with rates where growths are few.

    None with fewer than two pairs that compare. `years` are the year reviewed and the year planned;
    values are percent, as stated.
    """
    shown = charted(pairs, years)[:most]
    if len(shown) < 2:
        return None
    names = tuple(label(pair.target.indicator, _capital(pair.target.indicator_en or ""), languages) for pair in shown)
    values = [(_value(pair, result=True), _value(pair, result=False)) for pair in shown]
    return Chart(
        "bar",
        names,
        (
            Series(label(f"{years[0]}年完成", f"{years[0]} result", languages), tuple(result for result, _ in values)),
            Series(label(f"{years[1]}年目标", f"{years[1]} target", languages), tuple(target for _, target in values)),
        ),
        "%",
        (),
        _in_words(names if languages == "en" else [pair.target.indicator for pair in shown], values, languages),
        language_of(languages),
    )


def _in_words(
    names: Sequence[str], values: Sequence[tuple[Decimal | None, Decimal | None]], languages: Languages
) -> str:
    both = zip(names, values, strict=True)
    if languages == "en":
        return "; ".join(f"{name}: result {result}%, target {target}%" for name, (result, target) in both)
    return "；".join(f"{name}：完成{result}%，目标{target}%" for name, (result, target) in both)


def heading(pairs: Iterable[FactPair], years: tuple[str, str]) -> tuple[str, str]:
    """Say what the chart holds up against each other."""
    if all(_is_growth(pair) for pair in charted(pairs, years)):
        return "增速：完成与目标", "Growth: result and target"
    return "增速与比率：完成与目标", "Growth and rates: result and target"


def charted(pairs: Iterable[FactPair], years: tuple[str, str]) -> tuple[FactPair, ...]:
    """Give the pairs that may stand in one chart: comparable, of the two years, all in percent."""
    alike = [pair for pair in pairs if not why_not(pair, years)]
    grown = [pair for pair in alike if _is_growth(pair)]
    return tuple(grown if len(grown) > 1 else alike)


def not_compared(pairs: Iterable[FactPair], years: tuple[str, str]) -> tuple[Block, ...]:
    """Name the pairs that stay out of the chart, each with the reason, in both languages; nothing for none."""
    reasons: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for pair in pairs:
        why = why_not(pair, years)
        if why:
            reasons.setdefault(why, {})[pair.target.indicator, pair.target.indicator_en or ""] = None
    if not reasons:
        return ()
    zh = "；".join(f"{'、'.join(name for name, _ in names)}（{why}）" for (why, _), names in reasons.items())
    en = "; ".join(f"{', '.join(name for _, name in names)} ({why})" for (_, why), names in reasons.items())
    return Paragraph((Run(f"未列入图中：{zh}。"),), "note"), Paragraph((Run(f"Not in the chart: {en}."),), "note", "en")


def why_not(pair: FactPair, years: tuple[str, str]) -> tuple[str, str] | None:
    """Say in both languages why a target and a result do not stand in a chart; None where they do."""
    if not pair.comparable:
        return next((said for part, said in _REASONS if part in pair.reason), _REASONS[-1][1])
    if pair.target.period != years[1] or pair.result.period != years[0] or not is_yearly(pair.result):
        return "目标期与完成期长短不一", "target and result cover periods of different length"
    if pair.target.upper is not None or pair.result.upper is not None:
        return "为区间，见表", "stated as a range; see the tables"
    if not _is_growth(pair) and not _is_rate(pair):
        return "为绝对数，单位不一，见表", "stated as amounts, in units of their own; see the tables"
    return None


_REASONS = (
    ("增长率", ("一为增长率，一为绝对数", "one is a growth rate, the other an amount")),
    ("新增", ("一为当年新增，一为总量", "one counts what was added, the other the total")),
    ("目标为", ("目标与完成数不是同一指标", "target and result are of different indicators")),
    ("范围", ("范围不同", "target and result differ in scope")),
    ("", ("口径不同", "not measured alike")),
)


def _value(pair: FactPair, result: bool) -> Decimal | None:
    fact = pair.result if result else pair.target
    return fact.change if _is_growth(pair) else fact.number


def _is_growth(pair: FactPair) -> bool:
    return pair.result.change_kind == pair.target.change_kind == "percent"


def _is_rate(pair: FactPair) -> bool:
    return pair.result.unit == pair.target.unit == "%" and pair.result.number is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
