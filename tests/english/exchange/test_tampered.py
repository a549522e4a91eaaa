"""What comes back may hold anything: what cannot stand is refused with its reason, and the rest is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter import conversion, desk, pipeline
from exporter.english.exchange.memory import Unit, memory_of, recalled, units_of
from exporter.english.exchange.returned import Returned, notices_of, read_returned, taken_back
from exporter.english.exchange.review_tables import to_workbook
from exporter.english.exchange.segments import Segment
from exporter.english.exchange.tmx import from_tmx, to_tmx
from exporter.english.exchange.xliff import to_xliff
from exporter.model import PersonalTerm
from exporter.parts import FIGURES, Options, load

REPORT = """青河市2025年政府工作报告

各位代表：

一、2024年工作回顾

全年新增就业1.2万人，城镇调查失业率控制在5.5%以内。围绕这一要求，各级各部门狠抓落实，有关工作取得积极进展。
物流成本降低3.2个百分点，出口下降4.1%。这项工作的基础还不牢固。数智港今年正式启用。

二、2025年重点工作

各级各部门要把这项任务放在突出位置，一件一件抓好落实。坚决防止规模性返贫。
"""
JOBS, WORK = "全年新增就业", "围绕这一要求"
COSTS, BASE, PORT, TASK = "物流成本", "这项工作的基础", "数智港今年", "各级各部门要把"
GOOD = {
    JOBS: "Some 12,000 new jobs were created in the year, and the urban unemployment rate was kept within 5.5 percent.",
    WORK: "To meet this requirement, governments and departments acted in earnest, and the work made good progress.",
    COSTS: "Logistics costs fell by 3.2 percentage points, and exports fell by 4.1 percent.",
    BASE: "The foundation of this work is not yet firm.",
    PORT: "The Digital Port was put into service this year.",
    TASK: "Governments and departments should give this task a prominent place and see to it point by point.",
}
TAMPERED = (
    # whose English is changed, to what, and a word of the reason
    (JOBS, GOOD[JOBS].replace("12,000", "21,000"), "1.2万"),
    (JOBS, GOOD[JOBS].replace("12,000", "120 million"), "1.2万"),
    (JOBS, GOOD[JOBS].replace("5.5 percent", "5.5 percentage points"), "5.5%"),
    (JOBS, GOOD[JOBS].replace("kept within 5.5", "raised to at least 5.5"), "5.5%"),
    (JOBS, GOOD[JOBS].replace(", and the urban unemployment rate was kept within 5.5 percent", ""), "5.5%"),
    (WORK, GOOD[WORK][:-1] + " in all 48 districts.", "48"),
    (WORK, GOOD[WORK].replace("made good progress", "made no progress"), "denies"),
    (BASE, "The foundation of this work is firm.", "denies"),
    (COSTS, GOOD[COSTS].replace("Logistics costs fell", "Logistics costs rose"), "goes down"),
    (COSTS, GOOD[COSTS].replace("exports fell", "exports rose"), "下降|4.1%"),
    (WORK, GOOD[WORK].replace("this requirement", "{1}this requirement{2}"), "mark of a tool"),
    (WORK, GOOD[WORK].replace("this requirement", "<g id='1'>this requirement"), "mark of a tool|stands in no source"),
    (WORK, GOOD[WORK].replace("acted", "\u202eacted"), "direction"),
    (WORK, GOOD[WORK].replace("acted", "ac\u200bted"), "characters"),
    (WORK, "Here is the translation: " + GOOD[WORK], "speaks of the task"),
    (WORK, "I'm sorry, but I cannot translate this sentence, as it may be sensitive.", "speaks of the task"),
    (
        WORK,
        "Pour répondre à cette exigence, les services et les autorités ont agi, et le travail avance bien.",
        "language",
    ),
    (WORK, "Во исполнение этого требования работа ведомств и учреждений значительно продвинулась.", "script"),
    (WORK, "围绕这一要求，各级各部门狠抓落实。", "Chinese is left over"),
    (WORK, "Yes.", "characters"),
    (WORK, GOOD[WORK] + " See https://example.org for more.", "stands in no source"),
    (PORT, "The Number Harbor was put into service this year.", "Digital Port"),
    (TASK, "We act and act and act now " * 4 + ".", "again and again"),
)
OWN = (PersonalTerm("数智港", "Digital Port"),)


@pytest.fixture(scope="module")
def segments() -> tuple[Segment, ...]:
    document = conversion.read_bytes("report.txt", REPORT.encode())
    return desk.segments_of(pipeline.run(document, [load(step) for step in FIGURES]), Options())


def of(segments: tuple[Segment, ...], start: str) -> Segment:
    return next(one for one in segments if one.zh.startswith(start))


def done(segments: tuple[Segment, ...], said: dict[str, str]) -> list[Segment]:
    """What a translator gives back: her English, approved."""
    english = {of(segments, start).id: text for start, text in said.items()}
    return [replace(one, en=english[one.id], status="reviewed") if one.id in english else one for one in segments]


def back(segments: tuple[Segment, ...], units: list[Segment]) -> Returned:
    data = to_xliff(units)
    return taken_back(segments, read_returned("back.xlf", data), "back.xlf", OWN)


def refused(returned: Returned) -> dict[str, str]:
    return {unit.id: unit.reason for unit in returned.units if unit.fate == "refused"}


def test_good_english_is_taken(segments: tuple[Segment, ...]) -> None:
    returned = back(segments, done(segments, GOOD))
    assert refused(returned) == {}
    assert {of(returned.segments, start).en for start in GOOD} == set(GOOD.values())


def test_there_are_more_than_twenty() -> None:
    assert len(set(TAMPERED)) == len(TAMPERED) >= 20


@pytest.mark.parametrize(("start", "english", "reason"), TAMPERED)
def test_a_tampered_unit_is_refused_and_the_others_are_taken(
    segments: tuple[Segment, ...], start: str, english: str, reason: str
) -> None:
    returned = back(segments, done(segments, {**GOOD, start: english}))
    (told,) = refused(returned).values()
    assert any(word in told for word in reason.split("|")), told
    taken = {one.en for one in returned.segments if one.status == "reviewed"}
    assert taken == {text for place, text in GOOD.items() if place != start}


def test_a_source_that_was_edited_is_refused(segments: tuple[Segment, ...]) -> None:
    units = done(segments, GOOD)
    at = next(place for place, one in enumerate(units) if one.zh.startswith(JOBS))
    units[at] = replace(units[at], zh=units[at].zh.replace("1.2万", "2.1万"))
    assert "is not the document's" in refused(back(segments, units))[units[at].id]


def test_an_id_that_stands_twice_is_refused_the_second_time(segments: tuple[Segment, ...]) -> None:
    units = done(segments, GOOD)
    again = replace(of(tuple(units), WORK), en="Something else was done, and good progress was made in it all.")
    returned = back(segments, [*units, again])
    assert "twice" in refused(returned)[again.id]
    assert of(returned.segments, WORK).en == GOOD[WORK]


def test_an_unknown_unit_is_refused_and_one_that_moved_is_found(segments: tuple[Segment, ...]) -> None:
    stranger = Segment("s9999", "这句话不在文件里。", "sentence", "This is not in it.", "reviewed")
    moved = replace(of(tuple(done(segments, GOOD)), WORK), id="s0900")
    returned = back(segments, [stranger, moved])
    assert list(refused(returned)) == ["s9999"]
    assert of(returned.segments, WORK).en == GOOD[WORK]


def test_a_unit_that_is_missing_or_empty_is_told(segments: tuple[Segment, ...]) -> None:
    units = [one for one in done(segments, GOOD) if not one.zh.startswith(WORK)]
    told = notices_of(back(segments, units), "back.xlf")
    assert any(one.code == "reviewed.missing" and of(segments, WORK).id in one.message for one in told)
    empty = to_xliff(done(segments, GOOD)).decode().replace(GOOD[BASE], "").encode()
    returned = taken_back(segments, read_returned("back.xlf", empty), "back.xlf")
    assert "holds no English" in refused(returned)[of(segments, BASE).id]


def test_rows_that_were_mixed_up_are_refused(segments: tuple[Segment, ...]) -> None:
    import io

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(to_workbook(done(segments, GOOD))))
    sheet = book.worksheets[0]
    rows = {str(row[0].value): row for row in sheet.iter_rows(min_row=2)}
    one, other = rows[of(segments, WORK).id], rows[of(segments, TASK).id]
    one[1].value, other[1].value = other[1].value, one[1].value
    held = io.BytesIO()
    book.save(held)
    returned = taken_back(segments, read_returned("back.xlsx", held.getvalue()), "back.xlsx")
    assert set(refused(returned)) == {of(segments, WORK).id, of(segments, TASK).id}
    assert all("mixed up" in reason for reason in refused(returned).values())


def test_english_whose_status_was_left_is_kept_as_a_draft_and_told(segments: tuple[Segment, ...]) -> None:
    units = [replace(one, status="untranslated") if one.en else one for one in done(segments, GOOD)]
    returned = taken_back(segments, tuple(units), "back.xlsx")
    assert of(returned.segments, WORK).status == "draft" and of(returned.segments, WORK).en == GOOD[WORK]
    told = notices_of(returned, "back.xlsx")[-1]
    assert "drafts" in told.message and told.level == "warning"


def test_what_departs_from_proved_english_is_taken_and_told(segments: tuple[Segment, ...]) -> None:
    proved = next(one for one in segments if one.status == "verified" and one.kind == "sentence" and one.en)
    changed = f"Notably, {proved.en}"
    back = tuple(replace(one, en=changed, status="reviewed") if one.id == proved.id else one for one in segments)
    told = [note for note in notices_of(taken_back(segments, back, "back.xlsx"), "back.xlsx") if note.level == "info"]
    assert "'Notably' is not in the known English" in next(n.message for n in told if n.code == "reviewed.doubted")


def test_a_workbook_says_what_is_found_in_english_that_no_rule_has_proved(segments: tuple[Segment, ...]) -> None:
    import io

    from openpyxl import load_workbook

    wrong = {WORK: GOOD[WORK].replace("good", "no")}
    book = load_workbook(io.BytesIO(to_workbook(done(segments, GOOD | wrong))))
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert head[-1] == "Findings"
    assert "denies" in next(str(row[-1]) for row in rows if row[0] == of(segments, WORK).id)
    assert not any(row[-1] for row in rows if row[3] in ("verified", "untranslated"))


def test_a_person_overrules_the_guard_by_a_reason_but_never_a_figure(segments: tuple[Segment, ...]) -> None:
    words = replace(
        of(segments, PORT), en="The Number Harbor is open.", status="reviewed", note="! the client calls it so"
    )
    figure = replace(of(segments, JOBS), en=TAMPERED[0][1], status="reviewed", note="! the client wants it so")
    returned = taken_back(segments, (words, figure), "back.xlf", OWN)
    assert list(refused(returned)) == [figure.id]
    bare = taken_back(segments, (replace(words, note="!"),), "back.xlf", OWN)
    assert "begins with !" in refused(bare)[words.id]
    kept = Unit(words.zh, "港 is open.", "", "Li", "2026-01-05", "! a name")
    assert of(recalled(segments, memory_of([kept])), PORT).en == "港 is open."


def test_a_memory_takes_no_proved_english_out_of_a_document(segments: tuple[Segment, ...]) -> None:
    returned = taken_back(segments, from_tmx(to_tmx(units_of(segments, "report"))), "back.tmx")
    assert returned.segments == segments
    assert {unit.fate for unit in returned.units} == {"same"}


def test_a_unit_whose_id_was_changed_is_not_missing(segments: tuple[Segment, ...]) -> None:
    moved = tuple(replace(one, id="s9999") if one.zh.startswith(WORK) else one for one in done(segments, GOOD))
    returned = taken_back(segments, moved, "back.xlf")
    assert of(returned.segments, WORK).en == GOOD[WORK]
    assert returned.missing == ()


@pytest.mark.parametrize("mark", ["**{}**", "`{}`", "{}\n\tmore"])
def test_marks_of_plain_text_and_breaks_are_refused(segments: tuple[Segment, ...], mark: str) -> None:
    units = tuple(
        replace(one, en=mark.format(one.en)) if one.zh.startswith(WORK) else one for one in done(segments, GOOD)
    )
    assert set(refused(taken_back(segments, units, "back.xlf"))) == {of(segments, WORK).id}
