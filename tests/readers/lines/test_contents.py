"""A table of contents that names its document is told by its entries, which come again behind it."""

from __future__ import annotations

from exporter.conversion import read_bytes
from exporter.readers.lines.line import split
from exporter.readers.lines.running_heads import page_lots

CHAPTERS = ("改革開放", "產業發展", "安居樂業", "青年機遇", "綠色城市", "文化交流")
TEXT = "政府會繼續推動各項工作，與市民同心協力，並檢討成效，按需要調整各項安排。\n" * 3


def paged(title: str, again: bool) -> str:
    contents = "".join(f"{name} {n * 3} – {n * 3 + 2}\n" for n, name in enumerate(CHAPTERS, 1))
    names = CHAPTERS if again else [f"其他事項{n}" for n in range(len(CHAPTERS))]
    bodies = [f"{name}\n{TEXT}{page}\n" for page, name in enumerate(names, 2)]
    return "\f".join([f"2025年施政報告\n{title}\n{contents}1\n", *bodies])


def test_entries_that_come_again_are_contents_and_numbers_at_the_foot_are_pages() -> None:
    document = read_bytes("a.txt", paged("2025年施政報告目錄", again=True).encode())
    reasons = [region.reason for region in document.account]
    assert "contents" in reasons
    assert reasons.count("page number") == len(CHAPTERS) + 1


def test_a_list_of_things_is_none() -> None:
    assert "contents" not in [
        region.reason for region in read_bytes("a.txt", paged("2025年施政報告目錄", again=False).encode()).account
    ]


def body_of(text: str) -> str:
    document = read_bytes("a.txt", text.encode())
    assert document.origin is not None
    body = [region for region in document.account if region.kind in ("body", "appendix")]
    return "".join(document.origin.text[region.span.start : region.span.end] for region in body)


def test_contents_end_where_the_first_entry_comes_again_or_figures_stand() -> None:
    tables = "第 I 部\n開支\n1,250\n26.7%\n第 II 部\n收入\n3,480\n" * 3
    appendix = f"附錄 B\n目錄\n頁數\n第 I 部\n開支總表\n18\n第 II 部\n收入總表\n20\f{tables}\f"
    body = body_of(paged("2025年施政報告目錄", again=True) + "\f" + appendix + TEXT * 3)
    assert body.count("1,250") == body.count("3,480") == 3
    assert "26.7%" in body


def test_a_sentence_behind_the_entries_is_none() -> None:
    text = paged("目錄", again=True).replace("1\n\f", "1\n本報告載於政府網站，市民可自行下載。\n\f", 1)
    assert "本報告載於政府網站" in body_of(text)


def test_a_number_in_the_margin_stands_inside_no_sentence() -> None:
    sentence = "市政府今年會檢查所有橋樑，並把結果\n{}.\n逐一記入檔案，供市民隨時查閱，直至全部完成為止。\n"
    text = "\f".join(TEXT + sentence.format(number) for number in range(1, 7))
    lines = list(split(text))
    found = [line.text for line, lot in zip(lines, page_lots(lines), strict=True) if lot and "paragraph" in lot.reason]
    assert found == [f"{number}." for number in range(1, 7)]
