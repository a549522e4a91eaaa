"""A translator on this machine: the real engine loads and decodes a model that the test builds."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from exporter import conversion, desk
from exporter.english.exchange.segments import Segment
from exporter.english.services.clauses import cut, joined
from exporter.english.services.local import LONGEST, found_model, local, model_in, speaker
from exporter.english.services.named import session_named
from exporter.english.services.translators import Asked, Request
from exporter.errors import PartError, TranslationError
from exporter.model import PersonalTerm
from exporter.parts import Options
from tests.support.tiny_model import write_model

WORDS = {
    "深化": "▁deepen",
    "改革": "▁reform",
    "持续": "▁steadily",
    "全市": "▁the▁city",
    "增长": "▁grew▁by",
    "8%": "▁80▁percent",
    "，": ",",
    "。": ".",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "zh-en", WORDS)


def said(folder: Path, zh: str) -> str:
    return local(model_in(folder))(Request((Asked("s1", zh),))).english.get("s1", "")


def test_a_model_is_loaded_and_decodes(folder: Path) -> None:
    assert said(folder, "持续深化改革，全市深化改革。") == "steadily deepen reform, the city deepen reform."


def test_any_thread_may_ask(folder: Path) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(said(folder, "深化改革。"))) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == ["deepen reform."] * 4


def test_a_long_sentence_goes_clause_by_clause_and_loses_nothing(folder: Path) -> None:
    clause = "持续深化改革，"
    zh = clause * 60 + "全市深化改革。"
    assert len(zh) > 4 * LONGEST
    assert said(folder, zh) == "steadily deepen reform, " * 60 + "the city deepen reform."
    assert said(folder, zh) == said(folder, zh)
    assert said(folder, "深化改革" * LONGEST + "。") == ""  # nowhere to cut: its end would be lost


def test_pieces_make_up_their_sentence_and_keep_to_the_limit() -> None:
    zh = "甲乙丙丁戊，己庚辛壬；癸子丑寅、卯辰巳，午未申酉：戌亥。"
    for longest in range(3, 40):
        pieces = cut(zh, longest)
        assert "".join(pieces) == zh
        assert all(len(piece) <= max(longest, 6) for piece in pieces)
    assert cut(zh, 12) == ("甲乙丙丁戊，己庚辛壬；", "癸子丑寅、卯辰巳，", "午未申酉：戌亥。")
    assert joined(("甲，", "乙；", "丙。"), ("We did A.", "The B.", "GDP grew.")) == "We did A, the B; GDP grew."


def session(folder: Path, *zh: str, own: tuple[PersonalTerm, ...] = ()) -> tuple[Segment, ...]:
    made = session_named("local", 30.0, {"EXPORTER_LOCAL_MODEL": str(folder)})
    return made.translated(tuple(Segment(f"s{at}", one, "sentence") for at, one in enumerate(zh)), own)


def test_every_answer_passes_the_guard_or_is_not_shown(folder: Path) -> None:
    right, wrong, unknown = session(folder, "持续深化改革。", "全市增长8%。", "龙。")
    assert (right.en, right.status) == ("steadily deepen reform.", "machine")
    assert right.note.startswith("local fxtranslate ")
    assert wrong.en is None and "8%" in wrong.note
    assert unknown.en is None or unknown.en == "."


def test_the_users_own_terms_are_asked_of_an_answer(folder: Path) -> None:
    (one,) = session(folder, "深化改革。", own=(PersonalTerm("改革", "renewal"),))
    assert one.en is None and "renewal" in one.note
    (one,) = session(folder, "深化改革。", own=(PersonalTerm("改革", "Reform"),))
    assert one.en == "deepen reform."


def test_what_rules_say_is_not_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPORTER_LOCAL_MODEL", str(folder))
    report = "青河市政府工作报告\n\n一、2024年工作回顾\n全市一般公共预算收入157.3亿元，增长13.7%。持续深化改革。\n"
    options = desk.opened(Options(translator="local"))
    document = desk.figured(conversion.read_bytes("report.txt", report.encode()), options)
    status = {one.zh: one.status for one in desk.segments_of(document, options)}
    assert status["全市一般公共预算收入157.3亿元，增长13.7%。"] == "verified"
    assert status["持续深化改革。"] == "machine"


def test_a_shared_vocabulary_will_do(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "a", {"改革": "改革"})
    (folder / "trgvocab.zhen.spm").unlink()
    (folder / "srcvocab.zhen.spm").rename(folder / "vocab.zhen.spm")
    assert said(folder, "改革") == "改革"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda folder: shutil.rmtree(folder), "translate.no_model"),
        (lambda folder: (folder / "srcvocab.zhen.spm").unlink(), "translate.model"),
        (lambda folder: (folder / "model.zhen.intgemm.alphas.bin").write_bytes(b""), "translate.model"),
        (lambda folder: (folder / "model.zhen.intgemm.alphas.bin").write_bytes(b"PK" * 900), "translate.model"),
        (lambda folder: cut_off(folder / "model.zhen.intgemm.alphas.bin"), "translate.model"),
    ],
)
def test_a_model_that_cannot_be_used_is_one_sentence(tmp_path: Path, spoil: object, code: str) -> None:
    folder = write_model(tmp_path / "model", WORDS)
    assert callable(spoil)
    spoil(folder)
    with pytest.raises(TranslationError) as error:
        session_named("local", 30.0, {"EXPORTER_LOCAL_MODEL": str(folder)})
    assert error.value.code == code


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def test_where_no_model_is_a_sentence_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="exporter models install") as error:
        found_model({"XDG_DATA_HOME": str(tmp_path)})
    assert error.value.code == "translate.no_model"


def test_a_model_the_other_way_round_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="from English"):
        model_in(write_model(tmp_path, {"改革": "▁reform"}, pair="enzh"))


def test_without_the_engine_the_extra_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "fxtranslate", None)
    other = write_model(folder.parent / "other", {"改革": "▁reform"})
    with pytest.raises(PartError, match=r"gongwenkit\[local\]"):
        speaker(model_in(other))
