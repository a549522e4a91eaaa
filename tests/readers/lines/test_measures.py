"""Lines broken by the width of a page are put together also where first lines and lists have measures of their own."""

from __future__ import annotations

import pytest

from exporter.model import Heading, ListBlock, Paragraph, plain
from tests.readers.reading import assert_lawful, read

SENTENCE = "市政府會按照去年所訂的安排，繼續檢查各區的橋樑和行人隧道，並把結果逐一記入檔案，供市民隨時查閱，"
NUMBERS = range(1, 31)


def broken(text: str, first: int, full: int, spaced: bool) -> list[str]:
    """Break a text at `full` characters, its first line at `first`; `spaced`: a space between all letters."""
    lines = [text[:first], *(text[at : at + full] for at in range(first, len(text), full))]
    return [" ".join(line) if spaced else line for line in lines]


def paged(first: int, full: int) -> str:
    pages = []
    for number in NUMBERS:
        text = f"第{number}年，" + SENTENCE * 2 + f"直至第{number}條橋修好為止。"
        pages.append(
            "\n".join([f"橋樑事務{number}", f"{number}.", *broken(text, first, full, number % 3 == 0), str(number)])
        )
    return "施政報告\n" + "\n\f".join(pages) + "\n"


@pytest.mark.parametrize(("first", "full"), [(28, 32), (32, 32), (27, 31), (23, 32)])
def test_a_paragraph_is_one_whatever_its_first_line_and_its_spaces_measure(first: int, full: int) -> None:
    document = read("a.txt", paged(first, full).encode())
    assert_lawful(document)
    said = [plain(item.runs) for one in document.blocks if isinstance(one, ListBlock) for item in one.items]
    said += [plain(one.runs) for one in document.blocks if isinstance(one, Paragraph | Heading)]
    whole = {"".join(text.split()).rstrip("。") for text in said}
    wanted = [f"第{number}年，" + SENTENCE * 2 + f"直至第{number}條橋修好為止" for number in NUMBERS]
    assert [text for text in wanted if not any(one.endswith(text) for one in whole)] == []


def test_a_short_line_behind_a_full_one_is_a_heading_and_no_tail() -> None:
    filled = SENTENCE[:31] + "。"
    pages = [
        f"{SENTENCE[:32]}\n{SENTENCE[:32]}\n{filled}\n養護{number}\n{SENTENCE[:32]}\n完成。\n" for number in "甲乙丙丁"
    ]
    document = read("a.txt", ("橋樑報告\n" + "\f".join(pages)).encode())
    texts = [plain(one.runs) for one in document.blocks if isinstance(one, Paragraph | Heading)]
    assert [text for text in texts if text.startswith("養護")] == [f"養護{number}" for number in "甲乙丙丁"]


def test_an_item_goes_on_in_the_next_line_where_its_first_fills_the_page() -> None:
    items = [
        f"在水利基金下資助第{number}區各個大小橋樑的維修和加固工程並且逐年增加名額至{number}百個；"
        for number in NUMBERS
    ]
    lines = [part for text in items for part in broken("•" + text, 31, 31, False)]
    document = read("a.txt", ("施政報告\n" + "\n".join([SENTENCE[:31]] * 12 + ["完成。"] + lines) + "\n").encode())
    assert_lawful(document)
    said = {plain(item.runs) for one in document.blocks if isinstance(one, ListBlock) for item in one.items}
    said |= {plain(one.runs).lstrip("•") for one in document.blocks if isinstance(one, Paragraph | Heading)}
    assert [text for text in items if text not in said] == []
