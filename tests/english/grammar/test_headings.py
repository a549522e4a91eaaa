"""Headings, terms, titles and names: laws first, then what a reader of the seed sees."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.english.document import person_in_english, place_in_english, publisher_in_english
from exporter.english.grammar.headings import Rendering, english_of
from exporter.english.grammar.one_place import of_one_place
from exporter.english.grammar.styling import Tense, TextKind
from exporter.english.grammar.titles import title_of
from exporter.english.words import proper_names
from exporter.english.words.numbering import chinese_number, roman

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=40)
KINDS: tuple[TextKind, ...] = ("title", "heading", "sentence", "term", "place")
WORDS = st.lists(
    st.sampled_from(
        [
            "加快",
            "推进",
            "改革",
            "开放",
            "经济",
            "发展",
            "和",
            "的",
            "、",
            "，",
            "建设",
            "民生",
            "以",
            "为重点",
            "“三农”",
            "2018年",
        ]
    ),
    max_size=14,
).map("".join)


@given(st.one_of(st.text(max_size=60), HAN, WORDS), st.sampled_from(KINDS), st.sampled_from([None, "past", "plan"]))
def test_a_text_is_rendered_whole_or_not_at_all(text: str, kind: TextKind, tense: Tense | None) -> None:
    found = english_of(text, kind, tense)
    if found.text is None:
        assert found.status == "untranslated"
        assert found.missing
    else:
        assert found.status in ("verified", "draft")
        assert bool(found.missing) == (found.status == "draft")
        assert not re.search(r"[\u3400-\u9fff~{}]", found.text)


@given(WORDS)
def test_rendering_is_a_function(text: str) -> None:
    assert english_of(text, "heading", "plan") == english_of(text, "heading", "plan")


def test_long_nonsense_takes_no_longer_than_its_length() -> None:
    for text in ("改革和" * 3000, "“" * 5000, "以" * 5000, "的" * 5000, "（" * 3000 + "）" * 3000):
        assert isinstance(english_of(text, "heading"), Rendering)


@pytest.mark.parametrize(
    ("heading", "tense", "english"),
    [
        ("一、2017年工作回顾", "past", "I. Review of Work in 2017"),
        ("二、2018年主要目标任务", "plan", "II. Main Targets and Tasks for 2018"),
        ("（二）深化国有企业改革", "plan", "(2) Deepen"),
        ("（三）生态环境逐步改善", "past", "(3) The ecological environment improved gradually"),
        ("（三）生态环境逐步改善", "plan", "(3) The ecological environment will improve gradually"),
        (
            "（一）大力调整产业结构，转型升级步伐加快",
            "past",
            "(1) We vigorously adjusted the industrial structure, and transformation and upgrading gathered pace",
        ),
        ("四、以改善民生为重点，加快发展社会事业", "plan", "IV. Accelerate the Development"),
    ],
)
def test_headings_have_number_tense_and_order(heading: str, tense: Tense, english: str) -> None:
    text = english_of(heading, "heading", tense).text
    assert text is not None
    assert text.startswith(english)


def test_every_heading_of_the_seed_is_rendered(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bar: all level-1 and level-2 headings of the seed."""
    gold = json.loads((shared / "corpus" / "gold" / "seed_cixi_2018.structure.json").read_text("utf-8"))
    headings = [one["text"] for one in gold["headings"] if one["level"] in (1, 2)]
    found = {text: english_of(text, "heading", "past", names={"慈溪": "Cixi"}) for text in headings}
    with capsys.disabled():
        print(f"\nseed headings: {sum(one.text is not None for one in found.values())} of {len(found)}")
    assert [text for text, one in found.items() if one.text is None] == []


def test_what_is_missing_is_named() -> None:
    found = english_of("加快推进魑魅魍魉建设", "heading")
    assert found.text is None
    assert found.missing == ("魑魅魍魉",)


def test_a_name_of_the_document_is_known() -> None:
    assert english_of("建设美丽栖霞", "heading").text is None
    assert english_of("建设美丽栖霞", "heading", names={"栖霞": "Qixia"}).text == "Build a beautiful Qixia"


@given(st.integers(1, 399))
def test_roman_numerals_fall_in_value(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    letters = [values[letter] for letter in roman(number)]
    assert sum(-a if a < b else a for a, b in zip(letters, [*letters[1:], 0], strict=True)) == number


def test_chinese_numbers() -> None:
    assert [chinese_number(text) for text in ("一", "十", "十二", "二十", "二十一", "一百零三", "7")] == [
        1,
        10,
        12,
        20,
        21,
        103,
        7,
    ]


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("政府工作报告", "Report on the Work of the Government"),
        ("慈溪市政府工作报告（摘要）", "Report on the Work of the Cixi Municipal Government (Summary)"),
        ("2026年广东省政府工作报告", "Report on the Work of the Guangdong Provincial Government (2026)"),
        (
            "新疆维吾尔自治区2020年政府工作报告",
            "Report on the Work of the Government of Xinjiang Uygur Autonomous Region (2020)",
        ),
        (
            "2022年成都市国民经济和社会发展统计公报",
            "Statistical Communiqué of Chengdu on the 2022 National Economic and Social Development",
        ),
        (
            "关于青河县2025年预算执行情况和2026年预算草案的报告",
            "Report on the Implementation of the 2025 Budget of Qinghe County and on the 2026 Draft Budget",
        ),
        (
            "2025年预算执行情况和2026年预算（草案）报告",
            "Report on the Implementation of the 2025 Budget and on the 2026 Draft Budget",
        ),
        ("国务院关于加强环境保护的决定", "Decision of the State Council on Strengthening Environmental Protection"),
    ],
)
def test_titles(title: str, english: str) -> None:
    assert title_of(title).text == english


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("慈溪市", "Cixi City"),
        ("广东省", "Guangdong Province"),
        ("蔚县", "Yuxian County"),
        ("西安市", "Xi'an City"),
        ("陕西省", "Shaanxi Province"),
        ("观海卫镇", "Guanhaiwei Town"),
        ("恩施土家族苗族自治州", "Enshi Tujia and Miao Autonomous Prefecture"),
        ("呼伦贝尔市海拉尔区", "Hailar District, Hulunbuir City"),
    ],
)
def test_places(place: str, english: str) -> None:
    assert place_in_english(place) == english


def test_people_have_the_surname_of_the_table() -> None:
    wanted = {"李克强": "Li Keqiang", "单霁翔": "Shan Jixiang", "解振华": "Xie Zhenhua", "欧阳自远": "Ouyang Ziyuan"}
    assert {name: person_in_english(name) for name in wanted} == wanted
    assert person_in_english("政府") is None or person_in_english("A") is None
    assert len(proper_names.surnames()) > 480


def test_publishers() -> None:
    assert publisher_in_english("慈溪日报") == "Cixi Daily"
    assert publisher_in_english("慈溪市人民政府") == "Cixi Municipal People's Government"
    assert publisher_in_english("某某论坛") is None


def test_a_county_builds_one_new_area() -> None:
    assert of_one_place("Ensure the building of new areas") == "Ensure the building of the new area"
    assert of_one_place("Three new areas") == "Three new areas"


def test_two_verbs_of_one_rendering_are_both_bent() -> None:
    said = english_of("聚焦巩固拓展生态优势", "heading").text or ""
    assert "consolidating and expanding" in said
