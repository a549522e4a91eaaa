"""A table gives a figure a cell of values, with the growth that stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from exporter.facts.extract import facts_of
from exporter.model import Cell, Document, Fact, Metadata, Origin, Row, Run, Span, Table
from tests.facts.samples import figures
from tests.facts.test_laws import check_fact

COMMUNIQUE = Metadata(title="2021年统计公报", year_reviewed=2021, doc_type="communique")


def table(caption: str, *lines: Sequence[str]) -> Document:
    """Make a document that is one table, with its place in a source."""
    text, rows = caption + "\n", list[Row]()
    for line in lines:
        cells = []
        for said in line:
            span = Span(len(text), len(text) + len(said))
            cells.append(Cell((Run(said, span=span),), span=span))
            text += said + "\n"
        rows.append(tuple(cells))
    captioned = (Run(caption, span=Span(0, len(caption))),) if caption else ()
    origin = Origin("table.txt", "text/plain", "utf-8", "", text)
    return Document(COMMUNIQUE, (Table(tuple(rows), caption=captioned),), origin)


def found(caption: str, *lines: Sequence[str]) -> tuple[Fact, ...]:
    document = table(caption, *lines)
    facts = facts_of(document)
    assert document.origin
    for fact in facts:
        check_fact(fact, document.origin.text)
    return facts


def test_a_unit_may_stand_in_the_head_the_caption_the_label_or_a_column() -> None:
    head = found("", ("指标", "2020年（亿元）", "比上年增长（%）"), ("生产总值", "90.5", "-2.1"))
    caption = found("2020年产值　单位：亿元", ("指标", "指标值", "同比增长（±%）"), ("生产总值", "90.5", "-2.1"))
    label = found("", ("指标", "2020年", "增长（%）"), ("生产总值（亿元）", "90.5", "-2.1"))
    column = found("", ("指标", "单位", "2020年", "增长（%）"), ("生产总值", "亿元", "90.5", "-2.1"))
    for facts in (head, caption, label, column):
        assert figures(facts) == [("生产总值", "90.5", "亿元", "-2.1")]
        assert facts[0].period == "2020"


def test_what_a_column_measures_belongs_to_the_name() -> None:
    facts = found("", ("产品", "产量（万吨）", "增长（%）"), ("水稻", "12", "3"), ("其中：早稻", "4", "—"))
    assert figures(facts) == [("水稻产量", "12", "万吨", "3"), ("早稻产量", "4", "万吨", None)]
    assert (facts[0].part_of, facts[1].part_of, facts[0].period) == (None, "水稻", "2021")


def test_a_growth_without_a_value_stands_alone() -> None:
    facts = found("", ("指标", "单位", "2021年", "增长（%）"), ("开发投资", "亿元", "—", "7.0"))
    assert figures(facts) == [("开发投资", None, None, "7")]


def test_shares_and_amounts_added() -> None:
    facts = found("", ("指标", "年末（万人）", "比重（%）", "比年初增加额（万人）"), ("人口", "80", "60", "-2"))
    assert figures(facts) == [("人口", "80", "万人", None), ("人口比重", "60", "%", None), ("人口", "-2", "万人", "-2")]


def test_rows_of_years_are_named_by_their_columns() -> None:
    facts = found("", ("年份", "优良比例（%）"), ("2019年", "92.5"))
    assert [(fact.indicator, fact.period) for fact in facts] == [("优良比例", "2019")]


def test_a_table_of_words_has_no_figures() -> None:
    assert found("", ("姓名", "单位"), ("甲", "某局")) == ()
    assert found("") == ()


cells = st.sampled_from(
    ["", "指标", "单位", "亿元", "1.5", "-2", "增长（%）", "比重（%）", "2020年", "#水稻", "1,234", "1-2", "—"]
)


@given(cells, st.lists(st.lists(cells, max_size=5), max_size=6))
def test_any_table_gives_a_list(caption: str, lines: list[list[str]]) -> None:
    found(caption, *lines)


def test_a_growth_behind_two_years_is_of_the_later_one() -> None:
    made = found("单位：亿元", ("项目", "2021年", "2020年", "增长（%）"), ("税收收入", "30", "20", "50"))
    assert [(one.period, str(one.number), one.change and str(one.change)) for one in made] == [
        ("2021", "30", "50"),
        ("2020", "20", None),
    ]


def test_what_a_column_is_in_percent_of_another_is_no_amount_of_its_row() -> None:
    made = found(
        "单位：亿元", ("项目", "2021年执行数", "2022年预算数", "预算数为执行数的%"), ("税收收入", "30", "33", "110")
    )
    assert [str(one.number) for one in made] == ["30", "33"]


def test_a_percent_sign_at_the_end_of_a_head_is_its_unit_whatever_stands_above() -> None:
    head = ("科目", "2024年（万元）预算", "2024年（万元）执行", "2024年（万元）完成%", "2024年（万元）增长%")
    made = found("", head, ("税收", "860", "882", "102.6", "3.1"))
    units = {str(one.number): one.unit for one in made}
    assert (units["882"], units["102.6"]) == ("万元", "%")


def test_a_mean_growth_is_of_the_years_between() -> None:
    told = found("", ("指标", "2020年", "2025年目标", "年均增长（%）"), ("渔获量（万吨）", "18", "26", "7"))
    mean = told[-1]
    assert (mean.value, mean.change, mean.average, mean.period, mean.base) == (None, 7, True, "2021-2025", None)
    assert mean.kind == "target"
