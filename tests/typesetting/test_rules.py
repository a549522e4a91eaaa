"""One rule of CLREQ each, on lines short enough to count."""

from __future__ import annotations

from itertools import pairwise

import pytest

from exporter.typesetting import Line, Settings, Text, compose
from exporter.typesetting.units import unbroken
from tests.typesetting.fonts import PLAIN, lines_of, seen, text_of


def texts(lines: list[Line]) -> list[str]:
    return [text_of(line) for line in lines]


@pytest.mark.parametrize("mode", ["greedy", "optimal"])
def test_han_fill_the_grid(mode: str) -> None:
    lines = lines_of("国" * 30, 10, mode=mode)
    assert [len(text_of(line)) for line in lines] == [10, 10, 10]
    assert all(line.flush and len(line.pieces) == 1 for line in lines)


def test_the_official_grid_holds_28_characters_of_16_pt_in_156_mm() -> None:
    settings = Settings(measure=156 / 25.4 * 72, indent=2 * 15.75)
    lines = compose([Text("国" * 110, PLAIN, 16, tracking=-0.25)], settings)
    assert [len(text_of(line)) for line in lines] == [26, 28, 28, 28]
    assert len({line.pieces[0].spacing for line in lines[1:3]}) == 1


def test_a_mark_does_not_begin_a_line_and_a_bracket_does_not_end_one() -> None:
    for level in ("basic", "gb", "strict"):
        for filler in range(6, 14):
            lines = lines_of("国" * filler + "。“" + "民" * 20, 10, level=level)
            assert not any(text[0] in "。" for text in texts(lines))
            assert not any(text[-1] in "“" for text in texts(lines))


@pytest.mark.parametrize(("level", "ends_with_solidus"), [("basic", True), ("gb", False), ("strict", False)])
def test_gb_bars_the_solidus_at_a_line_end(level: str, ends_with_solidus: bool) -> None:
    lines = lines_of("国" * 9 + "／" + "民" * 9, 10, level=level)
    assert texts(lines)[0].endswith("／") == ends_with_solidus


@pytest.mark.parametrize(("level", "starts_with_dash"), [("basic", True), ("gb", True), ("strict", False)])
def test_strict_bars_the_dash_at_a_line_start(level: str, starts_with_dash: bool) -> None:
    lines = lines_of("国" * 10 + "——" + "民" * 9, 10, level=level, mode="greedy")
    assert texts(lines)[1].startswith("——") == starts_with_dash


@pytest.mark.parametrize("mark", ["——", "……"])
def test_dash_and_ellipsis_are_two_em_and_never_split(mark: str) -> None:
    for filler in range(5, 12):
        lines = lines_of("国" * filler + mark + "民" * 12, 10)
        assert sum(mark in text for text in texts(lines)) == 1
        piece = next(piece for line in lines for piece in line.pieces if mark[0] in piece.text)
        assert piece.text == mark
        assert piece.width == pytest.approx(20)


def test_adjacent_marks_take_one_and_a_half_em() -> None:
    (line,) = lines_of("甲。”乙", 10)
    stop, quote = (next(p for p in line.pieces if mark in p.text) for mark in "。”")
    assert stop.halved_last
    assert quote.x + quote.width - (stop.x + stop.width - 10) == pytest.approx(10 + 15)  # 乙 follows in the same piece
    assert line.natural == pytest.approx(35)


def test_a_mark_at_a_line_end_is_half_wide() -> None:
    lines = lines_of("国" * 9 + "，" + "民" * 9, 9.5, mode="greedy")
    assert texts(lines)[0] == "国" * 9 + "，"
    assert lines[0].pieces[-1].halved_last
    assert lines[0].pieces[-1].after == pytest.approx(-5)
    assert lines[0].width == pytest.approx(95)


def test_a_bracket_loses_its_left_half_at_a_line_start_and_at_the_indent() -> None:
    lines = lines_of("“国民”一二三四五六七八九十", 10, indent=20.0)
    assert lines[0].pieces[0].halved_first
    assert lines[0].pieces[0].x == pytest.approx(15)
    lines = lines_of("国" * 10 + "（" + "民" * 12, 10)
    assert lines[1].pieces[0].x == pytest.approx(-5)


def test_between_han_and_latin_is_a_quarter_em_but_not_beside_marks_or_at_edges() -> None:
    (line,) = lines_of("在2017年，GDP（亿元）", 20)
    assert line.natural == pytest.approx(10 + 2.5 + 20 + 2.5 + 10 + 10 + 15 + 10 + 20 + 5)
    lines = lines_of("国" * 9 + "2017" + "民" * 15, 10)
    assert lines[1].pieces[0].x == 0
    assert text_of(lines[1]).startswith("2017")


def test_a_written_space_between_han_and_latin_is_as_wide() -> None:
    (spaced,), (plain,) = lines_of("在 GDP 中", 20), lines_of("在GDP中", 20)
    assert spaced.natural == pytest.approx(plain.natural)


