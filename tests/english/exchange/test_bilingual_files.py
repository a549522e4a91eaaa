"""Exchange with other tools: what goes out comes back, and another tool reads it."""

from __future__ import annotations

import contextlib
import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import factory, tbx, tmx
from translate.storage.xliff2 import Xliff2File

from exporter.english.exchange.memory import Unit, approved, memory_of, recalled, units_of
from exporter.english.exchange.returned import read_returned, taken_back
from exporter.english.exchange.review_tables import to_workbook
from exporter.english.exchange.segments import Segment
from exporter.english.exchange.term_files import from_tbx, to_csv, to_tbx
from exporter.english.exchange.tmx import from_tmx, to_tmx
from exporter.english.exchange.xliff import Version, from_xliff, to_xliff
from exporter.english.glossary.terms import COLUMNS, Term, load
from exporter.errors import TranslationError
from exporter.model import EnglishStatus, Span

STATUSES: tuple[EnglishStatus, ...] = ("verified", "reviewed", "draft", "machine", "untranslated")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=30)


def segment(number: int, zh: str, en: str, status: EnglishStatus, span: Span | None) -> Segment:
    translated = en if status != "untranslated" else None
    return Segment(f"s{number:04d}", zh, "sentence", translated, status, span, note="n")


SEGMENTS = st.lists(st.tuples(WORDS, WORDS, st.sampled_from(STATUSES), st.booleans()), max_size=6).map(
    lambda rows: tuple(
        segment(number, zh, en, status, Span(number * 9, number * 9 + 5) if placed else None)
        for number, (zh, en, status, placed) in enumerate(rows, 1)
    )
)


@pytest.mark.parametrize("version", ["1.2", "2.0"])
@given(segments=SEGMENTS)
def test_segments_come_back_from_xliff(version: Version, segments: tuple[Segment, ...]) -> None:
    assert from_xliff(to_xliff(segments, version=version)) == segments


@given(SEGMENTS)
def test_segments_come_back_from_a_workbook(segments: tuple[Segment, ...]) -> None:
    back = taken_back(segments, read_returned("back.xlsx", to_workbook(segments)), "back.xlsx")
    assert back.segments == segments
    assert {unit.fate for unit in back.units} <= {"same"}


@given(st.lists(st.builds(Unit, zh=WORDS, en=WORDS, source=WORDS), max_size=6))
def test_a_memory_comes_back_from_tmx(units: list[Unit]) -> None:
    assert from_tmx(to_tmx(units)).units == tuple(units)


def test_approval_comes_back_from_tmx() -> None:
    unit = approved(Unit("深化改革。", "Deepen reform."), "A. Reviewer", "2024-05-01")
    back = from_tmx(to_tmx([unit])).find("深化改革")
    assert back == unit
    assert back is not None and back.status == "reviewed"


def test_each_state_comes_back_from_tmx() -> None:
    known = [
        Segment(
            "s0001", "深化改革。", "sentence", "Deepen reform.", "reviewed", approved_by="Li", approved_on="2026-01-05"
        ),
        Segment("s0002", "改善民生。", "sentence", "Improve wellbeing.", "reviewed"),
        Segment("s0003", "扩大开放。", "sentence", "Open wider.", "verified"),
        Segment("s0004", "促进就业。", "sentence", "Promote jobs.", "machine"),
    ]
    fresh = [replace(one, en=None, status="untranslated", approved_by="", approved_on="") for one in known]
    back = from_tmx(to_tmx(units_of(known, "a.txt")))
    assert [unit.state for unit in back.units] == ["reviewed", "reviewed", "verified", "machine"]
    taken = taken_back(fresh, back, "a.tmx").segments
    assert [one.status for one in taken] == ["reviewed", "reviewed", "draft", "draft"]
    assert (taken[0].approved_by, taken[0].approved_on) == ("Li", "2026-01-05")
    again = from_tmx(to_tmx(units_of(taken, "a.txt"))).units[0]
    assert (again.approved_by, again.approved_on) == ("Li", "2026-01-05")


