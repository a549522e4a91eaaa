"""What one process works out is there for the next, and nothing is believed that is not this user's and whole."""

from __future__ import annotations

import ast
import collections
import dataclasses
import inspect
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter.english.words.syllables import syllables
from exporter.kept import keep_in, kept, toml
from exporter.kept.folder import place_of, read, write
from exporter.kept.gathered import FEW, Gathered
from exporter.kept.methods import Methods
from exporter.kept.patterns import Patterns, remember


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    keep_in(tmp_path / "kept")
    yield tmp_path / "kept"
    keep_in(None)


def counted(made: list[int]) -> dict[str, tuple[int, ...]]:
    made.append(1)
    return {"甲": (1, 2)}


def test_what_was_made_is_there_the_next_time(folder: Path) -> None:
    made: list[int] = []
    for _ in range(3):
        assert kept("table", b"source", lambda: counted(made)) == {"甲": (1, 2)}
    assert len(made) == 1
    assert kept("table", b"another source", lambda: counted(made)) == {"甲": (1, 2)}
    assert len(made) == 2
    for number in range(20):
        kept("table", bytes([number]), lambda: counted(made))
    assert len(list(folder.iterdir())) == 8, "what was made of old sources is taken away"


def test_a_table_is_parsed_once_and_read_anew_when_it_says_something_else(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "sizes.toml"
    for size in (16, 14):
        file.write_text(f'[body]\nsize = {size}\nfaces = ["仿宋"]\n', "utf-8")
        for _ in range(2):
            assert toml(file) == {"body": {"size": size, "faces": ["仿宋"]}}
    assert len(list(folder.glob("toml-*-sizes-*.kept"))) == 2
    file.write_text("day = 2026-01-30\n", "utf-8")  # no plain data: read each time
    assert str(toml(file)["day"]) == "2026-01-30"
    assert len(list(folder.glob("toml-*-sizes-*.kept"))) == 2
    file.write_bytes(b"size = \xff")
    with pytest.raises(ValueError, match="0xff"):
        toml(file)


def test_nothing_is_kept_where_nobody_said_where() -> None:
    made: list[int] = []
    for _ in range(2):
        kept("table", b"source", lambda: counted(made))
    assert len(made) == 2
    assert place_of("table") is None


@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "for all to write", "folder for all to write"])
def test_what_is_not_whole_or_not_ours_alone_is_made_anew(folder: Path, harm: str) -> None:
    kept("table", b"source", lambda: {"甲": (1, 2)})
    (file,) = folder.iterdir()
    data = file.read_bytes()
    damaged = {"cut": data[:-1], "changed": data[:-1] + b"\0", "empty": b""}
    file.write_bytes(damaged.get(harm, data))
    if harm.startswith("for"):
        file.chmod(0o666)
    if harm.startswith("folder"):
        folder.chmod(0o777)
    assert read(file) is None
    assert kept("table", b"source", lambda: "anew") == "anew"


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    keep_in(tmp_path / "file" / "kept")
    assert kept("table", b"source", lambda: 7) == 7
    keep_in(None)


