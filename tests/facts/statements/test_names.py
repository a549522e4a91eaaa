"""What a figure is about reads as a name: whole, not doubled, no scrap of the clause around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from exporter import conversion
from exporter.facts.extract import facts_of
from tests.reports import OURS

BAR = 0.985
LONGEST = 25
_SCRAP = re.compile(
    r"^[、和及与并而且但](?!美)|(.{2,})\1|(?:完成|达到|实现|提高|下降|超过|突破|为|到|至|由|从|把|将|要|和|、|了|已经)$"
)


def reads_well(indicator: str) -> bool:
    """Say whether an indicator has a name's length and form."""
    whole = indicator.count("（") == indicator.count("）") and indicator.count("“") == indicator.count("”")
    return whole and 0 < len(indicator) <= LONGEST and _SCRAP.search(indicator) is None


def test_scraps_are_seen() -> None:
    assert reads_well("公共停车位")
    assert not any(map(reads_well, ("、续建项目", "重点平台平台", "处置盘活了", "企业（作坊", "")))


def test_the_figures_of_our_own_texts_have_names() -> None:
    named(OURS)


def test_the_figures_of_the_corpus_have_names(corpus_files: tuple[Path, ...], seed_path: Path) -> None:
    named((seed_path, *corpus_files))


def named(paths: Iterable[Path]) -> None:
    files = [path for path in paths if path.suffix != ".pdf"]
    names = [
        fact.indicator for path in files if "hongkong" not in path.name for fact in facts_of(conversion.read(path))
    ]
    poor = [name for name in names if not reads_well(name)]
    share = 1 - len(poor) / len(names)
    print(f"indicators that read as names: {share:.4f} of {len(names)} (bar {BAR})")
    assert share >= BAR, poor
