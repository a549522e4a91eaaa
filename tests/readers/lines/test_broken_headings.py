"""A numbered heading that a source breaks over lines is one heading; a whole one takes nothing from the line below."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.reading import outline_of, read

OPENING = "青河市2031年政府工作报告\n\n各位代表：\n\n"
PROSE = "全市各级各部门齐心协力，修好了九条水渠，换上了六座闸门，渔业和林业都比上一年有所增长。"
CLAUSES = (
    "修渠引水不停步",
    "护林防火守山门",
    "稳住渔业基本盘",
    "把好粮仓每道关",
    "办好乡村小学堂",
    "铺平进山最后一里路",
)
NUMERALS = "一二三四"


def outline(*lines: str) -> list[tuple[int, str, str]]:
    return outline_of(read("report.txt", (OPENING + "\n".join(lines)).encode()))


def report(headings: list[str]) -> list[str]:
    return [line for heading in headings for line in (heading, PROSE, PROSE)]


@st.composite
def broken(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Draw headings of several clauses and the lines they stand in, one of them broken at a comma, or at several."""
    count = draw(st.integers(2, 4))
    headings = [
        f"{NUMERALS[index]}、"
        + "，".join(draw(st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=4, unique=True)))
        for index in range(count)
    ]
    torn = draw(st.integers(0, count - 1))
    commas = [index + 1 for index, letter in enumerate(headings[torn]) if letter == "，"]
    cuts = sorted(draw(st.sets(st.sampled_from(commas), min_size=1)))
    pieces = [headings[torn][first:last] for first, last in zip([0, *cuts], [*cuts, None], strict=True)]
    lines = [
        line for index, one in enumerate(headings) for line in (*(pieces if index == torn else [one]), PROSE, PROSE)
    ]
    return headings, lines


@settings(max_examples=60, deadline=None)
@given(broken())
def test_breaks_at_commas_change_no_outline(drawn: tuple[list[str], list[str]]) -> None:
    headings, lines = drawn
    assert outline(*lines) == outline(*report(headings))
    assert len(outline(*lines)) >= len(headings)


@settings(max_examples=40, deadline=None)
@given(st.integers(20, 27))
def test_a_break_inside_a_word_of_a_long_heading_is_closed(cut: int) -> None:
    whole = "一、修渠引水不停步，护林防火守山门，稳住渔业基本盘和把好粮仓"
    others = report(["二、来年打算", "三、自身建设"])
    assert outline(whole[:cut], whole[cut:], PROSE, PROSE, *others) == outline(*report([whole]), *others)


@pytest.mark.parametrize("cut", [11, 12, 13, 14])
def test_a_heading_that_opens_its_paragraph_is_put_together_as_its_neighbours_stand(cut: int) -> None:
    torn = f"（二）护林防火守山门，人人有责。{PROSE}"
    around = (f"（一）修渠引水不停步。{PROSE}", f"（三）稳住渔业基本盘。{PROSE}")
    lone = ("二、来年打算", PROSE, "（一）修路", PROSE, "（二）架桥", PROSE)
    whole = outline("一、去年工作", around[0], torn, around[1], *lone)
    number, rest = torn[:3], torn[3:]
    assert outline("一、去年工作", around[0], torn[:cut], torn[cut:], around[1], *lone) == whole
    assert outline("一、去年工作", around[0], number, rest, around[1], *lone) == whole
    assert outline("一、去年工作", around[0], number, rest[: cut - 3], rest[cut - 3 :], around[1], *lone) == whole


def test_whole_headings_take_nothing_from_below() -> None:
    lines = report(["一、去年工作", "二、来年打算"])
    names = [text for _, _, text in outline(*lines)]
    assert names[-2:] == ["去年工作", "来年打算"]
    around = (f"（一）修渠引水不停步。{PROSE}", f"（三）稳住渔业基本盘。{PROSE}")
    alone = outline("一、去年工作", around[0], "（二）护林防火守山门", PROSE, around[1])
    assert [text for _, number, text in alone if number == "（二）"] == ["护林防火守山门"]


def test_a_comma_before_text_or_a_number_joins_nothing() -> None:
    lines = ("一、去年工作，", PROSE + PROSE, "二、来年打算", PROSE)
    assert "来年打算" in outline(*lines)[-1][2]
    document = read(
        "report.txt", (OPENING + "\n".join(("一、去年工作，", "（一）修渠。" + PROSE, *lines[2:]))).encode()
    )
    assert not any("去年工作，（一）" in edit.now for edit in document.alterations)
    assert all("line break" not in edit.rule for edit in document.alterations)