def test_spaces_at_a_line_end_are_swallowed() -> None:
    lines = lines_of("国" * 10 + "  " + "民" * 5, 10)
    assert (seen(lines[0]), lines[0].tail) == ("国" * 10, "  ")
    assert lines[0].flush


@pytest.mark.parametrize(
    "whole",
    [
        "157.3亿元",
        "8.5%",
        "1,487.8万元",
        "1 032万元",
        "21 032 450.6元",
        "3.5个百分点",
        "1200平方米",
        "2800多亩",
        "63%～68%",
        "2016—2020年",
        "¥500",
        "第12条",
        "５万人",
    ],
)
def test_a_number_stays_whole_and_with_its_unit(whole: str) -> None:
    for filler in range(3, 12):
        for mode in ("greedy", "optimal"):
            lines = lines_of("国" * filler + whole + "民" * 12, 12, mode=mode)
            assert sum(whole in text for text in texts(lines)) == 1


def test_units_may_be_given() -> None:
    settings = Settings(measure=100, units=("罗比",), mode="greedy")
    lines = list(compose([Text("国" * 8 + "5罗比" + "民" * 5, PLAIN, 10)], settings))
    assert any("5罗比" in text for text in texts(lines))


def test_a_tight_line_shrinks_brackets_before_commas_before_stops() -> None:
    line = lines_of("甲乙“丙丁”戊，己。庚辛壬癸子丑寅卯", 11.5, mode="greedy")[0]
    assert text_of(line) == "甲乙“丙丁”戊，己。庚辛"
    gaps = {piece.text[-1]: piece.after for piece in line.pieces}
    assert gaps["乙"] == pytest.approx(-2.5)
    assert gaps["”"] == pytest.approx(-2.5)
    assert "，" not in gaps and "。" not in gaps


def test_a_loose_line_grows_its_spaces_before_the_rest() -> None:
    line = lines_of("一二三" + "AB" + "四五六" + "民" * 10, 7.6, mode="greedy", units=())[0]
    assert line.flush
    spaces = [piece.after for piece in line.pieces if piece.text in ("AB", "一二三")]
    assert spaces == [pytest.approx(3.0)] * 2
    assert all(piece.spacing == 0 for piece in line.pieces)


@pytest.mark.parametrize("mode", ["greedy", "optimal"])
def test_no_single_character_on_a_last_line(mode: str) -> None:
    for tail in ("国", "国。", "国”。"):
        lines = lines_of("民" * 20 + tail, 10, mode=mode)
        assert len(text_of(lines[-1]).strip("。”")) >= 2


def test_words_are_hyphenated_in_their_own_language_only() -> None:
    text = "international cooperation and development continued throughout the municipality"
    english = lines_of(text, 16, lang="en")
    assert any(seen(line).endswith("-") for line in english)
    assert "".join(map(text_of, english)) == text
    assert not any(piece.added for line in lines_of(text, 16, lang="zh-Hans") for piece in line.pieces)
    assert not any(piece.added for line in lines_of(text, 16, lang="en", hyphenate=False) for piece in line.pieces)


def test_a_soft_hyphen_is_shown_where_it_is_used() -> None:
    lines = lines_of("aaaaaa\u00adbbbbbb", 4, lang="xx", justify=False)
    assert [seen(line) for line in lines] == ["aaaaaa\u00ad-", "bbbbbb"]


def test_an_apostrophe_in_a_word_is_no_quotation_mark() -> None:
    lines = lines_of("the people’s republic’s reports", 8, justify=False)
    assert all("’" not in text[:1] for text in texts(lines))
    assert "people’s" in " ".join(texts(lines))


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = lines_of("见" + "a" * 100, 10)
    assert "".join(map(text_of, lines)) == "见" + "a" * 100
    assert all(line.width <= 100.01 for line in lines)


def test_a_long_number_is_broken_off_its_unit_before_it_is_split() -> None:
    lines = lines_of("12345678亿元", 4.5, justify=False)
    assert texts(lines)[0] == "12345678"


def test_a_line_end_in_the_text_ends_the_line() -> None:
    lines = lines_of("甲乙丙\n丁戊", 10, indent=20.0)
    assert texts(lines) == ["甲乙丙\n", "丁戊"]
    assert [line.last for line in lines] == [True, True]
    assert [line.x for line in lines] == [20, 0]


def test_runs_share_a_line_and_keep_their_numbers() -> None:
    runs = [
        Text("一、总的要求。", PLAIN, 16, role="lead"),
        Text("坚持稳中求进，", PLAIN, 16),
        Text("增长6.5%", PLAIN, 12),
    ]
    (line,) = compose(runs, Settings(measure=500))
    assert {piece.run: "".join(p.text for p in line.pieces if p.run == piece.run) for piece in line.pieces} == {
        0: "一、总的要求。",
        1: "坚持稳中求进，",
        2: "增长6.5%",
    }


