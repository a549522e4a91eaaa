"""A web page has no sheets: what paper cuts stands in one piece."""

from __future__ import annotations

from exporter.model import Block, Cell, Heading, PageBreak, Pair, Paragraph, Run, Table
from exporter.renderers.briefpage.unbroken import unbroken


def row(text: str) -> tuple[Cell, ...]:
    return (Cell((Run(text),)),)


def head(zh: str, en: str) -> Heading:
    return Heading(1, (Run(zh), Run(en, lang="en")))


def test_a_table_that_was_cut_is_one_under_one_heading() -> None:
    first, second = Table((row("指标"), row("甲"))), Table((row("指标"), row("乙")))
    cut: list[Block] = [
        head("目标", "  Targets"),
        first,
        PageBreak(),
        head("目标（续）", "  Targets (continued)"),
        second,
    ]
    assert unbroken(cut) == (cut[0], Table((row("指标"), row("甲"), row("乙"))))


def test_passages_go_on_and_other_sections_keep_their_headings() -> None:
    pair = Pair((Paragraph((Run("甲"),)),), (), "untranslated")
    blocks: list[Block] = [
        head("承认", "  Admits"),
        pair,
        PageBreak(),
        head("承认（续）", "  Admits (continued)"),
        pair,
    ]
    assert unbroken([*blocks, PageBreak(), head("任务", "  Tasks"), pair]) == (
        blocks[0],
        pair,
        pair,
        head("任务", "  Tasks"),
        pair,
    )
