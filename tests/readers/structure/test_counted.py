"""Circled numbers that count the parts of a paragraph are no marks of notes; lost ones are named."""

from __future__ import annotations

import exporter
from exporter.model import Paragraph, plain
from exporter.readers.structure.soundness import without_notes

ITEMS = "今年要办好这些实事。①新建两所小学，增加学位。②改造老旧小区，惠及群众。③修好乡村道路，方便出行。"
NOTES = "\n名词解释\n"
HEAD = "云台县政府工作报告\n各位代表：\n下面，我代表云台县政府报告一年来的工作，请予审议。\n"


def marks(text: str) -> list[str]:
    document = exporter.read((HEAD + text).encode())
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    return [run.text for block in paragraphs for run in block.runs if run.role == "mark"]


def test_numbers_that_count_are_text_where_the_marks_have_another_form() -> None:
    text = "大力发展低碳产业[1]，培育链主企业[2]，建设完整社区[3]，全县经济稳中向好、进中提质。\n" + ITEMS
    notes = NOTES + "[1]低碳产业：指排放少的产业。\n[2]链主企业：指带动上下游的企业。\n[3]完整社区：指设施齐全的社区。"
    assert marks(text + notes) == ["[1]", "[2]", "[3]"]


def test_numbers_that_count_are_text_where_the_marks_are_circled_too() -> None:
    text = "大力发展低碳产业①，培育链主企业②，全县经济稳中向好、进中提质。\n" + ITEMS
    notes = NOTES + "①低碳产业：指排放少的产业。\n②链主企业：指带动上下游的企业。"
    assert marks(text + notes) == ["①", "②"]


def test_marks_behind_sentences_stay_marks() -> None:
    text = "全县大力发展低碳产业。①今年还要培育链主企业。②全县经济稳中向好、进中提质，群众得到了实惠。"
    notes = NOTES + "①低碳产业：指排放少的产业。\n②链主企业：指带动上下游的企业。"
    assert marks(text + notes) == ["①", "②"]


def test_numbers_that_are_lost_are_named_with_their_line() -> None:
    document = exporter.read((HEAD + ITEMS + "?办好文化惠民演出。?开展免费体检。").encode())
    (notice,) = (one for one in document.notices if one.code == "source.lost_number")
    assert notice.message.startswith("line 4: ④、⑤ cannot be read")
    assert "□办好文化惠民演出。□开展免费体检。" in "".join(
        plain(one.runs) for one in document.blocks if isinstance(one, Paragraph)
    )


def test_questions_are_questions() -> None:
    document = exporter.read((HEAD + ITEMS + "群众满意吗?干部尽责吗?都要自问。").encode())
    assert not [one for one in document.notices if one.code == "source.lost_number"]
    assert "满意吗？干部尽责吗？" in "".join(plain(one.runs) for one in document.blocks if isinstance(one, Paragraph))


def test_marks_whose_notes_the_source_has_lost_are_said() -> None:
    said = "建成“三纵”[1]路网，推行“五办”[2]改革，惠及“两区”[3]居民。"
    text = f"青河市2031年政府工作报告\n\n各位代表：\n\n一、工作回顾\n\n{said}\n"
    document = exporter.read(text.encode())
    told = [one.message for one in document.notices if one.code == "source.notes_lost"]
    assert told == ["notes 1 to 3 are marked in the text and not given; the source has lost them"]
    assert [one.message for one in without_notes({"1": "", "2": "n2"})] == [
        "note 1 is marked in the text and not given; the source has lost it"
    ]
