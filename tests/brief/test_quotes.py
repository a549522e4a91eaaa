"""A quote is cut between words, and holds its figure."""

from __future__ import annotations

from exporter.brief.quotes import ROOM, quote_of
from exporter.brief.sources import source_note
from exporter.facts.extract import facts_of
from exporter.model import plain
from tests.brief.reports import LAST_YEAR, THIS_YEAR, read
from tests.facts.samples import report

LONG = THIS_YEAR.replace(
    "居民消费价格上涨2.3%。",
    "城镇常住居民人均可支配收入和农村常住居民人均可支配收入分别为38640元和19820元，全部工业和建筑业企业不动产登记办理时间压缩到5个工作日。",
)


def test_every_quote_holds_the_number_of_its_figure() -> None:
    for text in (THIS_YEAR, LAST_YEAR, LONG):
        document = read(text)
        for fact in document.facts:
            said = quote_of(fact, document.origin)
            assert (fact.value or f"{abs(fact.change or 0)}") in said, (fact.indicator, said)


def test_a_quote_is_cut_between_words_and_stands_in_a_line() -> None:
    document = read(LONG)
    said = {fact.indicator: quote_of(fact, document.origin) for fact in document.facts}
    assert "…人均可支配收入38640元…" in said["城镇居民人均可支配收入"] or "居民人均" in said["城镇居民人均可支配收入"]
    for quote in said.values():
        assert sum(1.0 if ord(one) > 0x2E7F else 0.56 for one in quote) <= ROOM + 1.2, quote
        assert not quote.startswith(("…动产", "…费品", "…民人均")), quote


def test_a_short_clause_stands_whole() -> None:
    document = read(THIS_YEAR)
    for fact in document.facts:
        if len(fact.quote) < ROOM / 2:
            assert quote_of(fact, document.origin) == fact.quote
    assert all(
        "“" in plain(note.runs) for note in [source_note(fact, None, document.origin) for fact in document.facts]
    )


def test_a_figure_told_in_turn_stands_beside_its_own_name() -> None:
    """分别增长8.5% behind the last name would be the growth of another."""
    document = report("一、过去一年工作回顾", "全年服务业增加值、文化旅游总收入分别增长8.5%和13.8%。")
    first, second = (quote_of(fact, document.origin) for fact in facts_of(document))
    assert first.startswith("服务业增加值…增长8.5%")
    assert second == "…旅游总收入…增长…13.8%"
