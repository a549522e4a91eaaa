"""A long passage is cut so that its English stands below what it says, and not a character of it is lost."""

import pytest

from exporter.english.exchange.segments import Segment
from exporter.english.pieces import LONG, pieces_of
from exporter.english.shown import Shown
from exporter.model import Paragraph, Run, plain

SILENT = (
    "渔港码头的修缮工程正在有序推进，老旧渔船陆续更新，渔民转产转业得到妥善安排，沿岸"
    "村庄面貌焕然一新，海上观光与休闲垂钓日渐红火，老码头又有了新的生机。"
)
SAID = "海水养殖产量增长6%。"
PARTLY = "新建灯塔3座，更新航标40个；渔业合作社蓬勃发展，冷链物流体系不断健全，渔民收入稳步提高。"


def shown(zh: str) -> Shown:
    english = {SAID: ("Output of mariculture rose by 6 percent.",), PARTLY: ("Three lighthouses were built.", None)}
    return Shown(Segment("", zh, "sentence"), english.get(zh, ()))


def cut(*sentences: str) -> list[tuple[str, str]]:
    passage = Paragraph((Run("".join(sentences)[:7], "lead"), Run("".join(sentences)[7:])))
    return [(piece.role, plain(piece.runs)) for piece, _ in pieces_of(passage, [shown(one) for one in sentences])]


@pytest.mark.parametrize(
    ("sentences", "pieces"),
    [
        ((SILENT, SAID, SILENT), [SILENT, SAID, SILENT]),
        ((SILENT, SILENT, SAID, SAID), [SILENT + SILENT, SAID + SAID]),
        ((PARTLY, PARTLY, PARTLY), [PARTLY, PARTLY, PARTLY]),
        ((SAID, SAID), [SAID + SAID]),
        ((SILENT, SILENT, SILENT), [SILENT * 3]),
    ],
)
def test_english_stands_below_its_own_chinese(sentences: tuple[str, ...], pieces: list[str]) -> None:
    found = cut(*sentences)
    assert [text for _, text in found] == pieces
    assert [role for role, _ in found] == ["body", *["continued"] * (len(pieces) - 1)]


def test_a_short_passage_stays_whole() -> None:
    assert len("".join((SAID, SILENT))) < LONG
    assert len(cut(SAID, SILENT)) == 1
