"""A table of contents that names its document is told by its entries, which come again behind it."""

from __future__ import annotations

from exporter.conversion import read_bytes

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
