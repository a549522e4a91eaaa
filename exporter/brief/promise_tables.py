"""Tabulate promises: targets beside last year's results."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from exporter.brief.comparing import compared, is_growth
from exporter.brief.english_wording import MINUS, size_en
from exporter.brief.names import name_zh, says_its_deed
from exporter.brief.phrases import Said, joined, lower_first, noted, of, paired, words
from exporter.brief.places import Places
from exporter.brief.subjects import official
from exporter.brief.tables import cell_of, fitted, row_of, scoped_en, scoped_zh
from exporter.brief.wording import figure_zh, reckoning_of, size_zh, strives_first, unchanged, way_zh
from exporter.facts.data.pairs import FactPair
from exporter.model import Block, Cell, Fact, Paragraph, Row, Run, Table

Years: TypeAlias = tuple[str, str]
"""Of the results and of the targets, as printed."""
FEWEST, SHARE = 2, 2
"""Targets with a result beside them, and of how many targets one has, that make a column of results."""


def promises(
    targets: Sequence[Fact],
    main: Container[str],
    later: Sequence[Fact],
    pairs: Iterable[FactPair],
    years: Years,
    most_later: int = 6,
    drawn: Container[str] = (),
    rest: Sequence[Fact] = (),
) -> Iterator[Block]:
    """Tabulate targets with the results that compare with them, Chinese on the left, English on the right.

    `years` are those of the results and of the targets. The report's `main` targets (by their ids) have a row
    each; where it calls none so, those beside which a result stands. Those `drawn` stand in a chart. The `rest` of
    the main ones, for which the table has no row, and others follow in a sentence each, then those for `later` years,
    `most_later` of them.
    """
    beside = {pair.target.id: pair for pair in pairs if compared(pair) is not None}
    rows = [fact for fact in targets if fact.id in (main or beside)] or list(targets)
    others = [fact for fact in targets if fact not in rows and fact.id not in drawn]
    rows = [fact for fact in rows if fact.id not in drawn]
    if rows:
        yield from _tabulated(rows, beside, years)
    if rest:
        yield paired(_listing(("其他主要目标", "Further main targets"), rest, years[1], beside=beside))
    if drawn or any(fact.id in beside for fact in (*rows, *rest, *others)):
        yield apart(years, dashes=_has_results(rows, beside) and any(fact.id not in beside for fact in rows))
    if others:
        yield paired(_listing(("其他目标", "Other targets"), others, years[1], beside=beside))
    yield from _by_year(later, most_later)


def _by_year(later: Sequence[Fact], most: int) -> Iterator[Block]:
    """List `most` targets for later years, those of a year, or of a stretch of years, each by themselves."""
    shown = later[:most]
    for period in dict.fromkeys(fact.period or "" for fact in shown):
        of_period, years = [fact for fact in shown if (fact.period or "") == period], period.replace("-", "–")
        label = (f"{years}年", years) if "-" in period else (f"到{years}年", f"By {years}")
        more = sum((fact.period or "") == period for fact in later) > len(of_period)
        yield paired(_listing(label, of_period, period, more))


def _tabulated(rows: Sequence[Fact], beside: Mapping[str, FactPair], years: Years) -> Iterator[Block]:
    """Tabulate targets, with a column of results where many have one; else a result stands behind its target."""
    if _has_results(rows, beside):
        yield _with_results([(fact, beside.get(fact.id)) for fact in rows], years)
        return
    head = row_of(("指标", _year(years[1], "目标"), "Indicator", f"{years[1]} target".strip()), left=(0, 2))
    yield fitted(Table((head, *(_bare(fact, years[1], beside.get(fact.id)) for fact in rows))), WITH_RESULT, SPARE)


WITH_RESULT, SPARE = 17.0, 1.0
"""em of a column of targets at the most, with results behind them, and what it has more than it needs."""


def _has_results(rows: Sequence[Fact], beside: Mapping[str, FactPair]) -> bool:
    count = sum(fact.id in beside for fact in rows)
    return count >= FEWEST and SHARE * count >= len(rows)


def _with_results(rows: Sequence[tuple[Fact, FactPair | None]], years: Years) -> Table:
    foreseen = all(pair.result.kind == "estimate" for _, pair in rows if pair)
    zh = ("指标", _year(years[0], "预计" if foreseen else "完成"), _year(years[1], "目标"))
    en = ("Indicator", f"{years[0]} {'estimate' if foreseen else 'result'}", f"{years[1]} target")
    body = (tuple(_beside(fact, pair, years[1], foreseen)) for fact, pair in rows)
    return fitted(Table((row_of((*zh, *en), left=(0, 3)), *body)))


def unlisted(facts: Sequence[Fact], place: tuple[str, str] | None, places: Places) -> Said:
    """Name the main targets that are missing, for want of proved English or of room, and where they stand; and where
    those without a figure do: at a `place` of the source.
    """
    zh, en = "", ""
    if facts:
        count, names = len(facts), [official(fact) if says_its_deed(fact) else "" for fact in facts]
        found = dict.fromkeys(places.of(fact.span.start) for fact in facts)
        at_zh, at_en = "、".join(zh for zh, _ in found), "; ".join(en for _, en in found)
        zh = f"报告的主要目标另有{count}项未列：{'、'.join(dict.fromkeys(map(name_zh, facts)))}（见原文{at_zh}）。"
        told = f": {', '.join(dict.fromkeys(names))}" if all(names) else ""
        more = f"{count} more of the report's main targets {'is' if count == 1 else 'are'} not listed"
        en = f" {more}{told} (source, {at_en})."
    if place is not None:
        zh += f"未用数字表述的主要目标见原文{place[0]}。"
        en += f" Main targets stated without a figure: source, {place[1]}."
    return words(zh, en)


def apart(years: Years, dashes: bool) -> Paragraph:
    """Say that a result and a target are of different years: one is not the measure of the other.

    `dashes`: some targets have no result beside them.
    """
    zh = f"完成数为{years[0]}年，目标数为{years[1]}年，二者不反映完成程度。" + "“—”：无可比数。" * dashes
    en = f" Results are for {years[0]} and targets for {years[1]}; they do not show whether a target was met."
    en += " —: no comparable result." * dashes
    return noted(words(zh, en))


def _year(year: str, what: str) -> str:
    return f"{year}年{what}" if year else what


def _listing(
    label: tuple[str, str],
    facts: Sequence[Fact],
    year: str,
    more: bool = False,
    beside: Mapping[str, FactPair] = MappingProxyType({}),
) -> Said:
    """List targets behind a label, each with the result `beside` it; `more` of them stand in the report."""
    said = Said((Run(label[0], "strong"), Run("　")), (Run(label[1], "strong"), Run("  ")))
    for at, fact in enumerate(facts):
        zh, en = _aim(fact, year)
        name = scoped_en(fact) if at == 0 else lower_first(scoped_en(fact))
        stop = words("；" if at else "", "; " if at else "")
        aimed = fact.id in beside and en.endswith(AIM)
        told = of(fact, strives_first(scoped_zh(fact), zh), f"{name}: {en.removesuffix(AIM) if aimed else en}")
        said = joined(said, stop, told)
        if fact.id in beside:
            said = joined(said, _was(beside[fact.id], AIM[:-1] + "; " if aimed else " ("))
    return joined(said, words("等。", "; and others.") if more else words("。", "."))


AIM = " (aim)"
"""Stands behind what is only striven for."""


def _was(pair: FactPair, opening: str) -> Said:
    """Say in brackets, that English opens so, what the year before came to."""
    zh, en = _growing(pair.result, is_growth(pair))
    period = pair.result.period
    return joined(words(f"（{period}年", opening), of(pair.result, zh, en), words("）", f" in {period})"))


def _bare(fact: Fact, year: str, pair: FactPair | None) -> Row:
    aim = _aim(fact, year)
    names = cell_of(scoped_zh(fact)), cell_of(scoped_en(fact), lang="en")
    zh, en = cell_of(aim[0], "right", fact), cell_of(aim[1], "right", fact, lang="en")
    if pair is not None:
        was = _was(pair, " (")
        zh, en = replace(zh, runs=(*zh.runs, *was.zh)), replace(en, runs=(*en.runs, *was.en))
    return names[0], zh, names[1], en


def _beside(fact: Fact, pair: FactPair | None, year: str, foreseen: bool) -> Iterator[Cell]:
    """Give the cells of a row; `foreseen`: the head of the column says already that the results are estimates."""
    aim = _aim(fact, year)
    done = replace(pair.result, kind="actual") if pair and foreseen else pair.result if pair else None
    was = _growing(done, is_growth(pair)) if pair and done else ("—", "—")
    for at, (name, lang) in enumerate(((scoped_zh(fact), None), (scoped_en(fact), "en"))):
        yield cell_of(name, lang=lang)
        yield cell_of(was[at], "right", pair.result if pair else None, lang=lang)
        yield cell_of(aim[at], "right", fact, lang=lang)


def _aim(fact: Fact, year: str) -> tuple[str, str]:
    """Say a target in both languages, with its year where that is another."""
    zh, en = _growing(fact, fact.value is None)
    if is_kept(fact):
        rise = zh.startswith("上涨") and not fact.indicator.endswith("涨幅")  # what is kept is the rise, not the index
        zh = f"{'涨幅' * rise}控制在{zh.removeprefix('上涨').removeprefix('增长')}"
        en = f"rise kept at {en.replace('+', '', 1)}" if rise else f"kept at {en}"
    other = (fact.period or "").replace("-", "–")
    return (f"{zh}（{other}）", f"{en} ({other})") if fact.period != year and other else (zh, en)


def is_kept(fact: Fact) -> bool:
    """Tell whether a report says of a target that the figure is to be kept at it: 失业率控制在5%左右."""
    return fact.kind == "target" and "控制在" in "".join(fact.quote.split())


def _growing(fact: Fact, growth: bool) -> tuple[str, str]:
    """Say a growth with its direction, or a value: 增长8%以上, +8% or more; 4.5%～5%, +4.5 to 5%."""
    if not growth or fact.change is None:
        zh, en = figure_zh(fact), _shorter(fact.value_en or "")
        en = f"{en}{AIM}" if fact.bound == "strive" else en
        return ("预计" + zh, f"{en} (est.)") if fact.kind == "estimate" else (zh, en)
    if not fact.change and fact.upper is None:
        zh, en = unchanged(fact)
        return (f"预计{zh}", f"{en} (est.)") if fact.kind == "estimate" else (zh, en)
    zh, en = size_zh(fact), size_en(fact).replace(" percentage points", " pp").replace(" percent", "%")
    mean = ("年均", " a year") if fact.average else ("", "")
    points = fact.change_kind == "percentage_points"
    word = mean[0] + ("提高" if points and fact.change >= 0 else way_zh(fact))
    sign = MINUS if fact.change < 0 else "+" if fact.change else ""
    first = next((at for at, character in enumerate(en) if character.isdigit()), 0)
    said = f"{en[:first]}{sign}{en[first:]}{mean[1]}"
    if terms := reckoning_of(fact).en.removeprefix("in "):
        said = f"{said} ({terms})"
    if fact.kind == "estimate":
        return f"预计{word}{zh}", f"{said} (est.)"
    return strives_first(word, zh), said


def _shorter(value: str) -> str:
    """Write a unit by its sign: 29 µg/m³."""
    return value.replace(" percent", "%").replace("micrograms per cubic meter", "µg/m³")
