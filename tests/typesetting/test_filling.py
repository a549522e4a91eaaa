"""Pages filled to the foot by setting a paragraph longer or shorter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from exporter.typesetting import Metrics, Page, Settings, Strip, Text, compose, compose_in, fill_pages, paginate
from exporter.typesetting.metrics import of_function


@dataclass(frozen=True)
class Row:
    strip: Strip


def paragraph(lines: int, group: int, longer: float = inf, shorter: float = inf, keep: bool = False) -> list[Row]:
    first = Strip(10, group=group, longer=longer, shorter=shorter, keep_next=keep)
    return [Row(first), *(Row(Strip(10, group=group, keep_next=keep)) for _ in range(lines - 1))]


def flow_of(paragraphs: Sequence[tuple[int, float, float, bool]]) -> list[Row]:
    return [row for at, (lines, *more) in enumerate(paragraphs) for row in paragraph(lines, at, *more)]


def anew_in(flow: Sequence[Row]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for row in flow:
        counts[row.strip.group or 0] = counts.get(row.strip.group or 0, 0) + 1
    return counts


def filled(flow: list[Row], page: Page) -> tuple[list[Row], list[Row]]:
    counts = anew_in(flow)

    def anew(first: Row, by: int) -> list[Row] | None:
        group = first.strip.group or 0
        return paragraph(counts[group] + by, group)

    return fill_pages(flow, page, anew)


strains = st.sampled_from([inf, inf, 0.5, 1.0])
paragraphs = st.lists(
    st.tuples(st.integers(2, 9), strains, strains, st.booleans()).map(
        lambda given: (1, inf, inf, True) if given[3] and given[0] < 4 else (*given[:3], False)
    ),
    max_size=30,
)


def short(flow: Sequence[Row], page: Page) -> int:
    pages = paginate([row.strip for row in flow], page)
    return sum(len(sheet) * 10 < page.height for sheet in pages[:-1])


@given(paragraphs)
def test_no_paragraph_is_lost_and_none_changes_by_more_than_a_line(given: list[tuple[int, float, float, bool]]) -> None:
    flow = flow_of(given)
    lines, changed = filled(flow, Page(100))
    before, after = anew_in(flow), anew_in(lines)
    assert list(before) == list(after)
    groups = {row.strip.group for row in changed}
    assert all(abs(after[group] - before[group]) == (group in groups) for group in before)


@given(paragraphs)
def test_what_is_full_already_stays_as_it_is(given: list[tuple[int, float, float, bool]]) -> None:
    flow = flow_of([(lines, inf, inf, keep) for lines, _, _, keep in given])
    assert filled(flow, Page(100)) == (flow, [])


def test_a_page_is_filled_where_a_widow_line_would_leave_it_short() -> None:
    flow = flow_of([(4, 1.0, inf, False), (7, inf, inf, False), (5, inf, inf, False)])
    assert short(flow, Page(100)) == 1
    lines, changed = filled(flow, Page(100))
    assert short(lines, Page(100)) == 0 and [row.strip.group for row in changed] == [0]


def test_a_page_is_filled_where_a_heading_would_stand_at_its_foot() -> None:
    flow = flow_of([(9, 1.0, inf, False), (1, inf, inf, True), (9, inf, inf, False)])
    assert short(flow, Page(100)) == 1
    assert short(filled(flow, Page(100))[0], Page(100)) == 0


def test_the_paragraph_that_bears_it_best_is_set_anew() -> None:
    flow = flow_of([(2, 1.0, inf, False), (2, 0.2, inf, False), (7, inf, inf, False), (8, inf, inf, False)])
    assert [row.strip.group for row in filled(flow, Page(100))[1]] == [1]


def test_a_paragraph_of_the_page_before_helps_where_none_of_its_own_can() -> None:
    flow = flow_of([(5, 1.0, inf, False), (7, inf, inf, False), (9, inf, inf, False)])
    assert short(flow, Page(100)) == 1
    lines, changed = filled(flow, Page(100))
    assert short(lines, Page(100)) == 0 and [row.strip.group for row in changed] == [0]


EM: Metrics = of_function(lambda char: 1.0)


@given(st.integers(40, 200))
def test_a_paragraph_set_otherwise_says_the_same_in_lines_that_are_flush(count: int) -> None:
    text = ("全年完成投资，新建道路；" * 20)[:count]
    settings = Settings(280.0, indent=20.0)
    usual = compose([Text(text, EM, 10.0)], settings)
    for by in (-1, 1):
        lines = compose_in([Text(text, EM, 10.0)], settings, len(usual) + by, len(usual))
        if lines is not None:
            assert len(lines) == len(usual) + by
            assert "".join(piece.text for line in lines for piece in line.pieces) == text
            assert all(line.flush for line in lines[:-1])
