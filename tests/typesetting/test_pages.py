"""What holds for any strips on any page, and each rule of a page once."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from exporter.typesetting import Page, Strip, paginate

heights = st.sampled_from([10.0, 14.5, 29.6, 120.0])
strips = st.lists(
    st.builds(
        Strip,
        height=heights,
        before=st.sampled_from([0.0, 0.0, 6.0]),
        after=st.sampled_from([0.0, 0.0, 3.0]),
        keep_next=st.booleans(),
        group=st.one_of(st.none(), st.integers(0, 3)),
        break_before=st.sampled_from([False] * 9 + [True]),
    ),
    max_size=60,
)
pages = st.builds(Page, height=st.sampled_from([100.0, 300.0]), orphans=st.integers(1, 2), widows=st.integers(1, 2))


@given(strips, pages)
def test_every_strip_is_on_one_page_in_order(flow: list[Strip], page: Page) -> None:
    laid = paginate(flow, page)
    assert [item.strip for sheet in laid for item in sheet] == list(range(len(flow)))
    assert all(laid)


@given(strips, pages)
def test_no_page_runs_over_but_by_a_strip_higher_than_it(flow: list[Strip], page: Page) -> None:
    for sheet in paginate(flow, page):
        foot = max(item.y + flow[item.strip].height for item in sheet)
        assert foot <= page.height + 1e-6 or len(sheet) == 1
        for above, below in itertools.pairwise(sheet):
            assert below.y >= above.y + flow[above.strip].height


@given(strips, pages)
def test_no_heading_at_a_page_foot_unless_the_page_holds_no_other_break(flow: list[Strip], page: Page) -> None:
    for sheet, following in itertools.pairwise(paginate(flow, page)):
        last = flow[sheet[-1].strip]
        if last.keep_next and not flow[following[0].strip].break_before:
            inside = [flow[item.strip] for item in sheet]
            assert not any(not strip.keep_next and strip.group is None for strip in inside[:-1])


def test_twenty_two_lines_fill_the_official_page() -> None:
    height = (297 - 34.58 - 32.58) / 25.4 * 72
    laid = paginate([Strip(29.6, group=0) for _ in range(60)], Page(height, widows=1))
    assert [len(sheet) for sheet in laid] == [22, 22, 16]


def test_a_paragraph_does_not_leave_its_last_line_alone() -> None:
    flow = [Strip(10, group=1) for _ in range(11)]
    assert [len(sheet) for sheet in paginate(flow, Page(100))] == [9, 2]
    assert [len(sheet) for sheet in paginate(flow, Page(100, widows=1))] == [10, 1]


def test_a_heading_goes_to_the_page_of_its_text() -> None:
    flow = [Strip(10) for _ in range(8)] + [Strip(10, keep_next=True), Strip(10, keep_next=True)] + [Strip(10)] * 3
    assert [len(sheet) for sheet in paginate(flow, Page(100))] == [8, 5]


def test_space_above_is_dropped_at_a_page_top_and_merged_between_strips() -> None:
    (first, second) = paginate([Strip(60, after=4), Strip(30, before=6), Strip(30, before=6)], Page(100))
    assert [item.y for item in first] == [0, 66]
    assert [item.y for item in second] == [0]


def test_table_heads_are_printed_again() -> None:
    flow = [Strip(10, keep_next=True), *(Strip(30, repeat=(at,)) for at in range(1, 5))]
    first, second = paginate(flow, Page(100))
    assert [(item.strip, item.repeated, item.y) for item in first[:2]] == [(0, False, 0), (1, False, 10)]
    assert [(item.strip, item.repeated, item.y) for item in second] == [(0, True, 0), (4, False, 10)]


def test_a_break_opens_a_page() -> None:
    flow = [Strip(10), Strip(10, break_before=True)]
    assert [len(sheet) for sheet in paginate(flow, Page(100))] == [1, 1]
