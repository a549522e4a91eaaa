"""Measure modules and functions against the house's bounds; run as a program, write down those that exceed them."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

from tests.reports import CHECKOUT

MODULE, FUNCTION = 250, 40
"""Lines at the most."""
LIST = CHECKOUT / "tests" / "oversize.toml"
HEAD = f"""# Modules above {MODULE} lines and functions above {FUNCTION}, with their lines. Sizes here may only shrink.
# By file name, so that a file keeps its row when it moves. Written by: python -m tests.bounds
"""


def oversize() -> dict[str, int]:
    """Give the lines of what exceeds a bound: a module as `file.py`, a function as `file.py:name`."""
    found: dict[str, int] = {}
    for path in sorted((CHECKOUT / "exporter").rglob("*.py")):
        text = path.read_text("utf-8")
        sizes = {path.name: (text.count("\n"), MODULE)}
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                sizes[f"{path.name}:{node.name}"] = (node.end_lineno - node.lineno + 1, FUNCTION)
        for name, (lines, bound) in sizes.items():
            if lines > bound:
                found[name] = max(lines, found.get(name, 0))
    return found


def allowed() -> dict[str, int]:
    """Give what the list allows."""
    return tomllib.loads(LIST.read_text("utf-8"))


def write(path: Path = LIST) -> None:
    """Write the list as things stand."""
    rows = "".join(f'"{name}" = {lines}\n' for name, lines in sorted(oversize().items()))
    path.write_text(HEAD + rows, "utf-8")


if __name__ == "__main__":
    write()
