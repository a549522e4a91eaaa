"""Prove the house rules that no linter knows: nothing between source and bytes looks at the world outside."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.bounds import allowed, oversize
from tests.test_packaging import name, python_files

WORLD = {"logging", "os", "random", "secrets", "socket", "subprocess", "time", "urllib.request"}
"""A clock, chance, the network, the environment, a log: same input, same version, same style, same bytes."""
OUTSIDE = (
    "exporter/batch/",
    "exporter/cli/",
    "exporter/kept/",
    "exporter/measure/",
    "exporter/service/",
    "exporter/review/",
    "exporter/loopback.py",
    "exporter/pipeline.py",
    "exporter/plugins.py",
    "exporter/__main__.py",
    "exporter/remote.py",
    "exporter/english/services/budget.py",
    "exporter/english/services/http.py",
    "exporter/english/services/cache.py",
    "exporter/english/services/local.py",
    "exporter/english/services/named.py",
)
"""Where files are read and written, processes run, and answers given."""
EMPTY_NAMES = ("Manager", "Base", "Utils", "Helper", "Handler")
CLOCKS = {"now", "today", "utcnow", "uuid1", "uuid4"}

TREES = {name(path): ast.parse(path.read_text("utf-8")) for path in python_files()}
CLASSES = [
    (module, node) for module, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
]


def test_what_is_pure_looks_at_nothing_outside() -> None:
    for module, tree in TREES.items():
        if not module.startswith(OUTSIDE):
            assert modules(tree) & WORLD == set(), module
            assert [node.attr for node in calls(tree) if node.attr in CLOCKS] == [], module


def test_names_say_what_a_thing_is() -> None:
    named = [(module, node.name) for module, node in CLASSES if node.name.endswith(EMPTY_NAMES)]
    assert [(module, found) for module, found in named if found != "TermBase"] == []


def test_every_argument_has_a_name() -> None:
    for module, tree in TREES.items():
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        assert [node.name for node in functions if node.args.kwarg] == [], module


def test_classes_inherit_only_to_be_errors() -> None:
    """What the language and the engines ask for (Protocol, a fetcher of WeasyPrint's) is theirs, not ours."""
    ours = {node.name for _, node in CLASSES}
    for module, node in CLASSES:
        if module != "exporter/errors.py" and not node.name.endswith("Error"):
            assert [base.id for base in node.bases if isinstance(base, ast.Name) and base.id in ours] == [], module


def test_modules_and_functions_keep_their_bounds() -> None:
    """What exceeds them stands in a list whose sizes may only shrink, and leaves it when it fits."""
    found, listed = oversize(), allowed()
    assert {row: lines for row, lines in found.items() if lines > listed.get(row, 0)} == {}
    assert sorted(set(listed) - set(found)) == []


def modules(tree: ast.Module) -> set[str]:
    """Name what is imported, in full and by its first part: parsing an address is pure, opening it is not."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found | {module.partition(".")[0] for module in found}


def calls(tree: ast.Module) -> Iterator[ast.Attribute]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func