def test_no_line_ends_in_a_quotation_that_leaves_out_what_stood_first() -> None:
    said = "甲乙“…228个”"
    assert [said[start:end] for start, end in unbroken(said)] == ["“…228个"]


def test_an_unbroken_run_stays_on_one_line() -> None:
    runs = [Text("国" * 8, PLAIN, 10), Text("不可分开", PLAIN, 10, unbroken=True), Text("民" * 8, PLAIN, 10)]
    lines = compose(runs, Settings(measure=100))
    assert sum("不可分开" in text_of(line) for line in lines) == 1


def test_a_note_mark_stays_with_its_word_and_stands_close() -> None:
    runs = [Text("国" * 10, PLAIN, 10), Text("1", PLAIN, 10, attached=True), Text("民" * 15, PLAIN, 10)]
    lines = compose(runs, Settings(measure=100))
    assert not any(text_of(line).startswith("1") for line in lines)
    (line,) = compose(runs, Settings(measure=1000))
    assert line.natural == pytest.approx(255)


def test_ragged_lines_keep_their_width() -> None:
    lines = lines_of("坚持稳中求进工作总基调，推动高质量发展迈出新步伐。", 9.3, justify=False)
    assert all(line.width == pytest.approx(line.natural) and line.width <= 93 for line in lines)


@pytest.mark.parametrize("lang", ["zh-Hant", "zh-HK", "zh-TW"])
def test_marks_in_the_middle_of_their_squares_lose_no_half(lang: str) -> None:
    (line,) = lines_of("甲，乙。丙：「丁。」", 20, lang=lang, justify=False)
    places = {char: piece.x + 10 * at for piece in line.pieces for at, char in enumerate(piece.text)}
    assert places["乙"] - places["，"] == 10, "a comma is as wide as a character"
    assert places["丁"] - places["「"] == 10 and places["「"] - places["："] == 5, "a bracket stands tight beside it"
    assert places["」"] - places["。"] == 10, "a stop keeps its place before a bracket"
    for filler in range(6, 14):
        lines = lines_of("國" * filler + "。「" + "民" * 20, 10, lang=lang)
        assert not any(text[0] in "。" for text in texts(lines))
        assert not any(text[-1] in "「" for text in texts(lines))


@pytest.mark.parametrize("before", range(12))
def test_an_address_is_broken_at_its_joints_alone(before: int) -> None:
    address = "https://www.example.org/zwgk/2024/05/16/content_5678901.html?from=index&page=2#top"
    ends = lines_of("国" * before + address + "，民" * 6, 12, level="gb")
    broken = [one for one, other in pairwise(texts(ends)) if one[-1].isascii() and other[0].isascii()]
    assert broken
    assert all(line[-1] in "/.?&=#_" for line in broken)


def test_an_address_without_a_joint_is_broken_where_it_must_be() -> None:
    assert "".join(texts(lines_of("国http://" + "a" * 60 + "民", 12))) == "国http://" + "a" * 60 + "民"


def test_an_interpunct_of_a_name_takes_half_a_character() -> None:
    (line,) = lines_of("艾山·吐尔逊", 20)
    assert line.natural == 55.0
    assert [(piece.text, piece.x) for piece in line.pieces] == [("艾山", 0.0), ("·", 17.5), ("吐尔逊", 25.0)]
    (between,) = lines_of("《水经·卷一》·《后记》", 20)
    assert between.natural == 90.0  # six characters, and four brackets and two interpuncts of half a width


def test_an_interpunct_keeps_its_square_in_traditional_text_beside_spaces_and_at_a_beginning() -> None:
    for text, lang in (("艾山·吐爾遜", "zh-Hant"), ("·艾山吐尔逊", "zh-Hans")):
        (line,) = lines_of(text, 20, lang=lang)
        assert line.natural == 60.0, text
    (line,) = lines_of("艾山 · 吐尔逊", 20)
    assert line.natural == 65.0


def test_an_interpunct_at_the_end_of_a_line_leaves_nothing_open() -> None:
    first, last = lines_of("艾山艾山艾山艾山艾·吐尔逊吐尔逊", 9.5, justify=True)
    assert seen(first) == "艾山艾山艾山艾山艾·" and first.flush
    assert {round(piece.spacing, 6) for piece in first.pieces} == {0.0}
    assert seen(last) == "吐尔逊吐尔逊"


def test_gaps_beside_an_interpunct_grow_as_others_do() -> None:
    first, _ = lines_of("艾山·吐尔逊艾山·吐尔逊一二三四", 10.5, justify=True)
    places = [
        (piece.x + at * (10 + piece.spacing), char) for piece in first.pieces for at, char in enumerate(piece.text)
    ]
    steps = [right - left for (left, _), (right, _) in pairwise(places)]
    grown = {
        round(step - (7.5 if "·" in (one[1], other[1]) else 10), 4)
        for step, one, other in zip(steps, places, places[1:], strict=False)
    }
    assert len(grown) == 1, grown
