"""Prove what is shipped: the wheel holds its data, the import is light, each engine has one door, the text is ours."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

ENGINES = ("weasyprint", "docx", "reportlab", "httpx", "lxml", "pypdfium2", "trafilatura", "typer")
ONE_DOOR = ("weasyprint", "docx", "pptx", "httpx", "trafilatura", "pypdfium2", "distributed")
BORROWED = 22
"""A run of so many Han characters that also stands in a real input is a sentence taken from there."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    (file,) = folder.glob("*.whl")
    return zipfile.ZipFile(io.BytesIO(file.read_bytes()))


def test_the_wheel_holds_the_package_and_its_data(wheel: zipfile.ZipFile) -> None:
    """Every file of exporter/, styles/ and source/ is in the wheel, and nothing else but its own record."""
    wanted = {name(path) for path in files_below(CHECKOUT / "exporter")}
    for folder in ("styles", "source"):
        wanted |= {f"exporter/data/{name(path)}" for path in files_below(CHECKOUT / folder)}
    inside = {entry for entry in wheel.namelist() if ".dist-info/" not in entry}
    assert inside == wanted
    assert "exporter/py.typed" in inside


def test_the_wheel_names_its_command_and_licence(wheel: zipfile.ZipFile) -> None:
    texts = {entry.split(".dist-info/")[-1]: entry for entry in wheel.namelist() if ".dist-info/" in entry}
    assert "exporter = exporter.cli:program" in wheel.read(texts["entry_points.txt"]).decode()
    assert "licenses/LICENSE" in texts


def test_importing_the_library_loads_no_engine() -> None:
    report = f"import sys, exporter; print([name for name in {ENGINES!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_each_engine_has_one_door() -> None:
    doors: dict[str, set[str]] = defaultdict(set)
    for path in python_files():
        for engine in imported(ast.parse(path.read_text("utf-8"))) & set(ONE_DOOR):
            doors[engine].add(name(path))
    ways_out = {"exporter/remote.py", "exporter/english/services/http.py"}  # sources in, segments out
    assert doors.pop("httpx") == ways_out
    assert {engine: found for engine, found in doors.items() if len(found) > 1} == {}


def test_what_is_imported_is_what_is_declared() -> None:
    """No package is asked for in vain, and none is used that is only there because another needs it."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {distribution(line) for line in project["dependencies"]} - {"pylopdf-fonts-zh-cn"}  # fonts, no code
    extras = {
        distribution(line)
        for key in ("css", "dask", "s3", "review", "local")
        for line in project["optional-dependencies"][key]
    }
    owners = packages_distributions()
    modules = set().union(*(imported(ast.parse(path.read_text("utf-8"))) for path in python_files()))
    used = {distribution(owners[module][0]) for module in modules - set(sys.stdlib_module_names) - {"exporter"}}
    assert needed <= used <= needed | extras


def distribution(requirement: str) -> str:
    """Give the name alone, in the one spelling that the index gives every name."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def test_every_module_says_in_one_sentence_what_it_does() -> None:
    for path in python_files():
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        first = docstring.partition("\n\n")[0]
        assert re.fullmatch(r"[A-Z](?:(?!\. [A-Z]).)+\.", first, re.DOTALL), f"{name(path)}: {first[:80]!r}"


def test_no_file_names_a_machine_or_a_registry() -> None:
    hosts = "pythonhoste[d]|py[p]i[.]org|npmj[s][.]org|pk[g][.]dev|artifactor[y]"  # bracketed, not to name them here
    named = re.compile(rf"{hosts}|(?<![\w.~}}])/(?:root|work|home/[a-z]+|Users/[A-Za-z]+|tmp/[a-z]+)/")
    found = [(name(path), match[0]) for path, text in texts_of_ours() for match in named.finditer(text)]
    assert found == []


def test_no_sentence_is_taken_from_the_real_inputs(shared: Path) -> None:
    ours: dict[str, str] = {}
    for path, text in texts_of_ours():
        ours.update(dict.fromkeys(pieces(text), name(path)))
    taken: dict[str, str] = {}
    for text in real_texts(shared):
        taken.update((piece, ours[piece]) for piece in pieces(text) if piece in ours)
    assert taken == {}


def pieces(text: str) -> Iterator[str]:
    """Give every run of BORROWED Han characters; marks, figures and ends of lines between them hide no borrowing."""
    han = "".join(re.findall(r"[㐀-鿿]+", text))
    return (han[start : start + BORROWED] for start in range(len(han) - BORROWED + 1))


def real_texts(shared: Path) -> Iterator[str]:
    for path in sorted((*(shared / "corpus").rglob("*"), *(shared / "seed").iterdir())):
        if path.suffix in {".txt", ".tsv", ".html", ".jsonl", ".json"}:
            yield re.sub(r"<[^>]{0,2000}>", "", decoded(path.read_bytes()))
        elif path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                body = package.read("word/document.xml").decode("utf-8")
            yield re.sub(r"<[^>]{0,2000}>", "", body)


def decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def imported(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def python_files() -> list[Path]:
    return [path for path in files_below(CHECKOUT / "exporter") if path.suffix == ".py"]


def texts_of_ours() -> Iterator[tuple[Path, str]]:
    for path in files_below(CHECKOUT):
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            yield path, data.decode("utf-8", "replace")


def files_below(folder: Path) -> list[Path]:
    """List what the project keeps: not what tools leave beside it."""
    left = {"out", "build", "dist", "node_modules", "__pycache__"}
    found = []
    for path in sorted(folder.iterdir()):
        if path.name in left or (path.name.startswith(".") and path.name not in {".ci", ".gitignore"}):
            continue
        found.extend(files_below(path) if path.is_dir() else [path])
    return found


def name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()