def test_words_that_a_tool_changed_in_a_tmx_are_approved_by_nobody() -> None:
    unit = approved(Unit("深化改革。", "Deepen reform."), "A. Reviewer", "2024-05-01")
    (back,) = from_tmx(to_tmx([unit]).replace(b"Deepen reform.", b"Deepen the reform.")).units
    assert (back.status, back.state, back.approved_by) == ("draft", "draft", "")


def test_terms_come_back_from_tbx_and_stand_whole_in_csv() -> None:
    terms = load().terms[::17]
    assert sorted(from_tbx(to_tbx(terms)), key=repr) == sorted(terms, key=repr)
    rows = list(csv.reader(io.StringIO(to_csv(terms))))
    assert rows == [list(COLUMNS), *([getattr(term, column) for column in COLUMNS] for term in terms)]


def test_another_tool_reads_the_xliff_and_its_work_comes_back() -> None:
    segments = (
        segment(1, "一、改革", "I. Reform", "verified", Span(0, 4)),
        segment(2, "增长8%。", "", "untranslated", Span(5, 10)),
    )
    store = Xliff2File.parsestring(to_xliff(segments, version="2.0"))
    units = [unit for unit in store.units if not unit.isheader()]
    assert [unit.source for unit in units] == ["一、改革", "增长8%。"]
    assert units[0].target == "I. Reform"
    units[1].target = "It grew by 8 percent."
    written = io.BytesIO()
    store.serialize(written)
    back = taken_back(segments, from_xliff(written.getvalue()), "back.xlf").segments
    assert [one.id for one in back] == ["s0001", "s0002"]
    assert back[1].en == "It grew by 8 percent."
    assert back[1].status in ("draft", "reviewed")
    assert [one.span for one in back] == [one.span for one in segments]
    assert back[0].status == "verified"


def test_another_tool_reads_the_tmx() -> None:
    store = tmx.tmxfile.parsestring(to_tmx([Unit("深化改革", "Deepen reform"), Unit("<&>", '"&"')]))
    assert [(unit.source, unit.target) for unit in store.units] == [("深化改革", "Deepen reform"), ("<&>", '"&"')]


def test_another_tool_reads_the_tbx() -> None:
    store = tbx.tbxfile.parsestring(
        to_tbx([Term("营商环境", "the business environment"), Term("推进", "~advance {}", kind="verb")])
    )
    assert [unit.source for unit in store.units] == ["营商环境", "推进"]
    assert [unit.target for unit in store.units] == ["the business environment", "advance …"]


@pytest.mark.parametrize(
    "data", [b"", b"<", b"<a/>", b"\xff\xfe", b"<!DOCTYPE a [<!ENTITY x 'y'>]><tmx>&x;</tmx><", b"PK\x03\x04"]
)
def test_a_broken_file_is_a_typed_error(data: bytes) -> None:
    for read in (from_xliff, from_tmx):
        with pytest.raises(TranslationError) as error:
            read(data)
        assert error.value.code == "exchange.malformed"


def test_a_bomb_does_not_go_off() -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    data = (
        f'<!DOCTYPE tmx [<!ENTITY a0 "a">{lines}]><tmx><body><tu><tuv lang="zh"><seg>&a9;</seg></tuv></tu></body></tmx>'
    )
    with contextlib.suppress(TranslationError):
        assert from_tmx(data.encode()).units == ()


def test_units_without_two_languages_are_left_out() -> None:
    data = b'<tmx version="1.4"><body><tu><tuv xml:lang="zh"><seg>a</seg></tuv></tu><tu/></body></tmx>'
    assert from_tmx(data).units == ()


