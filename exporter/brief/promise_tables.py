"""Tabulate promises: targets beside last year's results, and last year's targets beside what became of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from exporter.brief.comparing import compared, is_growth
from exporter.brief.english_wording import MINUS, change_sign, size_en
from exporter.brief.names import name_en, name_zh, says_its_deed
from exporter.brief.options import Languages
from exporter.brief.phrases import Said, joined, listed, lower_first, noted, of, paired, words
from exporter.brief.promises import Outcome, Verdict
from exporter.brief.subjects import official
from exporter.brief.tables import cell_of, fitted, row_of, scoped_en, scoped_zh, widths_of
from exporter.brief.wording import digits, figure_zh, reckoning_of, size_zh, strives_first, unchanged, way_zh
from exporter.facts.data.pairs import FactPair
from exporter.model import BOUND_SIGNS, Block, Cell, Document, Fact, Origin, Paragraph, Row, Run, Table

Years: TypeAlias = tuple[str, str]
"""Of the results and of the targets, as printed."""
FEWEST, SHARE = 2, 3
"""Targets with a result beside them, and of how many targets one has, that make a column of results."""


def promises(
    targets: Sequence[Fact],
    main: Container[str],
    later: Sequence[Fact],
    pairs: Iterable[FactPair],
    years: Years,
    most_later: int = 6,
) -> Iterator[Block]:
    """Tabulate targets with the results that compare with them, Chinese on the left, English on the right.

    `years` are those of the results and of the targets. The report's `main` targets (by their ids) have a row
    each; where it calls none so, those beside which a result stands. Others follow in a sentence, then those for
    `later` years, `most_later` of them.
    """
    beside = {pair.target.id: pair for pair in pairs if compared(pair) is not None}
    rows = [fact for fact in targets if fact.id in (main or beside)] or list(targets)
    others = [fact for fact in targets if fact not in rows]
    with_result = [fact for fact in rows if fact.id in beside]
    many = len(with_result) >= FEWEST and SHARE * len(with_result) >= len(rows)
    if many:
        yield _with_results([(fact, beside.get(fact.id)) for fact in rows], years)
    else:
        head = row_of(("指标", _year(years[1], "目标"), "Indicator", f"{years[1]} target".strip()), left=(0, 2))
        yield fitted(Table((head, *(_bare(fact, years[1]) for fact in rows))))
    if many or any(fact.id in beside for fact in others):
        yield apart(years, dashes=many and len(with_result) < len(rows))
    if others:
        yield paired(_listing(("其他目标", "Other targets"), others, years[1], beside=beside))
    if later and most_later:
        last = max((fact.period or "")[-4:] for fact in later)
        yield paired(_listing((f"到{last}年", f"By {last}"), later[:most_later], last, len(later) > most_later))


def _with_results(rows: Sequence[tuple[Fact, FactPair | None]], years: Years) -> Table:
    zh = ("指标", _year(years[0], "完成"), _year(years[1], "目标"))
    en = ("Indicator", f"{years[0]} result", f"{years[1]} target")
    body = (tuple(_beside(fact, pair, years[1])) for fact, pair in rows)
    return fitted(Table((row_of((*zh, *en), left=(0, 3)), *body)))


def unlisted(facts: Sequence[Fact], place: tuple[str, str] | None) -> Said:
    """Name the main targets that are missing, for want of proved English or of room; and where those without a
    figure stand: at a `place` of the source.
    """
    zh, en = "", ""
    if facts:
        count, names = len(facts), [official(fact) if says_its_deed(fact) else "" for fact in facts]
        zh = f"报告的主要目标另有{count}项未列：{'、'.join(dict.fromkeys(map(name_zh, facts)))}。"
        told = f": {', '.join(dict.fromkeys(names))}" if all(names) else ""
        en = f" {count} more of the report's main targets {'is' if count == 1 else 'are'} not listed{told}."
    if place is not None:
        zh += f"未用数字表述的主要目标见原文{place[0]}。"
        en += f" Main targets stated without a figure: source, {place[1]}."
    return words(zh, en)


def apart(years: Years, dashes: bool) -> Paragraph:
    """Say that a result and a target are of different years: one is not the measure of the other.

    `dashes`: some targets have no result beside them.
    """
    zh = f"完成为{years[0]}年，目标为{years[1]}年，不表示完成程度。" + "“—”：无可比数。" * dashes
    en = f" Results are of {years[0]}, targets for {years[1]}: no attainment is implied."
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


def _bare(fact: Fact, year: str) -> Row:
    zh, en = _aim(fact, year)
    names = cell_of(scoped_zh(fact)), cell_of(scoped_en(fact), lang="en")
    return names[0], cell_of(zh, "right", fact), names[1], cell_of(en, "right", fact, lang="en")


def _beside(fact: Fact, pair: FactPair | None, year: str) -> Iterator[Cell]:
    aim = _aim(fact, year)
    was = _growing(pair.result, is_growth(pair)) if pair else ("—", "—")
    for at, (name, lang) in enumerate(((scoped_zh(fact), None), (scoped_en(fact), "en"))):
        yield cell_of(name, lang=lang)
        yield cell_of(was[at], "right", pair.result if pair else None, lang=lang)
        yield cell_of(aim[at], "right", fact, lang=lang)


def _aim(fact: Fact, year: str) -> tuple[str, str]:
    """Say a target in both languages, with its year where that is another."""
    zh, en = _growing(fact, fact.value is None)
    other = (fact.period or "").replace("-", "–")
    return (f"{zh}（{other}）", f"{en} ({other})") if fact.period != year and other else (zh, en)


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


# ---------------------------------------------------------------- what became of last year's targets


def what_became(ended: Sequence[Outcome], previous: Document, languages: Languages) -> Iterator[Block]:
    """Tabulate what was set, what came of it and by how much it differs; then name what cannot be compared.

    Last year's report is named with its hash and its lines: its figures have no notes of their own here.
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
    if previous.origin is not None:
        yield from _previous(previous.origin, [one.target for one in ended])


def _previous(origin: Origin, facts: Iterable[Fact]) -> Iterator[Block]:
    lines = [str(line) for line in sorted({fact.line for fact in facts})]
    zh = f"上年目标出自{origin.name}，第{'、'.join(lines)}行；SHA-256 {origin.sha256}。"
    en = f" Last year's targets: {origin.name}, line {', '.join(lines)}."
    yield noted(words(zh, en))


def _outcome(one: Outcome, languages: Languages) -> Iterator[Cell]:
    growth = one.target.value is None
    zh, en = _verdict(one, growth)
    yield cell_of(scoped_zh(one.target))
    yield cell_of(scoped_en(one.target), lang="en")
    yield cell_of(_signed(one.target, growth, languages), "right")
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
