"""What holds for any text, setting and font."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

from hypothesis import example, given, note
from hypothesis import strategies as st

from exporter.typesetting import Line, Settings, Text, compose
from exporter.typesetting.break_classes import EXTEND, classes, forbidden
from tests.typesetting.fonts import PLAIN, text_of

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分"
MARKS = "，。、；：？！“”‘’（）《》——……·％～"
WORDS = "abcdeXYZ 0123456789.,%-/()&’亿元年个百分点"
ODD = "\u200b\u200d\u200e\u202e\u0301\ufe0f\u00ad\u00a0\u3000\ue000\U00020000\U0001f600\ud800\t\n\u2028é٣ไ"
TOLERANCE = 0.01

texts = st.one_of(
    st.text(HAN + MARKS, max_size=150),
    st.text(HAN * 2 + MARKS + WORDS * 2, max_size=150),
    st.text(WORDS, max_size=150),
    st.text(HAN + MARKS + WORDS + ODD, max_size=150),
    st.text(max_size=80),
)
sizes = st.sampled_from([8.0, 10.5, 16.0])
runs = st.builds(
    Text,
    text=texts,
    metrics=st.just(PLAIN),
    size=sizes,
    lang=st.sampled_from(["zh-Hans", "en", "de", "xx"]),
    tracking=st.sampled_from([0.0, -0.25, 1.0]),
    unbroken=st.sampled_from([False, False, True]),
)
paragraphs = st.lists(runs, min_size=1, max_size=4)
settings = st.builds(
    Settings,
    measure=st.integers(40, 500).map(float),
    indent=st.sampled_from([0.0, 21.0, 32.0]),
    level=st.sampled_from(["basic", "gb", "strict"]),
    mode=st.sampled_from(["greedy", "optimal"]),
    justify=st.booleans(),
    hyphenate=st.booleans(),
)


@given(paragraphs, settings)
@example([Text("", PLAIN, 16)], Settings(measure=100))
@example([Text("\n\n", PLAIN, 16)], Settings(measure=100))
@example([Text("　　", PLAIN, 16)], Settings(measure=10))
@example([Text("国", PLAIN, 16)], Settings(measure=1, indent=20))
def test_text_comes_out_whole_and_in_order(paragraph: list[Text], setting: Settings) -> None:
    text = "".join(run.text for run in paragraph)
    lines = compose(paragraph, setting)
    assert "".join(map(text_of, lines)) == text
    assert [text_of(line) for line in lines] == [text[line.start : line.end] for line in lines]
    assert all(line.end > line.start for line in lines)
    for piece in (piece for line in lines for piece in line.pieces if not piece.added):
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        offset = sum(len(run.text) for run in paragraph[: piece.run])
        assert offset <= piece.start and piece.start + len(piece.text) <= offset + len(paragraph[piece.run].text)


@given(paragraphs, st.sampled_from([-5.0, 0.0, 1e-9, 1.0, 5.0, math.inf]), st.sampled_from([0.0, 16.0]), settings)
def test_nothing_is_raised_or_lost_in_no_room_at_all(
    paragraph: list[Text], measure: float, size: float, setting: Settings
) -> None:
    shrunk = [replace(run, size=size) for run in paragraph]
    lines = compose(shrunk, replace(setting, measure=measure, indent=40.0))
    assert "".join(map(text_of, lines)) == "".join(run.text for run in paragraph)


@given(paragraphs, settings)
def test_no_line_is_wider_than_the_measure(paragraph: list[Text], setting: Settings) -> None:
    for line in compose(paragraph, setting):
        if _clusters(text_of(line)) > 1:
            assert line.x + line.width <= setting.measure + TOLERANCE, text_of(line)


@given(paragraphs, settings)
def test_a_flush_line_is_as_long_as_the_measure(paragraph: list[Text], setting: Settings) -> None:
    for line in compose(paragraph, setting):
        assert line.flush == (abs(line.x + line.width - setting.measure) <= TOLERANCE)
        if line.pieces:
            final = line.pieces[-1]
            right = final.x + final.width + final.after
            assert math.isclose(right, line.x + line.width, abs_tol=TOLERANCE)


@given(st.text(HAN + MARKS.replace("—", "").replace("…", ""), min_size=1, max_size=200), st.integers(8, 30), settings)
def test_full_lines_of_han_are_flush(text: str, characters: int, setting: Settings) -> None:
    setting = Settings(measure=16 * characters, level=setting.level, mode=setting.mode, indent=setting.indent)
    lines = compose([Text(text, PLAIN, 16)], setting)
    for line in lines:
        between_han = sum(left in HAN and right in HAN for left, right in itertools.pairwise(text_of(line)))
        if not line.last and between_han >= 5:
            note(text_of(line))
            assert line.flush


@given(paragraphs, settings)
def test_pieces_stand_side_by_side(paragraph: list[Text], setting: Settings) -> None:
    for line in compose(paragraph, setting):
        for piece, following in itertools.pairwise(line.pieces):
            if not following.added:
                assert math.isclose(piece.x + piece.width + piece.after, following.x, abs_tol=TOLERANCE)
        for piece in line.pieces:
            advances = [_advance(character) * paragraph[piece.run].size for character in piece.text]
            clusters = _clusters(piece.text)
            if "——" in piece.text or "……" in piece.text:
                continue
            width = sum(advances) + piece.spacing * (clusters - 1)
            assert math.isclose(piece.width, width, abs_tol=TOLERANCE) or len(piece.text) == 1


@given(paragraphs, settings)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(paragraph: list[Text], setting: Settings) -> None:
    lang = paragraph[0].lang
    text = "".join(run.text for run in paragraph)
    lines = compose([replace(run, lang=lang) for run in paragraph], setting)
    first, last = forbidden("basic", lang)
    for line, following in itertools.pairwise(lines):
        if not line.pieces or line.tail.strip(" \t\u200b\u3000\u00a0"):
            continue
        ends = text[line.start : line.end].rstrip(" \t\u200b\u3000")[-1:]
        if text[following.start] in first or ends in last:
            note((text_of(line), text_of(following)))
            assert not _could_break(text, line)


def _could_break(text: str, line: Line) -> bool:
    """Say whether the line has a place inside where it could end without any doubt."""
    return any(text[at - 1] in HAN and text[at] in HAN for at in range(line.start + 1, line.end))


@given(paragraphs, settings)
def test_the_same_input_gives_the_same_lines(paragraph: list[Text], setting: Settings) -> None:
    assert compose(paragraph, setting) == compose(list(paragraph), setting)


@given(paragraphs, settings)
def test_both_modes_agree_on_one_line(paragraph: list[Text], setting: Settings) -> None:
    greedy = compose(paragraph, replace(setting, mode="greedy"))
    optimal = compose(paragraph, replace(setting, mode="optimal"))
    assert (len(greedy) <= 1) == (len(optimal) <= 1)
    if len(greedy) == 1:
        assert greedy == optimal


def _advance(character: str) -> float:
    return PLAIN.advance(character)


def _clusters(text: str) -> int:
    table = classes("zh")
    return sum(table[character] != EXTEND or at == 0 for at, character in enumerate(text))
