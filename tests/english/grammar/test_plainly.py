"""English headings in plain words: levels that are raised, work that is done well, steps that are taken."""

from __future__ import annotations

import pytest

from exporter.english.grammar.headings import english_of
from exporter.english.grammar.plainly import named, plainly
from exporter.english.grammar.styling import Tense


@pytest.mark.parametrize(
    ("heading", "tense", "english"),
    [
        ("切实加强渔业监管", "plan", "Take effective measures to strengthen the regulation of fisheries"),
        ("有效改善渔业条件", "past", "We effectively improved conditions for fisheries"),
        ("全面加快城镇建设", "plan", "Accelerate urban development across the board"),
        ("提高农业现代化水平", "plan", "Advance agricultural modernization"),
        ("在社会保障方面", None, "Social security"),
        ("在就业方面", None, "Employment"),
        ("第二、关于渔业", None, "Second: Fisheries"),
        ("三是社会保障工程", None, "Third: Social security projects"),
        ("第三章　法律责任", None, "Chapter 3 Legal Liability"),
        ("全力建设三大园区", "plan", "Make every effort to build the three major industrial parks"),
        ("加快打造开放高地", "plan", "Move faster to become a pacesetter in opening up"),
        ("推进健康战略落地落实", "plan", None),
        ("产业结构更加合理", "past", "The industrial structure became more rational"),
        ("教育事业优先发展", "past", "Education was given priority"),
        ("促进渔业与旅游业融合发展", "plan", "Promote the integrated development of fisheries and tourism"),
        ("推进港口提档升级", "plan", "Upgrade ports"),
        ("以港口建设为抓手，发展渔业", "plan", "Develop fisheries, with the building of ports as the main lever"),
        ("一、“七五”计划执行情况", None, "I. Implementation of the Seventh Five-Year Plan"),
        ("必须坚持推进改革", "past", "We must continue to advance reform"),
    ],
)
def test_an_editor_says_it_plainly(heading: str, tense: Tense | None, english: str | None) -> None:
    found = english_of(heading, "heading", tense)
    if english:
        assert found.text == english
    else:
        assert found.text and not found.text.startswith("Strategies")


@pytest.mark.parametrize(
    ("long", "plain"),
    [
        ("effectively ~guard against risks", "effectively ~guard against risks"),
        ("~raise the level of urban management", "~improve urban management"),
        (
            "~raise the level of disposal of waste",
            "~raise the level of disposal of waste".replace("raise the level of", "improve the"),
        ),
        (
            "~further ~raise the level of modernization in farming",
            "~further ~modernize farming".replace("~further", "~further"),
        ),
        ("comprehensively ~develop towns with ports", "comprehensively ~develop towns with ports"),
        ("~ensure good work on five projects", "~deliver five projects"),
        ("comprehensively ~do good work on fisheries", "~do solid work in all aspects of fisheries"),
        ("~strengthen laws and ~strengthen courts", "~strengthen laws and courts"),
        ("~work hard to guard ports and ~save ships", "~work hard to guard ports and save ships"),
        ("~improve the capacity for responding to floods", "~improve the capacity to respond to floods"),
        ("trade ~be pressed ahead with", "trade ~advance further"),
        ("~continue to advance investment", "~continue to boost investment"),
        ("the position of a port ~be raised", "its position as a port ~be raised"),
    ],
)
def test_long_words_become_plain(long: str, plain: str) -> None:
    assert plainly(long) == plain


def test_a_sentence_of_no_time_is_a_name() -> None:
    assert named("new progress ~be made in fisheries") == "new progress in fisheries"
    assert named("ports and towns ~develop in a coordinated way") == "coordinated development of ports and towns"
    assert named("ports ~grow") is None