def test_many_that_write_at_once_leave_one_that_is_whole(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    file = folder / "one.kept"
    writers = []
    for _ in range(6):
        if (writer := os.fork()) == 0:
            for _ in range(50):
                write(file, list(range(2000)))
            os._exit(0)
        writers.append(writer)
    for _ in range(200):
        assert read(file) in (None, list(range(2000)))
    assert [os.waitpid(writer, 0)[1] for writer in writers] == [0] * 6
    assert read(file) == list(range(2000))
    assert [each.name for each in folder.iterdir()] == ["one.kept"]


def test_a_pattern_that_is_kept_finds_what_it_found(folder: Path) -> None:
    cases: list[tuple[str | bytes, int]] = [
        (r"(?P<year>\d{4})年(?:(\d+)月)?", 0),
        (r"[一-龥]{2,}?(?=市)|[^a-z\W]", re.IGNORECASE),
        (rb"\x03+|[\x04\x0d]", 0),
        (r"(?x) a  b # with words", 0),
        (r"(?<!—)—(?!—)", re.MULTILINE | re.DOTALL),
    ]
    first = Patterns(Gathered("codes"), re._compiler)  # type: ignore[attr-defined]
    known = {(pattern, flags): first._numbers(pattern, flags) for pattern, flags in cases}
    second = Patterns(Gathered("codes", known), re._compiler)  # type: ignore[attr-defined]
    second._numbers = None  # type: ignore[method-assign, assignment]
    for pattern, flags in cases:
        again, usual = second.compile(pattern, flags), re.compile(pattern, flags)
        assert (again.pattern, again.flags, again.groups, again.groupindex) == (
            usual.pattern,
            usual.flags,
            usual.groups,
            usual.groupindex,
        )
        text: str | bytes = "2018年3月，慈溪市 AB——a—b" if isinstance(pattern, str) else b"\x03\x03\x04"
        assert [found.span() for found in again.finditer(text)] == [found.span() for found in usual.finditer(text)]


def test_what_is_gathered_is_read_and_written_where_it_is_much(folder: Path) -> None:
    first = Gathered("things")
    for number in range(FEW):
        assert first.find(number) is None
        first.add(number, str(number))
        first.save()
        assert folder.exists() == (number == FEW - 1)
    second = Gathered("things")
    assert [second.find(0) for _ in range(FEW)] == [None] * (FEW - 1) + ["0"]
    second.add("more", "more")
    second.save()
    assert len(read(next(folder.iterdir()))) == FEW, "one more is not worth writing all of them"


def test_methods_that_are_kept_are_those_that_python_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = inspect.signature(dataclasses.make_dataclass("One", [("size", int), ("name", str, "")]))
    methods = Methods(Gathered("methods"))
    monkeypatch.setitem(vars(dataclasses), "exec", methods.run)
    for _ in range(2):  # compiled, and known
        one = dataclasses.make_dataclass("One", [("size", int), ("name", str, "")])
        assert inspect.signature(one) == usual
        assert one(3) == one(3, "") != one(4)
    assert methods.gathered.new


def test_named_tuples_made_of_what_is_kept_are_those_that_python_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    methods = Methods(Gathered("methods"))
    monkeypatch.setitem(vars(collections), "eval", methods.value)
    for _ in range(2):  # compiled, and known
        one = collections.namedtuple("one", "size name", defaults=("",))
        assert one(3) == one(3, "") == (3, "") and one(3).name == "" and one.__new__.__name__ == "__new__"
        with pytest.raises(TypeError):
            one()
    assert len(methods.gathered.new) == 1


def built(word: str) -> re.Pattern[str]:
    return re.compile(f"{word}|县")


def test_no_pattern_that_may_be_made_of_a_document_is_kept(folder: Path) -> None:
    patterns = remember()
    assert patterns is not None
    usual = patterns._usual
    try:
        assert built("某某镇").match("某某镇")
        assert re.compile("一字不易的样式").match("一字不易的样式")
    finally:
        re._compiler.compile = usual  # type: ignore[attr-defined]
    assert [pattern for pattern, _ in patterns.gathered.new if "某" in pattern] == []
    assert [pattern for pattern, _ in patterns.gathered.new if "一字" in pattern] == ["一字不易的样式"]


def test_a_command_loads_nothing_before_it_remembers() -> None:
    code = (
        "import sys; from exporter.cli import main\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] == 'exporter'))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    rooms = {name.split(".")[1] for name in ast.literal_eval(told) if "." in name}
    assert rooms == {"cli", "kept"}


def test_a_second_command_compiles_hardly_a_pattern(tmp_path: Path) -> None:
    code = (
        "import atexit, sys, re._compiler as c; usual = c._code; n = [0]\n"
        "def counted(*a):\n n[0] += 1\n return usual(*a)\n"
        "c._code = counted\n"
        "atexit.register(lambda: print(n[0], file=sys.stderr))\n"
        "sys.argv = ['exporter', 'export', 'r.txt', '--to', 'pdf,docx,brief', '--quiet']\n"
        "from exporter.cli import main; main()"
    )
    (tmp_path / "r.txt").write_text("工作报告\n\n一、去年情况\n\n全年生产总值达到12.5亿元，比上年增长8%。\n", "utf-8")
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=True,
        ).stderr.splitlines()[-1]
        for _ in range(2)
    ]
    assert int(told[0]) > 500
    assert int(told[1]) < 150, "what is compiled while the command line itself loads, and what a document needs"


def test_pinyin_is_that_of_pypinyin(folder: Path) -> None:
    from pypinyin import lazy_pinyin

    chance = random.Random(7)
    odd = "长重乐行大都厦六安蚌埠台丽枞曾区单解仇吕女绿济南北京沈阳"
    for _ in range(3000):
        some = odd if chance.random() < 0.5 else "".join(chr(chance.randint(0x4E00, 0x9FA5)) for _ in range(9))
        text = "".join(chance.choice(some) for _ in range(chance.randint(1, 6)))
        assert syllables(text) == lazy_pinyin(text, v_to_u=True), text


@pytest.mark.parametrize(("mode", "files"), [(0o700, 1), (0o777, 0)])
def test_what_was_compiled_is_kept_where_nothing_may_lie_beside_the_sources(
    tmp_path: Path, mode: int, files: int
) -> None:
    ours = tmp_path / "cache" / "exporter"
    ours.mkdir(parents=True)
    ours.chmod(mode)  # a folder that others may write is not believed: what lies there is run
    (tmp_path / "own.py").write_text("said = 7\n")
    asked = (
        "import os; from exporter.kept.process import begin; "
        f"begin(os.environ); import sys; sys.path.append({str(tmp_path)!r}); import own"
    )
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("PYTHONPYCACHEPREFIX", None)
    subprocess.run([sys.executable, "-c", asked], check=True, env=environment, cwd=tmp_path)
    assert not (tmp_path / "__pycache__").exists()
    assert len(list(ours.rglob("own.*.pyc"))) == files