def test_what_a_tool_changed_in_chinese_is_not_taken_back() -> None:
    mine = (segment(1, "原文", "", "untranslated", None),)
    back = taken_back(mine, (segment(1, "别的", "Other", "reviewed", None),), "back.xlf")
    assert back.segments == mine
    assert [(unit.fate, "别的" in unit.reason) for unit in back.units] == [("refused", True)]


def test_the_figures_of_what_comes_back_are_checked() -> None:
    mine = (segment(1, "增长8%。", "", "untranslated", None), segment(2, "深化改革。", "", "untranslated", None))
    returned = (
        segment(1, "增长8%。", "It grew by 80 percent.", "reviewed", None),
        segment(2, "深化改革。", "Deepen reform.", "reviewed", None),
        segment(9, "没有。", "None.", "reviewed", None),
        segment(2, "深化改革。", "Twice.", "reviewed", None),
    )
    back = taken_back(mine, returned, "back.xlf")
    assert [unit.fate for unit in back.units] == ["refused", "changed", "refused", "refused"]
    assert all(unit.reason for unit in back.units if unit.fate == "refused")
    assert [one.status for one in back.segments] == ["untranslated", "reviewed"]


def test_the_words_of_a_rule_that_a_person_changed_are_the_persons() -> None:
    mine = (segment(1, "深化改革。", "Deepen reforms.", "verified", None),)
    back = taken_back(mine, (segment(1, "深化改革。", "Deepen reform.", "verified", None),), "back.xlf")
    assert [(one.en, one.status) for one in back.segments] == [("Deepen reform.", "reviewed")]


@pytest.mark.parametrize("form", ["xliff 1.2", "xliff 2.0", "workbook"])
def test_what_a_rule_said_once_is_no_persons_word(form: str) -> None:
    """An earlier version's English that nobody touched is not taken for approved, where the rule says it no more."""
    once = (segment(1, "深化改革。", "Deepen reform.", "verified", None),)
    write = {
        "xliff 1.2": lambda: to_xliff(once),
        "xliff 2.0": lambda: to_xliff(once, version="2.0"),
        "workbook": lambda: to_workbook(once),
    }
    data = write[form]()
    for now in (None, "Reform deeper."):
        mine = (replace(once[0], en=now, status="verified" if now else "untranslated"),)
        back = taken_back(mine, read_returned("back", data), "back")
        assert back.segments == mine
        assert [(unit.fate, "rule" in unit.reason) for unit in back.units] == [("refused", True)]
    assert taken_back(once, read_returned("back", data), "back").count("same") == 1


def test_another_tool_reads_xliff_1_2_and_its_work_comes_back() -> None:
    segments = (
        segment(1, "一、改革", "I. Reform", "verified", Span(0, 4)),
        segment(2, "增长8%。", "", "untranslated", Span(5, 10)),
    )
    store = factory.getobject(io.BytesIO(to_xliff(segments)))
    units = [unit for unit in store.units if not unit.isheader()]
    assert [unit.source for unit in units] == ["一、改革", "增长8%。"]
    units[1].target = "It grew by 8 percent."
    units[1].markapproved()
    back = taken_back(segments, from_xliff(bytes(store)), "back.xlf").segments
    assert [(one.en, one.status) for one in back] == [("I. Reform", "verified"), ("It grew by 8 percent.", "reviewed")]


def test_a_memory_fills_what_the_guard_lets_pass() -> None:
    memory = memory_of([Unit("增长8%。", "It grew by 80 percent."), Unit("深化改革。", "Deepen reform.", "by hand")])
    wrong, right = recalled(
        [segment(1, "增长8%。", "", "untranslated", None), segment(2, "深化改革", "", "untranslated", None)], memory
    )
    assert wrong.en is None and "8%" in wrong.note
    assert (right.en, right.status) == ("Deepen reform.", "draft")
    assert memory.similar("深化改革吧")[0][1].en == "Deepen reform."
    assert memory.similar("完全不同的一句话") == ()
