"""Sections stay whole, passages carry their numbers, and what stands elsewhere in the source is named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from exporter.brief import choose
from exporter.brief.brackets import bracketed
from exporter.brief.build import brief
from exporter.brief.fit import fitted
from exporter.brief.found import find
from exporter.brief.heights import Ruler
from exporter.brief.options import BriefOptions
from exporter.brief.panels import is_trifle
from exporter.brief.places import COUNTED, places_in
from exporter.brief.sections import titled
from exporter.brief.sharing import PASSAGES, cut
from exporter.brief.side_by_side import counted, numbered, shown_of
from exporter.brief.themes import themes_in
from exporter.model import Block, Heading, Note, PageBreak, Pair, Paragraph, Run, lines_of, plain
from exporter.renderers.word.body.page_room import MOST, page_room
from exporter.style import load_style
from tests.brief.reports import THIS_YEAR, read

STYLE = load_style("brief")


def passages(count: int, lacking: tuple[int, ...] = ()) -> tuple[Pair, ...]:
    """Give so many passages; those `lacking` English by their numbers."""
    return tuple(
        Pair((Paragraph((Run(f"第{at}项工作"),)),), (), "untranslated")
        if at in lacking
        else Pair((Paragraph((Run(f"第{at}项工作"),)),), (Paragraph((Run(f"Task {at}"),), lang="en"),), "verified")
        for at in range(1, count + 1)
    )


def test_passages_keep_the_numbers_of_their_list_in_both_languages() -> None:
    listed = numbered(passages(6, lacking=(2, 5)))
    shown = shown_of(listed, 4, "en")
    assert [plain(block.runs)[:2] for one in shown for block in one.zh if isinstance(block, Paragraph)] == [
        "1 ", "3 ", "4 ", "6 "
    ]  # fmt: skip
    for one in shown:
        zh, en = (plain(side[0].runs) for side in (one.zh, one.en) if isinstance(side[0], Paragraph))
        assert zh.split()[0] == en.split()[0]
    said = counted(listed, shown, "zh-en")
    assert said is not None
    assert "原文共6项，第2、5项未列" in plain(said.runs)
    assert "Nos. 2 and 5 of the source's 6 are left out" in plain(said.runs)


@pytest.mark.parametrize("count", [3, 6, 12])
def test_a_section_of_passages_is_never_torn_where_it_has_room(count: int) -> None:
    part = tuple(titled("重点任务", "Priorities", numbered(passages(count))))
    assert len(list(cut(part, Ruler(STYLE)))) == 1


def test_a_long_section_leaves_several_passages_on_either_page() -> None:
    part = tuple(titled("重点任务", "Priorities", numbered(passages(60))))
    pieces = list(cut(part, Ruler(STYLE)))
    assert len(pieces) > 1
    for piece in (pieces[0], pieces[-1]):
        assert sum(isinstance(block, Pair) for block in piece.blocks) >= PASSAGES


def test_a_brief_that_no_number_of_pages_holds_has_as_many_as_it_takes() -> None:
    parts = [(Heading(1, (Run("概况"),)), Paragraph((Run("字" * count),))) for count in (4000, 300, 4000)]
    assert fitted(lambda _: parts, STYLE, 1).pages == 3


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("实现地区生产总值", ("一、第1段", "I, para. 1")),
        ("产业层次", ("一、第2段", "I, para. 2")),
        ("地区生产总值增长7%", ("二、第2段", "II, para. 2")),
        ("新建县医院", ("二（一）", "II (1)")),
        ("养老床位", ("二（三）第2段", "II (3), para. 2")),
    ],
)
def test_a_place_is_told_by_section_and_paragraph(words: str, place: tuple[str, str]) -> None:
    text = THIS_YEAR.replace("新增养老床位", "改善看护。\n\n新增养老床位")
    assert places_in(read(text)).of(text.index(words)) == place


def test_a_part_without_a_number_is_counted_and_a_text_without_parts_has_paragraphs_alone() -> None:
    plainly = THIS_YEAR.replace("## 一、", "## ").replace("## 二、", "## ")
    assert places_in(read(plainly)).of(plainly.index("产业层次")) == ("第1部分第2段", "part 1, para. 2")
    text = "# 简讯\n\n天气转晴。\n\n全县产值增长8%，税收增长5%。\n"
    assert places_in(read(text)).of(text.index("税收")) == ("第2段", "para. 2")


def test_a_long_paragraph_is_told_by_its_sentence_too() -> None:
    text = "# 简讯\n\n概述。\n\n" + "全年稳中有进。" * 300 + "产值增长8%。\n"
    assert places_in(read(text)).of(text.index("产值")) == ("第2段第301句", "para. 2, sentence 301")


def test_of_figures_of_one_place_the_first_names_it() -> None:
    document = read(THIS_YEAR)
    notes = [block for block in brief(document).blocks if isinstance(block, Note)]
    assert [note.mark.strip() for note in notes[:3]] == ["一、第1段", "同上", "同上"]
    assert len({note.mark for note in notes}) > 2


def test_another_figure_in_brackets_behind_a_target_is_quoted() -> None:
    document = read(THIS_YEAR.replace("一般公共预算收入增长5%，", "一般公共预算收入增长5%（县本级增长3%），"))
    chosen = [choice.fact for choice in find(document, BriefOptions()).targets]
    said = bracketed(chosen, document, places_in(document))
    zh, en = (plain(side) for side in said)
    own = next(fact for fact in document.facts if fact.scope == "县本级")
    assert {run.target for side in said for run in side if run.role == "figure"} == {own.id}
    told = "\n".join(line for pair in find(document, BriefOptions()).story for line in lines_of(pair))
    assert zh.startswith("二、第2段的目标为全县数，原文另列：一般公共预算收入县本级增长3%。")
    assert en.startswith(" The targets in II, para. 2 ")
    assert "are for the whole county; the source also gives targets for what it calls the county's own level: " in en
    assert en.endswith("general public budget revenue 3 percent.")
    assert (
        "（5%，上年3.2%；县本级增长3%）" in told
        and "(5 percent after 3.2 percent; the county's own level: 3 percent)" in told
    )
    plainly = read(THIS_YEAR)
    assert not bracketed(
        [choice.fact for choice in find(plainly, BriefOptions()).targets], plainly, places_in(plainly)
    ).zh


def test_figures_in_brackets_are_told_where_each_stands() -> None:
    document = read(THIS_YEAR)
    one, other, *_ = find(document, BriefOptions()).targets
    text = "# 简讯\n\n收入增长5%（县本级增长3%）。\n\n投资增长8%（民间增长9%）。\n"
    ends = [text.index("（"), text.rindex("（")]
    pairs = zip((one.fact, other.fact), ends, strict=True)
    facts = [replace(fact, span=replace(fact.span, start=end - 4, end=end)) for fact, end in pairs]
    there = read(text)
    assert "(para. 1; para. 2)." in plain(bracketed(facts, there, places_in(there)).en)


@pytest.mark.parametrize(("more", "said"), [("", False), ("工作要做得更细。" * 200, True)])
def test_how_sentences_are_counted_is_said_where_a_figure_stands_in_a_long_line(more: str, said: bool) -> None:
    document = read(THIS_YEAR.replace("2021年的目标定为", f"{more}2021年的目标定为"))
    lines = [line for block in brief(document).blocks for line in lines_of(block)]
    assert any(COUNTED[0] in line for line in lines) is said


def test_a_document_without_a_title_is_named_by_its_place_and_kind() -> None:
    document = read(THIS_YEAR)
    bare = replace(document, metadata=replace(document.metadata, title=None))
    made = brief(bare)
    assert made.metadata.title == "云溪县2021年政府工作报告简报"
    first = next(block for block in made.blocks if isinstance(block, Heading))
    assert first.level == 0 and plain(first.runs) == "云溪县2021年政府工作报告简报"


def test_what_stayed_as_it_was_for_years_is_no_result_of_the_last() -> None:
    document = read(
        THIS_YEAR.replace(
            "## 一、2020年工作回顾\n",
            "## 一、“十三五”时期工作回顾\n\n“十三五”时期，粮食产量稳定在12亿斤左右，森林覆盖率提高到61%。\n",
        )
    )
    found = {
        fact.indicator: fact.period for fact in document.facts if "粮食" in fact.indicator or "森林" in fact.indicator
    }
    assert found == {"粮食产量": "2016-2020", "森林覆盖率": "2020"}


def test_a_page_of_a_word_file_shares_out_what_it_has_left() -> None:
    def head(name: str) -> Heading:
        return Heading(1, (Run(name),))

    short: tuple[Block, ...] = (head("一"), Paragraph((Run("短。"),)), head("二"), Paragraph((Run("短。"),)))
    full: tuple[Block, ...] = (head("三"), *(Paragraph((Run("长。" * 60),)) for _ in range(40)), head("四"))
    room = page_room((*short, PageBreak(), *full), STYLE)
    assert list(room) == [id(short[2])]
    assert MOST > 0 and "w:before" in room[id(short[2])].properties


def test_a_list_of_targets_says_that_there_are_others_which_it_does_not_judge() -> None:
    """Prices are a ceiling: their target is judged by nobody, and lies above the result all the same."""
    prices = THIS_YEAR.replace("城镇新增就业6500人以上。", "城镇新增就业6500人以上，居民消费价格涨幅3%左右。")
    told = [plain(block.runs) for pair in find(read(prices), BriefOptions()).story for block in _paragraphs(pair)]
    zh = next(one for one in told if "以外的2021年目标中，下限" in one)
    assert "高于上年的有" in zh and ("等；" in zh or zh.endswith("等。"))


def _paragraphs(pair: Pair) -> list[Paragraph]:
    return [block for block in pair.zh if isinstance(block, Paragraph)]


def test_a_trifle_does_not_stand_for_the_economy_of_a_place() -> None:
    results = find(read(THIS_YEAR), BriefOptions()).results
    output = results[0].fact
    loan = replace(output, indicator="创业担保贷款", number=Decimal("800"), unit="万元")
    assert is_trifle(loan, "economy", results)
    assert not is_trifle(replace(loan, unit="亿元"), "economy", results)
    assert not is_trifle(replace(loan, currency=None), "economy", results)


@pytest.mark.parametrize(("opening", "themes"), [("稳步发展山区农业。", ["country"]), ("继续努力。", [])])
def test_a_name_that_says_no_field_has_that_of_its_passage_or_is_not_chosen(opening: str, themes: list[str]) -> None:
    said = f"{opening}通过补贴，重点支持30家省级示范企业。"
    text = THIS_YEAR.replace("新建农村公路120公里。投资3亿元新建县医院。", said).replace(
        "加快产业转型升级", "做好这项工作"
    )
    document = read(text)
    chosen = [choice.fact for choice in choose.commitments(document, (), themes_in(document))]
    theme_of = themes_in(document)
    assert [theme_of(fact).name for fact in chosen if fact.indicator.endswith("企业")] == themes
    assert {"停车位", "养老床位"} <= {fact.indicator for fact in chosen}


def test_a_main_target_that_is_not_listed_is_found_by_its_place() -> None:
    text = THIS_YEAR.replace("2021年的目标定为", "2021年主要预期目标是").replace(
        "城镇新增就业6500人以上。", "城乡居民人均可支配收入分别增长10%和13%以上。"
    )
    said = "\n".join(line_ for block in brief(read(text)).blocks for line_ in lines_of(block))
    assert "城镇居民人均可支配收入（见原文二、第2段）" in said and "(source, II, para. 2)" in said
