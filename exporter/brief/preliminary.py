"""Say once of results that the report calls them preliminary: 初步统计, 初步核算, at the head of their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import listed, lower_first, noted, words
from exporter.english.figures.starts import full_sentence_start
from exporter.facts.passages import text_of
from exporter.model import Document, Fact, Paragraph, plain

_SAID = re.compile("(?:初步|快报)(?:统计|核算|测算|汇总|数)")


FEW = 2
"""Results among those that were only foreseen up to which these are named, and not the others marked."""


def are_foreseen(shown: Sequence[Fact]) -> bool:
    """Tell whether results were only foreseen, all but a few."""
    done = sum(fact.kind != "estimate" for fact in shown)
    return done == 0 or (done <= FEW and 3 * done <= len(shown))


def of_year(year: str, shown: Sequence[Fact]) -> Paragraph:
    """Say of which year the results on cards are, and whether all, or all but a few, were only foreseen."""
    if not are_foreseen(shown):
        return noted(words(f"以上均为{year}年数。", f" All figures are for {year}."))
    done = [fact for fact in shown if fact.kind != "estimate"]
    if not done:
        return noted(words(f"以上均为{year}年预计数。", f" All figures are estimates for {year}."))
    return noted(
        words(
            f"以上除{_zh(done)}外，均为{year}年预计数。",
            f" All figures are for {year}; all but {_en(done)} are estimates.",
        )
    )


def preliminary(document: Document, shown: Sequence[Fact]) -> Paragraph | None:
    """Say which of the results that are shown the report calls preliminary; None where it calls none so."""
    text = text_of(document)
    called = {fact.id: said[0] for fact in shown if (said := _said(fact, text))}
    if not called:
        return None
    word = next(iter(called.values())).removesuffix("数") + "数"
    those, others = ([fact for fact in shown if (fact.id in called) == so] for so in (True, False))
    if not others:
        zh, en = f"以上据原文为{word}。", " The report calls these results preliminary."
    elif len(others) < len(those):
        zh = f"以上除{_zh(others)}外，据原文为{word}。"
        en = f" The report calls these results preliminary, except for {_en(others)}."
    else:
        zh, en = f"据原文为{word}：{_zh(those)}。", f" Preliminary, as the report says: {_en(those)}."
    return noted(words(zh, en))


def _said(fact: Fact, text: str) -> re.Match[str] | None:
    return _SAID.search(text, full_sentence_start(fact, text), fact.span.end)


def _zh(facts: Sequence[Fact]) -> str:
    return "、".join(map(name_zh, facts))


def _en(facts: Sequence[Fact]) -> str:
    return plain(listed([words("", lower_first(name_en(fact))) for fact in facts]).en)
